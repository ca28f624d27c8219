package org.sozialradar.server.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.logging.LogLines;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreUnreachableException;
import org.sozialradar.store.Stores;
import picocli.CommandLine.Model.CommandSpec;

/** {@code radar serve}: answers until it is told to stop. */
final class ServeCommand implements Callable<Integer> {
  /** Requests in work, then the reading of the store, are waited for. */
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(40);

  private final Surroundings surroundings;
  private final CommandSpec spec;

  private ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    spec = CommandSpec.wrapWithoutInspection(this);
  }

  static CommandSpec spec(Surroundings surroundings) {
    var command = new ServeCommand(surroundings);
    command.spec.name("serve").usageMessage().abbreviateSynopsis(true);
    SettingOptions.addTo(command.spec, List.of(Setting.values()), surroundings.texts());
    return command.spec;
  }

  @Override
  public Integer call() throws InterruptedException {
    long began = System.nanoTime();
    var config =
        SettingOptions.read(spec.commandLine().getParseResult(), surroundings.environment());
    LogLines.write(config.operation().logFormat());
    requireAddress(config);
    var signal = new StopSignal(config.operation().drain().plus(LONGEST_CLOSING));
    try (var store = Stores.openPatiently(config.store(), config.login(), this::sayAway)) {
      sayWhenEmpty(config, store);
      serve(config, store, signal, began);
    } finally {
      signal.done();
    }
    return ExitCode.OK;
  }

  /** Before the store opens, as that may take long and makes a store where there is none. */
  private static void requireAddress(ServerConfig config) {
    try {
      new ServerSocket(0, 1, InetAddress.getByName(config.host())).close();
    } catch (IOException notOfThisComputer) {
      throw new CommandException(ExitCode.USAGE, "error.host", config.host(), config.port());
    }
  }

  private void serve(ServerConfig config, GeodataStore store, StopSignal signal, long began)
      throws InterruptedException {
    try (var running = surroundings.serving().start(config, store)) {
      say("serve.ready", running.address().toString(), seconds(began));
      running.adminAddress().ifPresent(address -> say("serve.admin", address.toString()));
      signal.await();
      say("serve.stopping");
      if (!Terminal.hearsMessages()) {
        running.drain(); // Who stops it by hand has nobody to send visitors elsewhere.
      }
    }
  }

  private void sayAway(StoreUnreachableException away) {
    say("serve.store-away", String.valueOf(away.getMessage()));
  }

  private void sayWhenEmpty(ServerConfig config, GeodataStore store) {
    try {
      if (store.listEditions().isEmpty()) {
        say("serve.empty", Stores.withoutPassword(config.store()));
      }
    } catch (StoreUnreachableException away) {
      LoggerFactory.getLogger(ServeCommand.class).debug("nobody knows what the store holds", away);
    }
  }

  private String seconds(long began) {
    return String.format(
        surroundings.language().locale(), "%.1f s", (System.nanoTime() - began) / 1e9);
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
    surroundings.out().flush();
  }
}
