import type { ResultKind } from "../api/types.js";
import type { TextKey, Translator } from "../texts/texts.js";

/**
 * How an observation shows on map, card and table. The letters are those of the answers; a letter that this page does
 * not know is treated as a missing value and named by the server's own word.
 */
export type Look = "plain" | "modelled" | "converted" | "provisional" | "incomplete" | "limited" | "withheld" | "imprecise" | "missing";

interface Sign {
  readonly look: Look;
  readonly text: TextKey;
  /** Small mark beside the number, so that status never rests on colour alone. */
  readonly mark: string;
}

const SIGNS: Readonly<Record<string, Sign>> = {
  R: { look: "plain", text: "status.R", mark: "" },
  E: { look: "modelled", text: "status.E", mark: "≈" },
  C: { look: "converted", text: "status.C", mark: "⇄" },
  P: { look: "provisional", text: "status.P", mark: "" },
  K: { look: "incomplete", text: "status.K", mark: "*" },
  L: { look: "limited", text: "status.L", mark: "" },
  S: { look: "withheld", text: "status.S", mark: "" },
  I: { look: "imprecise", text: "status.I", mark: "" },
  U: { look: "missing", text: "status.U", mark: "" },
  N: { look: "missing", text: "status.N", mark: "" },
  X: { look: "missing", text: "status.X", mark: "" },
  T: { look: "missing", text: "status.T", mark: "" },
  M: { look: "missing", text: "status.M", mark: "" },
  O: { look: "missing", text: "status.O", mark: "" },
  V: { look: "missing", text: "status.V", mark: "" },
  D: { look: "missing", text: "status.D", mark: "" },
};

/** Words that fit a result computed here better than those for a figure of official statistics. */
const COMPUTED: Readonly<Record<ResultKind, Readonly<Record<string, TextKey>>>> = {
  survey: { R: "result.survey", E: "status.E", S: "status.survey.S", I: "status.computed.I", O: "status.survey.O" },
  model: { R: "result.model", E: "result.model", S: "status.survey.S", I: "status.computed.I" },
  index: { R: "result.index", E: "status.index.E", S: "status.survey.S", I: "status.computed.I" },
};

/** Answers about few values name a status in full. */
const LETTERS: Readonly<Record<string, string>> = {
  reported: "R",
  estimated: "E",
  converted: "C",
  provisional: "P",
  "inputs-incomplete": "K",
  "limited-precision": "L",
  suppressed: "S",
  "too-imprecise": "I",
  "unknown-or-secret": "U",
  "not-reliable": "N",
  "not-meaningful": "X",
  "follows-later": "T",
  empty: "M",
  "no-row": "O",
  "not-convertible": "V",
  "input-missing": "D",
};

export const letterOf = (name: string): string => LETTERS[name] ?? name;

export const lookOf = (letter: string): Look => SIGNS[letter]?.look ?? "missing";

/** Every value of a model is modelled, whatever else its status says of it. */
export const isModelled = (letter: string, computed: ResultKind | null): boolean =>
  hasValue(lookOf(letter)) && (computed === "model" || lookOf(letter) === "modelled");

export function markOf(letter: string, computed: ResultKind | null = null): string {
  return isModelled(letter, computed) ? "≈" : (SIGNS[letter]?.mark ?? "");
}

const HELD: Partial<Record<Look, TextKey>> = { limited: "status.L", incomplete: "status.K" };

/** What holds a value back beside where it comes from; undefined for most. */
export const heldBack = (look: Look): TextKey | undefined => HELD[look];

export const hasValue = (look: Look): boolean => look !== "withheld" && look !== "imprecise" && look !== "missing";

export function statusText(letter: string, t: Translator, computed: ResultKind | null = null): string {
  const own = computed === null ? undefined : COMPUTED[computed][letter];
  const sign = SIGNS[letter];
  if (own) return t(own);
  return sign ? t(sign.text) : t("status.other", { letter });
}
