/** Parts of the view "data and methods". */
export const DATA_PARTS = ["catalogue", "datasets", "download", "releases", "connect", "methods", "legal"] as const;
export type DataPart = (typeof DATA_PARTS)[number];

export const EXPORT_FORMATS = ["gpkg", "geojson", "geojsonseq", "fgb", "csv", "csv-long", "codebook"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** EPSG codes of the coordinate systems that files come in; degrees (CRS84) when none is named. */
export const EXPORT_SYSTEMS = ["25832", "25833", "3035", "3857", "4326"] as const;
export type ExportSystem = (typeof EXPORT_SYSTEMS)[number];

/** What somebody wants as a file; null where the page suggests. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly level: string | null;
  readonly edition: string | null;
  readonly indicators: readonly string[] | null;
  /** Of each indicator the newest period, all of them, or those that are named. */
  readonly periods: "newest" | "all" | readonly string[];
  /** Only areas inside this one. */
  readonly area: string | null;
  readonly system: ExportSystem | null;
  /** Semicolons and decimal commas, as German Excel reads them. */
  readonly excel: boolean;
  /** The bare file in place of the package with its documents. */
  readonly bare: boolean;
}

export const STANDARD_EXPORT: ExportChoice = { format: "gpkg", level: null, edition: null, indicators: null, periods: "newest", area: null, system: null, excel: false, bare: false };

export const MOST_EXPORTED = 200;
export const LONGEST_SEARCH = 80;

const WORD = /^[\p{L}\p{N}_.:-]{1,80}$/u;

/** Reads `gpkg~municipality~2023~a,b~newest~14521~25833~excel,bare`; undefined if a part cannot be read. */
export function parseExport(text: string): ExportChoice | undefined {
  const [format = "", level = "", edition = "", ids = "", periods = "", area = "", system = "", marks = "", ...rest] = text.split("~");
  const known = EXPORT_FORMATS.find((one) => one === format);
  const projected = system === "" ? null : EXPORT_SYSTEMS.find((one) => one === system);
  const lists = [level, edition, area].every((one) => one === "" || WORD.test(one)) && isList(ids) && isList(periods);
  const signs = marks === "" ? [] : marks.split(",");
  if (known === undefined || projected === undefined || !lists || rest.length > 0 || !signs.every((one) => one === "excel" || one === "bare")) return undefined;
  return {
    format: known,
    level: level || null,
    edition: edition || null,
    indicators: ids === "" ? null : readIds(ids),
    periods: periods === "all" ? "all" : periods === "" || periods === "newest" ? "newest" : periods.split(","),
    area: area || null,
    system: projected,
    excel: signs.includes("excel"),
    bare: signs.includes("bare"),
  };
}

/** Says that none is chosen, where saying nothing leaves the choice to the page. */
const NONE = "-";

const readIds = (text: string): readonly string[] => (text === NONE ? [] : text.split(","));

function isList(text: string): boolean {
  const parts = text.split(",");
  return text === "" || (parts.length <= MOST_EXPORTED && new Set(parts).size === parts.length && parts.every((one) => WORD.test(one)));
}

export function formatExport({ format, level, edition, indicators, periods, area, system, excel, bare }: ExportChoice): string {
  const ids = indicators === null ? "" : indicators.join(",") || NONE;
  const marks = [...(excel ? ["excel"] : []), ...(bare ? ["bare"] : [])].join(",");
  return [format, level ?? "", edition ?? "", ids, typeof periods === "string" ? periods : periods.join(","), area ?? "", system ?? "", marks].join("~");
}
