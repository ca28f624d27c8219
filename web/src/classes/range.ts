import { axisScale, type AxisScale } from "./classes.js";

/** Lowest and highest value that show, both included. */
export type ValueRange = readonly [low: number, high: number];

export type End = "low" | "high";

export const inRange = ([low, high]: ValueRange, value: number): boolean => value >= low && value <= high;

/** Steps of the keys, as parts of the axis. */
const STEP = 0.01;
const PAGE = 0.1;
/** Digits by which values tell apart what lies next to each other on a logarithmic axis. */
const DIGITS = 3;
const MOST_DECIMALS = 9;

/** What a range is chosen on: the axis of a histogram. */
export interface Brush {
  readonly scale: AxisScale;
  /** The outermost bounds that can be chosen: as round as all others, and no value lies beyond them. */
  readonly whole: ValueRange;
  readonly decimals: number;
  /** A bound as round as a person would name it. */
  readonly rounded: (value: number) => number;
}

export function brushOn(low: number, high: number, logarithmic: boolean): Brush {
  const scale = axisScale(low, high, logarithmic);
  const places = (value: number): number => Math.max(0, Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(value))));
  const decimals = logarithmic ? Math.max(0, Math.min(MOST_DECIMALS, DIGITS - 1 - Math.floor(Math.log10(low)))) : places((high - low || 1) * STEP);
  const grain = 10 ** -decimals;
  const rounded = (value: number): number => Number((logarithmic ? Number(value.toPrecision(DIGITS)) : value).toFixed(decimals)) + 0;
  const outward = (value: number, side: -1 | 1): number => (side * (rounded(value) - value) >= 0 ? rounded(value) : rounded(value + side * (logarithmic ? Math.max(grain, value * 10 ** (1 - DIGITS)) : grain)));
  return { scale, whole: [outward(low, -1), outward(high, 1)], decimals, rounded };
}

/** The range that a person sees: all of the axis while none is chosen. */
export const shownRange = (range: ValueRange | null, { whole }: Brush): ValueRange => range ?? whole;

/** A range that holds all values says no more than none. */
function normal([low, high]: ValueRange, { whole }: Brush): ValueRange | null {
  return low <= whole[0] && high >= whole[1] ? null : [low, high];
}

function valueAt(position: number, { scale, whole, rounded }: Brush): number {
  if (position <= 0) return whole[0];
  return position >= 1 ? whole[1] : rounded(scale.value(position));
}

/** The range between two places of the axis, from 0 to 1, in whatever order they were touched. */
export function spanned(from: number, to: number, brush: Brush): ValueRange | null {
  return normal([valueAt(Math.min(from, to), brush), valueAt(Math.max(from, to), brush)], brush);
}

/** One end moved to a place of the axis; it stops at the other. */
export function movedTo(range: ValueRange | null, end: End, position: number, brush: Brush): ValueRange | null {
  return withEnd(range, end, valueAt(position, brush), brush);
}

function withEnd(range: ValueRange | null, end: End, value: number, brush: Brush): ValueRange | null {
  const [low, high] = shownRange(range, brush);
  return normal(end === "low" ? [Math.min(value, high), high] : [low, Math.max(value, low)], brush);
}

/** One end after a key that moves sliders; undefined for any other key. */
export function steppedBy(range: ValueRange | null, end: End, key: string, brush: Brush): ValueRange | null | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: PAGE, PageDown: -PAGE };
  if (key === "Home") return withEnd(range, end, brush.whole[0], brush);
  if (key === "End") return withEnd(range, end, brush.whole[1], brush);
  const step = steps[key];
  if (step === undefined) return undefined;
  const now = shownRange(range, brush)[end === "low" ? 0 : 1];
  return withEnd(range, end, valueAt(brush.scale.position(now) + step, brush), brush);
}
