package org.sozialradar.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Boundaries of an edition of their own, a row of squares, with values on them: a data package that
 * a server over the {@link TestCountry} stores besides what it has.
 */
final class SoakPackage {
  private static final int AREAS = 40;

  private static final String MANIFEST =
      """
      {"name": "soak", "title": "Soak",
       "licenses": [{"name": "Apache-2.0", "title": "Apache License 2.0",
         "path": "https://www.apache.org/licenses/LICENSE-2.0"}],
       "sources": [{"title": "Soak"}],
       "radar": {"title": {"de": "Dauerlauf", "en": "Soak"}, "publisher": "Soak",
         "attribution": "Soak", "vintage": "2021-12-31",
         "themes": [{"id": "people", "name": {"de": "P", "en": "P"}}],
         "indicators": [{"id": "soak", "name": {"de": "P", "en": "P"},
           "description": {"de": "P", "en": "P"},
           "unit": {"id": "persons", "symbol": {"de": "P", "en": "P"}},
           "measure": {"kind": "extensive"}, "theme": "people"}]},
       "resources": [
         {"name": "squares", "path": "squares.geojson",
          "radar": {"kind": "boundaries", "level": "municipality", "edition": "2021",
            "validFrom": "2021-01-01", "editionTitle": {"de": "2021", "en": "2021"},
            "crs": "EPSG:4326", "key": "AGS", "name": "GEN", "designation": "BEZ",
            "deriveLevels": ["state"]}},
         {"name": "values", "path": "values.csv",
          "schema": {"fields": [
            {"name": "ags", "type": "string", "radar": {"role": "key", "keyType": "AGS"}},
            {"name": "value", "type": "integer",
             "radar": {"role": "value", "indicator": "soak"}}]},
          "radar": {"kind": "indicators", "edition": "2021", "level": "municipality",
            "period": "2021"}}]}
      """;

  private SoakPackage() {}

  /** The package as an archive; its names and values carry a number. */
  static byte[] zipped(int number) throws IOException {
    var squares = new StringJoiner(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
    var values = new StringJoiner("\n", "ags,value\n", "\n");
    for (int i = 0; i < AREAS; i++) {
      squares.add(square(i, number));
      values.add(code(i) + "," + (number + i));
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "datapackage.json", MANIFEST);
      add(zip, "squares.geojson", squares.toString());
      add(zip, "values.csv", values.toString());
    }
    return bytes.toByteArray();
  }

  private static String code(int i) {
    return "1452%04d".formatted(i);
  }

  private static String square(int i, int number) {
    int west = 1200 + 3 * i;
    return """
    {"type":"Feature","properties":{"AGS":"%s","GEN":"Ort %d.%d","BEZ":"Stadt"},
     "geometry":{"type":"Polygon","coordinates":
       [[[%4$s,50.8],[%5$s,50.8],[%5$s,51],[%4$s,51],[%4$s,50.8]]]}}\
    """
        .formatted(code(i), i, number, west / 100.0, (west + 3) / 100.0);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
