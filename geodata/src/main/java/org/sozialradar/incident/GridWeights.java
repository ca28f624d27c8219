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
 * nothing of areas in which the grid has nobody; {@link #where} leaves out those that it covers in
 * part.
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

  /**
   * The share of the people of an area that a grid must have to speak for it. Registers, years and
   * cells that are withheld differ by a tenth or so; where a quarter is missing, the grid ends.
   */
  private static final double ENOUGH = 0.75;

  /** People by the middle of their cells, and with all cells that the border touches. */
  private record Cells(GridShape shape, long people, long touched) {}

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
    return cells(overlap.code())
        .filter(cells -> cells.people() > 0)
        .map(cells -> overlap.isWhole() ? PeopleShare.ALL : share(cells, incident));
  }

  /**
   * The same weights, but silent of areas that the grid cannot hold as a whole: those in whose
   * cells, with all that the border touches, live less than three quarters of the people that are
   * published. A part of an area must not stand for the whole.
   *
   * @param published people by area; of others nothing is checked
   */
  public PeopleWeights where(Map<AreaCode, Double> published) {
    var checked = Map.copyOf(published);
    return new PeopleWeights() {
      @Override
      public String label() {
        return POPULATION_GRID;
      }

      @Override
      public Optional<PeopleShare> find(Overlap overlap, IncidentShape incident) {
        double needed = ENOUGH * checked.getOrDefault(overlap.code(), 0.0);
        return GridWeights.this
            .find(overlap, incident)
            .filter(share -> cells(overlap.code()).orElseThrow().touched() >= needed);
      }
    };
  }

  private Optional<Cells> cells(AreaCode code) {
    return shapes
        .find(code)
        .map(boundary -> areas.computeIfAbsent(code, unused -> cells(boundary)));
  }

  private PeopleShare share(Cells cells, IncidentShape incident) {
    return share(cells, cells.shape().inside(of(incident)));
  }

  private static PeopleShare share(Cells cells, GridShape.Inside inside) {
    double all = cells.people();
    return new PeopleShare(inside.value() / all, inside.low() / all, inside.high() / all);
  }

  private Cells cells(Geometry boundary) {
    var shape = shape(boundary);
    return new Cells(shape, shape.people(), shape.peopleTouched());
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
