package org.sozialradar.publication;

import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Revision;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * Computes results from what an office keeps: from the answers of its surveys and from what is
 * published, into what is published. Those who use it never see the answers, also not in what
 * failures say. For use by one thread.
 */
public final class ComputedResults implements AutoCloseable {
  private final GeodataStore store;
  private final MicrodataStore microdata;
  private final SurveyRule rule;
  private final Clock clock;
  private final boolean closesStore;

  /**
   * Works on two open stores, and closes them in the end.
   *
   * @param store what is served
   * @param microdata the answers
   * @param rule thresholds of the office; a survey can only ask for more protection
   * @param clock tells when results are made
   */
  public ComputedResults(
      GeodataStore store, MicrodataStore microdata, SurveyRule rule, Clock clock) {
    this(store, microdata, rule, clock, true);
  }

  private ComputedResults(
      GeodataStore store,
      MicrodataStore microdata,
      SurveyRule rule,
      Clock clock,
      boolean closesStore) {
    this.closesStore = closesStore;
    this.store = store;
    this.microdata = microdata;
    this.rule = rule;
    this.clock = clock;
  }

  /**
   * Opens both stores by their address.
   *
   * @param rule thresholds of the office; a survey can only ask for more protection
   * @throws org.sozialradar.store.StoreException as {@link Stores#open(String, StoreLogin)}
   */
  public static ComputedResults open(
      String address, StoreLogin login, SurveyRule rule, Clock clock) {
    var store = Stores.open(address, login);
    try {
      var microdata = MicrodataStores.open(address, login);
      return new ComputedResults(store, microdata, rule, clock);
    } catch (RuntimeException failure) {
      store.close();
      throw failure;
    }
  }

  /**
   * Opens the answers that belong to a store, which is open and stays so when this is closed.
   *
   * @param address of the store, as for {@link #open}
   * @param rule as for {@link #open}
   * @throws org.sozialradar.store.StoreException if they cannot be opened
   */
  public static ComputedResults beside(
      GeodataStore store, String address, StoreLogin login, SurveyRule rule, Clock clock) {
    var microdata = MicrodataStores.open(address, login);
    return new ComputedResults(store, microdata, rule, clock, false);
  }

  /** Reads a questionnaire as it is kept with a wave. */
  @FunctionalInterface
  public interface Questionnaires {
    /**
     * What is to be said of the results of a questionnaire.
     *
     * @param yaml its file
     */
    SurveySource read(String yaml);
  }

  /**
   * Results that were stored.
   *
   * @param revision the revision that shows them
   * @param batch what was stored, with the documents that say how it was made
   */
  public record Stored(Revision revision, ImportBatch batch) {}

  /** Results that are computed and not stored yet. */
  public static final class Prepared {
    private final ImportBatch batch;
    private final Supplier<Revision> storing;

    private Prepared(ImportBatch batch, Supplier<Revision> storing) {
      this.batch = batch;
      this.storing = storing;
    }

    /** What would be stored, with the documents that say how it was made. */
    public ImportBatch batch() {
      return batch;
    }

    /**
     * Stores them.
     *
     * @throws org.sozialradar.store.StoreException if a store fails
     */
    public Stored store() {
      return new Stored(Undisclosed.of(storing), batch);
    }
  }

  /**
   * Fits a model; nothing is stored.
   *
   * @throws PublicationException if something that it names is not there, if what is published of
   *     the wave does not rest on its present answers, or if a gate refuses it
   */
  public Prepared prepare(ModelDefinition model, Questionnaires questionnaires) {
    var wave = wave(model.survey(), model.wave(), "wave");
    var source = questionnaires.read(wave.questionnaire());
    return Undisclosed.of(
        () -> {
          publishing().requirePublished(source, wave);
          return ready(
              reader -> new ModelEstimation(model, source, wave, reader).estimate(clock.instant()));
        });
  }

  /** Fits a model and publishes its predictions, as {@link #prepare} and {@code store}. */
  public Stored estimate(ModelDefinition model, Questionnaires questionnaires) {
    return prepare(model, questionnaires).store();
  }

  /**
   * Computes an index; nothing is stored.
   *
   * @throws PublicationException if something that it names is not there, or it cannot be computed
   */
  public Prepared prepare(IndexDefinition index) {
    return ready(reader -> new IndexComputation(index, reader).compute(clock.instant()));
  }

  /** Computes an index and publishes it, as {@link #prepare} and {@code store}. */
  public Stored compute(IndexDefinition index) {
    return prepare(index).store();
  }

  private Prepared ready(Function<GeodataReader, ImportBatch> work) {
    var batch = store.<ImportBatch>read(work);
    return new Prepared(batch, () -> store.commit(batch));
  }

  /**
   * Computes what may be published of a wave that is kept; nothing is stored.
   *
   * @throws PublicationException if it is not there or cannot be published
   */
  public Prepared prepare(String survey, ReferencePeriod period, Questionnaires questionnaires) {
    var wave = wave(survey, period, "");
    var source = questionnaires.read(wave.questionnaire());
    return Undisclosed.of(
        () -> {
          var publication = publishing().preview(source, wave);
          return new Prepared(
              publication.batch(), () -> publishing().publish(publication, wave).revision());
        });
  }

  /** Publishes a wave that is kept, anew, as {@link #prepare} and {@code store}. */
  public Stored publish(String survey, ReferencePeriod period, Questionnaires questionnaires) {
    return prepare(survey, period, questionnaires).store();
  }

  private SurveyPublishing publishing() {
    return new SurveyPublishing(store, microdata, rule, clock);
  }

  /** What would go with a wave, and its deletion. */
  public WaveDeletion deletion(String survey, ReferencePeriod period) {
    return new WaveDeletion(store, microdata, survey, period, clock);
  }

  private Wave wave(String survey, ReferencePeriod period, String field) {
    return Undisclosed.of(() -> microdata.find(survey, period))
        .orElseThrow(
            () ->
                new PublicationException(
                    "wave-missing",
                    field,
                    "eine Welle „%s“ der Befragung „%s“ gibt es hier nicht"
                        .formatted(period.id(), survey),
                    "there is no wave '%s' of the survey '%s' here"
                        .formatted(period.id(), survey)));
  }

  @Override
  public void close() {
    try {
      microdata.close();
    } finally {
      if (closesStore) {
        store.close();
      }
    }
  }
}
