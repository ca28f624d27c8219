import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import type { WaveDeletion } from "./types.js";

/** What goes, or went, with a wave: answers, releases, and each result that rests on them. */
export function DeletionReport({ t, what }: { readonly t: AdminTranslator; readonly what: WaveDeletion }) {
  return (
    <div class="report">
      <p>{t(what.deleted ? "deletion.went" : "deletion.goes", { survey: what.survey, wave: what.wave })}</p>
      <ul class="bullets">
        <li>{t.plural("deletion.answers", what.respondents)}</li>
        <li>{t.plural("deletion.releases", what.releases)}</li>
        {what.resting.map((one) => (
          <li key={`${one.kind} ${one.dataset} ${one.period}`}>
            {t(`resting.${one.kind}`, { dataset: one.dataset, period: one.period })}
            <ul class="indicators">
              {one.indicators.map((indicator) => <li key={indicator}>{indicator}</li>)}
            </ul>
          </li>
        ))}
        {what.resting.length === 0 && <li>{t("deletion.nothing")}</li>}
      </ul>
      {what.deleted && what.revision > 0 && <p class="note">{t("deletion.revision", { revision: formatNumber(what.revision, 0, t.lang) })}</p>}
    </div>
  );
}
