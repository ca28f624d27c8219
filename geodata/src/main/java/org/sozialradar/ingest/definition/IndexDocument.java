package org.sozialradar.ingest.definition;

import static org.sozialradar.ingest.InvalidSettingException.orElse;
import static org.sozialradar.ingest.InvalidSettingException.require;
import static org.sozialradar.ingest.InvalidSettingException.requireText;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.composite.Aggregation;
import org.sozialradar.composite.IndexIndicator;
import org.sozialradar.composite.OutlierTreatment;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.ingest.InvalidSettingException;

/**
 * An index as it stands in its file; keys that are absent arrive as null.
 *
 * @param index version of this format: 1
 * @param id slug
 * @param title what a person reads
 * @param description what the index says
 * @param theme theme of the catalogue
 * @param polarity whether more is better; absent means neutral
 * @param source who answers for it; absent means those of its inputs
 * @param level level of the areas
 * @param edition edition of boundaries
 * @param period what it speaks of
 * @param dimensions dimensions by id
 * @param weights weights of the dimensions; absent means equal
 * @param normalisation absent means min-max
 * @param aggregation absent means arithmetic
 * @param outliers absent means the standard treatment
 * @param uncertainty absent means 1000 draws from seed 1
 * @param peers groups for comparison; absent means none
 */
record IndexDocument(
    int index,
    String id,
    LocalizedText title,
    LocalizedText description,
    Indicator.Theme theme,
    Indicator.Polarity polarity,
    QuestionnaireDocument.SourceEntry source,
    String level,
    String edition,
    String period,
    Map<String, DimensionEntry> dimensions,
    JsonNode weights,
    NormalisationEntry normalisation,
    AggregationEntry aggregation,
    OutlierEntry outliers,
    UncertaintyEntry uncertainty,
    PeersEntry peers) {
  private static final int VERSION = 1;
  private static final int MOST_DIMENSIONS = 20;
  private static final int MOST_INDICATORS = 50;
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_WITH_DIMENSION = 59;

  IndexDocument {
    if (index != VERSION) {
      throw new InvalidSettingException(
          "„index: 1“ fehlt: die Datei ist kein Index, den diese Version kennt",
          "'index: 1' is missing: the file is no index that this version knows");
    }
    requireSlug(id, LONGEST_ID);
    require(title, "title");
    require(description, "description");
    require(theme, "theme");
    requireText(level, "level");
    requireText(edition, "edition");
    requireText(period, "period");
    if (dimensions == null || dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
      throw new InvalidSettingException(
          "„dimensions“ braucht 1 bis " + MOST_DIMENSIONS + " Einträge",
          "'dimensions' needs 1 to " + MOST_DIMENSIONS + " entries");
    }
    for (var dimension : dimensions.keySet()) {
      requireSlug(dimension, LONGEST_WITH_DIMENSION - id.length());
    }
    polarity = orElse(polarity, Indicator.Polarity.NEUTRAL);
    aggregation = orElse(aggregation, new AggregationEntry(null, null));
    normalisation = orElse(normalisation, new NormalisationEntry(Method.MIN_MAX, null, null, null));
    outliers = orElse(outliers, new OutlierEntry(null, null, null, null));
    uncertainty = orElse(uncertainty, new UncertaintyEntry(null, null, null));
    peers = orElse(peers, new PeersEntry(null, null, null));
  }

  private static void requireSlug(String id, int longest) {
    requireText(id, "id");
    if (!id.matches("[a-z][a-z0-9_]*") || id.length() > longest) {
      throw new InvalidSettingException(
          "„" + id + "“ ist keine Kennung: kleine Buchstaben, Ziffern und _, höchstens " + longest,
          "'" + id + "' is no id: lower-case letters, digits and _, at most " + longest);
    }
  }

  /**
   * A dimension.
   *
   * @param weights weights of its indicators; absent means equal
   */
  record DimensionEntry(LocalizedText title, JsonNode weights, List<IndicatorEntry> indicators) {
    DimensionEntry {
      require(title, "title");
      if (indicators == null || indicators.isEmpty() || indicators.size() > MOST_INDICATORS) {
        throw new InvalidSettingException(
            "„indicators“ braucht 1 bis " + MOST_INDICATORS + " Einträge",
            "'indicators' needs 1 to " + MOST_INDICATORS + " entries");
      }
      indicators = List.copyOf(indicators);
    }
  }

  /**
   * An indicator.
   *
   * @param direction whether more of it raises or lowers the index
   * @param period absent for the newest that is not after that of the index
   */
  record IndicatorEntry(String indicator, IndexIndicator.Direction direction, String period) {
    IndicatorEntry {
      requireText(indicator, "indicator");
      require(direction, "direction");
    }
  }

  /** Ways to normalise. */
  enum Method {
    MIN_MAX,
    Z_SCORE,
    PERCENTILE_RANK,
    GOALPOSTS
  }

  /**
   * How indicators are put on one scale.
   *
   * @param low lower end of the scale; absent means 0, or 1 where a mean is geometric
   * @param high upper end of the scale; absent means 100
   * @param posts goalposts by indicator, smallest and largest
   */
  record NormalisationEntry(
      Method method, Double low, Double high, Map<String, List<Double>> posts) {
    NormalisationEntry {
      require(method, "method");
      posts = orElse(posts, new LinkedHashMap<>());
      if (posts.values().stream().anyMatch(ends -> ends.size() != 2)) {
        throw new InvalidSettingException(
            "in „posts“ braucht jeder Indikator zwei Zahlen: kleinster und größter Wert",
            "in 'posts' each indicator needs two numbers: smallest and largest value");
      }
    }
  }

  /** How parts become one value. */
  record AggregationEntry(Aggregation within, Aggregation across) {
    AggregationEntry {
      within = orElse(within, Aggregation.ARITHMETIC);
      across = orElse(across, Aggregation.ARITHMETIC);
    }

    boolean isGeometric() {
      return within == Aggregation.GEOMETRIC || across == Aggregation.GEOMETRIC;
    }
  }

  /** Ways to treat outliers. */
  enum Treatment {
    WINSORISE,
    NONE
  }

  /** How outliers are treated; see {@link OutlierTreatment}. */
  record OutlierEntry(Treatment method, Double skewness, Double kurtosis, Integer mostPoints) {
    OutlierEntry {
      method = orElse(method, Treatment.WINSORISE);
      skewness = orElse(skewness, OutlierTreatment.standard().skewnessLimit());
      kurtosis = orElse(kurtosis, OutlierTreatment.standard().kurtosisLimit());
      mostPoints = orElse(mostPoints, OutlierTreatment.MOST_POINTS);
    }
  }

  /**
   * How the uncertainty of ranks is drawn.
   *
   * @param first numbers k: how probable it is to be among the first k
   */
  record UncertaintyEntry(Integer draws, Long seed, List<Integer> first) {
    private static final int DRAWS = 1000;

    UncertaintyEntry {
      draws = orElse(draws, DRAWS);
      seed = orElse(seed, 1L);
      first = List.copyOf(orElse(first, List.of(10)));
      if (first.stream().anyMatch(k -> k < 1)) {
        throw new InvalidSettingException("„first“ zählt ab 1", "'first' counts from 1");
      }
    }
  }

  /** Groups for comparison. */
  record PeersEntry(SizeEntry size, String within, Map<String, List<String>> lists) {
    PeersEntry {
      lists = orElse(lists, new LinkedHashMap<>());
    }
  }

  /** Classes of size. */
  record SizeEntry(String indicator, List<Integer> from) {
    SizeEntry {
      requireText(indicator, "indicator");
      from = List.copyOf(orElse(from, PeerGroup.SIZES));
      for (int i = 1; i < from.size(); i++) {
        if (from.get(i - 1) >= from.get(i)) {
          throw new InvalidSettingException(
              "die Größenklassen in „from“ steigen nicht an",
              "the size classes in 'from' do not ascend");
        }
      }
    }
  }
}
