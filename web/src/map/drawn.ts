import { geometryOf, LEAST_CORNERS, type Shape } from "../state/place.js";

interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: object;
}

/** As much of GeoJSON as the map takes in. */
export interface FeatureCollection {
  readonly type: "FeatureCollection";
  readonly features: readonly Feature[];
}

export const NOTHING_DRAWN: FeatureCollection = { type: "FeatureCollection", features: [] };

const feature = (geometry: object, part: string): Feature => ({ type: "Feature", properties: { part }, geometry });

/** A shape while it is drawn: its corners, the line so far, and what it will enclose. */
export function drawnDraft(draft: Shape): FeatureCollection {
  const { kind, corners } = draft;
  const features = corners.map((corner) => feature({ type: "Point", coordinates: corner }, "corner"));
  if (kind !== "point" && corners.length > 1) features.unshift(feature({ type: "LineString", coordinates: corners }, "line"));
  if (kind === "polygon" && corners.length >= LEAST_CORNERS.polygon) features.unshift(feature(geometryOf(draft), "area"));
  return { type: "FeatureCollection", features };
}

/** A facility inside, with the letter of its kind. */
export interface Mark {
  readonly letter: string;
  readonly lon: number;
  readonly lat: number;
}

/** The place that the answer is about, as the server understood it, with its buffer, and what lies inside. */
export function drawnPlace(geometry: object, marks: readonly Mark[]): FeatureCollection {
  const points = marks.map(({ letter, lon, lat }): Feature => ({ type: "Feature", properties: { part: "mark", icon: `mark|${letter}|` }, geometry: { type: "Point", coordinates: [lon, lat] } }));
  return { type: "FeatureCollection", features: [feature(geometry, "area"), ...points] };
}
