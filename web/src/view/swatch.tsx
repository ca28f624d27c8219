import { colourAt, isDiverging } from "../colour/schemes.js";
import type { SchemeId } from "../state/view-state.js";

const STEPS = 7;

/** A colour scheme as a row of small fields. */
export function SchemeSwatch({ scheme }: { readonly scheme: SchemeId }) {
  const place = (i: number): number => (isDiverging(scheme) ? 0.06 + (0.88 * i) / (STEPS - 1) : 0.06 + (0.86 * i) / (STEPS - 1));
  return (
    <svg class="scheme" viewBox={`0 0 ${STEPS} 1`} preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: STEPS }, (_, i) => (
        <rect key={i} x={i} y={0} width={1.02} height={1} fill={colourAt(scheme, place(i))} />
      ))}
    </svg>
  );
}

export type Pattern = "missing" | "withheld" | "imprecise" | "wide" | "widest" | "coarse" | "modelled" | "converted" | "limited" | "few" | "border" | "selected";

/** The sign of a status as it shows on the map. */
export function PatternSwatch({ pattern }: { readonly pattern: Pattern }) {
  return (
    <svg class={`key key-${pattern}`} viewBox="0 0 22 14" aria-hidden="true">
      <rect class="key-ground" x="1" y="1" width="20" height="12" />
      {LINES[pattern]?.map((d) => <path key={d} class="key-line" d={d} />)}
      <rect class="key-frame" x="1" y="1" width="20" height="12" />
    </svg>
  );
}

const SPECKS = ["M3 3h2M8 3h2M13 3h2M18 3h2M5.5 7h2M10.5 7h2M15.5 7h2M3 11h2M8 11h2M13 11h2M18 11h2"];

const LINES: Partial<Record<Pattern, readonly string[]>> = {
  missing: ["M3 13 6 10M9 7 12 4M11 13 14 10M17 7 20 4"],
  withheld: ["M1 7 7 1M1 13 13 1M7 13 19 1M13 13 21 5M19 13 21 11"],
  imprecise: ["M1 7 7 13M5 1 17 13M15 1 21 7"],
  wide: SPECKS,
  widest: SPECKS,
  few: ["M1 7 7 13M7 1 19 13M17 1 21 5"],
  border: ["M1 7h20"],
  coarse: ["M1 13 13 1M7 13 19 1M13 13 21 5M1 7 7 1M19 13 21 11"],
};

/** A class as it stands on the map: where its colour lets the ground through, here too. */
export function ColourSwatch({ colour, opacity = 1 }: { readonly colour: string; readonly opacity?: number }) {
  return (
    <svg class={opacity < 1 ? "key key-through" : "key"} viewBox="0 0 22 14" aria-hidden="true">
      <rect x="1" y="1" width="20" height="12" fill={colour} fill-opacity={opacity < 1 ? opacity : undefined} class="key-colour" />
    </svg>
  );
}
