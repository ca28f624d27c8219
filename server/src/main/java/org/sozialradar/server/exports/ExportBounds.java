package org.sozialradar.server.exports;

import java.io.IOException;

/** Says while an export is written whether it may go on. */
interface ExportBounds {
  /** For files that nobody waits for on a connection: bounded by their disk alone. */
  ExportBounds NONE =
      new ExportBounds() {
        @Override
        public void requireWanted() {}

        @Override
        public void requireRoom(long temporary) {}
      };

  /**
   * Asked for each row, as some formats send nothing before their last.
   *
   * @throws IOException if nobody wants the rest
   */
  void requireWanted() throws IOException;

  /**
   * Asked every few rows.
   *
   * @param temporary bytes of the job's temporary files
   * @throws IOException if they and what was written need too much of the disk
   */
  void requireRoom(long temporary) throws IOException;
}
