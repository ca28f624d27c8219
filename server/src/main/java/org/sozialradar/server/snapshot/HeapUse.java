package org.sozialradar.server.snapshot;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What the last garbage collections left in the heap. */
final class HeapUse {
  /** Above it, the next snapshot might not find its place beside the current one. */
  private static final double SCARCE = 0.6;

  private HeapUse() {}

  /** Whether more than three fifths of the largest heap were in use after the last collections. */
  static boolean isScarce() {
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isValid())
            .mapToLong(HeapUse::usedAfterCollection)
            .sum();
    return used > SCARCE * Runtime.getRuntime().maxMemory();
  }

  private static long usedAfterCollection(MemoryPoolMXBean pool) {
    var usage = pool.getCollectionUsage();
    return usage == null ? 0 : usage.getUsed();
  }
}
