package org.sozialradar.ingest.boundary;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.sozialradar.area.Area;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.area.Generalisation;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Generalises the areas of a batch, once they are complete. */
final class Pyramids {
  private static final int STEPS = 100;

  private Pyramids() {}

  /**
   * Gives each area set of the batch that has geometry but no pyramid its pyramid. The largest
   * takes longest and uses one processor: the others are made beside it.
   */
  static void complete(BatchBuilder batch, Progress progress) {
    var open =
        batch.ownAreas().stream()
            .filter(set -> set.pyramid().isEmpty())
            .filter(set -> set.areas().stream().anyMatch(Area::hasGeometry))
            .sorted(Comparator.comparingInt((AreaSet set) -> set.areas().size()).reversed())
            .toList();
    var beside =
        open.stream()
            .skip(1)
            .map(set -> CompletableFuture.supplyAsync(() -> Generalisation.pyramid(set.areas())))
            .toList();
    for (int i = 0; i < open.size(); i++) {
      var set = open.get(i);
      var made = i == 0 ? pyramid(set, progress) : awaited(set, beside.get(i - 1), progress);
      batch.putAreas(new AreaSet(set.edition(), set.level(), set.areas(), made, set.datasets()));
    }
  }

  private static List<CoverageLevel> awaited(
      AreaSet set, Future<List<CoverageLevel>> pyramid, Progress progress) {
    try (var step = progress.begin(text(set), -1)) {
      var made = pyramid.get();
      step.advance(0);
      return made;
    } catch (ExecutionException e) {
      throw new IllegalStateException("generalising failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while generalising", e);
    }
  }

  private static LocalizedText text(AreaSet set) {
    String what = set.edition() + ", " + set.level().plural().de();
    String english = set.edition() + ", " + set.level().plural().en();
    return new LocalizedText("Generalisieren: " + what, "Generalising: " + english);
  }

  private static List<CoverageLevel> pyramid(AreaSet set, Progress progress) {
    try (var step = progress.begin(text(set), STEPS)) {
      var done = new long[1];
      return Generalisation.pyramid(
          set.areas(),
          share -> {
            long now = Math.round(share * STEPS);
            step.advance(now - done[0]);
            done[0] = now;
          });
    }
  }
}
