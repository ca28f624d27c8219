import type { Contact } from "../api/place-types.js";
import type { SectionProps } from "./administration.js";
import { contactBodyOf, contactDraftOf, KEYS, NEEDED, NO_CONTACT, wrongOf, type ContactDraft, type ContactKey } from "./contact-draft.js";
import { describedBy, Field } from "./fields.js";
import { newId } from "./measure-draft.js";
import { RecordsSection, type RecordKind } from "./records-section.js";

/** Offices that can be asked about an area. */
export function ContactsSection({ api, t, shown }: SectionProps) {
  const kind: RecordKind<Contact, ContactDraft> = {
    name: "contacts",
    words: {
      intro: t("contacts.intro"),
      noPersons: t("contacts.noPersons"),
      new: t("contacts.new"),
      change: t("contacts.change"),
      list: t("contacts.list"),
      empty: t("contacts.empty"),
    },
    nothing: NO_CONTACT,
    draftOf: contactDraftOf,
    wrongOf,
    titleOf: (one) => one.office,
    firstField: "contact-area",
    list: () => api.contacts(),
    save: (id, draft) => api.saveContact(id ?? newId(draft.office), contactBodyOf(draft)),
    remove: (id) => api.deleteContact(id),
    fields: (draft, wrong, enter) =>
      KEYS.map((key) => {
        const found = wrong[`contact-${key}`];
        const mistake = found && t(found === "needed" ? "measures.needed" : "contacts.badLink");
        return (
          <Field key={key} id={`contact-${key}`} label={t(`contact.${key}`)} note={t(`contact.${key}.note`)} wrong={mistake}>
            <Entry name={key} value={draft[key]} invalid={mistake !== undefined} enter={(value) => { enter({ ...draft, [key]: value }); }} />
          </Field>
        );
      }),
    columns: [
      { head: t("contact.area"), cell: (one) => one.areaName ?? t("measures.areaUnknown", { code: one.area }) },
      { head: t("contact.office"), kind: "name", cell: (one) => one.office },
      { head: t("contact.link"), class: "breakable", cell: (one) => one.link },
    ],
  };
  return <RecordsSection api={api} t={t} shown={shown} kind={kind} />;
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
