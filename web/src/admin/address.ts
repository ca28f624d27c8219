import type { Lang } from "../api/types.js";

/** The parts of the page, in the order of its tabs. */
export const SECTIONS = ["survey", "waves", "packages", "computations", "revisions", "releases", "weights", "measures", "contacts", "jobs"] as const;
export type Section = (typeof SECTIONS)[number];

export interface Place {
  readonly lang: Lang;
  readonly section: Section;
}

/** What the address says; what it does not say, or says wrongly, is the usual. Nothing secret ever stands in it. */
export function placeOf(query: string): Place {
  const parameters = new URLSearchParams(query);
  const section = SECTIONS.find((one) => one === parameters.get("view")) ?? "survey";
  return { lang: parameters.get("lang") === "en" ? "en" : "de", section };
}

export const addressOf = ({ lang, section }: Place): string => `?${new URLSearchParams({ view: section, lang }).toString()}`;
