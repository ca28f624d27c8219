import { paths } from "../api/radar-api.js";
import { METHODS } from "../state/view-state.js";
import type { Props } from "../view/props.js";
import { dataWords } from "./words.js";

/** How the page reckons, and where each computed result says how it was made. */
export function Methods({ model, t }: Props) {
  const d = dataWords(t.lang);
  const computed = model.catalog.indicators.filter((one) => one.result !== null && one.periods.length > 0);
  return (
    <>
      <h2>{d("methods.title")}</h2>
      <dl class="facts facts-wide">
        {METHODS.map((method) => (
          <div key={method}>
            <dt>{t(`method.${method}`)}</dt>
            <dd>{t(`method.${method}.explained`)}</dd>
          </div>
        ))}
        {(["comparison", "colours", "uncertainty"] as const).map((one) => (
          <div key={one}>
            <dt>{d(`methods.${one}`)}</dt>
            <dd>{d(`methods.${one}.explained`)}</dd>
          </div>
        ))}
      </dl>
      <h2>{d("methods.pages")}</h2>
      <p>{computed.length > 0 ? d("methods.pages.intro") : d("methods.pages.none")}</p>
      <ul class="result-list">
        {computed.map((one) => (
          <li key={one.id}>
            <a href={paths.method(one.id, one.periods.at(-1) ?? "")}>{t.pair(one.name)}</a> {one.result && <span class="tag tag-kind">{t(`result.kind.${one.result.kind}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
