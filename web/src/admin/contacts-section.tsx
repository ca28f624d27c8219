import { useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import type { Contact } from "../api/place-types.js";
import { failureOf } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { Confirmation } from "./confirmation.js";
import { contactBodyOf, contactDraftOf, KEYS, NEEDED, NO_CONTACT, wrongOf, type ContactDraft, type ContactKey } from "./contact-draft.js";
import { FailureText } from "./failure-text.js";
import { describedBy, Field, useFirstWrong } from "./fields.js";
import { useLoaded } from "./loading.js";
import { newId } from "./measure-draft.js";
import { RowTable } from "./table.js";

/** Offices that can be asked about an area: a form, and the list of what is recorded. */
export function ContactsSection({ api, t, shown }: SectionProps) {
  const [changes, setChanges] = useState(0);
  const [draft, setDraft] = useState<ContactDraft>(NO_CONTACT);
  const [id, setId] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [leaving, setLeaving] = useState<Contact | null>(null);
  const loaded = useLoaded(() => api.contacts(), shown, changes);
  const wrong = checked ? wrongOf(draft) : {};
  useFirstWrong(asked, wrong);
  const reset = (): void => {
    setDraft(NO_CONTACT);
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
    void act(() => api.saveContact(id ?? newId(draft.office), contactBodyOf(draft)), t("measures.saved"));
  };
  const edit = (contact: Contact): void => {
    setDraft(contactDraftOf(contact));
    setId(contact.id);
    setChecked(false);
    setSaid("");
    setFailure(null);
    document.getElementById("contact-area")?.focus();
  };
  const mistake = (key: ContactKey): string | undefined => {
    const found = wrong[`contact-${key}`];
    return found && t(found === "needed" ? "measures.needed" : "contacts.badLink");
  };
  return (
    <>
      <p class="note">{t("contacts.intro")}</p>
      <p class="note-persons">{t("contacts.noPersons")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <fieldset class="plain" disabled={busy}>
          <legend>{id === null ? t("contacts.new") : t("contacts.change")}</legend>
          {KEYS.map((key) => (
            <Field key={key} id={`contact-${key}`} label={t(`contact.${key}`)} note={t(`contact.${key}.note`)} wrong={mistake(key)}>
              <Entry name={key} value={draft[key]} invalid={mistake(key) !== undefined} enter={(value) => { setDraft({ ...draft, [key]: value }); }} />
            </Field>
          ))}
        </fieldset>
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>{t("measures.save")}</button>
          {id !== null && <button type="button" disabled={busy} onClick={reset}>{t("measures.cancel")}</button>}
        </div>
      </form>
      <p role="status">{said}</p>
      {failure && <div role="alert"><FailureText t={t} failure={failure} what={t("measures.notSaved")} /></div>}
      <h2>{t("contacts.list")}</h2>
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      {loaded.value?.length === 0 && <p class="empty">{t("contacts.empty")}</p>}
      {loaded.value !== null && loaded.value.length > 0 && <Recorded t={t} contacts={loaded.value} mayDelete={api.role === "admin"} busy={busy} edit={edit} remove={setLeaving} />}
      {leaving && (
        <Confirmation
          t={t}
          title={leaving.office}
          cancel={() => { setLeaving(null); }}
          confirm={() => {
            setLeaving(null);
            void act(() => api.deleteContact(leaving.id), t("measures.deleted"));
          }}
        />
      )}
    </>
  );
}

interface EntryProps {
  readonly name: ContactKey;
  readonly value: string;
  readonly invalid: boolean;
  readonly enter: (value: string) => void;
}

const MOST: Readonly<Record<ContactKey, number>> = { area: 200, office: 200, address: 500, link: 500 };

function Entry({ name, value, invalid, enter }: EntryProps) {
  const id = `contact-${name}`;
  const common = { id, value, maxLength: MOST[name], "aria-describedby": describedBy(id), "aria-invalid": invalid, "aria-required": NEEDED.includes(name) };
  if (name === "address") return <textarea {...common} rows={3} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
  return <input {...common} type={name === "link" ? "url" : "text"} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
}

interface RecordedProps extends Pick<SectionProps, "t"> {
  readonly contacts: readonly Contact[];
  readonly mayDelete: boolean;
  readonly busy: boolean;
  readonly edit: (contact: Contact) => void;
  readonly remove: (contact: Contact) => void;
}

function Recorded({ t, contacts, mayDelete, busy, edit, remove }: RecordedProps) {
  return (
    <>
      <RowTable
        caption={t("contacts.list")}
        name="contacts"
        rows={contacts}
        keyOf={(one) => one.id}
        columns={[
          { head: t("contact.area"), cell: (one) => one.areaName ?? t("measures.areaUnknown", { code: one.area }) },
          { head: t("contact.office"), kind: "name", cell: (one) => one.office },
          { head: t("contact.link"), class: "breakable", cell: (one) => one.link },
          {
            head: t("waves.action"),
            kind: "action",
            cell: (one) => (
              <>
                <button type="button" disabled={busy} aria-label={t("measures.editOne", { title: one.office })} onClick={() => { edit(one); }}>{t("measures.edit")}</button>{" "}
                {mayDelete && <button type="button" disabled={busy} aria-label={t("measures.deleteOne", { title: one.office })} onClick={() => { remove(one); }}>{t("waves.delete")}</button>}
              </>
            ),
          },
        ]}
      />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}
