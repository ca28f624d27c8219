package org.sozialradar.server.tiles;

import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;

/**
 * Counts one miss for each tile that had to be made. The look into the memory that comes before, on
 * the fast path, would be a second one for the same request.
 */
final class OneMissPerTile implements StatsCounter {
  private final StatsCounter counter = new ConcurrentStatsCounter();

  @Override
  public void recordHits(int count) {
    counter.recordHits(count);
  }

  @Override
  public void recordMisses(int count) {
    // Counted when the tile has been made, or could not be.
  }

  @Override
  public void recordLoadSuccess(long nanos) {
    counter.recordMisses(1);
    counter.recordLoadSuccess(nanos);
  }

  @Override
  public void recordLoadFailure(long nanos) {
    counter.recordMisses(1);
    counter.recordLoadFailure(nanos);
  }

  @Override
  public void recordEviction(int weight, RemovalCause cause) {
    counter.recordEviction(weight, cause);
  }

  @Override
  public CacheStats snapshot() {
    return counter.snapshot();
  }
}
