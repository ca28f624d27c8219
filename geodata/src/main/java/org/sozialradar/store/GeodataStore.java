package org.sozialradar.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
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
import org.sozialradar.records.RecordStore;
import org.sozialradar.release.ReleaseStore;

/**
 * Keeps areas, tables and their revisions. A failure of the store is a {@link StoreException},
 * never an empty answer. Safe for use by many threads.
 *
 * <p>Every revision is kept until it is pruned. Whatever makes a revision is one transaction, and
 * such transactions follow each other, whichever threads and processes they come from.
 */
public interface GeodataStore extends GeodataReader, AutoCloseable {
  /**
   * Answers several questions from one revision, whatever is committed meanwhile.
   *
   * @param work asks the reader, which serves only while {@code work} runs and only on its thread
   * @return what {@code work} returns
   */
  <T> T read(Function<? super GeodataReader, ? extends T> work);

  /**
   * Answers several questions from a revision that is kept, be it the newest or not.
   *
   * @param revision number of the revision; 0 is the empty store
   * @param work as in {@link #read(Function)}
   * @return what {@code work} returns
   * @throws UnknownRevisionException if the revision is not kept
   */
  <T> T read(long revision, Function<? super GeodataReader, ? extends T> work);

  /**
   * Stores a batch in one transaction; it is on disk when the method returns.
   *
   * @return the revision that it made
   * @throws StoreException if it could not be stored; then the store is as it was
   */
  Revision commit(ImportBatch batch);

  /** The revisions that are kept, the newest first. */
  List<Revision> listRevisions();

  /**
   * Makes a new revision that holds what an older one holds. What was erased since is not revived.
   *
   * @param number number of a revision that is kept
   * @return the revision that it made
   * @throws UnknownRevisionException if the revision is not kept
   */
  Revision restore(long number);

  /**
   * The revisions that {@link #prune} would delete, the newest first.
   *
   * @param keep how many of the newest revisions stay, at least 1
   */
  List<Revision> listPrunable(int keep);

  /**
   * Deletes all but the newest revisions, with all that only they hold.
   *
   * @param keep how many of the newest revisions stay, at least 1
   * @return the revisions that were deleted, the newest first
   */
  List<Revision> prune(int keep);

  /**
   * Erases values for good: from every revision, with the method documents of the same data set and
   * period, and with the data set, its indicators, their other documents and its context layers and
   * population grid if it is named as a whole. Makes a new revision of what the newest still holds;
   * no restore revives the rest.
   *
   * @param erasures what goes, each with the time of the erasure
   * @return the revision that it made
   */
  Revision erase(List<Erasure> erasures);

  /** What is saved besides data; belongs to no revision. */
  RecordStore records();

  /**
   * The records of releases; they belong to no revision and outlive those that they were made of.
   */
  ReleaseStore releases();

  /**
   * Asks to be told soon after a new revision can be read here, whoever made it, and when the store
   * goes away or comes back.
   *
   * <p>A hint, not a promise: it may come without either, twice or, when a connection is lost,
   * late, and only stores that several processes share hear of other processes. Whoever must not
   * miss a revision also asks for {@link #currentRevision} from time to time.
   *
   * @param listener is called on a thread of the store; must be quick and not throw
   */
  Subscription subscribe(Runnable listener);

  @Override
  default Revision currentRevision() {
    return read(GeodataReader::currentRevision);
  }

  @Override
  default RevisionParts parts() {
    return read(GeodataReader::parts);
  }

  @Override
  default Optional<Set<PartKey>> findChanges(RevisionParts before) {
    return read(reader -> reader.findChanges(before));
  }

  @Override
  default List<Dataset> listDatasets() {
    return read(GeodataReader::listDatasets);
  }

  @Override
  default List<BoundaryVersion> listEditions() {
    return read(GeodataReader::listEditions);
  }

  @Override
  default List<AreaLevel> listLevels(String edition) {
    return read(reader -> reader.listLevels(edition));
  }

  @Override
  default SortedSet<String> listAreaDatasets(String edition, String level) {
    return read(reader -> reader.listAreaDatasets(edition, level));
  }

  @Override
  default List<AreaCode> listCodes(String edition, String level) {
    return read(reader -> reader.listCodes(edition, level));
  }

  @Override
  default Map<AreaCode, Geometry> findBoundaries(
      String edition, String level, List<AreaCode> codes) {
    return read(reader -> reader.findBoundaries(edition, level, codes));
  }

  @Override
  default List<Area> listAreas(String edition, String level) {
    return read(reader -> reader.listAreas(edition, level));
  }

  @Override
  default List<CoverageLevel> listCoverages(String edition, String level) {
    return read(reader -> reader.listCoverages(edition, level));
  }

  @Override
  default List<AreaCorrespondence> listCorrespondences() {
    return read(GeodataReader::listCorrespondences);
  }

  @Override
  default List<Indicator> listIndicators() {
    return read(GeodataReader::listIndicators);
  }

  @Override
  default List<IndicatorTable> listTables(String indicatorId) {
    return read(reader -> reader.listTables(indicatorId));
  }

  @Override
  default List<MethodDocument> listMethodDocuments() {
    return read(GeodataReader::listMethodDocuments);
  }

  @Override
  default List<Erasure> listErasures() {
    return read(GeodataReader::listErasures);
  }

  @Override
  default List<Milestone> listMilestones() {
    return read(GeodataReader::listMilestones);
  }

  @Override
  default List<NetworkTotal> listNetworkTotals() {
    return read(GeodataReader::listNetworkTotals);
  }

  @Override
  default List<ContextLayer> listLayers() {
    return read(GeodataReader::listLayers);
  }

  @Override
  default List<LayerFeature> listFeatures(String layer) {
    return read(reader -> reader.listFeatures(layer));
  }

  @Override
  default Optional<PopulationGrid> findPopulationGrid() {
    return read(GeodataReader::findPopulationGrid);
  }

  @Override
  void close();
}
