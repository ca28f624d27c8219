package org.sozialradar.disclosure;

import java.util.Comparator;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Names a cell that survey results are published in: some respondents, of some time, in an area.
 *
 * @param period the wave
 * @param edition the edition of boundaries
 * @param level the level of the area
 * @param area the area
 * @param group a part of the respondents (an age group, several waves together, the respondents of
 *     an earlier import); empty for all of the wave
 */
public record CellKey(
    ReferencePeriod period, String edition, String level, AreaCode area, String group)
    implements Comparable<CellKey> {
  private static final Comparator<CellKey> ORDER =
      Comparator.comparing(CellKey::period)
          .thenComparing(CellKey::edition)
          .thenComparing(CellKey::level)
          .thenComparing(CellKey::group)
          .thenComparing(CellKey::area);

  public CellKey {
    if (edition.isBlank() || level.isBlank()) {
      throw new IllegalArgumentException("a cell needs an edition and a level");
    }
  }

  /** The cell of all respondents of a wave in an area. */
  public CellKey(ReferencePeriod period, String edition, String level, AreaCode area) {
    this(period, edition, level, area, "");
  }

  @Override
  public int compareTo(CellKey other) {
    return ORDER.compare(this, other);
  }
}
