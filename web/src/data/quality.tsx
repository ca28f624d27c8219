import { readJson } from "../api/client.js";
import { paths, radarApi } from "../api/radar-api.js";
import type { ValuesAnswer } from "../api/types.js";
import { formatPeriod } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import { statusText } from "../format/status.js";
import { statusCounts } from "../map/looks.js";
import { Failure } from "../view/messages.js";
import { useAsked } from "./asked.js";
import { diagnosticsOf, type MethodDocument } from "./diagnostics.js";
import type { EntryProps } from "./entry.js";
import { dataWords } from "./words.js";

interface Known {
  readonly values: ValuesAnswer;
  readonly document: MethodDocument | null;
}

/** How many areas have which status in the newest period, and what the method says of its own quality. */
export function Quality(props: EntryProps) {
  const { model, t, indicator } = props;
  const { revision, stamp } = model.catalog;
  const d = dataWords(t.lang);
  const { nativeLevel: level, nativeEdition: edition, result } = indicator;
  const period = indicator.periods.at(-1);
  const key = level !== null && edition !== null && period !== undefined ? `${revision} ${stamp} ${indicator.id}` : null;
  const asked = useAsked<Known>(props, key, async (signal) => {
    const values = radarApi(() => t.lang).values({ revision, stamp, indicator: indicator.id, level: level ?? "", edition: edition ?? "", period: period ?? "" });
    const document = result && (readJson(result.method, t.lang, signal) as Promise<{ document: MethodDocument }>);
    return { values: await values, document: document && (await document).document };
  });
  return (
    <section class="quality" aria-label={d("quality.title")}>
      <h4>{d("quality.title")}</h4>
      {asked.failure && <Failure t={t} failure={asked.failure} what={d("quality.failure")} retry={asked.again} />}
      {key !== null && !asked.value && !asked.failure && <p class="note">{t("loading")}</p>}
      {asked.value && <Counts {...props} known={asked.value} />}
      {result && (
        <p class="entry-ways">
          {indicator.periods.map((one) => (
            <a key={one} href={paths.method(indicator.id, one)}>
              {d("quality.method", { period: formatPeriod(one, t.lang) })}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

function Counts({ t, indicator, known }: EntryProps & { readonly known: Known }) {
  const d = dataWords(t.lang);
  const { values, document } = known;
  const computed = indicator.result?.kind ?? null;
  const widths = values.lower !== null && values.values.some((_, i) => values.lower?.[i] != null);
  return (
    <ul class="result-list">
      <li>
        {d("quality.statuses", { period: formatPeriod(values.period, t.lang) })}{" "}
        {statusCounts(values)
          .map(([letter, n]) => `${statusText(letter, t, computed)} ${formatNumber(n, 0, t.lang)}`)
          .join("; ")}
      </li>
      <li>{d(widths ? "quality.interval" : "quality.interval.none")}</li>
      {document && diagnosticsOf(document, d).map((line) => <li key={line}>{line}</li>)}
    </ul>
  );
}
