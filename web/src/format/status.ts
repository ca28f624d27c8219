import type { TextKey, Translator } from "../texts/texts.js";

/**
 * How an observation shows on map, card and table. The letters are those of the answers; a letter that this page does
 * not know is treated as a missing value and named by the server's own word.
 */
export type Look = "plain" | "modelled" | "converted" | "provisional" | "limited" | "withheld" | "missing";

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
  L: { look: "limited", text: "status.L", mark: "( )" },
  S: { look: "withheld", text: "status.S", mark: "" },
  I: { look: "withheld", text: "status.I", mark: "" },
  U: { look: "missing", text: "status.U", mark: "" },
  N: { look: "missing", text: "status.N", mark: "" },
  X: { look: "missing", text: "status.X", mark: "" },
  T: { look: "missing", text: "status.T", mark: "" },
  M: { look: "missing", text: "status.M", mark: "" },
  O: { look: "missing", text: "status.O", mark: "" },
  V: { look: "missing", text: "status.V", mark: "" },
  D: { look: "missing", text: "status.D", mark: "" },
};

export const lookOf = (letter: string): Look => SIGNS[letter]?.look ?? "missing";

export const markOf = (letter: string): string => SIGNS[letter]?.mark ?? "";

export const hasValue = (look: Look): boolean => look !== "withheld" && look !== "missing";

export function statusText(letter: string, t: Translator): string {
  const sign = SIGNS[letter];
  return sign ? t(sign.text) : t("status.other", { letter });
}
