import { formatNumber, parseNumber } from "../format/numbers.js";
import { isKindName, LONGEST_NAME, MOST_AMOUNT, MOST_UNITS, type FairnessRules, type UnitKind } from "../state/units.js";
import type { Lang } from "../api/types.js";
import { words, type PlanningKey } from "./words.js";

/** A kind of units as it is typed; a field that is empty sets no limit. */
export type Draft = Readonly<Record<keyof UnitKind, string>>;
export type RuleDraft = Readonly<Record<keyof FairnessRules, string>>;

export const KIND_FIELDS = ["name", "number", "capacity", "radiusKm", "cost"] as const satisfies readonly (keyof Draft)[];
export const RULE_FIELDS = ["minimum", "cap", "budget"] as const satisfies readonly (keyof RuleDraft)[];

/** A field whose entry cannot be computed with: what is possible there, and the id of that text. */
export interface Fault {
  readonly id: string;
  readonly text: string;
}

const numberText = (value: number | null, lang: Lang): string => (value === null ? "" : lang === "de" ? String(value).replace(".", ",") : String(value));

export const draftOf = (one: UnitKind, lang: Lang): Draft => ({
  name: one.name,
  number: String(one.number),
  capacity: numberText(one.capacity, lang),
  radiusKm: numberText(one.radiusKm, lang),
  cost: numberText(one.cost, lang),
});

export const ruleDraftOf = ({ minimum, cap, budget }: FairnessRules, lang: Lang): RuleDraft => ({ minimum: numberText(minimum, lang), cap: numberText(cap, lang), budget: numberText(budget, lang) });

/** A number, null for an empty field; undefined for what cannot be read. */
function optional(text: string, lang: Lang): number | null | undefined {
  if (text.trim() === "") return null;
  const value = parseNumber(text, lang);
  return value === undefined ? undefined : Number(value.toFixed(3));
}

type Limit = "name" | "number" | "count" | "positive" | "amount";
const LIMITS: Readonly<Record<keyof Draft | keyof RuleDraft, Limit>> = { name: "name", number: "number", capacity: "positive", radiusKm: "amount", cost: "amount", minimum: "count", cap: "count", budget: "amount" };

const mostOf = (limit: Limit): number => (limit === "name" ? LONGEST_NAME : limit === "number" || limit === "count" ? MOST_UNITS : MOST_AMOUNT);

/** Whether an entry can be computed with, within the bounds of the server and of the address. */
export function fits(field: keyof Draft | keyof RuleDraft, text: string, lang: Lang): boolean {
  const limit = LIMITS[field];
  if (limit === "name") return isKindName(text.trim());
  const value = optional(text, lang);
  if (value === undefined || value === null) return value === null && limit !== "number";
  const whole = limit === "amount" || limit === "positive" || Number.isInteger(value);
  return whole && value >= 0 && value <= mostOf(limit) && !(limit === "positive" && value === 0);
}

export const faultId = (field: string, index = 0): string => `wrong-${field}-${index}`;

/** What cannot be computed with, by field and with what is possible there. */
export function faultsOf(kinds: readonly Draft[], rule: RuleDraft, lang: Lang): readonly Fault[] {
  const p = words(lang);
  const said = (field: keyof Draft | keyof RuleDraft, label: string): string => p(`allocation.limit.${LIMITS[field]}` satisfies PlanningKey, { label, most: formatNumber(mostOf(LIMITS[field]), 0, lang) });
  const where = (i: number): string => (kinds.length > 1 ? `${p("allocation.kind", { n: i + 1 })}, ` : "");
  const ofKinds = kinds.flatMap((one, i) => KIND_FIELDS.flatMap((field) => (fits(field, one[field], lang) ? [] : [{ id: faultId(field, i), text: said(field, `${where(i)}${p(`allocation.${field}`)}`) }])));
  const ofRules = RULE_FIELDS.flatMap((field) => (fits(field, rule[field], lang) ? [] : [{ id: faultId(field), text: said(field, `${p("allocation.rules")}, ${p(`allocation.rule.${field}`)}`) }]));
  return [...ofKinds, ...ofRules, ...sumFault(kinds, lang)];
}

/** Each number may be possible and all together still too many. */
function sumFault(kinds: readonly Draft[], lang: Lang): readonly Fault[] {
  const numbers = kinds.map((one) => (fits("number", one.number, lang) ? (optional(one.number, lang) ?? 0) : 0));
  const sum = numbers.reduce((all, one) => all + one, 0);
  return sum <= MOST_UNITS ? [] : [{ id: faultId("sum"), text: words(lang)("allocation.limit.sum", { sum: formatNumber(sum, 0, lang), most: formatNumber(MOST_UNITS, 0, lang) }) }];
}

/** A kind of units as it was typed without a fault. */
export const kindOf = (one: Draft, lang: Lang): UnitKind => ({
  name: one.name.trim(),
  number: optional(one.number, lang) ?? 0,
  capacity: optional(one.capacity, lang) ?? null,
  radiusKm: optional(one.radiusKm, lang) ?? null,
  cost: optional(one.cost, lang) ?? null,
});

export const rulesOf = (rule: RuleDraft, lang: Lang): FairnessRules => ({ minimum: optional(rule.minimum, lang) ?? null, cap: optional(rule.cap, lang) ?? null, budget: optional(rule.budget, lang) ?? null });
