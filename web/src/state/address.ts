import type { ValueRange } from "../classes/range.js";
import { DATA_PARTS, formatExport, LONGEST_SEARCH, parseExport, STANDARD_EXPORT } from "./data.js";
import { formatPlace, parsePlace, WIDEST_BUFFER } from "./place.js";
import { ALL_AREAS, formatChanges, parseChanges } from "./scenario.js";
import { formatRules, formatUnits, parseRules, parseUnits, STANDARD_UNITS } from "./units.js";
import { MAX_CLASSES, METHODS, MIN_CLASSES, MOST_CRITERIA, MOST_TRANSPARENCY, MOST_WEIGHT, RANKINGS, ROLES, SCHEMES, SIZES, STANDARD_EXPONENTS, STANDARD_METHOD, VIEWS, type Camera, type Criterion, type Exponents, type Method, type ViewState, type Wish } from "./view-state.js";

/** A parameter whose value cannot be read at all; unknown parameters are no complaint. */
export interface Complaint {
  readonly parameter: string;
  readonly value: string;
}

const NUMBER = /^-?\d{1,12}(\.\d{1,9})?(e[+-]?\d{1,2})?$/;
const WORD = /^[\p{L}\p{N}_.:-]{1,80}$/u;
const YEAR = /^(19|20)\d\d$/;
const LAYER = /^[a-z][a-z0-9-]{0,49}$/;
const CLASS = /^[1-9]$/;
const MAX_LAYERS = 40;
const CRITERION = /^([a-z][a-z0-9_]{0,59}):([a-z]+):(\d{1,3})$/;
/** Says that none are wanted, where saying nothing leaves the choice to the page. */
const NO_GROUPS = "-";
const MOST_EXPONENT = 5;
const MOST_KAPPA = 0.99;
const MAX_BREAKS = MAX_CLASSES - 1;

/** Reads a query such as `?indicator=population&year=2023`. Never throws. */
export function parseAddress(query: string): { wish: Wish; complaints: Complaint[] } {
  const parameters = new URLSearchParams(query);
  const complaints: Complaint[] = [];
  const read = <T>(name: string, parse: (text: string) => T | undefined): T | undefined => {
    const text = parameters.get(name);
    if (text === null || text === "") return undefined;
    const value = parse(text);
    if (value === undefined) complaints.push({ parameter: name, value: text.slice(0, 80) });
    return value;
  };
  const lang = read("lang", oneOf(["de", "en"] as const));
  const wish = {
    lang,
    view: read("view", oneOf(VIEWS)),
    indicator: read("indicator", word),
    year: read("year", word),
    level: read("level", word),
    edition: read("edition", word),
    method: read("method", (text) => oneOf(METHODS)(text === "fisher" ? "jenks" : text)),
    classes: read("classes", classCount),
    breaks: read("breaks", breakList),
    scheme: read("scheme", oneOf(SCHEMES)),
    only: read("only", classList),
    range: read("range", valueRange),
    transparency: read("transparency", within(0, MOST_TRANSPARENCY)),
    area: read("area", word),
    network: read("network", flag),
    until: read("until", year),
    layers: read("layers", layerList),
    labels: read("labels", flag),
    borders: read("borders", flag),
    uncertainty: read("uncertainty", flag),
    background: read("background", flag),
    criteria: read("criteria", criterionList),
    ranking: read("ranking", oneOf(RANKINGS)),
    within: read("within", word),
    peers: read("peers", oneOf(SIZES)),
    exponents: read("exponents", exponentList),
    units: read("units", parseUnits),
    rules: read("rules", parseRules),
    demand: read("demand", oneOf(["people", "areas"] as const)),
    prediction: read("prediction", word),
    where: read("where", word),
    place: read("place", parsePlace),
    buffer: read("buffer", within(0, WIDEST_BUFFER)),
    groups: read("groups", wordList),
    changes: read("changes", parseChanges),
    part: read("part", oneOf(DATA_PARTS)),
    find: read("find", (text) => (text.length <= LONGEST_SEARCH ? text : undefined)),
    entry: read("entry", word),
    exported: read("export", parseExport),
    camera: camera(read("z", within(0, 24)), read("lat", within(-90, 90)), read("lon", within(-180, 180))),
  };
  const boundless = wish.method === "manual" && wish.breaks === undefined;
  if (boundless && !complaints.some((one) => one.parameter === "breaks")) complaints.push({ parameter: "method", value: "manual" });
  return { wish: withoutUndefined(oneChoice(boundless ? { ...wish, method: undefined } : wish)), complaints };
}

/** The query that reopens a state: parseAddress(formatAddress(s)) gives s again (camera rounded). */
export function formatAddress(state: ViewState): string {
  const parts: [string, string][] = [
    ["indicator", state.indicator],
    ["year", state.year],
    ["level", state.level],
    ["edition", state.edition],
    ["method", methodShown(state)],
    ["classes", String(state.classes)],
  ];
  if (state.method === "manual" && state.breaks.length > 0) parts.push(["breaks", state.breaks.map(String).join(",")]);
  parts.push(["scheme", state.scheme]);
  if (state.only.length > 0) parts.push(["only", state.only.map((one) => one + 1).join(",")]);
  if (state.range !== null) parts.push(["range", state.range.map(String).join(",")]);
  if (state.transparency > 0) parts.push(["transparency", String(state.transparency)]);
  if (state.area !== null) parts.push(["area", state.area]);
  if (state.network) parts.push(["network", "1"]);
  if (state.until !== null) parts.push(["until", String(state.until)]);
  if (state.layers.length > 0) parts.push(["layers", state.layers.join(",")]);
  if (!state.labels) parts.push(["labels", "0"]);
  if (!state.borders) parts.push(["borders", "0"]);
  if (state.uncertainty) parts.push(["uncertainty", "1"]);
  if (state.background) parts.push(["background", "1"]);
  if (state.camera) {
    const { zoom, lat, lon } = roundCamera(state.camera);
    parts.push(["z", String(zoom)], ["lat", String(lat)], ["lon", String(lon)]);
  }
  if (state.criteria.length > 0) parts.push(["criteria", state.criteria.map((one) => `${one.indicator}:${one.role}:${one.weight}`).join(",")]);
  if (state.ranking !== "two-axes") parts.push(["ranking", state.ranking]);
  if (state.within !== null) parts.push(["within", state.within]);
  if (state.peers !== null) parts.push(["peers", state.peers]);
  if (state.exponents.join() !== STANDARD_EXPONENTS.join()) parts.push(["exponents", state.exponents.join()]);
  if (formatUnits(state.units) !== formatUnits(STANDARD_UNITS)) parts.push(["units", formatUnits(state.units)]);
  if (formatRules(state.rules) !== "") parts.push(["rules", formatRules(state.rules)]);
  if (state.demand !== "people") parts.push(["demand", state.demand]);
  if (state.prediction !== null) parts.push(["prediction", state.prediction]);
  if (state.where !== ALL_AREAS) parts.push(["where", state.where]);
  if (state.changes.length > 0) parts.push(["changes", formatChanges(state.changes)]);
  if (state.place !== null) parts.push(["place", formatPlace(state.place)]);
  if (state.buffer > 0) parts.push(["buffer", String(state.buffer)]);
  if (state.groups !== null) parts.push(["groups", state.groups.length === 0 ? NO_GROUPS : state.groups.join(",")]);
  if (state.part !== "catalogue") parts.push(["part", state.part]);
  if (state.find !== "") parts.push(["find", state.find]);
  if (state.entry !== null) parts.push(["entry", state.entry]);
  if (formatExport(state.exported) !== formatExport(STANDARD_EXPORT)) parts.push(["export", formatExport(state.exported)]);
  if (state.view !== "map") parts.push(["view", state.view]);
  parts.push(["lang", state.lang]);
  return `?${parts.map(([name, value]) => `${name}=${encode(value)}`).join("&")}`;
}

/** Own bounds make no classes while there are none: the standard ones stand in. */
export const methodShown = ({ method, breaks }: Pick<ViewState, "method" | "breaks">): Method => (method === "manual" && breaks.length === 0 ? STANDARD_METHOD : method);

/** About ten metres and a hundredth of a zoom level: enough to reopen a view, short enough to read. */
export function roundCamera(camera: Camera): Camera {
  return { zoom: round(camera.zoom, 2), lat: round(camera.lat, 4), lon: round(camera.lon, 4) };
}

const encode = (value: string): string => encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":");

// Adding zero turns -0 into 0, which an address cannot tell apart.
const round = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (text: string): T | undefined =>
    allowed.find((one) => one === text);

const word = (text: string): string | undefined => (WORD.test(text) ? text : undefined);

const flag = (text: string): boolean | undefined => (text === "1" ? true : text === "0" ? false : undefined);

const within =
  (low: number, high: number) =>
  (text: string): number | undefined => {
    const value = number(text);
    return value !== undefined && value >= low && value <= high ? value : undefined;
  };

function number(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

function year(text: string): number | undefined {
  return YEAR.test(text) ? Number(text) : undefined;
}

function classCount(text: string): number | undefined {
  const value = number(text);
  return value !== undefined && Number.isInteger(value) && value >= MIN_CLASSES && value <= MAX_CLASSES ? value : undefined;
}

/** Classes as people count them, from 1; each once. */
function classList(text: string): readonly number[] | undefined {
  const numbers = text.split(",").map((one) => (CLASS.test(one) ? Number(one) - 1 : undefined));
  if (numbers.includes(undefined)) return undefined;
  return [...new Set(numbers as number[])].sort((a, b) => a - b);
}

/** A lowest and a highest value, which may be the same. */
function valueRange(text: string): ValueRange | undefined {
  const [low, high, ...rest] = text.split(",").map(number);
  return low === undefined || high === undefined || low > high || rest.length > 0 ? undefined : [low + 0, high + 0];
}

function breakList(text: string): readonly number[] | undefined {
  const values = text.split(",").map(number);
  if (values.length > MAX_BREAKS || values.some((value) => value === undefined)) return undefined;
  const numbers = values as number[];
  return isAscending(numbers) ? numbers : undefined;
}

/** Ids of indicators, each once. */
function wordList(text: string): readonly string[] | undefined {
  if (text === NO_GROUPS) return [];
  const ids = [...new Set(text.split(","))];
  return ids.length <= MAX_LAYERS && ids.every((id) => WORD.test(id)) ? ids : undefined;
}

/** Ids of layers, each once. */
function layerList(text: string): readonly string[] | undefined {
  const ids = [...new Set(text.split(","))];
  return ids.length <= MAX_LAYERS && ids.every((id) => LAYER.test(id)) ? ids : undefined;
}

/** Three exponents from 0 to 5, and kappa below 1. */
function exponentList(text: string): Exponents | undefined {
  const [a, b, c, kappa, ...rest] = text.split(",").map(number);
  if (a === undefined || b === undefined || c === undefined || kappa === undefined || rest.length > 0) return undefined;
  return [a, b, c].every((one) => one >= 0 && one <= MOST_EXPONENT) && kappa >= 0 && kappa <= MOST_KAPPA ? [a, b, c, kappa] : undefined;
}

function criterionList(text: string): readonly Criterion[] | undefined {
  const criteria = text.split(",").map(criterion);
  const indicators = new Set(criteria.map((one) => one?.indicator));
  if (criteria.length > MOST_CRITERIA || criteria.includes(undefined) || indicators.size < criteria.length) return undefined;
  return criteria as Criterion[];
}

function criterion(text: string): Criterion | undefined {
  const [, indicator, role, weight] = CRITERION.exec(text) ?? [];
  const known = oneOf(ROLES)(role ?? "");
  if (indicator === undefined || known === undefined || Number(weight) > MOST_WEIGHT) return undefined;
  return { indicator, role: known, weight: Number(weight) };
}

export function isAscending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? -Infinity));
}

function camera(zoom: number | undefined, lat: number | undefined, lon: number | undefined): Camera | undefined {
  return zoom === undefined || lat === undefined || lon === undefined ? undefined : { zoom, lat, lon };
}

/** Classes or a range of values show alone, never both: the range is the narrower word. */
function oneChoice<T extends Pick<Loose<ViewState>, "only" | "range">>(wish: T): T {
  return wish.range && wish.only ? { ...wish, only: undefined } : wish;
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined };

function withoutUndefined(wish: Loose<ViewState>): Wish {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Wish;
}
