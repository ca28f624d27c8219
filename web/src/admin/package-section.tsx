import { useState } from "preact/hooks";
import { adminPaths } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { FileField, useFirstWrong } from "./fields.js";
import { JobPanel } from "./job-panel.js";
import { isBusy, useRun } from "./run.js";
import { UploadActions } from "./upload-actions.js";

/** Sends data packages: one archive, or a manifest with the files that it names. */
export function PackageSection({ api, t, ended }: SectionProps) {
  const { run, start, forget } = useRun(api, ended);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [asked, setAsked] = useState(0);
  const [wrong, setWrong] = useState(false);
  useFirstWrong(asked, wrong ? { "package-files": true } : {});
  const send = (dryRun: boolean): void => {
    setWrong(files.length === 0);
    setAsked((before) => before + 1);
    if (files.length > 0) start(dryRun, () => api.send({ path: adminPaths.importPackage(dryRun), body: bodyOf(files) }));
  };
  return (
    <>
      <p class="note">{t("packages.intro")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(true);
        }}
      >
        <fieldset class="plain" disabled={isBusy(run)}>
          <legend class="visually-hidden">{t("section.packages")}</legend>
          <FileField
            id="package-files"
            label={t("packages.files")}
            note={t("packages.files.note")}
            accept=".zip,.json,.csv,.gz,.xlsx,.xls,.gpkg,.geojson,.shp,.dbf,.shx,.prj,.cpg,.txt"
            multiple
            wrong={wrong ? t("wrong.needed") : undefined}
            choose={(chosen) => {
              setFiles(chosen);
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

/** One archive goes as it is, anything else as a form. */
export function bodyOf(files: readonly File[]): FormData | Blob {
  const [first] = files;
  if (first && files.length === 1 && /\.zip$/i.test(first.name)) return first.slice(0, first.size, "application/zip");
  const form = new FormData();
  for (const file of files) form.append("file", file);
  return form;
}
