package org.sozialradar.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;

/**
 * What a store answers. Each answer comes from one revision; several answers of the same revision
 * come from {@link GeodataStore#read}.
 *
 * <p>Every method throws {@link StoreException} if the store cannot answer: never an empty list
 * instead. Instants are kept to the microsecond.
 */
public interface GeodataReader {
  /** The newest revision; number 0 while nothing was imported. */
  Revision currentRevision();

  /** What the revision is made of, for {@link #findChanges}. */
  RevisionParts parts();

  /**
   * The parts in which the revision differs from another one, as that one was read. What was erased
   * since then is among them.
   *
   * @param before what {@link #parts} of any revision of the store said
   * @return empty if that very revision is not kept any more: then nothing is known
   */
  Optional<Set<PartKey>> findChanges(RevisionParts before);

  /** All data sets, by id. */
  List<Dataset> listDatasets();

  /** All editions, by validity, then id. */
  List<BoundaryVersion> listEditions();

  /** The levels that an edition has areas of, from coarse to fine; empty for an unknown edition. */
  List<AreaLevel> listLevels(String edition);

  /** The codes of the areas of a level in an edition, ascending; empty if there are none. */
  List<AreaCode> listCodes(String edition, String level);

  /**
   * Ids of the data sets that the areas of a level in an edition come from; empty if that is the
   * one of the edition, or if there are no such areas.
   */
  SortedSet<String> listAreaDatasets(String edition, String level);

  /** The areas of a level in an edition, by code; empty if there are none. */
  List<Area> listAreas(String edition, String level);

  /**
   * Boundaries of some areas of a level in an edition, in EPSG:4326: for those who pass through
   * more than they can hold. Without those that are unknown or have none.
   *
   * @param codes some hundreds at most
   */
  Map<AreaCode, Geometry> findBoundaries(String edition, String level, List<AreaCode> codes);

  /**
   * The generalised coverages of a level in an edition, from coarse to fine; empty if there are
   * none.
   */
  List<CoverageLevel> listCoverages(String edition, String level);

  /** All correspondences, by editions, then level; their links in the order of the import. */
  List<AreaCorrespondence> listCorrespondences();

  /** All indicators, by id. */
  List<Indicator> listIndicators();

  /**
   * The tables of an indicator, one per edition and level that values were imported for, by
   * edition, then level.
   */
  List<IndicatorTable> listTables(String indicatorId);

  /** What stands with computed results, by indicator, then period. */
  List<MethodDocument> listMethodDocuments();

  /** What was erased from all revisions, in order of time; the same in every revision. */
  List<Erasure> listErasures();

  /** All milestones, in the order of the import. */
  List<Milestone> listMilestones();

  /** All totals of the network, in the order of the import. */
  List<NetworkTotal> listNetworkTotals();

  /** All context layers, by id. */
  List<ContextLayer> listLayers();

  /** The features of a context layer, in the order of its import; empty if there is none. */
  List<LayerFeature> listFeatures(String layer);

  /** The population grid, which may have millions of cells; empty if there is none. */
  Optional<PopulationGrid> findPopulationGrid();
}
