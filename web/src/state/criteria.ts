import type { Catalog, Indicator, PriorityQuestion, StoredQuestion } from "../api/types.js";
import { lacksAxis } from "./idle.js";
import { MOST_CRITERIA, MOST_WEIGHT, RANKINGS, ROLES, SIZES, STANDARD_EXPONENTS, type Criterion, type Exponents, type ViewState, type Wish } from "./view-state.js";

const HALF = 50;

/** The criteria of a view; while nobody chose any, an index of need and a prediction of help if there are such. */
export function criteriaOf(state: Pick<ViewState, "criteria" | "level" | "edition">, catalog: Catalog): readonly Criterion[] {
  return state.criteria.length > 0 ? state.criteria : suggested(state, catalog);
}

/** Indicators that have values on the level and edition of a view. */
export function possible({ level, edition }: Pick<ViewState, "level" | "edition">, catalog: Catalog): readonly Indicator[] {
  return catalog.indicators.filter((one) => one.periods.length > 0 && one.levels.includes(level) && one.editions.includes(edition));
}

/** What to ask of the server; null while no criterion weighs anything. */
export function priorityQuestion(state: ViewState, catalog: Catalog): PriorityQuestion | null {
  const criteria = criteriaOf(state, catalog).filter((one) => one.weight > 0);
  if (criteria.length === 0) return null;
  const { level, edition, ranking, within, peers, exponents } = state;
  const [a, b, c, kappa] = exponents;
  return {
    level,
    edition,
    ...(within === null ? {} : { within: { district: within } }),
    ...(peers === null ? {} : { peers: { size: peers } }),
    criteria,
    method: ranking,
    ...(ranking === "product" ? { exponents: { a, b, c, kappa } } : {}),
  };
}

/** What to ask for an order; null also while an axis lacks a criterion, as there is none then. */
export function orderQuestion(state: ViewState, catalog: Catalog): PriorityQuestion | null {
  return lacksAxis(criteriaOf(state, catalog), state.ranking) ? null : priorityQuestion(state, catalog);
}

/** The view that shows a stored question; null where it asks for what the page cannot show. */
export function wishOf({ level, edition, within, peers, criteria, method, exponents }: StoredQuestion): Wish | null {
  const ranking = RANKINGS.find((one) => one === (method ?? "two-axes"));
  const district = within?.district;
  const size = SIZES.find((one) => one === peers?.size);
  const read = readCriteria(criteria);
  if (!ranking || !read || (within && typeof district !== "string") || (peers && !size)) return null;
  return {
    level,
    ...(edition === undefined ? {} : { edition }),
    criteria: read,
    ranking,
    within: typeof district === "string" ? district : null,
    peers: size ?? null,
    ...(exponents || ranking === "product" ? { exponents: exponentsOf(exponents) } : {}),
  };
}

/** What a question leaves out is as the server has it, never as the sliders of a reader happen to stand. */
function exponentsOf(exponents: StoredQuestion["exponents"]): Exponents {
  const [a, b, c, kappa] = STANDARD_EXPONENTS;
  return [exponents?.a ?? a, exponents?.b ?? b, exponents?.c ?? c, exponents?.kappa ?? kappa];
}

/** Weights count in relation to each other: the greatest becomes a hundred unless all are whole and small enough. */
function readCriteria(criteria: StoredQuestion["criteria"]): readonly Criterion[] | null {
  const weights = criteria.map((one) => one.weight ?? 1);
  const fits = weights.every((one) => Number.isInteger(one) && one <= MOST_WEIGHT) && weights.some((one) => one > 1);
  const factor = fits ? 1 : MOST_WEIGHT / Math.max(...weights, Number.MIN_VALUE);
  const read = criteria.flatMap(({ indicator, role }, i) => {
    const known = ROLES.find((one) => one === role);
    return known ? [{ indicator, role: known, weight: Math.round((weights[i] ?? 0) * factor) }] : [];
  });
  return read.length === criteria.length && read.length <= MOST_CRITERIA ? read : null;
}

function suggested(state: Pick<ViewState, "level" | "edition">, catalog: Catalog): readonly Criterion[] {
  const all = possible(state, catalog);
  const need = all.find((one) => one.result?.kind === "index" && one.polarity === "negative");
  const help = all.find((one) => one.result?.kind === "model");
  if (!need || !help) return [];
  return [
    { indicator: need.id, role: "need", weight: HALF },
    { indicator: help.id, role: "support", weight: HALF },
  ];
}
