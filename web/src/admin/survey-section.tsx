import { useState } from "preact/hooks";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { adminPaths } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { FailureText } from "./failure-text.js";
import { describedBy, Field, FileField, useFirstWrong } from "./fields.js";
import { JobPanel } from "./job-panel.js";
import { useLoaded } from "./loading.js";
import { isBusy, useRun } from "./run.js";
import { formOf, wrongWith, NOTHING_CHOSEN, OWN, type Choice } from "./survey-form.js";
import type { ReadyQuestionnaire } from "./types.js";
import { UploadActions } from "./upload-actions.js";

/** Sends a wave of a survey: first as a check, then for good. */
export function SurveySection({ api, t, ended, shown }: SectionProps) {
  const { run, start, forget } = useRun(api, ended);
  const ready = useLoaded(() => api.questionnaires(), shown, 0);
  const [choice, setChoice] = useState<Choice>(NOTHING_CHOSEN);
  const [asked, setAsked] = useState(0);
  const [wrong, setWrong] = useState<Partial<Record<string, "needed" | "wave">>>({});
  const texts = Object.fromEntries(Object.entries(wrong).map(([field, what]) => [field, what ? t(`wrong.${what}`) : ""]));
  useFirstWrong(asked, wrong);
  // A check holds for what was checked: whatever changes afterwards wants a new one.
  const change = (part: Partial<Choice>): void => {
    setChoice((before) => ({ ...before, ...part }));
    setWrong({});
    forget();
  };
  const send = (dryRun: boolean): void => {
    const found = wrongWith(choice);
    setWrong(found);
    setAsked((before) => before + 1);
    if (Object.keys(found).length > 0) return;
    const path = adminPaths.importSurvey(choice.wave.trim(), choice.afterDeletion, dryRun);
    start(dryRun, () => api.send({ path, body: formOf(choice) }));
  };
  return (
    <>
      <p class="note">{t("survey.intro")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(true);
        }}
      >
        <fieldset class="plain" disabled={isBusy(run)}>
          <legend class="visually-hidden">{t("section.survey")}</legend>
          <QuestionnaireField t={t} ready={ready.value ?? []} choice={choice} change={change} wrong={texts["survey-questionnaire"]} />
          {ready.failure && <FailureText t={t} failure={ready.failure} what={t("survey.readyFailed")} />}
          <FileField id="survey-answers" label={t("survey.answers")} note={t("survey.answers.note")} accept=".csv,.gz,.xlsx,.xls" wrong={texts["survey-answers"]} choose={([file]) => { change({ answers: file ?? null }); }} />
          <Field id="survey-wave" label={t("survey.wave")} note={t("survey.wave.note")} wrong={texts["survey-wave"]}>
            <input
              id="survey-wave"
              class="short"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              value={choice.wave}
              aria-describedby={describedBy("survey-wave")}
              aria-invalid={wrong["survey-wave"] !== undefined}
              onInput={(event) => { change({ wave: event.currentTarget.value }); }}
            />
          </Field>
          <details class="group">
            <summary>{t("survey.more")}</summary>
            <FileField id="survey-margins" label={t("survey.margins")} note={t("survey.margins.note")} accept=".csv,.xlsx,.xls" multiple choose={(margins) => { change({ margins }); }} />
            <FileField id="survey-postcodes" label={t("survey.postcodes")} note={t("survey.postcodes.note")} accept=".csv,.xlsx,.xls" choose={([file]) => { change({ postcodes: file ?? null }); }} />
            <label class="toggle">
              <input type="checkbox" checked={choice.afterDeletion} onChange={(event) => { change({ afterDeletion: event.currentTarget.checked }); }} />
              <span>{t("survey.afterDeletion")}</span>
            </label>
          </details>
        </fieldset>
        <UploadActions t={t} run={run} store={() => { send(false); }} />
      </form>
      <JobPanel t={t} run={run} title={t("survey.result")} />
    </>
  );
}

interface QuestionnaireProps {
  readonly t: AdminTranslator;
  readonly ready: readonly ReadyQuestionnaire[];
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
  readonly wrong: string | undefined;
}

/** An own file, or one that comes with the product, which can be saved to be adapted. */
function QuestionnaireField({ t, ready, choice, change, wrong }: QuestionnaireProps) {
  const chosen = ready.find((one) => one.id === choice.ready?.id);
  return (
    <>
      <Field id="survey-kind" label={t("survey.questionnaire")} note={t(chosen ? "survey.ready.note" : "survey.own.note")}>
        <select id="survey-kind" value={chosen?.id ?? OWN} aria-describedby={describedBy("survey-kind")} onChange={(event) => {
          const id = event.currentTarget.value;
          change({ ready: ready.find((one) => one.id === id) ?? null });
        }}>
          <option value={OWN}>{t("survey.own")}</option>
          {ready.map((one) => <option key={one.id} value={one.id}>{t("survey.ready", { title: t.pair(one.title) })}</option>)}
        </select>
      </Field>
      {chosen ? (
        <button type="button" class="quiet save" onClick={() => { save(chosen); }}>{t("survey.save", { file: chosen.file })}</button>
      ) : (
        <FileField id="survey-questionnaire" label={t("survey.file")} note={t("survey.file.note")} accept=".yaml,.yml" wrong={wrong} choose={([file]) => { change({ own: file ?? null }); }} />
      )}
    </>
  );
}

/** Hands a questionnaire over to the browser's downloads. */
function save({ file, text }: ReadyQuestionnaire): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 1_000);
}
