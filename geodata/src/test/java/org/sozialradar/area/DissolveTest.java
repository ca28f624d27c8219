package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

class DissolveTest {

  @Test
  void joinsNeighboursAlongTheirCommonBorder() throws ParseException {
    var west = geometry("POLYGON ((0 0, 1 0, 1 0.3, 1 1, 0 1, 0 0))");
    var east = geometry("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0.3, 1 0))");

    var both = Dissolve.union(List.of(west, east));

    assertThat(both.equalsTopo(geometry("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))"))).isTrue();
    assertThat(both.getGeometryType()).isEqualTo("Polygon");
  }

  @Test
  void closesTheSlitBetweenBordersThatDoNotMatch() throws ParseException {
    var west = geometry("POLYGON ((0 0, 1 0, 1.0000001 0.5, 1 1, 0 1, 0 0))");
    var east = geometry("POLYGON ((1 0, 2 0, 2 1, 1 1, 1.0000008 0.5, 1 0))");

    var both = Dissolve.union(List.of(west, east));

    assertThat(both.isValid()).isTrue();
    assertThat(both.getGeometryType()).isEqualTo("Polygon");
    assertThat(holes(both)).isZero();
    assertThat(both.getArea()).isCloseTo(2, within(1e-5));
  }

  @Test
  void closesAWiderSlitThatIsAHole() throws ParseException {
    var ring =
        geometry("POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 2 1, 2 2, 1.5 2.000005, 1 2, 1 1))");
    var core = geometry("POLYGON ((1 1, 2 1, 2 2, 1.5 1.999999, 1 2, 1 1))");

    var both = Dissolve.union(List.of(ring, core));

    assertThat(both.isValid()).isTrue();
    assertThat(holes(both)).isZero();
  }

  @Test
  void keepsAnEnclave() throws ParseException {
    var west =
        geometry("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (0.4 0.4, 0.41 0.4, 0.41 0.41, 0.4 0.4))");
    var east = geometry("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))");

    assertThat(holes(Dissolve.union(List.of(west, east)))).isOne();
  }

  @Test
  void keepsPartsThatDoNotTouch() throws ParseException {
    var mainland = geometry("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))");
    var island = geometry("POLYGON ((5 0, 6 0, 6 1, 5 1, 5 0))");

    assertThat(Dissolve.union(List.of(mainland, island)).getNumGeometries()).isEqualTo(2);
  }

  @Test
  void joinsAreasThatOverlap() throws ParseException {
    var west = geometry("POLYGON ((0 0, 1.5 0, 1.5 1, 0 1, 0 0))");
    var east = geometry("POLYGON ((1 0, 2 0, 2 1, 1 1, 1 0))");

    assertThat(Dissolve.union(List.of(west, east)).getArea()).isCloseTo(2, within(1e-12));
  }

  @Test
  void nothingDissolvesToNothing() {
    assertThat(Dissolve.union(List.of()).isEmpty()).isTrue();
    assertThat(Dissolve.union(List.of(new GeometryFactory().createPolygon())).isEmpty()).isTrue();
  }

  /** Any part of a coverage, dissolved, is as large as its areas together and valid. */
  @Property(tries = 100)
  void keepsTheArea(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(max = 39) int cells) {
    var some = voronoi(new Random(seed), 40).subList(0, cells + 1);

    var joined = Dissolve.union(some);

    double expected = some.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(joined.isValid()).isTrue();
    assertThat(joined.getArea()).isCloseTo(expected, within(1e-9 * expected));
  }

  private static List<Geometry> voronoi(Random random, int sites) {
    var points = new ArrayList<Coordinate>();
    for (int i = 0; i < sites; i++) {
      points.add(new Coordinate(12 + random.nextDouble(), 50 + random.nextDouble()));
    }
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(points);
    builder.setClipEnvelope(new Envelope(11, 14, 49, 52));
    var diagram = builder.getDiagram(new GeometryFactory());
    var cells = new ArrayList<Geometry>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i));
    }
    return cells;
  }

  private static int holes(Geometry polygon) {
    return ((org.locationtech.jts.geom.Polygon) polygon).getNumInteriorRing();
  }

  private static Geometry geometry(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
