import type { Figure, Indicator, ResultKind, Unit, ValuesAnswer } from "../api/types.js";
import type { TextKey, Translator } from "../texts/texts.js";
import { formatPeriod } from "./dates.js";
import { decimalsWithin, formatNumber, withUnit } from "./numbers.js";
import { hasValue, heldBack, lookOf, markOf, statusText, type Look } from "./status.js";

/** What all values of an indicator have in common. */
export interface Measure {
  readonly unit: Unit;
  readonly decimals: number;
  /** How the values were computed here; null for values that were brought along. */
  readonly computed: ResultKind | null;
}

/** Something that is said of a value, with a sentence that explains it. */
export interface Fact {
  readonly text: string;
  readonly meaning: TextKey | null;
}

/** A value in words. A figure is never shown without its unit, interval or "full count", year and status. */
export interface FigureText {
  readonly look: Look;
  /** "62 %", in brackets when its precision is limited; "keine Angabe" and the like when there is no value. */
  readonly value: string;
  /** The value in two parts, so that a long unit can stand smaller. */
  readonly number: string;
  readonly unit: string;
  readonly mark: string;
  /** "(55–69)"; empty without an interval. */
  readonly interval: string;
  /** All that belongs to the value: its certainty, origin and year, respondents and status. */
  readonly facts: readonly Fact[];
  /** Where the value comes from and what holds it back, in few words: for lists that name the year elsewhere. */
  readonly status: string;
  /** "20–49 Befragte"; empty where that is not told. */
  readonly respondents: string;
  /** All of it as one sentence, for spoken and copied text. */
  readonly sentence: string;
}

export function measureOf({ unit, decimals }: Pick<ValuesAnswer | Indicator, "unit" | "decimals">, indicator: Pick<Indicator, "result"> | undefined): Measure {
  return { unit, decimals, computed: indicator?.result?.kind ?? null };
}

export function describeFigure(figure: Figure, measure: Measure, period: string, t: Translator): FigureText {
  const look = lookOf(figure.status);
  return figure.value === null || !hasValue(look) ? withoutValue(figure, measure, period, t) : withValue(figure, measure, period, t);
}

function withoutValue({ status: letter }: Figure, { computed }: Measure, period: string, t: Translator): FigureText {
  const found = lookOf(letter);
  const look = found === "withheld" || found === "imprecise" ? found : "missing";
  const value = t(look === "missing" ? "figure.missing" : "figure.withheld");
  const status = statusText(letter, t, computed);
  const origin = originFact("R", computed, period, t);
  const sentence = t("figure.sentence.missing", { value, status, year: origin.text });
  return { look, value, number: value, unit: "", mark: "", interval: "", facts: [origin, { text: status, meaning: `explained.${look}` }], status, respondents: "", sentence };
}

function withValue(figure: Figure, measure: Measure, period: string, t: Translator): FigureText {
  const { computed } = measure;
  const look = lookOf(figure.status);
  const bracketed = (text: string): string => (look === "limited" ? `(${text})` : text);
  const value = bracketed(shortFigure(figure, measure, t));
  const mark = markOf(figure.status, computed);
  const certainty = certaintyOf(figure, measure, look, t);
  const interval = hasInterval(figure) ? certainty.text : "";
  const respondents = respondentsText(figure.respondents, t);
  const holding = heldBack(look);
  const held: Fact[] = holding ? [{ text: t(holding), meaning: `explained.${look}` }] : [];
  const standing: Fact = { text: statusText(figure.status, t), meaning: `explained.${look}` };
  const facts = [
    certainty,
    originFact(figure.status, computed, period, t),
    ...(respondents ? [{ text: respondents, meaning: "explained.respondents" as const }] : []),
    ...(computed === null ? [standing] : held),
  ];
  const head = [mark, value, interval].filter(Boolean).join(" ");
  return {
    look,
    value,
    number: bracketed(bareNumber(figure, measure, t)),
    unit: t.pair(measure.unit.symbol),
    mark,
    interval,
    facts,
    status: computed !== null && holding ? `${t(`result.${computed}`)}, ${t(holding)}` : statusText(figure.status, t, computed),
    respondents,
    sentence: [head, ...(interval ? facts.slice(1) : facts).map((fact) => fact.text)].join(", "),
  };
}

/** "Befragung 2022", "Modellwert 2022"; the year alone for values that were brought along. */
function originFact(letter: string, computed: ResultKind | null, period: string, t: Translator): Fact {
  const year = formatPeriod(period, t.lang);
  if (computed === null) return { text: year, meaning: null };
  const origin = heldBack(lookOf(letter)) ? t(`result.${computed}`) : statusText(letter, t, computed);
  return { text: t("figure.origin", { origin, year }), meaning: `explained.${computed}` };
}

/** "20-49" → "20–49 Befragte"; "250+" → "250 oder mehr Befragte". */
export function respondentsText(label: string | null | undefined, t: Translator): string {
  if (label == null || label === "") return "";
  if (label.endsWith("+")) return t("figure.respondents.open", { least: label.slice(0, -1) });
  return t("figure.respondents", { range: label.replace("-", "–") });
}

/** Number and unit alone, for places that carry the rest beside it (axes, table columns, comparisons). */
export function shortFigure(figure: Figure, measure: Measure, t: Translator): string {
  if (figure.value === null) return t("figure.none");
  return withUnit(bareNumber(figure, measure, t), t.pair(measure.unit.symbol), t.lang);
}

export function bareNumber(figure: Figure, measure: Measure, t: Translator): string {
  if (figure.value === null) return t("figure.none");
  return formatNumber(figure.value, decimalsWithin(measure.decimals, figure.lower, figure.upper), t.lang);
}

export const hasInterval = ({ lower, upper }: Figure): boolean => lower != null && upper != null;

/** Only a figure that was counted can be a full count; a result of a survey never is. */
function certaintyOf(figure: Figure, measure: Measure, look: Look, t: Translator): Fact {
  if (hasInterval(figure)) return { text: intervalOf(figure, measure, t), meaning: measure.computed === null ? "explained.interval" : "explained.interval95" };
  const counted = measure.computed === null && (look === "plain" || look === "provisional") ? "fullCount" : "noInterval";
  return { text: t(`figure.${counted}`), meaning: `explained.${counted}` };
}

function intervalOf({ lower, upper }: Figure, { decimals }: Measure, t: Translator): string {
  const digits = decimalsWithin(decimals, lower, upper);
  const number = (bound: number | null | undefined): string => formatNumber(bound ?? 0, digits, t.lang);
  // Beside a minus sign a dash would be read as one.
  return t((lower ?? 0) < 0 ? "figure.interval.signed" : "figure.interval", { lower: number(lower), upper: number(upper) });
}
