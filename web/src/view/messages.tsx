import type { RequestFailure } from "../api/client.js";
import { levelOf, type Model } from "../app/model.js";
import type { Notice } from "../state/resolve.js";
import type { Translator } from "../texts/texts.js";
import type { Props } from "./props.js";

/** Stands wherever invented values show, on screen and on paper. */
export function ExampleRibbon({ t }: { readonly t: Translator }) {
  return <p class="ribbon">{t("example.ribbon")}</p>;
}

/** Stands as long as the server does not answer: what shows is what was read before. */
export function Away({ t }: { readonly t: Translator }) {
  return (
    <p class="away" role="status">
      {t("away")}
    </p>
  );
}

/** What the page shows instead of what the address asked for. */
export function Hints({ model, radar, t }: Props) {
  const lines = [
    ...model.notices.map((notice) => noticeText(notice, model, t)),
    ...model.complaints.map(({ parameter, value }) => t("notice.parameter", { parameter, value })),
  ];
  return (
    <div class="hints" role="status">
      {lines.length > 0 && (
        <div class="hint">
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <button type="button" class="quiet" onClick={() => { radar.dismissNotices(); }}>
            {t("notice.dismiss")}
          </button>
        </div>
      )}
    </div>
  );
}

/** Whether what failed is about an area that is not there: no fault of the server, and nothing to ask again. */
export const isUnknownArea = (failure: RequestFailure | null): boolean => failure?.problem.endsWith("/unknown-area") === true;

/** Says that the area chosen is not there, unless a hint says it. */
export function UnknownArea({ model, t }: Pick<Props, "model" | "t">) {
  const { area, edition } = model.state;
  if (area === null || model.area.loading || model.notices.some(({ key }) => key === "area")) return null;
  return <p>{noticeText({ key: "area", wanted: area, shown: edition }, model, t)}</p>;
}

function noticeText({ key, wanted, shown }: Notice, model: Model, t: Translator): string {
  return t(`notice.${key}`, { wanted, shown: nameOf(key, shown, model, t) });
}

function nameOf(key: Notice["key"], id: string, model: Model, t: Translator): string {
  const { catalog } = model;
  const indicator = key === "indicator" && catalog.indicators.find((one) => one.id === id);
  const level = key === "level" && levelOf(catalog, id);
  const edition = (key === "edition" || key === "area") && catalog.editions.find((one) => one.id === id);
  if (indicator) return t.pair(indicator.name);
  if (level) return t.pair(level.plural);
  return edition ? t.pair(edition.title) : id;
}

interface FailureProps {
  readonly t: Translator;
  readonly failure: RequestFailure;
  /** What cannot be shown now, and what that means. */
  readonly what: string;
  readonly retry: () => void;
}

/** Says what happened, what it means and what to do; the server's own sentence comes after. */
export function Failure({ t, failure, what, retry }: FailureProps) {
  const reason = reasonOf(failure);
  return (
    <div class="failure" role="alert">
      <p class="failure-what">{what}</p>
      <p>{t(`failure.${reason}`)}</p>
      {failure.detail !== "" && <p class="note">{t("failure.detail", { detail: failure.detail })}</p>}
      {/* The same question would get the same answer. */}
      {reason !== "unfit" && (
        <button type="button" onClick={retry}>
          {t("failure.retry")}
        </button>
      )}
    </div>
  );
}

/** Answers to what was asked for itself, not to data that are gone: bad, too large, too long, of an unknown kind, not to be processed. */
const UNFIT: readonly number[] = [400, 413, 414, 415, 422, 431];
const TOO_OFTEN = 429;

/** What is said of a failure: of what is refused, whether that lies with the question or with the data. */
function reasonOf({ kind, status }: RequestFailure): RequestFailure["kind"] | "unfit" | "often" {
  if (kind !== "refused") return kind;
  if (status === TOO_OFTEN) return "often";
  return UNFIT.includes(status) ? "unfit" : "refused";
}
