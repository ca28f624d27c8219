package org.sozialradar.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;

/** What an import may refer to: its own batch, the batches before it, the store. */
public interface Holdings {
  Optional<BoundaryVersion> findEdition(String edition);

  /** All editions, by validity, then id. */
  List<BoundaryVersion> listEditions();

  /** A level that is built in, declared by the manifest or in use in some edition. */
  Optional<AreaLevel> findLevel(String level);

  /** The levels that an edition has areas of, from coarse to fine. */
  List<AreaLevel> listLevels(String edition);

  /** Ids of the levels that are built in or that some edition has areas of. */
  default Set<String> levelIds() {
    var ids = new TreeSet<String>();
    AreaLevel.BUILT_IN.forEach(level -> ids.add(level.id()));
    for (var edition : listEditions()) {
      listLevels(edition.id()).forEach(level -> ids.add(level.id()));
    }
    return ids;
  }

  /** The areas of a level in an edition, by code; empty if there are none. */
  List<Area> listAreas(String edition, String level);

  /**
   * The generalised coverages of a level in an edition, from coarse to fine; empty if they are not
   * made yet.
   */
  List<CoverageLevel> listCoverages(String edition, String level);

  /**
   * Ids of the data sets that the areas of a level in an edition come from; empty if that is the
   * one of the edition.
   */
  SortedSet<String> listAreaDatasets(String edition, String level);

  /** The codes of {@link #listAreas}. */
  SortedSet<AreaCode> listCodes(String edition, String level);

  List<AreaCorrespondence> listCorrespondences();

  /** All indicators, by id. */
  List<Indicator> listIndicators();

  /** The indicator of this id, if there is one. */
  default Optional<Indicator> findIndicator(String id) {
    return listIndicators().stream().filter(indicator -> indicator.id().equals(id)).findFirst();
  }

  /** Ids of all context layers. */
  Set<String> layerIds();

  /** Ids of the data sets whose values are invented. */
  Set<String> exampleDatasets();

  /** The tables of an indicator, one per edition and level. */
  List<IndicatorTable> listTables(String indicator);
}
