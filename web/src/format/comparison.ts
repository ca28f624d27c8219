import type { Figure, IndicatorKind } from "../api/types.js";

export type Relation = "about" | "higher" | "lower" | "probablyHigher" | "probablyLower" | "part" | "none";

/** Full counts that differ by no more than this part of the areas' standard deviation read as "about the same". */
const ABOUT_THE_SAME = 0.25;

/**
 * How an area's value relates to that of a wider area, in a word. No ranks: an area is told apart from its
 * surroundings, not placed among its neighbours. Sums (heads, places) are parts of the wider area, not higher or lower.
 *
 * @param spread standard deviation of the indicator over all areas of the level
 */
export function relate(own: Figure, reference: Figure | null, kind: IndicatorKind, spread: number): Relation {
  if (own.value === null || reference?.value == null) return "none";
  if (kind === "extensive") return reference.value > 0 ? "part" : "none";
  const { lower, upper } = own;
  if (lower != null && upper != null) {
    if (reference.value < lower) return "probablyHigher";
    return reference.value > upper ? "probablyLower" : "about";
  }
  const distance = own.value - reference.value;
  if (Math.abs(distance) <= ABOUT_THE_SAME * spread) return "about";
  return distance > 0 ? "higher" : "lower";
}

export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
