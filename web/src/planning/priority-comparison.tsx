import { useEffect, useRef, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import type { MovedArea, PriorityComparison, PriorityQuestion } from "../api/types.js";
import { formatNumber } from "../format/numbers.js";
import { orderQuestion } from "../state/criteria.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { PrioritySets, type Base } from "./priority-sets.js";

const FIRST_ROWS = 15;
const WAIT_MS = 300;

/** Keeping and handing on weights, and "who moves?" when they change: against kept ones or a stored set. */
export function PriorityComparisonPart(props: Props) {
  const { model, t } = props;
  const [base, setBase] = useState<Base | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = orderQuestion(model.state, model.catalog);
  if (!question) return null;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} class={base ? undefined : "screen-only"}>{t("priorities.moves")}</h3>
      <p class="screen-only">{t("priorities.moves.intro")}</p>
      <p>
        <button type="button" onClick={() => { setBase({ name: t("priorities.kept.name"), side: { request: question }, key: JSON.stringify(question) }); }}>
          {t("priorities.keep")}
        </button>
      </p>
      {base && <Moves {...props} base={base} question={question} />}
      <PrioritySets
        {...props}
        question={question}
        compare={(chosen) => {
          setBase(chosen);
          heading.current?.focus();
        }}
      />
    </>
  );
}

/** What came of a comparison, and of which one: while another is on its way, nothing of this one is said. */
interface Came {
  readonly of: string;
  readonly found: PriorityComparison | RequestFailure;
}

function Moves({ radar, t, base, question }: Props & { readonly base: Base; readonly question: PriorityQuestion }) {
  const [came, setCame] = useState<Came | null>(null);
  const [tries, setTries] = useState(0);
  const key = JSON.stringify(question);
  const of = `${base.key} ${key} ${t.lang}`;
  const same = base.key === key;
  useEffect(() => {
    if (same) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      radar.api.comparePriorities(base.side, { request: question }, stop.signal).then(
        (found) => { if (!stop.signal.aborted) setCame({ of, found }); },
        (error: unknown) => { if (error instanceof RequestFailure && !stop.signal.aborted) setCame({ of, found: error }); },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [of, radar, tries]);
  const again = (): void => {
    setCame(null);
    setTries(tries + 1);
  };
  return <MovesShown t={t} name={base.name} same={same} of={of} came={came} retry={again} />;
}

interface ShownProps extends Pick<Props, "t"> {
  readonly name: string;
  /** Whether an order is compared with itself. */
  readonly same: boolean;
  /** The comparison that is wanted. */
  readonly of: string;
  readonly came: Came | null;
  readonly retry: () => void;
}

/** The comparison that is wanted once it is there, never another one under its name. */
export function MovesShown({ t, name, same, of, came, retry }: ShownProps) {
  if (same) return <p class="note" role="status">{t("priorities.moves.same", { name })}</p>;
  if (came?.of !== of) return <p class="note">{t("loading")}</p>;
  if (came.found instanceof RequestFailure) return <Failure t={t} failure={came.found} what={t("priorities.moves.failure")} retry={retry} />;
  return <MovesTable name={name} found={came.found} t={t} />;
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
