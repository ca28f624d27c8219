package org.sozialradar.server.allocations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.allocation.Allocation;
import org.sozialradar.allocation.AllocationResult;
import org.sozialradar.allocation.InvalidAllocationException;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Where units go, as it goes out. Amounts are in the unit of the demand.
 *
 * @param unit of demand and coverage
 * @param priorities what the demand rests on; null if it was given
 * @param proven whether nothing can cover more
 * @param proof {@code optimal} or {@code gap}
 * @param bound no allocation covers more
 * @param gap by what share of the bound the optimum may be missed
 * @param used units that are used, by kind
 * @param firmness how much of each draw's own best the allocation covers on average; null without
 *     draws
 */
record AllocationAnswer(
    @JsonUnwrapped Provenance provenance,
    String level,
    String edition,
    LocalizedText unit,
    Basis priorities,
    BigDecimal demand,
    BigDecimal covered,
    BigDecimal share,
    boolean proven,
    String proof,
    BigDecimal bound,
    BigDecimal gap,
    Map<String, Integer> used,
    BigDecimal cost,
    List<Served> areas,
    List<Missing> missing,
    List<Price> rules,
    int draws,
    long seed,
    BigDecimal firmness,
    List<Note> notes) {
  private static final int DIGITS = 4;
  private static final int SHARE_DIGITS = 6;

  /** An area with the units that stand in it. */
  record Served(
      String code,
      String name,
      String district,
      BigDecimal demand,
      BigDecimal covered,
      Map<String, Integer> units,
      BigDecimal chosen) {}

  /**
   * The priorities that are the demand.
   *
   * @param by {@code people} if the score counts for each inhabitant, {@code areas} if once
   * @param id short id of the question
   * @param request the canonical question
   */
  record Basis(String by, String id, String method, Map<String, Object> request) {}

  /** An area whose demand is not known, and the indicators of which it has no value. */
  record Missing(String code, String name, List<String> indicators) {}

  /**
   * What a rule costs.
   *
   * @param proven whether the allocations with and without the rule are both proven optima
   */
  record Price(
      String rule, BigDecimal covered, BigDecimal price, boolean proven, LocalizedText text) {}

  /** What a reader has to know. */
  record Note(String kind, LocalizedText text) {}

  static AllocationAnswer of(Snapshot snapshot, AllocationRequest request) {
    try {
      var demand = request.source().demand(snapshot, request);
      return of(snapshot, request, demand, Allocation.of(request.question(snapshot, demand)));
    } catch (InvalidAllocationException invalid) {
      throw AllocationRequest.problem(invalid);
    }
  }

  private static AllocationAnswer of(
      Snapshot snapshot, AllocationRequest request, Demand demand, AllocationResult result) {
    var datasets = new ArrayList<String>();
    datasets.add(snapshot.findEdition(request.edition()).orElseThrow().datasetId());
    datasets.addAll(demand.datasets());
    var areas = new ArrayList<Served>();
    for (int i = 0; i < result.areas().size(); i++) {
      areas.add(served(snapshot, request, result.areas().get(i)));
    }
    return new AllocationAnswer(
        Provenance.of(snapshot, datasets),
        request.level(),
        request.edition(),
        unit(request),
        basis(request),
        rounded(result.demand(), DIGITS),
        rounded(result.covered(), DIGITS),
        rounded(result.covered() / result.demand(), SHARE_DIGITS),
        result.isProven(),
        result.isProven() ? "optimal" : "gap",
        rounded(result.bound(), DIGITS),
        rounded(result.gap(), SHARE_DIGITS),
        result.used(),
        rounded(result.cost(), DIGITS),
        areas,
        demand.missing().stream()
            .map(
                one ->
                    new Missing(
                        one.code(),
                        name(snapshot, request, new AreaCode(one.code())),
                        one.indicators()))
            .toList(),
        result.prices().stream().map(price -> price(result, price)).toList(),
        request.draws(),
        request.seed(),
        rounded(result.firmness(), DIGITS),
        notes(snapshot, request, demand, result));
  }

  private static LocalizedText unit(AllocationRequest request) {
    return Words.of(
        request.source() instanceof DemandSource.Prioritised from
            ? "unit." + from.by()
            : "unit.given");
  }

  private static Basis basis(AllocationRequest request) {
    return request.source() instanceof DemandSource.Prioritised from
        ? new Basis(
            from.by(),
            from.priorities().id(),
            from.priorities().method().id(),
            from.priorities().canonical())
        : null;
  }

  private static Served served(
      Snapshot snapshot, AllocationRequest request, AllocationResult.Served one) {
    var entry = snapshot.areas(request.edition()).find(request.level(), one.code()).orElseThrow();
    var holder = entry.ancestors().get(request.district());
    return new Served(
        one.code().value(),
        entry.name(),
        holder == null ? null : holder.value(),
        rounded(one.demand(), DIGITS),
        rounded(one.covered(), DIGITS),
        one.units(),
        rounded(one.chosen(), DIGITS));
  }

  private static String name(Snapshot snapshot, AllocationRequest request, AreaCode code) {
    return snapshot.areas(request.edition()).find(request.level(), code).orElseThrow().name();
  }

  private static Price price(AllocationResult result, AllocationResult.Price price) {
    String rule = price.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean proven = result.isProven() && price.isProven();
    return new Price(
        rule,
        rounded(price.covered(), DIGITS),
        rounded(price.price(), DIGITS),
        proven,
        Words.price(rule, price, proven));
  }

  private static List<Note> notes(
      Snapshot snapshot, AllocationRequest request, Demand demand, AllocationResult result) {
    var notes = new ArrayList<Note>();
    notes.add(new Note("areas", Words.of("note.areas")));
    notes.add(
        result.isProven()
            ? new Note("proven", Words.of("note.proven"))
            : new Note("gap", Words.percent("note.gap", 100 * result.gap())));
    if (result.late() && !result.isProven()) {
      notes.add(new Note("time", Words.of("note.time")));
    }
    if (request.draws() > 0) {
      boolean drawn = request.source() instanceof DemandSource.Prioritised;
      notes.add(new Note("draws", Words.of(drawn ? "note.draws.priorities" : "note.draws")));
    }
    if (!demand.missing().isEmpty()) {
      notes.add(new Note("missing", Words.of("note.missing", "" + demand.missing().size())));
    }
    if (request.source() instanceof DemandSource.Prioritised from) {
      notes.add(new Note("priorities", Words.of("note.priorities." + from.by())));
      if (from.byPeople() && from.isAboutPeople(snapshot)) {
        notes.add(new Note("population-twice", Words.of("note.population-twice")));
      }
    }
    return notes;
  }

  private static BigDecimal rounded(double value, int digits) {
    return Double.isFinite(value) ? Decimals.round(value, digits) : null;
  }
}
