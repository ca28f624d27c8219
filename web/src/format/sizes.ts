import type { Lang } from "../api/types.js";
import { formatNumber } from "./numbers.js";

const SIZE = /^(\d+)-(\d*)$/;

/** A class of size as its words need it: which form, and its bounds. */
export interface SizeWords {
  readonly form: "below" | "between" | "from";
  readonly bounds: { readonly low: string; readonly high: string };
}

/** "5000-19999" → between 5.000 and 19.999; undefined for what is no class of size. */
export function sizeWords(size: string, lang: Lang): SizeWords | undefined {
  const [, low, high] = SIZE.exec(size) ?? [];
  if (low === undefined || high === undefined) return undefined;
  const number = (value: number): string => formatNumber(value, 0, lang);
  const form = high === "" ? "from" : low === "0" ? "below" : "between";
  return { form, bounds: { low: number(Number(low)), high: number(Number(high) + (form === "below" ? 1 : 0)) } };
}
