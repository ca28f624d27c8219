package org.sozialradar.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.store.StoreLogin;

class ServerConfigTest {
  @TempDir Path folder;

  @Test
  void defaults() {
    assertThat(ConfigSources.read(Map.of(), Map.of(), Optional.empty()))
        .isEqualTo(
            new ServerConfig(
                "var/radar",
                StoreLogin.NONE,
                "127.0.0.1",
                7070,
                "",
                new LocalizedText("Sozialradar", "Sozialradar"),
                "",
                "",
                new LegalConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                ServerConfig.RequestLogging.ERRORS,
                64,
                32,
                64,
                256,
                16_384,
                24_576,
                8,
                10,
                new AccessConfig(
                    AccessConfig.ReadAccess.PUBLIC, Optional.of(Path.of("var/radar/tokens.json"))),
                new AdminConfig("127.0.0.1", 0, 512, StoreLogin.NONE),
                new SurveyConfig(10, 10),
                new ExposureConfig(
                    List.of(), List.of(), List.of(), List.of("127.0.0.0/8", "::1"), 600),
                new TlsConfig(Optional.empty(), "", Duration.ofDays(365)),
                new ConnectionConfig(4000, Duration.ofSeconds(30), Duration.ofSeconds(30), 500),
                new PublisherConfig("", "", ""),
                new OperationConfig(
                    OperationConfig.LogFormat.TEXT,
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10),
                    4),
                new ExportConfig(8, 2048, Duration.ofMinutes(60)),
                new ReleaseConfig(Optional.of(Path.of("var/radar/releases")))));
  }

  @Test
  void whatTheLawAsksForIsATextOrAnAddress() {
    String words = String.join(System.lineSeparator(), "Amt für Prävention", "", "Markt 1");
    var given = Map.of("RADAR_IMPRINT", words, "RADAR_PRIVACY", "https://amt.example.org/privacy");
    var legal = ConfigSources.read(Map.of(), given, Optional.empty()).legal();
    assertThat(legal.imprint()).contains(new LegalConfig.Statement(words, false));
    assertThat(legal.privacy())
        .contains(new LegalConfig.Statement("https://amt.example.org/privacy", true));
    assertThat(legal.accessibility()).isEmpty();
    var wrong = Map.of("RADAR_PRIVACY", "https://");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigSources.read(Map.of(), wrong, Optional.empty()))
        .returns("config.not-an-address", ConfigException::key);
  }

  @Test
  void theOfficeSetsWhatHoldsForEverySurvey() {
    assertThat(ConfigSources.read(Map.of(), Map.of(), Optional.empty()).surveys().rule())
        .isEqualTo(SurveyRule.DEFAULT);
    var environment =
        Map.of("RADAR_SURVEY_MIN_RESPONDENTS", "20", "RADAR_SURVEY_BOUND_PERCENT", "15");
    assertThat(ConfigSources.read(Map.of(), environment, Optional.empty()).surveys().rule())
        .isEqualTo(
            SurveyRule.of(
                Map.of("minRespondents", 20.0, "proportionBound", 0.15, "scaleBound", 0.15)));
  }

  @Test
  void flagsGoBeforeEnvironmentBeforeFile() throws IOException {
    var file = file("port=1111\nhost=0.0.0.0\ntitle-de=Görlitz heute\n");
    var environment = Map.of("RADAR_PORT", "2222", "RADAR_TITLE_EN", "Goerlitz", "HOME", "/");
    var config = ConfigSources.read(Map.of(Setting.PORT, "3333"), environment, Optional.of(file));
    assertThat(config.port()).isEqualTo(3333);
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.title()).isEqualTo(new LocalizedText("Görlitz heute", "Goerlitz"));
    assertThat(ConfigSources.read(Map.of(), environment, Optional.of(file)).port()).isEqualTo(2222);
    assertThat(ConfigSources.read(Map.of(), Map.of(), Optional.of(file)).port()).isEqualTo(1111);
  }

  @Test
  void everySettingHasAFlagAVariableAndAKey() {
    assertThat(Setting.TILE_CACHE_MIB.flag()).isEqualTo("--tile-cache-mib");
    assertThat(Setting.TILE_CACHE_MIB.variable()).isEqualTo("RADAR_TILE_CACHE_MIB");
    assertThat(Setting.TILE_CACHE_MIB.key()).isEqualTo("tile-cache-mib");
  }

  @Test
  void thePasswordOfTheStoreIsReadAndNotPrinted() throws IOException {
    var environment = Map.of("RADAR_STORE_USER", "radar_writer", "RADAR_STORE_PASSWORD", "geheim");
    var config = ConfigSources.read(Map.of(), environment, Optional.empty());
    assertThat(config.login()).isEqualTo(new StoreLogin("radar_writer", "geheim"));
    assertThat(config.toString()).contains("radar_writer").doesNotContain("geheim");
    var file = file("store-password=geheim\n");
    assertThat(ConfigSources.read(Map.of(), Map.of(), Optional.of(file)).login().password())
        .isEqualTo("geheim");
  }

  @Test
  void unknownKeysFail() throws IOException {
    assertFailure(Map.of(), Optional.of(file("prot=1\n")), "config.unknown-key", "prot");
    assertFailure(
        Map.of("RADAR_PROT", "1"), Optional.empty(), "config.unknown-variable", "RADAR_PROT");
  }

  @Test
  void variablesOfTheScriptsAreNoSettings() {
    for (var variable : Setting.OTHER_VARIABLES) {
      assertThat(ConfigSources.read(Map.of(), Map.of(variable, "x"), Optional.empty()).port())
          .isEqualTo(7070);
    }
  }

  @Test
  void filesThatCannotBeReadFail() throws IOException {
    assertFailure(
        Map.of(), Optional.of(folder.resolve("none")), "config.no-file", folder.resolve("none"));
    assertFailure(Map.of(), Optional.of(file("port=1\nport=2\n")), "config.repeated-key", "port");
    var latin = folder.resolve("latin");
    Files.write(latin, "title-de=Görlitz".getBytes(StandardCharsets.ISO_8859_1));
    assertFailure(Map.of(), Optional.of(latin), "config.not-utf8", latin);
    assertFailure(
        Map.of(), Optional.of(file("title-de=\\u12\n")), "config.unreadable-file", "properties");
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 70000, config.not-in-range",
    "PORT, x, config.not-in-range",
    "PORT, -1, config.not-in-range",
    "TILE_CACHE_MIB, 0, config.not-in-range",
    "MAX_TILE_COLUMNS, 1000, config.not-in-range",
    "STORE, ' ', config.empty",
    "HOST, '', config.empty",
    "CORS_ORIGINS, *, config.not-an-origin",
    "CORS_ORIGINS, https://a.example/, config.not-an-origin",
    "CORS_ORIGINS, null, config.not-an-origin",
    "EMBED_ORIGINS, 'https://a.example;script-src', config.not-an-origin",
    "TRUSTED_PROXIES, proxy.example.org, config.not-a-network",
    "TRUSTED_PROXIES, 10.0.0.0/99, config.not-a-network",
    "TRUSTED_PROXIES, 300.1.1.1, config.not-a-network",
    "READ_ACCESS, some, config.not-a-choice",
    "REQUEST_LOG, some, config.not-a-choice",
    "PUBLIC_URL, radar.example.org, config.not-an-address",
    "PUBLIC_URL, ftp://radar.example.org, config.not-an-address",
    "CONTACT, radar at example.org, config.not-a-contact",
    "CONTACT, javascript:alert(1), config.not-a-contact",
    "CONTRIBUTOR_ID, example, config.not-an-address",
    "BACKGROUND_TILES, https://tiles.example.org/, config.not-tiles",
    "BACKGROUND_TILES, 'https://x; script/{z}/{x}/{y}', config.not-tiles",
    "BACKGROUND_TILES, 'https://t.example.org/{z}/{x}/{y}.png',"
        + " config.background-without-attribution",
    "MAX_HEADER_BYTES, 2048, config.header-smaller-than-address"
  })
  void valuesAreChecked(Setting setting, String value, String expected) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigSources.read(Map.of(setting, value), Map.of(), Optional.empty()))
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(expected));
  }

  @Test
  void tokensStandBesideTheStoreOrWhereItIsSaid() {
    assertThat(tokenFile(Map.of(Setting.STORE, "x"))).hasValue(Path.of("x/tokens.json"));
    assertThat(tokenFile(Map.of(Setting.STORE, "jdbc:h2:file:x/y")))
        .hasValue(Path.of("x/y.tokens.json"));
    var named = Map.of(Setting.STORE, "jdbc:postgresql://h/d", Setting.TOKEN_STORE, "z.json");
    assertThat(tokenFile(named)).hasValue(Path.of("z.json"));
    assertThat(tokenFile(Map.of(Setting.STORE, "jdbc:postgresql://h/d"))).isEmpty();
    var nowhere = Map.of(Setting.STORE, "jdbc:postgresql://h/d", Setting.READ_ACCESS, "token");
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> tokenFile(nowhere))
        .satisfies(failure -> assertThat(failure.key()).isEqualTo("config.no-token-file"));
  }

  private static Optional<Path> tokenFile(Map<Setting, String> settings) {
    return ConfigSources.read(settings, Map.of(), Optional.empty()).access().tokenFile();
  }

  @Test
  void theBackgroundMapNamesTheOriginThatThePageMayAsk() {
    var settings =
        Map.of(
            Setting.BACKGROUND_TILES,
            "https://t.example.org:8443/{z}/{x}/{y}.png",
            Setting.BACKGROUND_ATTRIBUTION,
            "© Example");
    assertThat(ConfigSources.read(settings, Map.of(), Optional.empty()).imageOrigins())
        .isEqualTo(List.of("https://t.example.org:8443"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("radar.properties"), text);
  }

  private static void assertFailure(
      Map<String, String> environment, Optional<Path> file, String key, Object named) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigSources.read(Map.of(), environment, file))
        .satisfies(failure -> assertThat(failure.key()).isEqualTo(key))
        .satisfies(failure -> assertThat(failure.getMessage()).contains(named.toString()));
  }
}
