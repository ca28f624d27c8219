package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Formula;
import org.sozialradar.indicator.Indicator;

/**
 * What stands beside every answer with numbers: where they come from and on what terms.
 *
 * @param revision revision of the data
 * @param dataset id of the data set
 * @param example whether any of the numbers are invented
 * @param licence short names of the licences
 * @param attribution the line that must show wherever the numbers show
 * @param vintage state of the data
 * @param publisher who publishes them
 */
public record Provenance(
    long revision,
    String dataset,
    boolean example,
    String licence,
    String attribution,
    String vintage,
    String publisher) {

  /** The provenance of an indicator's values, with the data sets that its formula draws from. */
  public static Provenance of(Snapshot snapshot, Indicator indicator) {
    var datasets = new LinkedHashSet<Dataset>();
    collect(snapshot, indicator, datasets, new LinkedHashSet<>());
    return of(snapshot, indicator.datasetId(), datasets);
  }

  /** The provenance of things of several data sets; the first names them. */
  public static Provenance of(Snapshot snapshot, Iterable<String> ids) {
    var datasets = new LinkedHashSet<Dataset>();
    ids.forEach(id -> datasets.add(snapshot.datasets().get(id)));
    return of(snapshot, datasets.stream().map(Dataset::id).findFirst().orElse(""), datasets);
  }

  private static void collect(
      Snapshot snapshot, Indicator indicator, Set<Dataset> datasets, Set<String> seen) {
    if (!seen.add(indicator.id())) {
      return;
    }
    datasets.add(snapshot.datasets().get(indicator.datasetId()));
    if (indicator.isDerived()) {
      for (var input : Formula.parse(indicator.formula()).indicatorIds()) {
        var found = snapshot.indicators().get(input);
        if (found != null) {
          collect(snapshot, found, datasets, seen);
        }
      }
    }
  }

  private static Provenance of(Snapshot snapshot, String dataset, Set<Dataset> datasets) {
    return new Provenance(
        snapshot.revision().number(),
        dataset,
        datasets.stream().anyMatch(Dataset::example),
        join(datasets, one -> one.licence().id()),
        join(datasets, Dataset::attribution),
        join(datasets, Dataset::vintage),
        join(datasets, Dataset::publisher));
  }

  private static String join(Set<Dataset> datasets, Function<Dataset, String> what) {
    List<Dataset> all = new ArrayList<>(datasets);
    return all.stream().map(what).distinct().collect(Collectors.joining("; "));
  }
}
