import type { ValuesAnswer } from "../api/types.js";
import { hasValue, lookOf } from "../format/status.js";

/** From which width on an interval counts as wide, and as very wide; in the unit of the values. */
export interface WidthBounds {
  readonly wide: number;
  readonly widest: number;
}

/** Areas between these parts of the sorted values make up what is usual; a few extremes must not decide. */
const USUAL = [0.1, 0.9] as const;

/**
 * Widths beside what tells the areas apart: an interval as wide as the range of the middle four fifths of all values
 * leaves open where among them an area stands (very wide); half of that still leaves open on which side (wide).
 * Null when no value has an interval.
 */
export function widthBounds(answer: ValuesAnswer): WidthBounds | null {
  if (answer.lower === null || answer.upper === null) return null;
  const known = answer.values.filter((value, i): value is number => value !== null && hasValue(lookOf(answer.status[i] ?? "")));
  if (known.length === 0) return null;
  const sorted = known.sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  const range = at(USUAL[1]) - at(USUAL[0]);
  return { wide: range / 2, widest: range };
}

export type Width = "narrow" | "wide" | "widest";

export function widthOf(lower: number | null | undefined, upper: number | null | undefined, bounds: WidthBounds): Width {
  if (lower == null || upper == null || upper - lower <= bounds.wide) return "narrow";
  return upper - lower > bounds.widest ? "widest" : "wide";
}

/** How many areas have wide and very wide intervals. */
export function widthCounts({ lower, upper }: ValuesAnswer, bounds: WidthBounds): Record<Width, number> {
  const counts = { narrow: 0, wide: 0, widest: 0 };
  lower?.forEach((low, i) => {
    if (low !== null) counts[widthOf(low, upper?.[i], bounds)] += 1;
  });
  return counts;
}

/** Fewer answers than this are few: then chance alone moves a share by more than ten points. */
export const FEW = 50;

/** Letters of the classes of respondents that stay below that number, such as "20-49"; none for official figures. */
export function fewLetters({ respondentClasses }: Pick<ValuesAnswer, "respondentClasses">): ReadonlySet<string> {
  const few = ([, range]: [string, string]): boolean => {
    const most = /^\d+-(\d+)$/.exec(range)?.[1];
    return most !== undefined && Number(most) < FEW;
  };
  return new Set(Object.entries(respondentClasses ?? {}).filter(few).map(([letter]) => letter));
}

/** How many areas with a value rest on few answers. */
export function fewCount({ respondents, values }: ValuesAnswer, few: ReadonlySet<string>): number {
  return values.filter((value, i) => value !== null && few.has(respondents?.[i] ?? "")).length;
}
