package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.records.RecordStore;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;

/**
 * The stores that jobs work on. Answers of surveys are open only while a job or a question about
 * them needs them. Safe for use by many threads.
 */
public final class JobStores {
  private final GeodataStore served;
  private final String address;
  private final StoreLogin login;
  private final SurveyRule rule;
  private final boolean apart;

  private JobStores(
      GeodataStore served, String address, StoreLogin login, SurveyRule rule, boolean apart) {
    this.served = served;
    this.address = address;
    this.login = login;
    this.rule = rule;
    this.apart = apart;
  }

  /**
   * The stores of a server.
   *
   * @param served what it serves, open
   * @param address where that is
   * @param login by which it was opened
   * @param writer login for jobs; without a user they use the store that is served
   * @param rule what holds for every survey that is published
   */
  public static JobStores of(
      GeodataStore served, String address, StoreLogin login, StoreLogin writer, SurveyRule rule) {
    boolean apart = !writer.user().isEmpty() && Stores.isPostgresql(address);
    return new JobStores(served, address, apart ? writer : login, rule, apart);
  }

  /** Work on what is served. */
  <T> T geodata(Function<GeodataStore, T> work) {
    if (!apart) {
      return work.apply(served);
    }
    try (var store = Stores.open(address, login)) {
      return work.apply(store);
    }
  }

  /** What holds for every survey that is published. */
  SurveyRule rule() {
    return rule;
  }

  /** Work on answers of surveys. */
  <T> T surveys(Function<SurveyStores, T> work) {
    try (var stores = openSurveys()) {
      return work.apply(stores);
    }
  }

  /** Work on what is computed from answers and from what is published. */
  <T> T results(Clock clock, Function<ComputedResults, T> work) {
    try (var results =
        apart
            ? ComputedResults.open(address, login, rule, clock)
            : ComputedResults.beside(served, address, login, rule, clock)) {
      return work.apply(results);
    }
  }

  /** Records that are written by whom jobs are written by. */
  public RecordStore records() {
    return new RecordStore() {
      @Override
      public void put(SavedRecord saved) {
        geodata(
            store -> {
              store.records().put(saved);
              return saved;
            });
      }

      @Override
      public Optional<SavedRecord> find(String kind, String id) {
        return geodata(store -> store.records().find(kind, id));
      }

      @Override
      public List<SavedRecord> list(String kind) {
        return geodata(store -> store.records().list(kind));
      }

      @Override
      public boolean delete(String kind, String id) {
        return geodata(store -> store.records().delete(kind, id));
      }
    };
  }

  private SurveyStores openSurveys() {
    return apart ? SurveyStores.open(address, login) : SurveyStores.beside(served, address, login);
  }
}
