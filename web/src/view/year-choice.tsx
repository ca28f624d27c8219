import { indicatorOf } from "../app/model.js";
import { formatPeriod } from "../format/dates.js";
import { Field } from "./field.js";
import type { Props } from "./props.js";

/** The year by name, step by step, or with a slider over all years that have values. */
export function YearChoice({ model, radar, t }: Props) {
  const periods = indicatorOf(model)?.periods ?? [];
  const at = periods.indexOf(model.state.year);
  const step = (by: number) => {
    const period = periods[at + by];
    return { disabled: period === undefined, onClick: () => { if (period !== undefined) radar.go({ year: period }); } };
  };
  return (
    <Field id="year" label={t("choice.year")}>
      <div class="stepper">
        <button type="button" aria-label={t("choice.year.before")} {...step(-1)}>
          ‹
        </button>
        <select id="year" value={model.state.year} onChange={(event) => { radar.go({ year: event.currentTarget.value }); }}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {formatPeriod(period, t.lang)}
            </option>
          ))}
        </select>
        <button type="button" aria-label={t("choice.year.after")} {...step(1)}>
          ›
        </button>
      </div>
      <TimeSlider model={model} radar={radar} t={t} />
    </Field>
  );
}

/** Years lie side by side whatever their distance: only those can be chosen that have values. */
function TimeSlider({ model, radar, t }: Props) {
  const periods = indicatorOf(model)?.periods ?? [];
  const at = periods.indexOf(model.state.year);
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined || periods.length < 2 || at < 0) return null;
  const slide = (place: number, rests: boolean): void => {
    const year = periods[place];
    if (year !== undefined) radar.adjust({ year }, rests);
  };
  return (
    <div class="time-slider">
      <input
        id="year-slider"
        type="range"
        min={0}
        max={periods.length - 1}
        step={1}
        value={at}
        aria-label={t("choice.year.slider")}
        aria-valuetext={formatPeriod(model.state.year, t.lang)}
        onInput={(event) => { slide(Number(event.currentTarget.value), false); }}
        onChange={(event) => { slide(Number(event.currentTarget.value), true); }}
      />
      <p class="slider-ends" aria-hidden="true">
        <span>{formatPeriod(first, t.lang)}</span>
        <span>{formatPeriod(last, t.lang)}</span>
      </p>
    </div>
  );
}
