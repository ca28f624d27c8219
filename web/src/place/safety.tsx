import type { VNode } from "preact";
import type { Portrait, Safety, SafetySide } from "../api/place-types.js";
import { formatPeriod } from "../format/dates.js";
import { describeFigure } from "../format/figure.js";
import { formatNumber } from "../format/numbers.js";
import { letterOf } from "../format/status.js";
import type { Translator } from "../texts/texts.js";
import type { Props } from "../view/props.js";
import { placeWords } from "./words.js";

type SafetyProps = Props & { readonly portrait: Portrait };

/** Kinds of notes that belong beside the two figures. */
const NOTES = ["safety-gap", "recorded-crime"];

/** Felt safety beside recorded crime: two bars, then the difference, and what it cannot mean. */
export function SafetyPart({ model, t, portrait }: SafetyProps) {
  const p = placeWords(t.lang);
  const { safety, notes } = portrait;
  const sides = [safety.felt, safety.recorded].filter((one) => one !== null);
  return (
    <>
      <p class="place-finding">{t.pair(safety.words)}</p>
      {safety.difference !== null && <Gap t={t} safety={safety} />}
      <ul class="place-sides">
        {sides.map((one) => (
          <li key={one.id}>{sideText(one, model.catalog.indicators.find((other) => other.id === one.id)?.result?.kind ?? null, t)}</li>
        ))}
      </ul>
      {safety.difference !== null && <p class="note">{p("safety.caption", { n: safety.n })}</p>}
      {notes.filter((one) => NOTES.includes(one.kind)).map((one) => (
        <p key={one.kind} class="note">
          {t.pair(one.text)}
        </p>
      ))}
    </>
  );
}

function sideText({ name, unit, decimals, figure }: SafetySide, computed: "survey" | "model" | "index" | null, t: Translator): string {
  const text = describeFigure({ value: figure.value, lower: figure.low, upper: figure.high, status: letterOf(figure.status) }, { unit, decimals, computed }, figure.period, t);
  return `${t.pair(name)}: ${text.sentence}`;
}

interface Row {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

function Gap({ t, safety }: { readonly t: Translator; readonly safety: Safety }) {
  const p = placeWords(t.lang);
  const { felt, recorded, difference } = safety;
  if (!felt || !recorded || !difference || felt.standardised === null || recorded.standardised === null) return null;
  const rows: readonly Row[] = [
    { name: p("safety.felt", { year: formatPeriod(felt.figure.period, t.lang) }), value: felt.standardised, low: felt.standardisedLow, high: felt.standardisedHigh },
    { name: p("safety.recorded", { year: formatPeriod(recorded.figure.period, t.lang) }), value: recorded.standardised, low: null, high: null },
    { name: p("safety.difference"), ...difference },
  ];
  return (
    <table class="place-gap">
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{p("safety.what")}</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col">{p("safety.value")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((one, i) => (
          <tr key={one.name}>
            <th scope="row">{one.name}</th>
            <td aria-hidden="true">{gapBar(one, rows, i === rows.length - 1)}</td>
            <td class="number">{gapText(one, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const DIGITS = 1;

/** "+3,2 (+2,7 bis +3,8)". */
function gapText({ value, low, high }: Row, t: Translator): string {
  const signed = (one: number): string => `${one > 0.05 ? "+" : ""}${formatNumber(one, DIGITS, t.lang)}`;
  const interval = low === null || high === null || low === high ? "" : t("figure.interval.signed", { lower: signed(low), upper: signed(high) });
  return [signed(value), interval].filter(Boolean).join(" ");
}

const WIDTH = 150;
const HEIGHT = 18;

/** A bar from the mean of the peers, or for the difference a dot, with the interval as a whisker. */
export function gapBar({ value, low, high }: Row, all: readonly Row[], dot: boolean): VNode {
  const reach = Math.max(1, ...all.flatMap((one) => [one.value, one.low ?? 0, one.high ?? 0].map(Math.abs)));
  const at = (one: number): number => WIDTH / 2 + (one / reach) * (WIDTH / 2 - 6);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
      <line class="axis" x1={at(0)} x2={at(0)} y1="0" y2={HEIGHT} />
      {!dot && <rect class="gap-bar" x={Math.min(at(0), at(value))} width={Math.abs(at(value) - at(0))} y="4" height="10" />}
      {low !== null && high !== null && <line class="gap-whisker" x1={at(low)} x2={at(high)} y1="9" y2="9" />}
      {dot && <circle class="gap-dot" cx={at(value)} cy="9" r="5" />}
    </svg>
  );
}
