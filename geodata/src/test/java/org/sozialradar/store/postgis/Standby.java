package org.sozialradar.store.postgis;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A standby of the cluster, made and removed by {@code scripts/lib/postgis-cluster}. */
final class Standby implements AutoCloseable {
  private final Process process;
  private final int port;

  private Standby(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Standby of(PostgisCluster primary) throws IOException {
    var builder = new ProcessBuilder(PostgisCluster.script().toString());
    builder.environment().put("POSTGIS_CLUSTER_PRIMARY", primary.socket() + ":" + primary.port());
    var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("the standby does not start");
    }
    return new Standby(process, Integer.parseInt(line.replaceAll("port=(\\d+) .*", "$1")));
  }

  String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
