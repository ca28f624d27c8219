import type { ResultKind, ValuesAnswer } from "../api/types.js";
import { classOf } from "../classes/classes.js";
import { hasValue, isModelled, lookOf } from "../format/status.js";
import { widthOf, type WidthBounds } from "./uncertainty.js";

/** What the style of the map needs to know of an area; set as its feature-state. */
export interface AreaLook {
  /** Index of the class, −1 without a value. */
  readonly cls: number;
  readonly missing: boolean;
  readonly withheld: boolean;
  readonly imprecise: boolean;
  readonly pale: boolean;
  readonly modelled: boolean;
  readonly converted: boolean;
  /** Wide and very wide intervals, while uncertainty shows. */
  readonly wide: boolean;
  readonly widest: boolean;
  /** Few respondents, while uncertainty shows. */
  readonly few: boolean;
}

/** What an area's look can say beside its class. */
export const SIGNS = ["missing", "withheld", "imprecise", "pale", "modelled", "converted", "wide", "widest", "few"] as const satisfies readonly (keyof AreaLook)[];
export type Sign = (typeof SIGNS)[number];

/** The signs that any area carries. */
export function signsIn(looks: ReadonlyMap<string, AreaLook>): ReadonlySet<Sign> {
  const found = new Set<Sign>();
  for (const look of looks.values()) for (const sign of SIGNS) if (look[sign]) found.add(sign);
  return found;
}

/** What looks depend on besides the values. */
export interface LookOptions {
  readonly computed: ResultKind | null;
  /** Widths from which areas pale; null while uncertainty does not show. */
  readonly widths: WidthBounds | null;
  /** Letters of the classes of respondents that are few; none while uncertainty does not show. */
  readonly few: ReadonlySet<string>;
}

export function areaLooks(answer: ValuesAnswer, breaks: readonly number[], { computed, widths, few }: LookOptions): Map<string, AreaLook> {
  const looks = new Map<string, AreaLook>();
  answer.codes.forEach((code, i) => {
    const letter = answer.status[i] ?? "";
    const look = lookOf(letter);
    const value = answer.values[i] ?? null;
    const known = value !== null && hasValue(look);
    const width = known && widths !== null ? widthOf(answer.lower?.[i], answer.upper?.[i], widths) : "narrow";
    looks.set(code, {
      cls: known ? classOf(value, breaks) : -1,
      missing: !known && look !== "withheld" && look !== "imprecise",
      withheld: look === "withheld",
      imprecise: look === "imprecise",
      pale: look === "limited" || look === "incomplete",
      modelled: known && isModelled(letter, computed),
      converted: look === "converted",
      wide: width !== "narrow",
      widest: width === "widest",
      few: known && few.has(answer.respondents?.[i] ?? ""),
    });
  });
  return looks;
}

/** Values that really are numbers, in the order of the answer. */
export function knownValues(answer: ValuesAnswer): number[] {
  return answer.values.filter((value, i): value is number => value !== null && hasValue(lookOf(answer.status[i] ?? "")));
}

/** Whether values were recorded on a coarser level and only shown on this one. */
export function isCoarser(answer: Pick<ValuesAnswer, "level" | "nativeLevel" | "aggregated">): boolean {
  return answer.nativeLevel !== answer.level && answer.aggregated !== true;
}

/** An answer as if it were about some of its areas alone. */
export function restricted(answer: ValuesAnswer, codes: ReadonlySet<string>): ValuesAnswer {
  const kept = answer.codes.map((code) => codes.has(code));
  const of = <T>(column: readonly T[]): T[] => column.filter((_, i) => kept[i]);
  return {
    ...answer,
    codes: of(answer.codes),
    values: of(answer.values),
    status: of(Array.from(answer.status)).join(""),
    lower: answer.lower && of(answer.lower),
    upper: answer.upper && of(answer.upper),
    respondents: answer.respondents === null ? null : of(Array.from(answer.respondents)).join(""),
  };
}

/** Number of areas by class. */
export function classCounts(answer: ValuesAnswer, breaks: readonly number[]): number[] {
  const counts = new Array<number>(Math.max(0, breaks.length - 1)).fill(0);
  for (const value of knownValues(answer)) {
    const cls = classOf(value, breaks);
    counts[cls] = (counts[cls] ?? 0) + 1;
  }
  return counts;
}

/** Number of areas by status letter, most frequent first. */
export function statusCounts(answer: ValuesAnswer): [letter: string, count: number][] {
  const counts = new Map<string, number>();
  for (const letter of answer.status) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
