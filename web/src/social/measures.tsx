import type { Measure } from "../api/social-types.js";
import { STEPS } from "../api/social-types.js";
import { formatDate } from "../format/dates.js";
import type { Props } from "../view/props.js";
import { socialWords } from "./words.js";

interface MeasuresProps extends Props {
  readonly measures: readonly Measure[];
  readonly csv: string;
}

/** What an office does here: on a time line, then step by step. */
export function Measures({ model, t, measures, csv }: MeasuresProps) {
  const p = socialWords(t.lang);
  const name = (id: string): string => {
    const indicator = model.catalog.indicators.find((one) => one.id === id);
    return indicator ? t.pair(indicator.name) : id;
  };
  if (measures.length === 0) return <p class="note">{p("measures.none")}</p>;
  return (
    <>
      <TimeLine t={t} measures={measures} />
      {measures.map((one) => (
        <details key={one.id} class="card-part measure" data-paper>
          <summary>{one.title}</summary>
          <p class="note">
            {[one.areaName ?? one.area, period(one, t), one.office].join(" · ")}
          </p>
          <dl class="measure-steps">
            {STEPS.map((step) => (
              <div key={step}>
                <dt>{p(`step.${step}`)}</dt>
                <dd>{one[step]}</dd>
              </div>
            ))}
          </dl>
          {one.indicators.length > 0 && <p class="note">{p("measures.indicators", { names: one.indicators.map(name).join(", ") })}</p>}
        </details>
      ))}
      <p class="as-table">
        <a href={csv}>{p("measures.csv")}</a>
      </p>
    </>
  );
}

/** "seit 1. Mai 2023", "1. Mai 2023 bis 30. April 2024". */
function period({ from, to }: Measure, t: Props["t"]): string {
  const p = socialWords(t.lang);
  const first = formatDate(from, t.lang);
  return to === null ? p("measures.since", { from: first }) : p("measures.period", { from: first, to: formatDate(to, t.lang) });
}

const WIDTH = 330;
const ROW = 26;
const FOOT = 20;
/** Width of a letter, about. */
const LETTER = 5.6;
const MOST_TICKS = 6;

const yearOf = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
};

/** The years that a time line spans, and those that are named. */
export function years(measures: readonly Pick<Measure, "from" | "to">[]): { readonly first: number; readonly last: number; readonly ticks: readonly number[] } {
  const ends = measures.flatMap(({ from, to }) => [yearOf(from), to === null ? yearOf(from) + 1 : yearOf(to)]);
  const first = Math.floor(Math.min(...ends));
  const last = Math.max(first + 1, Math.ceil(Math.max(...ends)));
  const step = Math.ceil((last - first) / MOST_TICKS);
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return { first, last, ticks };
}

/** One line for each measure over the years; without an end it fades out. The list below says the same in words. */
function TimeLine({ t, measures }: { readonly t: Props["t"]; readonly measures: readonly Measure[] }) {
  const p = socialWords(t.lang);
  const { first, last, ticks } = years(measures);
  const at = (year: number): number => 4 + ((year - first) / (last - first)) * (WIDTH - 30);
  const height = measures.length * ROW + FOOT;
  return (
    <svg class="time-line" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={p("measures.timeLine", { n: measures.length })}>
      {ticks.map((year) => (
        <g key={year}>
          <line class="time-tick" x1={at(year)} x2={at(year)} y1="0" y2={height - FOOT} />
          <text class="time-year" x={at(year)} y={height - 5} text-anchor={year === first ? "start" : "middle"}>
            {year}
          </text>
        </g>
      ))}
      {measures.map((one, i) => {
        const y = i * ROW + 20;
        const from = at(yearOf(one.from));
        const to = one.to === null ? at(last) : Math.max(from + 3, at(yearOf(one.to)));
        return (
          <g key={one.id}>
            <text class="time-name" x={Math.max(2, Math.min(from, WIDTH - 4 - LETTER * short(one.title).length))} y={y - 6}>
              {short(one.title)}
            </text>
            <line class={one.to === null ? "time-bar time-open" : "time-bar"} x1={from} x2={to} y1={y} y2={y} />
            <circle class="dot-mark" cx={from} cy={y} r="3.5" />
          </g>
        );
      })}
    </svg>
  );
}

const LONGEST = 38;
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
