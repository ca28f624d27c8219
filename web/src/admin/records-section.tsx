import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { SectionProps } from "./administration.js";
import { useChanging } from "./changing.js";
import { Confirmation } from "./confirmation.js";
import { FailureText } from "./failure-text.js";
import { useFirstWrong } from "./fields.js";
import { useLoaded } from "./loading.js";
import { RowTable, type Column } from "./table.js";

/** What is said of a kind of record: what it is, above a new one and one that is changed, above the list, and where there is none. */
interface RecordWords {
  readonly intro: string;
  readonly noPersons: string;
  readonly new: string;
  readonly change: string;
  readonly list: string;
  readonly empty: string;
}

/** What a kind of record is called, and how it is entered, saved and listed. */
export interface RecordKind<One, Draft> {
  /** Class of the table. */
  readonly name: string;
  readonly words: RecordWords;
  readonly nothing: Draft;
  readonly draftOf: (one: One) => Draft;
  /** Ids of the fields that are wrong. */
  readonly wrongOf: (draft: Draft) => Readonly<Record<string, string>>;
  readonly titleOf: (one: One) => string;
  /** Field that the change of a record begins with. */
  readonly firstField: string;
  readonly list: () => Promise<readonly One[]>;
  readonly save: (id: string | null, draft: Draft) => Promise<unknown>;
  readonly remove: (id: string) => Promise<unknown>;
  readonly fields: (draft: Draft, wrong: Readonly<Record<string, string>>, enter: (draft: Draft) => void) => ComponentChildren;
  readonly columns: readonly Column<One>[];
}

interface Props<One, Draft> extends Pick<SectionProps, "api" | "t" | "shown"> {
  readonly kind: RecordKind<One, Draft>;
}

/** Records that the office keeps: a form, and the list of what is recorded. */
export function RecordsSection<One extends { readonly id: string }, Draft>({ api, t, shown, kind }: Props<One, Draft>) {
  const { changed, busy, said, failure, heading, alert, clear, act } = useChanging();
  const [draft, setDraft] = useState(kind.nothing);
  const [id, setId] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState(false);
  const [leaving, setLeaving] = useState<One | null>(null);
  const loaded = useLoaded(kind.list, shown, changed);
  const wrong = checked ? kind.wrongOf(draft) : {};
  useFirstWrong(asked, wrong);
  const reset = (): void => {
    setDraft(kind.nothing);
    setId(null);
    setChecked(false);
  };
  const change = async (what: () => Promise<unknown>, done: string, where?: string): Promise<void> => {
    const succeeded = await act(async () => {
      await what();
      return done;
    }, where);
    if (succeeded) reset();
  };
  const save = (): void => {
    setChecked(true);
    setAsked((before) => before + 1);
    if (Object.keys(kind.wrongOf(draft)).length > 0) return;
    void change(() => kind.save(id, draft), t("measures.saved"), kind.firstField);
  };
  const edit = (one: One): void => {
    setDraft(kind.draftOf(one));
    setId(one.id);
    setChecked(false);
    clear();
    document.getElementById(kind.firstField)?.focus();
  };
  /** Who began to change one goes on where it was begun. */
  const cancel = (begun: string): void => {
    reset();
    (document.getElementById(changeButton(kind.name, begun)) ?? heading.current)?.focus();
  };
  return (
    <>
      <p class="note">{kind.words.intro}</p>
      <p class="note-persons">{kind.words.noPersons}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset class="plain" disabled={busy}>
          <legend>{id === null ? kind.words.new : kind.words.change}</legend>
          {kind.fields(draft, wrong, setDraft)}
        </fieldset>
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>{t("measures.save")}</button>
          {id !== null && <button type="button" disabled={busy} onClick={() => { cancel(id); }}>{t("measures.cancel")}</button>}
        </div>
      </form>
      <p role="status">{said}</p>
      {failure && <div ref={alert} role="alert" tabIndex={-1}><FailureText t={t} failure={failure} what={t("measures.notSaved")} /></div>}
      <h2 ref={heading} tabIndex={-1}>{kind.words.list}</h2>
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      {loaded.value?.length === 0 && <p class="empty">{kind.words.empty}</p>}
      {loaded.value !== null && loaded.value.length > 0 && (
        <Recorded t={t} kind={kind} records={loaded.value} mayDelete={api.role === "admin"} busy={busy} edit={edit} remove={setLeaving} />
      )}
      {leaving && (
        <Confirmation
          t={t}
          title={kind.titleOf(leaving)}
          cancel={() => { setLeaving(null); }}
          confirm={() => {
            setLeaving(null);
            void change(() => kind.remove(leaving.id), t("measures.deleted"));
          }}
        />
      )}
    </>
  );
}

const changeButton = (kind: string, id: string): string => `change-${kind}-${id}`;

interface RecordedProps<One, Draft> extends Pick<SectionProps, "t"> {
  readonly kind: RecordKind<One, Draft>;
  readonly records: readonly One[];
  readonly mayDelete: boolean;
  readonly busy: boolean;
  readonly edit: (one: One) => void;
  readonly remove: (one: One) => void;
}

function Recorded<One extends { readonly id: string }, Draft>({ t, kind, records, mayDelete, busy, edit, remove }: RecordedProps<One, Draft>) {
  const action: Column<One> = {
    head: t("waves.action"),
    kind: "action",
    cell: (one) => (
      <>
        <button id={changeButton(kind.name, one.id)} type="button" disabled={busy} aria-label={t("measures.editOne", { title: kind.titleOf(one) })} onClick={() => { edit(one); }}>{t("measures.edit")}</button>{" "}
        {mayDelete && <button type="button" disabled={busy} aria-label={t("measures.deleteOne", { title: kind.titleOf(one) })} onClick={() => { remove(one); }}>{t("waves.delete")}</button>}
      </>
    ),
  };
  return (
    <>
      <RowTable caption={kind.words.list} name={kind.name} rows={records} keyOf={(one) => one.id} columns={[...kind.columns, action]} />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}
