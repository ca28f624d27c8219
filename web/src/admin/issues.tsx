import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { RowTable } from "./table.js";
import type { Issues } from "./types.js";

/** What is wrong or worth knowing: where it stands, errors first. */
export function IssueTable({ t, of }: { readonly t: AdminTranslator; readonly of: Issues }) {
  const all = Object.values(of.issueCounts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return <p>{t("issues.none")}</p>;
  const left = all - of.issues.length;
  return (
    <>
      <RowTable
        caption={t("issues.title")}
        captionShows
        name="issues"
        rows={of.issues}
        codeOf={(issue) => issue.code}
        columns={[
          { head: t("issues.severity"), cell: (issue) => <span class={issue.severity === "error" ? "severity-error" : undefined}>{t(`severity.${issue.severity}`)}</span> },
          { head: t("issues.file"), class: "breakable", cell: (issue) => issue.file },
          { head: t("issues.row"), kind: "number", cell: (issue) => (issue.row > 0 ? formatNumber(issue.row, 0, t.lang) : "") },
          { head: t("issues.column"), class: "breakable", cell: (issue) => issue.column },
          { head: t("issues.text"), cell: (issue) => t.pair(issue.text) },
        ]}
      />
      {left > 0 && <p class="note">{t.plural("issues.more", left)}</p>}
    </>
  );
}
