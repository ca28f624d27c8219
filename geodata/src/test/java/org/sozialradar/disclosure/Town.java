package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Respondents for tests, added up by hand: respondents of the same cells with a share of answers
 * "yes", one proportion named {@code safe}.
 */
final class Town {
  static final ReferencePeriod WAVE = ReferencePeriod.ofYear(2022);
  static final ResultRange SAFE = ResultRange.proportion("safe");

  /** Respondents of exactly these cells. */
  record Some(Set<CellKey> cells, int respondents, double weight, double yes) {}

  final List<Some> respondents = new ArrayList<>();

  static CellKey municipality(String code) {
    return new CellKey(WAVE, "2023", "municipality", new AreaCode(code));
  }

  static CellKey district(String code) {
    return new CellKey(WAVE, "2023", "district", new AreaCode(code));
  }

  static CellKey state() {
    return new CellKey(WAVE, "2023", "state", new AreaCode("14"));
  }

  /** Respondents of weight 1 each. */
  Town with(int number, double yes, CellKey... cells) {
    respondents.add(new Some(Set.of(cells), number, number, yes));
    return this;
  }

  Town with(int number, double weight, double yes, Collection<CellKey> cells) {
    respondents.add(new Some(Set.copyOf(cells), number, weight, yes));
    return this;
  }

  ReleaseCells.Builder builder() {
    var builder = ReleaseCells.builder(List.of(SAFE));
    for (var some : respondents) {
      double yes = some.yes() * some.weight();
      builder.respondents(
          some.cells(), List.of(new AnswerSums(some.respondents(), some.weight(), yes, yes)));
    }
    return builder;
  }

  ReleaseCells cells() {
    return builder().build();
  }

  Suppression suppression() {
    return CellSuppression.suppress(cells(), SurveyRule.DEFAULT);
  }

  Set<CellKey> keys() {
    var keys = new TreeSet<CellKey>();
    respondents.forEach(some -> keys.addAll(some.cells()));
    return keys;
  }

  /** Who is in a cell, as indices of {@link #respondents}. */
  Set<Integer> members(CellKey key) {
    var members = new TreeSet<Integer>();
    for (int i = 0; i < respondents.size(); i++) {
      if (respondents.get(i).cells().contains(key)) {
        members.add(i);
      }
    }
    return members;
  }

  int size(Collection<Integer> members) {
    return members.stream().mapToInt(i -> respondents.get(i).respondents()).sum();
  }

  double weight(Collection<Integer> members) {
    return members.stream().mapToDouble(i -> respondents.get(i).weight()).sum();
  }

  double total(Collection<Integer> members) {
    return members.stream()
        .mapToDouble(i -> respondents.get(i).weight() * respondents.get(i).yes())
        .sum();
  }

  /** The cells that everybody can see, with who is in them. */
  Map<CellKey, Set<Integer>> visible(Set<CellKey> suppressed) {
    var visible = new TreeMap<CellKey, Set<Integer>>();
    keys().stream()
        .filter(key -> !suppressed.contains(key))
        .forEach(key -> visible.put(key, members(key)));
    return visible;
  }
}
