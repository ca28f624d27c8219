package org.sozialradar.ingest.network;

import java.time.DateTimeException;
import org.sozialradar.network.MilestoneDate;

/** Dates of the network: known to the year, the month or the day. */
final class NetworkDates {
  private NetworkDates() {}

  static boolean isDate(String text) {
    try {
      new MilestoneDate(text, MilestoneDate.Means.KNOWN_BY).precision();
      return true;
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
