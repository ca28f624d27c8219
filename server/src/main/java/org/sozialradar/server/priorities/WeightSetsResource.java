package org.sozialradar.server.priorities;

import java.util.List;
import java.util.function.Supplier;
import org.sozialradar.records.RecordStore;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;

/** Answers which questions about priorities were saved. */
public final class WeightSetsResource implements Resource {
  private final Supplier<RecordStore> records;

  /**
   * Sets of a store.
   *
   * @param records what is saved, as the store has it now
   */
  public WeightSetsResource(Supplier<RecordStore> records) {
    this.records = records;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.costly(WeightSet.PATH, java.util.Set.of(), this::list),
        Route.costly(WeightSet.PATH + "/{id}", java.util.Set.of(), this::set));
  }

  private Answer list(Query query) {
    return WeightSet.list(records.get());
  }

  private Answer set(Query query) {
    return Json.content(
        WeightSet.of(WeightSet.get(records.get(), query.path("id"))), CachePolicy.NEVER);
  }
}
