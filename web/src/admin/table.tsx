import type { ComponentChildren } from "preact";
import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";

/** Stands where a number cannot be computed. */
export const NO_NUMBER = "–";

export const number = (t: AdminTranslator, value: number | null, decimals: number): string =>
  value === null ? NO_NUMBER : formatNumber(value, decimals, t.lang);

/** A column of a table: its heading, and what stands below it. */
export interface Column<Row> {
  readonly head: string;
  /** `name` for what names its row, `action` for buttons, whose heading does not show. */
  readonly kind?: "name" | "number" | "action";
  readonly class?: string;
  readonly cell: (row: Row, index: number) => ComponentChildren;
}

interface Props<Row> {
  readonly caption: string;
  /** Class of the table. */
  readonly name?: string;
  readonly captionShows?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf?: (row: Row, index: number) => string | number;
  /** Marks a row by what it is, as by the code of an issue. */
  readonly codeOf?: (row: Row) => string;
}

/**
 * A table that scrolls by itself where it is wide, also with the keyboard. On a small screen each row is a card with its
 * headings beside the cells; the roles are named because such a layout takes them from the elements.
 */
export function RowTable<Row>({ caption, name = "", captionShows = false, columns, rows, keyOf = (_, i) => i, codeOf }: Props<Row>) {
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label={caption}>
      <table class={`cards ${name}`} role="table">
        <caption class={captionShows ? undefined : "visually-hidden"}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ head, kind }, i) => (
              <th key={i} scope="col" role="columnheader" class={kind === "number" ? "number" : undefined}>
                {kind === "action" ? <span class="visually-hidden">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, i) => (
            <tr key={keyOf(row, i)} role="row" data-code={codeOf?.(row)}>
              {columns.map((column, j) => <Cell key={j} column={column} row={row} index={i} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, index }: { readonly column: Column<Row>; readonly row: Row; readonly index: number }) {
  const { head, kind, cell } = column;
  const content = cell(row, index);
  if (kind === "name") return <th scope="row" role="rowheader" class={column.class} data-label={head}>{content}</th>;
  const classes = [kind === "number" ? "number" : "", kind === "action" ? "action" : "", column.class ?? ""].filter(Boolean).join(" ");
  return <td role="cell" class={classes || undefined} data-label={kind === "action" ? undefined : head}>{content}</td>;
}

interface DataProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** Cells as they show; the first of a row names it, the others are numbers. */
  readonly rows: readonly (readonly string[])[];
  /** Columns of words instead of numbers, counted from 0. */
  readonly words?: readonly number[];
}

/** A table of texts and numbers whose first column names the rows. */
export function DataTable({ caption, head, rows, words = [] }: DataProps) {
  const columns = head.map((text, i): Column<readonly string[]> => ({ head: text, ...(i === 0 ? { kind: "name" as const } : words.includes(i) ? {} : { kind: "number" as const }), cell: (row) => row[i] ?? "" }));
  return <RowTable caption={caption} columns={columns} rows={rows} />;
}
