import { useState } from "preact/hooks";
import type { ScenarioAnswer, ScenarioGroup } from "../api/planning-types.js";
import { groundOf, levelOf } from "../app/model.js";
import { changeText, rangeText } from "../format/range.js";
import { formatNumber } from "../format/numbers.js";
import { formatPeriod } from "../format/dates.js";
import { ALL_AREAS, SELECTED_AREA } from "../state/scenario.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { isOpen } from "../view/subject.js";
import { changeSentence } from "./change-row.js";
import { Contributions } from "./contributions.js";
import { IntervalChart, type IntervalRow } from "./interval-chart.js";
import { words } from "./words.js";

/** What the model expects: in a sentence, beside what it cannot say, as a chart and as a table. */
export function ScenarioResult(props: Props) {
  const { model, radar, t } = props;
  const { scenario } = model;
  const p = words(t.lang);
  if (scenario.failure) return <Failure t={t} failure={scenario.failure} what={p("scenario.failure")} retry={() => { radar.retry(); }} />;
  if (!scenario.value) return <p class="note">{scenario.loading ? t("loading") : p("scenario.where.help")}</p>;
  return <Answer {...props} answer={scenario.value} />;
}

interface AnswerProps extends Props {
  readonly answer: ScenarioAnswer;
}

function Answer(props: AnswerProps) {
  const { model, t, answer } = props;
  const p = words(t.lang);
  const changed = model.state.changes.length > 0;
  const caution = answer.notes.find((one) => one.kind === "association");
  return (
    <div class="result" data-waiting={model.scenario.loading}>
      <h2>{changed ? p("scenario.result") : p("scenario.result.none")}</h2>
      <Assumed {...props} />
      {answer.selection && <Finding {...props} group={answer.selection} changed={changed} />}
      {caution && <p class="caution">{t.pair(caution.text)}</p>}
      {answer.notes.filter((one) => one.kind === "outside" || one.kind === "extrapolated").map((one) => (
        <p key={t.pair(one.text)} class="warning">
          {t.pair(one.text)}
        </p>
      ))}
      <IntervalChart title={p(changed ? "scenario.chart" : "scenario.chart.now")} note={p(changed ? "scenario.chart.note" : "scenario.chart.now.note", { unit: t.pair(answer.unit.symbol), year: formatPeriod(answer.period, t.lang) })} rows={rowsOf(props)} scale={answer} changed={changed} t={t} />
      {changed && <Contributions {...props} />}
      <AreasTable {...props} changed={changed} />
      <h3>{p("result.notes")}</h3>
      <ul class="result-notes">
        {answer.notes.filter((one) => !["association", "outside", "extrapolated"].includes(one.kind)).map((one) => (
          <li key={t.pair(one.text)}>{t.pair(one.text)}</li>
        ))}
        {answer.missing.length > 0 && <li>{p("scenario.missing", { n: formatNumber(answer.missing.length, 0, t.lang) })}</li>}
        <li>{t("attribution.values", { text: answer.attribution })}</li>
      </ul>
    </div>
  );
}

/** All assumptions in words: on paper nobody sees the sliders. */
function Assumed({ model, t, answer }: AnswerProps) {
  const p = words(t.lang);
  const { changes, where, area } = model.state;
  const level = levelOf(model.catalog, groundOf(model).level);
  const name = (code: string): string => model.areas.value?.find((one) => one.code === code)?.name ?? code;
  const district = model.areas.value?.find((one) => one.district?.code === where)?.district?.name ?? where;
  const place = where === ALL_AREAS ? p("scenario.where.all", { areas: level ? t.pair(level.plural) : "" }) : where === SELECTED_AREA ? name(area ?? "") : p("assumed.district", { name: district });
  return (
    <ul class="assumed">
      <li>{p("assumed.place", { place })}</li>
      {changes.length === 0 && <li>{p("assumed.none")}</li>}
      {changes.map((change) => {
        const covariate = answer.covariates.find((one) => one.indicator === change.indicator);
        return <li key={change.indicator}>{changeSentence(change, covariate ? t.pair(covariate.name) : change.indicator, covariate, name, t)}</li>;
      })}
    </ul>
  );
}

/** The mean of the areas that were chosen, in a sentence with its interval. */
function Finding({ t, answer, group, changed }: AnswerProps & { readonly group: ScenarioGroup; readonly changed: boolean }) {
  const p = words(t.lang);
  const { before, after, change, weighted } = group;
  const areas = t.plural("count.areas", weighted);
  if (!changed) {
    return (
      <p class="finding">
        {p("scenario.finding.none", { areas, before: rangeText(before, answer, t) })} <span class="screen-only">{p("scenario.finding.how")}</span>
      </p>
    );
  }
  const verdict = isOpen(change.lower, change.upper) ? "open" : change.value > 0 ? "higher" : change.value < 0 ? "lower" : "same";
  return (
    <p class="finding">
      <strong>{p(`scenario.verdict.${verdict}`)}</strong>{" "}
      {p("scenario.finding", { areas, before: rangeText(before, answer, t), after: rangeText(after, answer, t), change: changeText(change, answer, t) })}
    </p>
  );
}

/** The chosen areas together, the one that is selected, and the districts. */
function rowsOf({ model, t, answer }: AnswerProps): IntervalRow[] {
  const p = words(t.lang);
  const { codes, names, before, after, change } = answer.areas;
  const i = codes.indexOf(model.state.area ?? "");
  const at = (column: typeof before) => ({ value: column.value[i] ?? 0, lower: column.lower[i] ?? null, upper: column.upper[i] ?? null });
  const own: IntervalRow[] = i < 0 ? [] : [{ name: names[i] ?? "", before: at(before), after: at(after), change: at(change), strong: true }];
  const together: IntervalRow[] = answer.selection && codes.length > 1 ? [{ name: p("scenario.together"), ...answer.selection, strong: true }] : [];
  const districts = answer.districts.length > 1 ? answer.districts.map((one) => ({ ...one, name: one.name ?? one.code ?? "", strong: false })) : [];
  return [...together, ...own, ...districts.map(({ name, before: from, after: to, change: by, strong }) => ({ name, before: from, after: to, change: by, strong }))];
}

const FIRST_ROWS = 20;

/** All areas, those first whose prediction changes most. */
function AreasTable(props: AnswerProps & { readonly changed: boolean }) {
  const { model, radar, t, answer, changed } = props;
  const p = words(t.lang);
  const [all, setAll] = useState(false);
  const { codes, names, before, after, change, outside, extrapolated } = answer.areas;
  const order = codes.map((_, i) => i).sort((a, b) => Math.abs(change.value[b] ?? 0) - Math.abs(change.value[a] ?? 0) || (names[a] ?? "").localeCompare(names[b] ?? "", t.lang));
  const far = new Set([...extrapolated, ...Object.keys(outside)]);
  const range = (column: typeof before, i: number) => ({ value: column.value[i] ?? 0, lower: column.lower[i] ?? null, upper: column.upper[i] ?? null });
  return (
    <details class="card-part">
      <summary>{p("scenario.table")}</summary>
      <div class="scroller" tabIndex={0} role="region" aria-label={p("scenario.table")}>
        <table class="scenario-table">
          <thead>
            <tr>
              <th scope="col">{p("column.area")}</th>
              <th scope="col">{p("column.before")}</th>
              {changed && <th scope="col">{p("column.after")}</th>}
              {changed && <th scope="col">{p("column.change")}</th>}
            </tr>
          </thead>
          <tbody>
            {(all ? order : order.slice(0, FIRST_ROWS)).map((i) => {
              const code = codes[i] ?? "";
              return (
                <tr key={code} class={code === model.state.area ? "selected" : undefined}>
                  <th scope="row">
                    <a href={radar.addressOf({ area: code })} onClick={inPage(() => { radar.select(code); })}>
                      {names[i]}
                    </a>
                    {far.has(code) && <span class="note"> {p("column.outside")}</span>}
                  </th>
                  <td>{rangeText(range(before, i), answer, t)}</td>
                  {changed && <td>{rangeText(range(after, i), answer, t)}</td>}
                  {changed && <td>{changeText(range(change, i), answer, t)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {!all && order.length > FIRST_ROWS && (
        <button type="button" onClick={() => { setAll(true); }}>
          {p("result.all", { n: formatNumber(order.length, 0, t.lang) })}
        </button>
      )}
    </details>
  );
}
