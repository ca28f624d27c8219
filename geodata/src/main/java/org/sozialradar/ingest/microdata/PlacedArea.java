package org.sozialradar.ingest.microdata;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.IndexedAreas;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.crs.CoordinateSystem;
import org.sozialradar.ingest.crs.ToWgs84;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.survey.AreaLink;

/** Finds the area that covers a place; a place on a border belongs to one side of it. */
final class PlacedArea implements AreaFinder {
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final SurveyAreas areas;
  private final AreaLink.Place link;
  private final IndexedAreas index;
  private final ToWgs84 transformation;
  private final DecimalColumn x = new DecimalColumn();
  private final DecimalColumn y = new DecimalColumn();

  private PlacedArea(SurveyAreas areas, AreaLink.Place link, ToWgs84 transformation) {
    this.areas = areas;
    this.link = link;
    this.transformation = transformation;
    index = new IndexedAreas(areas.boundaries());
  }

  /**
   * A finder for the places of a file, which is read once for their extent: between some systems
   * the way depends on where in the world the data are.
   *
   * @throws InputRejectedException if the system is not known or the areas have no boundaries
   */
  static PlacedArea of(SurveyAreas areas, AreaLink.Place link, InputFile file) {
    var system =
        CoordinateSystem.find(link.crs())
            .orElseThrow(
                () -> new InputRejectedException(AreaIssues.CRS_UNKNOWN.issue(link.crs())));
    if (areas.boundaries().isEmpty()) {
      throw new InputRejectedException(
          AreaIssues.LEVEL_WITHOUT_BOUNDARIES.issue(areas.level(), areas.edition()));
    }
    return new PlacedArea(areas, link, system.toWgs84(extent(link, file)));
  }

  private static Envelope extent(AreaLink.Place link, InputFile file) {
    var extent = new Envelope();
    var x = new DecimalColumn();
    var y = new DecimalColumn();
    PlainTable.read(
        file,
        (headings, place) -> headings.containsAll(link.columns()) ? link.columns() : List.of(),
        new ImportIssues(),
        row -> {
          if (!row.columns().isEmpty()) {
            expand(extent, row, link, x, y);
          }
        });
    return extent;
  }

  private static void expand(
      Envelope extent, AnswerRow row, AreaLink.Place link, DecimalColumn x, DecimalColumn y) {
    try {
      extent.expandToInclude(x.read(row.cell(link.x())), y.read(row.cell(link.y())));
    } catch (MalformedCellException reportedWhenTheRowIsRead) {
      return;
    }
  }

  @Override
  public AreaCode find(AnswerRow row) throws MalformedCellException {
    if (row.text(link.x()).isEmpty() || row.text(link.y()).isEmpty()) {
      throw new MalformedCellException(AreaIssues.MISSING);
    }
    var before =
        POINTS.createPoint(new Coordinate(x.read(row.cell(link.x())), y.read(row.cell(link.y()))));
    var after = transformation.apply(before);
    if (!transformation.isPlausible(before, after)) {
      throw new MalformedCellException(AreaIssues.PLACE_IMPLAUSIBLE, link.crs());
    }
    var found = index.covering(((Point) after).getCoordinate());
    if (found.isEmpty()) {
      throw new MalformedCellException(AreaIssues.PLACE_OUTSIDE, areas.level(), areas.edition());
    }
    return index.code(found.get(0));
  }

  @Override
  public String column() {
    return link.x() + ", " + link.y();
  }
}
