package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.command.CommandException;
import org.sozialradar.server.config.ConfigSources;
import org.sozialradar.server.config.Setting;

/** A server that encrypts by itself, with a key store made by Java's own keytool. */
class TlsTest {
  private static final String PASSWORD = "geheim-42";

  @TempDir Path folder;

  private Path keystore;

  @BeforeEach
  void makeKeystore() throws Exception {
    keystore = folder.resolve("radar.p12");
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            tool,
            "-genkeypair",
            "-alias",
            "radar",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            keystore.toString(),
            "-storepass",
            PASSWORD);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private HttpClient trusting() throws Exception {
    var store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
    var certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("radar", store.getCertificate("radar"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void thePublicPortIsEncryptedAndTheAdminPortOfThisMachineNot() throws Exception {
    var settings = new EnumMap<Setting, String>(Setting.class);
    settings.put(Setting.TLS_KEYSTORE, keystore.toString());
    settings.put(
        Setting.TLS_KEYSTORE_PASSWORD_FILE,
        Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString());
    settings.put(Setting.ADMIN_PORT, TestServer.freePort());
    settings.put(Setting.TOKEN_STORE, folder.resolve("tokens.json").toString());
    try (var server = TestServer.overTestCountry(folder, settings)) {
      assertThat(server.address("/").getScheme()).isEqualTo("https");
      var request = HttpRequest.newBuilder(server.address("/tiles/municipality.json")).build();
      var answer = trusting().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"" + server.address("/") + "tiles/3/2023/");
      assertThat(answer.headers().allValues("Strict-Transport-Security"))
          .containsExactly("max-age=31536000");
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> server.get("/health/live"));
      assertThat(server.server().adminAddress().orElseThrow().getScheme()).isEqualTo("http");
    }
  }

  @Test
  void browsersAreToldToAskByTlsOnlyUnlessSetOtherwise() throws Exception {
    var settings =
        Map.of(
            Setting.TLS_KEYSTORE,
            keystore.toString(),
            Setting.TLS_KEYSTORE_PASSWORD,
            PASSWORD,
            Setting.TLS_HSTS_DAYS,
            "0");
    try (var server = TestServer.overTestCountry(folder, settings)) {
      var request = HttpRequest.newBuilder(server.address("/health/live")).build();
      var answer = trusting().send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
    try (var plain = TestServer.overTestCountry(folder.resolve("plain"), Map.of())) {
      assertThat(plain.get("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void aKeystoreThatCannotBeUsedIsNamedAndThePasswordIsNot() {
    for (var wrong : new String[] {keystore.toString(), folder.resolve("none").toString()}) {
      var settings =
          Map.of(Setting.TLS_KEYSTORE, wrong, Setting.TLS_KEYSTORE_PASSWORD, "not-it-" + PASSWORD);
      assertThatExceptionOfType(CommandException.class)
          .isThrownBy(
              () -> TestServer.overTestCountry(folder.resolve("s" + wrong.length()), settings))
          .withMessageContaining(wrong)
          .satisfies(failure -> assertThat(failure.toString()).doesNotContain(PASSWORD));
      assertThat(ConfigSources.read(settings, Map.of(), Optional.empty()).toString())
          .doesNotContain(PASSWORD);
    }
  }
}
