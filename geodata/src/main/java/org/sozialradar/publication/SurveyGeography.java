package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.disclosure.CellKey;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.survey.Domains;

/**
 * The areas that results of a survey are published for: those of the level that respondents are
 * linked to, and the quarters, municipalities, districts, regions and states that they make up.
 * People of a town's quarters speak for the town, and not for a district of which it is a part.
 * Joint areas, such as municipal associations, joint councils and levels of one's own, get no
 * results from respondents: whoever joins areas anew would otherwise ask for sums that nobody has
 * audited. For use by one thread.
 */
final class SurveyGeography {

  private static final Set<String> FOR_RESPONDENTS =
      Stream.of(
              AreaLevel.QUARTER,
              AreaLevel.MUNICIPALITY,
              AreaLevel.DISTRICT,
              AreaLevel.REGION,
              AreaLevel.STATE)
          .map(AreaLevel::id)
          .collect(Collectors.toUnmodifiableSet());

  private static final String TOWN = AreaLevel.MUNICIPALITY.id();

  private final String edition;
  private final AreaHierarchy hierarchy;
  private final String level;
  private final Map<String, Set<AreaCode>> madeUp = new HashMap<>();

  /**
   * @param edition edition of boundaries
   * @param hierarchy its areas
   * @param level level of the link
   */
  SurveyGeography(String edition, AreaHierarchy hierarchy, String level) {
    this.edition = edition;
    this.hierarchy = hierarchy;
    this.level = level;
  }

  String edition() {
    return edition;
  }

  String level() {
    return level;
  }

  /** The levels that results from respondents are published for, the finest first. */
  List<String> directLevels() {
    return levels().stream()
        .filter(each -> each.equals(level) || FOR_RESPONDENTS.contains(each))
        .toList();
  }

  /** The level of the link and all coarser ones that it makes up areas of, the finest first. */
  List<String> levels() {
    var levels = new ArrayList<String>();
    levels.add(level);
    hierarchy.levels().stream()
        .filter(hierarchy.coarserThan(level)::contains)
        .filter(hierarchy.ownLevels()::contains)
        .filter(coarser -> !madeUp(coarser).isEmpty())
        .forEach(coarser -> levels.add(1, coarser));
    return levels;
  }

  /** The areas of a coarser level that those of the link's level make up. */
  private Set<AreaCode> madeUp(String coarser) {
    return madeUp.computeIfAbsent(
        coarser,
        unused ->
            hierarchy.codes(coarser).stream()
                .filter(code -> hierarchy.isMadeUp(coarser, code, level))
                .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The areas of a level that hold an area of the link's level and are made up by such: one or
   * none.
   */
  List<AreaCode> holders(String coarser, AreaCode area) {
    return coarser.equals(level)
        ? List.of(area)
        : hierarchy.findAncestor(level, area, coarser).stream()
            .filter(madeUp(coarser)::contains)
            .toList();
  }

  /**
   * The areas of the link's level that the survey is about: all, or below the municipality those of
   * the towns that have respondents, as a survey of one town says nothing of another's quarters.
   */
  SortedSet<AreaCode> surveyed(Collection<AreaCode> ofRespondents) {
    var all = hierarchy.codes(level);
    if (!hierarchy.coarserThan(level).contains(TOWN)) {
      return all;
    }
    var towns = new HashSet<AreaCode>();
    Set.copyOf(ofRespondents)
        .forEach(area -> hierarchy.findAncestor(level, area, TOWN).ifPresent(towns::add));
    return all.stream()
        .filter(
            area -> hierarchy.findAncestor(level, area, TOWN).filter(towns::contains).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The cells of a wave that a respondent of an area belongs to. */
  List<CellKey> cells(AreaCode area, ReferencePeriod period) {
    var cells = new ArrayList<CellKey>();
    for (var each : directLevels()) {
      holders(each, area).forEach(code -> cells.add(new CellKey(period, edition, each, code)));
    }
    return cells;
  }

  /** The areas of a level as domains of the respondents. */
  Areas areas(String each, List<AreaCode> ofRespondents) {
    var codes = new TreeSet<AreaCode>();
    ofRespondents.forEach(area -> codes.addAll(holders(each, area)));
    var numbers = new HashMap<AreaCode, Integer>();
    codes.forEach(code -> numbers.put(code, numbers.size()));
    var domain = new int[ofRespondents.size()];
    for (int i = 0; i < domain.length; i++) {
      domain[i] =
          holders(each, ofRespondents.get(i)).stream()
              .findFirst()
              .map(numbers::get)
              .orElse(Domains.NONE);
    }
    return new Areas(codes, Domains.of(domain, codes.size()), Map.copyOf(numbers));
  }

  /**
   * The areas of one level.
   *
   * @param codes codes of the areas that hold respondents, ascending
   * @param domains which of them each respondent is in, by their number
   * @param numbers number of each
   */
  record Areas(SortedSet<AreaCode> codes, Domains domains, Map<AreaCode, Integer> numbers) {}
}
