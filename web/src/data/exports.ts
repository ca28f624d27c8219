import type { Catalog, Indicator, Lang } from "../api/types.js";
import { possible } from "../state/criteria.js";
import type { ExportChoice, ExportFormat } from "../state/data.js";
import type { ViewState } from "../state/view-state.js";

/** A choice in which nothing is left open. */
export interface WholeChoice extends ExportChoice {
  readonly level: string;
  readonly edition: string;
  readonly indicators: readonly string[];
}

const TABLES: readonly ExportFormat[] = ["csv", "csv-long", "codebook"];

/** Formats with the areas' shapes, which need a coordinate system. */
export const hasShapes = (format: ExportFormat): boolean => !TABLES.includes(format);

/** Only tables with numbers have a dialect. */
export const hasDialect = (format: ExportFormat): boolean => format === "csv" || format === "csv-long" || format === "codebook";

/** A codebook speaks of all that there is. */
export const hasChoice = (format: ExportFormat): boolean => format !== "codebook";

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
  return { ...exported, level, edition, indicators };
}

/** Periods that the chosen indicators have, from old to new. */
export function periodsOf(indicators: readonly string[], catalog: Catalog): readonly string[] {
  return [...new Set(catalog.indicators.filter((one) => indicators.includes(one.id)).flatMap((one) => one.periods))].sort();
}

/** Indicators that were asked for by name and that the catalogue no longer has. */
export const goneOf = ({ indicators }: ExportChoice, catalog: Catalog): readonly string[] => (indicators ?? []).filter((id) => !catalog.indicators.some((one) => one.id === id));

/** Whether there is anything to put into a file. */
export const isWhole = ({ format, indicators, periods }: WholeChoice): boolean => !hasChoice(format) || (indicators.length > 0 && periods.length > 0);

/** Address of the file on this server. */
export function exportPath(choice: WholeChoice, lang: Lang): string {
  const { format, level, edition, indicators, periods, area, system, excel, bare } = choice;
  const parts: [string, string][] = [["format", format]];
  if (hasChoice(format)) {
    parts.push(["level", level], ["edition", edition], ["indicators", indicators.join(",")], ["periods", typeof periods === "string" ? periods : periods.join(",")]);
    if (area !== null) parts.push(["area", area]);
  }
  if (hasShapes(format) && system !== null) parts.push(["crs", `EPSG:${system}`]);
  if (hasDialect(format) && excel) parts.push(["dialect", "excel-de"]);
  parts.push(["form", bare ? "file" : "package"], ["lang", lang]);
  return `/api/exports?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`).join("&")}`;
}

/** The same for a command line; the server names the file. */
export const curlCommand = (address: string): string => `curl --fail --remote-name --remote-header-name '${address}'`;
