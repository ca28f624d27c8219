package org.sozialradar.incident;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.layer.GridShape;
import org.sozialradar.layer.PopulationGrid;

/**
 * People as the cells of a population grid have them, by the rule of {@link GridShape}. It says
 * nothing of areas in which the grid has nobody.
 *
 * <p>Safe for use by many threads. The cells of an area are found once and kept, those of an
 * incident while somebody holds it.
 */
public final class GridWeights implements PeopleWeights {
  /** Degrees: straight lines of longitude and latitude bend in the plane by less than 2 m. */
  private static final double STEP = 0.1;

  /** Degrees, far wider than a cell: cells on the edge of a clipped incident are in no area. */
  private static final double MARGIN = 0.05;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final PopulationGrid grid;
  private final AreaShapes shapes;
  private final Map<AreaCode, Cells> areas = new ConcurrentHashMap<>();

  /** Cells of incidents that somebody still asks about. */
  private final Map<IncidentShape, GridShape> incidents =
      Collections.synchronizedMap(new WeakHashMap<>());

  private record Cells(GridShape shape, long people) {}

  /**
   * Weights by a grid.
   *
   * @param shapes boundaries of the areas of a level
   */
  public GridWeights(PopulationGrid grid, AreaShapes shapes) {
    this.grid = grid;
    this.shapes = shapes;
  }

  /** Id of the data set of the grid. */
  public String datasetId() {
    return grid.datasetId();
  }

  @Override
  public String label() {
    return POPULATION_GRID;
  }

  @Override
  public Optional<PeopleShare> find(Overlap overlap, IncidentShape incident) {
    if (!overlap.level().equals(shapes.level())) {
      throw new IllegalArgumentException(overlap.level() + " is not " + shapes.level());
    }
    var boundary = shapes.find(overlap.code());
    if (boundary.isEmpty()) {
      return Optional.empty();
    }
    var cells = areas.computeIfAbsent(overlap.code(), unused -> cells(boundary.get()));
    if (cells.people() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        overlap.isWhole() ? PeopleShare.ALL : share(cells, cells.shape().inside(of(incident))));
  }

  private static PeopleShare share(Cells cells, GridShape.Inside inside) {
    double all = cells.people();
    return new PeopleShare(inside.value() / all, inside.low() / all, inside.high() / all);
  }

  private Cells cells(Geometry boundary) {
    var shape = shape(boundary);
    return new Cells(shape, shape.people());
  }

  /** Found outside of the lock, so that others need not wait; perhaps by two at once. */
  private GridShape of(IncidentShape incident) {
    var known = incidents.get(incident);
    if (known != null) {
      return known;
    }
    var made = shape(nearby(incident.geometry()));
    incidents.putIfAbsent(incident, made);
    return made;
  }

  /**
   * What of an incident lies near the areas. The rest would take many corners for nothing, and what
   * holds the other side of the earth would be turned inside out by the plane.
   */
  private Geometry nearby(Geometry incident) {
    var box = shapes.box();
    box.expandBy(MARGIN);
    if (box.covers(incident.getEnvelopeInternal())) {
      return incident;
    }
    var cut = OverlayNGRobust.overlay(incident, FACTORY.toGeometry(box), OverlayNG.INTERSECTION);
    return FACTORY.buildGeometry(PolygonExtracter.getPolygons(cut));
  }

  private GridShape shape(Geometry lonLat) {
    var dense = Densifier.densify(lonLat, STEP);
    return GridShape.of(grid, EqualAreaPlane.EUROPE.project(dense));
  }
}
