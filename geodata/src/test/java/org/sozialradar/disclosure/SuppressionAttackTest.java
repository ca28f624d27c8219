package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.sozialradar.area.AreaCode;

/**
 * Attacks on what is published, with an own simplex algorithm and by trying every subset. Nothing
 * of the audit is used to judge the audit.
 */
class SuppressionAttackTest {
  private static final double LEAST_WIDTH = 0.2;

  /** A piece of the invented country: where it lies, who it is and how it answered. */
  record Piece(
      int district, int municipality, boolean young, boolean joint, int n, int weight, int yes) {
    CellKey municipalityKey(String edition, String group) {
      return key(edition, "municipality", "m" + district + municipality, group);
    }

    /** Municipalities 0 and 1 of a district become one in the newer edition. */
    CellKey mergedKey() {
      return key("2024", "municipality", "m" + district + Math.max(1, municipality), "");
    }

    CellKey districtKey(String group) {
      return key("2023", "district", "d" + district, group);
    }

    CellKey jointKey() {
      return key("2023", "joint-council", joint ? "j" : "rest", "");
    }

    private static CellKey key(String edition, String level, String area, String group) {
      return new CellKey(Town.WAVE, edition, level, new AreaCode(area), group);
    }
  }

  @Provide
  Arbitrary<List<Piece>> country() {
    var size =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(1, 12)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(13, 80)));
    var yes =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(2, 0),
            net.jqwik.api.Tuple.of(1, 100),
            net.jqwik.api.Tuple.of(3, 30),
            net.jqwik.api.Tuple.of(3, 50),
            net.jqwik.api.Tuple.of(1, 77));
    var piece =
        net.jqwik.api.Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                size,
                Arbitraries.integers().between(50, 200),
                yes)
            .as(Piece::new);
    return piece.list().ofMinSize(2).ofMaxSize(9);
  }

  private static Town town(List<Piece> pieces, Predicate<CellKey> kinds) {
    var town = new Town();
    for (var piece : pieces) {
      var keys = new LinkedHashSet<CellKey>();
      String group = piece.young() ? "young" : "old";
      keys.add(piece.municipalityKey("2023", ""));
      keys.add(piece.municipalityKey("2023", group));
      keys.add(piece.mergedKey());
      keys.add(piece.districtKey(""));
      keys.add(piece.districtKey(group));
      keys.add(piece.jointKey());
      keys.add(Town.state());
      keys.removeIf(kinds.negate());
      town.with(piece.n(), piece.n() * piece.weight() / 100.0, piece.yes() / 100.0, keys);
    }
    return town;
  }

  private static void attack(Town town, Collection<Set<Integer>> known, Set<CellKey> suppressed) {
    var attacker = new Attacker(town, known);
    assertThat(attacker.derivableUnions(SurveyRule.DEFAULT.minRespondents())).isEmpty();
    for (var key : suppressed) {
      assertThat(attacker.width(town.members(key)))
          .as("what can be told of %s", key)
          .isGreaterThanOrEqualTo(LEAST_WIDTH - 1e-4);
    }
  }

  private static void attackAlone(List<Piece> pieces, Predicate<CellKey> kinds) {
    var town = town(pieces, kinds);
    var suppressed = town.suppression().suppressed();
    attack(town, town.visible(suppressed).values(), suppressed);
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void totalsOfDistrictsAndStateDoNotTell(@ForAll("country") List<Piece> pieces) {
    attackAlone(
        pieces,
        key ->
            key.group().isEmpty()
                && key.edition().equals("2023")
                && !key.level().equals("joint-council"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void complementaryGroupsDoNotTell(@ForAll("country") List<Piece> pieces) {
    attackAlone(
        pieces, key -> key.edition().equals("2023") && !key.level().equals("joint-council"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void jointAreasAndTheirRestDoNotTell(@ForAll("country") List<Piece> pieces) {
    attackAlone(pieces, key -> key.group().isEmpty() && key.edition().equals("2023"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void mergedMunicipalitiesDoNotTell(@ForAll("country") List<Piece> pieces) {
    attackAlone(pieces, key -> key.group().isEmpty());
  }

  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void allTogetherDoesNotTell(@ForAll("country") List<Piece> pieces) {
    attackAlone(pieces, key -> true);
  }

  /**
   * First some kinds of cells are released, later all; the attacker keeps both. A cell that was not
   * asked about in the first release may be told narrowly from that alone; the second adds nothing.
   */
  @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
  void twoReleasesDoNotTell(
      @ForAll("country") List<Piece> pieces, @ForAll boolean groupsFirst, @ForAll int imprecise) {
    Predicate<CellKey> first =
        groupsFirst ? key -> !key.group().isEmpty() : key -> key.edition().equals("2023");
    var before = town(pieces, first);
    var suppressedBefore = before.suppression().suppressed();
    var shown = before.visible(suppressedBefore).keySet();

    var town = town(pieces, key -> true);
    var builder = town.builder();
    shown.forEach(key -> builder.released(released(town, key)));
    var keys = new ArrayList<>(town.keys());
    builder.imprecise(keys.get(Math.floorMod(imprecise, keys.size())));
    var suppression = CellSuppression.suppress(builder.build(), SurveyRule.DEFAULT);

    var earlier = shown.stream().map(town::members).toList();
    var known = new ArrayList<Set<Integer>>(town.visible(suppression.suppressed()).values());
    known.addAll(earlier);
    var secret = new TreeSet<>(suppression.suppressed());
    secret.removeAll(shown);
    var attacker = new Attacker(town, known);
    var attackerBefore = new Attacker(town, earlier);
    assertThat(attacker.derivableUnions(SurveyRule.DEFAULT.minRespondents())).isEmpty();
    for (var key : secret) {
      double widthBefore = attackerBefore.width(town.members(key));
      assertThat(attacker.width(town.members(key)))
          .as("what can be told of %s, of which %s could be told before", key, widthBefore)
          .isGreaterThanOrEqualTo(Math.min(LEAST_WIDTH, widthBefore) - 1e-4);
    }
  }

  private static ReleasedCell released(Town town, CellKey key) {
    return ReleasedCells.of(key, town.size(town.members(key)));
  }

  /** Who publishes all that has ten respondents is found out: the attacks are no empty threat. */
  @Property(tries = 1)
  void theAttackerSucceedsWithoutComplementarySuppression() {
    var town =
        new Town()
            .with(4, 0.25, Town.municipality("a"), Town.district("d"))
            .with(30, 0.5, Town.municipality("b"), Town.district("d"));
    var attacker = new Attacker(town, town.visible(Set.of(Town.municipality("a"))).values());
    assertThat(attacker.derivableUnions(10)).containsExactly(Set.of(0));
    assertThat(attacker.width(Set.of(0))).isLessThan(1e-4);
  }
}
