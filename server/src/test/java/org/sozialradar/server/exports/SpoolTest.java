package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader follows the writer, and each hears what becomes of the other. */
class SpoolTest {
  private final List<Spool> released = new ArrayList<>();
  @TempDir Path folder;
  private Spool spool;

  @BeforeEach
  void open() throws IOException {
    spool = Spool.open(folder.resolve("spool"), 1000, released::add);
  }

  private String read() throws IOException {
    var buffer = ByteBuffer.allocate(100);
    int read = spool.read(buffer);
    return read < 0
        ? "end"
        : new String(buffer.array(), 0, read, java.nio.charset.StandardCharsets.UTF_8);
  }

  private void write(String text) throws IOException {
    var out = spool.out();
    out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    out.flush();
  }

  @Test
  void nothingOfItShowsInTheFolder() throws Exception {
    write("abc");
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void theReaderIsWokenByMoreAndByTheEnd() throws Exception {
    var woken = new ArrayList<String>();
    assertThat(read()).isEmpty();
    spool.whenMore(() -> woken.add("more"));
    assertThat(woken).isEmpty();
    write("abc");
    assertThat(woken).containsExactly("more");
    assertThat(read()).isEqualTo("abc");
    spool.whenMore(() -> woken.add("end"));
    assertThat(spool.length()).isEmpty();
    spool.finish();
    assertThat(woken).containsExactly("more", "end");
    assertThat(read()).isEqualTo("end");
    assertThat(spool.length()).hasValue(3);
    assertThat(spool.digest().orElseThrow())
        .isEqualTo("sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:");
    assertThat(released).isEmpty();
    spool.close();
    assertThat(released).containsExactly(spool);
  }

  @Test
  void whatFailedHasNoEnd() throws Exception {
    write("abc");
    spool.fail(new IOException("disk"));
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> spool.length()).isInstanceOf(IOException.class);
    assertThat(spool.digest()).isEmpty();
    spool.close();
    assertThat(released).hasSize(1);
  }

  @Test
  void theWriterHearsThatNobodyReadsOn() throws Exception {
    spool.close();
    assertThatThrownBy(() -> write("abc")).isInstanceOf(Spool.ReaderGoneException.class);
    assertThat(released).isEmpty();
    spool.fail(new Spool.ReaderGoneException());
    assertThat(released).hasSize(1);
  }

  @Test
  void itDoesNotGrowWithoutEnd() throws Exception {
    write("x".repeat(1000));
    assertThatThrownBy(() -> write("x")).hasMessageContaining("1000");
  }

  @Test
  void whatTakesTooLongIsBrokenOffForBoth() throws Exception {
    write("abc");
    var woken = new ArrayList<String>();
    assertThat(read()).isEqualTo("abc");
    spool.whenMore(() -> woken.add("expired"));
    spool.expire();
    assertThat(woken).hasSize(1);
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> write("x")).isInstanceOf(IOException.class);
  }
}
