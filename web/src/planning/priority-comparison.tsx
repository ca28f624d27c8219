import { useEffect, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import type { MovedArea, PriorityComparison, PriorityQuestion, PrioritySide, WeightSet } from "../api/types.js";
import { formatInstant } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import { priorityQuestion, wishOf } from "../state/criteria.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";

/** What the order is compared with: weights that were kept a moment ago, or a set that the office stored. */
interface Base {
  readonly name: string;
  readonly side: PrioritySide;
  readonly key: string;
}

const FIRST_ROWS = 15;
const WAIT_MS = 300;

/** "Who moves?" when weights change: against kept weights or a stored set. */
export function PriorityComparisonPart(props: Props) {
  const { model, t } = props;
  const [base, setBase] = useState<Base | null>(null);
  const question = priorityQuestion(model.state, model.catalog);
  if (!question) return null;
  return (
    <>
      <h3>{t("priorities.moves")}</h3>
      <p>{t("priorities.moves.intro")}</p>
      <p>
        <button type="button" onClick={() => { setBase({ name: t("priorities.kept.name"), side: { request: question }, key: JSON.stringify(question) }); }}>
          {t("priorities.keep")}
        </button>
      </p>
      <StoredSets {...props} compare={(set) => { setBase({ name: set.name, side: { id: set.id }, key: set.id }); }} />
      {base && <Moves {...props} base={base} question={question} />}
    </>
  );
}

/** Sets of weights that the office stored; there is no list where there are none. */
function StoredSets({ model, radar, t, compare }: Props & { readonly compare: (set: WeightSet) => void }) {
  const [sets, setSets] = useState<readonly WeightSet[]>([]);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const read = (): void => {
    setFailure(null);
    radar.api.weightSets().then(setSets, (error: unknown) => { if (error instanceof RequestFailure) setFailure(error); });
  };
  useEffect(read, [radar, model.catalog]);
  if (failure) return <Failure t={t} failure={failure} what={t("priorities.sets.failure")} retry={read} />;
  if (sets.length === 0) return <p class="note">{t("priorities.sets.none")}</p>;
  return (
    <ul class="weight-sets">
      {sets.map((set) => {
        const wish = wishOf(set.request);
        return (
          <li key={set.id}>
            <span>
              <strong>{set.name}</strong> <span class="note">{t("priorities.sets.saved", { when: formatInstant(set.savedAt, t.lang), id: set.id })}</span>
            </span>
            {wish && (
              <a class="quiet button" href={radar.addressOf(wish)} onClick={inPage(() => { radar.go(wish); })}>
                {t("priorities.sets.open")}
              </a>
            )}
            <button type="button" class="quiet" onClick={() => { compare(set); }}>
              {t("priorities.sets.compare")}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Moves({ radar, t, base, question }: Props & { readonly base: Base; readonly question: PriorityQuestion }) {
  const [found, setFound] = useState<PriorityComparison | null>(null);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(question);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setFailure(null);
      radar.api.comparePriorities(base.side, { request: question }, stop.signal).then(setFound, (error: unknown) => {
        if (error instanceof RequestFailure && !stop.signal.aborted) setFailure(error);
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [base.key, key, radar, t.lang, tries]);
  if (failure) return <Failure t={t} failure={failure} what={t("priorities.moves.failure")} retry={() => { setTries(tries + 1); }} />;
  if (base.key === key) return <p class="note" role="status">{t("priorities.moves.same", { name: base.name })}</p>;
  if (!found) return <p class="note">{t("loading")}</p>;
  return <MovesTable name={base.name} found={found} t={t} />;
}

/** The areas that move most, each with both ranges and whether it can be told that it moves. */
export function MovesTable({ name, found, t }: Pick<Props, "t"> & { readonly name: string; readonly found: PriorityComparison }) {
  const sure = found.areas.filter((one) => one.verdict === "probably-moves").length;
  const moved = found.areas.filter((one) => one.change !== 0);
  return (
    <>
      <p>{t("priorities.moves.summary", { name, both: found.inBothTops, top: Math.min(found.a.top, found.b.top), sure: formatNumber(sure, 0, t.lang), n: formatNumber(found.areas.length, 0, t.lang) })}</p>
      <div class="scroller" tabIndex={0} role="region" aria-label={t("priorities.moves")}>
        <table class="moves-table">
          <thead>
            <tr>
              <th scope="col">{t("priorities.area")}</th>
              <th scope="col">{t("priorities.moves.before", { name })}</th>
              <th scope="col">{t("priorities.moves.now")}</th>
              <th scope="col">{t("priorities.moves.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {moved.slice(0, FIRST_ROWS).map((one) => (
              <tr key={one.code}>
                <th scope="row">{one.name}</th>
                <td>{rankText(one.a, t)}</td>
                <td>{rankText(one.b, t)}</td>
                <td>{verdictText(one, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{t.pair(found.note)}</p>
    </>
  );
}

const rankText = ({ rank, rankLow, rankHigh }: MovedArea["a"], t: Props["t"]): string => (rankLow === rankHigh ? t("priorities.rank.firm", { rank }) : t("priorities.rank", { rank, low: rankLow, high: rankHigh }));

function verdictText({ change, verdict }: MovedArea, t: Props["t"]): string {
  if (verdict === "cannot-be-told") return t("priorities.moves.open");
  return change > 0 ? t("priorities.moves.up", { n: change }) : t("priorities.moves.down", { n: -change });
}
