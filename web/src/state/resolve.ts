import type { Catalog, Edition, Indicator } from "../api/types.js";
import { STANDARD_EXPORT } from "./data.js";
import { ALL_AREAS } from "./scenario.js";
import { NO_RULES, STANDARD_UNITS } from "./units.js";
import { STANDARD_EXPONENTS, STANDARD_METHOD, type SchemeId, type ViewState, type Wish } from "./view-state.js";

/** Says in words why the page shows something else than what was asked for. */
export interface Notice {
  readonly key: "indicator" | "year" | "level" | "edition" | "area" | "parameter" | "scheme" | "gone" | "renewed" | "released";
  readonly wanted: string;
  readonly shown: string;
}

const DEFAULTS = {
  lang: "de",
  view: "map",
  method: STANDARD_METHOD,
  classes: 5,
  breaks: [],
  only: [],
  range: null,
  transparency: 0,
  area: null,
  network: false,
  until: null,
  layers: [],
  labels: true,
  borders: true,
  uncertainty: false,
  background: false,
  camera: null,
  criteria: [],
  ranking: "two-axes",
  within: null,
  peers: null,
  exponents: STANDARD_EXPONENTS,
  units: STANDARD_UNITS,
  rules: NO_RULES,
  demand: "people",
  prediction: null,
  where: ALL_AREAS,
  changes: [],
  place: null,
  buffer: 0,
  groups: null,
  part: "catalogue",
  find: "",
  entry: null,
  exported: STANDARD_EXPORT,
} as const satisfies Partial<ViewState>;

/**
 * Completes a wish to a state that the catalogue can show. What does not exist is replaced by the nearest thing that
 * does, each time with a notice; what was not asked for is chosen silently.
 * Returns undefined when the catalogue has no indicator at all.
 */
export function resolve(wish: Wish, catalog: Catalog): { state: ViewState; notices: Notice[] } | undefined {
  const notices: Notice[] = [];
  const pick = (key: Notice["key"], wanted: string | undefined, allowed: readonly string[], fallback: string): string => {
    if (wanted === undefined || allowed.includes(wanted)) return wanted ?? fallback;
    notices.push({ key, wanted, shown: fallback });
    return fallback;
  };
  const first = firstIndicator(catalog.indicators);
  if (!first) return undefined;
  const id = pick("indicator", wish.indicator, catalog.indicators.map((one) => one.id), first.id);
  const indicator = catalog.indicators.find((one) => one.id === id) ?? first;
  const edition = pick("edition", wish.edition, editionsOf(catalog, indicator).map((one) => one.id), defaultEdition(catalog, indicator));
  const level = pick("level", wish.level, levelsOf(catalog, indicator, edition), defaultLevel(catalog, indicator, edition));
  const year = pick("year", wish.year, indicator.periods, nearestPeriod(indicator.periods, wish.year));
  const replaced = (...keys: Notice["key"][]): boolean => notices.some((notice) => keys.includes(notice.key));
  const released = replaced("indicator") ? { ...classesReleased(wish), ...boundsReleased(wish) } : replaced("level", "edition") ? classesReleased(wish) : {};
  if (Object.keys(released).length > 0) notices.push({ key: "released", wanted: "", shown: "" });
  const known = (there: boolean, id: string): boolean => {
    if (!there) notices.push({ key: "gone", wanted: id, shown: "" });
    return there;
  };
  const has = (id: string): boolean => catalog.indicators.some((one) => one.id === id);
  const hasLayer = (id: string): boolean => catalog.layers.some((layer) => layer.id === id);
  const layers = (wish.layers ?? []).filter((one) => known(hasLayer(one), one));
  const criteria = (wish.criteria ?? []).filter((one) => known(has(one.indicator), one.indicator));
  const groups = wish.groups?.filter((one) => known(has(one), one)) ?? null;
  const changes = (wish.changes ?? []).filter((one) => known(has(one.indicator), one.indicator));
  const { prediction = null, place = null } = wish;
  const left = {
    layers,
    criteria,
    groups,
    changes,
    // Another model's answer would be taken for that of the one in the link.
    prediction: prediction !== null && known(has(prediction), prediction) ? prediction : null,
    place: place?.kind === "layer" && !known(hasLayer(place.id), place.id) ? null : place,
  };
  return { state: { ...DEFAULTS, scheme: standardScheme(indicator), ...wish, ...left, ...released, indicator: id, edition, level, year }, notices };
}

/** Classes and a range are chosen among certain values; those that stand in would be left with others. */
const classesReleased = ({ range, only }: Wish): Wish => ((range ?? null) !== null || (only ?? []).length > 0 ? { range: null, only: [] } : {});

const boundsReleased = ({ method }: Wish): Wish => (method === "manual" ? { method: STANDARD_METHOD, breaks: [] } : {});

/** A change as it is asked for, with what it does to choices that were made among the values before. */
export function adapted(wish: Wish, state: ViewState, catalog: Catalog): Wish {
  const differs = (part: "indicator" | "method" | "classes" | "breaks" | "level" | "edition"): boolean => wish[part] !== undefined && String(wish[part]) !== String(state[part]);
  const otherAreas = differs("level") || differs("edition");
  const otherClasses = differs("method") || differs("classes") || differs("breaks");
  // Bounds and classes that someone set for one indicator mean nothing for another.
  if (wish.indicator !== undefined && differs("indicator")) return { only: [], range: null, ...boundsReleased(state), ...schemeFor(wish.indicator, state, catalog), ...wish };
  if (otherAreas) return { only: [], range: null, ...wish };
  return otherClasses ? { only: [], ...wish } : wish;
}

/** Colours that were those of the indicator before become those of the next; colours that someone chose stay. */
function schemeFor(next: string, state: ViewState, catalog: Catalog): Wish {
  const standard = (id: string): SchemeId => standardScheme(catalog.indicators.find((one) => one.id === id));
  return state.scheme === standard(state.indicator) ? { scheme: standard(next) } : {};
}

/** Values that have a meaningful middle, such as a change of zero, are shown as lying on its two sides. */
export function standardScheme(indicator: Indicator | undefined): SchemeId {
  return indicator?.middle == null ? "ylgnbu" : "puor";
}

/** A share says more on a map than a number of heads, so the first that is not a sum opens the page. */
function firstIndicator(indicators: readonly Indicator[]): Indicator | undefined {
  const shown = indicators.filter((one) => one.periods.length > 0);
  return shown.find((one) => one.kind !== "extensive") ?? shown[0] ?? indicators[0];
}

export function editionsOf(catalog: Catalog, indicator: Indicator): Edition[] {
  return catalog.editions.filter((edition) => indicator.editions.includes(edition.id));
}

function defaultEdition(catalog: Catalog, indicator: Indicator): string {
  const editions = editionsOf(catalog, indicator);
  const standard = editions.find((edition) => edition.id === catalog.defaultEdition);
  return (standard ?? editions.at(-1))?.id ?? catalog.defaultEdition;
}

/** Levels of an edition that an indicator has values for, from coarse to fine. */
export function levelsOf(catalog: Catalog, indicator: Indicator, edition: string): string[] {
  const present = catalog.editions.find((one) => one.id === edition)?.levels.map((one) => one.level) ?? [];
  return catalog.levels
    .filter((level) => present.includes(level.id) && indicator.levels.includes(level.id))
    .sort((a, b) => a.rank - b.rank || a.id.localeCompare(b.id))
    .map((level) => level.id);
}

function defaultLevel(catalog: Catalog, indicator: Indicator, edition: string): string {
  const levels = levelsOf(catalog, indicator, edition);
  const covering = levels.filter((id) => !catalog.levels.find((level) => level.id === id)?.group);
  return levels.includes("municipality") ? "municipality" : (covering.at(-1) ?? levels.at(-1) ?? indicator.nativeLevel ?? "");
}

/** The period next to the wanted one; without a wish, the latest. */
export function nearestPeriod(periods: readonly string[], wanted: string | undefined): string {
  const latest = periods.at(-1) ?? "";
  const year = Number.parseInt(wanted ?? "", 10);
  if (Number.isNaN(year)) return latest;
  const distance = (period: string): number => Math.abs(Number.parseInt(period, 10) - year);
  return periods.reduce((best, one) => (distance(one) < distance(best) ? one : best), latest);
}
