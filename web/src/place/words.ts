import type { Lang } from "../api/types.js";
import de from "../texts/place-de.json";
import en from "../texts/place-en.json";
import { translatorOf, type TranslatorOf } from "../texts/translator.js";

export type PlaceKey = keyof typeof de;

/** Looks up the words of the view of one place, which are read with it. */
export type PlaceWords = TranslatorOf<PlaceKey>;

const WORDS: Readonly<Record<Lang, PlaceWords>> = { de: translatorOf<PlaceKey>(de, "de"), en: translatorOf<PlaceKey>(en, "en") };

export const placeWords = (lang: Lang): PlaceWords => WORDS[lang];
