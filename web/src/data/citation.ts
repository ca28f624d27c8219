import type { Dataset, Indicator } from "../api/types.js";
import { formatDate, formatPeriod } from "../format/dates.js";
import type { Translator } from "../texts/texts.js";
import { dataWords } from "./words.js";

/** What a citation names besides indicator and data set. */
export interface CitedFrom {
  readonly title: string;
  readonly version: string;
  readonly revision: number;
  readonly address: string;
  /** Day on which it was read, as YYYY-MM-DD. */
  readonly on: string;
}

/** How to cite the values of an indicator: who, when, what, where from, under which licence, in which revision. */
export function citation(indicator: Indicator, dataset: Dataset | undefined, from: CitedFrom, t: Translator): string {
  const d = dataWords(t.lang);
  const periods = periodSpan(indicator.periods, t);
  const parts = [
    d("cite.head", { publisher: dataset?.publisher ?? from.title, year: dataset?.vintage.slice(0, 4) ?? "" , name: t.pair(indicator.name), periods }),
    indicator.result ? d(`cite.${indicator.result.kind}`) : "",
    dataset ? d("cite.dataset", { title: t.pair(dataset.title), vintage: formatDate(dataset.vintage, t.lang), licence: dataset.licence.title, attribution: dataset.attribution }) : "",
    d("cite.from", { title: from.title, version: from.version, n: from.revision, address: from.address, date: formatDate(from.on, t.lang) }),
    indicator.example ? d("cite.example") : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** The first and the last period, or the only one. */
export function periodSpan(periods: readonly string[], t: Translator): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return "–";
  return first === last ? formatPeriod(first, t.lang) : `${formatPeriod(first, t.lang)}–${formatPeriod(last, t.lang)}`;
}
