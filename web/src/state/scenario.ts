import type { Catalog, Indicator } from "../api/types.js";
import type { AreaChoice, ScenarioChange, ScenarioQuestion } from "../api/planning-types.js";
import type { ViewState } from "./view-state.js";

export const CHANGE_KINDS = ["relative", "absolute", "percentile", "like"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** A condition that is assumed to be another: in percent of its value, a value, a percentile of all areas, or that of an area. */
export type Change =
  | { readonly indicator: string; readonly kind: "relative" | "absolute" | "percentile"; readonly value: number }
  | { readonly indicator: string; readonly kind: "like"; readonly code: string };

export const MOST_CHANGES = 20;

/** Which areas a scenario is about: all, the one that is selected, or those of a district, by its code. */
export const ALL_AREAS = "all";
export const SELECTED_AREA = "selected";

const CHANGE = /^([a-z][a-z0-9_]{0,59}):([a-z]+):([\w.-]{1,40})$/;
const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/;

/** Least and greatest of each kind, where the server sets bounds. */
const BOUNDS: Readonly<Record<"relative" | "absolute" | "percentile", readonly [number, number]>> = { relative: [-100, 10_000], absolute: [-Infinity, Infinity], percentile: [0, 100] };

/** Reads `example_turnout:relative:-10,…`; undefined if a part cannot be read or an indicator comes twice. */
export function parseChanges(text: string): readonly Change[] | undefined {
  const changes = text.split(",").map(parseChange);
  const indicators = new Set(changes.map((one) => one?.indicator));
  if (changes.length > MOST_CHANGES || changes.includes(undefined) || indicators.size < changes.length) return undefined;
  return changes as Change[];
}

function parseChange(text: string): Change | undefined {
  const [, indicator, kind, last] = CHANGE.exec(text) ?? [];
  if (indicator === undefined || last === undefined) return undefined;
  if (kind === "like") return { indicator, kind, code: last };
  if (kind !== "relative" && kind !== "absolute" && kind !== "percentile") return undefined;
  const value = Number(last);
  const [low, high] = BOUNDS[kind];
  return NUMBER.test(last) && value >= low && value <= high ? { indicator, kind, value } : undefined;
}

export const formatChanges = (changes: readonly Change[]): string => changes.map((one) => `${one.indicator}:${one.kind}:${one.kind === "like" ? one.code : one.value}`).join(",");

/** The results of models that a scenario can be about. */
export const predictions = (catalog: Catalog): readonly Indicator[] => catalog.indicators.filter((one) => one.result?.kind === "model" && one.periods.length > 0);

/** The prediction that is asked about: the one chosen, else the one on the map if it is such, else the first. */
export const predictionOf = (state: Asked, catalog: Catalog): Indicator | undefined => askedOf(state, predictions(catalog));

type Asked = Pick<ViewState, "prediction" | "indicator">;

/** The one of some predictions that is asked about. */
export function askedOf({ prediction, indicator }: Asked, all: readonly Indicator[]): Indicator | undefined {
  return all.find((one) => one.id === prediction) ?? all.find((one) => one.id === indicator) ?? all[0];
}

/** What to ask of the server; null while no area is chosen. */
export function scenarioQuestion(state: ViewState, catalog: Catalog): ScenarioQuestion | null {
  const indicator = predictionOf(state, catalog);
  const areas = areasOf(state);
  if (!indicator || !areas) return null;
  return { model: indicator.dataset, outcome: indicator.id, areas, changes: state.changes.map(changeOf) };
}

function areasOf({ where, area }: ViewState): AreaChoice | null {
  if (where === ALL_AREAS) return { all: true };
  if (where !== SELECTED_AREA) return { district: where };
  return area === null ? null : { codes: [area] };
}

function changeOf(change: Change): ScenarioChange {
  const { indicator, kind } = change;
  return kind === "like" ? { indicator, like: change.code } : { indicator, [kind]: change.value };
}
