/** A way of writing tables as text; the same two as of the server's own files. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly decimal: string;
  /** Whether the file begins with a byte order mark, without which Excel takes it for Windows-1252. */
  readonly mark: boolean;
}

export type CsvForm = "standard" | "excel-de";

export const CSV_DIALECTS: Readonly<Record<CsvForm, CsvDialect>> = {
  standard: { delimiter: ",", decimal: ".", mark: false },
  // As Excel opens it by a double click where Windows speaks German.
  "excel-de": { delimiter: ";", decimal: ",", mark: true },
};

export type CsvCell = string | number | boolean | null;

/** A spreadsheet would compute a text that begins like this. */
const STARTS_FORMULA = /^[=+\-@\t\r]/;

function written(cell: CsvCell, { delimiter, decimal }: CsvDialect): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? plain(cell).replace(".", decimal) : "";
  const text = String(cell);
  const safe = STARTS_FORMULA.test(text) ? `'${text}` : text;
  return safe.includes(delimiter) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const DIGITS = 6;

/** Without an exponent, and without zeros at the end. */
const plain = (value: number): string => (Number.isInteger(value) ? String(value) : String(Number(value.toFixed(DIGITS)) + 0));

/** Lines after RFC 4180 with a header. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[], form: CsvForm): string {
  const dialect = CSV_DIALECTS[form];
  const lines = [header, ...rows].map((cells) => `${cells.map((cell) => written(cell, dialect)).join(dialect.delimiter)}\r\n`);
  return (dialect.mark ? "\uFEFF" : "") + lines.join("");
}
