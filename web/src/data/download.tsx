import { levelOf } from "../app/model.js";
import { formatPeriod } from "../format/dates.js";
import { requestFile, requestJson, RequestFailure } from "../api/client.js";
import { inFull } from "../api/root.js";
import type { Lang } from "../api/types.js";
import { EXPORT_FORMATS, MOST_EXPORTED, type ExportChoice } from "../state/data.js";
import { districtsOf } from "../view/districts.js";
import type { Props } from "../view/props.js";
import { useAsked } from "./asked.js";
import { CopyText } from "./copy-text.js";
import { completed, curlCommand, exportPath, fitting, goneOf, hasDialect, isWhole, liesInDistricts, offered, periodsOf, systemsOf, type WholeChoice } from "./exports.js";
import { themesOf } from "./search.js";
import { dataWords } from "./words.js";

type ChoiceProps = Props & { readonly choice: WholeChoice; readonly change: (changes: Partial<ExportChoice>) => void };

/** A form that makes the address of a file: what, for which areas, in which format. */
export function Download(props: Props) {
  const { model, radar, t } = props;
  const d = dataWords(t.lang);
  const choice = completed(model.state, model.catalog);
  const change = (changes: Partial<ExportChoice>): void => { radar.adjust({ exported: { ...model.state.exported, ...changes } }, true); };
  const gone = goneOf(model.state.exported, model.catalog);
  const parts = { ...props, choice, change };
  return (
    <>
      <p>{d("download.intro")}</p>
      {gone.map((id) => (
        <p key={id} class="warning" role="status">
          {d("catalogue.gone", { id })}
        </p>
      ))}
      <form class="download" aria-label={d("part.download")} onSubmit={(event) => { event.preventDefault(); }}>
        <Formats {...parts} />
        <Grounds {...parts} />
        <Indicators {...parts} />
        <Periods {...parts} />
        <Wrapping {...parts} />
      </form>
      <Result {...parts} />
    </>
  );
}

function Formats({ t, choice, change }: ChoiceProps) {
  const d = dataWords(t.lang);
  return (
    <fieldset class="formats">
      <legend>{d("download.format")}</legend>
      {EXPORT_FORMATS.map((one) => (
        <div key={one} class="format">
          <input type="radio" id={`format-${one}`} name="format" checked={choice.format === one} aria-describedby={`about-${one}`} onChange={() => { change({ format: one }); }} />
          <label for={`format-${one}`}>{d(`format.${one}`)}</label>
          <p class="note" id={`about-${one}`}>
            {d(`format.${one}.about`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}

function Grounds(props: ChoiceProps) {
  const { model, radar, t, choice, change } = props;
  const d = dataWords(t.lang);
  const { catalog } = model;
  const levels = catalog.editions.find((one) => one.id === choice.edition)?.levels ?? [];
  const inside = liesInDistricts(choice.level, catalog);
  const { level: chosen, edition } = choice;
  // The map may show another level: of the chosen one, only districts that have areas on it.
  const areas = useAsked(props, inside ? `${catalog.revision} ${edition} ${chosen}` : null, () => radar.api.areas(edition, chosen));
  const districts = districtsOf(areas.value, t.lang);
  // An area may come with a link though it is no district: it stays a choice of its own.
  const other = choice.area !== null && !districts.some((one) => one.code === choice.area) ? choice.area : null;
  const systems = systemsOf(choice.format);
  const empty = (value: string): string | null => (value === "" ? null : value);
  return (
    <fieldset class="grounds">
      <legend>{d("download.areas")}</legend>
      <p class="field">
        <label for="export-level">{d("download.level")}</label>
        <select id="export-level" value={choice.level} onChange={(event) => { change({ level: event.currentTarget.value }); }}>
          {levels.map(({ level, areas }) => {
            const known = levelOf(catalog, level);
            return (
              <option key={level} value={level}>
                {known ? t.pair(known.plural) : level} ({areas})
              </option>
            );
          })}
        </select>
      </p>
      <p class="field">
        <label for="export-edition">{d("download.edition")}</label>
        <select id="export-edition" value={choice.edition} onChange={(event) => { change({ edition: event.currentTarget.value }); }}>
          {catalog.editions.map((one) => (
            <option key={one.id} value={one.id}>
              {t.pair(one.title)}
            </option>
          ))}
        </select>
      </p>
      {inside && (
      <p class="field">
        <label for="export-area">{d("download.area")}</label>
        <select id="export-area" value={choice.area ?? ""} onChange={(event) => { change({ area: empty(event.currentTarget.value) }); }}>
          <option value="">{d("download.area.all")}</option>
          {other !== null && <option value={other}>{other}</option>}
          {districts.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name} ({one.code})
            </option>
          ))}
        </select>
      </p>
      )}
      {systems.length > 0 && (
        <p class="field">
          <label for="export-system">{d("download.system")}</label>
          <select id="export-system" value={choice.system ?? ""} onChange={(event) => { change({ system: systems.find((one) => one === event.currentTarget.value) ?? null }); }}>
            <option value="">{d("system.crs84")}</option>
            {systems.map((one) => (
              <option key={one} value={one}>
                {d(`system.${one}`)}
              </option>
            ))}
          </select>
        </p>
      )}
    </fieldset>
  );
}

function Indicators({ model, t, choice, change }: ChoiceProps) {
  const d = dataWords(t.lang);
  const { catalog } = model;
  const there = offered(choice, catalog);
  const chosen = new Set(choice.indicators);
  const put = (ids: readonly string[], on: boolean): void => {
    const touched = new Set(ids);
    // In the order of the catalogue, so that the same choice has the same address.
    const next = there.map((one) => one.id).filter((id) => (touched.has(id) ? on : chosen.has(id)));
    change({ indicators: next.slice(0, MOST_EXPORTED) });
  };
  return (
    <fieldset>
      <legend>{d("download.indicators")}</legend>
      <p class="pick-all">
        <span role="status">{d("download.chosen", { n: choice.indicators.length, of: there.length })}</span>
        <button type="button" class="quiet" onClick={() => { put(there.map((one) => one.id), true); }}>
          {d("download.all")}
        </button>
        <button type="button" class="quiet" onClick={() => { put(there.map((one) => one.id), false); }}>
          {d("download.none")}
        </button>
      </p>
      {there.length === 0 && <p class="note">{d("download.nothing")}</p>}
      <div class="picks scroller" role="group" aria-label={d("download.indicators")}>
        {themesOf(catalog).map((theme) => {
          const own = there.filter((one) => one.theme === theme.id);
          if (own.length === 0) return null;
          return (
            <div key={theme.id} role="group" aria-label={t.pair(theme.name)}>
              <p class="pick-theme">{t.pair(theme.name)}</p>
              {own.map((one) => (
                <label key={one.id} class="pick">
                  <input type="checkbox" checked={chosen.has(one.id)} onChange={(event) => { put([one.id], event.currentTarget.checked); }} />
                  <span>
                    {t.pair(one.name)} {one.example && <span class="tag">{t("example.tag")}</span>}
                  </span>
                </label>
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Periods({ model, t, choice, change }: ChoiceProps) {
  const d = dataWords(t.lang);
  const there = periodsOf(choice.indicators, model.catalog);
  const named = typeof choice.periods === "string" ? null : choice.periods;
  const newest = there.at(-1);
  return (
    <fieldset>
      <legend>{d("download.periods")}</legend>
      {(["newest", "all"] as const).map((one) => (
        <label key={one} class="pick">
          <input type="radio" name="periods" checked={choice.periods === one} onChange={() => { change({ periods: one }); }} />
          <span>{d(`periods.${one}`)}</span>
        </label>
      ))}
      <label class="pick">
        <input type="radio" name="periods" checked={named !== null} disabled={newest === undefined} onChange={() => { if (newest !== undefined) change({ periods: [newest] }); }} />
        <span>{d("periods.named")}</span>
      </label>
      {named && (
        <div class="years" role="group" aria-label={d("periods.named")}>
          {[...new Set([...there, ...named])].sort().map((one) => (
            <label key={one} class="pick">
              <input type="checkbox" checked={named.includes(one)} disabled={named.length === 1 && named.includes(one)} onChange={(event) => { change({ periods: event.currentTarget.checked ? [...named, one].sort() : named.filter((other) => other !== one) }); }} />
              <span>{formatPeriod(one, t.lang)}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Wrapping({ t, choice, change }: ChoiceProps) {
  const d = dataWords(t.lang);
  return (
    <fieldset>
      <legend>{d("download.form")}</legend>
      {([false, true] as const).map((bare) => (
        <label key={String(bare)} class="pick">
          <input type="radio" name="form" checked={choice.bare === bare} onChange={() => { change({ bare }); }} />
          <span>{d(bare ? "form.file" : "form.package")}</span>
        </label>
      ))}
      {hasDialect(choice.format) && (
        <label class="pick">
          <input id="export-excel" type="checkbox" checked={choice.excel} onChange={(event) => { change({ excel: event.currentTarget.checked }); }} />
          <span>{d("download.excel")}</span>
        </label>
      )}
    </fieldset>
  );
}

function Result(props: ChoiceProps) {
  const { model, t, choice } = props;
  const d = dataWords(t.lang);
  const { catalog } = model;
  const fit = fitting(choice, catalog);
  const whole = isWhole(fit);
  const path = exportPath(fit, t.lang);
  const checked = useAsked(props, whole ? `${catalog.revision} ${path}` : null, (signal) => check(path, t.lang, signal));
  if (!whole) return <p class="warning">{d("download.incomplete")}</p>;
  const without = catalog.indicators.filter((one) => choice.indicators.includes(one.id) && !fit.indicators.includes(one.id));
  const address = inFull(path);
  const refusal = checked.failure?.status === REFUSED ? checked.failure.detail : null;
  return (
    <section class="download-result" aria-label={d("download.result")}>
      <h2>{d("download.result")}</h2>
      <p class={without.length > 0 ? "warning" : ""} role="status">
        {without.length > 0 && d("download.without", { names: without.map((one) => t.pair(one.name)).join(", ") })}
      </p>
      {refusal !== null ? (
        <p class="warning" role="alert">
          {d("download.refused", { detail: refusal })}
        </p>
      ) : (
        <>
          <p>
            <a id="download-file" class="button primary" href={path} download>
              {d("download.get", { format: d(`format.${choice.format}`) })}
            </a>
          </p>
          <CopyText d={d} label={d("download.address")} text={address} code />
          <CopyText d={d} label={d("download.curl")} text={curlCommand(address)} code />
          <p class="note">{d("download.note")}</p>
        </>
      )}
    </section>
  );
}

const REFUSED = 400;
/** Who is still choosing asks the server nothing. */
const SETTLED_MS = 300;

/** Asks whether the server makes a file of that address; the words of a refusal come with GET alone. */
async function check(path: string, lang: Lang, signal: AbortSignal): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  signal.throwIfAborted();
  try {
    await requestFile(path, lang, { method: "HEAD", signal });
  } catch (error) {
    if (error instanceof RequestFailure && error.status === REFUSED) await requestJson(path, lang, { signal });
    throw error;
  }
  return true;
}
