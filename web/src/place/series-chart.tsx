import type { VNode } from "preact";
import type { PortraitIndicator } from "../api/place-types.js";
import type { Wave } from "../api/social-types.js";
import { axisScale, extent } from "../classes/classes.js";
import { letterOf, lookOf } from "../format/status.js";

const WIDTH = 132;
const HEIGHT = 46;
const EDGE = 6;
const FOOT = 12;

const yearOf = (period: string): number => {
  const [year = 0, month = 1] = period.split("-").map(Number);
  return year + (month - 1) / 12;
};

const known = (series: readonly Wave[]): readonly Wave[] => series.filter((one) => one.value !== null);

/** Whether there is a trend to show. */
export const hasTrend = ({ series }: Pick<PortraitIndicator, "series">): boolean => known(series).length > 1;

/** Values over time: the place strong with its intervals, district and state thin. */
export function seriesChart({ series, district, state }: Pick<PortraitIndicator, "series" | "district" | "state">, label: string): VNode {
  const lines = [series, district, state].map(known);
  const all = lines.flat();
  const values = all.flatMap((one) => [one.value, one.low, one.high]).filter((one) => one !== null);
  const [least, most] = extent(values);
  const scale = axisScale(least, most, false);
  const [first, last] = extent(all.map((one) => yearOf(one.period)));
  const x = (one: Wave): number => EDGE + ((yearOf(one.period) - first) / Math.max(1, last - first)) * (WIDTH - 2 * EDGE);
  const y = (value: number | null): number => HEIGHT - FOOT - EDGE / 2 - scale.position(value ?? 0) * (HEIGHT - FOOT - EDGE);
  const path = (line: readonly Wave[]): string => line.map((one, i) => `${i === 0 ? "M" : "L"}${x(one).toFixed(1)} ${y(one.value).toFixed(1)}`).join("");
  const [own = [], wider = [], widest = []] = lines;
  return (
    <svg class="series" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path class="series-state" d={path(widest)} />
      <path class="series-district" d={path(wider)} />
      {own.map((one) => one.low !== null && one.high !== null && <line key={one.period} class="series-whisker" x1={x(one)} x2={x(one)} y1={y(one.low)} y2={y(one.high)} />)}
      <path class="series-own" d={path(own)} />
      {own.map((one) => (
        <circle key={one.period} class={lookOf(letterOf(one.status)) === "plain" ? "series-dot" : "series-dot series-open"} cx={x(one)} cy={y(one.value)} r="2.6" />
      ))}
      <text class="series-year" x="1" y={HEIGHT - 1}>
        {Math.floor(first)}
      </text>
      <text class="series-year" x={WIDTH - 1} y={HEIGHT - 1} text-anchor="end">
        {Math.floor(last)}
      </text>
    </svg>
  );
}
