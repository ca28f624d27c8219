import type { Covariate, ScenarioAnswer } from "../api/planning-types.js";
import { groundOf, levelOf } from "../app/model.js";
import { ALL_AREAS, predictionOf, predictions, SELECTED_AREA, type Change } from "../state/scenario.js";
import { districtsOf } from "../view/districts.js";
import type { Props } from "../view/props.js";
import { ChangeRow } from "./change-row.js";
import { words } from "./words.js";

/** Which model, which areas, and which conditions are assumed to be others. */
export function ScenarioChoices(props: Props) {
  const { model, radar, t } = props;
  const p = words(t.lang);
  const all = predictions(model.catalog);
  const chosen = predictionOf(model.state, model.catalog);
  if (!chosen) return <p>{p("scenario.noModel")}</p>;
  return (
    <form class="choices" onSubmit={(event) => { event.preventDefault(); }}>
      <p class="note">{p("scenario.intro")}</p>
      <div class="field">
        <label for="prediction">{p("scenario.prediction")}</label>
        <select id="prediction" value={chosen.id} onChange={({ currentTarget }) => { radar.go({ prediction: currentTarget.value, changes: [] }); }}>
          {all.map((one) => (
            <option key={one.id} value={one.id}>
              {t.pair(one.name)}
            </option>
          ))}
        </select>
      </div>
      <Where {...props} />
      <Changes {...props} answer={model.scenario.value} />
    </form>
  );
}

function Where({ model, radar, t }: Props) {
  const p = words(t.lang);
  const { where, area } = model.state;
  const level = levelOf(model.catalog, groundOf(model).level);
  const selected = model.areas.value?.find((one) => one.code === area);
  return (
    <div class="field">
      <label for="where">{p("scenario.where")}</label>
      <select id="where" value={where} onChange={({ currentTarget }) => { radar.go({ where: currentTarget.value }); }}>
        <option value={ALL_AREAS}>{p("scenario.where.all", { areas: level ? t.pair(level.plural) : "" })}</option>
        <option value={SELECTED_AREA}>{selected ? p("scenario.where.selected", { name: selected.name }) : p("scenario.where.selectedNone")}</option>
        <optgroup label={p("scenario.where.district")}>
          {districtsOf(model.areas.value, t.lang).map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </optgroup>
      </select>
      {where === SELECTED_AREA && !selected && <p class="note">{p("scenario.where.help")}</p>}
    </div>
  );
}

function Changes(props: Props & { readonly answer: ScenarioAnswer | null }) {
  const { model, radar, t, answer } = props;
  const p = words(t.lang);
  const { changes } = model.state;
  const put = (covariate: Covariate, change: Change | null, rests: boolean): void => {
    const others = changes.filter((one) => one.indicator !== covariate.indicator);
    radar.adjust({ changes: change ? [...others, change] : others }, rests);
  };
  return (
    <fieldset class="field changes">
      <legend>{p("scenario.changes")}</legend>
      {answer?.covariates.map((one) => (
        <ChangeRow key={one.indicator} {...props} covariate={one} change={changes.find((change) => change.indicator === one.indicator) ?? null} put={(change, rests) => { put(one, change, rests); }} />
      ))}
      <button type="button" disabled={changes.length === 0} onClick={() => { radar.go({ changes: [] }); }}>
        {p("scenario.reset")}
      </button>
    </fieldset>
  );
}
