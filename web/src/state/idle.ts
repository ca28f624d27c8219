import type { Criterion, Ranking, Role } from "./view-state.js";

/** Criteria of one group weigh against each other alone: an axis, a factor of the product, or all of a sum. */
function groupOf(role: Role, ranking: Ranking): string {
  if (ranking === "two-axes") return role === "need" || role === "hazard" ? "need" : "help";
  if (ranking === "product") return role === "capacity" ? "support" : role;
  return "all";
}

/** Whether an axis has no criterion that weighs anything, while there is no order without both. */
export function lacksAxis(criteria: readonly Criterion[], ranking: Ranking): boolean {
  return ranking === "two-axes" && new Set(criteria.filter((one) => one.weight > 0).map((one) => groupOf(one.role, ranking))).size < 2;
}

/** Whether a criterion has nothing to weigh against, so that its weight changes nothing as long as it is above 0. */
export function isIdle(one: Criterion, criteria: readonly Criterion[], ranking: Ranking): boolean {
  const group = groupOf(one.role, ranking);
  return one.weight > 0 && criteria.every((other) => other.indicator === one.indicator || other.weight === 0 || groupOf(other.role, ranking) !== group);
}
