package org.sozialradar.indicator;

/**
 * What stands with a result that was computed here: its definition, parameters, seed, rules,
 * diagnostics and limits, as it may be published.
 *
 * @param indicatorId the result
 * @param period the wave or year that it speaks of
 * @param datasetId data set of the result
 * @param kind how it was made
 * @param json the document, a JSON object
 */
public record MethodDocument(
    String indicatorId, ReferencePeriod period, String datasetId, Kind kind, String json)
    implements Comparable<MethodDocument> {

  /** How a result was made. */
  public enum Kind {
    /** Estimated from the answers of respondents in the area itself. */
    SURVEY,
    /** Predicted by a small-area model. */
    MODEL,
    /** Put together from other indicators. */
    INDEX;

    /** Name in answers. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Override
  public int compareTo(MethodDocument other) {
    int order = indicatorId.compareTo(other.indicatorId);
    return order == 0 ? period.compareTo(other.period) : order;
  }
}
