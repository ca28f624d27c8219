import type { Note } from "./planning-types.js";
import type { SocialIndicator, SocialSpace, Wave, WaveComparison } from "./social-types.js";
import type { TextPair, Unit } from "./types.js";

/** Shapes of all that is published of an area. Only what the page uses is named. */

/** One side of an area among its peers, from 0 to 100; further up is more favourable. Null what is not known. */
export interface Dimension {
  readonly id: string;
  readonly name: TextPair;
  readonly period: string;
  /** Whether more of the indicator is less favourable. */
  readonly turned: boolean;
  readonly n: number;
  readonly place: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly district: number | null;
  readonly state: number | null;
}

export type PortraitIndicator = Omit<SocialIndicator, "role"> & {
  readonly verdict: string | null;
  readonly reason: string | null;
  readonly theme: string;
  readonly series: readonly Wave[];
  readonly district: readonly Wave[];
  readonly state: readonly Wave[];
  readonly change: WaveComparison | null;
};

/** Felt insecurity or recorded crime, as published and in standard deviations of the peers. */
export interface SafetySide {
  readonly id: string;
  readonly name: TextPair;
  readonly unit: Unit;
  readonly decimals: number;
  /** Whether less of it is more insecurity. */
  readonly turned: boolean;
  readonly figure: Wave;
  readonly standardised: number | null;
  readonly standardisedLow: number | null;
  readonly standardisedHigh: number | null;
}

export interface Safety {
  readonly felt: SafetySide | null;
  readonly recorded: SafetySide | null;
  readonly n: number;
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly words: TextPair;
}

/** An office, never a person. */
export interface Contact {
  readonly id: string;
  readonly area: string;
  readonly areaName: string | null;
  readonly office: string;
  readonly address: string | null;
  readonly link: string | null;
}

export interface Portrait extends Pick<SocialSpace, "revision" | "example" | "attribution" | "edition" | "level" | "code" | "name" | "population" | "peers"> {
  readonly dimensions: readonly Dimension[];
  readonly indicators: readonly PortraitIndicator[];
  readonly safety: Safety;
  readonly contacts: readonly Contact[];
  readonly notes: readonly Note[];
}
