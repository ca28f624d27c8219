import type { PrioritiesAnswer, PriorityArea } from "../api/types.js";
import type { AllocatedArea, AllocationAnswer, IncidentAnswer, ScenarioAnswer, TouchedArea } from "../api/planning-types.js";
import { currentOf, isPlanning, layersShown, type Model, type PlanningView } from "../app/model.js";
import { classOf } from "../classes/classes.js";
import { changeBreaks } from "../classes/changes.js";
import { classColours, colourAt } from "../colour/schemes.js";
import { formatPeriod } from "../format/dates.js";
import { changeText, rangeText } from "../format/range.js";
import { aboutRange } from "../format/about.js";
import { cut, formatNumber, shareDecimals } from "../format/numbers.js";
import type { AreaLook } from "../map/looks.js";
import { kindId } from "../state/allocation.js";
import { helpersOf } from "../state/incident-answer.js";
import { formatUnits, type UnitKind } from "../state/units.js";
import type { Translator } from "../texts/texts.js";
import type { LegendRow, SignRow } from "./legend.js";

/** What the map shows while a view of planners is open: its own title, colours and words in place of an indicator's. */
export interface Subject {
  readonly title: string;
  readonly subtitle: string;
  /** What the colours stand for. */
  readonly unit: string;
  readonly colours: readonly string[];
  readonly looks: ReadonlyMap<string, AreaLook>;
  readonly classes: readonly LegendRow[];
  readonly signs: readonly SignRow[];
  readonly note: string;
  /** Context layers some of whose features the result puts on the map. */
  readonly found?: readonly string[];
  readonly attribution: string;
  /** What is said of an area under the pointer. */
  readonly lines: (code: string) => readonly string[];
}

const PLAIN: AreaLook = { cls: -1, missing: false, withheld: false, imprecise: false, pale: false, modelled: false, converted: false, wide: false, widest: false, few: false };

/** The subject of the view that is open; null where the map shows an indicator, or nothing was computed yet. */
export function subjectOf(model: Model, t: Translator): Subject | null {
  const { view } = model.state;
  if (view === "social") return socialSubject(model, t);
  const priorities = view === "priorities" ? model.priorities.value : null;
  if (priorities) return once(priorities, t.lang, () => prioritySubject(priorities, t));
  const scenario = view === "scenario" ? model.scenario.value : null;
  if (scenario) return once(scenario, t.lang, () => scenarioSubject(scenario, t));
  const incident = view === "incident" ? model.incident.value : null;
  if (incident) return once(incident, t.lang, () => incidentSubject(incident, t));
  const allocation = view === "allocation" ? model.allocation.value : null;
  if (!allocation) return isPlanning(view) ? blankSubject(view, t) : null;
  const { units } = model.state;
  return once(allocation, `${t.lang} ${formatUnits(units)}`, () => allocationSubject(allocation, units, t));
}

const made = new WeakMap<object, { readonly words: string; readonly subject: Subject }>();

/** The same answer in the same words is the same object: the map compares by identity. */
function once(answer: object, words: string, make: () => Subject): Subject {
  const known = made.get(answer);
  if (known?.words === words) return known.subject;
  const subject = make();
  made.set(answer, { words, subject });
  return subject;
}

/** Whether the map does not show yet what stands in its title: a picture or page made now would join one with the other. */
export const mapWaits = (model: Model, t: Translator): boolean => model.mapBehind || (model.state.view === "map" ? currentOf(model) === null : (subjectOf(model, t)?.looks ?? NO_LOOKS) === NO_LOOKS);

/** Whether a legend has anything to say: while nothing is coloured and no layer is on, an empty box would only hide land. */
export const explains = (subject: Subject | null, model: Model): boolean =>
  subject === null || subject.classes.length > 0 || subject.signs.length > 0 || subject.note !== "" || (subject.found?.length ?? 0) > 0 || layersShown(model).length > 0;

const NO_LOOKS: ReadonlyMap<string, AreaLook> = new Map();
const NO_COLOURS: readonly string[] = [];

/** Land without colours: values of an indicator would be taken for a result that has not come. */
function blankSubject(view: PlanningView, t: Translator): Subject {
  return { title: t(`view.${view}`), subtitle: t(view === "incident" ? "subject.incident.blank" : "subject.blank"), unit: "", colours: NO_COLOURS, looks: NO_LOOKS, classes: [], signs: [], note: "", attribution: "", lines: () => [] };
}

/** Land without colours too: what is said is said of one area, and measures have marks. */
function socialSubject({ social }: Model, t: Translator): Subject {
  const blank = blankSubject("social", t);
  const { value } = social;
  if (!value) return blank;
  return once(value, t.lang, () => ({
    ...blank,
    subtitle: value.name,
    looks: new Map([[value.code, PLAIN]]),
    note: value.measures.length > 0 ? t("subject.social.measures") : "",
    attribution: value.attribution,
  }));
}

/** Shares of the draws in which an area is among the first: hardly ever, seldom, often, nearly always. */
const AMONG_FIRST = [0.1, 0.5, 0.9];

const amongFirst = ({ topProbability }: PriorityArea): number => AMONG_FIRST.filter((bound) => (topProbability ?? 0) >= bound).length;

/** Areas by how often they are among the first, never by a single rank: that would look as if it were certain. */
function prioritySubject(answer: PrioritiesAnswer, t: Translator): Subject {
  const ranked = answer.areas.filter((one) => one.rank !== null);
  const byCode = new Map(answer.areas.map((one) => [one.code, one]));
  const looks = new Map<string, AreaLook>(answer.areas.map((one) => [one.code, one.rank === null ? { ...PLAIN, missing: true } : { ...PLAIN, cls: amongFirst(one) }]));
  const colours = [0.04, 0.35, 0.65, 0.95].map((at) => colourAt("ylgnbu", at));
  const percent = (share: number): string => formatNumber(100 * share, 0, t.lang);
  const lines = (code: string): string[] => {
    const one = byCode.get(code);
    if (!one) return [t("subject.notChosen")];
    const { rank, rankLow, rankHigh, topProbability } = one;
    if (rank === null || rankLow === null || rankHigh === null) return [t("subject.priorities.missing")];
    const first = topProbability === null ? [] : [t("subject.priorities.share", { top: answer.top, percent: percent(topProbability) })];
    return [rankLow === rankHigh ? t("priorities.rank.firm", { rank }) : t("subject.priorities.rank", { rank, low: rankLow, high: rankHigh }), ...first];
  };
  return {
    title: t("subject.priorities"),
    subtitle: t("subject.priorities.subtitle", { names: answer.criteria.map((one) => t.pair(one.name)).join(" · ") }),
    unit: t("subject.priorities.unit", { top: answer.top }),
    colours,
    looks,
    classes: [3, 2, 1, 0].map((cls) => ({ colour: colours[cls] ?? "", bounds: t(`subject.priorities.${(["hardly", "seldom", "often", "nearly"] as const)[cls] ?? "hardly"}`), count: ranked.filter((one) => amongFirst(one) === cls).length })),
    signs: sign("missing", t("subject.priorities.missing"), answer.areas.length - ranked.length),
    note: t("subject.priorities.note"),
    attribution: answer.attribution,
    lines,
  };
}

/** An interval on both sides of zero leaves open whether anything changes. */
export const isOpen = (lower: number | null | undefined, upper: number | null | undefined): boolean => lower != null && upper != null && lower <= 0 && upper >= 0;

function scenarioSubject(answer: ScenarioAnswer, t: Translator): Subject {
  const { codes, change, before, after, outside, extrapolated } = answer.areas;
  const breaks = changeBreaks(change.value);
  const far = new Set([...extrapolated, ...Object.keys(outside)]);
  const at = new Map(codes.map((code, i) => [code, i]));
  const looks = new Map<string, AreaLook>(answer.missing.map((code) => [code, { ...PLAIN, missing: true }]));
  codes.forEach((code, i) => {
    looks.set(code, { ...PLAIN, cls: classOf(change.value[i] ?? 0, breaks), wide: isOpen(change.lower[i], change.upper[i]), converted: far.has(code) });
  });
  const range = (of: typeof before, i: number) => ({ value: of.value[i] ?? 0, lower: of.lower[i] ?? null, upper: of.upper[i] ?? null });
  const lines = (code: string): string[] => {
    const i = at.get(code);
    if (i === undefined) return [t(answer.missing.includes(code) ? "subject.missing" : "subject.notChosen")];
    const parts = [
      t("subject.before", { value: rangeText(range(before, i), answer, t) }),
      t("subject.after", { value: rangeText(range(after, i), answer, t) }),
      t("subject.change", { value: changeText(range(change, i), answer, t) }),
    ];
    if (isOpen(change.lower[i], change.upper[i])) parts.push(t("subject.open"));
    if (far.has(code)) parts.push(t("subject.outside"));
    return parts;
  };
  const colours = classColours("puor", breaks, 0);
  const open = codes.filter((_, i) => isOpen(change.lower[i], change.upper[i])).length;
  return {
    title: t("subject.scenario", { name: t.pair(answer.name) }),
    subtitle: t("subject.scenario.subtitle", { year: formatPeriod(answer.period, t.lang) }),
    unit: t("subject.scenario.unit", { unit: changeUnit(answer, t) }),
    colours,
    looks,
    classes: changeRows(change.value, breaks, colours, t),
    signs: [
      ...sign("wide", t("subject.sign.open"), open),
      ...sign("converted", t("subject.sign.outside"), far.size),
      ...sign("missing", t("subject.missing"), answer.missing.length),
    ],
    note: t("subject.scenario.note"),
    attribution: answer.attribution,
    lines,
  };
}

const sign = (pattern: SignRow["pattern"], text: string, count: number): SignRow[] => (count > 0 ? [{ pattern, mark: "", text, count }] : []);

/** Differences of shares are points, never percent. */
export const changeUnit = ({ unit }: Pick<ScenarioAnswer, "unit">, t: Translator): string => (unit.id === "percent" ? t("unit.pointsName") : t.pair(unit.symbol));

function changeRows(values: readonly number[], breaks: readonly number[], colours: readonly string[], t: Translator): LegendRow[] {
  const step = (breaks[2] ?? 0) - (breaks[1] ?? 0);
  const digits = [0, 1, 2, 3, 4, 5].find((one) => Number.isInteger(Number(((step / 2) * 10 ** one).toFixed(6)))) ?? 6;
  const number = (i: number): string => formatNumber(cut(Math.abs(breaks[i] ?? 0), digits), digits, t.lang);
  const last = colours.length - 1;
  const middle = last / 2;
  const bounds = (i: number): string => {
    if (i === middle) return t("subject.class.same", { value: number(i + 1) });
    if (i === 0) return t("subject.class.least", { value: number(1) });
    if (i === last) return t("subject.class.most", { value: number(last) });
    return i < middle ? t("subject.class.lower", { low: number(i + 1), high: number(i) }) : t("subject.class.higher", { low: number(i), high: number(i + 1) });
  };
  return colours.map((colour, i) => ({ colour, bounds: bounds(i), count: values.filter((value) => classOf(value, breaks) === i).length })).reverse();
}

/** Units chosen in fewer draws than this stand on loose ground. */
export const OFTEN = 0.5;

export const unitCount = ({ units }: AllocatedArea): number => Object.values(units).reduce((sum, one) => sum + one, 0);

/** "2 Team, 1 Pumpe": how many of which kind, by the names that a person gave them. */
export function unitNames(units: AllocatedArea["units"], kinds: readonly UnitKind[], t: Translator): string {
  return kinds.flatMap(({ name }, i) => (units[kindId(i)] ? [t("subject.units", { n: formatNumber(units[kindId(i)] ?? 0, 0, t.lang), name })] : [])).join(", ");
}

function allocationSubject(answer: AllocationAnswer, kinds: readonly UnitKind[], t: Translator): Subject {
  const byCode = new Map(answer.areas.map((one) => [one.code, one]));
  const looks = new Map<string, AreaLook>(answer.missing.map(({ code }) => [code, { ...PLAIN, missing: true }]));
  const place = (one: AllocatedArea): number => (unitCount(one) > 0 ? 2 : one.covered > 0 ? 1 : 0);
  const loose = (one: AllocatedArea): boolean => unitCount(one) > 0 && one.chosen !== null && one.chosen < OFTEN;
  const nearly = (one: AllocatedArea): boolean => unitCount(one) === 0 && one.chosen !== null && one.chosen >= OFTEN;
  for (const one of answer.areas) looks.set(one.code, { ...PLAIN, cls: place(one), wide: loose(one), converted: nearly(one) });
  const colours = [0.04, 0.4, 0.85].map((at) => colourAt("ylgnbu", at));
  const count = (cls: number): number => answer.areas.filter((one) => place(one) === cls).length;
  const lines = (code: string): string[] => {
    const one = byCode.get(code);
    if (!one) return [t(answer.missing.some((other) => other.code === code) ? "subject.allocation.missing" : "subject.notChosen")];
    const units = unitCount(one) > 0 ? t("subject.allocation.units", { units: unitNames(one.units, kinds, t) }) : t("subject.allocation.none");
    const share = one.demand > 0 ? [t("subject.allocation.covered", { percent: formatNumber((100 * one.covered) / one.demand, 0, t.lang) })] : [];
    return [units, ...share, ...(one.chosen === null ? [] : [t("subject.allocation.chosen", { percent: formatNumber(100 * one.chosen, 0, t.lang) })])];
  };
  return {
    title: t("subject.allocation"),
    subtitle: t("subject.allocation.subtitle", { unit: t.pair(answer.unit) }),
    unit: t("subject.allocation.unit"),
    colours,
    looks,
    classes: [2, 1, 0].map((cls) => ({ colour: colours[cls] ?? "", bounds: t(`subject.allocation.${(["uncovered", "covered.by", "stand"] as const)[cls] ?? "stand"}`), count: count(cls) })),
    signs: [
      ...sign("wide", t("subject.allocation.loose"), answer.areas.filter(loose).length),
      ...sign("converted", t("subject.allocation.nearly"), answer.areas.filter(nearly).length),
      ...sign("missing", t("subject.allocation.missing"), answer.missing.length),
    ],
    note: t("subject.allocation.note"),
    attribution: answer.attribution,
    lines,
  };
}

const HALF = 0.5;

/** Areas by how much of them lies inside; neighbours that could help with a dashed outline. */
function incidentSubject(answer: IncidentAnswer, t: Translator): Subject {
  const cls = (one: TouchedArea): number => (one.whole ? 2 : one.shareOfArea >= HALF ? 1 : 0);
  const looks = new Map<string, AreaLook>(answer.areas.map((one) => [one.code, { ...PLAIN, cls: cls(one) }]));
  const helpers = helpersOf(answer);
  for (const one of helpers) looks.set(one.code, { ...PLAIN, converted: true });
  const touched = new Map(answer.areas.map((one) => [one.code, one]));
  const helping = new Map(helpers.map((one) => [one.code, one]));
  const percent = (share: number): string => formatNumber(100 * share, shareDecimals(100 * share), t.lang);
  const lines = (code: string): string[] => {
    const one = touched.get(code);
    const near = helping.get(code);
    if (near) return [t("subject.incident.near", { km: formatNumber(near.distanceKm, 0, t.lang) })];
    if (!one) return [t("subject.incident.untouched")];
    const share = one.whole ? t("subject.incident.whole") : t("subject.incident.share", { percent: percent(one.shareOfArea) });
    const people = one.people ? t("subject.incident.people", aboutRange(one.people, t)) : t("subject.incident.people.unknown");
    return [share, people];
  };
  const colours = [0.15, 0.5, 0.85].map((at) => colourAt("ylgnbu", at));
  return {
    title: t("subject.incident"),
    subtitle: t("subject.incident.subtitle", { km2: formatNumber(answer.area.km2, answer.area.km2 < 10 ? 1 : 0, t.lang) }),
    unit: t("subject.incident.unit"),
    colours,
    looks,
    classes: [2, 1, 0].map((index) => ({ colour: colours[index] ?? "", bounds: t(`subject.incident.class.${(["part", "half", "whole"] as const)[index] ?? "part"}`), count: answer.areas.filter((one) => cls(one) === index).length })),
    signs: sign("converted", t("subject.incident.helping"), helpers.length),
    note: t("subject.incident.note"),
    found: answer.facilities.filter((one) => one.count > 0).map((one) => one.layer),
    attribution: answer.attribution,
    lines,
  };
}
