package org.sozialradar.ingest.boundary;

import java.util.List;
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

  /** Gives each area set of the batch that has geometry but no pyramid its pyramid. */
  static void complete(BatchBuilder batch, Progress progress) {
    for (var set : batch.ownAreas()) {
      if (set.pyramid().isEmpty() && set.areas().stream().anyMatch(Area::hasGeometry)) {
        batch.putAreas(
            new AreaSet(set.edition(), set.level(), set.areas(), pyramid(set, progress)));
      }
    }
  }

  private static List<CoverageLevel> pyramid(AreaSet set, Progress progress) {
    String what = set.edition() + ", " + set.level().plural().de();
    String english = set.edition() + ", " + set.level().plural().en();
    var text = new LocalizedText("Generalisieren: " + what, "Generalising: " + english);
    try (var step = progress.begin(text, STEPS)) {
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
