package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.function.Function;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.publication.ComputedResults;
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
  private final boolean apart;

  private JobStores(GeodataStore served, String address, StoreLogin login, boolean apart) {
    this.served = served;
    this.address = address;
    this.login = login;
    this.apart = apart;
  }

  /**
   * The stores of a server.
   *
   * @param served what it serves, open
   * @param address where that is
   * @param login by which it was opened
   * @param writer login for jobs; without a user they use the store that is served
   */
  public static JobStores of(
      GeodataStore served, String address, StoreLogin login, StoreLogin writer) {
    boolean apart = !writer.user().isEmpty() && Stores.isPostgresql(address);
    return new JobStores(served, address, apart ? writer : login, apart);
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
            ? ComputedResults.open(address, login, clock)
            : ComputedResults.beside(served, address, login, clock)) {
      return work.apply(results);
    }
  }

  private SurveyStores openSurveys() {
    return apart ? SurveyStores.open(address, login) : SurveyStores.beside(served, address, login);
  }
}
