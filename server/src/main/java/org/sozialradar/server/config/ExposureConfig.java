package org.sozialradar.server.config;

import java.util.List;
import java.util.Map;

/**
 * What others may do with the server, and what is believed of them.
 *
 * @param corsOrigins origins whose pages may read tiles, API and styles
 * @param embedOrigins origins whose pages may show the page in a frame
 * @param trustedProxies addresses and networks of proxies that name the client
 * @param metricsNetworks addresses and networks of those who may read the server's figures
 * @param costlyPerMinute most costly requests of one client in a minute; 0 for no limit
 */
public record ExposureConfig(
    List<String> corsOrigins,
    List<String> embedOrigins,
    List<String> trustedProxies,
    List<String> metricsNetworks,
    int costlyPerMinute) {
  public ExposureConfig {
    corsOrigins = List.copyOf(corsOrigins);
    embedOrigins = List.copyOf(embedOrigins);
    trustedProxies = List.copyOf(trustedProxies);
    metricsNetworks = List.copyOf(metricsNetworks);
  }

  static ExposureConfig of(Map<Setting, GivenValue> given) {
    return new ExposureConfig(
        given.get(Setting.CORS_ORIGINS).origins(),
        given.get(Setting.EMBED_ORIGINS).origins(),
        given.get(Setting.TRUSTED_PROXIES).networks(),
        given.get(Setting.METRICS_NETWORKS).networks(),
        given.get(Setting.COSTLY_PER_MINUTE).number(0, 1_000_000));
  }
}
