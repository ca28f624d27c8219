package org.sozialradar.ingest.microdata;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.definition.DefinitionFault;
import org.sozialradar.publication.PublicationException;
import org.sozialradar.publication.Undisclosed;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * Imports waves of surveys: a file of answers is checked against its questionnaire, what follows is
 * tried, and then it is stored, or nothing of it.
 *
 * <p>Safe for use by many threads, one import each.
 */
public final class SurveyImporter {
  private final GeodataStore geodata;
  private final MicrodataStore microdata;
  private final ImportLimits limits;
  private final Clock clock;
  private final AfterSurveyImport after;

  /**
   * @param geodata where areas are
   * @param microdata where waves go
   * @param after what follows an import
   */
  public SurveyImporter(
      GeodataStore geodata,
      MicrodataStore microdata,
      ImportLimits limits,
      Clock clock,
      AfterSurveyImport after) {
    this.geodata = geodata;
    this.microdata = microdata;
    this.limits = limits;
    this.clock = clock;
    this.after = after;
  }

  /**
   * Imports a wave.
   *
   * @return what was found; also of a file that was rejected
   * @throws org.sozialradar.store.StoreException if a store fails
   * @throws IllegalStateException if anything else does; no failure quotes an answer
   */
  public SurveyReport run(SurveyRequest request, Progress progress) {
    return Undisclosed.of(() -> report(request, progress));
  }

  private SurveyReport report(SurveyRequest request, Progress progress) {
    long start = System.nanoTime();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var reading = new WaveImport(request, limits, now);
    var wave = reading.read(geodata, microdata, progress);
    wave.ifPresent(one -> keep(request, one, reading));
    return reading.report(clock.instant(), (System.nanoTime() - start) / 1e9);
  }

  private void keep(SurveyRequest request, Wave wave, WaveImport reading) {
    try {
      var next = after.prepare(request.definition(), wave, geodata, microdata);
      if (request.dryRun()) {
        reading.follow(next.preview());
        return;
      }
      microdata.put(wave);
      reading.follow(next.go());
    } catch (PublicationException refused) {
      reading.refuse(DefinitionFault.of(refused));
    }
  }

  /** Name of a file without its folders. */
  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
