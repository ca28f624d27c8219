package org.sozialradar.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.CompositeIndex;
import org.sozialradar.composite.UncertaintyPlan;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Which published indicators are to be put together, and how.
 *
 * @param wording what a person reads
 * @param source who answers for the index; empty if those of its inputs do
 * @param extent where and when it is computed
 * @param composite how it is made; its id is the id of the index, slug
 * @param periods periods of indicators, where they are not the newest up to that of the index
 * @param plan how the uncertainty of ranks is drawn
 * @param first numbers k of which the probability to be among the first k is told
 * @param peers groups that areas are compared in
 * @param sha256 checksum of the file
 */
public record IndexDefinition(
    Wording wording,
    Optional<Source> source,
    Extent extent,
    CompositeIndex composite,
    Map<String, ReferencePeriod> periods,
    UncertaintyPlan plan,
    List<Integer> first,
    Peers peers,
    String sha256) {

  /**
   * What a person reads.
   *
   * @param title name of the index
   * @param description what it says, in plain sentences
   * @param theme theme of the catalogue
   * @param polarity whether more is better for the people who live there
   * @param dimensions names of the dimensions by id
   */
  public record Wording(
      LocalizedText title,
      LocalizedText description,
      Indicator.Theme theme,
      Indicator.Polarity polarity,
      Map<String, LocalizedText> dimensions) {
    public Wording {
      dimensions = Map.copyOf(dimensions);
    }
  }

  /**
   * Who answers for the index.
   *
   * @param publisher name
   * @param licence terms of the index
   * @param attribution whom it is owed to, beside those of its inputs
   */
  public record Source(String publisher, Licence licence, String attribution) {}

  /**
   * Where and when the index is computed.
   *
   * @param level level of the areas
   * @param edition edition of boundaries
   * @param period what its values speak of
   */
  public record Extent(String level, String edition, ReferencePeriod period) {}

  /**
   * Groups of areas that can fairly be compared.
   *
   * @param size classes of size; empty for none
   * @param within level of areas, such as {@code district}, whose members are compared
   * @param lists groups of one's own, by name
   */
  public record Peers(
      Optional<Size> size, Optional<String> within, Map<String, List<AreaCode>> lists) {
    public Peers {
      lists = Map.copyOf(lists);
    }
  }

  /**
   * Classes of size.
   *
   * @param indicator number of inhabitants
   * @param from lower ends of the classes, ascending
   */
  public record Size(String indicator, List<Integer> from) {
    public Size {
      from = List.copyOf(from);
    }
  }

  public IndexDefinition {
    periods = Map.copyOf(periods);
    first = List.copyOf(first);
  }

  /** Id of the index, its indicator and its data set. */
  public String id() {
    return composite.id();
  }

  /** Id of the indicator of a dimension. */
  public String indicatorId(String dimension) {
    return id() + "_" + dimension;
  }

  /** Where in the definition an indicator stands. */
  String field(String indicator) {
    for (var dimension : composite.dimensions()) {
      for (int i = 0; i < dimension.indicators().size(); i++) {
        if (dimension.indicators().get(i).id().equals(indicator)) {
          return "dimensions/" + dimension.id() + "/indicators/" + i;
        }
      }
    }
    return "dimensions";
  }
}
