import { useState } from "preact/hooks";
import { STEPS, type Measure } from "../api/social-types.js";
import type { RequestFailure } from "../api/client.js";
import { formatDate } from "../format/dates.js";
import { failureOf } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { Confirmation } from "./confirmation.js";
import { FailureText } from "./failure-text.js";
import { describedBy, Field, useFirstWrong } from "./fields.js";
import { useLoaded } from "./loading.js";
import { bodyOf, draftOf, EMPTY, LINES, newId, NEEDED, wrongOf, type Draft, type DraftKey } from "./measure-draft.js";
import { RowTable } from "./table.js";

/** Measures of the office: a form for the five steps, and the list of what is recorded. */
export function MeasuresSection({ api, t, shown }: SectionProps) {
  const [changes, setChanges] = useState(0);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [id, setId] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [leaving, setLeaving] = useState<Measure | null>(null);
  const loaded = useLoaded(() => api.measures(), shown, changes);
  const wrong = checked ? wrongOf(draft) : {};
  useFirstWrong(asked, wrong);
  const reset = (): void => {
    setDraft(EMPTY);
    setId(null);
    setChecked(false);
  };
  const act = async (what: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setSaid("");
    try {
      await what();
      setSaid(done);
      reset();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
      setChanges((before) => before + 1);
    }
  };
  const save = (): void => {
    setChecked(true);
    setAsked((before) => before + 1);
    if (Object.keys(wrongOf(draft)).length > 0) return;
    void act(() => api.saveMeasure(id ?? newId(draft.title), bodyOf(draft)), t("measures.saved"));
  };
  const edit = (measure: Measure): void => {
    setDraft(draftOf(measure));
    setId(measure.id);
    setChecked(false);
    setSaid("");
    setFailure(null);
    document.getElementById("measure-title")?.focus();
  };
  const field = (key: DraftKey, kind: "line" | "date" | "text" | "number" = "line") => (
    <Field key={key} id={`measure-${key}`} label={t(`measure.${key}`)} note={t(`measure.${key}.note`)} wrong={wrong[`measure-${key}`] && t(NEEDED.includes(key) && draft[key].trim() === "" ? "measures.needed" : "measures.number")}>
      <Entry id={`measure-${key}`} kind={kind} value={draft[key]} invalid={wrong[`measure-${key}`] !== undefined} needed={NEEDED.includes(key)} enter={(value) => { setDraft({ ...draft, [key]: value }); }} />
    </Field>
  );
  return (
    <>
      <p class="note">{t("measures.intro")}</p>
      <p class="note-persons">{t("measures.noPersons")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset class="plain" disabled={busy}>
          <legend>{id === null ? t("measures.new") : t("measures.change")}</legend>
          {LINES.map((key) => field(key))}
          {field("from", "date")}
          {field("to", "date")}
          {STEPS.map((step) => field(step, "text"))}
          {field("indicators")}
          {field("lon", "number")}
          {field("lat", "number")}
        </fieldset>
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>{t("measures.save")}</button>
          {id !== null && <button type="button" disabled={busy} onClick={reset}>{t("measures.cancel")}</button>}
        </div>
      </form>
      <p role="status">{said}</p>
      {failure && <div role="alert"><FailureText t={t} failure={failure} what={t("measures.notSaved")} /></div>}
      <h2>{t("measures.list")}</h2>
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      {loaded.value?.length === 0 && <p class="empty">{t("measures.empty")}</p>}
      {loaded.value !== null && loaded.value.length > 0 && <Recorded t={t} measures={loaded.value} mayDelete={api.role === "admin"} busy={busy} edit={edit} remove={setLeaving} />}
      {leaving && (
        <Confirmation
          t={t}
          title={leaving.title}
          cancel={() => { setLeaving(null); }}
          confirm={() => {
            setLeaving(null);
            void act(() => api.deleteMeasure(leaving.id), t("measures.deleted"));
          }}
        />
      )}
    </>
  );
}

interface EntryProps {
  readonly id: string;
  readonly kind: "line" | "date" | "text" | "number";
  readonly value: string;
  readonly invalid: boolean;
  readonly needed: boolean;
  readonly enter: (value: string) => void;
}

const MOST_TEXT = 2000;
const MOST_LINE = 200;

function Entry({ id, kind, value, invalid, needed, enter }: EntryProps) {
  const common = { id, value, "aria-describedby": describedBy(id), "aria-invalid": invalid, "aria-required": needed };
  if (kind === "text") return <textarea {...common} rows={3} maxLength={MOST_TEXT} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
  const type = kind === "date" ? "date" : "text";
  return <input {...common} type={type} class={kind === "line" ? undefined : "short"} inputMode={kind === "number" ? "decimal" : undefined} maxLength={MOST_LINE} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
}

interface RecordedProps extends Pick<SectionProps, "t"> {
  readonly measures: readonly Measure[];
  readonly mayDelete: boolean;
  readonly busy: boolean;
  readonly edit: (measure: Measure) => void;
  readonly remove: (measure: Measure) => void;
}

function Recorded({ t, measures, mayDelete, busy, edit, remove }: RecordedProps) {
  return (
    <>
      <RowTable
        caption={t("measures.list")}
        name="measures"
        rows={measures}
        keyOf={(one) => one.id}
        columns={[
          { head: t("measure.title"), kind: "name", cell: (one) => one.title },
          { head: t("measure.area"), cell: (one) => one.areaName ?? t("measures.areaUnknown", { code: one.area }) },
          { head: t("measure.from"), class: "nowrap", cell: (one) => formatDate(one.from, t.lang) },
          { head: t("measure.office"), cell: (one) => one.office },
          {
            head: t("waves.action"),
            kind: "action",
            cell: (one) => (
              <>
                <button type="button" disabled={busy} aria-label={t("measures.editOne", { title: one.title })} onClick={() => { edit(one); }}>{t("measures.edit")}</button>{" "}
                {mayDelete && <button type="button" disabled={busy} aria-label={t("measures.deleteOne", { title: one.title })} onClick={() => { remove(one); }}>{t("waves.delete")}</button>}
              </>
            ),
          },
        ]}
      />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}
