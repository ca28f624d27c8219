import type { Catalog, Level } from "../api/types.js";
import { EXPORT_FORMATS } from "../state/data.js";

/** What is being entered of a release as texts. */
export const RELEASE_KEYS = ["id", "titleDe", "titleEn", "notes"] as const;
export type ReleaseKey = (typeof RELEASE_KEYS)[number];

/** Formats of the files; the codebook comes with each of them. */
export const RELEASE_FORMATS = EXPORT_FORMATS.filter((one) => one !== "codebook");
export type ReleaseFormat = (typeof RELEASE_FORMATS)[number];

export interface ReleaseDraft extends Readonly<Record<ReleaseKey, string>> {
  /** Levels that are left out; all others go in, also while nobody knows which there are. */
  readonly without: readonly string[];
  readonly formats: readonly ReleaseFormat[];
}

export const NO_RELEASE: ReleaseDraft = { id: "", titleDe: "", titleEn: "", notes: "", without: [], formats: ["gpkg", "csv-long"] };
export const RELEASE_NEEDED: readonly ReleaseKey[] = ["id", "titleDe", "titleEn"];

/** Greatest lengths, as the server has them. */
export const MOST: Readonly<Record<ReleaseKey, number>> = { id: 32, titleDe: 200, titleEn: 200, notes: 20_000 };
export const MOST_REASON = 300;

const ID = /^[0-9a-z]+([.-][0-9a-z]+)*$/;

/** A level that a release can hold, with its areas. */
export interface ReleaseLevel {
  readonly level: Level;
  readonly areas: number;
}

/** Levels of the edition that is shown first: what a release is made of. */
export function releaseLevels(catalog: Catalog): readonly ReleaseLevel[] {
  const present = catalog.editions.find((one) => one.id === catalog.defaultEdition)?.levels ?? [];
  return catalog.levels.flatMap((level) => present.filter((one) => one.level === level.id).map(({ areas }) => ({ level, areas }))).sort((a, b) => a.level.rank - b.level.rank);
}

type Mistake = "needed" | "id" | "choice";

/** Ids of the fields that cannot be sent as they are; what else does not fit, the server says. */
export function wrongOf(draft: ReleaseDraft, levels: readonly ReleaseLevel[]): Readonly<Record<string, Mistake>> {
  const wrong: Record<string, Mistake> = {};
  for (const key of RELEASE_NEEDED) if (draft[key].trim() === "") wrong[`release-${key}`] = "needed";
  const id = draft.id.trim();
  if (id !== "" && !ID.test(id)) wrong["release-id"] = "id";
  const [first] = levels;
  if (first && levels.every(({ level }) => draft.without.includes(level.id))) wrong[`release-level-${first.level.id}`] = "choice";
  if (draft.formats.length === 0) wrong["release-format-gpkg"] = "choice";
  return wrong;
}

/** What the server is sent; without levels it takes all. */
export function releaseBodyOf({ id, titleDe, titleEn, notes, without, formats }: ReleaseDraft, levels: readonly ReleaseLevel[]): unknown {
  const chosen = levels.map(({ level }) => level.id).filter((one) => !without.includes(one));
  return {
    id: id.trim(),
    title: { de: titleDe.trim(), en: titleEn.trim() },
    ...(notes.trim() === "" ? {} : { notes: notes.trim() }),
    ...(chosen.length === levels.length ? {} : { levels: chosen }),
    formats: RELEASE_FORMATS.filter((one) => formats.includes(one)),
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
