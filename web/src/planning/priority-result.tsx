import { useState } from "preact/hooks";
import type { PrioritiesAnswer, PriorityArea } from "../api/types.js";
import { formatNumber } from "../format/numbers.js";
import { priorityQuestion } from "../state/criteria.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import { PriorityComparisonPart } from "./priority-comparison.js";
import { PriorityContributions } from "./priority-contributions.js";
import { PriorityFiles } from "./priority-files.js";
import type { Props } from "../view/props.js";
import { TwoAxes } from "./two-axes.js";
import { words } from "./words.js";

const FIRST_ROWS = 25;
const PERCENT = 100;

/** Which areas come first by the criteria that were chosen, and how certain that is. */
export function PriorityResult(props: Props) {
  const { model, radar, t } = props;
  const { priorities } = model;
  if (priorities.failure) return <Failure t={t} failure={priorities.failure} what={t("failure.priorities")} retry={() => { radar.retry(); }} />;
  if (!priorities.value) return <p class="note">{priorities.loading ? t("loading") : missingText(props)}</p>;
  return <Answer {...props} answer={priorities.value} />;
}

/** What is still to be chosen before there is an order. */
function missingText({ model, t }: Props): string {
  return priorityQuestion(model.state, model.catalog) ? words(t.lang)("priorities.axis") : t("priorities.none");
}

interface ResultProps extends Props {
  readonly answer: PrioritiesAnswer;
}

function Answer(props: ResultProps) {
  const { model, t, answer } = props;
  return (
    <div class="result" data-waiting={model.priorities.loading}>
      {model.priorities.loading && <p class="note">{t("loading")}</p>}
      <h2>{t("priorities.title")}</h2>
      <Summary {...props} />
      <TwoAxes {...props} areas={answer.areas} />
      <Ranks {...props} />
      <PriorityContributions {...props} />
      <PriorityComparisonPart {...props} />
      <PriorityFiles {...props} />
      <h3>{t("priorities.notes")}</h3>
      <ul class="result-notes">
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
  const last = Math.max(1, ...rows.map((one) => one.rankHigh ?? 1));
  return (
    <>
      <h3>{t("priorities.order")}</h3>
      <p class="note">{t("priorities.bars", { last: formatNumber(last, 0, t.lang) })}</p>
      <div class="scroller" tabIndex={0} role="region" aria-label={t("priorities.order")}>
        <table class="priority-table">
          <thead>
            <tr>
              <th scope="col">{t("priorities.area")}</th>
              <th scope="col">{t("priorities.ranks")}</th>
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
              <RankRow key={area.code} {...props} area={area} last={last} />
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

interface RowProps extends ResultProps {
  readonly area: PriorityArea;
  /** Rank at which the bars of the table end. */
  readonly last: number;
}

function RankRow(props: RowProps) {
  const { model, radar, area } = props;
  return (
    <tr class={area.code === model.state.area ? "selected" : undefined} onMouseEnter={() => { radar.outline(area.code); }} onMouseLeave={() => { radar.outline(null); }}>
      <th scope="row">
        <a href={radar.addressOf({ area: area.code })} onClick={inPage(() => { radar.select(area.code); })}>
          {area.name}
        </a>
        <RankBar {...props} />
      </th>
      <RankCells {...props} />
    </tr>
  );
}

/** The range of ranks as a bar, with the computed one as a line in it. */
function RankBar({ area, last }: RowProps) {
  const { rank, rankLow, rankHigh } = area;
  if (rank === null || rankLow === null || rankHigh === null) return null;
  const left = ((rankLow - 1) / last) * PERCENT;
  const width = ((rankHigh - rankLow + 1) / last) * PERCENT;
  return (
    <svg class="rank-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="rank-track" x="0" y="3" width="100" height="2" />
      <rect class="rank-range" x={left} y="1" width={width} height="6" />
      <rect class="rank-own" x={((rank - 0.5) / last) * PERCENT - 0.5} y="0" width="1" height="8" />
    </svg>
  );
}

/** A rank never stands without its interval. */
function RankCells(props: ResultProps & { readonly area: PriorityArea }) {
  const { t, area } = props;
  const { rank, rankLow, rankHigh } = area;
  if (rank === null || rankLow === null || rankHigh === null) {
    return (
      <td colSpan={3} class="note">
        {t("priorities.missing", { names: area.missing.map((id) => nameOf(props, id)).join(", ") })}
      </td>
    );
  }
  return (
    <>
      <td>{rankLow === rankHigh ? t("priorities.rank.firm", { rank }) : t("priorities.rank", { rank, low: rankLow, high: rankHigh })}</td>
      <td class="number">{area.topProbability === null ? "" : t("priorities.percent", { percent: percent(area.topProbability, t.lang) })}</td>
      <td class="number">{area.rankWithoutSupport ?? "–"}</td>
    </>
  );
}
