import type { IncidentAnswer } from "../api/planning-types.js";
import type { AreaEntry, Bbox } from "../api/types.js";

/** Areas that could help; where nothing is touched, the nearest ones are neighbours of nobody. */
export const helpersOf = ({ areas, neighbours }: IncidentAnswer): IncidentAnswer["neighbours"] => (areas.length === 0 ? [] : neighbours);

/** West, south, east, north of all coordinates in a geometry, however deep. */
export function boundsOf(geometry: object): Bbox | null {
  const found: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [lon, lat] = part as unknown[];
    if (typeof lon === "number" && typeof lat === "number") {
      found[0] = Math.min(found[0], lon);
      found[1] = Math.min(found[1], lat);
      found[2] = Math.max(found[2], lon);
      found[3] = Math.max(found[3], lat);
    } else part.forEach(walk);
  };
  const { coordinates, geometries } = geometry as { coordinates?: unknown; geometries?: readonly { coordinates?: unknown }[] };
  walk(coordinates);
  geometries?.forEach((one) => { walk(one.coordinates); });
  return found[0] <= found[2] ? found : null;
}

/** What a sheet of paper shows: the place with the areas that it touches; null where it touches none. */
export function sheetOf(answer: IncidentAnswer, areas: readonly AreaEntry[]): Bbox | null {
  if (answer.areas.length === 0) return null;
  const touched = new Set(answer.areas.map((one) => one.code));
  const boxes = [boundsOf(answer.area.geometry), ...areas.filter((one) => touched.has(one.code)).map((one) => one.bbox)].filter((one) => one !== null);
  const [first, ...others] = boxes;
  return first === undefined ? null : others.reduce(around, first);
}

const around = (a: Bbox, b: Bbox): Bbox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
