package org.sozialradar.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.sample.InventedYear.Counts;

/**
 * The invented tables as text, all of one seed.
 *
 * <p>As in real tables some cells are missing: recorded crimes are kept secret in three small
 * villages of two districts ({@code .}), and one share is not reliable ({@code /}). The tables of
 * districts and of the state count the secret cases, as a publisher would.
 */
final class InventedTables {
  /** Changing it changes every invented value. */
  private static final long SEED = 20_261_122L;

  private static final String SECRET = ".";
  private static final String NOT_RELIABLE = "/";
  private static final int SECRET_PER_DISTRICT = 3;
  private static final int YEAR_NOT_RELIABLE = 2019;

  /** Which districts with several municipalities keep crimes of villages secret. */
  private static final List<Integer> SECRETIVE_DISTRICTS = List.of(2, 7);

  private static final String STATE = "14";

  private final List<Municipality> places;
  private final List<Counts> counts;
  private final Set<String> secret;
  private final String notReliable;

  InventedTables(List<Municipality> places) {
    this.places = List.copyOf(places);
    this.counts = invent(this.places);
    secret = secretCodes();
    notReliable =
        smallestVillages(places).stream()
            .map(Municipality::code)
            .filter(code -> !secret.contains(code))
            .findFirst()
            .orElseThrow();
  }

  private static List<Counts> invent(List<Municipality> places) {
    var random = new SeededNormal(SEED);
    var land = new Landscape(places, random);
    var scatter = new Scatter(places.size(), random);
    var all = new ArrayList<Counts>();
    List<Counts> year = List.of();
    for (int number = InventedYear.FIRST; number <= InventedYear.LAST; number++) {
      if (!year.isEmpty()) {
        land.advance();
        scatter.advance();
      }
      year = new InventedYear(number, places, land, scatter, random).counts(year);
      all.addAll(year);
    }
    return all;
  }

  private Set<String> secretCodes() {
    var districts =
        places.stream()
            .collect(
                Collectors.groupingBy(Municipality::district, TreeMap::new, Collectors.toList()));
    districts.values().removeIf(members -> members.size() == 1);
    var names = List.copyOf(districts.keySet());
    var codes = new TreeSet<String>();
    for (int index : SECRETIVE_DISTRICTS) {
      smallestVillages(districts.get(names.get(index))).stream()
          .limit(SECRET_PER_DISTRICT)
          .forEach(place -> codes.add(place.code()));
    }
    return codes;
  }

  private List<Municipality> smallestVillages(List<Municipality> candidates) {
    var population = new TreeMap<String, Long>();
    counts.stream()
        .filter(row -> row.year() == InventedYear.FIRST)
        .forEach(row -> population.put(row.place().code(), row.population()));
    return candidates.stream()
        .filter(place -> place.kind() == Municipality.Kind.VILLAGE)
        .sorted(Comparator.comparing((Municipality place) -> population.get(place.code())))
        .toList();
  }

  /** The counts of a year in the order of the places. */
  List<Counts> of(int year) {
    return counts.stream().filter(row -> row.year() == year).toList();
  }

  /** The table of all municipalities and years: a header, then a row each. */
  String municipalities() {
    var text = new StringBuilder();
    for (var row : counts) {
      var cells = cells(row);
      if (text.isEmpty()) {
        text.append(String.join(",", cells.keySet())).append('\n');
      }
      text.append(String.join(",", cells.values())).append('\n');
    }
    return text.toString();
  }

  private Map<String, String> cells(Counts row) {
    long population = row.population();
    String code = row.place().code();
    var cells = new LinkedHashMap<String, String>();
    cells.put("ags", code);
    cells.put("year", Integer.toString(row.year()));
    cells.put("area", decimal(row.place().areaKm2(), 2));
    cells.put("population", Long.toString(population));
    cells.put("share_under_18", quotient(100, row.under18(), population));
    cells.put("share_65_and_older", quotient(100, row.over65(), population));
    cells.put("working_age_population", Long.toString(row.workingAge()));
    cells.put("unemployed", Long.toString(row.unemployed()));
    cells.put("households", Long.toString(row.households()));
    cells.put("one_person_households", quotient(100, row.onePerson(), row.households()));
    cells.put("moves_per_1000", quotient(1000, row.moves(), population));
    boolean unsure = code.equals(notReliable) && row.year() == YEAR_NOT_RELIABLE;
    cells.put(
        "residents_under_5_years",
        unsure ? NOT_RELIABLE : quotient(100, row.newcomers(), population));
    cells.put("eligible_voters", Long.toString(row.eligible()));
    cells.put("turnout", quotient(100, row.voters(), row.eligible()));
    cells.put("clubs_per_1000", quotient(1000, row.clubs(), population));
    cells.put("fire_volunteers_per_1000", quotient(1000, row.volunteers(), population));
    cells.put("fire_station_distance", decimal(row.distanceKm(), 1));
    boolean kept = secret.contains(code);
    cells.put("crimes_per_1000", kept ? SECRET : quotient(1000, row.crimes(), population));
    return cells;
  }

  /** Recorded crimes of the districts, the secret ones included. */
  String crimesOfDistricts() {
    return crimes("district", row -> row.place().district());
  }

  /** Recorded crimes of the state, the secret ones included. */
  String crimesOfState() {
    return crimes("state", row -> STATE);
  }

  private String crimes(String key, java.util.function.Function<Counts, String> group) {
    var text = new StringBuilder(key + ",year,crimes_per_1000\n");
    var groups =
        counts.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (code, rows) -> {
          for (int number = InventedYear.FIRST; number <= InventedYear.LAST; number++) {
            int year = number;
            var own = rows.stream().filter(row -> row.year() == year).toList();
            text.append(code).append(',').append(year).append(',').append(crimes(own)).append('\n');
          }
        });
    return text.toString();
  }

  private static String crimes(Collection<Counts> rows) {
    return quotient(
        1000,
        rows.stream().mapToLong(Counts::crimes).sum(),
        rows.stream().mapToLong(Counts::population).sum());
  }

  static String quotient(double factor, long part, long whole) {
    return decimal(factor * part / whole, 1);
  }

  static String decimal(double value, int digits) {
    return new java.math.BigDecimal(value)
        .setScale(digits, java.math.RoundingMode.HALF_UP)
        .toPlainString();
  }
}
