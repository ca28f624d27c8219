import type { Contact } from "../api/place-types.js";

/** What is being entered of a contact, as texts. There is no field for a person. */
export const KEYS = ["area", "office", "address", "link"] as const;
export type ContactKey = (typeof KEYS)[number];
export type ContactDraft = Readonly<Record<ContactKey, string>>;

export const NO_CONTACT: ContactDraft = { area: "", office: "", address: "", link: "" };
export const NEEDED: readonly ContactKey[] = ["area", "office"];

export const contactDraftOf = ({ area, office, address, link }: Contact): ContactDraft => ({ area, office, address: address ?? "", link: link ?? "" });

/** Ids of the fields that cannot be sent as they are; what else does not fit, the server says. */
export function wrongOf(draft: ContactDraft): Readonly<Record<string, "needed" | "link">> {
  const wrong: Record<string, "needed" | "link"> = {};
  for (const key of NEEDED) if (draft[key].trim() === "") wrong[`contact-${key}`] = "needed";
  const link = draft.link.trim();
  if (link !== "" && !/^https?:\/\/[^\s/]/i.test(link)) wrong["contact-link"] = "link";
  return wrong;
}

/** What the server is sent; what was left empty is not said. */
export function contactBodyOf(draft: ContactDraft): unknown {
  const text = (key: ContactKey): string | null => (draft[key].trim() === "" ? null : draft[key].trim());
  return { area: text("area"), office: text("office"), address: text("address"), link: text("link") };
}
