package org.sozialradar.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.releases.FrozenExports;
import org.sozialradar.server.tiles.TileArchive;

/** The entry point of the distribution. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    requireOwnLogging();
    int code =
        RadarCommandLine.run(
            List.of(arguments),
            System.getenv(),
            Version.current(),
            (config, store) -> RadarServer.start(config, store).expectVisitors(),
            (store, layer, file, progress) ->
                TileArchive.of(store, layer.layer(), layer.edition(), layer.columns())
                    .write(file, progress),
            new FrozenExports(Clock.systemUTC()),
            writer(FileDescriptor.out, "stdout.encoding"),
            writer(FileDescriptor.err, "stderr.encoding"));
    System.exit(code);
  }

  /**
   * The GeoTools jar carries an old copy of the logging interface; with it first on the class path,
   * nothing would be logged.
   */
  private static void requireOwnLogging() {
    var place = LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation().toString();
    if (!place.contains("slf4j-api")) {
      throw new IllegalStateException(
          "slf4j comes from " + place + ": the class path is out of order");
    }
  }

  /** Umlauts need the encoding of the terminal, which is not that of files. */
  private static PrintWriter writer(FileDescriptor descriptor, String property) {
    var name = System.getProperty(property, System.getProperty("sun." + property));
    var charset = name == null ? Charset.defaultCharset() : Charset.forName(name);
    OutputStream stream = new FileOutputStream(descriptor);
    return new PrintWriter(stream, true, charset);
  }
}
