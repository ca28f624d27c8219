import type { Catalog, Figure, ResultKind, Unit, ValuesAnswer } from "../api/types.js";
import { levelOf, indicatorOf, type Highlight, type Model, type Shown } from "../app/model.js";
import { classOf } from "../classes/classes.js";
import { inRange } from "../classes/range.js";
import { chosenOf, countOf } from "../classes/selection.js";
import { classColours, isDiverging } from "../colour/schemes.js";
import { formatPeriod } from "../format/dates.js";
import { measureOf, type Measure } from "../format/figure.js";
import { formatNumber, hasPreposition, withUnit } from "../format/numbers.js";
import { hasValue, lookOf } from "../format/status.js";
import { isCoarser } from "../map/looks.js";
import { fewLetters, widthBounds, type WidthBounds } from "../map/uncertainty.js";
import type { SchemeId } from "../state/view-state.js";
import type { Translator } from "../texts/texts.js";

/** Turning point of a diverging scheme: what the indicator states, else the state's own value where that compares. */
export function middleOf(model: Model): number | null {
  const indicator = indicatorOf(model);
  if (!indicator || indicator.kind === "extensive") return indicator?.middle ?? null;
  return indicator.middle ?? model.shown.value?.values.reference.state?.value ?? null;
}

/** A diverging scheme without a middle would say something that nobody knows; then the standard scheme stands in. */
export function schemeOf(model: Model): SchemeId {
  const { scheme } = model.state;
  return isDiverging(scheme) && middleOf(model) === null ? "ylgnbu" : scheme;
}

export function coloursOf(model: Model): string[] {
  const { value } = model.shown;
  return value ? classColours(schemeOf(model), value.classes.breaks, middleOf(model)) : [];
}

const places = new WeakMap<ValuesAnswer, ReadonlyMap<string, number>>();

function placeOf(values: ValuesAnswer, code: string): number | undefined {
  let known = places.get(values);
  if (!known) {
    known = new Map(values.codes.map((one, i) => [one, i]));
    places.set(values, known);
  }
  return known.get(code);
}

/** Value and status of one area; undefined when the answer does not name it. */
export function figureOf(values: ValuesAnswer, code: string): Figure | undefined {
  const i = placeOf(values, code);
  if (i === undefined) return undefined;
  return {
    value: values.values[i] ?? null,
    status: values.status[i] ?? "",
    lower: values.lower?.[i] ?? null,
    upper: values.upper?.[i] ?? null,
    respondents: values.respondentClasses?.[values.respondents?.[i] ?? ""] ?? null,
  };
}

/** Unit, digits and origin of the values, of which the catalogue knows the last. */
export const measureIn = ({ catalog }: Model, values: ValuesAnswer): Measure =>
  measureOf(values, catalog.indicators.find((one) => one.id === values.indicator));

export const computedOf = (model: Model): ResultKind | null => indicatorOf(model)?.result?.kind ?? null;

/** Widths from which areas pale; null while uncertainty does not show, or none is known. */
export function widthsShown({ state, shown }: Model): WidthBounds | null {
  return state.uncertainty && shown.value ? widthBounds(shown.value.values) : null;
}

const NONE: ReadonlySet<string> = new Set();
const letters = new WeakMap<ValuesAnswer, ReadonlySet<string>>();

/** Letters of few respondents; none while uncertainty does not show, or nobody was asked. */
export function fewShown({ state, shown }: Model): ReadonlySet<string> {
  const values = shown.value?.values;
  if (!state.uncertainty || !values) return NONE;
  const known = letters.get(values) ?? fewLetters(values);
  letters.set(values, known);
  return known;
}

/** Areas that stand out while a class or a bar is pointed at. */
export function highlighted({ pointed, shown }: Model): Set<string> | null {
  return pointed && shown.value ? areasWith(shown.value, insideOf(pointed, shown.value.classes.breaks)) : null;
}

/** Classes that show alone; empty for all. */
export const onlyOf = ({ state, shown }: Model): readonly number[] => chosenOf(state.only, shown.value?.classes.counts.length ?? 0);

/** Areas of the classes, or of the range of values, that show alone; null while all show. */
export function chosenAreas(model: Model): Set<string> | null {
  const only = onlyOf(model);
  const shown = model.shown.value;
  const { range } = model.state;
  if (shown && range !== null) return areasWith(shown, (value) => value !== null && inRange(range, value));
  if (only.length === 0 || !shown) return null;
  return areasWith(shown, (value) => value !== null && only.includes(classOf(value, shown.classes.breaks)));
}

function areasWith({ values: { codes, values, status } }: Shown, inside: (value: number | null) => boolean): Set<string> {
  return new Set(codes.filter((_, i) => hasValue(lookOf(status[i] ?? "")) && inside(values[i] ?? null)));
}

function insideOf(highlight: Highlight, breaks: readonly number[]): (value: number | null) => boolean {
  if (highlight.kind === "class") return (value) => value !== null && classOf(value, breaks) === highlight.index;
  return (value) => value !== null && value >= highlight.low && value <= highlight.high;
}

/** "in %", "je 1.000 Einwohner", "Punkte (1–5)": a unit as it stands in a subtitle. A word would have to be declined after "in", a sign not. */
export function unitPhrase(unit: Unit, t: Translator): string {
  const symbol = t.pair(unit.symbol);
  const isSign = unit.symbol.de === unit.symbol.en;
  return hasPreposition(symbol) || !isSign ? symbol : t("unit.phrase", { unit: symbol });
}

/** "Modellwerte · in % · 2022 · Gemeinden · Gebietsstand 2023", what the map shows beside its title. */
export function subtitle(model: Model, t: Translator): string {
  const indicator = indicatorOf(model);
  const edition = model.catalog.editions.find((one) => one.id === model.state.edition);
  const level = levelOf(model.catalog, model.state.level);
  const computed = computedOf(model);
  return [
    computed && t(`result.values.${computed}`),
    indicator && unitPhrase(indicator.unit, t),
    formatPeriod(model.state.year, t.lang),
    level && t.pair(level.plural),
    edition && t.pair(edition.title),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A bound of a range in as many digits as it needs; at least those of the values. */
export function boundText(value: number, decimals: number, t: Translator): string {
  const own = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return formatNumber(value, Math.max(decimals, own), t.lang);
}

/** That some classes, or a range of values, show alone, in words; empty while all do. */
export function choiceNote(model: Model, t: Translator): string {
  const only = onlyOf(model);
  const shown = model.shown.value;
  const counts = shown?.classes.counts ?? [];
  const number = (value: number): string => formatNumber(value, 0, t.lang);
  const { range } = model.state;
  if (shown && range !== null) {
    const bound = (value: number): string => boundText(value, shown.values.decimals, t);
    const said = t("only.range", { low: bound(range[0]), high: withUnit(bound(range[1]), t.pair(shown.values.unit.symbol), t.lang), n: number(chosenAreas(model)?.size ?? 0), all: number(countOf([], counts)) });
    // A table leaves them out.
    return model.state.view === "table" ? said : `${said} ${t("only.pale")}`;
  }
  return only.length === 0 ? "" : t("only.count", { n: number(countOf(only, counts)), all: number(countOf([], counts)) });
}

/** Why values are what they are: of a coarser level, or put together from finer areas. */
export function originLines(catalog: Catalog, values: ValuesAnswer, t: Translator): string[] {
  const native = levelOf(catalog, values.nativeLevel);
  if (!native) return [];
  const lines: string[] = [];
  if (isCoarser(values)) lines.push(t("area.coarser", { level: t.pair(native.name), levels: t.pair(native.plural) }));
  if (values.aggregated === true) lines.push(t("area.aggregated", { levels: t.pair(native.plural) }));
  return lines;
}

/** Names of areas, from the list of areas when it has come. */
export function nameOf(model: Model, code: string): string {
  return model.areas.value?.find((area) => area.code === code)?.name ?? code;
}

