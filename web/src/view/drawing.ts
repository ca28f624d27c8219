import type { Radar } from "../app/radar.js";
import { cornerOf, isWhole, USUAL_BUFFER, withCorner, withoutLast, type ShapeKind } from "../state/place.js";

/** What a person does while a shape is being drawn, by pointer or keys. */

export function startDrawing(radar: Radar, kind: ShapeKind): void {
  radar.draw({ kind, corners: [] });
}

/** Adds a corner; a point is whole with its first. */
export function addCorner(radar: Radar, lon: number, lat: number): void {
  const { draft } = radar.model;
  const corner = cornerOf(lon, lat);
  if (!draft || !corner) return;
  radar.draw(withCorner(draft, corner));
  if (draft.kind === "point") finishDrawing(radar);
}

export function addCornerAtCentre(radar: Radar): void {
  const centre = radar.map?.centre();
  if (centre) addCorner(radar, centre[0], centre[1]);
}

export function undoCorner(radar: Radar): void {
  const { draft } = radar.model;
  if (draft) radar.draw(withoutLast(draft));
}

/** The shape becomes the place, if it has enough corners. */
export function finishDrawing(radar: Radar): void {
  const { draft, state } = radar.model;
  if (!draft || !isWhole(draft)) return;
  radar.draw(null);
  const buffer = draft.kind === "polygon" ? 0 : state.buffer > 0 ? state.buffer : USUAL_BUFFER;
  radar.go({ place: draft, buffer });
}

/** Keys on the map while a shape is drawn; true if one of them was meant. */
export function drawingKey(radar: Radar, key: string): boolean {
  if (!radar.model.draft) return false;
  if (key === "Enter") addCornerAtCentre(radar);
  else if (key === "Backspace" || key === "Delete") undoCorner(radar);
  else if (key === "Escape") radar.draw(null);
  else if (key === "f" || key === "F") finishDrawing(radar);
  else return false;
  return true;
}
