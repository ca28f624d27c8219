package org.sozialradar.server.config;

import java.time.Duration;
import java.util.Map;

/**
 * Bounds of exports.
 *
 * @param mostAtOnce most that are written or fetched at once
 * @param mostMib most that one takes on the disk, its temporary files included, in MiB
 * @param longest how long writing and fetching one may take together
 */
public record ExportConfig(int mostAtOnce, int mostMib, Duration longest) {
  static ExportConfig of(Map<Setting, GivenValue> given) {
    return new ExportConfig(
        given.get(Setting.MAX_EXPORTS).number(1, 1000),
        given.get(Setting.MAX_EXPORT_MIB).number(1, 65536),
        Duration.ofMinutes(given.get(Setting.EXPORT_MINUTES).number(1, 1440)));
  }
}
