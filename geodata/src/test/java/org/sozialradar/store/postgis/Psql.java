package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs a script as an administrator would: with psql, as the superuser, ending at an error. */
final class Psql {
  private Psql() {}

  static void run(PostgisCluster cluster, Path script) throws IOException, InterruptedException {
    var program = cluster.programs().resolve("psql").toString();
    var command =
        List.of(
            program,
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--host=" + cluster.socket(),
            "--port=" + cluster.port(),
            "--username=postgres",
            "--dbname=postgres",
            "--file=" + script);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
