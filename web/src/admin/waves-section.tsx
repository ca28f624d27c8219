import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { formatInstant } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { failureOf, type AdminApi } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { DeletionReport } from "./deletion-report.js";
import { FailureText } from "./failure-text.js";
import { JobPanel } from "./job-panel.js";
import { useLoaded } from "./loading.js";
import { isBusy, useRun } from "./run.js";
import { DataTable, RowTable, type Column } from "./table.js";
import type { Wave, WaveDeletion } from "./types.js";

/** Which waves are kept and which were deleted; an admin may delete one after seeing what goes with it. */
export function WavesSection({ api, t, changes, ended, shown }: SectionProps) {
  const { run, start } = useRun(api, ended);
  const loaded = useLoaded(() => api.waves(), shown, changes);
  const [asking, setAsking] = useState<WaveDeletion | null>(null);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const ask = async ({ survey, wave }: Wave): Promise<void> => {
    setFailure(null);
    try {
      setAsking(await api.whatRestsOn(survey, wave));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const { value } = loaded;
  return (
    <>
      <p class="note">{t("waves.intro")}</p>
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      {value?.waves.length === 0 && <p class="empty">{t("waves.empty")}</p>}
      {value !== null && value.waves.length > 0 && <Kept t={t} api={api} waves={value.waves} busy={isBusy(run)} ask={(wave) => { void ask(wave); }} />}
      {failure && <FailureText t={t} failure={failure} what={t("waves.previewFailed")} />}
      <JobPanel t={t} run={run} title={t("waves.result")} />
      {value !== null && value.deleted.length > 0 && (
        <>
          <h2>{t("waves.deleted")}</h2>
          <DataTable
            caption={t("waves.deleted")}
            head={[t("waves.survey"), t("waves.wave"), t("waves.deletedAt")]}
            words={[1, 2]}
            rows={value.deleted.map((one) => [one.survey, one.wave, formatInstant(one.deletedAt, t.lang)])}
          />
        </>
      )}
      {asking && (
        <Warning
          t={t}
          what={asking}
          cancel={() => { setAsking(null); }}
          confirm={() => {
            setAsking(null);
            start(false, () => api.deleteWave(asking.survey, asking.wave));
          }}
        />
      )}
    </>
  );
}

interface KeptProps {
  readonly t: AdminTranslator;
  readonly api: AdminApi;
  readonly waves: readonly Wave[];
  readonly busy: boolean;
  readonly ask: (wave: Wave) => void;
}

function Kept({ t, api, waves, busy, ask }: KeptProps) {
  const mayDelete = api.role === "admin";
  const remove: Column<Wave> = {
    head: t("waves.action"),
    kind: "action",
    cell: (one) => (
      <button type="button" disabled={busy} aria-label={t("waves.deleteOne", { survey: one.survey, wave: one.wave })} onClick={() => { ask(one); }}>
        {t("waves.delete")}
      </button>
    ),
  };
  return (
    <>
      <RowTable
        caption={t("waves.kept")}
        name="waves"
        rows={waves}
        keyOf={(one) => `${one.survey} ${one.wave}`}
        columns={[
          { head: t("waves.survey"), kind: "name", cell: (one) => one.survey },
          { head: t("waves.wave"), cell: (one) => one.wave },
          { head: t("waves.respondents"), kind: "number", cell: (one) => formatNumber(one.respondents, 0, t.lang) },
          { head: t("waves.importedAt"), cell: (one) => formatInstant(one.importedAt, t.lang) },
          ...(mayDelete ? [remove] : []),
        ]}
      />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}

interface WarningProps {
  readonly t: AdminTranslator;
  readonly what: WaveDeletion;
  readonly cancel: () => void;
  readonly confirm: () => void;
}

/** Lists what goes with a wave before it goes. The browser keeps the focus inside; Escape cancels. */
function Warning({ t, what, cancel, confirm }: WarningProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} class="warning" aria-labelledby="warning-title" onClose={cancel}>
      <h2 id="warning-title">{t("deletion.title", { survey: what.survey, wave: what.wave })}</h2>
      <DeletionReport t={t} what={what} />
      <p class="note-wrong">{t("deletion.warning")}</p>
      <div class="actions">
        <button type="button" class="primary" autofocus onClick={() => { dialog.current?.close(); }}>{t("deletion.cancel")}</button>
        <button type="button" class="danger" onClick={confirm}>{t("deletion.confirm")}</button>
      </div>
    </dialog>
  );
}
