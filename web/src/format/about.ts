import type { Translator } from "../texts/texts.js";
import { formatNumber } from "./numbers.js";

/** Estimates of heads carry two digits, or tens where they are few: nobody counted them. */
export function aboutNumber(value: number, t: Pick<Translator, "lang">): string {
  const digits = value >= 1000 ? Math.floor(Math.log10(value)) - 1 : value >= 20 ? 1 : 0;
  return formatNumber(value, -digits, t.lang);
}
