import { useEffect, useRef } from "preact/hooks";
import type { Portrait } from "../api/place-types.js";
import { at, inFull } from "../api/root.js";
import type { AreaDetail } from "../api/types.js";
import { levelOf } from "../app/model.js";
import { formatNumber } from "../format/numbers.js";
import { CopyLink } from "../view/copy-link.js";
import { Failure, isUnknownArea, UnknownArea } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { Dimensions } from "./dimensions.js";
import { Indicators, Unpublished } from "./indicators.js";
import { Contacts, Milestones } from "./network.js";
import { fillSheets } from "./paper.js";
import { SafetyPart } from "./safety.js";
import { placeWords } from "./words.js";

/** All that is published of a place; printed it is two pages of A4. */
export function PlacePage(props: Props) {
  const { model, radar, t } = props;
  const { portrait } = model;
  const p = placeWords(t.lang);
  const unknown = isUnknownArea(portrait.failure);
  if (portrait.failure && !unknown) return <Failure t={t} failure={portrait.failure} what={p("page.failure")} retry={() => { radar.retry(); }} />;
  if (portrait.value && portrait.value.code === model.state.area) return <Page {...props} portrait={portrait.value} />;
  return (
    <section aria-labelledby="place-title">
      <h1 id="place-title">{t("view.place")}</h1>
      {unknown && <UnknownArea {...props} />}
      <p>{portrait.loading ? t("loading") : p("page.intro")}</p>
    </section>
  );
}

/** Said beside the values and not among what the data cannot say. */
const ELSEWHERE = ["safety-gap", "recorded-crime", "network-incomplete"];

function Page(props: Props & { readonly portrait: Portrait }) {
  const { model, t, portrait } = props;
  const p = placeWords(t.lang);
  const article = useRef<HTMLElement>(null);
  useEffect(() => (article.current ? fillSheets(article.current) : undefined), []);
  const detail = model.area.value?.code === portrait.code ? model.area.value : null;
  const wider = { district: nameOf(detail, "district", portrait, p("page.district", { name: detail?.district?.name ?? "" })), state: nameOf(detail, "state", portrait) };
  return (
    <article ref={article} class="place-page" data-waiting={model.portrait.loading} aria-labelledby="place-title">
      <header class="place-head">
        <div>
          <h1 id="place-title">{portrait.name}</h1>
          <p class="note">{placeLine(props, detail)}</p>
        </div>
        <div class="actions" role="group" aria-label={t("action.label")}>
          <CopyLink t={t} />
          <button type="button" class="quiet" onClick={() => { print(); }}>
            {p("page.print")}
          </button>
        </div>
      </header>
      <p class="place-peers">{peersText(props)}</p>
      <div class="place-columns">
        <section aria-labelledby="place-dimensions">
          <h2 id="place-dimensions">{p("dimensions.title")}</h2>
          <Dimensions t={t} portrait={portrait} {...wider} />
        </section>
        <div class="place-side">
          <section aria-labelledby="place-safety">
            <h2 id="place-safety">{p("safety.title")}</h2>
            <SafetyPart {...props} />
          </section>
          <section aria-labelledby="place-network">
            <h2 id="place-network">{t("milestone.title")}</h2>
            <Milestones {...props} detail={detail} />
          </section>
          <section aria-labelledby="place-contacts">
            <h2 id="place-contacts">{p("contacts.title")}</h2>
            <Contacts t={t} portrait={portrait} />
          </section>
        </div>
      </div>
      <section aria-labelledby="place-limits" class="place-limits">
        <h2 id="place-limits">{p("limits.title")}</h2>
        <ul>
          {portrait.notes.filter((one) => !ELSEWHERE.includes(one.kind)).map((one) => (
            <li key={one.kind}>{t.pair(one.text)}</li>
          ))}
          <li>{p("limits.ranks")}</li>
        </ul>
        <Unpublished {...props} />
        <p class="note">{t("attribution.values", { text: portrait.attribution })}</p>
        <p class="note">{p("page.revision", { n: portrait.revision, address: inFull(at("/")) })}</p>
      </section>
      <section aria-labelledby="place-indicators" class="place-indicators">
        <h2 id="place-indicators">{p("indicators.title", { name: portrait.name })}</h2>
        {portrait.example && <p class="place-second">{t("example.ribbon")}</p>}
        <Indicators {...props} {...wider} />
      </section>
    </article>
  );
}

/** The name of the area that holds the place, or null where that is the place itself, or not known. */
function nameOf(detail: AreaDetail | null, level: string, portrait: Portrait, shown?: string): string | null {
  const found = detail?.ancestors.find((one) => one.level === level);
  // A city that is a district of its own is not put beside itself: its key is that of the district with three zeros.
  if (!found || found.code === portrait.code || `${found.code}000` === portrait.code) return null;
  return shown !== undefined && !/kreis$/i.test(found.name) ? shown : found.name;
}

function placeLine({ model, t, portrait }: Props & { readonly portrait: Portrait }, detail: AreaDetail | null): string {
  const p = placeWords(t.lang);
  const level = levelOf(model.catalog, portrait.level);
  const kind = level ? t.pair(level.name) : "";
  const designation = detail === null || detail.designation === "" ? kind : detail.designation;
  const people = portrait.population === null ? "" : p("page.people", { n: formatNumber(portrait.population, 0, t.lang) });
  const district = detail?.district && !portrait.code.startsWith(`${detail.district.code}000`) && detail.district.code !== portrait.code ? p("page.district", { name: detail.district.name }) : "";
  return [designation, district, people, t("area.key", { code: portrait.code })].filter(Boolean).join(" · ");
}

/** Of fewer comparable areas nothing is said. */
const LEAST_PEERS = 4;

/** Whom the place is held against, in a sentence. */
function peersText({ model, t, portrait }: Props & { readonly portrait: Portrait }): string {
  const p = placeWords(t.lang);
  const { peers } = portrait;
  if (peers === null || peers.n === 0) return p("peers.none");
  const few = peers.n < LEAST_PEERS ? ` ${p("peers.few")}` : "";
  const level = levelOf(model.catalog, peers.level);
  const n = formatNumber(peers.n, 0, t.lang);
  const what = level ? t.pair(level.plural) : peers.level;
  if (peers.kind !== "size-class") return p("peers.district", { n, what }) + few;
  const [from = "", to = ""] = peers.id.split("-").map((end) => (end === "" ? "" : formatNumber(Number(end), 0, t.lang)));
  return (to === "" ? p("peers.from", { n, what, from }) : p("peers.between", { n, what, from, to })) + few;
}
