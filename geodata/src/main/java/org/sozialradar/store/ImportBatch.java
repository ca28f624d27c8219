package org.sozialradar.store;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;

/**
 * All that one import brings, checked: it becomes one revision in one transaction, or nothing of it
 * is stored.
 *
 * <p>What has the same identity (data set; edition and level; indicator, edition and level;
 * correspondence; indicator and period of a method document; network; context layer) replaces what
 * the store held; the rest stays. A store keeps one network: milestones replace all its milestones,
 * totals all its totals. It keeps one population grid, too: another one takes its place.
 *
 * <p>Every period of a table keeps the data set that it came with. A table replaces values of other
 * data sets in the periods that it brings; other periods stay. Values that the same data set
 * brought before and now lacks stay too, unless the batch is complete.
 *
 * @param grids the population grid, or none
 * @param complete whether the batch is all of its data set. Then values, context layers and the
 *     population grid that the data set brought before and that the batch lacks are removed; else
 *     they and the names of their files are kept.
 */
public record ImportBatch(
    Dataset dataset,
    List<BoundaryVersion> editions,
    List<AreaSet> areas,
    List<AreaCorrespondence> correspondences,
    List<Indicator> indicators,
    List<IndicatorTable> tables,
    List<Milestone> milestones,
    List<NetworkTotal> totals,
    List<MethodDocument> methods,
    List<LayerContent> layers,
    List<PopulationGrid> grids,
    boolean complete) {

  /**
   * The areas of one level of one edition with their generalised coverages.
   *
   * @param edition id of the edition, which is in the store or in the batch
   * @param level the level
   * @param areas at least one area, in order of their codes, each code once
   * @param pyramid coverages from coarse to fine, empty if no area has geometry
   * @param datasets ids of the data sets that the areas come from; empty means that of the edition
   */
  public record AreaSet(
      String edition,
      AreaLevel level,
      List<Area> areas,
      List<CoverageLevel> pyramid,
      SortedSet<String> datasets) {
    public AreaSet {
      areas = List.copyOf(areas);
      pyramid = List.copyOf(pyramid);
      datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
    }

    /** Areas from the data set of their edition. */
    public AreaSet(String edition, AreaLevel level, List<Area> areas, List<CoverageLevel> pyramid) {
      this(edition, level, areas, pyramid, Collections.emptySortedSet());
    }
  }

  /** A batch without a population grid. */
  public ImportBatch(
      Dataset dataset,
      List<BoundaryVersion> editions,
      List<AreaSet> areas,
      List<AreaCorrespondence> correspondences,
      List<Indicator> indicators,
      List<IndicatorTable> tables,
      List<Milestone> milestones,
      List<NetworkTotal> totals,
      List<MethodDocument> methods,
      List<LayerContent> layers,
      boolean complete) {
    this(
        dataset,
        editions,
        areas,
        correspondences,
        indicators,
        tables,
        milestones,
        totals,
        methods,
        layers,
        List.of(),
        complete);
  }

  /** A batch without context layers and population grid. */
  public ImportBatch(
      Dataset dataset,
      List<BoundaryVersion> editions,
      List<AreaSet> areas,
      List<AreaCorrespondence> correspondences,
      List<Indicator> indicators,
      List<IndicatorTable> tables,
      List<Milestone> milestones,
      List<NetworkTotal> totals,
      List<MethodDocument> methods,
      boolean complete) {
    this(
        dataset,
        editions,
        areas,
        correspondences,
        indicators,
        tables,
        milestones,
        totals,
        methods,
        List.of(),
        complete);
  }

  public ImportBatch {
    editions = List.copyOf(editions);
    areas = List.copyOf(areas);
    correspondences = List.copyOf(correspondences);
    indicators = List.copyOf(indicators);
    tables = List.copyOf(tables);
    milestones = List.copyOf(milestones);
    totals = List.copyOf(totals);
    methods = List.copyOf(methods);
    layers = List.copyOf(layers);
    grids = List.copyOf(grids);
    if (grids.size() > 1) {
      throw new IllegalArgumentException("a store keeps one population grid");
    }
  }
}
