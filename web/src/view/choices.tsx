import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { indicatorOf, levelOf } from "../app/model.js";
import { isDiverging } from "../colour/schemes.js";
import { formatPeriod } from "../format/dates.js";
import { cut, formatNumber, parseNumber } from "../format/numbers.js";
import { widthBounds } from "../map/uncertainty.js";
import { isAscending } from "../state/address.js";
import { editionsOf, levelsOf } from "../state/resolve.js";
import { MAX_CLASSES, METHODS, MIN_CLASSES, SCHEMES, type Method } from "../state/view-state.js";
import { Distribution } from "./distribution.js";
import { boundDecimals } from "./legend.js";
import { UntilSlider } from "./network-growth.js";
import type { Props } from "./props.js";
import { SchemeSwatch } from "./swatch.js";
import { middleOf, schemeOf } from "./view-data.js";

/** The left panel: what is shown, of when and where, and how. */
export function Choices(props: Props) {
  return (
    <div class="choices">
      <IndicatorChoice {...props} />
      <YearChoice {...props} />
      <LevelChoice {...props} />
      <EditionChoice {...props} />
      <Distribution {...props} />
      <Classification {...props} />
      <Layers {...props} />
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

function Field({ id, label, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

function IndicatorChoice({ model, radar, t }: Props) {
  const { catalog, state } = model;
  const indicator = indicatorOf(model);
  const themes = catalog.themes.map((theme) => ({ theme, members: catalog.indicators.filter((one) => one.theme === theme.id) }));
  return (
    <Field id="indicator" label={t("choice.indicator")}>
      <select id="indicator" value={state.indicator} onChange={(event) => { radar.go({ indicator: event.currentTarget.value }); }}>
        {themes
          .filter(({ members }) => members.length > 0)
          .map(({ theme, members }) => (
            <optgroup key={theme.id} label={t.pair(theme.name)}>
              {members.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.result ? t("choice.indicator.computed", { name: t.pair(one.name), kind: t(`result.kind.${one.result.kind}`) }) : t.pair(one.name)}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
      {indicator && (
        <p class="note">
          {indicator.result && <span class="tag tag-kind">{t(`result.kind.${indicator.result.kind}`)}</span>} {t.pair(indicator.description)}
        </p>
      )}
    </Field>
  );
}

function YearChoice({ model, radar, t }: Props) {
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
    </Field>
  );
}

function LevelChoice({ model, radar, t }: Props) {
  const { catalog, state } = model;
  const indicator = indicatorOf(model);
  const levels = indicator ? levelsOf(catalog, indicator, state.edition) : [];
  const name = (id: string): string => levelName(model, id, t);
  const towns = townsOf(model, state.level);
  const note = towns && <p class="note">{t("choice.level.within.explained", { levels: plural(model, state.level, t), towns: listed(towns) })}</p>;
  if (levels.length > 3) {
    return (
      <Field id="level" label={t("choice.level")}>
        <select id="level" value={state.level} onChange={(event) => { radar.go({ level: event.currentTarget.value, area: null }); }}>
          {levels.map((id) => (
            <option key={id} value={id}>
              {name(id)}
            </option>
          ))}
        </select>
        {note}
      </Field>
    );
  }
  return (
    <fieldset class="field">
      <legend>{t("choice.level")}</legend>
      <div class="segments">
        {levels.map((id) => (
          <label key={id}>
            <input type="radio" name="level" value={id} checked={id === state.level} onChange={() => { radar.go({ level: id, area: null }); }} />
            <span>{name(id)}</span>
          </label>
        ))}
      </div>
      {note}
    </fieldset>
  );
}

const MOST_TOWNS_NAMED = 2;
const MOST_TOWNS_LISTED = 12;

const listed = (towns: readonly string[]): string => towns.slice(0, MOST_TOWNS_LISTED).join(", ") + (towns.length > MOST_TOWNS_LISTED ? ", …" : "");

const plural = ({ catalog }: Props["model"], id: string, t: Props["t"]): string => t.pair(levelOf(catalog, id)?.plural ?? { de: id, en: id });

/** The municipalities that a level below them has areas of; null for a level that covers the territory. */
function townsOf({ catalog, state }: Props["model"], id: string): readonly string[] | null {
  return catalog.editions.find((one) => one.id === state.edition)?.levels.find((one) => one.level === id)?.within ?? null;
}

/** Quarters exist for some towns only: their level says for which. */
function levelName(model: Props["model"], id: string, t: Props["t"]): string {
  const levels = plural(model, id, t);
  const towns = townsOf(model, id);
  if (!towns) return levels;
  return towns.length > MOST_TOWNS_NAMED ? t("choice.level.towns", { levels, n: formatNumber(towns.length, 0, t.lang) }) : t("choice.level.within", { levels, towns: towns.join(", ") });
}

function EditionChoice({ model, radar, t }: Props) {
  const indicator = indicatorOf(model);
  const editions = indicator ? editionsOf(model.catalog, indicator) : [];
  return (
    <Field id="edition" label={t("choice.edition")}>
      <select id="edition" value={model.state.edition} onChange={(event) => { radar.go({ edition: event.currentTarget.value }); }}>
        {editions.map((edition) => (
          <option key={edition.id} value={edition.id}>
            {t.pair(edition.title)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Classification(props: Props) {
  const { model, radar, t } = props;
  const { state } = model;
  const fit = model.shown.value?.classes.goodnessOfVarianceFit;
  const setMethod = (method: Method): void => {
    const breaks = method === "manual" ? ownBreaks(model) : [];
    radar.go({ method, breaks });
  };
  return (
    <details class="group" open>
      <summary>{t("choice.display")}</summary>
      <div class="pair">
        <Field id="method" label={t("choice.method")}>
          <select id="method" value={state.method} onChange={(event) => { setMethod(event.currentTarget.value as Method); }}>
            {METHODS.map((method) => (
              <option key={method} value={method}>
                {t(`method.${method}`)}
              </option>
            ))}
          </select>
        </Field>
        {state.method !== "manual" && (
          <Field id="classes" label={t("choice.classes")}>
            <select id="classes" value={state.classes} onChange={(event) => { radar.go({ classes: Number(event.currentTarget.value) }); }}>
              {Array.from({ length: MAX_CLASSES - MIN_CLASSES + 1 }, (_, i) => (
                <option key={i} value={MIN_CLASSES + i}>
                  {MIN_CLASSES + i}
                </option>
              ))}
            </select>
          </Field>
        )}
      </div>
      {state.method === "manual" && <OwnBreaks {...props} key={state.breaks.join()} />}
      <p class="note">
        {t(`method.${state.method}.explained`)} {fit != null && t("method.fit", { share: formatNumber(100 * fit, 0, t.lang) })}
      </p>
      <SchemeChoice {...props} />
    </details>
  );
}

/** The inner bounds that show now, as a start for own ones. */
function ownBreaks({ shown }: Props["model"]): number[] {
  if (!shown.value) return [];
  const { values, classes } = shown.value;
  const digits = boundDecimals(classes, values.decimals);
  return [...new Set(classes.breaks.slice(1, -1).map((value) => cut(value, digits)))];
}

/** Own class bounds, typed in the notation of the language. */
function OwnBreaks({ model, radar, t }: Props) {
  const decimals = indicatorOf(model)?.decimals ?? 0;
  const [wrong, setWrong] = useState(false);
  const text = model.state.breaks.map((value) => formatNumber(value, Math.max(decimals, fraction(value)), t.lang)).join("; ");
  const apply = (typed: string): void => {
    const values = typed.split(";").map((part) => parseNumber(part, t.lang));
    const valid = values.every((value) => value !== undefined) && isAscending(values) && values.length < MAX_CLASSES;
    setWrong(!valid);
    if (valid) radar.go({ breaks: values });
  };
  return (
    <Field id="breaks" label={t("choice.breaks")}>
      <input
        id="breaks"
        type="text"
        defaultValue={text}
        aria-invalid={wrong}
        aria-describedby="breaks-help"
        onChange={(event) => { apply(event.currentTarget.value); }}
      />
      <p id="breaks-help" class={wrong ? "note note-wrong" : "note"}>
        {t(wrong ? "choice.breaks.wrong" : "choice.breaks.help", { max: MAX_CLASSES - 1 })}
      </p>
    </Field>
  );
}

const fraction = (value: number): number => Math.min(6, String(value).split(".")[1]?.length ?? 0);

function SchemeChoice({ model, radar, t }: Props) {
  const middle = middleOf(model);
  const shown = schemeOf(model);
  return (
    <fieldset class="field">
      <legend>{t("choice.scheme")}</legend>
      <div class="schemes">
        {SCHEMES.map((scheme) => {
          const impossible = isDiverging(scheme) && middle === null;
          return (
            <label key={scheme}>
              <input
                type="radio"
                name="scheme"
                value={scheme}
                checked={scheme === shown}
                disabled={impossible}
                aria-describedby={impossible ? "scheme-note" : undefined}
                onChange={() => { radar.go({ scheme }); }}
              />
              <SchemeSwatch scheme={scheme} />
              <span>{t(`scheme.${scheme}`)}</span>
            </label>
          );
        })}
      </div>
      {middle === null && (
        <p id="scheme-note" class="note">
          {t("scheme.noMiddle")}
        </p>
      )}
    </fieldset>
  );
}

const switched = (layers: readonly string[], id: string, on: boolean): readonly string[] => [...layers.filter((one) => one !== id), ...(on ? [id] : [])];

function Layers({ model, radar, t }: Props) {
  const { state, config, shown } = model;
  return (
    <fieldset class="field group">
      <legend>{t("choice.layers")}</legend>
      <Toggle id="network" label={t("layer.network")} on={state.network} set={(network) => { radar.go({ network }); }} />
      {state.network && <UntilSlider model={model} radar={radar} t={t} />}
      {model.catalog.layers.map((layer) => (
        <Toggle key={layer.id} id={layer.id} label={t.pair(layer.title)} on={state.layers.includes(layer.id)} set={(on) => { radar.go({ layers: switched(state.layers, layer.id, on) }); }} />
      ))}
      <Toggle id="labels" label={t("layer.labels")} on={state.labels} set={(labels) => { radar.go({ labels }); }} />
      {shown.value && widthBounds(shown.value.values) && (
        <>
          <Toggle id="uncertainty" label={t("layer.uncertainty")} on={state.uncertainty} set={(uncertainty) => { radar.go({ uncertainty }); }} />
          <p class="note">{t("layer.uncertainty.note")}</p>
        </>
      )}
      {config.background && (
        <>
          <Toggle id="background" label={t("layer.background")} on={state.background} set={(background) => { radar.go({ background }); }} />
          <p class="note">{t("layer.background.note")}</p>
        </>
      )}
    </fieldset>
  );
}

interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

function Toggle({ id, label, on, set }: ToggleProps) {
  return (
    <label class="toggle">
      <input id={`layer-${id}`} type="checkbox" checked={on} onChange={(event) => { set(event.currentTarget.checked); }} />
      <span>{label}</span>
    </label>
  );
}
