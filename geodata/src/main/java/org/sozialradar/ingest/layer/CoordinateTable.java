package org.sozialradar.ingest.layer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.table.HeaderedTable;
import org.sozialradar.ingest.table.NamedRow;

/** Reads a table as points: two of its columns hold the coordinates. For one thread. */
final class CoordinateTable {
  private static final Pattern NAME = Pattern.compile(".*\\.(csv|tsv|txt|xlsx|xls)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,20})?");
  private static final Set<String> LONGITUDES =
      Set.of("lon", "lng", "long", "longitude", "länge", "laenge", "geo_lon", "geolaenge");
  private static final Set<String> LATITUDES =
      Set.of("lat", "latitude", "breite", "geo_lat", "geobreite");
  private static final Set<String> EASTS =
      Set.of("x", "east", "easting", "ost", "ostwert", "rechtswert", "utm_x", "x_koordinate");
  private static final Set<String> NORTHS =
      Set.of("y", "north", "northing", "nord", "nordwert", "hochwert", "utm_y", "y_koordinate");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final ResourceInput<LayerSettings> input;
  private final FeatureSink sink;
  private Optional<Columns> columns = Optional.empty();
  private long number;

  private CoordinateTable(ResourceInput<LayerSettings> input, FeatureSink sink) {
    this.input = input;
    this.sink = sink;
  }

  private record Columns(String x, String y, String crs) {}

  /** Whether the name of a file is that of a table. */
  static boolean isTable(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Reads all rows.
   *
   * @return the coordinate system that the names of the columns tell; empty if they do not
   */
  static String read(ResourceInput<LayerSettings> input, FeatureSink sink) {
    var table = new CoordinateTable(input, sink);
    HeaderedTable.readAll(input, table::accept);
    return table.columns.map(Columns::crs).orElse("");
  }

  private void accept(NamedRow row) {
    if (columns.isEmpty()) {
      columns = Optional.of(find(row.columns().keySet()));
    }
    number++;
    String x = row.text(columns.get().x());
    String y = row.text(columns.get().y());
    var east = number(x);
    var north = number(y);
    if (east.isEmpty() || north.isEmpty()) {
      input.tally().add(Count.ROWS_LEFT_OUT);
      input
          .issues()
          .add(LayerIssues.COORDINATE.at(input.place(row.number(), ""), x + " " + y, x, y));
      return;
    }
    var point = FACTORY.createPoint(new Coordinate(east.getAsDouble(), north.getAsDouble()));
    sink.accept(new RawFeature(number, properties(row), point));
  }

  private Map<String, String> properties(NamedRow row) {
    var properties = new LinkedHashMap<String, String>();
    row.columns().entrySet().stream()
        .sorted((a, b) -> a.getValue().compareTo(b.getValue()))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals(columns.get().x()) && !name.equals(columns.get().y()))
        .forEach(name -> properties.put(name, row.text(name)));
    return properties;
  }

  /** A number with a point or a comma before its decimals, and no other separator. */
  private static OptionalDouble number(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text.replace(',', '.')))
        : OptionalDouble.empty();
  }

  private Columns find(Collection<String> headers) {
    var settings = input.settings();
    if (!settings.x().isEmpty()) {
      boolean degrees = isOneOf(settings.x(), LONGITUDES) && isOneOf(settings.y(), LATITUDES);
      require(headers, settings.x());
      require(headers, settings.y());
      return new Columns(settings.x(), settings.y(), degrees ? "EPSG:4326" : "");
    }
    return find(headers, LONGITUDES, LATITUDES, "EPSG:4326")
        .or(() -> find(headers, EASTS, NORTHS, ""))
        .orElseThrow(
            () ->
                new InputRejectedException(
                    LayerIssues.COORDINATES_UNKNOWN.at(
                        input.place(), "", String.join(", ", headers))));
  }

  private void require(Collection<String> headers, String column) {
    if (!headers.contains(column)) {
      throw new InputRejectedException(
          LayerIssues.COLUMN_MISSING.at(input.place(), column, column, String.join(", ", headers)));
    }
  }

  private static Optional<Columns> find(
      Collection<String> headers, Set<String> xs, Set<String> ys, String crs) {
    var x = headers.stream().filter(header -> isOneOf(header, xs)).toList();
    var y = headers.stream().filter(header -> isOneOf(header, ys)).toList();
    return x.size() == 1 && y.size() == 1
        ? Optional.of(new Columns(first(x), first(y), crs))
        : Optional.empty();
  }

  private static String first(List<String> names) {
    return names.get(0);
  }

  private static boolean isOneOf(String header, Set<String> names) {
    return names.contains(header.toLowerCase(Locale.ROOT));
  }
}
