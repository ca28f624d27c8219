import type { Range95 } from "../api/planning-types.js";
import type { Unit } from "../api/types.js";
import type { Translator } from "../texts/texts.js";
import { decimalsWithin, formatNumber, withUnit } from "./numbers.js";

interface Scale {
  readonly unit: Unit;
  readonly decimals: number;
}

/** "62 % (55–69)": a value never stands without its interval where one is known. */
export function rangeText(range: Range95, { unit, decimals }: Scale, t: Translator): string {
  const digits = decimalsWithin(decimals, range.lower, range.upper);
  return [withUnit(formatNumber(range.value, digits, t.lang), t.pair(unit.symbol), t.lang), interval(range, digits, t, formatNumber)].filter(Boolean).join(" ");
}

/** "+1,9 Prozentpunkte (−0,4 bis +4,1)". */
export function changeText(range: Range95, { unit, decimals }: Scale, t: Translator): string {
  const digits = changeDecimals(range, decimals);
  const value = signed(range.value, digits, t.lang);
  const named = unit.id === "percent" ? t("unit.points", { n: value }) : withUnit(value, t.pair(unit.symbol), t.lang);
  return [named, interval(range, digits, t, signed)].filter(Boolean).join(" ");
}

/** Changes are small beside levels: only from half a width of five on they lose their decimals. */
function changeDecimals({ lower, upper }: Range95, decimals: number): number {
  return decimalsWithin(decimals + 1, lower === null ? null : lower / WIDER, upper === null ? null : upper / WIDER);
}

const WIDER = 5;

function interval({ lower, upper }: Range95, digits: number, t: Translator, number: (value: number, digits: number, lang: Translator["lang"]) => string): string {
  if (lower === null || upper === null) return "";
  const key = number === signed || lower < 0 ? "figure.interval.signed" : "figure.interval";
  return t(key, { lower: number(lower, digits, t.lang), upper: number(upper, digits, t.lang) });
}

/** With a plus before what is more; what rounds to nothing has no sign. */
export function signed(value: number, digits: number, lang: Translator["lang"]): string {
  const text = formatNumber(value, digits, lang);
  const nothing = Number(value.toFixed(Math.max(0, Math.min(6, digits)))) === 0;
  return value > 0 && !nothing ? `+${text}` : text;
}
