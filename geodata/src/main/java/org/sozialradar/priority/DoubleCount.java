package org.sozialradar.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An indicator that counts more than once: as a criterion, in a model or in an index.
 *
 * @param indicator its id
 * @param as how it counts, in the order of the criteria
 * @param totalWeight the share of all weights that it has in all of them together, 0..1
 */
public record DoubleCount(String indicator, List<Use> as, double totalWeight) {

  /** What a criterion is made from. */
  public enum Kind {
    CRITERION("criterion"),
    MODEL_COVARIATE("model covariate"),
    INDEX_PART("index part");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Name in answers. */
    public String label() {
      return label;
    }
  }

  /**
   * One way in which it counts.
   *
   * @param criterion the criterion by which it does
   * @param weight share of all weights
   */
  public record Use(Kind kind, String criterion, double weight) {}

  /**
   * What a criterion is made from.
   *
   * @param shares how much of the criterion each indicator makes up, with sum 1
   */
  public record Basis(Kind kind, Map<String, Double> shares) {
    public Basis {
      shares = Map.copyOf(shares);
    }
  }

  public DoubleCount {
    as = List.copyOf(as);
  }

  /**
   * Indicators that count more than once, the heaviest first.
   *
   * @param bases what criteria are made from, by their id; those that were observed have none
   */
  public static List<DoubleCount> find(PriorityQuestion question, Map<String, Basis> bases) {
    double total = question.weighted().stream().mapToDouble(Criterion::weight).sum();
    var uses = new TreeMap<String, List<Use>>();
    for (var criterion : question.weighted()) {
      double weight = criterion.weight() / total;
      add(uses, criterion.id(), new Use(Kind.CRITERION, criterion.id(), weight));
      var basis = bases.get(criterion.id());
      if (basis != null) {
        basis
            .shares()
            .forEach(
                (id, share) ->
                    add(uses, id, new Use(basis.kind(), criterion.id(), weight * share)));
      }
    }
    return uses.entrySet().stream()
        .filter(one -> one.getValue().size() > 1)
        .map(one -> new DoubleCount(one.getKey(), one.getValue(), sum(one.getValue())))
        .sorted(java.util.Comparator.comparingDouble(DoubleCount::totalWeight).reversed())
        .toList();
  }

  private static void add(Map<String, List<Use>> uses, String indicator, Use use) {
    uses.computeIfAbsent(indicator, id -> new ArrayList<>()).add(use);
  }

  private static double sum(List<Use> uses) {
    return uses.stream().mapToDouble(Use::weight).sum();
  }
}
