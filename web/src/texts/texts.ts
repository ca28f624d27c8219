import type { Lang, TextPair } from "../api/types.js";
import { LOCALES } from "../format/numbers.js";
import de from "./de.json";
import en from "./en.json";

export type TextKey = keyof typeof de;
export type Parameters = Readonly<Record<string, string | number>>;

/** Keys that come in the forms `….one` and `….other`. */
type PluralKey = { [K in TextKey]: K extends `${infer Base}.one` ? Base : never }[TextKey];

const TEXTS: Readonly<Record<Lang, Readonly<Record<TextKey, string>>>> = { de, en };

/** Looks up the words of one language. */
export interface Translator {
  (key: TextKey, parameters?: Parameters): string;
  readonly lang: Lang;
  /** Chooses the form that fits the count, and fills in `{n}`. */
  plural(key: PluralKey, count: number, parameters?: Parameters): string;
  /** The words of this language in an answer of the server. */
  pair(pair: TextPair): string;
}

export function translator(lang: Lang): Translator {
  const texts = TEXTS[lang];
  const rules = new Intl.PluralRules(LOCALES[lang]);
  const numbers = new Intl.NumberFormat(LOCALES[lang]);
  const t = (key: TextKey, parameters: Parameters = {}): string => fill(texts[key], parameters);
  const plural = (key: PluralKey, count: number, parameters: Parameters = {}): string => {
    const form = rules.select(count) === "one" ? "one" : "other";
    return fill(texts[`${key}.${form}`], { n: numbers.format(count), ...parameters });
  };
  return Object.assign(t, { lang, plural, pair: (pair: TextPair) => pair[lang] });
}

function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}
