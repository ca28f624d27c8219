package org.sozialradar.server.ranking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.priority.DoubleCount;
import org.sozialradar.priority.PriorityArea;
import org.sozialradar.priority.PriorityQuestion;
import org.sozialradar.priority.PriorityResult;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.text.Bilingual;

/**
 * An order of areas as it goes out.
 *
 * @param id short id of the canonical request
 * @param request the canonical request
 * @param normalisation how values were made comparable, in words
 * @param decomposition how contributions add up to scores, in words
 * @param top k of the probabilities
 * @param ranked number of areas that are ranked
 */
public record PriorityAnswer(
    @JsonUnwrapped Provenance provenance,
    String id,
    Map<String, Object> request,
    String method,
    LocalizedText normalisation,
    LocalizedText decomposition,
    String level,
    String edition,
    List<Used> criteria,
    int top,
    int ranked,
    List<Ranked> areas,
    Stability stability,
    String decisive,
    List<Influence> influences,
    Map<String, BigDecimal> agreement,
    List<Disagreement> disagreement,
    @com.fasterxml.jackson.annotation.JsonProperty("double") List<Twice> twice,
    List<Pair> pairs,
    List<Note> notes) {
  static final Bilingual WORDS = Bilingual.of(PriorityAnswer.class, "priorities");

  private static final int DIGITS = 4;

  /** Contributions are added up by readers. */
  private static final int FINE_DIGITS = 6;

  private static final double FIRM = 0.9;
  private static final double FAIR = 0.7;

  /** A criterion as it was used, with the share of its weight. */
  public record Used(
      String indicator,
      LocalizedText name,
      String period,
      String role,
      String direction,
      BigDecimal weight,
      String nativeLevel) {}

  /** An area; ranks, score and axes are null where it lacks a value. */
  public record Ranked(
      String code,
      String name,
      BigDecimal score,
      BigDecimal need,
      BigDecimal help,
      Map<String, BigDecimal> contributions,
      Integer rank,
      Integer rankLow,
      Integer rankHigh,
      BigDecimal topProbability,
      Integer rankWithoutSupport,
      List<String> missing) {}

  /** How firm the order is. */
  public record Stability(
      int draws,
      long seed,
      double weightConcentration,
      BigDecimal rankCorrelation,
      BigDecimal topKept,
      String verdict) {}

  /** How far the order moves without a criterion. */
  public record Influence(String criterion, BigDecimal meanRankChange) {}

  /** An area on which methods differ. */
  public record Disagreement(String code, String name, Map<String, Integer> ranks) {}

  /** An indicator that counts more than once. */
  public record Twice(
      String indicator, List<String> as, List<String> criteria, BigDecimal totalWeight) {}

  /** Two areas, the first nominally ahead. */
  public record Pair(String a, String b, String verdict, BigDecimal probability) {}

  /** What a reader has to know. */
  public record Note(String kind, LocalizedText text) {}

  public static PriorityAnswer of(PriorityQuery query) {
    var result = query.result();
    var method = query.request().method();
    return new PriorityAnswer(
        Provenance.of(query.snapshot(), query.datasets()),
        query.request().id(),
        query.request().canonical(),
        method.id(),
        WORDS.get("normalisation." + method.id()),
        WORDS.get("decomposition." + method.id()),
        query.areas().level(),
        query.areas().edition(),
        criteria(query),
        result.question().first(),
        result.areas().size(),
        areas(query),
        stability(result),
        result.decisive().get(0).criterion(),
        result.decisive().stream()
            .map(one -> new Influence(one.criterion(), rounded(one.meanRankChange(), 1)))
            .toList(),
        rounded(result.agreement(), DIGITS),
        result.disagreement().stream()
            .map(one -> new Disagreement(one.code().value(), name(query, one.code()), one.ranks()))
            .toList(),
        query.doubles().stream().map(PriorityAnswer::twice).toList(),
        result.pairs().stream().map(PriorityAnswer::pair).toList(),
        notes(query));
  }

  private static List<Used> criteria(PriorityQuery query) {
    double total = 0;
    for (var criterion : query.result().question().weighted()) {
      total += criterion.weight();
    }
    var used = new ArrayList<Used>();
    for (int i = 0; i < query.criteria().size(); i++) {
      var criterion = query.result().question().weighted().get(i);
      var values = query.criteria().get(i);
      used.add(
          new Used(
              criterion.id(),
              values.indicator().name(),
              values.period().id(),
              criterion.role().label(),
              criterion.direction().name().toLowerCase(Locale.ROOT),
              rounded(criterion.weight() / total, DIGITS),
              values.level().equals(query.areas().level())
                  ? values.origin().level()
                  : values.level()));
    }
    return used;
  }

  private static List<Ranked> areas(PriorityQuery query) {
    var areas = new ArrayList<Ranked>();
    query.result().areas().forEach(one -> areas.add(ranked(query, one)));
    for (var one : query.result().unranked()) {
      String code = one.code().value();
      String name = name(query, one.code());
      areas.add(
          new Ranked(
              code, name, null, null, null, Map.of(), null, null, null, null, null, one.missing()));
    }
    return areas;
  }

  private static Ranked ranked(PriorityQuery query, PriorityArea area) {
    return new Ranked(
        area.code().value(),
        name(query, area.code()),
        rounded(area.score(), FINE_DIGITS),
        rounded(area.need(), DIGITS),
        rounded(area.help(), DIGITS),
        rounded(area.contributions(), FINE_DIGITS),
        area.rank().nominal(),
        area.rank().lower(),
        area.rank().upper(),
        rounded(area.topProbability(), DIGITS),
        area.rankWithoutSupport() == 0 ? null : area.rankWithoutSupport(),
        List.of());
  }

  private static String name(PriorityQuery query, AreaCode code) {
    return query
        .snapshot()
        .areas(query.areas().edition())
        .find(query.areas().level(), code)
        .orElseThrow()
        .name();
  }

  private static Stability stability(PriorityResult result) {
    double kept = result.stability().kept();
    return new Stability(
        result.question().draws(),
        result.question().seed(),
        PriorityQuestion.WEIGHT_CONCENTRATION,
        rounded(result.stability().correlation(), DIGITS),
        rounded(kept, DIGITS),
        kept >= FIRM ? "firm" : kept >= FAIR ? "fair" : "loose");
  }

  private static Twice twice(DoubleCount count) {
    return new Twice(
        count.indicator(),
        count.as().stream().map(use -> use.kind().label()).toList(),
        count.as().stream().map(DoubleCount.Use::criterion).toList(),
        rounded(count.totalWeight(), DIGITS));
  }

  private static Pair pair(PriorityResult.Pair pair) {
    return new Pair(
        pair.ahead().value(),
        pair.behind().value(),
        pair.isProbablyDifferent() ? "probably-different" : "cannot-be-told-apart",
        rounded(pair.probability(), DIGITS));
  }

  private static List<Note> notes(PriorityQuery query) {
    var notes = new ArrayList<Note>();
    notes.add(new Note("areas", WORDS.get("note.areas")));
    notes.add(new Note("draws", WORDS.get("note.draws")));
    String method = query.request().method().id();
    if (method.equals("product") || method.equals("two-axes")) {
      notes.add(new Note("weights", WORDS.get("note.weights." + method)));
    }
    query
        .result()
        .unknownErrors()
        .forEach(
            (id, number) ->
                notes.add(
                    new Note(
                        "unknown-error",
                        WORDS.about("note.unknown-error", name(query, id), number))));
    for (var one : query.criteria()) {
      notesOf(query, one).forEach(notes::add);
    }
    if (!query.doubles().isEmpty()) {
      notes.add(new Note("double", WORDS.get("note.double")));
    }
    int unranked = query.result().unranked().size();
    if (unranked > 0) {
      notes.add(new Note("unranked", WORDS.get("note.unranked", Integer.toString(unranked))));
    }
    return notes;
  }

  private static List<Note> notesOf(PriorityQuery query, CriterionValues one) {
    var notes = new ArrayList<Note>();
    boolean own = one.level().equals(query.areas().level());
    if (!own) {
      notes.add(new Note("formed", WORDS.about("note.formed", one.indicator().name(), "")));
    }
    if (own && !one.origin().level().equals(one.level()) && !one.origin().aggregated()) {
      notes.add(new Note("coarser", WORDS.about("note.coarser", one.indicator().name(), "")));
    }
    if (!one.shared()) {
      notes.add(
          new Note(
              "shared-unknown", WORDS.about("note.shared-unknown", one.indicator().name(), "")));
    }
    return notes;
  }

  private static LocalizedText name(PriorityQuery query, String indicator) {
    return query.snapshot().indicators().get(indicator).name();
  }

  private static Map<String, BigDecimal> rounded(Map<String, Double> numbers, int digits) {
    var rounded = new LinkedHashMap<String, BigDecimal>();
    new TreeMap<>(numbers).forEach((key, value) -> rounded.put(key, rounded(value, digits)));
    return rounded;
  }

  private static BigDecimal rounded(double value, int digits) {
    return Double.isFinite(value) ? Decimals.round(value, digits) : null;
  }
}
