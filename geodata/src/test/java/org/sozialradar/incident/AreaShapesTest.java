package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.SurfaceArea;

class AreaShapesTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  static AreaCode code(String text) {
    return new AreaCode(text);
  }

  /** Ten times ten fields of a tenth of a degree from 13° E, 51° N. */
  static Map<AreaCode, Geometry> fields() {
    var fields = new HashMap<AreaCode, Geometry>();
    for (int x = 0; x < 10; x++) {
      for (int y = 0; y < 10; y++) {
        fields.put(
            code("" + x + y),
            FACTORY.toGeometry(
                new Envelope(
                    13 + x / 10.0, 13 + (x + 1) / 10.0, 51 + y / 10.0, 51 + (y + 1) / 10.0)));
      }
    }
    return fields;
  }

  private static IncidentShape shape(Geometry... parts) {
    return IncidentShape.of(List.of(parts), 0);
  }

  @Test
  void sharesAreThoseOfTheSurface() {
    var shapes = AreaShapes.of("field", fields());
    var half = shape(FACTORY.toGeometry(new Envelope(13.05, 13.2, 51, 51.1)));
    var found = shapes.touched(half);
    assertThat(found).extracting(one -> one.code().value()).containsExactly("00", "10");
    assertThat(found.get(0).share()).isCloseTo(0.5, within(1e-9));
    assertThat(found.get(0).isWhole()).isFalse();
    assertThat(found.get(1).isWhole()).isTrue();
    assertThat(found.get(1).squareKilometres())
        .isCloseTo(2 * found.get(0).squareKilometres(), within(1e-6));
  }

  @Test
  void whatOnlyTouchesTheBorderIsNotTouched() {
    var shapes = AreaShapes.of("field", fields());
    var one = shape(FACTORY.toGeometry(new Envelope(13.1, 13.2, 51.1, 51.2)));
    assertThat(shapes.touched(one)).extracting(x -> x.code().value()).containsExactly("11");
    assertThat(shapes.find(code("12"), one)).isEmpty();
    assertThat(shapes.find(code("99x"), one)).isEmpty();
  }

  @Test
  void aSmallIncidentInALargeAreaIsFound() {
    var shapes = AreaShapes.of("field", fields());
    var house = IncidentShape.of(List.of(FACTORY.createPoint(new Coordinate(13.55, 51.55))), 3);
    var found = shapes.touched(house);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).share()).isLessThan(1e-6).isPositive();
    assertThat(found.get(0).squareKilometres() * 1e6).isCloseTo(Math.PI * 9, within(0.05));
  }

  @Test
  void elsewhereNothingIsTouched() {
    var shapes = AreaShapes.of("field", fields());
    assertThat(shapes.touched(shape(FACTORY.toGeometry(new Envelope(2, 3, 41, 42))))).isEmpty();
    assertThat(AreaShapes.of("none", Map.of()).touched(shape(fields().get(code("00"))))).isEmpty();
  }

  /** Strips of a width of some metres from one end of the fields to the other. */
  private static IncidentShape strips(int number) {
    double step = 1.0 / number;
    return IncidentShape.of(
        IntStream.range(0, number)
            .mapToObj(i -> new Envelope(12.9, 14.1, 51 + i * step, 51 + (i + 0.25) * step))
            .<Geometry>map(FACTORY::toGeometry)
            .toList(),
        0);
  }

  /** Each field is crossed by hundreds of strips, which are cut at once. */
  @Test
  void manyStripsHaveTheirShareOfEachArea() {
    var incident = strips(2000);
    assertThat(incident.piecesNear(fields().get(code("55")))).isGreaterThan(150);
    var found = AreaShapes.of("field", fields()).touched(incident);
    assertThat(found)
        .hasSize(100)
        .allSatisfy(one -> assertThat(one.share()).isCloseTo(0.25, within(1e-4)));
  }

  @Test
  void moreStripsThanCanBeCutAreRefused() {
    var shapes = AreaShapes.of("field", fields());
    assertThatThrownBy(() -> shapes.touched(strips(12_000)))
        .isInstanceOfSatisfying(
            InvalidIncidentException.class,
            refused -> assertThat(refused.code()).isEqualTo("too-complex"));
  }

  /** What lies inside of all areas that cover a river is the river, and each part is exact. */
  @Property(tries = 20)
  void partsOfARiverAddUpToTheRiver(
      @ForAll @DoubleRange(min = 51.3, max = 51.7) double from,
      @ForAll @DoubleRange(min = 51.3, max = 51.7) double to,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double width) {
    var river = Rivers.river(2001, 13.05, from, 13.95, to, width);
    var incident = shape(river);
    var shapes = AreaShapes.of("field", fields());
    var found = shapes.touched(incident);
    double sum = found.stream().mapToDouble(Overlap::squareKilometres).sum();
    assertThat(sum).isCloseTo(incident.squareKilometres(), within(1e-4));
    var byCode = found.stream().collect(Collectors.toMap(Overlap::code, one -> one));
    fields()
        .forEach(
            (code, field) -> {
              var common = OverlayNGRobust.overlay(field, river, OverlayNG.INTERSECTION);
              double expected = SurfaceArea.squareKilometres(common);
              double actual = byCode.containsKey(code) ? byCode.get(code).squareKilometres() : 0;
              assertThat(actual).isCloseTo(expected, within(1e-4));
            });
  }
}
