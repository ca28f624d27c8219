package org.sozialradar.server.network;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.MilestoneEntry;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers all milestones with their names in both languages, and the totals of the network. */
public final class NetworkResource implements Resource {
  private final Snapshots snapshots;
  private final ContentCache cache;

  public NetworkResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  private record Network(
      @JsonUnwrapped Provenance provenance,
      Map<String, LocalizedText> kinds,
      Map<String, LocalizedText> measures,
      List<MilestoneEntry> milestones,
      List<Total> totals) {}

  private record Total(String date, String measure, double value, String source) {}

  @Override
  public List<Route> routes() {
    return List.of(Route.of("/api/network", query -> network()));
  }

  private Answer network() {
    var snapshot = snapshots.current();
    return cache.get(
        "network@" + snapshot.revision().number(),
        () -> Json.content(network(snapshot), CachePolicy.REVALIDATE));
  }

  private static Network network(Snapshot snapshot) {
    var datasets = new LinkedHashSet<String>();
    snapshot.milestones().forEach(milestone -> datasets.add(milestone.datasetId()));
    snapshot.totals().forEach(total -> datasets.add(total.datasetId()));
    return new Network(
        Provenance.of(snapshot, datasets),
        names(snapshot.milestones().stream().map(Milestone::kind).toList()),
        names(snapshot.totals().stream().map(NetworkTotal::measure).toList()),
        snapshot.milestones().stream().map(MilestoneEntry::of).toList(),
        snapshot.totals().stream().map(NetworkResource::total).toList());
  }

  private static Map<String, LocalizedText> names(List<String> slugs) {
    var names = new TreeMap<String, LocalizedText>();
    slugs.forEach(slug -> names.computeIfAbsent(slug, NetworkNames::of));
    return names;
  }

  private static Total total(NetworkTotal total) {
    return new Total(total.date(), total.measure(), total.value(), total.source());
  }
}
