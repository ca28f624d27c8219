package org.sozialradar.server.classify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sozialradar.classification.ClassBreaks;
import org.sozialradar.classification.Classification;
import org.sozialradar.classification.ClassificationMethod;
import org.sozialradar.classification.InvalidClassificationException;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * Finds class breaks for the values of an indicator as they are published: rounded to its digits.
 */
public final class ClassifyResource implements Resource {
  private static final String RULE = "right-closed, first class closed on both sides";
  private static final int USUAL_CLASSES = 5;
  private static final List<String> METHODS =
      Arrays.stream(ClassificationMethod.values()).map(ClassificationMethod::id).toList();

  private final Snapshots snapshots;
  private final ContentCache cache;

  public ClassifyResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  /** Classes as they go out; the goodness of fit is null if there are no values. */
  private record Classes(
      @JsonUnwrapped Provenance provenance,
      String indicator,
      String level,
      String period,
      String edition,
      String method,
      List<Double> breaks,
      List<Integer> counts,
      int n,
      int missing,
      Double goodnessOfVarianceFit,
      String rule) {}

  private record Asked(
      Snapshot snapshot,
      Indicator indicator,
      String edition,
      String level,
      ReferencePeriod period,
      ClassificationMethod method,
      int classes,
      List<Double> breaks) {
    String key() {
      return "classes@%d/%s/%s/%s/%s/%s/%d/%s"
          .formatted(
              snapshot.revision().number(),
              indicator.id(),
              edition,
              level,
              period,
              method.id(),
              classes,
              breaks);
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.costly(
            "/api/classify",
            Set.of(
                "indicator",
                "level",
                "period",
                "edition",
                "method",
                "classes",
                "breaks",
                "revision",
                "stamp"),
            this::classify));
  }

  private Answer classify(Query query) {
    var asked = asked(query);
    var table =
        Selection.table(
            asked.snapshot(), asked.indicator(), asked.edition(), asked.level(), asked.period());
    return cache.get(
        asked.key(), () -> Json.content(classes(asked, table), CachePolicy.REVALIDATE));
  }

  private Asked asked(Query query) {
    var snapshot = Selection.revision(snapshots, query);
    var indicator = Selection.indicator(snapshot, query.get("indicator"));
    String edition = Selection.edition(snapshot, query);
    String level = Selection.level(snapshot, edition, query.get("level")).id();
    var period =
        query
            .find("period")
            .map(text -> Selection.period("period", text))
            .orElseGet(() -> Selection.newestPeriod(snapshot, indicator, edition, level));
    var method =
        query
            .findOneOf("method", METHODS)
            .flatMap(ClassificationMethod::find)
            .orElse(ClassificationMethod.QUANTILE);
    int classes =
        query
            .findInt("classes", Classification.MIN_CLASSES, Classification.MAX_CLASSES)
            .orElse(USUAL_CLASSES);
    return new Asked(
        snapshot, indicator, edition, level, period, method, classes, breaks(query, method));
  }

  private static List<Double> breaks(Query query, ClassificationMethod method) {
    if (method != ClassificationMethod.MANUAL) {
      return List.of();
    }
    query.get("breaks");
    var breaks = new ArrayList<Double>();
    for (var text : query.list("breaks")) {
      try {
        breaks.add(Double.parseDouble(text));
      } catch (NumberFormatException noNumber) {
        throw Query.bad("breaks", text, "1.5,3,10");
      }
    }
    return breaks;
  }

  private static Classes classes(Asked asked, PublishedTable table) {
    int decimals = asked.indicator().decimals();
    var column = table.column(asked.period());
    double[] values =
        column.stream()
            .mapToDouble(estimate -> Decimals.rounded(estimate, decimals))
            .filter(Double::isFinite)
            .toArray();
    var found = breaks(asked, values);
    double fit = found.goodnessOfVarianceFit();
    return new Classes(
        Provenance.of(asked.snapshot(), asked.indicator(), List.of(table.origin(asked.period()))),
        asked.indicator().id(),
        asked.level(),
        asked.period().id(),
        asked.edition(),
        asked.method().id(),
        found.breaks(),
        found.counts(),
        values.length,
        column.size() - values.length,
        Double.isFinite(fit) ? fit : null,
        RULE);
  }

  private static ClassBreaks breaks(Asked asked, double[] values) {
    try {
      return asked.method() == ClassificationMethod.MANUAL
          ? Classification.manual(values, asked.breaks())
          : Classification.classify(values, asked.method(), asked.classes());
    } catch (InvalidClassificationException invalid) {
      throw Query.bad("breaks", String.valueOf(asked.breaks()), "1.5,3,10");
    }
  }
}
