package org.sozialradar.server.tiles;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.sozialradar.tile.TileCoord;

/**
 * Tells how long tiles take to be made and how large they are sent, by zoom. Safe for use by many
 * threads.
 */
final class TileMeter {
  private static final Duration[] TIMES = {
    Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofMillis(250)
  };
  private static final double[] SIZES = {4 << 10, 16 << 10, 64 << 10, 256 << 10};

  private final MeterRegistry registry;
  private final AtomicReferenceArray<ZoomMeters> zooms =
      new AtomicReferenceArray<>(TileCoord.MAX_ZOOM + 1);

  private record ZoomMeters(Timer time, DistributionSummary size) {}

  TileMeter(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * A tile was made.
   *
   * @param nanos how long it took, compressing included
   * @param bytes bytes that are sent, compressed; 0 if nothing is there
   */
  void made(int zoom, long nanos, int bytes) {
    var meters = zooms.get(zoom);
    if (meters == null) {
      meters = zooms.updateAndGet(zoom, before -> before == null ? make(zoom) : before);
    }
    meters.time().record(nanos, TimeUnit.NANOSECONDS);
    meters.size().record(bytes);
  }

  private ZoomMeters make(int zoom) {
    String tag = Integer.toString(zoom);
    var time =
        Timer.builder("radar.tile.build")
            .description("Tiles that were made, and the time that it took")
            .tag("zoom", tag)
            .serviceLevelObjectives(TIMES)
            .register(registry);
    var size =
        DistributionSummary.builder("radar.tile.size")
            .description("Tiles that were made, and their compressed size")
            .baseUnit("bytes")
            .tag("zoom", tag)
            .serviceLevelObjectives(SIZES)
            .register(registry);
    return new ZoomMeters(time, size);
  }
}
