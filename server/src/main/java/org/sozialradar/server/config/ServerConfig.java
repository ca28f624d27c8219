package org.sozialradar.server.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.store.StoreLogin;

/**
 * All that can be set about the server, valid as it stands.
 *
 * @param store folder of the embedded store or a JDBC address
 * @param login user and password of the store, empty for the embedded one
 * @param host name or address of the interface to listen on
 * @param port port to listen on, 0 for any free one
 * @param publicUrl address under which clients reach the server, without a slash at the end; empty
 *     if the host of each request holds
 * @param title what the page is called
 * @param backgroundTiles address of the tiles of a background map; empty if there is none
 * @param backgroundAttribution whom the background map shows thanks to
 * @param legal what the law asks the operator to say
 * @param requestLog which requests are written to the log
 * @param tileCacheMib memory for tiles, in MiB
 * @param answerCacheMib memory for other answers, in MiB
 * @param threads most threads that serve
 * @param maxConcurrentRequests most requests in work at once; more are refused
 * @param maxAddressLength longest path with query, in characters
 * @param maxHeaderBytes largest request header, in bytes
 * @param maxTileColumns most columns of values inside one tile
 * @param pollSeconds how often the store is asked for a new revision, in seconds
 * @param access who may do what
 * @param admin the port through which data are changed
 * @param surveys what holds for every survey that is published
 * @param exposure what others may do with the server
 * @param tls with which certificate the server encrypts
 * @param connections what clients must keep to
 * @param publisher who runs it, for catalogues of open data
 * @param operation how it stops, logs and keeps what it replaced
 * @param exports bounds of exports
 * @param releases where files of releases are kept
 */
public record ServerConfig(
    String store,
    StoreLogin login,
    String host,
    int port,
    String publicUrl,
    LocalizedText title,
    String backgroundTiles,
    String backgroundAttribution,
    LegalConfig legal,
    RequestLogging requestLog,
    int tileCacheMib,
    int answerCacheMib,
    int threads,
    int maxConcurrentRequests,
    int maxAddressLength,
    int maxHeaderBytes,
    int maxTileColumns,
    int pollSeconds,
    AccessConfig access,
    AdminConfig admin,
    SurveyConfig surveys,
    ExposureConfig exposure,
    TlsConfig tls,
    ConnectionConfig connections,
    PublisherConfig publisher,
    OperationConfig operation,
    ExportConfig exports,
    ReleaseConfig releases) {

  /** Which requests are written to the log. */
  public enum RequestLogging {
    NONE,
    /** Those answered with a status of 400 or more. */
    ERRORS,
    ALL
  }

  public ServerConfig {
    PublicAddress.check(publicUrl);
    if (admin.isOn()) {
      access.requireTokenFile();
    }
    if (!backgroundTiles.isEmpty() && backgroundAttribution.isBlank()) {
      throw new ConfigException("config.background-without-attribution");
    }
    if (maxHeaderBytes <= maxAddressLength) {
      throw new ConfigException(
          "config.header-smaller-than-address",
          Integer.toString(maxHeaderBytes),
          Integer.toString(maxAddressLength));
    }
  }

  static ServerConfig of(Map<Setting, GivenValue> given) {
    return new ServerConfig(
        given.get(Setting.STORE).required(),
        new StoreLogin(
            given.get(Setting.STORE_USER).text().strip(),
            given.get(Setting.STORE_PASSWORD).text().strip()),
        given.get(Setting.HOST).required(),
        given.get(Setting.PORT).number(0, 65535),
        given.get(Setting.PUBLIC_URL).address(),
        new LocalizedText(
            given.get(Setting.TITLE_DE).required(), given.get(Setting.TITLE_EN).required()),
        given.get(Setting.BACKGROUND_TILES).tileAddress(),
        given.get(Setting.BACKGROUND_ATTRIBUTION).text().strip(),
        LegalConfig.of(given),
        given.get(Setting.REQUEST_LOG).oneOf(RequestLogging.class),
        given.get(Setting.TILE_CACHE_MIB).number(1, 65536),
        given.get(Setting.ANSWER_CACHE_MIB).number(1, 65536),
        given.get(Setting.THREADS).number(8, 1000),
        given.get(Setting.MAX_CONCURRENT_REQUESTS).number(1, 100_000),
        given.get(Setting.MAX_ADDRESS_LENGTH).number(512, 60_000),
        given.get(Setting.MAX_HEADER_BYTES).number(1024, 64_000),
        given.get(Setting.MAX_TILE_COLUMNS).number(1, 100),
        given.get(Setting.POLL_SECONDS).number(1, 3600),
        AccessConfig.of(given),
        AdminConfig.of(given),
        SurveyConfig.of(given),
        ExposureConfig.of(given),
        TlsConfig.of(given),
        ConnectionConfig.of(given),
        PublisherConfig.of(given),
        OperationConfig.of(given),
        ExportConfig.of(given),
        ReleaseConfig.of(given));
  }

  /**
   * Scheme, host and port of the background map: what a page may load images from besides this
   * server.
   */
  public List<String> imageOrigins() {
    if (backgroundTiles.isEmpty()) {
      return List.of();
    }
    var uri = URI.create(backgroundTiles.replaceAll("[{}]", ""));
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return List.of(uri.getScheme() + "://" + uri.getHost() + port);
  }
}
