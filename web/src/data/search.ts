import type { Catalog, Indicator, Theme } from "../api/types.js";

export interface ThemeGroup {
  readonly theme: Theme;
  readonly indicators: readonly Indicator[];
}

/** Letters as people type them in a hurry: small, without dots and accents. */
export const plainText = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss").toLowerCase();

/** Indicators in which every word of the search stands somewhere, by theme, in the order of the catalogue. */
export function foundIndicators(catalog: Catalog, search: string): readonly ThemeGroup[] {
  const asked = plainText(search).split(/\s+/).filter(Boolean);
  const fits = (one: Indicator, theme: Theme): boolean => {
    const text = plainText(textOf(one, theme, catalog));
    return asked.every((word) => text.includes(word));
  };
  return themesOf(catalog)
    .map((theme) => ({ theme, indicators: catalog.indicators.filter((one) => one.theme === theme.id && fits(one, theme)) }))
    .filter((group) => group.indicators.length > 0);
}

/** The themes, and one of its own for each that the catalogue does not name. */
export function themesOf(catalog: Catalog): readonly Theme[] {
  const named = new Set(catalog.themes.map((one) => one.id));
  const unnamed = [...new Set(catalog.indicators.map((one) => one.theme))].filter((id) => !named.has(id));
  return [...catalog.themes, ...unnamed.map((id) => ({ id, name: { de: id, en: id } }))];
}

/** In both languages, so that a link with a search finds the same in either. */
function textOf(one: Indicator, theme: Theme, catalog: Catalog): string {
  const dataset = catalog.datasets.find((set) => set.id === one.dataset);
  const pairs = [one.name, one.description, theme.name, one.unit.symbol, ...(dataset ? [dataset.title] : [])];
  return [one.id, dataset?.publisher ?? "", ...pairs.flatMap(({ de, en }) => [de, en])].join(" ");
}
