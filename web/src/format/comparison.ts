import type { Figure, IndicatorKind } from "../api/types.js";

export type Relation = "about" | "higher" | "lower" | "probablyHigher" | "probablyLower" | "part" | "none";

/** Full counts that differ by no more than this part of the reference read as "about the same". */
export const ABOUT_THE_SAME = 0.05;

/**
 * How an area's value relates to that of a wider area, in a word. No ranks: an area is told apart from its
 * surroundings, not placed among its neighbours. Sums (heads, places) are parts of the wider area, not higher or lower.
 */
export function relate(own: Figure, reference: Figure | null, kind: IndicatorKind): Relation {
  if (own.value === null || reference?.value == null) return "none";
  if (kind === "extensive") return reference.value > 0 ? "part" : "none";
  const { lower, upper } = own;
  if (lower != null && upper != null) {
    if (reference.value < lower) return "probablyHigher";
    return reference.value > upper ? "probablyLower" : "about";
  }
  const distance = own.value - reference.value;
  if (Math.abs(distance) <= ABOUT_THE_SAME * Math.abs(reference.value)) return "about";
  return distance > 0 ? "higher" : "lower";
}
