import type { Note } from "./planning-types.js";
import type { TextPair, Unit } from "./types.js";

/** Shapes of what an area has and lacks. Only what the page uses is named. */

export interface Quartiles {
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
}

export interface FacilityEntry {
  readonly kind: string;
  readonly title: TextPair;
  readonly layers: readonly string[];
  readonly count: number;
  readonly perThousand: number | null;
  readonly nearestKm: number | null;
  readonly peers: { readonly n: number; readonly perThousand: Quartiles; readonly nearestKm: Quartiles } | null;
  /** Null if it cannot be told, as are positions of indicators. */
  readonly standing: string | null;
  readonly standingByDistance: string | null;
  readonly words: TextPair;
}

export interface SocialIndicator {
  readonly id: string;
  readonly name: TextPair;
  readonly role: "need" | "support";
  readonly unit: Unit;
  readonly decimals: number;
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
  readonly peers: Quartiles & { readonly n: number };
  readonly position: string | null;
  readonly words: TextPair;
}

export interface Gap {
  readonly kind: string;
  readonly certain: boolean;
  readonly text: TextPair;
}

export const STEPS = ["problem", "cause", "goal", "measure", "evaluation"] as const;
export type Step = (typeof STEPS)[number];

export type Measure = Readonly<Record<Step, string>> & {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly areaName: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly from: string;
  readonly to: string | null;
  readonly office: string;
  readonly indicators: readonly string[];
};

export interface Wave {
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
}

export interface WaveComparison {
  readonly indicator: string;
  readonly name: TextPair;
  readonly unit: Unit;
  readonly decimals: number;
  readonly before: Wave;
  readonly after: Wave;
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly words: TextPair;
}

export interface SocialSpace {
  readonly revision: number;
  readonly example: boolean;
  readonly attribution: string;
  readonly edition: string;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly peers: { readonly kind: string; readonly id: string; readonly level: string; readonly n: number } | null;
  readonly facilities: readonly FacilityEntry[];
  readonly indicators: readonly SocialIndicator[];
  readonly gaps: readonly Gap[];
  readonly measures: readonly Measure[];
  readonly waves: readonly WaveComparison[];
  readonly notes: readonly Note[];
}
