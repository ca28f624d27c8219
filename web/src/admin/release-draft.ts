/** What is being entered of a release, as texts. */
export const RELEASE_KEYS = ["id", "titleDe", "titleEn", "levels", "notes"] as const;
export type ReleaseKey = (typeof RELEASE_KEYS)[number];
export type ReleaseDraft = Readonly<Record<ReleaseKey, string>>;

export const NO_RELEASE: ReleaseDraft = { id: "", titleDe: "", titleEn: "", levels: "", notes: "" };
export const RELEASE_NEEDED: readonly ReleaseKey[] = ["id", "titleDe", "titleEn"];

/** Greatest lengths, as the server has them. */
export const MOST: Readonly<Record<ReleaseKey, number>> = { id: 32, titleDe: 200, titleEn: 200, levels: 500, notes: 20_000 };
export const MOST_REASON = 300;

const ID = /^[0-9a-z]+([.-][0-9a-z]+)*$/;

/** Ids of the fields that cannot be sent as they are; what else does not fit, the server says. */
export function wrongOf(draft: ReleaseDraft): Readonly<Record<string, "needed" | "id">> {
  const wrong: Record<string, "needed" | "id"> = {};
  for (const key of RELEASE_NEEDED) if (draft[key].trim() === "") wrong[`release-${key}`] = "needed";
  const id = draft.id.trim();
  if (id !== "" && !ID.test(id)) wrong["release-id"] = "id";
  return wrong;
}

/** What the server is sent; without levels it takes all. */
export function releaseBodyOf({ id, titleDe, titleEn, levels, notes }: ReleaseDraft): unknown {
  const chosen = levels.split(/[\s,;]+/).filter(Boolean);
  return {
    id: id.trim(),
    title: { de: titleDe.trim(), en: titleEn.trim() },
    ...(notes.trim() === "" ? {} : { notes: notes.trim() }),
    ...(chosen.length === 0 ? {} : { levels: chosen }),
  };
}

/** Why a release is withdrawn, told to everybody in either language. */
export interface Reason {
  readonly de: string;
  readonly en: string;
}

/** Languages in which the reason is missing, as ids of their fields. */
export function wrongReason(reason: Reason): Readonly<Record<string, true>> {
  return Object.fromEntries((["de", "en"] as const).filter((lang) => reason[lang].trim() === "").map((lang) => [`reason-${lang}`, true as const]));
}
