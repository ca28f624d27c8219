import type { Release } from "../data/release.js";
import { formatBytes, formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { DataTable } from "./table.js";

/** What a release holds, and how to cite it. */
export function ReleaseReport({ t, release }: { readonly t: AdminTranslator; readonly release: Release }) {
  return (
    <div class="report">
      <p>
        <b>{t("frozen.named", { title: t.pair(release.title), id: release.id })}</b> · {t("report.revision", { revision: formatNumber(release.revision, 0, t.lang) })}
        {release.example && <> · {t("frozen.example")}</>}
      </p>
      <p class="note">{t("frozen.cite", { citation: t.pair(release.citation) })}</p>
      <DataTable
        caption={t("frozen.files")}
        head={[t("frozen.file"), t("frozen.fileTitle"), t("frozen.size")]}
        words={[1]}
        rows={release.files.map((file) => [file.name, t.pair(file.title), formatBytes(file.bytes, t.lang)])}
      />
    </div>
  );
}
