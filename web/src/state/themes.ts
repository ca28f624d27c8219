import type { Theme } from "../api/types.js";

/** What this page is for comes first; the other themes keep the order of the catalogue. */
const FIRST = ["safety", "cohesion", "support", "disadvantage"];

export function themesInOrder(themes: readonly Theme[]): Theme[] {
  const place = ({ id }: Theme): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return [...themes].sort((a, b) => place(a) - place(b));
}
