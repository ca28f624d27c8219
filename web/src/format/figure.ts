import type { Figure, Unit } from "../api/types.js";
import type { Translator } from "../texts/texts.js";
import { formatPeriod } from "./dates.js";
import { decimalsWithin, formatNumber, withUnit } from "./numbers.js";
import { hasValue, lookOf, markOf, statusText, type Look } from "./status.js";

export interface Measure {
  readonly unit: Unit;
  readonly decimals: number;
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
  /** "55 % bis 69 %", or how the value was counted. Empty without a value. */
  readonly certainty: string;
  readonly counted: "interval" | "fullCount" | "noInterval";
  readonly status: string;
  /** All of it as one sentence, for spoken and copied text. */
  readonly sentence: string;
}

export function describeFigure(figure: Figure, measure: Measure, period: string, t: Translator): FigureText {
  const look = lookOf(figure.status);
  const status = statusText(figure.status, t);
  if (figure.value === null || !hasValue(look)) {
    const value = t(look === "withheld" ? "figure.withheld" : "figure.missing");
    const sentence = t("figure.sentence.missing", { value, status, year: formatPeriod(period, t.lang) });
    return { look: look === "withheld" ? "withheld" : "missing", value, number: value, unit: "", mark: "", certainty: "", counted: "noInterval", status, sentence };
  }
  const bracketed = (text: string): string => (look === "limited" ? `(${text})` : text);
  const value = bracketed(shortFigure(figure, measure, t));
  const number = bracketed(bareNumber(figure, measure, t));
  const counted = countedAs(figure, look);
  const certainty = counted === "interval" ? intervalOf(figure, measure, t) : t(`figure.${counted}`);
  const mark = look === "limited" ? "" : markOf(figure.status);
  const parts = { value: [mark, value].filter(Boolean).join(" "), certainty, status, year: formatPeriod(period, t.lang) };
  return { look, value, number, unit: t.pair(measure.unit.symbol), mark, certainty, counted, status, sentence: t("figure.sentence", parts) };
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

function countedAs({ lower, upper }: Figure, look: Look): FigureText["counted"] {
  if (lower != null && upper != null) return "interval";
  return look === "modelled" || look === "converted" || look === "limited" ? "noInterval" : "fullCount";
}

function intervalOf({ lower, upper }: Figure, measure: Measure, t: Translator): string {
  const decimals = decimalsWithin(measure.decimals, lower, upper);
  return t("figure.interval", { lower: formatNumber(lower ?? 0, decimals, t.lang), upper: formatNumber(upper ?? 0, decimals, t.lang) });
}
