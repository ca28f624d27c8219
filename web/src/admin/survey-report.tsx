import { formatNumber } from "../format/numbers.js";
import type { AdminTextKey, AdminTranslator } from "../texts/admin-texts.js";
import { IssueTable } from "./issues.js";
import { DataTable, NO_NUMBER, number } from "./table.js";
import type { Raking, Scale, SurveyReport } from "./types.js";

interface Props {
  readonly t: AdminTranslator;
  readonly report: SurveyReport;
}

/** The report of a wave. It is for those who run the survey: nothing of single persons, no size of a single area. */
export function SurveyReportView({ t, report }: Props) {
  const rejected = report.outcome === "rejected";
  return (
    <div class="report">
      <p>
        <b>{t("report.survey", { survey: report.survey, wave: report.period })}</b>{" "}
        {t.plural("report.rows", report.rows)}
        {!rejected && <> · {t.plural("report.respondents", report.respondents)}</>}
      </p>
      {rejected && <IssueTable t={t} of={report} />}
      {!rejected && (
        <>
          <Results t={t} report={report} />
          <Levels t={t} report={report} />
          <Scales t={t} report={report} />
          <Effects t={t} report={report} />
          {report.raking.map((raking, i) => <RakingReport key={i} t={t} raking={raking} />)}
          <Missing t={t} report={report} />
          <IssueTable t={t} of={report} />
        </>
      )}
    </div>
  );
}

/** What becomes public and what does not, in the server's words. */
function Results({ t, report }: Props) {
  if (report.results.length === 0) return null;
  return (
    <>
      <h3>{t("report.results")}</h3>
      <ul class="results">
        {report.results.map((line, i) => <li key={i}>{t.pair(line)}</li>)}
      </ul>
      <p class="note">{t("report.results.note")}</p>
    </>
  );
}

function Levels({ t, report }: Props) {
  return (
    <>
      <h3>{t("report.levels")}</h3>
      <DataTable
        caption={t("report.levels")}
        head={[t("report.level"), t("report.enough"), t("report.few"), t("report.none"), t("report.outside")]}
        rows={report.levels.map((level) => [t.pair(level.name), ...[level.enough, level.few, level.none, level.outside].map((n) => formatNumber(n, 0, t.lang))])}
      />
    </>
  );
}

function Scales({ t, report }: Props) {
  if (report.scales.length === 0) return null;
  return (
    <>
      <h3>{t("report.scales")}</h3>
      <p class="note">{t("report.scales.note")}</p>
      {report.scales.map((scale) => <ScaleReport key={scale.scale} t={t} scale={scale} />)}
    </>
  );
}

function ScaleReport({ t, scale }: { readonly t: AdminTranslator; readonly scale: Scale }) {
  const two = (value: number | null): string => number(t, value, 2);
  const interval = scale.lower === null || scale.upper === null ? "" : t("report.interval", { lower: two(scale.lower), upper: two(scale.upper) });
  return (
    <div class="scale" data-scale={scale.scale}>
      <h4>{t.pair(scale.title)}</h4>
      <p>
        <span class="nowrap">{t("report.alpha", { alpha: two(scale.alpha) })}</span> {interval}
        {" · "}
        {t.plural("report.complete", scale.complete)}
        {" · "}
        {t("report.lambda", { mean: two(scale.areaReliability), ten: two(scale.areaReliabilityOfTen) })}
      </p>
      <DataTable
        caption={t("report.parts", { scale: t.pair(scale.title) })}
        head={[t("report.part"), t("report.correlation"), t("report.dropped"), t("report.remark")]}
        words={[3]}
        rows={scale.parts.map((part) => [part.part, two(part.correctedCorrelation), two(part.alphaIfDropped), part.weak ? t("report.weak") : ""])}
      />
    </div>
  );
}

function Effects({ t, report }: Props) {
  if (report.designEffects.length === 0) return null;
  return (
    <details class="group">
      <summary>{t("report.effects")}</summary>
      <p class="note">{t("report.effects.note")}</p>
      <DataTable
        caption={t("report.effects")}
        head={[t("report.result"), t("report.effect"), t("report.counted"), t("report.effective")]}
        rows={report.designEffects.map((one) => [one.result, number(t, one.designEffect, 2), number(t, one.respondents, 0), number(t, one.effectiveSize, 0)])}
      />
    </details>
  );
}

function RakingReport({ t, raking }: { readonly t: AdminTranslator; readonly raking: Raking }) {
  const percent = number(t, raking.largestDeviation === null ? null : 100 * raking.largestDeviation, 4);
  const fact = (key: AdminTextKey, value: string) => (
    <>
      <dt>{t(key)}</dt>
      <dd>{value}</dd>
    </>
  );
  return (
    <>
      <h3>{t("report.raking")}</h3>
      <p class={raking.converged ? "" : "note-wrong"}>
        {t(raking.converged ? "report.raking.met" : "report.raking.notMet", { rounds: number(t, raking.rounds, 0) })}
      </p>
      <dl class="fact-list">
        {fact("report.raking.deviation", percent === NO_NUMBER ? percent : `${percent} %`)}
        {fact("report.raking.weights", t("report.raking.range", { least: number(t, raking.smallestWeight, 2), most: number(t, raking.largestWeight, 2) }))}
        {fact("report.raking.atLimit", number(t, raking.atLimit, 0))}
        {fact("report.raking.effective", t("report.raking.change", { before: number(t, raking.effectiveSizeBefore, 0), after: number(t, raking.effectiveSizeAfter, 0) }))}
      </dl>
    </>
  );
}

function Missing({ t, report }: Props) {
  const some = report.items.filter((item) => item.missing > 0);
  if (report.items.length === 0) return null;
  return (
    <details class="group">
      <summary>{t.plural("report.missing", some.length)}</summary>
      <DataTable
        caption={t("report.missing.title")}
        head={[t("report.item"), t("report.missing.number"), t("report.missing.share")]}
        rows={some.map((item) => [item.item, formatNumber(item.missing, 0, t.lang), t("report.percent", { share: formatNumber(100 * item.share, 1, t.lang) })])}
      />
    </details>
  );
}
