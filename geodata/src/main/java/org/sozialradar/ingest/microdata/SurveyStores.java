package org.sozialradar.ingest.microdata;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.publication.Undisclosed;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** The store of geodata and the one of survey rows that belongs to it, open together. */
public final class SurveyStores implements AutoCloseable {
  private final GeodataStore geodata;
  private final MicrodataStore microdata;
  private final boolean closesGeodata;

  private SurveyStores(GeodataStore geodata, MicrodataStore microdata, boolean closesGeodata) {
    this.geodata = geodata;
    this.microdata = microdata;
    this.closesGeodata = closesGeodata;
  }

  /**
   * Opens both, and makes those that are not there.
   *
   * @param address as for {@link Stores#open(String, StoreLogin)}
   * @throws org.sozialradar.store.StoreInUseException if another process holds an embedded store
   * @throws org.sozialradar.store.StoreException if one cannot be opened
   */
  public static SurveyStores open(String address, StoreLogin login) {
    var geodata = Stores.open(address, login);
    try {
      return new SurveyStores(geodata, MicrodataStores.open(address, login), true);
    } catch (RuntimeException e) {
      geodata.close();
      throw e;
    }
  }

  /**
   * Opens the store of survey rows that belongs to a store of geodata, which is open and stays so
   * when this is closed.
   *
   * @param address of the geodata, as for {@link #open}
   * @throws org.sozialradar.store.StoreException if it cannot be opened
   */
  public static SurveyStores beside(GeodataStore geodata, String address, StoreLogin login) {
    return new SurveyStores(geodata, MicrodataStores.open(address, login), false);
  }

  public GeodataStore geodata() {
    return geodata;
  }

  /**
   * An importer into both.
   *
   * @param after what follows an import
   */
  public SurveyImporter importer(ImportLimits limits, Clock clock, AfterSurveyImport after) {
    return new SurveyImporter(geodata, microdata, limits, clock, after);
  }

  /**
   * What may be told of a wave.
   *
   * @param survey id of the questionnaire
   * @param period when it was asked
   * @param at when it was imported, or deleted
   * @param respondents how many there are in all; 0 if it was deleted
   * @param deleted whether it was deleted
   */
  public record StoredWave(
      String survey, String period, Instant at, int respondents, boolean deleted) {
    private boolean isSameAs(StoredWave other) {
      return survey.equals(other.survey) && period.equals(other.period);
    }
  }

  /** The waves that are kept, then those that were deleted and did not come back. */
  public List<StoredWave> listWaves() {
    return Undisclosed.of(this::waves);
  }

  private List<StoredWave> waves() {
    var kept =
        microdata.list().stream()
            .map(
                wave ->
                    new StoredWave(
                        wave.surveyId(),
                        wave.period().id(),
                        wave.importedAt(),
                        wave.respondents(),
                        false))
            .toList();
    var deleted =
        microdata.listTombstones().stream()
            .map(one -> new StoredWave(one.surveyId(), one.period().id(), one.deletedAt(), 0, true))
            .filter(one -> kept.stream().noneMatch(one::isSameAs))
            .toList();
    return Stream.concat(kept.stream(), deleted.stream()).toList();
  }

  @Override
  public void close() {
    try {
      microdata.close();
    } finally {
      if (closesGeodata) {
        geodata.close();
      }
    }
  }
}
