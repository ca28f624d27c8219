import { formatPeriod } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { IssueTable } from "./issues.js";
import type { ComputationReport } from "./types.js";

/** What was or would be computed: each result with its method document, or why it was refused. */
export function ComputationReportView({ t, report }: { readonly t: AdminTranslator; readonly report: ComputationReport }) {
  return (
    <div class="report">
      <p>
        <b>{report.dataset || report.subject}:</b> {t(`outcome.${report.outcome}`)}
        {report.revision > 0 && <> · {t("report.revision", { revision: formatNumber(report.revision, 0, t.lang) })}</>}
      </p>
      {report.issues.length > 0 && <IssueTable t={t} of={{ issues: report.issues, issueCounts: { listed: report.issues.length } }} />}
      {report.results.map((result) => (
        <details key={`${result.indicator} ${result.period}`} class="group">
          <summary>{t("computed.result", { name: t.pair(result.name), period: formatPeriod(result.period, t.lang) })}</summary>
          <p class="note">{t("computed.method", { indicator: result.indicator })}</p>
          <pre class="facts" tabIndex={0} role="group" aria-label={t("computed.method", { indicator: result.indicator })}>{JSON.stringify(result.method, null, 2)}</pre>
        </details>
      ))}
    </div>
  );
}
