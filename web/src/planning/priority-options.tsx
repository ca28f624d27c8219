import { knowsPeople } from "../state/allocation.js";
import { SIZES, type Exponents } from "../state/view-state.js";
import { formatNumber } from "../format/numbers.js";
import { sizeWords } from "../format/sizes.js";
import { districtsOf } from "../view/districts.js";
import type { Props } from "../view/props.js";

/** Which areas are put in order: all, those of a district, those of a class of size. */
export function PriorityFilter({ model, radar, t }: Props) {
  const { within, peers } = model.state;
  const districts = model.state.level === "district" ? [] : districtsOf(model.areas.value, t.lang);
  return (
    <div class="priority-filter">
      {districts.length > 0 && (
        <label>
          {t("priorities.within")}
          <select value={within ?? ""} onChange={({ currentTarget }) => { radar.go({ within: currentTarget.value === "" ? null : currentTarget.value }); }}>
            <option value="">{t("priorities.within.all")}</option>
            {districts.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {knowsPeople(model.catalog) && (
        <label>
          {t("priorities.peers")}
          <select value={peers ?? ""} onChange={({ currentTarget }) => { radar.go({ peers: SIZES.find((one) => one === currentTarget.value) ?? null }); }}>
            <option value="">{t("priorities.peers.all")}</option>
            {SIZES.map((one) => (
              <option key={one} value={one}>
                {sizeText(one, t)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** "5000-19999" → "5.000 bis 19.999 Einwohner". */
export function sizeText(size: string, t: Props["t"]): string {
  const read = sizeWords(size, t.lang);
  return read ? t(`priorities.peers.${read.form}`, read.bounds) : size;
}

const PARAMETERS = ["a", "b", "c", "kappa"] as const;
const REACH = { a: [0, 3, 0.5], b: [0, 3, 0.5], c: [0, 3, 0.5], kappa: [0, 0.9, 0.1] } as const;

/** The visible formula: how strongly hazard, need and help enter into it. */
export function ExponentFields({ model, radar, t }: Props) {
  const { exponents } = model.state;
  const put = (index: number, text: string, rests: boolean): void => {
    radar.adjust({ exponents: exponents.map((one, i) => (i === index ? Number(text) : one)) as unknown as Exponents }, rests);
  };
  return (
    <fieldset class="exponents">
      <legend>{t("priorities.exponents")}</legend>
      {PARAMETERS.map((name, i) => {
        const [least, most, step] = REACH[name];
        const value = exponents[i] ?? 0;
        return (
          <label key={name} class="exponent">
            <span>{t(`priorities.exponent.${name}`)}</span>
            <input
              type="range"
              min={least}
              max={Math.max(most, value)}
              step={step}
              value={value}
              onInput={({ currentTarget }) => { put(i, currentTarget.value, false); }}
              onChange={({ currentTarget }) => { put(i, currentTarget.value, true); }}
            />
            <output class="number">{formatNumber(value, 1, t.lang)}</output>
          </label>
        );
      })}
    </fieldset>
  );
}
