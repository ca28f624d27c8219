import { useEffect, useRef, useState } from "preact/hooks";
import type { Catalog, WeightSet } from "../api/types.js";
import { formatInstant } from "../format/dates.js";
import { MOST_NAME, type NamedQuestion } from "../state/weight-file.js";
import type { SectionProps } from "./administration.js";
import { useChanging } from "./changing.js";
import { Question } from "./confirmation.js";
import { FailureText } from "./failure-text.js";
import { describedBy, Field, FileField, useFirstWrong } from "./fields.js";
import { lacking, useLoaded } from "./loading.js";
import { RowTable } from "./table.js";
import { isFit, questionOfFile, questionOfLink, type Unfit } from "./weight-draft.js";
import { WeightSummary } from "./weight-summary.js";

/** Longest link that is read, and largest file. */
const MOST_LINK = 16_384;
const MOST_BYTES = 256 * 1024;

/** Where a new weight set comes from. */
type Source = { readonly kind: "link"; readonly text: string } | { readonly kind: "file"; readonly text: string };
const NO_SOURCE: Source = { kind: "link", text: "" };

/** Weight sets that everybody finds in the view "priorities": made of a link or a file, renamed, deleted after a question. */
export function WeightsSection({ api, t, changes, shown }: SectionProps) {
  const { changed, busy, said, failure, clear, act } = useChanging();
  const [renaming, setRenaming] = useState<WeightSet | null>(null);
  const [leaving, setLeaving] = useState<WeightSet | null>(null);
  const catalog = useLoaded(() => api.catalog(), shown, changes);
  const withoutCatalog = lacking(catalog);
  const sets = useLoaded(() => api.weightSets(), shown, changed);
  const add = (set: NamedQuestion): Promise<boolean> =>
    act(async () => {
      const before = (await api.weightSets()).map(({ id, name }) => ({ id, name }));
      const saved = await api.addWeightSet(set);
      const old = before.find((one) => one.id === saved.id);
      return old && old.name !== saved.name ? t("weights.savedAgain", { old: old.name, name: saved.name }) : t("measures.saved");
    });
  const rename = (set: WeightSet, name: string): Promise<boolean> =>
    act(async () => {
      await api.saveWeightSet({ ...set, name });
      setRenaming(null);
      return t("weights.renamed", { name });
    });
  return (
    <>
      <p class="note">{t("weights.intro")}</p>
      <p class="note-persons">{t("weights.noPersons")}</p>
      {withoutCatalog && <FailureText t={t} failure={withoutCatalog} what={t("weights.catalogFailed")} />}
      {renaming ? (
        <Renaming key={renaming.id} t={t} set={renaming} busy={busy} save={(name) => { void rename(renaming, name); }} cancel={() => { setRenaming(null); }} />
      ) : (
        <Adding t={t} catalog={catalog.value} busy={busy} save={add} />
      )}
      <p role="status">{said}</p>
      {failure && <div role="alert"><FailureText t={t} failure={failure} what={t("measures.notSaved")} /></div>}
      <h2>{t("weights.list")}</h2>
      {sets.failure && <FailureText t={t} failure={sets.failure} what={t("waves.failed")} />}
      {sets.value?.length === 0 && <p class="empty">{t("weights.empty")}</p>}
      {sets.value !== null && sets.value.length > 0 && (
        <Stored t={t} sets={sets.value} catalog={catalog.value} mayDelete={api.role === "admin"} busy={busy} rename={(set) => { clear(); setRenaming(set); }} remove={setLeaving} />
      )}
      {leaving && (
        <Question
          t={t}
          heading={t("measures.deleteTitle", { title: leaving.name })}
          warning={t("weights.deleteWarning")}
          action={t("measures.deleteConfirm")}
          cancel={() => { setLeaving(null); }}
          confirm={() => {
            setLeaving(null);
            if (renaming?.id === leaving.id) setRenaming(null);
            void act(async () => {
              await api.deleteWeightSet(leaving.id);
              return t("measures.deleted");
            });
          }}
        />
      )}
    </>
  );
}

interface AddingProps extends Pick<SectionProps, "t"> {
  readonly catalog: Catalog | null;
  readonly busy: boolean;
  /** Resolves with whether it was stored. */
  readonly save: (set: NamedQuestion) => Promise<boolean>;
}

/** A link or a file, a name, and what would be stored. */
function Adding({ t, catalog, busy, save }: AddingProps) {
  const [name, setName] = useState("");
  const [source, setSource] = useState<Source>(NO_SOURCE);
  /** Another file field each time: a browser lets nobody empty one. */
  const [files, setFiles] = useState(0);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState(false);
  const read = catalog && (source.kind === "link" ? questionOfLink(source.text, catalog) : questionOfFile(source.text, catalog));
  const shownWrong = read && !isFit(read) && (checked || read.wrong !== "empty") ? read : null;
  const wrong = {
    ...(checked && shownWrong ? { [shownWrong.wrong === "file" || source.kind === "file" ? "weights-file" : "weights-link"]: true } : {}),
    ...(checked && name.trim() === "" ? { "weights-name": true } : {}),
  };
  useFirstWrong(asked, wrong);
  const choose = async ([file]: readonly File[]): Promise<void> => {
    if (!file) return;
    // What is too large is no such file; it is not even read.
    const text = file.size > MOST_BYTES ? "" : await file.text();
    setSource({ kind: "file", text });
    const found = catalog ? questionOfFile(text, catalog) : null;
    if (found && isFit(found) && name.trim() === "") setName(found.name);
  };
  const submit = async (): Promise<void> => {
    setChecked(true);
    setAsked((before) => before + 1);
    if (!read || !isFit(read) || name.trim() === "") return;
    if (!(await save({ name: name.trim(), request: read.request }))) return;
    setName("");
    setSource(NO_SOURCE);
    setFiles((before) => before + 1);
    setChecked(false);
  };
  const linkWrong = shownWrong && source.kind === "link" ? reason(t, shownWrong) : undefined;
  const fileWrong = shownWrong && source.kind === "file" ? reason(t, shownWrong) : undefined;
  return (
    <form
      class="admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset class="plain" disabled={busy || !catalog}>
        <legend>{t("weights.new")}</legend>
        <Field id="weights-link" label={t("weights.link")} note={t("weights.link.note")} wrong={linkWrong}>
          <input
            id="weights-link"
            type="text"
            inputMode="url"
            spellcheck={false}
            maxLength={MOST_LINK}
            value={source.kind === "link" ? source.text : ""}
            aria-describedby={describedBy("weights-link")}
            aria-invalid={linkWrong !== undefined}
            onInput={({ currentTarget }) => {
              if (source.kind === "file") setFiles((before) => before + 1);
              setSource({ kind: "link", text: currentTarget.value });
            }}
          />
        </Field>
        <FileField key={files} id="weights-file" label={t("weights.file")} note={t("weights.file.note")} accept=".json,application/json" wrong={fileWrong} choose={(chosen) => { void choose(chosen); }} />
        <NameField t={t} value={name} wrong={checked && name.trim() === ""} enter={setName} />
      </fieldset>
      {read && isFit(read) && (
        <div class="weight-preview">
          <p>{t("weights.preview")}</p>
          <WeightSummary t={t} question={read.request} catalog={catalog} />
        </div>
      )}
      <div class="actions">
        <button type="submit" class="primary" disabled={busy || !catalog}>{t("weights.save")}</button>
      </div>
    </form>
  );
}

const reason = (t: SectionProps["t"], { wrong, gone }: Unfit): string => t(`weights.wrong.${wrong}`, { gone: gone.join(", ") });

interface NameProps extends Pick<SectionProps, "t"> {
  readonly value: string;
  readonly wrong: boolean;
  readonly enter: (name: string) => void;
}

function NameField({ t, value, wrong, enter }: NameProps) {
  return (
    <Field id="weights-name" label={t("weights.name")} note={t("weights.name.note")} wrong={wrong ? t("measures.needed") : undefined}>
      <input id="weights-name" type="text" maxLength={MOST_NAME} value={value} aria-describedby={describedBy("weights-name")} aria-invalid={wrong} aria-required onInput={({ currentTarget }) => { enter(currentTarget.value); }} />
    </Field>
  );
}

interface RenamingProps extends Pick<SectionProps, "t"> {
  readonly set: WeightSet;
  readonly busy: boolean;
  readonly save: (name: string) => void;
  readonly cancel: () => void;
}

/** Another name for a stored one; what it asks and its id stay. */
function Renaming({ t, set, busy, save, cancel }: RenamingProps) {
  const [name, setName] = useState(set.name);
  const [asked, setAsked] = useState(0);
  const empty = name.trim() === "";
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(asked, empty ? { "weights-name": true } : {});
  useEffect(() => { form.current?.querySelector("input")?.select(); }, []);
  return (
    <form
      ref={form}
      class="admin-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked((before) => before + 1);
        if (!empty) save(name.trim());
      }}
    >
      <fieldset class="plain" disabled={busy}>
        <legend>{t("weights.rename", { name: set.name })}</legend>
        <NameField t={t} value={name} wrong={asked > 0 && empty} enter={setName} />
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>{t("measures.save")}</button>
        <button type="button" disabled={busy} onClick={cancel}>{t("measures.cancel")}</button>
      </div>
    </form>
  );
}

interface StoredProps extends Pick<SectionProps, "t"> {
  readonly sets: readonly WeightSet[];
  readonly catalog: Catalog | null;
  readonly mayDelete: boolean;
  readonly busy: boolean;
  readonly rename: (set: WeightSet) => void;
  readonly remove: (set: WeightSet) => void;
}

function Stored({ t, sets, catalog, mayDelete, busy, rename, remove }: StoredProps) {
  return (
    <>
      <RowTable
        caption={t("weights.list")}
        name="weights"
        rows={sets}
        keyOf={(one) => one.id}
        columns={[
          { head: t("weights.name"), kind: "name", cell: (one) => one.name },
          { head: t("weights.what"), cell: (one) => <WeightSummary t={t} question={one.request} catalog={catalog} /> },
          { head: t("weights.savedAt"), cell: (one) => formatInstant(one.savedAt, t.lang) },
          {
            head: t("waves.action"),
            kind: "action",
            cell: (one) => (
              <>
                <button type="button" disabled={busy} aria-label={t("weights.renameOne", { name: one.name })} onClick={() => { rename(one); }}>{t("weights.renameButton")}</button>{" "}
                {mayDelete && <button type="button" disabled={busy} aria-label={t("measures.deleteOne", { title: one.name })} onClick={() => { remove(one); }}>{t("waves.delete")}</button>}
              </>
            ),
          },
        ]}
      />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}
