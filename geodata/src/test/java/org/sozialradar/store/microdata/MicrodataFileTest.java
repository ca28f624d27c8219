package org.sozialradar.store.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/** Survey rows beside the embedded store. */
class MicrodataFileTest extends MicrodataStoreContract {
  private static final ReferencePeriod PERIOD = ReferencePeriod.ofYear(2022);

  @TempDir Path folder;

  @Override
  protected MicrodataStore open() {
    return MicrodataStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
  }

  private Path file() {
    return folder.resolve("store/radar-microdata.mv.db");
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    store.put(wave(ReferencePeriod.ofYear(2022), 3));
    assertThat(rights()).isEqualTo("rw-------");
    store.delete("survey", ReferencePeriod.ofYear(2022), Instant.EPOCH);
    assertThat(rights()).as("written anew after a deletion").isEqualTo("rw-------");
  }

  private String rights() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
  }

  private static Wave waveWith(String stratum, int respondents) {
    return waveWith(PERIOD, stratum, respondents);
  }

  private static Wave waveWith(ReferencePeriod period, String stratum, int respondents) {
    var builder = new Respondents.Builder(List.of("help"), true, false);
    for (int i = 0; i < respondents; i++) {
      builder.add(
          new Respondents.Row(
              new AreaCode("14511000"), 1, stratum + i % 7, "", Double.NaN, List.of((byte) 1)));
    }
    return new Wave("survey", period, "yaml", Instant.EPOCH, builder.build());
  }

  @Test
  void whatWasDeletedIsNotInTheFileAnyMore() throws IOException {
    store.put(waveWith("unmistakable stratum", 1));
    assertThat(content()).contains("unmistakable stratum");
    store.delete("survey", PERIOD, Instant.EPOCH);
    assertThat(content()).doesNotContain("unmistakable stratum");
  }

  /** Beside other waves: a small file is written anew whenever it is closed. */
  @Test
  void whatWasReplacedIsNotInTheFileAnyMore() throws IOException {
    for (int year = 2000; year < 2022; year++) {
      store.put(waveWith(ReferencePeriod.ofYear(year), "other", 50_000));
    }
    store.put(waveWith("unmistakable stratum", 50_000));
    assertThat(content().contains("unmistakable stratum")).isTrue();
    store.put(waveWith("another stratum", 50));
    assertThat(content().contains("another stratum")).isTrue();
    assertThat(content().contains("unmistakable stratum")).isFalse();
  }

  private String content() throws IOException {
    return new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
  }
}
