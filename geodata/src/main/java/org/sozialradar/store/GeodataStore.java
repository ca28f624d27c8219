package org.sozialradar.store;

import java.util.List;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.NetworkTotal;

/**
 * Keeps areas, tables and their revisions. A failure of the store is a {@link StoreException},
 * never an empty answer. Safe for use by many threads.
 */
public interface GeodataStore extends AutoCloseable {
  /** The revision that reading methods answer from; number 0 while nothing was imported. */
  Revision currentRevision();

  /** All data sets, by id. */
  List<Dataset> listDatasets();

  /** All editions, by validity, then id. */
  List<BoundaryVersion> listEditions();

  /** The levels that an edition has areas of, from coarse to fine. */
  List<AreaLevel> listLevels(String edition);

  /** The areas of a level in an edition, by code; empty if there are none. */
  List<Area> listAreas(String edition, String level);

  /** The generalised coverages of a level in an edition, from coarse to fine. */
  List<CoverageLevel> listCoverages(String edition, String level);

  List<AreaCorrespondence> listCorrespondences();

  /** All indicators, by id. */
  List<Indicator> listIndicators();

  /** The tables of an indicator, one per edition and level that values were imported for. */
  List<IndicatorTable> listTables(String indicatorId);

  List<Milestone> listMilestones();

  List<NetworkTotal> listNetworkTotals();

  /**
   * Stores a batch in one transaction.
   *
   * @return the revision that it made
   * @throws StoreException if it could not be stored; then the store is as it was
   */
  Revision commit(ImportBatch batch);

  @Override
  void close();
}
