package org.sozialradar.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The most demand that units at given places can cover: a maximal flow from units over areas in
 * reach to their demand, after Dinic (Algorithm for solution of a problem of maximum flow in
 * networks, 1970).
 */
final class Coverage {
  private static final double LEAST = 1e-9;

  private final Ground ground;

  /** Covered demand by area. */
  final double[] covered;

  /** Demand that the units of a kind in an area serve. */
  final double[][] used;

  private Coverage(Ground ground) {
    this.ground = ground;
    covered = new double[ground.demand.length];
    used = new double[ground.kinds.size()][ground.demand.length];
  }

  /** Coverage by units of each kind in each area. */
  static Coverage of(Ground ground, double[] demand, int[][] units) {
    var coverage = new Coverage(ground);
    if (ground.isLocal()) {
      coverage.local(demand, units);
    } else {
      coverage.flow(demand, units);
    }
    return coverage;
  }

  double total() {
    return Arrays.stream(covered).sum();
  }

  private double capacity(int kind, int number) {
    return number == 0 ? 0 : number * ground.kinds.get(kind).capacity();
  }

  private void local(double[] demand, int[][] units) {
    for (int k = 0; k < units.length; k++) {
      for (int i = 0; i < demand.length; i++) {
        used[k][i] = Math.min(demand[i] - covered[i], capacity(k, units[k][i]));
        covered[i] += used[k][i];
      }
    }
  }

  /** An edge of the network; the one at index ^ 1 leads back. */
  private record Network(
      List<Integer> to, List<Double> room, List<List<Integer>> edges, int source, int sink) {
    static Network of(int nodes) {
      var edges = new ArrayList<List<Integer>>();
      for (int i = 0; i < nodes + 2; i++) {
        edges.add(new ArrayList<>());
      }
      return new Network(new ArrayList<>(), new ArrayList<>(), edges, nodes, nodes + 1);
    }

    int add(int from, int target, double capacity) {
      edges.get(from).add(to.size());
      to.add(target);
      room.add(capacity);
      edges.get(target).add(to.size());
      to.add(from);
      room.add(0.0);
      return to.size() - 2;
    }

    double flowed(int edge) {
      return room.get(edge ^ 1);
    }

    void fill(double least) {
      int[] level = levels(least);
      while (level[sink] >= 0) {
        var next = new int[edges.size()];
        while (push(source, Double.POSITIVE_INFINITY, level, next, least) > 0) {
          // Paths are found one by one.
        }
        level = levels(least);
      }
    }

    private int[] levels(double least) {
      var level = new int[edges.size()];
      Arrays.fill(level, -1);
      level[source] = 0;
      var queue = new ArrayDeque<>(List.of(source));
      while (!queue.isEmpty()) {
        int node = queue.remove();
        for (int edge : edges.get(node)) {
          int target = to.get(edge);
          if (level[target] < 0 && room.get(edge) > least) {
            level[target] = level[node] + 1;
            queue.add(target);
          }
        }
      }
      return level;
    }

    private double push(int node, double most, int[] level, int[] next, double least) {
      if (node == sink) {
        return most;
      }
      for (; next[node] < edges.get(node).size(); next[node]++) {
        int edge = edges.get(node).get(next[node]);
        if (level[to.get(edge)] == level[node] + 1 && room.get(edge) > least) {
          double pushed = push(to.get(edge), Math.min(most, room.get(edge)), level, next, least);
          if (pushed > 0) {
            room.set(edge, room.get(edge) - pushed);
            room.set(edge ^ 1, room.get(edge ^ 1) + pushed);
            return pushed;
          }
        }
      }
      return 0;
    }
  }

  private void flow(double[] demand, int[][] units) {
    int areas = demand.length;
    var network = Network.of(areas * (1 + units.length));
    double all = Arrays.stream(demand).sum();
    var taken = new int[areas];
    for (int i = 0; i < areas; i++) {
      taken[i] = network.add(i, network.sink(), demand[i]);
    }
    var sent = new int[units.length][areas];
    for (int k = 0; k < units.length; k++) {
      for (int i = 0; i < areas; i++) {
        if (units[k][i] > 0) {
          int node = areas * (1 + k) + i;
          sent[k][i] = network.add(network.source(), node, Math.min(all, capacity(k, units[k][i])));
          for (int served : ground.reach[k][i]) {
            network.add(node, served, demand[served]);
          }
        }
      }
    }
    network.fill(LEAST * all);
    for (int i = 0; i < areas; i++) {
      covered[i] = network.flowed(taken[i]);
      for (int k = 0; k < units.length; k++) {
        used[k][i] = units[k][i] > 0 ? network.flowed(sent[k][i]) : 0;
      }
    }
  }
}
