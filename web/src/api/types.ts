/** Shapes of the answers that the page reads. Only what the page uses is named. */

export type Lang = "de" | "en";

export interface TextPair {
  readonly de: string;
  readonly en: string;
}

export interface Config {
  readonly title: TextPair;
  readonly background: { readonly tiles: readonly string[]; readonly attribution: string } | null;
  readonly languages: readonly string[];
  readonly version: string;
  /** Texts of the operator; null where none is set. */
  readonly legal: Readonly<Record<"imprint" | "privacy" | "accessibility", LegalText | null>>;
  /** Whether pages of other sites may show this one in a frame. */
  readonly embeddable: boolean;
}

/** Either words or the address where they stand. */
export interface LegalText {
  readonly text: string | null;
  readonly address: string | null;
}

export interface EditionLevel {
  readonly level: string;
  readonly areas: number;
  readonly withoutGeometry: number;
  readonly bbox: Bbox | null;
  readonly tiles: string | null;
  /** Names of the municipalities that have areas of a level below them, such as quarters; null for levels that cover all. */
  readonly within: readonly string[] | null;
}

/** West, south, east, north in degrees. */
export type Bbox = readonly [number, number, number, number];

export interface Edition {
  readonly id: string;
  readonly validFrom: string;
  readonly title: TextPair;
  readonly dataset: string;
  readonly levels: readonly EditionLevel[];
}

export interface Level {
  readonly id: string;
  readonly name: TextPair;
  readonly plural: TextPair;
  readonly rank: number;
  readonly group: boolean;
}

export interface Theme {
  readonly id: string;
  readonly name: TextPair;
}

export interface Licence {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

export interface Dataset {
  readonly id: string;
  readonly title: TextPair;
  readonly publisher: string;
  readonly licence: Licence;
  readonly attribution: string;
  readonly vintage: string;
  readonly example: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  readonly importedAt: string;
}

export interface Unit {
  readonly id: string;
  readonly symbol: TextPair;
}

export type IndicatorKind = "extensive" | "rate" | "intensive";

export interface Indicator {
  readonly id: string;
  readonly name: TextPair;
  readonly description: TextPair;
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: "neutral" | "positive" | "negative";
  readonly kind: IndicatorKind;
  readonly middle: number | null;
  readonly theme: string;
  readonly dataset: string;
  /** Null when nothing answers it. */
  readonly nativeLevel: string | null;
  readonly nativeEdition: string | null;
  readonly formula: string | null;
  readonly levels: readonly string[];
  readonly editions: readonly string[];
  readonly periods: readonly string[];
  readonly example: boolean;
  /** Null unless it was computed here; then the address says how. */
  readonly result: IndicatorResult | null;
}

export type ResultKind = "survey" | "model" | "index";

export interface IndicatorResult {
  readonly kind: ResultKind;
  /** Address of its method document. */
  readonly method: string;
}

export interface Catalog {
  readonly revision: number;
  /** Tells this revision from one of the same number in a store that was made anew. */
  readonly stamp: string;
  readonly example: boolean;
  readonly defaultEdition: string;
  /** The indicator that says how many people live in an area; null if there is none. */
  readonly population: string | null;
  readonly editions: readonly Edition[];
  readonly levels: readonly Level[];
  readonly themes: readonly Theme[];
  readonly datasets: readonly Dataset[];
  readonly indicators: readonly Indicator[];
  /** Points, lines and polygons beside the areas, by id. */
  readonly layers: readonly CatalogLayer[];
}

/** A context layer: facilities, zones of hazard, others. */
export interface CatalogLayer {
  readonly id: string;
  readonly title: TextPair;
  readonly geometry: "point" | "line" | "polygon";
  readonly role: "facility" | "hazard" | "other";
  readonly facility: string | null;
  readonly nameAttribute: string | null;
  readonly dataset: string;
  readonly example: boolean;
  readonly attribution: string;
  readonly tiles: string;
}

/** A value with its status, as references and profiles carry it. */
export interface Figure {
  readonly value: number | null;
  readonly status: string;
  readonly lower?: number | null;
  readonly upper?: number | null;
  /** Class of respondents, such as "20-49" or "250+"; their exact number never leaves the server. */
  readonly respondents?: string | null;
}

export interface NamedFigure extends Figure {
  readonly name: string;
}

export interface ValuesAnswer {
  readonly revision: number;
  readonly indicator: string;
  readonly edition: string;
  readonly level: string;
  readonly period: string;
  readonly unit: Unit;
  readonly decimals: number;
  readonly nativeLevel: string;
  readonly nativeEdition: string;
  readonly aggregated?: boolean;
  readonly dataset: string;
  readonly example: boolean;
  readonly attribution: string;
  readonly vintage: string;
  readonly publisher: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly values: readonly (number | null)[];
  readonly lower: readonly (number | null)[] | null;
  readonly upper: readonly (number | null)[] | null;
  /** One letter per code. */
  readonly status: string;
  /** One letter per code for the class of respondents; null when no value has one. */
  readonly respondents: string | null;
  /** What the letters stand for, such as "20-49"; empty for none. */
  readonly respondentClasses: Readonly<Record<string, string>> | null;
  readonly reference: {
    readonly state: (NamedFigure & { readonly code: string }) | null;
    readonly districts: Readonly<Record<string, NamedFigure>>;
  };
}

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export interface AreaEntry extends NamedArea {
  readonly designation: string;
  readonly level: string;
  readonly edition: string;
  readonly district: NamedArea | null;
  readonly bbox: Bbox | null;
  readonly center: readonly [number, number] | null;
}

export interface Milestone extends NamedArea {
  readonly level: string;
  readonly kind: string;
  readonly date: string;
  readonly precision: "day" | "month" | "year";
  readonly means: "happened" | "known_by";
  readonly note: string | null;
  readonly source: string;
}

export interface AreaDetail extends AreaEntry {
  readonly ancestors: readonly (NamedArea & { readonly level: string })[];
  readonly members: number;
  readonly areaKm2: number | null;
  readonly hasGeometry: boolean;
  readonly predecessors: readonly (NamedArea & { readonly validOn: string })[];
  readonly successors: readonly (NamedArea & { readonly validOn: string })[];
  readonly groups: readonly (NamedArea & { readonly level: string })[];
  readonly milestones: readonly Milestone[];
}

export interface ProfileEntry extends Figure {
  readonly indicator: string;
  readonly period: string;
  readonly nativeLevel: string;
  readonly aggregated: boolean;
  readonly example: boolean;
  readonly district: Figure | null;
  readonly state: Figure | null;
}

export interface Profile {
  readonly area: NamedArea & { readonly level: string };
  readonly indicators: readonly ProfileEntry[];
}

/** What may be said of an area and another one: the first less the second. */
export interface AreaComparison {
  readonly with: { readonly level: string; readonly code: string; readonly name: string };
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: "about-the-same" | "probably-higher" | "probably-lower" | null;
  readonly reason: "no-value" | "no-interval" | null;
}

export interface ComparisonAnswer {
  readonly revision: number;
  readonly area: { readonly level: string; readonly code: string };
  /** Kinds of groups: size-class, district, own-list; of single areas: holder, member, area. */
  readonly group: { readonly kind: string; readonly id: string; readonly size: number };
  readonly note: TextPair;
  readonly comparisons: readonly AreaComparison[];
}

/** An area beside others as the server compares them; null where there is nobody to compare with. */
export interface AreaComparisons {
  readonly code: string;
  readonly district: ComparisonAnswer | null;
  readonly state: ComparisonAnswer | null;
  readonly peers: ComparisonAnswer | null;
}

export interface Classification {
  readonly method: string;
  /** Lowest value, inner bounds, highest value: one more than there are classes. */
  readonly breaks: readonly number[];
  readonly counts: readonly number[];
  readonly n: number;
  readonly missing: number;
  readonly goodnessOfVarianceFit: number | null;
}

export interface NetworkAnswer {
  readonly kinds: Readonly<Record<string, TextPair>>;
  readonly measures: Readonly<Record<string, TextPair>>;
  readonly milestones: readonly Milestone[];
  readonly totals: readonly { readonly date: string; readonly measure: string; readonly value: number; readonly source: string }[];
  readonly dataset: string;
  readonly example: boolean;
  readonly attribution: string;
}

export interface TileJson {
  readonly tiles: readonly string[];
  readonly minzoom: number;
  readonly maxzoom: number;
  readonly bounds?: Bbox;
  readonly attribution?: string;
  readonly vector_layers: readonly { readonly id: string }[];
}

export interface PriorityQuestion {
  readonly level: string;
  readonly edition: string;
  readonly within?: { readonly district: string };
  readonly peers?: { readonly size: string };
  readonly exponents?: { readonly a: number; readonly b: number; readonly c: number; readonly kappa: number };
  readonly criteria: readonly { readonly indicator: string; readonly role: string; readonly weight: number }[];
  readonly method: string;
}

/** An area in an order; rank, score and axes are null where a value is missing. */
export interface PriorityArea {
  readonly code: string;
  readonly name: string;
  readonly score: number | null;
  readonly need: number | null;
  readonly help: number | null;
  readonly contributions: Readonly<Record<string, number>>;
  readonly rank: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly topProbability: number | null;
  readonly rankWithoutSupport: number | null;
  readonly missing: readonly string[];
}

export interface PrioritiesAnswer {
  readonly revision: number;
  readonly example: boolean;
  readonly attribution: string;
  readonly licence: string;
  readonly id: string;
  readonly method: string;
  readonly level: string;
  readonly edition: string;
  readonly normalisation: TextPair;
  readonly decomposition: TextPair;
  /** Weights are shares of all weights. */
  readonly criteria: readonly { readonly indicator: string; readonly name: TextPair; readonly period: string; readonly role: string; readonly direction: string; readonly weight: number }[];
  readonly top: number;
  readonly ranked: number;
  readonly areas: readonly PriorityArea[];
  readonly stability: { readonly draws: number; readonly seed: number; readonly topKept: number; readonly verdict: "firm" | "fair" | "loose" };
  readonly decisive: string;
  readonly disagreement: readonly { readonly code: string; readonly name: string; readonly ranks: Readonly<Record<string, number>> }[];
  readonly double: readonly { readonly indicator: string; readonly totalWeight: number }[];
  readonly pairs: readonly { readonly verdict: "probably-different" | "cannot-be-told-apart" }[];
  readonly notes: readonly { readonly kind: string; readonly text: TextPair }[];
}

/** A question about priorities that the office stored; what it does not name is as the server has it. */
export interface WeightSet {
  readonly id: string;
  readonly name: string;
  readonly savedAt: string;
  readonly request: StoredQuestion;
}

export interface StoredQuestion {
  readonly level: string;
  readonly edition?: string;
  readonly within?: Readonly<Record<string, unknown>> | null;
  readonly peers?: Readonly<Record<string, unknown>> | null;
  readonly criteria: readonly { readonly indicator: string; readonly role: string; readonly weight?: number }[];
  readonly method?: string;
  readonly exponents?: { readonly a?: number; readonly b?: number; readonly c?: number; readonly kappa?: number } | null;
}

/** One of the two orders that are compared. */
export type PrioritySide = { readonly id: string } | { readonly request: PriorityQuestion };

export interface MovedArea extends NamedArea {
  readonly a: { readonly rank: number; readonly rankLow: number; readonly rankHigh: number };
  readonly b: { readonly rank: number; readonly rankLow: number; readonly rankHigh: number };
  readonly change: number;
  readonly verdict: "probably-moves" | "cannot-be-told";
}

export interface PriorityComparison {
  readonly a: { readonly top: number };
  readonly b: { readonly top: number };
  readonly inBothTops: number;
  readonly areas: readonly MovedArea[];
  readonly note: TextPair;
}
