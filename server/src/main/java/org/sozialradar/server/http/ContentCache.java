package org.sozialradar.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Keeps answers that cost something to make, weighed by their bytes. What failed is not kept; what
 * several ask for at once is made once. Safe for use by many threads.
 */
public final class ContentCache {
  private final Cache<String, Content> contents;

  /**
   * A cache.
   *
   * @param bytes most bytes of memory
   */
  public ContentCache(long bytes) {
    contents =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, Content content) -> 2 * key.length() + content.weight())
            .recordStats()
            .build();
  }

  /**
   * The content of a key.
   *
   * @param key names resource, revision and all parameters that matter
   * @param maker makes it
   */
  public Content get(String key, Supplier<Content> maker) {
    return contents.get(key, unused -> maker.get());
  }

  /** Forgets all. */
  public void clear() {
    contents.invalidateAll();
  }

  /** What is kept, for measuring. */
  public Cache<String, Content> cache() {
    return contents;
  }
}
