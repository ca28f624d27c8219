package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.GeodataStore;

/** Writes layers of tiles as archives. */
@FunctionalInterface
public interface Archiving {
  /**
   * A layer that is to be written.
   *
   * @param layer id of a level, or {@code network}
   * @param edition id of an edition; empty for the one that is shown first
   * @param columns values inside the tiles, each {@code indicator} or {@code indicator:period}
   */
  record Layer(String layer, String edition, List<String> columns) {
    public Layer {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Writes all tiles of a layer into one file, whole or not at all.
   *
   * @throws org.sozialradar.server.http.ProblemException if the store has no such layer
   * @throws IOException if the file cannot be written
   */
  void write(GeodataStore store, Layer layer, Path file, Progress progress) throws IOException;
}
