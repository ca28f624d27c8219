package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoresTest {
  @TempDir Path directory;

  @Test
  void opensADirectoryThatItMakes() {
    var address = directory.resolve("var/mein Radar ö").toString();
    try (var store = Stores.open(address)) {
      store.commit(uniform(1, 1));
    }
    assertThat(Path.of(address, "radar.mv.db")).exists();
  }

  @Test
  void opensTheFileOfAnH2Address() {
    var file = directory.resolve("eigen");
    for (var address : new String[] {"jdbc:h2:file:" + file, "jdbc:h2:" + file}) {
      try (var store = Stores.open(address)) {
        store.commit(uniform(1, 1));
      }
    }
    try (var store = Stores.open("jdbc:h2:" + file)) {
      assertThat(store.currentRevision().number()).isEqualTo(2);
    }
    assertThat(directory.resolve("eigen.mv.db")).exists();
  }

  @Test
  void refusesAFileWhereADirectoryIsExpected() throws IOException {
    var file = Files.writeString(directory.resolve("datei"), "x");
    assertThatExceptionOfType(StoreAddressException.class)
        .isThrownBy(() -> Stores.open(file.toString()))
        .withMessageContaining("is a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | is empty",
        "jdbc:postgresql://a:secret@db:x/radar | no address of PostgreSQL",
        "jdbc:mysql://db/radar?password=secret | jdbc:postgresql://HOST:PORT/DATABASE",
        "jdbc:h2:mem:x | H2 is embedded",
        "jdbc:h2:tcp://host/x;PASSWORD=secret | H2 is embedded",
        "jdbc:h2:zip:x.zip!/x | H2 is embedded",
        "jdbc:h2:file:x;INIT=RUNSCRIPT FROM 'x' | semicolon",
        "jdbc:h2:file: | name of the database file",
        "a;b | semicolon",
      })
  void refusesWhatItCannotOpen(String address, String problem) {
    assertThatExceptionOfType(StoreAddressException.class)
        .isThrownBy(() -> Stores.open(address))
        .withMessageContaining(problem)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }
}
