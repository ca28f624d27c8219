import type { ValuesAnswer } from "../api/types.js";
import { classOf } from "../classes/classes.js";
import { hasValue, lookOf } from "../format/status.js";

/** What the style of the map needs to know of an area; set as its feature-state. */
export interface AreaLook {
  /** Index of the class, −1 without a value. */
  readonly cls: number;
  readonly missing: boolean;
  readonly withheld: boolean;
  readonly pale: boolean;
  readonly modelled: boolean;
  readonly converted: boolean;
}

export function areaLooks(answer: ValuesAnswer, breaks: readonly number[]): Map<string, AreaLook> {
  const looks = new Map<string, AreaLook>();
  answer.codes.forEach((code, i) => {
    const look = lookOf(answer.status[i] ?? "");
    const value = answer.values[i] ?? null;
    const known = value !== null && hasValue(look);
    looks.set(code, {
      cls: known ? classOf(value, breaks) : -1,
      missing: !known && look !== "withheld",
      withheld: look === "withheld",
      pale: look === "limited",
      modelled: look === "modelled",
      converted: look === "converted",
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

/** Number of areas by status letter, most frequent first. */
export function statusCounts(answer: ValuesAnswer): [letter: string, count: number][] {
  const counts = new Map<string, number>();
  for (const letter of answer.status) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
