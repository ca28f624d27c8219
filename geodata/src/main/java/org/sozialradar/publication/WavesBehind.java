package org.sozialradar.publication;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.release.SurveyWave;

/**
 * The waves of surveys that results rest on, straight or through models and indices, by what their
 * method documents say.
 */
public final class WavesBehind {
  private WavesBehind() {}

  /**
   * The waves that data sets hold something of.
   *
   * @param documents the documents of all results of a revision
   * @param datasets ids of the data sets, of which any may be none of results
   */
  public static SortedSet<SurveyWave> of(List<MethodDocument> documents, Set<String> datasets) {
    var behind = new TreeSet<SurveyWave>();
    for (var wave : waves(documents)) {
      var provenance = new Provenance(wave.survey(), new ReferencePeriod(wave.wave()));
      provenance.follow(documents);
      if (provenance.found().stream().anyMatch(one -> datasets.contains(one.datasetId()))) {
        behind.add(wave);
      }
    }
    return behind;
  }

  /** Those whose own results are there, and those that models name whose results are not. */
  private static SortedSet<SurveyWave> waves(List<MethodDocument> documents) {
    var waves = new TreeSet<SurveyWave>();
    for (var document : documents) {
      if (document.kind() == MethodDocument.Kind.SURVEY) {
        waves.add(new SurveyWave(document.datasetId(), document.period().id()));
      } else {
        Provenance.findWave(document).ifPresent(waves::add);
      }
    }
    return waves;
  }
}
