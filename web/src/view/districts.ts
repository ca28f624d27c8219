import type { AreaEntry, Lang, NamedArea } from "../api/types.js";

/** Districts of the areas on the map, by name. */
export function districtsOf(areas: readonly AreaEntry[] | null, lang: Lang): readonly NamedArea[] {
  const found = new Map(areas?.flatMap(({ district }) => (district ? [[district.code, district] as const] : [])));
  const words = new Intl.Collator(lang);
  return [...found.values()].sort((a, b) => words.compare(a.name, b.name));
}
