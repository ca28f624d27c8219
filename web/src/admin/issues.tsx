import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import type { Issue, Issues } from "./types.js";

/** What is wrong or worth knowing: where it stands, errors first. */
export function IssueTable({ t, of }: { readonly t: AdminTranslator; readonly of: Issues }) {
  const all = Object.values(of.issueCounts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return <p>{t("issues.none")}</p>;
  const left = all - of.issues.length;
  return (
    <>
      <div class="scroller" tabIndex={0} role="group" aria-label={t("issues.title")}>
        <table class="issues">
          <caption>{t("issues.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("issues.severity")}</th>
              <th scope="col">{t("issues.file")}</th>
              <th scope="col" class="number">{t("issues.row")}</th>
              <th scope="col">{t("issues.column")}</th>
              <th scope="col">{t("issues.text")}</th>
            </tr>
          </thead>
          <tbody>
            {of.issues.map((issue, i) => <IssueRow key={i} t={t} issue={issue} />)}
          </tbody>
        </table>
      </div>
      {left > 0 && <p class="note">{t.plural("issues.more", left)}</p>}
    </>
  );
}

function IssueRow({ t, issue }: { readonly t: AdminTranslator; readonly issue: Issue }) {
  return (
    <tr data-code={issue.code}>
      <td class={issue.severity === "error" ? "severity-error" : ""}>{t(`severity.${issue.severity}`)}</td>
      <td class="breakable">{issue.file}</td>
      <td class="number">{issue.row > 0 ? formatNumber(issue.row, 0, t.lang) : ""}</td>
      <td class="breakable">{issue.column}</td>
      <td>{t.pair(issue.text)}</td>
    </tr>
  );
}
