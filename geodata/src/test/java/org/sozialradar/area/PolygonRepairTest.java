package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.PolygonRepair.FaultKind;

class PolygonRepairTest {
  @Test
  void leavesAValidPolygonUntouched() throws ParseException {
    var square = read("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))");
    var result = PolygonRepair.repair(square);
    assertThat((Object) result.geometry()).isSameAs(square);
    assertThat(result.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bow tie keeps both loops|POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))|SELF_INTERSECTION|1|1|2",
        "ring that touches itself|POLYGON((0 0, 4 0, 4 4, 2 4, 3 2, 1 2, 2 4, 0 4, 0 0))|RING_SELF_TOUCH|2|4|14",
        "hole outside|POLYGON((0 0, 1 0, 1 1, 0 1, 0 0),(5 5, 6 5, 6 6, 5 6, 5 5))|HOLE_OUTSIDE_SHELL|5|5|2",
        "part in a part|MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0)),((1 1, 2 1, 2 2, 1 2, 1 1)))|NESTED_RINGS|1|1|16",
        "hole on the shell|POLYGON((0 0, 4 0, 4 4, 0 4, 0 0),(0 2, 2 0, 4 2, 2 4, 0 2))|DISCONNECTED_INTERIOR|4|2|8",
      })
  void repairsAndSaysWhatAndWhere(
      String what, String wkt, FaultKind kind, double longitude, double latitude, double area)
      throws ParseException {
    var result = PolygonRepair.repair(read(wkt));
    assertThat(result.geometry().isValid()).as(what).isTrue();
    assertThat(result.geometry().getArea()).as(what).isEqualTo(area, within(1e-12));
    assertThat(result.faults()).as(what).hasSize(1);
    var fault = result.faults().get(0);
    assertThat(fault.kind()).as(what).isEqualTo(kind);
    assertThat(fault.longitude()).as(what).isEqualTo(longitude, within(1e-9));
    assertThat(fault.latitude()).as(what).isEqualTo(latitude, within(1e-9));
  }

  @Test
  void namesThePartThatItDrops() throws ParseException {
    var result =
        PolygonRepair.repair(
            read("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)),((5 5, 6 6, 7 7, 5 5)))"));
    assertThat(result.geometry().getArea()).isEqualTo(1);
    assertThat(result.faults())
        .extracting(PolygonRepair.Fault::kind)
        .containsExactly(FaultKind.SELF_INTERSECTION, FaultKind.PART_DROPPED);
    assertThat(result.faults().get(1).longitude()).isEqualTo(5);
  }

  @Test
  void isEmptyWhenNothingHasASurface() throws ParseException {
    var result = PolygonRepair.repair(read("POLYGON((0 0, 1 1, 2 2, 0 0))"));
    assertThat(result.geometry().isEmpty()).isTrue();
    assertThat(result.faults())
        .extracting(PolygonRepair.Fault::kind)
        .contains(FaultKind.PART_DROPPED);
  }

  @Test
  void rejectsLines() throws ParseException {
    var line = read("LINESTRING(0 0, 1 1)");
    assertThatIllegalArgumentException().isThrownBy(() -> PolygonRepair.repair(line));
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
