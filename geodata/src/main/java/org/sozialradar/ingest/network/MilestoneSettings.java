package org.sozialradar.ingest.network;

import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How milestones are read.
 *
 * @param edition edition whose municipalities the keys name
 * @param level level of the keys; absent means municipality
 * @param columns headers; absent means those of {@link Headers#STANDARD}
 */
public record MilestoneSettings(String edition, String level, Headers columns)
    implements ResourceSettings {
  /**
   * Headers of the table.
   *
   * @param code key of the area
   * @param name its name in the source
   * @param kind slug of the milestone
   * @param date a year, month or day
   * @param means {@code happened} or {@code known_by}
   * @param note remark; empty if the table has none
   * @param source publication
   */
  public record Headers(
      String code,
      String name,
      String kind,
      String date,
      String means,
      String note,
      String source) {
    public static final Headers STANDARD =
        new Headers("ags", "municipality", "kind", "date", "date_means", "note", "source");

    public Headers {
      InvalidSettingException.requireText(code, "code");
      InvalidSettingException.requireText(name, "name");
      InvalidSettingException.requireText(kind, "kind");
      InvalidSettingException.requireText(date, "date");
      InvalidSettingException.requireText(means, "means");
      note = InvalidSettingException.orElse(note, "");
      InvalidSettingException.requireText(source, "source");
    }
  }

  public MilestoneSettings {
    InvalidSettingException.requireText(edition, "edition");
    level = InvalidSettingException.orElse(level, "municipality");
    columns = InvalidSettingException.orElse(columns, Headers.STANDARD);
  }
}
