import type { Measure } from "../api/social-types.js";
import type { AreaEntry, Milestone } from "../api/types.js";

export interface NetworkPoint {
  readonly code: string;
  readonly means: Milestone["means"];
  readonly lon: number;
  readonly lat: number;
  /** Shift in icon pixels, so that two marks of one town stand side by side. */
  readonly offset: readonly [number, number];
}

/** One mark per town and meaning, at the town's centre; towns without a place on this edition's map are left out. */
export function networkPoints(milestones: readonly Milestone[], centres: ReadonlyMap<string, readonly [number, number]>): NetworkPoint[] {
  const meanings = new Map<string, Set<Milestone["means"]>>();
  for (const { code, means } of milestones) {
    const known = meanings.get(code) ?? new Set();
    known.add(means);
    meanings.set(code, known);
  }
  return [...meanings].flatMap(([code, means]) => {
    const centre = centres.get(code);
    if (!centre) return [];
    const [lon, lat] = centre;
    const shift = means.size > 1 ? 8 : 0;
    return [...means].map((one): NetworkPoint => ({ code, means: one, lon, lat, offset: [one === "happened" ? -shift : shift, 0] }));
  });
}

/** One mark per measure where it takes place, or at the centre of its area; without either it has none. */
export function measurePoints(measures: readonly Measure[], areas: readonly AreaEntry[]): NetworkPoint[] {
  return measures.flatMap(({ area, lon, lat }): NetworkPoint[] => {
    const centre = areas.find((one) => one.code === area)?.center;
    const place = lon !== null && lat !== null ? ([lon, lat] as const) : centre;
    return place ? [{ code: area, means: "happened", lon: place[0], lat: place[1], offset: [0, 0] }] : [];
  });
}
