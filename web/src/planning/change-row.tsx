import { useId, useState } from "preact/hooks";
import type { Covariate } from "../api/planning-types.js";
import { formatNumber, withUnit } from "../format/numbers.js";
import { signed } from "../format/range.js";
import { CHANGE_KINDS, type Change, type ChangeKind } from "../state/scenario.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

interface RowProps extends Props {
  readonly covariate: Covariate;
  readonly change: Change | null;
  /** Puts the change in place of the one before, null for none; a slider that still moves does not rest. */
  readonly put: (change: Change | null, rests: boolean) => void;
}

/** Sliders reach a little beyond what the model has seen, so that the warning can be met. */
const BEYOND = 0.25;
const MOST_PERCENT = 50;
const MIDDLE_PERCENTILE = 50;

/** One condition: how it is changed, and by how much. */
export function ChangeRow(props: RowProps) {
  const { t, covariate, change, put } = props;
  const p = words(t.lang);
  const [chosen, setChosen] = useState<ChangeKind>("relative");
  const kind = change?.kind ?? chosen;
  const id = useId();
  const name = t.pair(covariate.name);
  const choose = (next: ChangeKind): void => {
    setChosen(next);
    put(firstOf(next, props), true);
  };
  return (
    <div class="change" role="group" aria-labelledby={id}>
      <p id={id} class="change-name">
        {name}
      </p>
      <select aria-label={p("change.kind", { name })} value={kind} onChange={({ currentTarget }) => { choose(currentTarget.value as ChangeKind); }}>
        {CHANGE_KINDS.map((one) => (
          <option key={one} value={one}>
            {p(`change.kind.${one}`)}
          </option>
        ))}
      </select>
      {kind === "like" ? <Like {...props} name={name} /> : <Slider {...props} kind={kind} name={name} />}
      {covariate.observed && (
        <p class="note">{p("change.observed", { low: bound(covariate.observed.lower, covariate, t), high: withUnit(bound(covariate.observed.upper, covariate, t), t.pair(covariate.unit.symbol), t.lang) })}</p>
      )}
    </div>
  );
}

const bound = (value: number, { decimals }: Covariate, t: Props["t"]): string => formatNumber(value, decimals, t.lang);

/** What a kind of change begins with: nothing where zero means none. */
function firstOf(kind: ChangeKind, { covariate, model }: RowProps): Change | null {
  const { indicator, observed, decimals } = covariate;
  if (kind === "relative") return null;
  if (kind === "percentile") return { indicator, kind, value: MIDDLE_PERCENTILE };
  if (kind === "absolute") return { indicator, kind, value: Number((((observed?.lower ?? 0) + (observed?.upper ?? 0)) / 2).toFixed(decimals)) };
  const code = model.areas.value?.find((one) => one.code === model.state.area)?.code ?? model.areas.value?.[0]?.code;
  return code === undefined ? null : { indicator, kind, code };
}

interface Reach {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export function reachOf(kind: Exclude<ChangeKind, "like">, { observed, decimals }: Pick<Covariate, "observed" | "decimals">): Reach {
  if (kind === "relative") return { least: -MOST_PERCENT, most: MOST_PERCENT, step: 5 };
  if (kind === "percentile") return { least: 0, most: 100, step: 5 };
  const [lower, upper] = [observed?.lower ?? 0, observed?.upper ?? 100];
  const step = 10 ** -decimals;
  const beyond = (upper - lower) * BEYOND;
  const least = lower >= 0 ? Math.max(0, lower - beyond) : lower - beyond;
  return { least: Number((Math.floor(least / step) * step).toFixed(decimals)), most: Number((Math.ceil((upper + beyond) / step) * step).toFixed(decimals)), step };
}

function Slider({ t, covariate, change, put, kind, name }: RowProps & { readonly kind: Exclude<ChangeKind, "like">; readonly name: string }) {
  const p = words(t.lang);
  const { least, most, step } = reachOf(kind, covariate);
  const value = change && change.kind !== "like" ? change.value : 0;
  const move = (text: string, rests: boolean): void => {
    const next = Number(text);
    put(kind === "relative" && next === 0 ? null : { indicator: covariate.indicator, kind, value: next }, rests);
  };
  const shown = valueText(kind, value, covariate, t);
  return (
    <div class="slider">
      <input
        type="range"
        min={Math.min(least, value)}
        max={Math.max(most, value)}
        step={step}
        value={value}
        aria-label={p("change.value", { name })}
        aria-valuetext={shown}
        onInput={({ currentTarget }) => { move(currentTarget.value, false); }}
        onChange={({ currentTarget }) => { move(currentTarget.value, true); }}
      />
      <output class="number">{shown}</output>
    </div>
  );
}

function valueText(kind: ChangeKind, value: number, covariate: Covariate, t: Props["t"]): string {
  const p = words(t.lang);
  if (kind === "relative") return value === 0 ? p("change.none") : withUnit(signed(value, 0, t.lang), "%", t.lang);
  if (kind === "percentile") return p("change.percentile", { n: value });
  return covariate.unit.id === "percent" ? withUnit(bound(value, covariate, t), "%", t.lang) : bound(value, covariate, t);
}

/** An assumption in words, for results and paper. */
export function changeSentence(change: Change, name: string, covariate: Covariate | undefined, areaName: (code: string) => string, t: Props["t"]): string {
  const p = words(t.lang);
  if (change.kind === "like") return p("assumed.like", { name, area: areaName(change.code) });
  if (change.kind === "percentile") return p("assumed.percentile", { name, n: change.value });
  if (change.kind === "relative") return p("assumed.relative", { name, value: withUnit(signed(change.value, 0, t.lang), "%", t.lang) });
  const number = formatNumber(change.value, covariate?.decimals ?? 1, t.lang);
  return p("assumed.absolute", { name, value: covariate ? withUnit(number, t.pair(covariate.unit.symbol), t.lang) : number });
}

function Like({ model, t, covariate, change, put, name }: RowProps & { readonly name: string }) {
  const p = words(t.lang);
  const code = change?.kind === "like" ? change.code : "";
  return (
    <select aria-label={p("change.like", { name })} value={code} onChange={({ currentTarget }) => { put({ indicator: covariate.indicator, kind: "like", code: currentTarget.value }, true); }}>
      {model.areas.value?.map((one) => (
        <option key={one.code} value={one.code}>
          {one.name}
        </option>
      ))}
    </select>
  );
}
