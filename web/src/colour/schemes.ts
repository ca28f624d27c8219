import type { SchemeId } from "../state/view-state.js";
import { fromLab, parseHex, toHex, toLab, type Lab } from "./oklab.js";

/**
 * Stops from light to dark: YlGnBu and PuOr by Cynthia Brewer (ColorBrewer), viridis by Nathaniel Smith and Stéfan van
 * der Walt (turned round, so that on every scheme darker means more). None of them pairs red with green.
 */
const STOPS: Readonly<Record<SchemeId, readonly string[]>> = {
  ylgnbu: ["#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#253494", "#081d58"],
  viridis: ["#fde725", "#bddf26", "#7ad151", "#42be71", "#22a884", "#21908d", "#2a788e", "#355f8d", "#414487", "#482475", "#440154"],
  puor: ["#7f3b08", "#b35806", "#e08214", "#fdb863", "#fee0b6", "#f7f7f7", "#d8daeb", "#b2abd2", "#8073ac", "#542788", "#2d004b"],
};

export const isDiverging = (scheme: SchemeId): boolean => scheme === "puor";

/** Colour at a place between 0 and 1 of a scheme. */
export function colourAt(scheme: SchemeId, t: number): string {
  const stops = STOPS[scheme];
  const at = Math.max(0, Math.min(1, t)) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(at));
  const from = toLab(parseHex(stops[index] ?? "#000000"));
  const to = toLab(parseHex(stops[index + 1] ?? "#000000"));
  return toHex(fromLab(mix(from, to, at - index)));
}

const mix = (a: Lab, b: Lab, t: number): Lab => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])];

/** Colours of classes from the lowest to the highest; a diverging scheme turns at the middle. */
export function classColours(scheme: SchemeId, breaks: readonly number[], middle: number | null): string[] {
  const classes = Math.max(1, breaks.length - 1);
  if (isDiverging(scheme) && middle !== null) return divergingColours(breaks, middle);
  return Array.from({ length: classes }, (_, i) => colourAt(scheme, classes === 1 ? 0.5 : 0.06 + (0.86 * i) / (classes - 1)));
}

/**
 * The class that holds the middle is neutral; the others darken with their distance from it, by the same steps on both
 * sides, so that colour never suggests a difference that only the number of classes makes.
 */
function divergingColours(breaks: readonly number[], middle: number): string[] {
  const places = Array.from({ length: Math.max(1, breaks.length - 1) }, (_, i) => placeOf(breaks[i] ?? 0, breaks[i + 1] ?? 0, middle));
  const below = places.filter((place) => place < 0).length;
  const above = places.filter((place) => place > 0).length;
  const steps = Math.max(below, above, 1);
  let higher = 0;
  return places.map((place, i) => {
    const offset = place === 0 ? 0 : place < 0 ? -(below - i) : ++higher;
    return colourAt("puor", 0.5 + (0.44 * offset) / steps);
  });
}

/** Where a class lies: −1 below the middle, 1 above, 0 around it. A middle on a bound belongs to no class. */
function placeOf(low: number, high: number, middle: number): -1 | 0 | 1 {
  if (high <= middle) return -1;
  return low >= middle ? 1 : 0;
}
