import { useState } from "preact/hooks";
import type { PrioritiesAnswer, PriorityArea } from "../api/types.js";
import { levelOf } from "../app/model.js";
import { formatNumber } from "../format/numbers.js";
import { CopyLink } from "./copy-link.js";
import { inPage } from "./links.js";
import { Failure } from "./messages.js";
import { PriorityChoices } from "./priority-choices.js";
import { PriorityComparisonPart } from "./priority-comparison.js";
import { PriorityContributions } from "./priority-contributions.js";
import { PriorityParts } from "./priority-parts.js";
import type { Props } from "./props.js";
import { TwoAxes } from "./two-axes.js";

const FIRST_ROWS = 25;
const PERCENT = 100;

/** Which areas come first by criteria that a person chooses, and how certain that is. */
export function PrioritiesView(props: Props) {
  const { model, radar, t } = props;
  const { priorities } = model;
  const level = levelOf(model.catalog, model.state.level);
  return (
    <section class="reading priorities" aria-labelledby="priorities-title">
      <h1 id="priorities-title">{t("priorities.title")}</h1>
      <p class="actions">
        <CopyLink t={t} />
      </p>
      <p>{t("priorities.intro", { areas: level ? t.pair(level.plural) : "" })}</p>
      <PriorityParts {...props} />
      <PriorityChoices {...props} />
      {priorities.failure && <Failure t={t} failure={priorities.failure} what={t("failure.priorities")} retry={() => { radar.retry(); }} />}
      {priorities.loading && <p class="note">{t("loading")}</p>}
      {!priorities.loading && priorities.key === "" && <p>{t("priorities.none")}</p>}
      {priorities.value && !priorities.failure && <Result {...props} answer={priorities.value} />}
    </section>
  );
}

interface ResultProps extends Props {
  readonly answer: PrioritiesAnswer;
}

function Result(props: ResultProps) {
  const { model, t, answer } = props;
  return (
    <div data-waiting={model.priorities.loading}>
      <Summary {...props} />
      <TwoAxes {...props} areas={answer.areas} />
      <Ranks {...props} />
      <PriorityContributions {...props} />
      <PriorityComparisonPart {...props} />
      <h2>{t("priorities.notes")}</h2>
      <ul class="priority-notes">
        {answer.notes.map((one, i) => (
          <li key={`${one.kind} ${i}`}>{t.pair(one.text)}</li>
        ))}
        <li>{t.pair(answer.normalisation)}</li>
        <li>{t.pair(answer.decomposition)}</li>
        <li>{t("priorities.seed", { draws: formatNumber(answer.stability.draws, 0, t.lang), seed: answer.stability.seed, id: answer.id })}</li>
      </ul>
      <p class="note">{answer.attribution}</p>
    </div>
  );
}

const percent = (share: number, lang: Props["t"]["lang"]): string => formatNumber(share * PERCENT, 0, lang);

function nameOf({ model, t }: Props, id: string): string {
  const indicator = model.catalog.indicators.find((one) => one.id === id);
  return indicator ? t.pair(indicator.name) : id;
}

/** What may be said of the order as a whole, in sentences. */
function Summary(props: ResultProps) {
  const { t, answer } = props;
  const apart = answer.pairs.filter((one) => one.verdict === "probably-different").length;
  const differing = answer.disagreement[0];
  return (
    <div class="priority-summary">
      <p>
        <strong>{t(`priorities.stability.${answer.stability.verdict}`)}</strong>{" "}
        {t("priorities.kept", { top: answer.top, percent: percent(answer.stability.topKept, t.lang) })}
      </p>
      <p>{t("priorities.decisive", { name: nameOf(props, answer.decisive) })}</p>
      {answer.pairs.length > 0 && <p>{t("priorities.pairs", { apart, pairs: answer.pairs.length, top: answer.top })}</p>}
      {answer.double.map((one) => (
        <p key={one.indicator} class="warning">
          {t("priorities.double", { name: nameOf(props, one.indicator), percent: percent(one.totalWeight, t.lang) })}
        </p>
      ))}
      {differing && (
        <p>{t("priorities.disagree", { name: differing.name, low: Math.min(...Object.values(differing.ranks)), high: Math.max(...Object.values(differing.ranks)) })}</p>
      )}
    </div>
  );
}

function Ranks(props: ResultProps) {
  const { t, answer } = props;
  const [all, setAll] = useState(false);
  const rows = all ? answer.areas : answer.areas.slice(0, FIRST_ROWS);
  return (
    <>
      <h2>{t("priorities.order")}</h2>
      <div class="scroller" tabIndex={0} role="region" aria-label={t("priorities.order")}>
        <table class="priority-table">
          <thead>
            <tr>
              <th scope="col">{t("priorities.area")}</th>
              <th scope="col">{t("priorities.ranks")}</th>
              <th scope="col" aria-hidden="true" class="rank-bar-column" />
              <th scope="col" class="number">
                {t("priorities.top", { top: answer.top })}
              </th>
              <th scope="col" class="number">
                {t("priorities.without")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((area) => (
              <RankRow key={area.code} {...props} area={area} />
            ))}
          </tbody>
        </table>
      </div>
      {!all && answer.areas.length > FIRST_ROWS && (
        <button type="button" onClick={() => { setAll(true); }}>
          {t("priorities.all", { n: formatNumber(answer.areas.length, 0, t.lang) })}
        </button>
      )}
    </>
  );
}

function RankRow(props: ResultProps & { readonly area: PriorityArea }) {
  const { model, radar, area } = props;
  const wish = { view: "map" as const, area: area.code };
  return (
    <tr class={area.code === model.state.area ? "selected" : undefined}>
      <th scope="row">
        <a href={radar.addressOf(wish)} onClick={inPage(() => { radar.go(wish); })}>
          {area.name}
        </a>
      </th>
      <RankCells {...props} />
    </tr>
  );
}

/** A rank never stands without its interval. */
function RankCells(props: ResultProps & { readonly area: PriorityArea }) {
  const { t, answer, area } = props;
  const { rank, rankLow, rankHigh } = area;
  if (rank === null || rankLow === null || rankHigh === null) {
    return (
      <td colSpan={4} class="note">
        {t("priorities.missing", { names: area.missing.map((id) => nameOf(props, id)).join(", ") })}
      </td>
    );
  }
  const left = ((rankLow - 1) / answer.ranked) * PERCENT;
  const width = ((rankHigh - rankLow + 1) / answer.ranked) * PERCENT;
  return (
    <>
      <td class="nowrap">{rankLow === rankHigh ? t("priorities.rank.firm", { rank }) : t("priorities.rank", { rank, low: rankLow, high: rankHigh })}</td>
      <td aria-hidden="true">
        <svg class="rank-bar" viewBox="0 0 100 8" preserveAspectRatio="none">
          <rect class="rank-track" x="0" y="3" width="100" height="2" />
          <rect class="rank-range" x={left} y="1" width={width} height="6" />
          <rect class="rank-own" x={((rank - 0.5) / answer.ranked) * PERCENT - 0.5} y="0" width="1" height="8" />
        </svg>
      </td>
      <td class="number">{area.topProbability === null ? "" : t("priorities.percent", { percent: percent(area.topProbability, t.lang) })}</td>
      <td class="number">{area.rankWithoutSupport ?? "–"}</td>
    </>
  );
}
