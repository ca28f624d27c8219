import { at } from "../api/root.js";
import type { Catalog, Indicator, Lang } from "../api/types.js";
import { possible } from "../state/criteria.js";
import { EXPORT_SYSTEMS, type ExportChoice, type ExportFormat, type ExportSystem } from "../state/data.js";
import type { ViewState } from "../state/view-state.js";

/** A choice in which nothing is left open. */
export interface WholeChoice extends ExportChoice {
  readonly level: string;
  readonly edition: string;
  readonly indicators: readonly string[];
}

const TABLES: readonly ExportFormat[] = ["csv", "csv-long", "codebook"];
/** Their standard, RFC 7946, knows degrees alone. */
const DEGREES: readonly ExportFormat[] = ["geojson", "geojsonseq"];

/** Tables have a dialect, and no shapes. */
export const hasDialect = (format: ExportFormat): boolean => TABLES.includes(format);

/** The coordinate systems besides degrees that a format takes. */
export const systemsOf = (format: ExportFormat): readonly ExportSystem[] => (TABLES.includes(format) || DEGREES.includes(format) ? [] : EXPORT_SYSTEMS);

/** Whether the areas of a level lie in districts. */
export function liesInDistricts(level: string, catalog: Catalog): boolean {
  const rank = (id: string): number | undefined => catalog.levels.find((one) => one.id === id && !one.group)?.rank;
  const [own, district] = [rank(level), rank("district")];
  return own !== undefined && district !== undefined && own > district;
}

/** Indicators with values where the choice looks for them. */
export const offered = (choice: Pick<WholeChoice, "level" | "edition">, catalog: Catalog): readonly Indicator[] => possible(choice, catalog);

/** What the page suggests for the rest of a choice: level, edition and indicator as they are on the map. */
export function completed(state: Pick<ViewState, "exported" | "level" | "edition" | "indicator">, catalog: Catalog): WholeChoice {
  const { exported } = state;
  const edition = catalog.editions.find((one) => one.id === exported.edition)?.id ?? state.edition;
  const levels = catalog.editions.find((one) => one.id === edition)?.levels.map((one) => one.level) ?? [];
  const level = exported.level !== null && levels.includes(exported.level) ? exported.level : levels.includes(state.level) ? state.level : (levels[0] ?? state.level);
  const ids = offered({ level, edition }, catalog).map((one) => one.id);
  const indicators = (exported.indicators ?? [state.indicator]).filter((one) => ids.includes(one));
  const area = liesInDistricts(level, catalog) ? exported.area : null;
  const system = systemsOf(exported.format).find((one) => one === exported.system) ?? null;
  return { ...exported, level, edition, indicators, area, system, excel: exported.excel && hasDialect(exported.format) };
}

/** What of a choice there is: of certain periods those that an indicator has, and of the indicators those with one of them. */
export function fitting(choice: WholeChoice, catalog: Catalog): WholeChoice {
  if (typeof choice.periods === "string") return choice;
  const named = new Set(choice.periods);
  const indicators = choice.indicators.filter((id) => periodsOf([id], catalog).some((one) => named.has(one)));
  const there = new Set(periodsOf(indicators, catalog));
  return { ...choice, indicators, periods: choice.periods.filter((one) => there.has(one)) };
}

/** Periods that the chosen indicators have, from old to new. */
export function periodsOf(indicators: readonly string[], catalog: Catalog): readonly string[] {
  return [...new Set(catalog.indicators.filter((one) => indicators.includes(one.id)).flatMap((one) => one.periods))].sort();
}

/** Indicators that were asked for by name and that the catalogue no longer has. */
export const goneOf = ({ indicators }: ExportChoice, catalog: Catalog): readonly string[] => (indicators ?? []).filter((id) => !catalog.indicators.some((one) => one.id === id));

/** Whether there is anything to put into a file. */
export const isWhole = ({ indicators, periods }: WholeChoice): boolean => indicators.length > 0 && periods.length > 0;

/** Address of the file on this server. */
export function exportPath(choice: WholeChoice, lang: Lang): string {
  const { format, level, edition, indicators, periods, area, system, excel, bare } = choice;
  const parts: [string, string][] = [
    ["format", format],
    ["level", level],
    ["edition", edition],
    ["indicators", indicators.join(",")],
    ["periods", typeof periods === "string" ? periods : periods.join(",")],
  ];
  if (area !== null) parts.push(["area", area]);
  if (system !== null) parts.push(["crs", `EPSG:${system}`]);
  if (excel) parts.push(["dialect", "excel-de"]);
  parts.push(["form", bare ? "file" : "package"], ["lang", lang]);
  return at(`/api/exports?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`).join("&")}`);
}

/** The same for a command line; the server names the file. */
export const curlCommand = (address: string): string => `curl --fail --remote-name --remote-header-name '${address}'`;
