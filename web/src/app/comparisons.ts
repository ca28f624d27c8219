import { RequestFailure } from "../api/client.js";
import type { ComparisonQuery, RadarApi } from "../api/radar-api.js";
import type { AreaComparisons, Level } from "../api/types.js";

/** Compares an area's value with those of its district, its state and its peers; null if it has none to compare. */
export async function readComparisons(api: RadarApi, levels: readonly Level[], asked: Omit<ComparisonQuery, "with">): Promise<AreaComparisons | null> {
  try {
    const rank = (level: string): number => levels.find((one) => one.id === level)?.rank ?? Infinity;
    const within = (level: "district" | "state") => (rank(level) < rank(asked.level) ? api.comparison({ ...asked, with: level }) : null);
    const [district, state, peers] = await Promise.all([within("district"), within("state"), api.comparison({ ...asked, with: "peers" })]);
    return { code: asked.area, district, state, peers };
  } catch (error) {
    // An area of another level, or without a value in this period, has nothing to compare.
    if (error instanceof RequestFailure && error.status === 404) return null;
    throw error;
  }
}
