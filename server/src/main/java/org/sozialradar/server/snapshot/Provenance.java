package org.sozialradar.server.snapshot;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Origin;

/**
 * What stands beside every answer with numbers: where they come from and on what terms. The texts
 * join those of all sources; {@code sources} tells them apart.
 *
 * @param revision revision of the data
 * @param dataset id of the data set that is named first
 * @param example whether any of the numbers are invented, or computed from such
 * @param licence short names of the licences
 * @param attribution the line that must show wherever the numbers show
 * @param vintage state of the data
 * @param publisher who publishes them
 * @param sources every data set that the numbers come from, the one named first before the others
 */
public record Provenance(
    long revision,
    String dataset,
    boolean example,
    String licence,
    String attribution,
    String vintage,
    String publisher,
    List<Source> sources) {

  /**
   * A data set that numbers come from.
   *
   * @param dataset its id
   * @param licence short name of its licence
   */
  public record Source(
      String dataset,
      String publisher,
      String licence,
      String attribution,
      String vintage,
      boolean example) {
    private static Source of(Dataset dataset) {
      return new Source(
          dataset.id(),
          dataset.publisher(),
          dataset.licence().id(),
          dataset.attribution(),
          dataset.vintage(),
          dataset.example());
    }
  }

  public Provenance {
    sources = List.copyOf(sources);
  }

  /**
   * The provenance of values of an indicator: all that they come from, the data set of its
   * definition first if it is among them.
   *
   * @param origins where the values come from, those that they are compared with among them
   */
  public static Provenance of(Snapshot snapshot, Indicator indicator, Collection<Origin> origins) {
    var ids = new TreeSet<String>();
    origins.forEach(origin -> ids.addAll(origin.datasets()));
    var ordered = new LinkedHashSet<String>();
    if (ids.contains(indicator.datasetId())) {
      ordered.add(indicator.datasetId());
    }
    ordered.addAll(ids);
    return of(snapshot, ordered);
  }

  /** The provenance of things of several data sets; the first is named first. */
  public static Provenance of(Snapshot snapshot, Iterable<String> ids) {
    var distinct = new LinkedHashSet<String>();
    ids.forEach(distinct::add);
    var datasets = distinct.stream().map(id -> snapshot.datasets().get(id)).toList();
    return new Provenance(
        snapshot.revision().number(),
        datasets.stream().map(Dataset::id).findFirst().orElse(""),
        datasets.stream().anyMatch(Dataset::example),
        join(datasets, one -> one.licence().id()),
        join(datasets, Dataset::attribution),
        join(datasets, Dataset::vintage),
        join(datasets, Dataset::publisher),
        datasets.stream().map(Source::of).toList());
  }

  private static String join(List<Dataset> datasets, Function<Dataset, String> what) {
    return datasets.stream().map(what).distinct().collect(Collectors.joining("; "));
  }
}
