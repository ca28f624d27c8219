package org.sozialradar.indicator;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the columns of indicators are called in tables that hold many of them beside keys and names
 * of areas: {@code trust}, {@code trust_lower}, {@code trust_2022}, {@code trust_2022_lower}.
 *
 * <p>An indicator whose own columns would be called like those of areas, or like those that belong
 * to another one, is called otherwise there: never do two columns have one name. What it is called
 * depends on the indicators and levels that there are, not on those that somebody chose. Immutable.
 */
public final class ColumnNames {
  /** Endings of the columns that may stand beside a value. */
  public static final List<String> ENDINGS =
      List.of("_period", "_status", "_level", "_lower", "_upper", "_respondents", "_example");

  /** What tables of areas call their columns, and their geometry where it is one of them. */
  private static final Set<String> FIXED =
      Set.of("code", "name", "designation", "square_kilometres", "geometry");

  private static final Pattern OF_PERIOD = Pattern.compile("(.+?)_\\d{4}(_\\d{2}_\\d{2})?");
  private static final String OTHERWISE = "_indicator";
  private static final String LEVEL = "level_";

  private final Set<String> areaColumns = new HashSet<>(FIXED);
  private final Set<String> indicators;
  private final SortedMap<String, String> renamed = new TreeMap<>();

  private ColumnNames(Collection<String> indicators, Collection<String> levels) {
    this.indicators = Set.copyOf(indicators);
    levels.forEach(level -> areaColumns.add(ofLevel(level)));
    var taken = new HashSet<>(indicators);
    for (var id : new TreeSet<>(indicators)) {
      if (findClash(id).isPresent()) {
        String name = id + OTHERWISE;
        while (!isFree(name, taken)) {
          name += OTHERWISE;
        }
        taken.add(name);
        renamed.put(id, name);
      }
    }
  }

  /**
   * The names for certain indicators.
   *
   * @param indicators ids of all indicators
   * @param levels ids of all levels of areas
   */
  public static ColumnNames of(Collection<String> indicators, Collection<String> levels) {
    return new ColumnNames(indicators, levels);
  }

  /** What the column with the key of the area of a coarser level is called. */
  public static String ofLevel(String level) {
    String name = level.replace('-', '_');
    return FIXED.contains(name) ? LEVEL + name : name;
  }

  /** What the columns of an indicator begin with: its id, unless that is somebody else's. */
  public String get(String indicator) {
    return renamed.getOrDefault(indicator, indicator);
  }

  /** The indicators that are called otherwise, with what they are called. */
  public Map<String, String> renamed() {
    return Map.copyOf(renamed);
  }

  /** The column of areas, or the other indicator, that an indicator's columns may be taken for. */
  public Optional<String> findClash(String indicator) {
    return findAreaColumn(indicator).or(() -> owner(indicator, indicators));
  }

  private Optional<String> findAreaColumn(String name) {
    if (areaColumns.contains(name)) {
      return Optional.of(name);
    }
    return ENDINGS.stream().map(ending -> name + ending).filter(areaColumns::contains).findFirst();
  }

  private boolean isFree(String name, Set<String> taken) {
    return !taken.contains(name)
        && findAreaColumn(name).isEmpty()
        && owner(name, taken).isEmpty()
        && taken.stream().noneMatch(other -> owner(other, Set.of(name)).isPresent());
  }

  /** Which of the names has a column of its own that is called so. */
  private static Optional<String> owner(String column, Set<String> names) {
    var bare =
        ENDINGS.stream()
            .filter(column::endsWith)
            .map(ending -> column.substring(0, column.length() - ending.length()))
            .findFirst();
    return bare.filter(names::contains)
        .or(() -> ofPeriod(column, names))
        .or(() -> bare.flatMap(name -> ofPeriod(name, names)));
  }

  private static Optional<String> ofPeriod(String column, Set<String> names) {
    var matcher = OF_PERIOD.matcher(column);
    return matcher.matches()
        ? Optional.of(matcher.group(1)).filter(names::contains)
        : Optional.empty();
  }
}
