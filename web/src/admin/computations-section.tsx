import { useState } from "preact/hooks";
import { adminPaths } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { describedBy, Field, FileField, useFirstWrong } from "./fields.js";
import { JobPanel } from "./job-panel.js";
import { isBusy, useRun } from "./run.js";
import { UploadActions } from "./upload-actions.js";

const KINDS = ["model", "index"] as const;
type Kind = (typeof KINDS)[number];
const PATHS = { model: adminPaths.estimate, index: adminPaths.index };

/** Sends the definition of a model or an index: first as a check, then to compute and publish it. */
export function ComputationsSection({ api, t, ended }: SectionProps) {
  const { run, start, forget } = useRun(api, ended);
  const [kind, setKind] = useState<Kind>("model");
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(0);
  const [wrong, setWrong] = useState(false);
  useFirstWrong(asked, wrong ? { "computation-file": true } : {});
  const send = (dryRun: boolean): void => {
    setWrong(file === null);
    setAsked((before) => before + 1);
    if (file) start(dryRun, () => api.send({ path: PATHS[kind](dryRun), body: file.slice(0, file.size, "application/yaml") }));
  };
  return (
    <>
      <p class="note">{t("computed.intro")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(true);
        }}
      >
        <fieldset class="plain" disabled={isBusy(run)}>
          <legend class="visually-hidden">{t("section.computations")}</legend>
          <Field id="computation-kind" label={t("computed.kind")} note={t(`computed.kind.${kind}`)}>
            <select
              id="computation-kind"
              value={kind}
              aria-describedby={describedBy("computation-kind")}
              onChange={(event) => {
                setKind(event.currentTarget.value === "index" ? "index" : "model");
                forget();
              }}
            >
              {KINDS.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
            </select>
          </Field>
          <FileField
            id="computation-file"
            label={t("computed.file")}
            note={t("survey.file.note")}
            accept=".yaml,.yml"
            wrong={wrong ? t("wrong.needed") : undefined}
            choose={([chosen]) => {
              setFile(chosen ?? null);
              setWrong(false);
              forget();
            }}
          />
        </fieldset>
        <UploadActions t={t} run={run} store={() => { send(false); }} />
      </form>
      <JobPanel t={t} run={run} title={t("packages.result")} />
    </>
  );
}
