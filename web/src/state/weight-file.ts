import type { StoredQuestion } from "../api/types.js";
import { MOST_CRITERIA, ROLES } from "./view-state.js";

/** A question about priorities with the name that somebody gave it. */
export interface NamedQuestion {
  /** Empty where none was given. */
  readonly name: string;
  readonly request: StoredQuestion;
}

/** Longest name of a weight set, as the server has it. */
export const MOST_NAME = 200;

const INDICATOR = /^[a-z][a-z0-9_]{0,59}$/;

/** A weight set as a file. */
export const weightFile = (set: NamedQuestion): string => `${JSON.stringify({ name: set.name, request: set.request }, null, 2)}\n`;

/** Reads such a file, or one that holds a question alone; null if it is neither. */
export function readWeightFile(text: string): NamedQuestion | null {
  try {
    return readNamed(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A named question, or one without a name; null for anything else. */
export function readNamed(value: unknown): NamedQuestion | null {
  if (!isObject(value)) return null;
  const { name, request } = value;
  const question = request === undefined ? value : request;
  if (!isQuestion(question) || (name !== undefined && typeof name !== "string")) return null;
  return { name: request === undefined ? "" : (name ?? "").slice(0, MOST_NAME), request: question };
}

function isQuestion(value: unknown): value is StoredQuestion {
  if (!isObject(value)) return false;
  const { level, edition, within, peers, criteria, method, exponents } = value;
  const texts = typeof level === "string" && [edition, method].every((one) => one === undefined || typeof one === "string");
  const objects = [within, peers, exponents].every((one) => one === undefined || one === null || isObject(one));
  const numbers = Object.values(exponents ?? {}).every((one) => typeof one === "number" && Number.isFinite(one));
  return texts && objects && numbers && Array.isArray(criteria) && criteria.length > 0 && criteria.length <= MOST_CRITERIA && criteria.every(isCriterion);
}

function isCriterion(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { indicator, role, weight } = value;
  const fits = weight === undefined || (typeof weight === "number" && weight >= 0 && Number.isFinite(weight));
  return typeof indicator === "string" && INDICATOR.test(indicator) && ROLES.some((one) => one === role) && fits;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
