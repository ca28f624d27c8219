/** How many classes lie on each side of the one around zero. */
const SIDE = 3;
/** Areas beyond this part of the sorted sizes do not widen the classes: a few extremes must not decide. */
const USUAL = 0.98;
/** Answers tell no smaller changes. */
const LEAST_STEP = 0.01;

/**
 * Bounds of seven classes that lie evenly around zero, the middle one from minus half a step to half a step. The step is
 * a round number, so that the colours keep their meaning while a slider moves a little.
 *
 * @returns lowest value, inner bounds, highest value
 */
export function changeBreaks(changes: readonly number[]): number[] {
  const sizes = changes.map(Math.abs).sort((a, b) => a - b);
  const usual = sizes[Math.floor(USUAL * (sizes.length - 1))] ?? 0;
  const step = roundUp(usual / (SIDE + 0.5));
  const inner = Array.from({ length: 2 * SIDE }, (_, i) => (i - SIDE + 0.5) * step);
  return [Math.min(...changes, -(SIDE + 0.5) * step), ...inner, Math.max(...changes, (SIDE + 0.5) * step)];
}

/** The next of 1, 2, 3, 4, 6, 8, 10, 20, … that is not smaller; halves of them need no more than one digit more. */
function roundUp(value: number): number {
  if (value === 0) return 1;
  if (value < LEAST_STEP) return LEAST_STEP;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return ([1, 2, 3, 4, 6, 8].find((one) => one * power >= value - 1e-12) ?? 10) * power;
}
