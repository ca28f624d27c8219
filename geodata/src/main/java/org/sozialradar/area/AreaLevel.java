package org.sozialradar.area;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;

/**
 * A level of areas, such as the municipalities or a kind of named group.
 *
 * @param id slug: {@code [a-z][a-z0-9-]{0,39}}; stands in addresses of tiles and values
 * @param name singular
 * @param plural plural
 * @param rank order from coarse (small) to fine (large); a level may contain only areas of greater
 *     rank
 * @param group true for named groups of areas (a joint council), which need not cover the territory
 */
public record AreaLevel(
    String id, LocalizedText name, LocalizedText plural, int rank, boolean group)
    implements Comparable<AreaLevel> {
  public static final AreaLevel STATE = of("state", "Land", "State", "Länder", "States", 10);
  public static final AreaLevel REGION =
      of("region", "Regierungsbezirk", "Region", "Regierungsbezirke", "Regions", 20);
  public static final AreaLevel DISTRICT =
      of("district", "Kreis", "District", "Kreise", "Districts", 30);
  public static final AreaLevel ASSOCIATION =
      of(
          "association",
          "Gemeindeverband",
          "Municipal association",
          "Gemeindeverbände",
          "Municipal associations",
          40);
  public static final AreaLevel MUNICIPALITY =
      of("municipality", "Gemeinde", "Municipality", "Gemeinden", "Municipalities", 50);
  public static final AreaLevel QUARTER =
      of("quarter", "Ortsteil", "Quarter", "Ortsteile", "Quarters", 60);

  /** The levels that need no declaration, from coarse to fine. */
  public static final List<AreaLevel> BUILT_IN =
      List.of(STATE, REGION, DISTRICT, ASSOCIATION, MUNICIPALITY, QUARTER);

  public AreaLevel {
    if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not a level id: " + id);
    }
    if (rank < 0 || rank > 100) {
      throw new IllegalArgumentException("level " + id + ": rank " + rank + " is not in 0..100");
    }
  }

  private static AreaLevel of(
      String id, String de, String en, String pluralDe, String pluralEn, int rank) {
    return new AreaLevel(
        id, new LocalizedText(de, en), new LocalizedText(pluralDe, pluralEn), rank, false);
  }

  @Override
  public int compareTo(AreaLevel other) {
    return rank != other.rank ? Integer.compare(rank, other.rank) : id.compareTo(other.id);
  }
}
