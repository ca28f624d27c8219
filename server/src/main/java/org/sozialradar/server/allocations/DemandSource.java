package org.sozialradar.server.allocations;

import java.util.List;
import org.sozialradar.allocation.AllocationArea;
import org.sozialradar.allocation.DemandDraws;
import org.sozialradar.area.AreaCode;
import org.sozialradar.server.ranking.PriorityRequest;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Snapshot;

/** Where the demand comes from: a list, or priorities. */
sealed interface DemandSource {

  /**
   * The demand with its draws.
   *
   * @throws org.sozialradar.server.http.ProblemException if there is none as asked
   */
  Demand demand(Snapshot snapshot, AllocationRequest request);

  /**
   * Demands that somebody knows.
   *
   * @param areas areas whose demand is known
   * @param missing codes of areas whose demand is not known
   */
  record Listed(List<AllocationArea> areas, List<String> missing) implements DemandSource {
    public Listed {
      areas = List.copyOf(areas);
      missing = List.copyOf(missing);
    }

    @Override
    public Demand demand(Snapshot snapshot, AllocationRequest request) {
      return new Demand(
          areas,
          missing.stream().map(code -> new Demand.Missing(code, List.of())).toList(),
          DemandDraws.independent(areas, request.draws(), request.seed()),
          List.of());
    }
  }

  /**
   * Scores of areas, or inhabitants weighted by them.
   *
   * @param byPeople whether the score counts for each inhabitant, or once for the area
   */
  record Prioritised(PriorityRequest priorities, boolean byPeople) implements DemandSource {
    static final String PEOPLE = "people";
    static final String AREAS = "areas";

    String by() {
      return byPeople ? PEOPLE : AREAS;
    }

    /** Whether inhabitants are a criterion already. */
    boolean isAboutPeople(Snapshot snapshot) {
      var people = Peers.findPopulation(snapshot);
      return priorities.criteria().stream()
          .anyMatch(
              one ->
                  people.filter(one.indicator()::equals).isPresent()
                      && one.criterion().weight() > 0);
    }

    @Override
    public Demand demand(Snapshot snapshot, AllocationRequest request) {
      return PriorityDemand.of(snapshot, request, this);
    }
  }

  /** The district of an area, or the area itself where there is none above. */
  static AreaCode district(Snapshot snapshot, AllocationRequest request, AreaCode code) {
    var entry = snapshot.areas(request.edition()).find(request.level(), code).orElseThrow();
    var holder = entry.ancestors().get(request.district());
    return holder == null ? code : holder;
  }
}
