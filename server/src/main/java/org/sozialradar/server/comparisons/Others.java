package org.sozialradar.server.comparisons;

import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;

/**
 * Whom an area is compared with.
 *
 * @param kind a class of size, the same district, an area that holds the one compared or lies
 *     within it, or any other area
 * @param id of the group, or the code of the one area
 * @param areas those compared with, by code
 */
record Others(String kind, String id, List<AreaEntry> areas) {
  static final String PEERS = "peers";

  Others {
    areas = List.copyOf(areas);
  }

  /**
   * Those that a request names: {@code peers}, {@code district}, {@code state} or a code.
   *
   * @throws org.sozialradar.server.http.ProblemException if there are no such areas
   */
  static Others of(Subject subject, String with) {
    if (with.equals(PEERS)) {
      return peers(subject).orElseThrow(() -> Query.bad("with", with, "district, state, 14521035"));
    }
    if (with.equals(AreaLevel.DISTRICT.id()) || with.equals(AreaLevel.STATE.id())) {
      return Optional.ofNullable(subject.area().ancestors().get(with))
          .flatMap(code -> subject.findArea(with, code))
          .map(area -> one(subject, area))
          .orElseThrow(() -> Query.bad("with", with, "peers, 14521035"));
    }
    var other = find(subject, with);
    if (other.code().equals(subject.area().code())
        && other.level().equals(subject.area().level())) {
      throw Query.bad("with", with, "peers, district, state, 14521035");
    }
    return one(subject, other);
  }

  /** The area on the same level before any other. */
  private static AreaEntry find(Subject subject, String code) {
    String level =
        subject.snapshot().areas(subject.edition()).list(subject.area().level()).keySet().stream()
                .anyMatch(known -> known.value().equals(code))
            ? subject.area().level()
            : "";
    return Selection.area(subject.snapshot(), subject.edition(), code, level);
  }

  private static Others one(Subject subject, AreaEntry other) {
    var area = subject.area();
    boolean holds = other.code().equals(area.ancestors().get(other.level()));
    boolean isWithin = area.code().equals(other.ancestors().get(area.level()));
    String kind = holds ? "holder" : isWithin ? "member" : "area";
    return new Others(kind, other.code().value(), List.of(other));
  }

  /** Areas of the same class of size; where populations are not known, of the same district. */
  private static Optional<Others> peers(Subject subject) {
    var own = subject.area().code();
    return Peers.find(subject.snapshot(), subject.edition(), subject.area().level(), own)
        .map(group -> of(subject, group));
  }

  private static Others of(Subject subject, PeerGroup group) {
    var areas = subject.snapshot().areas(subject.edition()).list(subject.area().level());
    var others =
        areas.values().stream()
            .filter(area -> group.members().contains(area.code()))
            .filter(area -> !area.code().equals(subject.area().code()))
            .toList();
    return new Others(Peers.label(group.kind()), group.id(), others);
  }

  /** Whether they are one area that holds the one compared, or lies within it. */
  boolean isPartOrWhole() {
    return kind.equals("holder") || kind.equals("member");
  }

  String key() {
    return kind + "/" + id + (areas.size() == 1 ? "/" + areas.get(0).level() : "");
  }
}
