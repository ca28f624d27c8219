import type { Catalog, StoredQuestion } from "../api/types.js";
import { parseAddress } from "../state/address.js";
import { priorityQuestion } from "../state/criteria.js";
import { resolve } from "../state/resolve.js";
import { readWeightFile, type NamedQuestion } from "../state/weight-file.js";

/** Why a link or a file cannot be stored; `gone` names what the data do not have. */
export interface Unfit {
  readonly wrong: "empty" | "link" | "view" | "criteria" | "file" | "gone";
  readonly gone: readonly string[];
}

const unfit = (wrong: Unfit["wrong"], gone: readonly string[] = []): Unfit => ({ wrong, gone });

export const isFit = (read: NamedQuestion | Unfit): read is NamedQuestion => !("wrong" in read);

/** Parameters of a link that say what is asked; one that cannot be read would be left to the page's choice. */
const ASKING = ["criteria", "ranking", "exponents", "within", "peers", "level", "edition"];

/** Views whose links carry criteria and weights. */
const VIEWS = ["priorities", "allocation"];

/** The question that a link of the view "priorities" asks; what it leaves out is chosen as that view does. */
export function questionOfLink(text: string, catalog: Catalog): NamedQuestion | Unfit {
  const link = text.trim();
  if (link === "") return unfit("empty");
  const start = link.indexOf("?");
  if (start < 0) return unfit("link");
  const { wish, complaints } = parseAddress(link.slice(start).replace(/#.*$/, ""));
  if (!VIEWS.includes(wish.view ?? "")) return unfit("view");
  // Where a link names no areas, its indicator chooses them.
  const asking = wish.level === undefined || wish.edition === undefined ? [...ASKING, "indicator"] : ASKING;
  if (complaints.some((one) => asking.includes(one.parameter))) return unfit("link");
  const gone = (wish.criteria ?? []).filter((one) => !knows(catalog, one.indicator)).map((one) => one.indicator);
  if (gone.length > 0) return unfit("gone", gone);
  const resolved = resolve(wish, catalog);
  const replaced = (resolved?.notices ?? []).filter((one) => asking.includes(one.key)).map((one) => one.wanted);
  if (replaced.length > 0) return unfit("gone", replaced);
  const question = resolved && priorityQuestion(resolved.state, catalog);
  return question ? { name: "", request: question } : unfit("criteria");
}

/** The question of a file that the view "priorities" wrote. */
export function questionOfFile(text: string, catalog: Catalog): NamedQuestion | Unfit {
  const read = readWeightFile(text);
  if (!read) return unfit("file");
  const gone = goneOf(read.request, catalog);
  return gone.length > 0 ? unfit("gone", gone) : read;
}

/** Level, edition and indicators of a question that the data do not have. */
function goneOf({ level, edition, criteria }: StoredQuestion, catalog: Catalog): readonly string[] {
  return [
    ...(catalog.levels.some((one) => one.id === level) ? [] : [level]),
    ...(edition === undefined || catalog.editions.some((one) => one.id === edition) ? [] : [edition]),
    ...criteria.map((one) => one.indicator).filter((one) => !knows(catalog, one)),
  ];
}

const knows = (catalog: Catalog, id: string): boolean => catalog.indicators.some((one) => one.id === id);
