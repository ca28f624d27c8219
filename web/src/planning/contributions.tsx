import type { ScenarioAnswer } from "../api/planning-types.js";
import { formatNumber, withUnit } from "../format/numbers.js";
import { signed } from "../format/range.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

interface Part {
  readonly name: string;
  readonly value: number;
}

/** What each condition adds to the change or takes from it: for the selected area if it is among them, else for all. */
export function Contributions(props: Props & { readonly answer: ScenarioAnswer }) {
  const { model, t, answer } = props;
  const p = words(t.lang);
  const { codes, names, contributions } = answer.areas;
  const i = codes.indexOf(model.state.area ?? "");
  const found = i < 0 ? answer.selection?.contributions : Object.fromEntries(Object.entries(contributions).map(([id, column]) => [id, column[i] ?? 0]));
  const parts = Object.entries(found ?? {}).map(([id, value]): Part => {
    const covariate = answer.covariates.find((one) => one.indicator === id);
    return { name: covariate ? t.pair(covariate.name) : id, value };
  });
  if (parts.length === 0) return null;
  const text = (value: number): string => pointsText(value, answer, t);
  return <Bars title={p("contributions.title")} note={i < 0 ? p("contributions.together") : p("contributions.area", { name: names[i] ?? "" })} parts={parts} text={text} lang={t.lang} />;
}

function pointsText(value: number, { unit, decimals }: ScenarioAnswer, t: Props["t"]): string {
  const number = signed(value, decimals + 1, t.lang);
  return unit.id === "percent" ? t("unit.points", { n: number }) : withUnit(number, t.pair(unit.symbol), t.lang);
}

interface BarsProps {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly Part[];
  readonly text: (value: number) => string;
  readonly lang: Props["t"]["lang"];
}

const WIDTH = 120;

/** Bars to both sides of zero, each with its number in words: they are their own table. */
export function Bars({ title, note, parts, text, lang }: BarsProps) {
  const p = words(lang);
  const low = Math.min(0, ...parts.map((one) => one.value));
  const high = Math.max(0, ...parts.map((one) => one.value));
  const place = (value: number): number => (high > low ? ((value - low) / (high - low)) * WIDTH : 0);
  const sum = parts.reduce((total, one) => total + one.value, 0);
  return (
    <figure class="contributions">
      <figcaption>
        <span class="figure-title">{title}</span>
        <span class="note">{note}</span>
      </figcaption>
      <table>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{p("contributions.what")}</th>
            <th scope="col" aria-hidden="true" />
            <th scope="col">{p("contributions.how")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((one) => (
            <tr key={one.name}>
              <th scope="row">{one.name}</th>
              <td aria-hidden="true" class="contribution-cell">
                <svg viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14">
                  <line class="axis" x1={place(0)} x2={place(0)} y1="0" y2="14" />
                  <rect class={one.value < 0 ? "contribution contribution-less" : "contribution"} x={Math.min(place(0), place(one.value))} y="3" width={Math.abs(place(one.value) - place(0))} height="8" />
                </svg>
              </td>
              <td class="number">{text(one.value)}</td>
            </tr>
          ))}
          <tr class="contribution-sum">
            <th scope="row">{p("contributions.sum")}</th>
            <td aria-hidden="true" />
            <td class="number">{text(sum)}</td>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}

/** A share of one, in percent. */
export const percentText = (share: number, lang: Props["t"]["lang"]): string => withUnit(formatNumber(share * 100, 0, lang), "%", lang);
