package org.sozialradar.ingest.network;

import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How totals of the network are read.
 *
 * @param columns headers; absent means those of {@link Headers#STANDARD}
 */
public record NetworkTotalSettings(Headers columns) implements ResourceSettings {
  /**
   * Headers of the table.
   *
   * @param date a year, month or day
   * @param measure slug of what is counted
   * @param value the count or amount
   * @param source publication
   */
  public record Headers(String date, String measure, String value, String source) {
    public static final Headers STANDARD = new Headers("date", "measure", "value", "source");

    public Headers {
      InvalidSettingException.requireText(date, "date");
      InvalidSettingException.requireText(measure, "measure");
      InvalidSettingException.requireText(value, "value");
      InvalidSettingException.requireText(source, "source");
    }
  }

  public NetworkTotalSettings {
    columns = InvalidSettingException.orElse(columns, Headers.STANDARD);
  }
}
