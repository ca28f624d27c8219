import { indicatorOf, levelOf } from "../app/model.js";
import { formatNumber } from "../format/numbers.js";
import { editionsOf, levelsOf } from "../state/resolve.js";
import { themesInOrder } from "../state/themes.js";
import { Classification } from "./classification.js";
import { Distribution } from "./distribution.js";
import { Field } from "./field.js";
import { LayerChoices } from "./layer-choices.js";
import type { Props } from "./props.js";
import { YearChoice } from "./year-choice.js";

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
      <LayerChoices {...props} />
    </div>
  );
}

function IndicatorChoice({ model, radar, t }: Props) {
  const { catalog, state } = model;
  const indicator = indicatorOf(model);
  const themes = themesInOrder(catalog.themes).map((theme) => ({ theme, members: catalog.indicators.filter((one) => one.theme === theme.id) }));
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
