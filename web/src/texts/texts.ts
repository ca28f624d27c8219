import type { Lang } from "../api/types.js";
import de from "./de.json";
import en from "./en.json";
import { translatorOf, type TranslatorOf } from "./translator.js";

export type TextKey = keyof typeof de;

const TEXTS: Readonly<Record<Lang, Readonly<Record<TextKey, string>>>> = { de, en };

/** Looks up the words of the dashboard in one language. */
export type Translator = TranslatorOf<TextKey>;

export const translator = (lang: Lang): Translator => translatorOf<TextKey>(TEXTS[lang], lang);
