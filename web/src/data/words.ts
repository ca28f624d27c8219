import type { Lang } from "../api/types.js";
import de from "../texts/data-de.json";
import en from "../texts/data-en.json";
import { translatorOf, type TranslatorOf } from "../texts/translator.js";

export type DataKey = keyof typeof de;

/** Looks up the words of the view of data and methods, which are read with it. */
export type DataWords = TranslatorOf<DataKey>;

const WORDS: Readonly<Record<Lang, DataWords>> = { de: translatorOf<DataKey>(de, "de"), en: translatorOf<DataKey>(en, "en") };

export const dataWords = (lang: Lang): DataWords => WORDS[lang];
