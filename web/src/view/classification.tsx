import { useState } from "preact/hooks";
import { indicatorOf } from "../app/model.js";
import { isDiverging } from "../colour/schemes.js";
import { cut, formatNumber, parseNumber } from "../format/numbers.js";
import { isAscending } from "../state/address.js";
import { MAX_CLASSES, METHODS, MIN_CLASSES, MOST_TRANSPARENCY, SCHEMES, type Method } from "../state/view-state.js";
import { Field } from "./field.js";
import { boundDecimals } from "./legend.js";
import type { Props } from "./props.js";
import { SchemeSwatch } from "./swatch.js";
import { middleOf, schemeOf } from "./view-data.js";

/** How values become classes and colours. */
export function Classification(props: Props) {
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
      <KeepBounds {...props} />
      <SchemeChoice {...props} />
      <Transparency {...props} />
    </details>
  );
}

/** Bounds follow the values of each year; to compare years by colour they have to stay. */
function KeepBounds({ model, radar, t }: Props) {
  const several = (indicatorOf(model)?.periods.length ?? 0) > 1;
  if (!several || model.state.method === "manual" || !model.shown.value) return null;
  return (
    <p class="note">
      {t("choice.bounds.yearly")}{" "}
      <button type="button" class="quiet keep-bounds" onClick={() => { radar.go({ method: "manual", breaks: ownBreaks(model), only: model.state.only }); }}>
        {t("choice.bounds.keep")}
      </button>
    </p>
  );
}

function Transparency({ model, radar, t }: Props) {
  const { transparency } = model.state;
  const words = t("choice.transparency.value", { n: transparency });
  return (
    <Field id="transparency" label={t("choice.transparency")}>
      <div class="until">
        <input
          id="transparency"
          type="range"
          min={0}
          max={MOST_TRANSPARENCY}
          step={10}
          value={transparency}
          aria-valuetext={words}
          onInput={(event) => { radar.adjust({ transparency: Number(event.currentTarget.value) }, false); }}
          onChange={(event) => { radar.adjust({ transparency: Number(event.currentTarget.value) }, true); }}
        />
        <output for="transparency">{words}</output>
      </div>
    </Field>
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
