package org.sozialradar.server.command;

import java.net.URI;
import java.util.Optional;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.store.GeodataStore;

/** Starts what serves. */
@FunctionalInterface
public interface Serving {
  /**
   * Starts to serve.
   *
   * @param store open store; whoever called closes it, after the server
   * @throws CommandException if the port cannot be opened
   */
  Running start(ServerConfig config, GeodataStore store);

  /** A server that answers. */
  interface Running extends AutoCloseable {
    /** Where it answers. */
    URI address();

    /** Where data are changed, if that is possible at all. */
    Optional<URI> adminAddress();

    /**
     * Says from now on that it is not ready, and goes on answering for a time that is set.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void drain() throws InterruptedException;

    /** Lets the requests in work end, for some seconds at most, and stops. */
    @Override
    void close();
  }
}
