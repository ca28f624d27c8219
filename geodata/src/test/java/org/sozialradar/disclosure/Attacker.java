package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who knows all that is published of a {@link Town} and wants the rest. Independent of the
 * code under test: an own simplex algorithm for the bounds and brute force over all subsets for
 * unions.
 */
final class Attacker {
  private static final double EPS = 1e-9;

  private final Town town;
  private final List<Set<Integer>> known;

  Attacker(Town town, Collection<Set<Integer>> known) {
    this.town = town;
    this.known = List.copyOf(known);
  }

  /** Largest less least share that a set can have, by everything known. */
  double width(Set<Integer> target) {
    double most = extreme(target, 1);
    double least = -extreme(target, -1);
    return (most - least) / town.weight(target);
  }

  /** Maximum of ± the target's total; variables are totals of the pieces, 0..weight. */
  private double extreme(Set<Integer> target, int sign) {
    int n = town.respondents.size();
    var rows = new ArrayList<double[]>();
    for (var set : known) {
      var row = new double[2 * n + 1];
      set.forEach(i -> row[i] = 1);
      row[2 * n] = town.total(set);
      rows.add(row);
    }
    for (int i = 0; i < n; i++) {
      var row = new double[2 * n + 1];
      row[i] = 1;
      row[n + i] = 1;
      row[2 * n] = town.weight(Set.of(i));
      rows.add(row);
    }
    var objective = new double[2 * n];
    target.forEach(i -> objective[i] = sign);
    return Simplex.maximum(rows, objective);
  }

  /** All unions of fewer pieces than respondents whose total follows, by trying every subset. */
  List<Set<Integer>> derivableUnions(int fewerThan) {
    int n = town.respondents.size();
    var basis = basis(n);
    var found = new ArrayList<Set<Integer>>();
    for (int subset = 1; subset < (1 << n); subset++) {
      var members = new TreeSet<Integer>();
      for (int i = 0; i < n; i++) {
        if (((subset >> i) & 1) == 1) {
          members.add(i);
        }
      }
      if (town.size(members) < fewerThan && follows(basis, members, n)) {
        found.add(members);
      }
    }
    return found;
  }

  private List<double[]> basis(int n) {
    var basis = new ArrayList<double[]>();
    for (var set : known) {
      var row = new double[n];
      set.forEach(i -> row[i] = 1);
      var rest = reduced(basis, row);
      if (Arrays.stream(rest).anyMatch(x -> Math.abs(x) > EPS)) {
        basis.add(rest);
      }
    }
    return basis;
  }

  private static boolean follows(List<double[]> basis, Set<Integer> members, int n) {
    var row = new double[n];
    members.forEach(i -> row[i] = 1);
    return Arrays.stream(reduced(basis, row)).allMatch(x -> Math.abs(x) < 1e-7);
  }

  /** Gram-Schmidt, twice: what of a row lies outside the span. */
  private static double[] reduced(List<double[]> basis, double[] row) {
    var rest = row.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (var other : basis) {
        double dot = 0;
        double norm = 0;
        for (int i = 0; i < row.length; i++) {
          dot += rest[i] * other[i];
          norm += other[i] * other[i];
        }
        for (int i = 0; i < row.length; i++) {
          rest[i] -= dot / norm * other[i];
        }
      }
    }
    for (int i = 0; i < row.length; i++) {
      rest[i] = Math.abs(rest[i]) < 1e-10 ? 0 : rest[i];
    }
    return rest;
  }
}
