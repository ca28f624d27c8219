import { useId, useState } from "preact/hooks";
import type { Indicator } from "../api/types.js";
import { isIdle, lacksAxis } from "../state/idle.js";
import { MOST_CRITERIA, MOST_WEIGHT, RANKINGS, ROLES, type Criterion, type Ranking, type Role } from "../state/view-state.js";
import { criteriaOf, possible } from "../state/criteria.js";
import { levelOf } from "../app/model.js";
import { ExponentFields, PriorityFilter } from "./priority-options.js";
import { PriorityParts } from "./priority-parts.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

const HALF = 50;

/** Which criteria with which weights, and how they become an order. */
export function PriorityChoices(props: Props) {
  const { model, radar, t } = props;
  const level = levelOf(model.catalog, model.state.level);
  const criteria = criteriaOf(model.state, model.catalog);
  const free = possible(model.state, model.catalog).filter((one) => !criteria.some((other) => other.indicator === one.id));
  const put = (next: readonly Criterion[]): void => { radar.go({ criteria: next }); };
  const weigh = (indicator: string, weight: number, rests: boolean): void => { radar.adjust({ criteria: criteria.map((one) => (one.indicator === indicator ? { ...one, weight } : one)) }, rests); };
  return (
    <form class="choices priority-choices" onSubmit={(event) => { event.preventDefault(); }}>
      <PriorityParts {...props} />
      <p class="note">{t("priorities.intro", { areas: level ? t.pair(level.plural) : "" })}</p>
      <fieldset>
        <legend>{t("priorities.criteria")}</legend>
        {criteria.map((one, i) => (
          <CriterionRow key={one.indicator} {...props} one={one} idle={isIdle(one, criteria, model.state.ranking)} alone={lacksAxis(criteria, model.state.ranking)} weigh={(weight, rests) => { weigh(one.indicator, weight, rests); }} put={(next) => { put(criteria.flatMap((other, k) => (k === i ? (next ? [next] : []) : [other]))); }} />
        ))}
        {criteria.length < MOST_CRITERIA && free.length > 0 && <Adding {...props} free={free} add={(indicator) => { put([...criteria, { indicator, role: "need", weight: HALF }]); }} />}
      </fieldset>
      <label class="priority-method">
        {t("priorities.method")}
        <select value={model.state.ranking} onChange={({ currentTarget }) => { radar.go({ ranking: currentTarget.value as Ranking }); }}>
          {RANKINGS.map((ranking) => (
            <option key={ranking} value={ranking}>
              {t(`ranking.${ranking}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="note">{t(`ranking.${model.state.ranking}.explained`)}</p>
      {model.state.ranking === "product" && <ExponentFields {...props} />}
      <PriorityFilter {...props} />
    </form>
  );
}

interface AddingProps extends Props {
  readonly free: readonly Indicator[];
  readonly add: (indicator: string) => void;
}

/** One is chosen, then added: a closed list takes the next entry with each arrow key. */
function Adding({ t, free, add }: AddingProps) {
  const p = words(t.lang);
  const [chosen, setChosen] = useState("");
  const there = free.some((one) => one.id === chosen) ? chosen : "";
  return (
    <div class="add-criterion">
      <label>
        {p("criteria.add.label")}
        <select id="add-criterion" value={there} onChange={({ currentTarget }) => { setChosen(currentTarget.value); }}>
          <option value="">{p("criteria.add.none")}</option>
          {free.map((indicator) => (
            <option key={indicator.id} value={indicator.id}>
              {t.pair(indicator.name)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={there === ""}
        onClick={() => {
          setChosen("");
          add(there);
          // The button is disabled now, which would lose the focus.
          document.getElementById("add-criterion")?.focus();
        }}
      >
        {p("criteria.add")}
      </button>
    </div>
  );
}

interface RowProps extends Props {
  readonly one: Criterion;
  /** Whether nothing is there that its weight could weigh against. */
  readonly idle: boolean;
  /** Whether the other axis has no criterion. */
  readonly alone: boolean;
  /** Puts another in its place; null takes it away. */
  readonly put: (next: Criterion | null) => void;
  /** Gives it another weight; a slider that still moves does not rest. */
  readonly weigh: (weight: number, rests: boolean) => void;
}

function CriterionRow({ model, t, one, idle, alone, put, weigh }: RowProps) {
  const note = useId();
  const indicator = model.catalog.indicators.find((other) => other.id === one.indicator);
  const name = indicator ? t.pair(indicator.name) : one.indicator;
  return (
    <div class="criterion">
      <span class="criterion-name">{name}</span>
      <select aria-label={t("priorities.role", { name })} value={one.role} onChange={({ currentTarget }) => { put({ ...one, role: currentTarget.value as Role }); }}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      <input
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={5}
        value={one.weight}
        aria-label={t("priorities.weight", { name })}
        aria-describedby={idle ? note : undefined}
        onInput={({ currentTarget }) => { weigh(Number(currentTarget.value), false); }}
        onChange={({ currentTarget }) => { weigh(Number(currentTarget.value), true); }}
      />
      <output class="number">{one.weight}</output>
      <button type="button" class="quiet" aria-label={t("priorities.remove", { name })} onClick={() => { put(null); }}>
        ×
      </button>
      {idle && <p id={note} class="note criterion-idle">{words(t.lang)(alone ? "criteria.idle.two-axes.alone" : `criteria.idle.${model.state.ranking}`)}</p>}
    </div>
  );
}
