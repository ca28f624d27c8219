import type { Quartiles } from "../api/social-types.js";
import { axisScale, extent } from "../classes/classes.js";

const WIDTH = 150;
const HEIGHT = 22;
const EDGE = 6;

interface ChartProps {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly peers: Quartiles;
  /** Whether the axis begins at zero, as for numbers of things. */
  readonly fromZero: boolean;
}

/** The area's dot, with its interval, over the middle half of the comparable areas. What it says stands beside it in words. */
export function StandingChart({ value, low = null, high = null, peers, fromZero }: ChartProps) {
  const { lowerQuartile, median, upperQuartile } = peers;
  const known = [value, low, high, lowerQuartile, median, upperQuartile, fromZero ? 0 : null].filter((one) => one !== null);
  const [least, most] = extent(known);
  const axis = axisScale(least, most, false);
  const at = (one: number): number => EDGE + axis.position(one) * (WIDTH - 2 * EDGE);
  const middle = HEIGHT / 2;
  return (
    <svg class="standing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line class="dot-track" x1={EDGE} x2={WIDTH - EDGE} y1={middle} y2={middle} />
      {lowerQuartile !== null && upperQuartile !== null && (
        <rect class="standing-middle" x={at(lowerQuartile)} width={Math.max(1, at(upperQuartile) - at(lowerQuartile))} y={middle - 6} height="12" />
      )}
      {median !== null && <line class="standing-median" x1={at(median)} x2={at(median)} y1={middle - 8} y2={middle + 8} />}
      {low !== null && high !== null && <line class="dot-whisker" x1={at(low)} x2={at(high)} y1={middle} y2={middle} />}
      {value !== null && <circle class="dot-mark" cx={at(value)} cy={middle} r="5" />}
    </svg>
  );
}

/** What the parts of the charts stand for. */
export function StandingKeys({ own, peers }: { readonly own: string; readonly peers: string }) {
  return (
    <p class="note standing-keys">
      <svg viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
        <circle class="dot-mark" cx="7" cy="6" r="5" />
      </svg>{" "}
      {own}{" "}
      <svg viewBox="0 0 20 14" width="20" height="14" aria-hidden="true">
        <rect class="standing-middle" x="1" y="1" width="18" height="12" />
        <line class="standing-median" x1="10" x2="10" y1="0" y2="14" />
      </svg>{" "}
      {peers}
    </p>
  );
}
