import type { Lang } from "../api/types.js";
import de from "../texts/planning-de.json";
import en from "../texts/planning-en.json";
import { translatorOf, type TranslatorOf } from "../texts/translator.js";

export type PlanningKey = keyof typeof de;

/** Looks up the words of the planners' views, which are read with them. */
export type Words = TranslatorOf<PlanningKey>;

const WORDS: Readonly<Record<Lang, Words>> = { de: translatorOf<PlanningKey>(de, "de"), en: translatorOf<PlanningKey>(en, "en") };

export const words = (lang: Lang): Words => WORDS[lang];
