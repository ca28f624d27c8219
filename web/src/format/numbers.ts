import type { Lang } from "../api/types.js";

export const LOCALES: Readonly<Record<Lang, string>> = { de: "de-DE", en: "en-GB" };
const NARROW_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";

const formats = new Map<string, Intl.NumberFormat>();

function format(lang: Lang, decimals: number): Intl.NumberFormat {
  const key = `${lang}${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[lang], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    // German would leave 1234 without a point; a column of numbers reads better with it.
    useGrouping: true,
  });
  formats.set(key, made);
  return made;
}

/** 1234.5 → "1.234,5" (de) or "1,234.5" (en), with a true minus sign. */
export function formatNumber(value: number, decimals: number, lang: Lang): string {
  const digits = Math.max(0, Math.min(6, decimals));
  const rounded = decimals < 0 ? Math.round(value / 10 ** -decimals) * 10 ** -decimals : value;
  // Adding zero: a rounded -0.04 must not read as "-0".
  const text = format(lang, digits).format(Number(rounded.toFixed(digits)) + 0);
  return text.replace("-", "\u2212");
}

/**
 * A bound of a class at the digits of the values, cut downwards: every value lies in the class that the words name. A
 * bound of 12.36 that read as 12.4 would claim a value of 12.4 for the class below it.
 */
export function cut(value: number, decimals: number): number {
  const step = 10 ** Math.max(0, decimals);
  const near = Math.round(value * step);
  // A quotient of whole numbers is the very number that a value with these digits is read as: no tolerance is needed.
  return (near / step <= value ? near : near - 1) / step + 0;
}

/**
 * Digits that an interval leaves meaningful: half a width of 5 carries no decimals, one of 0.5 carries one,
 * one of 800 carries tens (a negative count). Never more than the indicator states.
 */
export function decimalsWithin(decimals: number, lower: number | null | undefined, upper: number | null | undefined): number {
  if (lower == null || upper == null || !(upper > lower)) return decimals;
  const half = (upper - lower) / 2;
  const carried = half >= 100 ? -Math.floor(Math.log10(half)) + 1 : Math.max(0, Math.ceil(-Math.log10(half) - 1e-9));
  return Math.min(decimals, carried);
}

/** "12,3 %" in German, "12.3%" in English; other units follow after a space that does not break. */
export function withUnit(number: string, symbol: string, lang: Lang): string {
  if (symbol === "") return number;
  if (symbol.startsWith("%")) return lang === "en" ? number + symbol : number + NARROW_SPACE + symbol;
  return number + NO_BREAK_SPACE + symbol;
}

/** "229 kB"; small files in bytes, as none is of 0 kB. */
export function formatBytes(bytes: number, lang: Lang): string {
  const [value, symbol] = bytes < 1000 ? [bytes, lang === "de" ? "Byte" : "bytes"] : [bytes / 1000, "kB"];
  return withUnit(formatNumber(value, 0, lang), symbol, lang);
}

/** "in Personen", but "je 1.000 Einwohner" without a preposition of its own. */
export function hasPreposition(symbol: string): boolean {
  return /^(je|pro|per)\b/.test(symbol);
}

/** Digits that a share carries, so that a small part of a large whole does not read as nothing. */
export function shareDecimals(percent: number): number {
  if (percent >= 10) return 0;
  return percent >= 1 ? 1 : 2;
}

/** A number that a person typed in the notation of their language; undefined if it is none. */
export function parseNumber(text: string, lang: Lang): number | undefined {
  const plain = text.trim().replace("\u2212", "-");
  const shape = lang === "de" ? /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/ : /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
  if (!shape.test(plain)) return undefined;
  return Number(lang === "de" ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", ""));
}
