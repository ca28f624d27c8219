import type { PrioritiesAnswer, PriorityQuestion, TextPair, Unit } from "./types.js";

/** Shapes of what planners ask and get. Only what the page uses is named. */

export type AreaChoice = { readonly all: true } | { readonly district: string } | { readonly codes: readonly string[] };

/** The indicator and one of the other fields. */
export interface ScenarioChange {
  readonly indicator: string;
  readonly absolute?: number;
  readonly relative?: number;
  readonly percentile?: number;
  readonly like?: string;
}

export interface ScenarioQuestion {
  readonly model: string;
  readonly outcome: string;
  readonly areas: AreaChoice;
  readonly changes: readonly ScenarioChange[];
}

/** A value with its 95 % interval, where one is known. */
export interface Range95 {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The same as columns. */
export interface Ranges95 {
  readonly value: readonly number[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

export interface Covariate {
  readonly indicator: string;
  readonly name: TextPair;
  readonly unit: Unit;
  readonly decimals: number;
  readonly period: string;
  readonly observed: { readonly lower: number; readonly upper: number } | null;
}

export interface ScenarioGroup {
  readonly code?: string;
  readonly name?: string;
  readonly areas: number;
  readonly weighted: number;
  readonly before: Range95;
  readonly after: Range95;
  readonly change: Range95;
  readonly contributions: Readonly<Record<string, number>>;
  readonly outside: readonly string[];
  readonly extrapolated: boolean;
}

export interface Note {
  readonly kind: string;
  readonly text: TextPair;
}

export interface ScenarioAnswer {
  readonly revision: number;
  readonly example: boolean;
  readonly attribution: string;
  readonly indicator: string;
  readonly name: TextPair;
  readonly unit: Unit;
  readonly decimals: number;
  readonly period: string;
  readonly edition: string;
  readonly level: string;
  readonly covariates: readonly Covariate[];
  readonly areas: {
    readonly codes: readonly string[];
    readonly names: readonly string[];
    readonly before: Ranges95;
    readonly after: Ranges95;
    readonly change: Ranges95;
    readonly contributions: Readonly<Record<string, readonly number[]>>;
    /** By code, the indicators outside of what the model has seen. */
    readonly outside: Readonly<Record<string, readonly string[]>>;
    readonly extrapolated: readonly string[];
  };
  readonly districts: readonly ScenarioGroup[];
  readonly selection: ScenarioGroup | null;
  readonly missing: readonly string[];
  readonly notes: readonly Note[];
}

export interface AllocationQuestion {
  readonly level: string;
  readonly edition: string;
  readonly demand: { readonly priorities: PriorityQuestion; readonly by: "people" | "areas" };
  readonly kinds: readonly { readonly id: string; readonly number: number; readonly capacity?: number; readonly radius?: number; readonly cost?: number }[];
  readonly rules: { readonly minimumPerDistrict?: number; readonly capPerArea?: number; readonly budget?: number };
}

export interface AllocatedArea {
  readonly code: string;
  readonly name: string;
  readonly district: string | null;
  readonly demand: number;
  readonly covered: number;
  readonly units: Readonly<Record<string, number>>;
  /** Share of the draws in which a unit stands in it. */
  readonly chosen: number | null;
}

export interface AllocationAnswer {
  readonly revision: number;
  readonly example: boolean;
  readonly attribution: string;
  readonly level: string;
  readonly edition: string;
  readonly unit: TextPair;
  readonly demand: number;
  readonly covered: number;
  readonly share: number;
  readonly proven: boolean;
  readonly gap: number;
  readonly used: Readonly<Record<string, number>>;
  readonly cost: number;
  readonly areas: readonly AllocatedArea[];
  readonly missing: readonly { readonly code: string; readonly name: string }[];
  readonly rules: readonly { readonly rule: string; readonly price: number; readonly proven: boolean; readonly text: TextPair }[];
  readonly draws: number;
  readonly seed: number;
  readonly firmness: number | null;
  readonly notes: readonly Note[];
}

export interface IncidentQuestion {
  readonly area: { readonly geometry: object; readonly buffer?: number } | { readonly layer: string; readonly buffer?: number } | { readonly incident: string } | { readonly buffer?: number };
  readonly edition: string;
  readonly level: string;
  readonly support?: { readonly indicator: string };
  readonly groups: readonly string[];
  readonly priorities?: { readonly criteria: PriorityQuestion["criteria"]; readonly method?: string };
  readonly neighbours: number;
}

/** A question, with the file that says where if its area names no place. */
export interface IncidentAsked {
  readonly question: IncidentQuestion;
  readonly file: PlaceFile | null;
}

/** A file that somebody chose; the number tells it from others of its name. */
export interface PlaceFile {
  readonly n: number;
  readonly file: File;
}

/** Best guess, and the honest range: whole areas inside, all areas touched. */
export interface PeopleRange {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface IncidentFigure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
}

export interface TouchedArea {
  readonly code: string;
  readonly name: string;
  readonly district: string | null;
  readonly shareOfArea: number;
  readonly shareOfPeople: number | null;
  readonly people: PeopleRange | null;
  readonly whole: boolean;
  readonly support: IncidentFigure | null;
  readonly missing: readonly string[];
}

export interface GroupAtNeed {
  readonly indicator: string;
  readonly name: TextPair;
  readonly unit: Unit;
  readonly period: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly people: PeopleRange | null;
  readonly missing: readonly string[];
}

export interface IncidentAnswer {
  readonly revision: number;
  readonly example: boolean;
  readonly attribution: string;
  readonly edition: string;
  readonly level: string;
  readonly area: { readonly km2: number; readonly geometry: object; readonly source: string; readonly outsideKm2: number };
  readonly people: (PeopleRange & { readonly indicator: string; readonly period: string; readonly weights: "population-grid" | "quarters" | "area-shares" }) | null;
  readonly areas: readonly TouchedArea[];
  readonly quarters: readonly TouchedArea[];
  readonly groups: readonly GroupAtNeed[];
  readonly support: (IncidentFigure & { readonly indicator: string; readonly name: TextPair; readonly unit: Unit; readonly period: string }) | null;
  readonly facilities: readonly {
    readonly layer: string;
    readonly title: TextPair;
    readonly count: number;
    readonly features: readonly { readonly id: string; readonly name: string; readonly lon: number; readonly lat: number }[];
    readonly more: number;
  }[];
  readonly priorities: PrioritiesAnswer | null;
  readonly neighbours: readonly { readonly code: string; readonly name: string; readonly distanceKm: number; readonly support: IncidentFigure }[];
  readonly notes: readonly TextPair[];
}

export interface SavedIncident {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}
