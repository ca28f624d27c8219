import type { Lang, TextPair } from "../api/types.js";
import { LOCALES } from "../format/numbers.js";

export type Parameters = Readonly<Record<string, string | number>>;

/** Keys that come in the forms `….one` and `….other`. */
type PluralKey<Key extends string> = { [K in Key]: K extends `${infer Base}.one` ? Base : never }[Key];

/** Looks up the words of one language. */
export interface TranslatorOf<Key extends string> {
  (key: Key, parameters?: Parameters): string;
  readonly lang: Lang;
  /** Chooses the form that fits the count, and fills in `{n}`. */
  plural(key: PluralKey<Key>, count: number, parameters?: Parameters): string;
  /** The words of this language in an answer of the server. */
  pair(pair: TextPair): string;
}

/** A translator over one file of texts. */
export function translatorOf<Key extends string>(texts: Readonly<Record<Key, string>>, lang: Lang): TranslatorOf<Key> {
  const rules = new Intl.PluralRules(LOCALES[lang]);
  const numbers = new Intl.NumberFormat(LOCALES[lang]);
  const t = (key: Key, parameters: Parameters = {}): string => fill(texts[key], parameters);
  const plural = (key: PluralKey<Key>, count: number, parameters: Parameters = {}): string => {
    const form = rules.select(count) === "one" ? "one" : "other";
    return fill(texts[`${key}.${form}` as Key], { n: numbers.format(count), ...parameters });
  };
  return Object.assign(t, { lang, plural, pair: (pair: TextPair) => pair[lang] });
}

function fill(text: string, parameters: Parameters): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}
