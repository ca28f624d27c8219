package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFoldersTest {
  @TempDir Path folder;

  @Test
  void inTheDistributionTheyLieBesideTheProgram() throws IOException {
    var manifests = Files.createDirectories(folder.resolve("manifests"));
    assertThat(ManifestFolders.of(folder.resolve("sozialradar.jar"))).containsExactly(manifests);
  }

  @Test
  void inTheSourcesTheyLieInAFolderAboveTheProgram() throws IOException {
    var manifests = Files.createDirectories(folder.resolve("scripts").resolve("manifests"));
    var program = folder.resolve("server").resolve("target").resolve("classes");
    assertThat(ManifestFolders.of(program)).containsExactly(manifests);
  }

  @Test
  void elsewhereThereAreNone() {
    assertThat(ManifestFolders.of(folder.resolve("sozialradar.jar"))).isEmpty();
  }

  @Test
  void thisVeryProgramFindsThem() {
    assertThat(ManifestFolders.find())
        .allSatisfy(found -> assertThat(found.resolve("manifest.schema.json")).exists())
        .hasSize(1);
  }
}
