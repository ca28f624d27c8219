import { STEPS, type Measure } from "../api/social-types.js";

/** What is being entered of a measure, as texts. */
export const LINES = ["title", "area", "office"] as const;
const KEYS = [...LINES, "from", "to", ...STEPS, "indicators", "lon", "lat"] as const;
export type DraftKey = (typeof KEYS)[number];
export type Draft = Readonly<Record<DraftKey, string>>;

export const EMPTY: Draft = Object.fromEntries(KEYS.map((key) => [key, ""])) as unknown as Draft;

export const NEEDED: readonly DraftKey[] = [...LINES, "from", ...STEPS];

export function draftOf(measure: Measure): Draft {
  const number = (value: number | null): string => (value === null ? "" : String(value));
  const { title, area, office, from, to, problem, cause, goal, evaluation } = measure;
  return { title, area, office, from, to: to ?? "", problem, cause, goal, measure: measure.measure, evaluation, indicators: measure.indicators.join(", "), lon: number(measure.lon), lat: number(measure.lat) };
}

/** A decimal comma is as good as a point. */
const numberOf = (text: string): number | null => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));

/** Ids of the fields that cannot be sent as they are, and why; what else does not fit, the server says. */
export function wrongOf(draft: Draft): Readonly<Record<string, "needed" | "number">> {
  const wrong: Record<string, "needed" | "number"> = {};
  for (const key of NEEDED) if (draft[key].trim() === "") wrong[`measure-${key}`] = "needed";
  for (const key of ["lon", "lat"] as const) if (Number.isNaN(numberOf(draft[key]))) wrong[`measure-${key}`] = "number";
  return wrong;
}

/** What the server is sent. */
export function bodyOf(draft: Draft): unknown {
  return {
    ...Object.fromEntries([...LINES, "from" as const, ...STEPS].map((key) => [key, draft[key].trim()])),
    to: draft.to.trim() === "" ? null : draft.to.trim(),
    indicators: draft.indicators.split(/[\s,;]+/).filter(Boolean),
    lon: numberOf(draft.lon),
    lat: numberOf(draft.lat),
  };
}

const LONGEST = 40;

/** An id that can be read, and that no other measure has. */
export function newId(title: string): string {
  const plain = title.toLowerCase().replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
  const slug = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, LONGEST).replace(/-$/, "");
  const random = [...crypto.getRandomValues(new Uint8Array(4))].map((one) => one.toString(16).padStart(2, "0")).join("");
  return `${slug === "" ? "m" : slug}-${random}`;
}
