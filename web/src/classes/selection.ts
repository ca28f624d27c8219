import type { Bin } from "./classes.js";

/** Classes chosen of those that there are; empty for all. An address may name more than the values have. */
export const chosenOf = (only: readonly number[], classes: number): readonly number[] => only.filter((one) => one < classes);

/**
 * Adds classes to the choice, or takes them away when all of them are chosen. A choice of every class that there is
 * says no more than none at all.
 */
export function toggled(only: readonly number[], wanted: readonly number[], classes: number): readonly number[] {
  const before = chosenOf(only, classes);
  const all = wanted.every((one) => before.includes(one));
  const next = all ? before.filter((one) => !wanted.includes(one)) : [...new Set([...before, ...wanted])];
  return next.length === classes ? [] : [...next].sort((a, b) => a - b);
}

/** The classes that a bar holds areas of. */
export const classesOf = (bin: Bin): readonly number[] => bin.counts.flatMap((count, cls) => (count > 0 ? [cls] : []));

/** Whether a bar lies wholly in the choice. */
export const isChosen = (bin: Bin, only: readonly number[]): boolean => only.length > 0 && classesOf(bin).every((cls) => only.includes(cls));

/** How many areas the chosen classes hold. */
export const countOf = (only: readonly number[], counts: readonly number[]): number => counts.reduce((sum, count, cls) => sum + (only.length === 0 || only.includes(cls) ? count : 0), 0);
