package org.sozialradar.export.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.Gdal;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.Value;
import org.sozialradar.layer.GeometryKind;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

class FlatGeobufFeaturesTest {
  private static final int MAGIC_BYTES = 8;

  @TempDir Path folder;

  private ByteBuffer write(ExportLayer layer, List<ExportRow> rows) throws IOException {
    byte[] bytes =
        ExportedLayers.bytes(FeatureFormat.FLATGEOBUF, layer, CsvDialect.STANDARD, rows, folder);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Header header(ByteBuffer file) {
    return Header.getRootAsHeader(
        file.slice(MAGIC_BYTES + 4, file.getInt(MAGIC_BYTES)).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** A hundred points on a grid, from north to south. */
  private static List<ExportRow> grid() {
    var rows = new ArrayList<ExportRow>();
    for (int i = 0; i < 100; i++) {
      String place = "POINT (" + (6 + i % 10) + " " + (54 - i / 10) + ")";
      rows.add(
          new ExportRow(
              "p" + i, Optional.of(ExportedLayers.geometry(place)), List.of(Value.of("p" + i))));
    }
    rows.add(new ExportRow("nowhere", Optional.empty(), List.of(Value.of("nowhere"))));
    return rows;
  }

  private static ExportLayer points(long rows) {
    return ExportedLayers.layer(
        ReferenceSystem.CRS84,
        GeometryKind.POINT,
        ExportedLayers.COLUMNS.subList(0, 1),
        rows,
        ExportedLayers.OFFICIAL);
  }

  @Test
  void theHeaderDescribesLayerAndColumns() throws IOException {
    var header =
        header(write(ExportedLayers.layer(ReferenceSystem.EPSG_25833, 3), ExportedLayers.ROWS));
    assertThat(header.name()).isEqualTo("municipality_2023");
    assertThat(header.title()).isEqualTo("Gemeinden, 2023");
    assertThat(header.description()).isEqualTo("Gebiete mit Werten.");
    assertThat(header.metadata()).contains("\"citation\":\"Sozialradar: Gemeinden, 2023.\"");
    assertThat(header.crs().org() + ":" + header.crs().code()).isEqualTo("EPSG:25833");
    assertThat(header.featuresCount()).isEqualTo(3);
    assertThat(header.columns(2).name()).isEqualTo("share");
    assertThat(header.columns(2).title()).isEqualTo("Anteil (%)");
    assertThat(header.columns(2).metadata()).isEqualTo("{\"unit\":\"%\"}");
    assertThat(header.columns(0).metadata()).isNull();
  }

  /** The library's own search finds in the tree what lies in a rectangle, and nothing else. */
  @Test
  void theTreeLeadsToTheFeatures() throws IOException {
    var rows = grid();
    var file = write(points(rows.size()), rows);
    var header = header(file);
    int start = MAGIC_BYTES + 4 + file.getInt(MAGIC_BYTES);
    int count = (int) header.featuresCount();
    int features = start + (int) PackedRTree.calcSize(count, header.indexNodeSize());
    var hits =
        PackedRTree.search(
            file, start, count, header.indexNodeSize(), new Envelope(6.5, 8.5, 50.5, 52.5));
    assertThat(hits)
        .extracting(hit -> code(file, features + (int) hit.offset))
        .containsExactlyInAnyOrder("p21", "p22", "p31", "p32");
  }

  private static String code(ByteBuffer file, int at) {
    var feature =
        Feature.getRootAsFeature(
            file.slice(at + 4, file.getInt(at)).order(ByteOrder.LITTLE_ENDIAN));
    var properties = feature.propertiesAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    assertThat(properties.getShort()).isZero();
    byte[] text = new byte[properties.getInt()];
    properties.get(text);
    return new String(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void gdalFindsFeaturesByTheTree() throws Exception {
    Gdal.require();
    var rows = grid();
    var file = Files.write(folder.resolve("p.fgb"), write(points(rows.size()), rows).array());
    String said =
        Gdal.run(
            "ogrinfo", "-al", "-geom=NO", file.toString(), "-spat", "6.5", "50.5", "8.5", "52.5");
    assertThat(said).contains("= p21", "= p22", "= p31", "= p32", "Feature Count: 4");
    assertThat(Gdal.run("ogrinfo", "-al", "-geom=NO", file.toString()))
        .contains("Feature Count: 101", "= nowhere", "= p99");
  }

  @Test
  void onePlaceHasATreeAsWell() throws Exception {
    Gdal.require();
    var rows = grid().subList(0, 1);
    var file = Files.write(folder.resolve("p.fgb"), write(points(1), rows).array());
    assertThat(Gdal.run("ogrinfo", "-al", file.toString(), "-spat", "5", "53", "7", "55"))
        .contains("POINT (6 54)");
  }

  @Test
  void theSameRowsMakeTheSameBytes() throws IOException {
    var layer = ExportedLayers.layer(ReferenceSystem.EPSG_3035, 3);
    assertThat(write(layer, ExportedLayers.ROWS)).isEqualTo(write(layer, ExportedLayers.ROWS));
  }

  @Test
  void whatIsGivenUpLeavesNothingBehind() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var sink =
        FlatGeobufFeatures.open(ExportedLayers.layer(ReferenceSystem.CRS84, 2), out, folder)) {
      sink.write(ExportedLayers.WHOLE);
      assertThatThrownBy(sink::finish).isInstanceOf(IllegalStateException.class);
    }
    assertThat(out.size()).isZero();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
