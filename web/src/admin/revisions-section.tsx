import { useState } from "preact/hooks";
import { formatInstant } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import type { SectionProps } from "./administration.js";
import { Question } from "./confirmation.js";
import { FailureText } from "./failure-text.js";
import { JobPanel } from "./job-panel.js";
import { useLoaded } from "./loading.js";
import { isBusy, useRun } from "./run.js";
import { RowTable } from "./table.js";
import type { Revision } from "./types.js";

/** All states of the data that are kept; an older one can be made the newest again. */
export function RevisionsSection({ api, t, changes, ended, shown }: SectionProps) {
  const { run, start } = useRun(api, ended);
  const loaded = useLoaded(() => api.revisions(), shown, changes);
  const [asking, setAsking] = useState<Revision | null>(null);
  const { value } = loaded;
  return (
    <>
      <p class="note">{t("revisions.intro")}</p>
      <p class="note-persons">{t("revisions.erased")}</p>
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      <JobPanel t={t} run={run} title={t("packages.result")} />
      {value?.length === 0 && <p class="empty">{t("revisions.empty")}</p>}
      {value !== null && value.length > 0 && <RevisionTable t={t} revisions={value} busy={isBusy(run)} ask={setAsking} />}
      {asking && (
        <Question
          t={t}
          heading={t("revisions.ask", { n: numberOf(asking.revision, t) })}
          warning={t("revisions.warning", { n: numberOf(asking.revision, t), at: formatInstant(asking.createdAt, t.lang) })}
          action={t("revisions.restore")}
          cancel={() => { setAsking(null); }}
          confirm={() => {
            setAsking(null);
            start(false, () => api.restore(asking.revision));
          }}
        />
      )}
    </>
  );
}

const numberOf = (revision: number, t: AdminTranslator): string => formatNumber(revision, 0, t.lang);

interface TableProps {
  readonly t: AdminTranslator;
  /** The newest, which everybody sees, first. */
  readonly revisions: readonly Revision[];
  readonly busy: boolean;
  readonly ask: (revision: Revision) => void;
}

export function RevisionTable({ t, revisions, busy, ask }: TableProps) {
  const n = (one: Revision): string => numberOf(one.revision, t);
  return (
    <RowTable
      caption={t("section.revisions")}
      name="revisions"
      rows={revisions}
      keyOf={(one) => one.revision}
      columns={[
        { head: t("frozen.revision"), kind: "name", cell: n },
        { head: t("revisions.at"), cell: (one) => formatInstant(one.createdAt, t.lang) },
        { head: t("revisions.what"), cell: (one) => (one.restoredFrom > 0 ? t("revisions.repeats", { n: numberOf(one.restoredFrom, t) }) : one.dataset) },
        {
          head: t("waves.action"),
          kind: "action",
          cell: (one, i) =>
            i === 0 ? (
              <span class="note">{t("revisions.shown")}</span>
            ) : (
              <button type="button" disabled={busy} aria-label={t("revisions.restoreOne", { n: n(one) })} onClick={() => { ask(one); }}>
                {t("revisions.restore")}
              </button>
            ),
        },
      ]}
    />
  );
}

/** What a restoration made. */
export function RestorationReport({ t, made }: { readonly t: AdminTranslator; readonly made: Revision }) {
  return <p class="report">{t("revisions.made", { n: numberOf(made.revision, t), from: numberOf(made.restoredFrom, t) })}</p>;
}
