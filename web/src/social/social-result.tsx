import { paths } from "../api/radar-api.js";
import type { FacilityEntry, SocialIndicator, SocialSpace } from "../api/social-types.js";
import { levelOf } from "../app/model.js";
import { formatPeriod } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import { rangeText } from "../format/range.js";
import { Failure, isUnknownArea, UnknownArea } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { Measures } from "./measures.js";
import { StandingChart, StandingKeys } from "./standing-chart.js";
import { Waves } from "./waves.js";
import { socialWords, type SocialWords } from "./words.js";

/** What an area has and lacks: facilities, need and support beside its peers, hints, measures, waves. */
export function SocialResult(props: Props) {
  const { model, radar, t } = props;
  const { social } = model;
  const p = socialWords(t.lang);
  const unknown = isUnknownArea(social.failure);
  if (social.failure && !unknown) return <Failure t={t} failure={social.failure} what={p("social.failure")} retry={() => { radar.retry(); }} />;
  if (social.value) return <Answer {...props} answer={social.value} />;
  return (
    <>
      {unknown && <UnknownArea {...props} />}
      <p class="note">{social.loading ? t("loading") : p("social.choose")}</p>
    </>
  );
}

interface AnswerProps extends Props {
  readonly answer: SocialSpace;
}

function Answer(props: AnswerProps) {
  const { model, t, answer } = props;
  const p = socialWords(t.lang);
  const level = levelOf(model.catalog, answer.level);
  const of = (role: SocialIndicator["role"]) => answer.indicators.filter((one) => one.role === role);
  return (
    <div class="result social" data-waiting={model.social.loading}>
      <h2>{answer.name}</h2>
      <p class="note">
        {[level ? t.pair(level.name) : "", answer.population === null ? "" : p("social.people", { n: formatNumber(answer.population, 0, t.lang) }), peersText(answer, props)].filter(Boolean).join(" · ")}
      </p>
      <Gaps {...props} />
      <h3>{p("social.facilities")}</h3>
      {answer.facilities.length > 0 && <StandingKeys own={answer.name} peers={p("social.keys")} />}
      {answer.facilities.map((one) => (
        <Facility key={one.kind} t={t} entry={one} />
      ))}
      {answer.facilities.length > 0 && <FacilityTable t={t} entries={answer.facilities} />}
      <h3>{p("social.need")}</h3>
      <Indicators t={t} entries={of("need")} />
      <h3>{p("social.support")}</h3>
      <Indicators t={t} entries={of("support")} />
      <h3>{p("social.measures")}</h3>
      <Measures {...props} measures={answer.measures} csv={paths.measures(answer.code, answer.edition)} />
      <h3>{p("social.waves")}</h3>
      {answer.notes.filter((one) => one.kind === "no-proof").map((one) => (
        <p key={one.kind} class="caution">
          {t.pair(one.text)}
        </p>
      ))}
      <Waves t={t} waves={answer.waves} />
      <h3>{p("social.notes")}</h3>
      <ul class="result-notes">
        {answer.notes.filter((one) => one.kind !== "no-proof").map((one) => (
          <li key={one.kind}>{t.pair(one.text)}</li>
        ))}
        <li>{t("attribution.values", { text: answer.attribution })}</li>
      </ul>
    </div>
  );
}

/** Whom the area is held against, and of which level they are: a group of towns is held against towns. */
function peersText({ peers }: SocialSpace, { model, t }: Props): string {
  if (!peers) return "";
  const level = levelOf(model.catalog, peers.level);
  const text = peersNamed(peers, socialWords(t.lang), t);
  return level ? `${text} (${t.pair(level.plural)})` : text;
}

function peersNamed(peers: NonNullable<SocialSpace["peers"]>, p: SocialWords, t: Props["t"]): string {
  if (peers.kind !== "size-class") return p.plural("peers.district", peers.n);
  const [from = "", to = ""] = peers.id.split("-").map((end) => (end === "" ? "" : formatNumber(Number(end), 0, t.lang)));
  const n = formatNumber(peers.n, 0, t.lang);
  return to === "" ? p("peers.from", { n, from }) : p("peers.between", { n, from, to });
}

/** Where people meet: only these make hints of gaps. */
const MEETING = ["meeting-place", "club", "volunteer-station", "contact"];

/** Whether there could be a hint at all: some facility and some support stand beside those of peers. */
export function gapsTold({ facilities, indicators }: Pick<SocialSpace, "facilities" | "indicators">): boolean {
  const supply = facilities.some((one) => MEETING.includes(one.kind) && (one.standing !== null || one.standingByDistance !== null));
  return supply && indicators.some((one) => one.role === "support" && one.position !== null);
}

/** Hints to look closer; that there are none is said too, and that nothing can be told. */
function Gaps({ t, answer }: AnswerProps) {
  const p = socialWords(t.lang);
  return (
    <section class="gaps" aria-label={p("social.gaps")}>
      <h3>{p("social.gaps")}</h3>
      {answer.gaps.length === 0 ? (
        <p>{p(gapsTold(answer) ? "social.gaps.none" : "social.gaps.untold")}</p>
      ) : (
        <ul>
          {answer.gaps.map((one) => (
            <li key={one.kind}>{t.pair(one.text)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function number(value: number | null, decimals: number, t: Props["t"]): string {
  return value === null ? "–" : formatNumber(value, decimals, t.lang);
}

function Facility({ t, entry }: { readonly t: Props["t"]; readonly entry: FacilityEntry }) {
  const p = socialWords(t.lang);
  const { peers } = entry;
  return (
    <div class="social-row">
      <p>
        <span class="social-name">{capital(t.pair(entry.title))}</span>: {formatNumber(entry.count, 0, t.lang)}
      </p>
      <p class="social-words">{t.pair(entry.words)}</p>
      <p class="social-figure">
        {peers && <StandingChart value={entry.perThousand} peers={peers.perThousand} fromZero />}
        <span>{p("facility.perThousand", { n: number(entry.perThousand, 2, t) })}</span>
      </p>
      <p class="social-figure">
        {peers && <StandingChart value={entry.nearestKm} peers={peers.nearestKm} fromZero />}
        <span>{p("facility.nearest", { n: number(entry.nearestKm, 1, t) })}</span>
      </p>
    </div>
  );
}

/** English names of kinds begin small. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function FacilityTable({ t, entries }: { readonly t: Props["t"]; readonly entries: readonly FacilityEntry[] }) {
  const p = socialWords(t.lang);
  return (
    <details class="card-part">
      <summary>{p("social.table")}</summary>
      <div class="scroller" tabIndex={0} role="region" aria-label={p("social.facilities")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{p("column.kind")}</th>
              <th scope="col" class="number">{p("column.count")}</th>
              <th scope="col" class="number">{p("column.perThousand")}</th>
              <th scope="col" class="number">{p("column.usual")}</th>
              <th scope="col" class="number">{p("column.nearest")}</th>
              <th scope="col" class="number">{p("column.usual")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((one) => (
              <tr key={one.kind}>
                <th scope="row">{capital(t.pair(one.title))}</th>
                <td class="number">{formatNumber(one.count, 0, t.lang)}</td>
                <td class="number">{number(one.perThousand, 2, t)}</td>
                <td class="number">{number(one.peers?.perThousand.median ?? null, 2, t)}</td>
                <td class="number">{number(one.nearestKm, 1, t)}</td>
                <td class="number">{number(one.peers?.nearestKm.median ?? null, 1, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Indicators({ t, entries }: { readonly t: Props["t"]; readonly entries: readonly SocialIndicator[] }) {
  const p = socialWords(t.lang);
  if (entries.length === 0) return <p class="note">{p("social.indicators.none")}</p>;
  return (
    <>
      {entries.map((one) => (
        <div key={one.id} class="social-row">
          <p>
            <span class="social-name">{t.pair(one.name)}</span>
          </p>
          <p class="social-words">{t.pair(one.words)}</p>
          {one.value !== null && (
            <p class="social-figure">
              <StandingChart value={one.value} low={one.low} high={one.high} peers={one.peers} fromZero={false} />
              <span>
                {one.status === "estimated" ? "≈\u00a0" : ""}
                {rangeText({ value: one.value, lower: one.low, upper: one.high }, one, t)}, {formatPeriod(one.period, t.lang)}
                {one.peers.median === null ? "" : `; ${p("indicator.usual", { n: formatNumber(one.peers.median, one.decimals, t.lang) })}`}
              </span>
            </p>
          )}
        </div>
      ))}
    </>
  );
}
