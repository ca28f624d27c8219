package org.sozialradar.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.util.GeometricShapeFactory;

/** An indexed geometry stands to others as one that is not, on either side. */
class SpatialTestTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Shapes on a coarse lattice, so that many touch, cover or equal each other. */
  private static List<Geometry> shapes() {
    var random = new SplittableRandom(20);
    var all = new ArrayList<Geometry>();
    for (int i = 0; i < 40; i++) {
      int west = random.nextInt(6);
      int south = random.nextInt(6);
      int size = random.nextInt(1, 4);
      all.add(GEOMETRIES.toGeometry(new Envelope(west, west + size, south, south + size)));
      all.add(GEOMETRIES.createPoint(new Coordinate(west, south)));
      all.add(
          GEOMETRIES.createLineString(
              new Coordinate[] {
                new Coordinate(west, south), new Coordinate(west + size, south + random.nextInt(3))
              }));
      var circle = new GeometricShapeFactory();
      circle.setCentre(new Coordinate(west, south));
      circle.setSize(size);
      all.add(circle.createCircle());
    }
    all.add(GEOMETRIES.createPolygon());
    return all;
  }

  @ParameterizedTest
  @EnumSource(SpatialRelation.class)
  void theIndexChangesNoAnswer(SpatialRelation relation) {
    int holding = 0;
    var shapes = shapes();
    var row = new Property("geometry");
    for (var fixed : shapes) {
      var literal = new Literal(new Value.Shape(fixed));
      var first = new SpatialTest(relation, literal, row);
      var second = new SpatialTest(relation, row, literal);
      for (var other : shapes) {
        boolean expected = RelateNG.relate(fixed, other, relation.predicate());
        boolean turned = RelateNG.relate(other, fixed, relation.predicate());
        Row asked = name -> new Value.Shape(other);
        assertThat(first.evaluate(asked)).as("%s %s", fixed, other).isEqualTo(Value.of(expected));
        assertThat(second.evaluate(asked)).as("%s %s", other, fixed).isEqualTo(Value.of(turned));
        holding += expected ? 1 : 0;
      }
    }
    assertThat(holding).as("the shapes tell something").isPositive();
  }
}
