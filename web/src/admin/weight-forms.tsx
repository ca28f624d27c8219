import { useEffect, useRef, useState } from "preact/hooks";
import type { Catalog, WeightSet } from "../api/types.js";
import { MOST_NAME, type NamedQuestion } from "../state/weight-file.js";
import type { SectionProps } from "./administration.js";
import { describedBy, Field, FileField, useFirstWrong } from "./fields.js";
import { isFit, questionOfFile, questionOfLink, type Unfit } from "./weight-draft.js";
import { WeightSummary } from "./weight-summary.js";

/** Longest link that is read, and largest file. */
const MOST_LINK = 16_384;
const MOST_BYTES = 256 * 1024;

/** Where a new weight set comes from. */
type Source = { readonly kind: "link"; readonly text: string } | { readonly kind: "file"; readonly text: string };
const NO_SOURCE: Source = { kind: "link", text: "" };

interface AddingProps extends Pick<SectionProps, "t"> {
  readonly catalog: Catalog | null;
  readonly busy: boolean;
  /** What was entered stays while something else is done. */
  readonly hidden: boolean;
  /** Resolves with whether it was stored. */
  readonly save: (set: NamedQuestion) => Promise<boolean>;
}

/** A link or a file, a name, and what would be stored. */
export function Adding({ t, catalog, busy, hidden, save }: AddingProps) {
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
      hidden={hidden}
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
        <NameField t={t} id="weights-name" value={name} wrong={checked && name.trim() === ""} enter={setName} />
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
  readonly id: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly enter: (name: string) => void;
}

function NameField({ t, id, value, wrong, enter }: NameProps) {
  return (
    <Field id={id} label={t("weights.name")} note={t("weights.name.note")} wrong={wrong ? t("measures.needed") : undefined}>
      <input id={id} type="text" maxLength={MOST_NAME} value={value} aria-describedby={describedBy(id)} aria-invalid={wrong} aria-required onInput={({ currentTarget }) => { enter(currentTarget.value); }} />
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
export function Renaming({ t, set, busy, save, cancel }: RenamingProps) {
  const [name, setName] = useState(set.name);
  const [asked, setAsked] = useState(0);
  const empty = name.trim() === "";
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(asked, empty ? { "weights-new-name": true } : {});
  useEffect(() => {
    const field = form.current?.querySelector("input");
    field?.focus();
    field?.select();
  }, []);
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
        <NameField t={t} id="weights-new-name" value={name} wrong={asked > 0 && empty} enter={setName} />
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>{t("measures.save")}</button>
        <button type="button" disabled={busy} onClick={cancel}>{t("measures.cancel")}</button>
      </div>
    </form>
  );
}
