import type { AllocationQuestion } from "../api/planning-types.js";
import type { Catalog } from "../api/types.js";
import { priorityQuestion } from "./criteria.js";
import type { FairnessRules, UnitKind } from "./units.js";
import type { ViewState } from "./view-state.js";

const METRES = 1000;

/** Name of a kind in questions and answers: what a person calls it may come twice. */
export const kindId = (index: number): string => `kind${index + 1}`;

/** Two axes are no score that could be covered: then criteria are summed. */
export const allocationMethod = (ranking: ViewState["ranking"]): string => (ranking === "two-axes" ? "weighted-sum" : ranking);

/** What to ask of the server; null without criteria or units. */
export function allocationQuestion(state: ViewState, catalog: Catalog): AllocationQuestion | null {
  const priorities = priorityQuestion(state, catalog);
  if (!priorities || state.units.length === 0) return null;
  return {
    level: state.level,
    edition: state.edition,
    demand: { priorities: { ...priorities, method: allocationMethod(state.ranking) }, by: demandBy(state, catalog) },
    kinds: state.units.map(kindOf),
    rules: rulesOf(state.rules),
  };
}

/** Inhabitants can weigh, and make classes of size, only where the server knows which indicator counts them. */
export const knowsPeople = ({ population, indicators }: Catalog): boolean => indicators.some((one) => one.id === population && one.periods.length > 0);

export const demandBy = ({ demand }: Pick<ViewState, "demand">, catalog: Catalog): "people" | "areas" => (knowsPeople(catalog) ? demand : "areas");

function kindOf({ number, capacity, radiusKm, cost }: UnitKind, index: number): AllocationQuestion["kinds"][number] {
  return {
    id: kindId(index),
    number,
    ...(capacity === null ? {} : { capacity }),
    ...(radiusKm === null ? {} : { radius: radiusKm * METRES }),
    ...(cost === null ? {} : { cost }),
  };
}

function rulesOf({ minimum, cap, budget }: FairnessRules): AllocationQuestion["rules"] {
  return {
    ...(minimum === null ? {} : { minimumPerDistrict: minimum }),
    ...(cap === null ? {} : { capPerArea: cap }),
    ...(budget === null ? {} : { budget }),
  };
}
