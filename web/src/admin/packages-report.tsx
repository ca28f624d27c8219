import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { IssueTable } from "./issues.js";
import { DataTable } from "./table.js";
import type { ImportReport, PackageReport } from "./types.js";

/** What became of each data package of an upload. */
export function PackagesReport({ t, report }: { readonly t: AdminTranslator; readonly report: ImportReport }) {
  return (
    <div class="report">
      {report.packages.map((one, i) => <OnePackage key={i} t={t} one={one} />)}
    </div>
  );
}

/** Counts that say something in each case; the others stand in the JSON report. */
const COUNTS = ["rows-read", "rows-stored", "rows-left-out", "values-stored", "values-missing", "areas-stored", "milestones-stored"] as const;

function OnePackage({ t, one }: { readonly t: AdminTranslator; readonly one: PackageReport }) {
  const shown = COUNTS.filter((count) => one.resources.some((resource) => (resource.counts[count] ?? 0) > 0));
  return (
    <div class="package">
      <h3>{one.name}</h3>
      <p>
        <b>{t(`outcome.${one.outcome}`)}</b>
        {one.revision > 0 && <> · {t("report.revision", { revision: formatNumber(one.revision, 0, t.lang) })}</>}
      </p>
      {one.resources.length > 0 && (
        <DataTable
          caption={one.name}
          head={[t("report.resource"), ...shown.map((count) => t(`count.${count}`))]}
          rows={one.resources.map((resource) => [resource.name, ...shown.map((count) => formatNumber(resource.counts[count] ?? 0, 0, t.lang))])}
        />
      )}
      <IssueTable t={t} of={one} />
    </div>
  );
}
