package org.sozialradar.server.exports;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bounds that leave some of the disk to others as well. For one thread. */
final class SparingBounds implements ExportBounds {
  private final ExportBounds bounds;
  private final FileStore disk;
  private final long spare;

  /**
   * Bounds.
   *
   * @param folder where files are written
   * @param spare bytes of its disk that stay free
   */
  SparingBounds(ExportBounds bounds, Path folder, long spare) throws IOException {
    this.bounds = bounds;
    this.spare = spare;
    disk = Files.getFileStore(folder);
  }

  @Override
  public void requireWanted() throws IOException {
    bounds.requireWanted();
  }

  @Override
  public void requireRoom(long temporary) throws IOException {
    bounds.requireRoom(temporary);
    if (disk.getUsableSpace() < spare) {
      throw new IOException("too little space for exports");
    }
  }
}
