import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";

/** Stands where a number cannot be computed. */
export const NO_NUMBER = "–";

export const number = (t: AdminTranslator, value: number | null, decimals: number): string =>
  value === null ? NO_NUMBER : formatNumber(value, decimals, t.lang);

interface Props {
  readonly caption: string;
  readonly head: readonly string[];
  /** Cells as they show; the first of a row names it, the others are numbers. */
  readonly rows: readonly (readonly string[])[];
  /** Columns of words instead of numbers, counted from 0. */
  readonly words?: readonly number[];
}

/** A table whose first column names the rows. Wide ones scroll by themselves, also with the keyboard. */
export function DataTable({ caption, head, rows, words = [] }: Props) {
  const kind = (column: number): string => (column === 0 || words.includes(column) ? "" : "number");
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>{head.map((text, i) => <th key={i} scope="col" class={kind(i)}>{text}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j} class={kind(j)}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
