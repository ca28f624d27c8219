package org.sozialradar.server.results;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.CsvExport;
import org.sozialradar.export.ValuesExport;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * All published results in one long table, each on the levels and the edition that it was computed
 * for. Areas that a result says nothing of have no row; what is suppressed or too imprecise has one
 * with its status and no number.
 */
final class LongTable {
  static final Set<String> PARAMETERS = Set.of("format", "result", "period", "edition", "level");

  /** Ten results for all municipalities of a country fit, in one answer of some megabytes. */
  private static final int MOST_ROWS = 150_000;

  private static final HttpField CSV = Content.type("text/csv; charset=utf-8; header=present");

  private final Snapshot snapshot;
  private final String format;
  private final String chosen;
  private final List<Part> parts;

  /** One result in one period on one level. */
  private record Part(
      Indicator indicator, MethodDocument method, PublishedTable table, Provenance.Source source) {}

  private LongTable(Snapshot snapshot, String format, String chosen, List<Part> parts) {
    this.snapshot = snapshot;
    this.format = format;
    this.chosen = chosen;
    this.parts = parts;
  }

  /**
   * What a query asks for: all results, or those of a result, period, edition and level.
   *
   * @throws ProblemException if it names what is not there, or has too many rows
   */
  static LongTable of(Snapshot snapshot, Query query) {
    String format = query.findOneOf("format", List.of("json", "csv")).orElse("json");
    var result = query.find("result").map(id -> Selection.indicator(snapshot, id).id());
    var period = query.find("period").map(text -> Selection.period("period", text));
    var edition = query.find("edition").map(id -> Selection.edition(snapshot, query));
    var level = query.find("level");
    var parts = new ArrayList<Part>();
    for (var documents : snapshot.results().all().values()) {
      for (var method : documents.values()) {
        if (result.map(id -> id.equals(method.indicatorId())).orElse(true)
            && period.map(method.period()::equals).orElse(true)) {
          addParts(snapshot, method, edition, level, parts);
        }
      }
    }
    long rows = parts.stream().mapToLong(part -> part.table().codes().size()).sum();
    if (rows > MOST_ROWS) {
      throw ProblemException.of(
          ProblemType.TOO_MANY_ROWS, Long.toString(rows), Integer.toString(MOST_ROWS));
    }
    String chosen =
        String.join("/", Stream.of(result, period, edition, level).map(Object::toString).toList());
    return new LongTable(snapshot, format, chosen, parts);
  }

  private static void addParts(
      Snapshot snapshot,
      MethodDocument method,
      Optional<String> edition,
      Optional<String> level,
      List<Part> parts) {
    var source = Provenance.of(snapshot, List.of(method.datasetId())).sources().get(0);
    var indicator = snapshot.indicators().get(method.indicatorId());
    for (var one : snapshot.editions()) {
      for (var each : snapshot.levels(one.id())) {
        if (edition.map(one.id()::equals).orElse(true)
            && level.map(each.id()::equals).orElse(true)) {
          snapshot
              .findTable(indicator.id(), one.id(), each.id())
              .filter(table -> isComputedFor(table, method))
              .ifPresent(table -> parts.add(new Part(indicator, method, table, source)));
        }
      }
    }
  }

  /** Whether the values are those that were published, not what else can be made of them. */
  private static boolean isComputedFor(PublishedTable table, MethodDocument method) {
    if (!table.periods().contains(method.period())) {
      return false;
    }
    var origin = table.origin(method.period());
    return origin.level().equals(table.level())
        && origin.edition().equals(table.edition())
        && !origin.aggregated();
  }

  String key() {
    return "long@%d/%s/%s".formatted(snapshot.revision().number(), format, chosen);
  }

  Content content() {
    var out = new ByteArrayOutputStream(1 << 16);
    try {
      if (format.equals("csv")) {
        writeCsv(out);
        var name =
            "attachment; filename=\"results-r%d.csv\"".formatted(snapshot.revision().number());
        return Content.of(
            CSV,
            out.toByteArray(),
            CachePolicy.REVALIDATE,
            List.of(new HttpField("Content-Disposition", name)));
      }
      writeJson(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Content.of(Json.TYPE, out.toByteArray(), CachePolicy.REVALIDATE);
  }

  /** A result of an area. */
  private record Row(AreaCode code, String name, Estimate estimate) {}

  private Stream<Row> rows(Part part) {
    var table = part.table();
    var areas = snapshot.areas(table.edition());
    return table.codes().stream()
        .flatMap(
            code ->
                table.find(code, part.method().period()).stream()
                    .filter(estimate -> estimate.status() != ObservationStatus.NO_ROW)
                    .map(
                        estimate ->
                            new Row(
                                code,
                                areas.find(table.level(), code).map(area -> area.name()).orElse(""),
                                estimate)));
  }

  private void writeCsv(ByteArrayOutputStream out) throws IOException {
    try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      var csv = CsvExport.begin(writer, CsvDialect.STANDARD);
      for (var part : parts) {
        csv.write(
            new ValuesExport(
                snapshot.revision().number(),
                part.indicator(),
                part.method().kind().label(),
                snapshot.datasets(),
                part.table(),
                List.of(part.method().period()),
                rows(part).collect(Collectors.toMap(Row::code, Row::name))));
      }
    }
  }

  private void writeJson(ByteArrayOutputStream out) throws IOException {
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("revision", snapshot.revision().number());
      json.writeArrayFieldStart("results");
      for (var part : parts) {
        for (var row : (Iterable<Row>) rows(part)::iterator) {
          write(row, part, json);
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(Row row, Part part, JsonGenerator json) throws IOException {
    var indicator = part.indicator();
    var estimate = row.estimate();
    json.writeStartObject();
    json.writeStringField("result", indicator.id());
    json.writeStringField("kind", part.method().kind().label());
    json.writeStringField("period", part.method().period().id());
    json.writeStringField("edition", part.table().edition());
    json.writeStringField("level", part.table().level());
    json.writeStringField("code", row.code().value());
    json.writeStringField("name", row.name());
    json.writeObjectField("value", number(indicator, estimate.value()));
    json.writeObjectField("lower", number(indicator, estimate.lower()));
    json.writeObjectField("upper", number(indicator, estimate.upper()));
    json.writeStringField("status", estimate.status().label());
    json.writeStringField("respondents", estimate.nClass().label());
    json.writeStringField("unit", indicator.unit().id());
    json.writeStringField("licence", part.source().licence());
    json.writeStringField("attribution", part.source().attribution());
    json.writeBooleanField("example", part.source().example());
    json.writeEndObject();
  }

  private static BigDecimal number(Indicator indicator, double value) {
    return Double.isFinite(value) ? Decimals.round(value, indicator.decimals()) : null;
  }
}
