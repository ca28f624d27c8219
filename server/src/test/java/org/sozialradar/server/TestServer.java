package org.sozialradar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sozialradar.server.config.ConfigSources;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** A real server with a real store on a free port, and a client. */
public final class TestServer implements AutoCloseable {
  private final GeodataStore store;
  private final RadarServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private TestServer(GeodataStore store, RadarServer server) {
    this.store = store;
    this.server = server;
  }

  /** A server over the {@link TestCountry}. */
  public static TestServer overTestCountry(Path folder) {
    return overTestCountry(folder, Map.of());
  }

  public static TestServer overTestCountry(Path folder, Map<Setting, String> settings) {
    var store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    return over(store, settings);
  }

  public static TestServer over(GeodataStore store, Map<Setting, String> settings) {
    var all = new EnumMap<Setting, String>(Setting.class);
    all.put(Setting.PORT, "0");
    all.put(Setting.REQUEST_LOG, "none");
    all.putAll(settings);
    var config = ConfigSources.read(all, Map.of(), Optional.empty());
    return new TestServer(store, RadarServer.start(config, store));
  }

  public GeodataStore store() {
    return store;
  }

  public RadarServer server() {
    return server;
  }

  /** Waits until the current revision has been read whole. */
  public void awaitReading() throws InterruptedException {
    server.awaitReading();
  }

  public URI address(String path) {
    return server.address().resolve(path);
  }

  /** GET as curl sends it: no Accept-Encoding. */
  public HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  /** GET whose answer may come later. */
  public CompletableFuture<HttpResponse<byte[]>> getLater(String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Described.check(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  /** A question as JSON. */
  public HttpResponse<byte[]> ask(String path, String json, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Described.check(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  /** A port that is free at this moment. */
  public static String freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
