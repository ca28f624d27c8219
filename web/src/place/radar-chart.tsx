import type { VNode } from "preact";
import type { Dimension } from "../api/place-types.js";

const SIZE = 340;
const MIDDLE = SIZE / 2;
const RADIUS = 138;
const RINGS = [25, 50, 75, 100] as const;
/** Fewer make no shape. */
export const LEAST_AXES = 3;

/** The point of an axis at a place from 0 (middle) to 100 (rim); the first axis points up, the others follow clockwise. */
export function pointAt(axis: number, axes: number, place: number): readonly [number, number] {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2;
  const distance = (RADIUS * place) / 100;
  return [MIDDLE + distance * Math.cos(angle), MIDDLE + distance * Math.sin(angle)];
}

const round = (value: number): string => value.toFixed(1);

/** A closed line through the places that are known. */
export function outline(places: readonly (number | null)[]): string {
  const points = places.flatMap((place, i) => (place === null ? [] : [pointAt(i, places.length, place)]));
  return points.length < LEAST_AXES ? "" : `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`;
}

/** Between the ends of the intervals; where there is none, the band is as thin as the value. */
export function band(dimensions: readonly Dimension[]): string {
  if (dimensions.every((one) => one.low === null)) return "";
  const end = (key: "low" | "high") => dimensions.map((one) => (one.place === null ? null : (one[key] ?? one.place)));
  return outline(end("high")) + outline(end("low"));
}

/** Whether there is anything to draw. */
export const hasShape = (dimensions: readonly Dimension[]): boolean => dimensions.filter((one) => one.place !== null).length >= LEAST_AXES;

/** Dimensions around a circle by their numbers: names stand in the table beside it. */
export function radarChart(dimensions: readonly Dimension[], label: string): VNode {
  const n = dimensions.length;
  return (
    <svg class="radar" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label}>
      {RINGS.map((ring) => (
        <circle key={ring} class={ring === 50 ? "radar-median" : "radar-ring"} cx={MIDDLE} cy={MIDDLE} r={(RADIUS * ring) / 100} />
      ))}
      {dimensions.map((one, i) => {
        const [x, y] = pointAt(i, n, 100);
        const [textX, textY] = pointAt(i, n, 111);
        return (
          <g key={one.id}>
            <line class="radar-axis" x1={MIDDLE} y1={MIDDLE} x2={round(x)} y2={round(y)} />
            <text class="radar-number" x={round(textX)} y={round(textY + 4.5)} text-anchor="middle">
              {i + 1}
            </text>
          </g>
        );
      })}
      <path class="radar-band" fill-rule="evenodd" d={band(dimensions)} />
      <path class="radar-state" d={outline(dimensions.map((one) => one.state))} />
      <path class="radar-district" d={outline(dimensions.map((one) => one.district))} />
      <path class="radar-own" d={outline(dimensions.map((one) => one.place))} />
      {dimensions.map((one, i) => {
        if (one.place === null) return null;
        const [x, y] = pointAt(i, n, one.place);
        return <circle key={one.id} class="radar-dot" cx={round(x)} cy={round(y)} r="4" />;
      })}
    </svg>
  );
}

/** A sample of a line of the chart, for its key. */
export function radarKey(kind: "own" | "band" | "district" | "state" | "median"): VNode {
  return (
    <svg class="radar-key" viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
      {kind === "band" ? <rect class="radar-band" x="1" y="1" width="24" height="10" /> : <path class={`radar-${kind}`} d="M1 6H25" />}
    </svg>
  );
}
