import type { ScenarioAnswer } from "../api/planning-types.js";
import { formatNumber, withUnit } from "../format/numbers.js";
import { signed } from "../format/range.js";
import { Bars, type Part } from "../view/bars.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

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
  return <Bars title={p("contributions.title")} note={i < 0 ? p("contributions.together") : p("contributions.area", { name: names[i] ?? "" })} parts={parts} text={text} what={p("contributions.what")} how={p("contributions.how")} sum={p("contributions.sum")} />;
}

function pointsText(value: number, { unit, decimals }: ScenarioAnswer, t: Props["t"]): string {
  const number = signed(value, decimals + 1, t.lang);
  return unit.id === "percent" ? t("unit.points", { n: number }) : withUnit(number, t.pair(unit.symbol), t.lang);
}

/** A share of one, in percent. */
export const percentText = (share: number, lang: Props["t"]["lang"]): string => withUnit(formatNumber(share * 100, 0, lang), "%", lang);
