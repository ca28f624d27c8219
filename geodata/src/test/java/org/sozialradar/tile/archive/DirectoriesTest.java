package org.sozialradar.tile.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
  private static final int MOST = 16_384 - ArchiveHeader.BYTES;

  @Test
  void fewEntriesNeedNoLeaves() {
    var directories = Directories.of(entries(100), MOST);
    assertThat(directories.leaves()).isEmpty();
    assertThat(directories.root()).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void theRootFitsIntoTheFirstReadHoweverManyTilesThereAre() {
    var directories = Directories.of(entries(300_000), MOST);
    assertThat(directories.root()).hasSizeLessThanOrEqualTo(MOST);
    assertThat(directories.leaves()).isNotEmpty();
  }

  private static List<TileEntry> entries(int count) {
    var random = new Random(7);
    var entries = new ArrayList<TileEntry>();
    long id = 0;
    long offset = 0;
    for (int i = 0; i < count; i++) {
      id += 1 + random.nextInt(5);
      int length = 1 + random.nextInt(60_000);
      entries.add(new TileEntry(id, offset, length, 1));
      offset += length;
    }
    return entries;
  }
}
