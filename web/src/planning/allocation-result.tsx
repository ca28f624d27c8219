import type { AllocatedArea, AllocationAnswer } from "../api/planning-types.js";
import type { RequestFailure } from "../api/client.js";
import { cut, formatNumber, shareDecimals, withUnit } from "../format/numbers.js";
import { kindId } from "../state/allocation.js";
import { districtsOf } from "../view/districts.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { OFTEN, unitCount, unitNames } from "../view/subject.js";
import { percentText } from "./contributions.js";
import { words } from "./words.js";

/** Where units should stand, how certain that is, and what each rule costs. */
export function AllocationResult(props: Props) {
  const { model, radar, t } = props;
  const { allocation } = model;
  const p = words(t.lang);
  if (allocation.failure?.problem.endsWith("/rules-contradict")) return <Contradiction {...props} failure={allocation.failure} />;
  if (allocation.failure) return <Failure t={t} failure={allocation.failure} what={p("allocation.failure")} retry={() => { radar.retry(); }} />;
  if (!allocation.value) return <p class="note">{allocation.loading ? p("allocation.computing") : p("allocation.source.none")}</p>;
  return <Answer {...props} answer={allocation.value} />;
}

/** Which rules cannot be kept together, in words. */
function Contradiction(props: Props & { readonly failure: RequestFailure }) {
  const { failure, t } = props;
  const p = words(t.lang);
  return (
    <div class="failure" role="alert">
      <p class="failure-what">{p("allocation.contradiction")}</p>
      <ul class="result-list">
        {rulesNamed(failure.detail).map((rule) => (
          <li key={rule}>{ruleText(rule, props)}</li>
        ))}
      </ul>
      <p>{p("allocation.contradiction.help")}</p>
    </div>
  );
}

/** The rules that the server names: `number:KIND`, `minimum:DISTRICT`, `cap`, `budget`. */
export const rulesNamed = (detail: string): string[] => [...new Set(detail.match(/\b(?:number|minimum):[\w-]+|\b(?:cap|budget)\b/g) ?? [])];

function ruleText(rule: string, { model, t }: Props): string {
  const p = words(t.lang);
  const { units, rules } = model.state;
  const [name, of = ""] = rule.split(":");
  const kind = units.find((_, i) => kindId(i) === of);
  const districts = districtsOf(model.areas.value, t.lang);
  const found = districts.find((one) => one.code === of)?.name ?? of;
  // A city may bear the name of the district around it.
  const district = districts.filter((one) => one.name === found).length > 1 ? `${found} (${of})` : found;
  if (name === "number") return p("allocation.contradiction.number", { n: kind?.number ?? 0, name: kind?.name ?? of });
  if (name === "minimum") return p("allocation.contradiction.minimum", { n: rules.minimum ?? 0, district });
  return name === "cap" ? p("allocation.contradiction.cap", { n: rules.cap ?? 0 }) : p("allocation.contradiction.budget", { n: formatNumber(rules.budget ?? 0, 0, t.lang) });
}

interface AnswerProps extends Props {
  readonly answer: AllocationAnswer;
}

function Answer(props: AnswerProps) {
  const { model, t, answer } = props;
  const p = words(t.lang);
  const { units } = model.state;
  const idle = units.flatMap(({ name, number }, i) => (number > (answer.used[kindId(i)] ?? 0) ? [p("allocation.idle", { n: number - (answer.used[kindId(i)] ?? 0), name })] : []));
  return (
    <div class="result" data-waiting={model.allocation.loading}>
      {model.allocation.loading && <p class="note">{p("allocation.computing")}</p>}
      <h2>{p("allocation.result")}</h2>
      <p class="finding">
        {p("allocation.finding", { units: unitNames(answer.used, units, t) || p("allocation.noUnits"), percent: percentText(answer.share, t.lang) })}{" "}
        <strong>{answer.proven ? p("allocation.proven") : gapText(answer.gap, t)}</strong>
      </p>
      {idle.map((text) => (
        <p key={text} class="warning">
          {text}
        </p>
      ))}
      {answer.firmness !== null && <p>{p("allocation.firmness", { percent: percentText(answer.firmness, t.lang), draws: answer.draws })}</p>}
      <Places {...props} />
      <Prices {...props} />
      <h3>{p("result.notes")}</h3>
      <ul class="result-notes">
        {answer.notes.map((one) => (
          <li key={one.kind}>{t.pair(one.text)}</li>
        ))}
        <li>{p("allocation.unit", { unit: t.pair(answer.unit) })}</li>
        <li>{t("attribution.values", { text: answer.attribution })}</li>
      </ul>
    </div>
  );
}

/** Least that is told of a gap: beside "not proven" there is no "0 %". */
const LEAST_MORE = 0.01;

/** How much more another allocation could cover than this one. The gap is a share of the bound, and a limit is rounded up. */
export function gapText(gap: number, t: Props["t"]): string {
  const p = words(t.lang);
  if (gap >= 1) return p("allocation.gap.open");
  const more = Math.max(LEAST_MORE, (100 * gap) / (1 - gap));
  const digits = shareDecimals(more);
  return p("allocation.gap", { percent: withUnit(formatNumber(-cut(-more, digits), digits, t.lang), "%", t.lang) });
}

/** Areas with units first, then those that draws choose often but that got none. */
export function placesOf(areas: readonly AllocatedArea[]): readonly AllocatedArea[] {
  const shown = areas.filter((one) => unitCount(one) > 0 || (one.chosen ?? 0) >= OFTEN / 2);
  return [...shown].sort((a, b) => Math.sign(unitCount(b)) - Math.sign(unitCount(a)) || (b.chosen ?? 0) - (a.chosen ?? 0) || b.demand - a.demand || a.name.localeCompare(b.name));
}

const FIRST_ROWS = 60;

function Places({ model, radar, t, answer }: AnswerProps) {
  const p = words(t.lang);
  const rows = placesOf(answer.areas);
  return (
    <>
      <h3>{p("allocation.places")}</h3>
      <div class="scroller" tabIndex={0} role="region" aria-label={p("allocation.places")}>
        <table class="scenario-table">
          <thead>
            <tr>
              <th scope="col">{p("column.area")}</th>
              <th scope="col">{p("column.units")}</th>
              <th scope="col" class="number">
                {p("column.covered")}
              </th>
              <th scope="col" class="number">
                {p("column.chosen")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, FIRST_ROWS).map((one) => (
              <tr key={one.code} class={one.code === model.state.area ? "selected" : undefined}>
                <th scope="row">
                  <a href={radar.addressOf({ area: one.code })} onClick={inPage(() => { radar.select(one.code); })}>
                    {one.name}
                  </a>
                </th>
                <td>{unitNames(one.units, model.state.units, t) || p("allocation.none")}</td>
                <td class="number">{one.demand > 0 ? percentText(one.covered / one.demand, t.lang) : "–"}</td>
                <td class="number">{one.chosen === null ? "–" : percentText(one.chosen, t.lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > FIRST_ROWS && <p class="note">{p("allocation.places.more", { n: rows.length - FIRST_ROWS })}</p>}
    </>
  );
}

/** What each rule costs, and whether that is proven, in the server's words: without a price a rule would look free. */
function Prices({ t, answer }: AnswerProps) {
  const p = words(t.lang);
  if (answer.rules.length === 0) return null;
  return (
    <>
      <h3>{p("allocation.prices")}</h3>
      <ul class="result-list">
        {answer.rules.map((one) => (
          <li key={one.rule}>
            {t.pair(one.text)}
            {one.price > 0 && answer.demand > 0 && ` ${p("allocation.price.share", { percent: percentText(one.price / answer.demand, t.lang) })}`}
          </li>
        ))}
      </ul>
    </>
  );
}
