import type { Lang } from "../api/types.js";
import de from "./admin-de.json";
import en from "./admin-en.json";
import { translatorOf, type TranslatorOf } from "./translator.js";

export type AdminTextKey = keyof typeof de;

const TEXTS: Readonly<Record<Lang, Readonly<Record<AdminTextKey, string>>>> = { de, en };

/** Looks up the words of the page of the administration in one language. */
export type AdminTranslator = TranslatorOf<AdminTextKey>;

export const adminTranslator = (lang: Lang): AdminTranslator => translatorOf<AdminTextKey>(TEXTS[lang], lang);
