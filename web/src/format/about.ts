import type { Translator } from "../texts/texts.js";
import { formatNumber } from "./numbers.js";

type Speech = Pick<Translator, "lang">;

/** Estimates of heads carry two digits, or tens where they are few: nobody counted them. */
export const aboutNumber = (value: number, t: Speech): string => formatNumber(value, -droppedDigits(value), t.lang);

/** About how many, and from how few to how many: bounds are rounded outwards, else they would promise more than is known. */
export function aboutRange({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }, t: Speech): { readonly n: string; readonly low: string; readonly high: string } {
  return { n: aboutNumber(value, t), low: bound(low, Math.floor, t), high: bound(high, Math.ceil, t) };
}

function bound(value: number, round: (value: number) => number, t: Speech): string {
  const step = 10 ** droppedDigits(value);
  return formatNumber(round(value / step) * step, 0, t.lang);
}

function droppedDigits(value: number): number {
  return value >= 1000 ? Math.floor(Math.log10(value)) - 1 : value >= 20 ? 1 : 0;
}
