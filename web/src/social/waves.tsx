import type { Wave, WaveComparison } from "../api/social-types.js";
import { formatPeriod } from "../format/dates.js";
import { changeText, rangeText } from "../format/range.js";
import type { Props } from "../view/props.js";
import { socialWords } from "./words.js";

const FIRST_ROWS = 6;

/** The two newest waves of surveys, result by result; what was not published is counted, never guessed. */
export function Waves({ t, waves }: { readonly t: Props["t"]; readonly waves: readonly WaveComparison[] }) {
  const p = socialWords(t.lang);
  const compared = waves.filter((one) => one.difference !== null);
  const open = waves.length - compared.length;
  const first = waves[0];
  return (
    <>
      {first && compared.length > 0 && <p class="note">{p("waves.of", { before: formatPeriod(first.before.period, t.lang), after: formatPeriod(first.after.period, t.lang) })}</p>}
      {compared.length > 0 && (
        <Table t={t} waves={compared.slice(0, FIRST_ROWS)} />
      )}
      {compared.length > FIRST_ROWS && (
        <details class="card-part">
          <summary>{p("waves.more", { n: compared.length - FIRST_ROWS })}</summary>
          <Table t={t} waves={compared.slice(FIRST_ROWS)} />
        </details>
      )}
      {open > 0 && <p class="note">{p.plural("waves.open", open)}</p>}
      {waves.length === 0 && <p class="note">{p("waves.none")}</p>}
    </>
  );
}

function Table({ t, waves }: { readonly t: Props["t"]; readonly waves: readonly WaveComparison[] }) {
  const p = socialWords(t.lang);
  return (
    <ul class="social-waves">
      {waves.map((one) => (
        <li key={one.indicator}>
          <span class="social-name">{t.pair(one.name)}</span>
          <strong>{t.pair(one.words)}</strong>
          <span class="note">
            {p("waves.figures", { before: waveText(one.before, one, t), after: waveText(one.after, one, t), change: one.difference ? changeText({ value: one.difference.value, lower: one.difference.low, upper: one.difference.high }, one, t) : "" })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function waveText(wave: Wave, scale: WaveComparison, t: Props["t"]): string {
  return wave.value === null ? "–" : rangeText({ value: wave.value, lower: wave.low, upper: wave.high }, scale, t);
}
