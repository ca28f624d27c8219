package org.sozialradar.export.feature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.format.FeatureFiles;
import org.sozialradar.filter.Moment;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.layer.GeometryKind;

/** A small layer with all that makes formats stumble. */
public final class ExportedLayers {
  public static final Instant CREATED = Instant.parse("2024-05-06T07:08:09Z");

  public static final Dataset OFFICIAL = dataset("vg250", "© BKG (2024) dl-de/by-2-0", false);

  public static final List<ExportColumn> COLUMNS =
      List.of(
          column("code", ValueType.TEXT, "Schlüssel", "code", ""),
          column("name", ValueType.TEXT, "Name", "name", ""),
          column("share", ValueType.NUMBER, "Anteil (%)", "share (%)", "%"),
          column("share_status", ValueType.TEXT, "Status des Werts", "status of the value", ""),
          column("share_lower", ValueType.NUMBER, "untere Grenze, 95 %", "lower end, 95 %", "%"),
          column("share_upper", ValueType.NUMBER, "obere Grenze, 95 %", "upper end, 95 %", "%"),
          column("share_respondents", ValueType.TEXT, "Befragte, Klasse", "respondents", ""),
          column("people", ValueType.NUMBER, "Einwohner", "inhabitants", "1"),
          column("merged", ValueType.BOOLEAN, "zusammengelegt", "merged", ""),
          column("counted", ValueType.DATE, "Stichtag", "day of the count", ""),
          column("changed", ValueType.TIMESTAMP, "geändert", "changed", ""));

  /** With a hole and a second part, umlauts, quotes and everything known. */
  public static final ExportRow WHOLE =
      row(
          "14626110",
          "MULTIPOLYGON (((14.9 51.1, 15 51.1, 15 51.2, 14.9 51.2, 14.9 51.1),"
              + " (14.94 51.14, 14.94 51.16, 14.96 51.16, 14.96 51.14, 14.94 51.14)),"
              + " ((15.0123457 51.05, 15.02 51.05, 15.02 51.06, 15.0123457 51.05)))",
          Value.of("14626110"),
          Value.of("Görlitz „Süd“, \"Weiß; ß\""),
          Value.of(12.25),
          Value.of("estimated"),
          Value.of(-0.5),
          Value.of(25),
          Value.of("30-49"),
          Value.of(55980),
          Value.TRUE,
          new Value.When(Moment.of(LocalDate.of(2023, 12, 31))),
          new Value.When(Moment.of(Instant.parse("2024-01-02T03:04:05Z"))));

  /** One ring, turned the wrong way for GeoJSON; the value is secret; a name like a formula. */
  public static final ExportRow SECRET =
      row(
          "01001000",
          "POLYGON ((9.4 54.7, 9.4 54.8, 9.5 54.8, 9.5 54.7, 9.4 54.7))",
          Value.of("01001000"),
          Value.of("=1+1;2"),
          Value.MISSING,
          Value.of("unknown-or-secret"),
          Value.MISSING,
          Value.MISSING,
          Value.MISSING,
          Value.of(0.0000015),
          Value.FALSE,
          Value.MISSING,
          Value.MISSING);

  /** Without a place, nothing known but its key. */
  public static final ExportRow NOWHERE =
      new ExportRow(
          "09162000",
          Optional.empty(),
          List.of(
              Value.of("09162000"),
              Value.of("München"),
              Value.MISSING,
              Value.of("no-row"),
              Value.MISSING,
              Value.MISSING,
              Value.MISSING,
              Value.MISSING,
              Value.MISSING,
              Value.MISSING,
              Value.MISSING));

  public static final List<ExportRow> ROWS = List.of(WHOLE, SECRET, NOWHERE);

  private ExportedLayers() {}

  private static ExportColumn column(
      String name, ValueType type, String de, String en, String unit) {
    return new ExportColumn(name, type, new LocalizedText(de, en), unit, "");
  }

  private static ExportRow row(String id, String wkt, Value... values) {
    return new ExportRow(id, Optional.of(geometry(wkt)), List.of(values));
  }

  public static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public static Dataset dataset(String id, String attribution, boolean example) {
    return new Dataset(
        id,
        LocalizedText.same("Verwaltungsgebiete"),
        "Amt",
        new Licence("dl-de/by-2-0", "Datenlizenz", "https://www.govdata.de/dl-de/by-2-0"),
        attribution,
        "2024",
        example,
        List.of(),
        Instant.EPOCH);
  }

  public static ExportLayer layer(ReferenceSystem system, long rows) {
    return layer(system, GeometryKind.POLYGON, COLUMNS, rows, OFFICIAL);
  }

  public static ExportLayer layer(
      ReferenceSystem system,
      GeometryKind shape,
      List<ExportColumn> columns,
      long rows,
      Dataset source) {
    return new ExportLayer(
        "municipality_2023",
        new LocalizedText("Gemeinden, 2023", "municipalities, 2023"),
        new LocalizedText("Gebiete mit Werten.", "Areas with values."),
        shape,
        system,
        columns,
        rows,
        new ExportMetadata(
            List.of(source),
            7,
            CREATED,
            "Sozialradar: Gemeinden, 2023.",
            "de",
            List.of(
                new ExportMethod(
                    "jobless",
                    "survey",
                    new LocalizedText("gefragt", "asked"),
                    "https://radar.example/docs/methods/j"))));
  }

  /** The bytes of a file with some rows. */
  public static byte[] bytes(
      FeatureFormat format, ExportLayer layer, CsvDialect dialect, List<ExportRow> rows, Path temp)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sink = FeatureFiles.open(format, layer, dialect, out, temp)) {
      for (var row : rows) {
        sink.write(row);
      }
      sink.finish();
    }
    return out.toByteArray();
  }
}
