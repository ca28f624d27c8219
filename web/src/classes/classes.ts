/**
 * Class of a value: right-closed, the first closed on both sides, as the server counts them.
 * Values outside the bounds fall into the outer classes, so that own bounds may leave out extremes.
 *
 * @param breaks lowest value, inner bounds, highest value, ascending
 */
export function classOf(value: number, breaks: readonly number[]): number {
  const last = breaks.length - 2;
  for (let i = 0; i < last; i++) {
    if (value <= (breaks[i + 1] ?? Infinity)) return i;
  }
  return Math.max(0, last);
}

export interface Bin {
  readonly low: number;
  readonly high: number;
  /** How many values of each class lie in the bin; the sum is the height of the bar. */
  readonly counts: readonly number[];
}

export interface Histogram {
  readonly bins: readonly Bin[];
  readonly logarithmic: boolean;
  readonly highest: number;
}

/** Bins of equal width (of equal ratio when the values span orders of magnitude), each split by class. */
export function histogram(values: readonly number[], breaks: readonly number[], wanted = 28): Histogram {
  if (values.length === 0) return { bins: [], logarithmic: false, highest: 0 };
  const [low, high] = extent(values);
  const logarithmic = isSkewed(values, low, high);
  const scale = axisScale(low, high, logarithmic);
  const size = high > low ? Math.max(1, Math.min(wanted, values.length)) : 1;
  const classes = Math.max(1, breaks.length - 1);
  const counts = Array.from({ length: size }, () => new Array<number>(classes).fill(0));
  for (const value of values) {
    const row = counts[Math.min(size - 1, Math.floor(scale.position(value) * size))];
    const index = classOf(value, breaks);
    if (row) row[index] = (row[index] ?? 0) + 1;
  }
  const bins = counts.map((row, i) => ({ low: scale.value(i / size), high: scale.value((i + 1) / size), counts: row }));
  return { bins, logarithmic, highest: Math.max(...bins.map(total)) };
}

export const total = (bin: Bin): number => bin.counts.reduce((sum, count) => sum + count, 0);

/** Towns and villages differ by a factor of a thousand: on equal widths all but the towns would share one bar. */
function isSkewed(values: readonly number[], low: number, high: number): boolean {
  if (low <= 0) return false;
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? low;
  return high / median > 20;
}

/** Lowest and highest value; a loop, as tens of thousands of arguments are too many for Math.min. */
export function extent(values: readonly number[]): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

export interface AxisScale {
  /** Place of a value on an axis from 0 to 1; what a logarithmic axis cannot hold lies at its beginning. */
  position(value: number): number;
  value(position: number): number;
}

export function axisScale(low: number, high: number, logarithmic: boolean): AxisScale {
  const a = logarithmic ? Math.log(low) : low;
  const b = logarithmic ? Math.log(high) : high;
  const clamp = (t: number): number => Math.max(0, Math.min(1, t));
  const position = (value: number): number => {
    if (b === a) return 0.5;
    if (logarithmic && value <= 0) return 0;
    return clamp(((logarithmic ? Math.log(value) : value) - a) / (b - a));
  };
  return {
    position,
    value: (t) => (logarithmic ? Math.exp(a + t * (b - a)) : a + t * (b - a)),
  };
}
