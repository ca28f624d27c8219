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
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void whatWasDeletedIsNotInTheFileAnyMore() throws IOException {
    var builder = new Respondents.Builder(List.of("help"), true, false);
    var row =
        new Respondents.Row(
            new AreaCode("14511000"), 1, "unmistakable stratum", "", Double.NaN, List.of((byte) 1));
    builder.add(row);
    var period = ReferencePeriod.ofYear(2022);
    store.put(new Wave("survey", period, "yaml", Instant.EPOCH, builder.build()));
    assertThat(content()).contains("unmistakable stratum");
    store.delete("survey", period, Instant.EPOCH);
    assertThat(content()).doesNotContain("unmistakable stratum");
  }

  private String content() throws IOException {
    return new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
  }
}
