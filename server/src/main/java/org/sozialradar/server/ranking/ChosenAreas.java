package org.sozialradar.server.ranking;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The areas among which priorities are asked for.
 *
 * @param edition id of the edition
 * @param level id of their level
 * @param codes the areas by code
 */
public record ChosenAreas(String edition, String level, List<AreaCode> codes) {
  public ChosenAreas {
    codes = List.copyOf(codes);
  }

  /**
   * The areas of a request.
   *
   * @throws ProblemException if there are no such areas
   */
  static ChosenAreas of(Snapshot snapshot, PriorityRequest request) {
    String edition = edition(snapshot, request);
    String level = Selection.level(snapshot, edition, request.level()).id();
    var codes = new TreeSet<>(within(snapshot, request, edition, level));
    codes.retainAll(peers(snapshot, request, edition, level));
    return new ChosenAreas(edition, level, List.copyOf(codes));
  }

  private static String edition(Snapshot snapshot, PriorityRequest request) {
    String id = request.edition().isEmpty() ? snapshot.defaultEdition() : request.edition();
    return snapshot
        .findEdition(id)
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_EDITION, "edition", id))
        .id();
  }

  private static SortedSet<AreaCode> within(
      Snapshot snapshot, PriorityRequest request, String edition, String level) {
    var areas = snapshot.areas(edition);
    boolean named = request.within().equals(PriorityRequest.CODES);
    boolean district = request.peers().equals(PriorityRequest.DISTRICT);
    if (request.within().isEmpty() || (named && district)) {
      return new TreeSet<>(areas.list(level).keySet());
    }
    if (named) {
      var codes = new TreeSet<AreaCode>();
      request
          .codes()
          .forEach(code -> codes.add(Selection.area(snapshot, edition, code, level).code()));
      return codes;
    }
    if (!areas.hierarchy().coarserThan(level).contains(request.within())) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD,
          "within",
          String.join(", ", new TreeSet<>(areas.hierarchy().coarserThan(level))) + ", codes");
    }
    var holder = Selection.area(snapshot, edition, request.codes().get(0), request.within());
    return areas.hierarchy().members(request.within(), holder.code(), level);
  }

  private static SortedSet<AreaCode> peers(
      Snapshot snapshot, PriorityRequest request, String edition, String level) {
    if (request.peers().isEmpty()) {
      return new TreeSet<>(snapshot.areas(edition).list(level).keySet());
    }
    var groups =
        request.peers().equals("size")
            ? Peers.bySize(snapshot, edition, level)
            : Peers.byDistrict(snapshot, edition, level);
    var peers = new TreeSet<AreaCode>();
    for (var group : groups) {
      boolean wanted =
          request.peers().equals("size")
              ? group.id().equals(request.size())
              : group.members().stream().anyMatch(code -> request.codes().contains(code.value()));
      if (wanted) {
        peers.addAll(group.members());
      }
    }
    requireGroup(request, groups, peers);
    return peers;
  }

  private static void requireGroup(
      PriorityRequest request, List<PeerGroup> groups, SortedSet<AreaCode> peers) {
    boolean size = request.peers().equals("size");
    if (size && groups.stream().noneMatch(group -> group.id().equals(request.size()))) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD,
          "peers.size",
          String.join(", ", groups.stream().map(PeerGroup::id).toList()));
    }
    if (!size && peers.isEmpty()) {
      throw ProblemException.ofParameter(ProblemType.BAD_FIELD, "peers.district", "within.codes");
    }
  }
}
