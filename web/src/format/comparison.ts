import type { Figure, IndicatorKind, ResultKind } from "../api/types.js";
import { hasInterval } from "./figure.js";

export type Relation = "about" | "higher" | "lower" | "probablyHigher" | "probablyLower" | "open" | "part" | "none";

/** Full counts that differ by no more than this part of the areas' standard deviation read as "about the same". */
const ABOUT_THE_SAME = 0.25;

/** What decides which words a comparison may use. */
export interface Ground {
  readonly kind: IndicatorKind;
  readonly computed: ResultKind | null;
  /** Standard deviation of the indicator over all areas of the level. */
  readonly spread: number;
}

/**
 * How an area's value relates to that of a wider area, in a word. No ranks: an area is told apart from its
 * surroundings, not placed among its neighbours. Sums (heads, places) are parts of the wider area, not higher or lower.
 * A value that is not exact is at most "probably" higher; one whose precision nobody knows is not judged at all.
 */
export function relate(own: Figure, reference: Figure | null, { kind, computed, spread }: Ground): Relation {
  if (own.value === null || reference?.value == null) return "none";
  if (kind === "extensive") return reference.value > 0 ? "part" : "none";
  if (!isJudged(own, computed) || !isJudged(reference, computed)) return "open";
  const difference = own.value - reference.value;
  if (hasInterval(own) || hasInterval(reference)) return probable(difference, halves(own), halves(reference));
  if (Math.abs(difference) <= ABOUT_THE_SAME * spread) return "about";
  return difference > 0 ? "higher" : "lower";
}

/** Whether a value's precision is known: from its interval, or as it was counted. */
function isJudged(figure: Figure, computed: ResultKind | null): boolean {
  return hasInterval(figure) || (computed === null && figure.status !== "E" && figure.status !== "L");
}

interface Halves {
  readonly below: number;
  readonly above: number;
}

function halves({ value, lower, upper }: Figure): Halves {
  if (value === null || lower == null || upper == null) return { below: 0, above: 0 };
  return { below: value - lower, above: upper - value };
}

/**
 * "Probably" when the interval of the difference leaves out zero, put together from the two intervals (Zou and Donner,
 * Statistics in Medicine 2008, 27:1693). Respondents or a model that both values share would make it narrower, so the
 * words rather claim too little.
 */
function probable(difference: number, own: Halves, reference: Halves): Relation {
  if (difference - Math.hypot(own.below, reference.above) > 0) return "probablyHigher";
  return difference + Math.hypot(own.above, reference.below) < 0 ? "probablyLower" : "about";
}

export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
