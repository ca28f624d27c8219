package org.sozialradar.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.store.Stores;

/** {@code import layer} and {@code check layer}. */
class LayerCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int layer(String command, String... more) throws IOException {
    var file = folder.resolve("houses.csv");
    Files.writeString(file, "id;name;lon;lat\nA;Haus;13,7;51,0\n");
    var all = new ArrayList<>(List.of(command, "layer", file.toString(), "--store", store()));
    all.addAll(List.of("--id", "houses", "--title", "Häuser"));
    all.addAll(List.of(more));
    return run(all);
  }

  private int run(List<String> all) {
    return RadarCommandLine.run(
        all,
        Map.of("RADAR_LANG", "en"),
        "9.9",
        (config, store) -> {
          throw new IllegalStateException("nothing is to be served");
        },
        (store, layer, file2, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (store, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out),
        new PrintWriter(err));
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  @Test
  void importsALayerWithAllThatItsOptionsSay() throws IOException {
    int code =
        layer(
            "import",
            "--title-en=Houses",
            "--kind=shelter",
            "--licence=CC0-1.0",
            "--attribution=© Amt",
            "--vintage=2023-12-31",
            "--example",
            "--key=id",
            "--attributes=name");
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
    try (var store = Stores.open(store())) {
      var layer = store.listLayers().get(0);
      assertThat(layer.title()).isEqualTo(new LocalizedText("Häuser", "Houses"));
      assertThat(layer.role()).isEqualTo(LayerRole.FACILITY);
      assertThat(layer.facility()).isEqualTo("shelter");
      var dataset = store.listDatasets().get(0);
      assertThat(dataset.id()).isEqualTo("layer-houses");
      assertThat(dataset.licence().id()).isEqualTo("CC0-1.0");
      assertThat(dataset.attribution()).isEqualTo("© Amt");
      assertThat(dataset.vintage()).isEqualTo("2023-12-31");
      assertThat(dataset.example()).isTrue();
      assertThat(store.listFeatures("houses").get(0).id()).isEqualTo("A");
      assertThat(store.listFeatures("houses").get(0).attributes())
          .isEqualTo(Map.of("name", "Haus"));
    }
  }

  @Test
  void aCheckMakesNoStoreAndNeedsNoMoreThanIdAndTitle() throws IOException {
    assertThat(layer("check")).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("features accepted");
    assertThat(folder.resolve("store")).doesNotExist();
  }

  @Test
  void importsAPopulationGrid() throws IOException {
    var file = folder.resolve("grid.csv");
    Files.writeString(file, "GITTER_ID_100m;Einwohner\nCRS3035RES100mN100E200;8\n");
    int code =
        run(List.of("import", "grid", file.toString(), "--store", store(), "--title=Gitter"));
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("1 inhabited cells with 8 people");
    try (var store = Stores.open(store())) {
      assertThat(store.findPopulationGrid().orElseThrow().title().de()).isEqualTo("Gitter");
      assertThat(store.listDatasets().get(0).id()).isEqualTo("population-grid");
    }
  }

  @Test
  void badOptionsAreRefusedOrRejectTheFile() throws IOException {
    assertThat(layer("import", "--kind=castle")).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("manifest-invalid");
    assertThat(layer("import", "--crs=EPSG:1")).isEqualTo(ExitCode.REJECTED);
    assertThat(layer("import", "--nonsense")).isEqualTo(ExitCode.USAGE);
  }
}
