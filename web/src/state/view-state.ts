import type { Lang } from "../api/types.js";
import type { ValueRange } from "../classes/range.js";
import type { DataPart, ExportChoice } from "./data.js";
import type { Place } from "./place.js";
import type { Change } from "./scenario.js";
import type { FairnessRules, UnitKind } from "./units.js";

export const METHODS = ["quantile", "equal", "jenks", "stddev", "manual"] as const;
export type Method = (typeof METHODS)[number];
export const STANDARD_METHOD = "quantile" satisfies Method;

export const SCHEMES = ["ylgnbu", "viridis", "puor"] as const;
export type SchemeId = (typeof SCHEMES)[number];

export const VIEWS = ["map", "table", "place", "priorities", "scenario", "allocation", "incident", "social", "network", "sources"] as const;
export type View = (typeof VIEWS)[number];

export const ROLES = ["need", "hazard", "support", "capacity"] as const;
export type Role = (typeof ROLES)[number];

export const RANKINGS = ["two-axes", "weighted-sum", "topsis", "product"] as const;
export type Ranking = (typeof RANKINGS)[number];

/** Exponents a, b, c of the product formula, and its kappa. */
export type Exponents = readonly [number, number, number, number];

export const STANDARD_EXPONENTS: Exponents = [1, 1, 1, 0.5];

/** Classes of size by inhabitants, within which areas can be compared. */
export const SIZES = ["0-4999", "5000-19999", "20000-99999", "100000-"] as const;

/** What areas are put in order by; the weight is a share of 0 to 100 of what it could weigh. */
export interface Criterion {
  readonly indicator: string;
  readonly role: Role;
  readonly weight: number;
}

export const MOST_CRITERIA = 20;
export const MOST_WEIGHT = 100;

export const MIN_CLASSES = 3;
export const MAX_CLASSES = 9;

/** Highest transparency of the colours, in percent: beyond it nobody could tell the classes apart. */
export const MOST_TRANSPARENCY = 80;

/** Centre and zoom of the map; latitude and longitude in degrees (WGS84). */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Everything that a link has to name for the same view to open again. */
export interface ViewState {
  readonly lang: Lang;
  readonly view: View;
  readonly indicator: string;
  readonly year: string;
  readonly level: string;
  readonly edition: string;
  readonly method: Method;
  readonly classes: number;
  /** Inner class bounds, ascending; used with the method `manual`. */
  readonly breaks: readonly number[];
  readonly scheme: SchemeId;
  /** Classes that show alone, counted from 0 and ascending; empty for all. */
  readonly only: readonly number[];
  /** Lowest and highest value that show alone, instead of classes; null for all. */
  readonly range: ValueRange | null;
  /** How much of the ground shows through the colours, in percent. */
  readonly transparency: number;
  readonly area: string | null;
  readonly network: boolean;
  /** Year up to whose end milestones of the network count; null for all. */
  readonly until: number | null;
  /** Ids of the context layers that are switched on. */
  readonly layers: readonly string[];
  readonly labels: boolean;
  /** Outlines of the districts above finer areas. */
  readonly borders: boolean;
  /** Areas pale whose values are uncertain, or rest on few answers. */
  readonly uncertainty: boolean;
  readonly background: boolean;
  readonly camera: Camera | null;
  /** Of priorities; without any the page suggests some. */
  readonly criteria: readonly Criterion[];
  readonly ranking: Ranking;
  /** Code of the district that priorities are asked for; null for all. */
  readonly within: string | null;
  readonly peers: (typeof SIZES)[number] | null;
  readonly exponents: Exponents;
  /** Limited units that are to be spread, the rules for it, and whether inhabitants weigh. */
  readonly units: readonly UnitKind[];
  readonly rules: FairnessRules;
  readonly demand: "people" | "areas";
  /** Indicator of the model that a scenario asks; null for one that the page suggests. */
  readonly prediction: string | null;
  /** Areas of a scenario: `all`, `selected` or the code of a district. */
  readonly where: string;
  readonly changes: readonly Change[];
  /** Where something happens, the metres around it, and the groups that are asked for; null for suggested ones. */
  readonly place: Place | null;
  readonly buffer: number;
  readonly groups: readonly string[] | null;
  /** Of data and methods: which part, what is searched for, which indicator is open, what is wanted as a file. */
  readonly part: DataPart;
  readonly find: string;
  readonly entry: string | null;
  readonly exported: ExportChoice;
}

/** What an address asks for: every part may be absent, and nothing is checked against the catalogue yet. */
export type Wish = Partial<ViewState>;
