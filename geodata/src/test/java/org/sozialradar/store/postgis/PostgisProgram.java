package org.sozialradar.store.postgis;

import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.sozialradar.store.StoreLogin;

/** A program of its own that commits until it is killed, and tells each revision that it made. */
final class PostgisProgram {
  private static final int AREAS = 300;

  private PostgisProgram() {}

  public static void main(String[] arguments) {
    var login = new StoreLogin(arguments[1], System.getenv("STORE_PASSWORD"));
    try (var store = PostgisGeodataStore.open(arguments[0], login, Clock.systemUTC())) {
      for (long number = store.currentRevision().number() + 1; ; number++) {
        store.commit(uniform((int) number, AREAS));
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  static Process start(String address, StoreLogin login) throws IOException {
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PostgisProgram.class.getName(),
                address,
                login.user()));
    builder.environment().put("STORE_PASSWORD", login.password());
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
