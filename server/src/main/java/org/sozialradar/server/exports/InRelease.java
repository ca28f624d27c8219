package org.sozialradar.server.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.release.ReleaseView;

/**
 * The release that an export is written for, which is what is to be cited then.
 *
 * @param id its id
 * @param title what it is called
 * @param at when it was made
 */
public record InRelease(String id, LocalizedText title, Instant at) {
  /** The day when it was made. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /**
   * Its address.
   *
   * @param baseUrl address of the server without a slash at the end; empty if it is not known
   * @return empty if that is not known
   */
  public String address(String baseUrl) {
    return baseUrl.isEmpty() ? "" : baseUrl + ReleaseView.path(id);
  }
}
