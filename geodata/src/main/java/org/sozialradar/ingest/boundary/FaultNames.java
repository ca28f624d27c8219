package org.sozialradar.ingest.boundary;

import org.sozialradar.area.PolygonRepair.FaultKind;
import org.sozialradar.dataset.LocalizedText;

/** What is wrong with a polygon, in words. */
final class FaultNames {
  private FaultNames() {}

  static LocalizedText of(FaultKind kind) {
    return switch (kind) {
      case INVALID_COORDINATE -> new LocalizedText("ungültige Koordinate", "invalid coordinate");
      case SELF_INTERSECTION -> new LocalizedText("Ringe kreuzen sich", "rings cross each other");
      case RING_SELF_TOUCH ->
          new LocalizedText("ein Ring berührt sich selbst", "a ring touches itself");
      case HOLE_OUTSIDE_SHELL ->
          new LocalizedText("ein Loch liegt außerhalb", "a hole lies outside");
      case NESTED_RINGS -> new LocalizedText("Ringe liegen ineinander", "rings are nested");
      case DISCONNECTED_INTERIOR ->
          new LocalizedText("Löcher zerteilen die Fläche", "holes cut the area apart");
      case TOO_FEW_POINTS -> new LocalizedText("zu wenige Punkte", "too few points");
      case PART_DROPPED ->
          new LocalizedText("ein Teil ohne Fläche entfiel", "a part without surface was left out");
    };
  }
}
