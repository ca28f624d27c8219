import { useEffect } from "preact/hooks";
import type { GroupAtNeed, IncidentAnswer, IncidentFigure, PeopleRange, TouchedArea } from "../api/planning-types.js";
import { aboutRange } from "../format/about.js";
import { formatPeriod } from "../format/dates.js";
import { describeFigure } from "../format/figure.js";
import { formatNumber, shareDecimals, withUnit } from "../format/numbers.js";
import { rangeText } from "../format/range.js";
import { letterOf } from "../format/status.js";
import { boundsOf, helpersOf } from "../state/incident-answer.js";
import { isShape } from "../state/place.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { IncidentFiles } from "./incident-files.js";
import { words } from "./words.js";

/** Who and what lies inside, each with its range and where it comes from. */
export function IncidentResult(props: Props) {
  const { model, radar, t } = props;
  const { incident } = model;
  const p = words(t.lang);
  if (incident.failure) return <Failure t={t} failure={incident.failure} what={p("incident.failure")} retry={() => { radar.retry(); }} />;
  if (!incident.value) return <p class="note">{incident.loading ? t("loading") : p("incident.none")}</p>;
  return <Answer {...props} answer={incident.value} />;
}

interface AnswerProps extends Props {
  readonly answer: IncidentAnswer;
}

function Answer(props: AnswerProps) {
  const { model, radar, t, answer } = props;
  useEffect(() => {
    const bbox = boundsOf(answer.area.geometry);
    if (bbox && model.state.camera === null) radar.map?.fit(bbox);
  }, [answer.area.geometry]);
  const p = words(t.lang);
  const { support } = answer;
  return (
    <div class="result" data-waiting={model.incident.loading}>
      <h2>{p("incident.result")}</h2>
      <People {...props} />
      <Outside {...props} />
      {support && <p>{p("incident.mean", { name: t.pair(support.name), value: supportText(support, support, t), year: formatPeriod(support.period, t.lang) })}</p>}
      <Touched {...props} title={p("incident.areas")} areas={answer.areas} />
      <Touched {...props} title={p("incident.quarters")} areas={answer.quarters} />
      <Groups {...props} />
      <Facilities {...props} />
      <Order {...props} />
      <Neighbours {...props} />
      <IncidentFiles {...props} />
      <h3>{p("result.notes")}</h3>
      <ul class="result-notes">
        {answer.notes.map((one) => (
          <li key={one.de}>{t.pair(one)}</li>
        ))}
        <li>{t("attribution.values", { text: answer.attribution })}</li>
      </ul>
    </div>
  );
}

/** What lies where nothing is known; coordinates that meet no area at all often stand the wrong way round. */
function Outside({ model, t, answer }: AnswerProps) {
  const p = words(t.lang);
  const { outsideKm2 } = answer.area;
  const { place } = model.state;
  if (outsideKm2 <= 0) return null;
  return (
    <p class="warning">
      {p("incident.outside", { km2: formatNumber(outsideKm2, outsideKm2 < 10 ? 1 : 0, t.lang) })}
      {answer.areas.length === 0 && (place === null || isShape(place)) && ` ${p("incident.swapped")}`}
    </p>
  );
}

/** The number of people never stands without its range and what it rests on. */
function People({ t, answer }: AnswerProps) {
  const p = words(t.lang);
  const { people } = answer;
  if (answer.areas.length === 0) return null;
  if (!people) return <p class="finding">{p("incident.people.none")}</p>;
  return (
    <div class="finding">
      <p>
        <strong>{p("incident.people", aboutRange(people, t))}</strong>
      </p>
      <p class="note">
        {p(`incident.weights.${people.weights}`)}, {formatPeriod(people.period, t.lang)}.
      </p>
    </div>
  );
}

/** About how many, and from how few to how many. */
function PeopleText({ people, t }: Pick<Props, "t"> & { readonly people: PeopleRange | null }) {
  const p = words(t.lang);
  if (!people) return <>{p("incident.unknown")}</>;
  const { n, low, high } = aboutRange(people, t);
  return (
    <>
      {n} <span class="nowrap note">{p("incident.range", { low, high })}</span>
    </>
  );
}

/** Support, which a model predicts, with its interval; a value that is held back keeps its sign too. */
function supportText({ value, low, high, status }: IncidentFigure, { unit, period }: NonNullable<IncidentAnswer["support"]>, t: Props["t"]): string {
  const text = describeFigure({ value, lower: low, upper: high, status: letterOf(status) }, { unit, decimals: 1, computed: "model" }, period, t);
  return [text.mark, text.value, text.interval].filter(Boolean).join("\u00a0");
}

/** What is touched is never told as nothing. */
const LEAST_SHARE = 0.0001;

const shareText = (share: number, t: Props["t"]): string =>
  share < LEAST_SHARE ? words(t.lang)("incident.sliver") : withUnit(formatNumber(100 * share, shareDecimals(100 * share), t.lang), "%", t.lang);

function Touched({ model, radar, t, answer, title, areas }: AnswerProps & { readonly title: string; readonly areas: readonly TouchedArea[] }) {
  const p = words(t.lang);
  if (areas.length === 0) return null;
  const { support } = answer;
  return (
    <>
      <h3>{title}</h3>
      <div class="scroller" tabIndex={0} role="region" aria-label={title}>
        <table class="scenario-table">
          <thead>
            <tr>
              <th scope="col">{p("column.area")}</th>
              <th scope="col">{p("incident.column.people")}</th>
              {support && <th scope="col">{p("incident.column.support")}</th>}
            </tr>
          </thead>
          <tbody>
            {areas.map((one) => (
              <tr key={one.code} class={one.code === model.state.area ? "selected" : undefined}>
                <th scope="row">
                  <a href={radar.addressOf({ area: one.code })} onClick={inPage(() => { radar.select(one.code); })}>
                    {one.name}
                  </a>
                  <span class="note below">{one.whole ? p("incident.inside.whole") : p("incident.inside", { share: shareText(one.shareOfArea, t) })}</span>
                </th>
                <td>
                  <PeopleText people={one.people} t={t} />
                </td>
                {support && <td>{one.support ? supportText(one.support, support, t) : p("incident.unknown")}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Groups({ t, answer }: AnswerProps) {
  const p = words(t.lang);
  if (answer.groups.length === 0 || answer.areas.length === 0) return null;
  return (
    <>
      <h3>{p("incident.groups")}</h3>
      <table class="scenario-table">
        <thead>
          <tr>
            <th scope="col">{p("incident.group")}</th>
            <th scope="col">{p("incident.group.share")}</th>
            <th scope="col">{p("incident.column.people")}</th>
          </tr>
        </thead>
        <tbody>
          {answer.groups.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">
                {t.pair(one.name)} <span class="note">{formatPeriod(one.period, t.lang)}</span>
              </th>
              <td>{groupText(one, t)}</td>
              <td>{one.people ? <PeopleText people={one.people} t={t} /> : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function groupText({ value, low, high, unit }: GroupAtNeed, t: Props["t"]): string {
  if (value === null) return words(t.lang)("incident.unknown");
  return rangeText({ value, lower: low, upper: high }, { unit, decimals: unit.id === "persons" ? 0 : 1 }, t);
}

function Facilities({ t, answer }: AnswerProps) {
  const p = words(t.lang);
  const found = answer.facilities.filter((one) => one.count > 0);
  if (answer.facilities.length === 0) return null;
  return (
    <>
      <h3>{p("incident.facilities")}</h3>
      {found.length === 0 && <p>{p("incident.facilities.none")}</p>}
      <ul class="result-list">
        {found.map((one) => (
          <li key={one.layer}>
            <details data-paper>
              <summary>{p("incident.facility", { title: t.pair(one.title), n: formatNumber(one.count, 0, t.lang) })}</summary>
              <p class="note">
                {[...one.features.map((feature) => feature.name).filter((name) => name !== ""), ...(one.more > 0 ? [p("incident.facilities.more", { n: one.more })] : [])].join(" · ")}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}

const FIRST_RANKS = 10;

function Order({ t, answer }: AnswerProps) {
  const p = words(t.lang);
  const ranked = answer.priorities?.areas.filter((one) => one.rank !== null) ?? [];
  if (ranked.length < 2) return null;
  return (
    <>
      <h3>{p("incident.priorities")}</h3>
      <ol class="result-list ranks">
        {ranked.slice(0, FIRST_RANKS).map((one) => (
          <li key={one.code}>
            {one.name}: {one.rankLow === one.rankHigh ? t("priorities.rank.firm", { rank: one.rank ?? "" }) : t("priorities.rank", { rank: one.rank ?? "", low: one.rankLow ?? "", high: one.rankHigh ?? "" })}
          </li>
        ))}
      </ol>
      <p class="note">{p("incident.priorities.note")}</p>
    </>
  );
}

function Neighbours({ radar, t, answer }: AnswerProps) {
  const p = words(t.lang);
  const { support } = answer;
  const neighbours = helpersOf(answer);
  if (neighbours.length === 0) return null;
  return (
    <>
      <h3>{p("incident.neighbours")}</h3>
      <table class="scenario-table">
        <thead>
          <tr>
            <th scope="col">{p("column.area")}</th>
            <th scope="col" class="number">
              {p("incident.column.distance")}
            </th>
            {support && <th scope="col">{p("incident.column.support")}</th>}
          </tr>
        </thead>
        <tbody>
          {neighbours.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                <a href={radar.addressOf({ area: one.code })} onClick={inPage(() => { radar.select(one.code); })}>
                  {one.name}
                </a>
              </th>
              <td class="number">{p("incident.km", { n: formatNumber(one.distanceKm, 0, t.lang) })}</td>
              {support && <td>{supportText(one.support, support, t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{p("incident.neighbours.note")}</p>
    </>
  );
}
