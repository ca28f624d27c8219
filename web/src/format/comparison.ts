import type { AreaComparison, Figure, IndicatorKind } from "../api/types.js";
import { hasInterval } from "./figure.js";

export type Relation = "about" | "higher" | "lower" | "probablyHigher" | "probablyLower" | "open" | "part" | "none";

/** Full counts that differ by no more than this part of the areas' standard deviation read as "about the same". */
const ABOUT_THE_SAME = 0.25;

/** What decides which words a comparison may use. */
export interface Ground {
  readonly kind: IndicatorKind;
  /** Standard deviation of the indicator over all areas of the level. */
  readonly spread: number;
}

/**
 * How an official value of an area relates to that of a wider area, in a word; computed values are the server's to judge. No ranks: an area is told apart from its
 * surroundings, not placed among its neighbours. Sums (heads, places) are parts of the wider area, not higher or lower.
 * A value that is not exact is at most "probably" higher; one whose precision nobody knows is not judged at all.
 */
export function relate(own: Figure, reference: Figure | null, { kind, spread }: Ground): Relation {
  if (own.value === null || reference?.value == null) return "none";
  if (kind === "extensive") return reference.value > 0 ? "part" : "none";
  if (!isJudged(own) || !isJudged(reference)) return "open";
  const difference = own.value - reference.value;
  if (hasInterval(own) || hasInterval(reference)) return probable(difference, halves(own), halves(reference));
  if (Math.abs(difference) <= ABOUT_THE_SAME * spread) return "about";
  return difference > 0 ? "higher" : "lower";
}

/** Whether a value's precision is known: from its interval, or as it was counted. */
function isJudged(figure: Figure): boolean {
  return hasInterval(figure) || (figure.status !== "E" && figure.status !== "L");
}

const VERDICTS = { "about-the-same": "about", "probably-higher": "probablyHigher", "probably-lower": "probablyLower" } as const;

/** What the server says of two computed values: it knows what their errors have in common. */
export function judged({ verdict, reason }: AreaComparison): Relation {
  if (verdict !== null) return VERDICTS[verdict];
  return reason === "no-interval" ? "open" : "none";
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
 * Statistics in Medicine 2008, 27:1693).
 */
function probable(difference: number, own: Halves, reference: Halves): Relation {
  if (difference - Math.hypot(own.below, reference.above) > 0) return "probablyHigher";
  return difference + Math.hypot(own.above, reference.below) < 0 ? "probablyLower" : "about";
}

export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
}
