import type { StoredQuestion } from "../api/types.js";
import { at } from "../api/root.js";
import { readNamed } from "../state/weight-file.js";

/** Weights that somebody keeps in this browser alone. Their names tell them apart. */
export interface DeviceSet {
  readonly name: string;
  readonly savedAt: string;
  readonly request: StoredQuestion;
}

export const MOST_SETS = 50;

/** Several servers may stand below one host, each under a path of its own; a browser's storage knows the host alone. */
export const keyOf = (path: string): string => `sozialradar.weights:${path}`;
const KEY = keyOf(at("/"));

/** What came of keeping one: done, its name is taken, no more room, or the browser lets nothing be kept. */
export type Keeping = "kept" | "taken" | "full" | "refused";

/** The browser may refuse its storage as such, as in a private window or a frame; asking for it then throws. */
type Open = () => Storage;
const ofBrowser: Open = () => localStorage;

/** All that are kept, as they came; null where the browser refuses. What is not readable counts as nothing. */
export function deviceSets(open: Open = ofBrowser): readonly DeviceSet[] | null {
  try {
    return read(open().getItem(KEY));
  } catch {
    return null;
  }
}

export function keepOnDevice(set: DeviceSet, open: Open = ofBrowser): Keeping {
  const sets = deviceSets(open);
  if (sets === null) return "refused";
  if (sets.some((one) => one.name === set.name)) return "taken";
  if (sets.length >= MOST_SETS) return "full";
  return write([...sets, set], open) ? "kept" : "refused";
}

/** Deletes the one of a name; false where the browser refuses. */
export function forgetOnDevice(name: string, open: Open = ofBrowser): boolean {
  const sets = deviceSets(open);
  return sets !== null && write(sets.filter((one) => one.name !== name), open);
}

function write(sets: readonly DeviceSet[], open: Open): boolean {
  try {
    open().setItem(KEY, JSON.stringify(sets));
    return true;
  } catch {
    return false;
  }
}

function read(text: string | null): readonly DeviceSet[] {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  return Array.isArray(value) ? value.flatMap(readOne) : [];
}

function readOne(value: unknown): DeviceSet[] {
  const named = readNamed(value);
  const savedAt: unknown = (value as { savedAt?: unknown } | null)?.savedAt;
  const dated = typeof savedAt === "string" && !Number.isNaN(Date.parse(savedAt));
  return named && named.name !== "" && dated ? [{ name: named.name, savedAt, request: named.request }] : [];
}
