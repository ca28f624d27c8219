import type { Range95 } from "../api/planning-types.js";
import type { Unit } from "../api/types.js";
import { axisScale, extent, type AxisScale } from "../classes/classes.js";
import { formatNumber } from "../format/numbers.js";
import { changeText, rangeText } from "../format/range.js";
import type { Translator } from "../texts/texts.js";
import { words } from "./words.js";

export interface IntervalRow {
  readonly name: string;
  readonly before: Range95;
  readonly after: Range95;
  readonly change: Range95;
  readonly strong: boolean;
}

interface ChartProps {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly IntervalRow[];
  readonly scale: { readonly unit: Unit; readonly decimals: number };
  /** Whether anything is assumed; else there is no after. */
  readonly changed: boolean;
  readonly t: Translator;
}

const WIDTH = 150;
const HEIGHT = 26;

/** Dots and whiskers before and after on one scale: a hollow dot for before, a full one for after; the same as a table. */
export function IntervalChart({ title, note, rows, scale, changed, t }: ChartProps) {
  const p = words(t.lang);
  const bounds = rows.flatMap(({ before, after }) => [before.value, before.lower, before.upper, after.value, after.lower, after.upper]).filter((value) => value !== null);
  if (bounds.length === 0) return null;
  const [low, high] = extent(bounds);
  const axis = axisScale(low, high, false);
  return (
    <figure class="intervals">
      <figcaption>
        <span class="figure-title">{title}</span>
        <span class="note">{note}</span>
      </figcaption>
      <p class="note interval-keys">
        {changed && (
          <>
            <Key kind="before" /> {p("column.before")} <Key kind="after" /> {p("column.after")} ·{" "}
          </>
        )}
        {p("scenario.chart.axis", { low: formatNumber(low, scale.decimals, t.lang), high: formatNumber(high, scale.decimals, t.lang) })}
      </p>
      <dl aria-hidden="true">
        {rows.map((row) => (
          <div key={row.name} class={row.strong ? "interval-row interval-strong" : "interval-row"}>
            <dt>{row.name}</dt>
            <dd>
              <Whiskers row={row} axis={axis} changed={changed} />
              <span class="interval-change">{changed ? changeText(row.change, scale, t) : rangeText(row.before, scale, t)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <details class="as-table">
        <summary>{p("result.asTable")}</summary>
        <div class="scroller" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{p("column.area")}</th>
                <th scope="col">{p("column.before")}</th>
                {changed && <th scope="col">{p("column.after")}</th>}
                {changed && <th scope="col">{p("column.change")}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name}>
                  <th scope="row">{row.name}</th>
                  <td>{rangeText(row.before, scale, t)}</td>
                  {changed && <td>{rangeText(row.after, scale, t)}</td>}
                  {changed && <td>{changeText(row.change, scale, t)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Whiskers({ row, axis, changed }: { readonly row: IntervalRow; readonly axis: AxisScale; readonly changed: boolean }) {
  const place = (value: number): number => 6 + axis.position(value) * (WIDTH - 12);
  const line = ({ lower, upper }: Range95, y: number, kind: string) => (lower !== null && upper !== null ? <line class={`whisker whisker-${kind}`} x1={place(lower)} x2={place(upper)} y1={y} y2={y} /> : null);
  return (
    <svg class="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      {line(row.before, changed ? 8 : 13, "before")}
      {changed && line(row.after, 18, "after")}
      <circle class="interval-before" cx={place(row.before.value)} cy={changed ? 8 : 13} r={4} />
      {changed && <circle class="interval-after" cx={place(row.after.value)} cy={18} r={4.5} />}
    </svg>
  );
}

function Key({ kind }: { readonly kind: "before" | "after" }) {
  return (
    <svg class="interval-key" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">
      <line class={`whisker whisker-${kind}`} x1="1" x2="21" y1="6" y2="6" />
      <circle class={`interval-${kind}`} cx="11" cy="6" r="4" />
    </svg>
  );
}
