package org.sozialradar.server.snapshot;

import java.util.Locale;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.network.Milestone;

/**
 * A milestone as it goes out.
 *
 * @param code municipality
 * @param name its name in the source
 * @param level level of the code
 * @param kind slug
 * @param date year, month or day, ISO 8601
 * @param precision {@code day}, {@code month} or {@code year}
 * @param means {@code happened}, or {@code known_by}: then it must not be shown as the day on which
 *     it happened
 * @param note remark of the source, null if none
 * @param source publication that names it
 */
public record MilestoneEntry(
    String code,
    String name,
    String level,
    String kind,
    String date,
    String precision,
    String means,
    String note,
    String source) {

  public static MilestoneEntry of(Milestone milestone) {
    return new MilestoneEntry(
        milestone.code().value(),
        milestone.name(),
        AreaLevel.MUNICIPALITY.id(),
        milestone.kind(),
        milestone.date().text(),
        lower(milestone.date().precision()),
        lower(milestone.date().means()),
        milestone.note().isEmpty() ? null : milestone.note(),
        milestone.source());
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
