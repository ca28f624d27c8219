package org.sozialradar.server.socialspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sozialradar.dataset.LocalizedText;

/**
 * Where few or far facilities of social life meet low expected support: a hint to look closer, not
 * a finding.
 *
 * @param kind of the facilities
 * @param because {@code fewer}, {@code farther} or both
 * @param indicators those of expected support that are low
 * @param certain whether one of them is probably lower than the median of the peers; else they are
 *     only below the middle half of them
 * @param text the hint in words, with the names of the low ones and of how many they are
 */
record Gap(
    String kind,
    List<String> because,
    List<String> indicators,
    boolean certain,
    LocalizedText text) {
  /** Kinds that people meet at; shelters and fire stations are for another need. */
  private static final Set<String> SOCIAL =
      Set.of("meeting-place", "club", "volunteer-station", "contact");

  private static final String LOWER = "probably-lower";

  static List<Gap> of(
      List<FacilityStanding.Entry> facilities, List<IndicatorStanding.Entry> indicators) {
    var told =
        indicators.stream()
            .filter(one -> one.isOfRole("support"))
            .filter(one -> one.verdict() != null || one.position() != null)
            .toList();
    var low =
        told.stream()
            .filter(one -> LOWER.equals(one.verdict()) || "below".equals(one.position()))
            .toList();
    var gaps = new ArrayList<Gap>();
    for (var facility : facilities) {
      var because = because(facility);
      if (!low.isEmpty() && !because.isEmpty() && SOCIAL.contains(facility.kind())) {
        gaps.add(of(facility, because, low, told.size()));
      }
    }
    return gaps;
  }

  private static List<String> because(FacilityStanding.Entry facility) {
    var because = new ArrayList<String>();
    if ("fewer".equals(facility.standing())) {
      because.add("fewer");
    }
    if ("farther".equals(facility.standingByDistance())) {
      because.add("farther");
    }
    return because;
  }

  private static Gap of(
      FacilityStanding.Entry facility,
      List<String> because,
      List<IndicatorStanding.Entry> low,
      int told) {
    var certain = low.stream().filter(one -> LOWER.equals(one.verdict())).toList();
    var named = certain.isEmpty() ? low : certain;
    String key = "gap." + String.join(".", because) + (certain.isEmpty() ? ".hint" : ".certain");
    return new Gap(
        facility.kind(),
        List.copyOf(because),
        low.stream().map(IndicatorStanding.Entry::id).toList(),
        !certain.isEmpty(),
        SocialSpaceAnswer.WORDS.get(key, facility.title(), names(named), named.size(), told));
  }

  private static LocalizedText names(List<IndicatorStanding.Entry> indicators) {
    return new LocalizedText(
        indicators.stream().map(one -> one.name().de()).collect(Collectors.joining(", ")),
        indicators.stream().map(one -> one.name().en()).collect(Collectors.joining(", ")));
  }
}
