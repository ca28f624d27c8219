import type { Catalog, Indicator, PriorityQuestion } from "../api/types.js";
import type { Criterion, ViewState } from "./view-state.js";

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
