import type { Lang } from "../api/types.js";
import de from "../texts/social-de.json";
import en from "../texts/social-en.json";
import { translatorOf, type TranslatorOf } from "../texts/translator.js";

export type SocialKey = keyof typeof de;

/** Looks up the words of the view of the social space, which are read with it. */
export type SocialWords = TranslatorOf<SocialKey>;

const WORDS: Readonly<Record<Lang, SocialWords>> = { de: translatorOf<SocialKey>(de, "de"), en: translatorOf<SocialKey>(en, "en") };

export const socialWords = (lang: Lang): SocialWords => WORDS[lang];
