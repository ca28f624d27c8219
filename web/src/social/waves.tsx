import type { Wave, WaveComparison } from "../api/social-types.js";
import { describeFigure } from "../format/figure.js";
import { changeText } from "../format/range.js";
import { letterOf } from "../format/status.js";
import type { Props } from "../view/props.js";
import { socialWords } from "./words.js";

const FIRST_ROWS = 6;

/** The two newest waves of surveys, result by result; what cannot be compared says of each wave why, and is never guessed. */
export function Waves({ t, waves }: { readonly t: Props["t"]; readonly waves: readonly WaveComparison[] }) {
  const p = socialWords(t.lang);
  const compared = waves.filter((one) => one.difference !== null);
  const open = waves.filter((one) => one.difference === null);
  return (
    <>
      {compared.length > 0 && <Table t={t} waves={compared.slice(0, FIRST_ROWS)} />}
      {compared.length > FIRST_ROWS && (
        <details class="card-part" data-paper>
          <summary>{p("waves.more", { n: compared.length - FIRST_ROWS })}</summary>
          <Table t={t} waves={compared.slice(FIRST_ROWS)} />
        </details>
      )}
      {open.length > 0 && (
        <details class="card-part" data-paper>
          <summary>{p.plural("waves.open", open.length)}</summary>
          <Table t={t} waves={open} />
        </details>
      )}
      {waves.length === 0 && <p class="note">{p("waves.none")}</p>}
    </>
  );
}

function Table({ t, waves }: { readonly t: Props["t"]; readonly waves: readonly WaveComparison[] }) {
  return (
    <ul class="social-waves">
      {waves.map((one) => (
        <li key={one.indicator}>
          <span class="social-name">{t.pair(one.name)}</span>
          <strong>{t.pair(one.words)}</strong>
          <span class="note">{figuresText(one, t)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Results are of their own years: surveys ask not everything each time. */
function figuresText(one: WaveComparison, t: Props["t"]): string {
  const p = socialWords(t.lang);
  const figures = { before: waveText(one.before, one, t), after: waveText(one.after, one, t) };
  if (!one.difference) return p("waves.figures.open", figures);
  const { value, low, high } = one.difference;
  return p("waves.figures", { ...figures, change: changeText({ value, lower: low, upper: high }, one, t) });
}

function waveText({ value, low, high, status, period }: Wave, { unit, decimals }: WaveComparison, t: Props["t"]): string {
  return describeFigure({ value, lower: low, upper: high, status: letterOf(status) }, { unit, decimals, computed: "survey" }, period, t).sentence;
}
