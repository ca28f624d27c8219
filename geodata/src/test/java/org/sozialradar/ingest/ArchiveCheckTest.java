package org.sozialradar.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCheckTest {
  private static final ImportLimits LIMITS =
      new ImportLimits(1 << 20, 100L << 20, 5, 1000, 100, 1000, 1000);

  @TempDir Path folder;

  private Path zip(String... names) throws IOException {
    var path = folder.resolve("archive.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("content".getBytes(StandardCharsets.UTF_8));
      }
    }
    return path;
  }

  private String rejection(Path path) {
    return catchThrowableOfType(
            InputRejectedException.class, () -> ArchiveCheck.check(InputFile.of(path, LIMITS)))
        .issue()
        .code();
  }

  @Test
  void acceptsAnArchiveOfPlainNames() throws IOException {
    var file = InputFile.of(zip("a.shp", "folder/b.dbf"), LIMITS);
    assertThatCode(() -> ArchiveCheck.check(file)).doesNotThrowAnyException();
  }

  @Test
  void refusesNamesThatLeaveTheFolder() throws IOException {
    for (var name : new String[] {"../a", "a/../../b", "/etc/x", "..", "C:\\x", "a/../b"}) {
      assertThat(rejection(zip("good", name))).as(name).isEqualTo("archive-unsafe-name");
    }
  }

  @Test
  void refusesNamesTooLongForAFile() throws IOException {
    assertThat(rejection(zip("ä".repeat(128)))).isEqualTo("archive-name-too-long");
    assertThat(rejection(zip("folder/".repeat(300) + "x"))).isEqualTo("archive-name-too-long");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    assertThat(rejection(zip("1", "2", "3", "4", "5", "6"))).isEqualTo("archive-too-many-entries");
  }

  @Test
  void refusesATruncatedArchive() throws IOException {
    var path = zip("a", "b");
    var bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(rejection(path)).isEqualTo("archive-unreadable");
  }

  @Test
  void refusesZerosThatUnpackWithoutEnd() throws IOException {
    var path = folder.resolve("zeros.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("zeros"));
      writeZeros(zip);
    }
    assertThat(rejection(path)).isEqualTo("unpacked-too-large");
  }

  @Test
  void refusesZerosInGzipToo() throws IOException {
    var path = folder.resolve("zeros.csv.gz");
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(path))) {
      writeZeros(gzip);
    }
    try (InputStream in = InputFile.of(path, LIMITS).open()) {
      assertThat(
              catchThrowableOfType(InputRejectedException.class, in::readAllBytes).issue().code())
          .isEqualTo("unpacked-too-large");
    }
  }

  private static void writeZeros(java.io.OutputStream out) throws IOException {
    var zeros = new byte[1 << 20];
    for (int i = 0; i < 120; i++) {
      out.write(zeros);
    }
  }
}
