import { useMemo } from "preact/hooks";
import { indicatorOf, levelOf } from "../app/model.js";
import { histogram, total, type Histogram } from "../classes/classes.js";
import { brushOn } from "../classes/range.js";
import { classesOf, toggled } from "../classes/selection.js";
import { formatPeriod } from "../format/dates.js";
import { formatNumber, withUnit } from "../format/numbers.js";
import { knownValues } from "../map/looks.js";
import type { Translator } from "../texts/texts.js";
import { ChosenClasses } from "./chosen-classes.js";
import { HistogramBars, type Mark } from "./histogram-bars.js";
import { inPage } from "./links.js";
import type { Props } from "./props.js";
import { boundText, coloursOf, figureOf, measureIn, nameOf, onlyOf, unitPhrase } from "./view-data.js";

/** How the values spread over the areas, in the colours of the map; the same as a table below. */
export function Distribution(props: Props) {
  const { model, radar, t } = props;
  const shown = model.shown.value;
  const indicator = indicatorOf(model);
  const values = useMemo(() => (shown ? knownValues(shown.values) : []), [shown]);
  const found = useMemo(() => histogram(values, shown?.classes.breaks ?? []), [values]);
  const brush = useMemo(() => brushOn(found.bins[0]?.low ?? 0, found.bins.at(-1)?.high ?? 0, found.logarithmic), [found]);
  if (!shown || !indicator || values.length < 2) return null;
  const only = onlyOf(model);
  const { computed } = measureIn(model, shown.values);
  const level = levelOf(model.catalog, shown.values.level);
  const number = (value: number): string => formatNumber(value, shown.values.decimals, t.lang);
  const subtitle = t(found.logarithmic ? "distribution.subtitle.log" : "distribution.subtitle", {
    unit: unitPhrase(shown.values.unit, t),
    year: formatPeriod(shown.values.period, t.lang),
  });
  return (
    <figure class="distribution">
      <figcaption>
        <span class="figure-title">{t("distribution.title", { n: t.plural("count.areas", values.length), level: level ? t.pair(level.plural) : "" })}</span>
        <span class="note">{computed ? `${t(`result.values.${computed}`)}, ${subtitle}` : subtitle}</span>
      </figcaption>
      <HistogramBars
        found={found}
        colours={coloursOf(model)}
        marks={marksOf(props)}
        number={number}
        t={t}
        only={only}
        choice={{
          brush,
          range: model.state.range,
          put: (range, rests) => { radar.adjust({ range, only: [] }, rests); },
          keep: () => {
            const { range, only: classes } = model.state;
            return () => { radar.adjust({ range, only: classes }, true); };
          },
        }}
        bound={(value) => withUnit(boundText(value, shown.values.decimals, t), t.pair(shown.values.unit.symbol), t.lang)}
        point={(bin) => { radar.point(bin && { kind: "range", low: bin.low, high: bin.high }); }}
        choose={(bin) => { radar.showOnly(bin === null ? [] : toggled(only, classesOf(bin), shown.classes.counts.length)); }}
      />
      <p class="note">{t("range.hint")}</p>
      <div role="status">
        <ChosenClasses {...props} />
      </div>
      <details class="as-table">
        <summary>{t("asTable")}</summary>
        <BinTable found={found} number={number} t={t} />
      </details>
      <a class="note" href={radar.addressOf({ view: "sources" })} onClick={inPage(() => { radar.go({ view: "sources" }); })}>
        {t("distribution.method")}
      </a>
    </figure>
  );
}

function marksOf({ model }: Props): Mark[] {
  const values = model.shown.value?.values;
  if (!values) return [];
  const marks: Mark[] = [];
  const state = values.reference.state;
  // A sum for the whole state lies far outside the values of its areas.
  if (state?.value != null && indicatorOf(model)?.kind !== "extensive") marks.push({ label: state.name, value: state.value, kind: "reference" });
  const code = model.hover?.code ?? model.state.area;
  const value = code === null ? null : (figureOf(values, code)?.value ?? null);
  if (code !== null && value !== null) marks.push({ label: nameOf(model, code), value, kind: "area" });
  return marks;
}

function BinTable({ found, number, t }: { readonly found: Histogram; readonly number: (value: number) => string; readonly t: Translator }) {
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t("distribution.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t("distribution.from")}
            </th>
            <th scope="col" class="number">
              {t("distribution.to")}
            </th>
            <th scope="col" class="number">
              {t("distribution.areas")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.bins.map((bin) => (
            <tr key={bin.low}>
              <td class="number">{number(bin.low)}</td>
              <td class="number">{number(bin.high)}</td>
              <td class="number">{formatNumber(total(bin), 0, t.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
