import type { PrioritiesAnswer, PriorityArea } from "../api/types.js";
import { csvText, type CsvCell, type CsvForm } from "../export/csv.js";

/** What a file says of itself besides the answer. */
export interface PriorityFile {
  readonly form: CsvForm;
  /** The day, as 2026-11-22. */
  readonly on: string;
  /** Says that values are invented, in the language of the reader. */
  readonly label: string;
}

const AREA_COLUMNS = ["level", "code", "name", "status", "rank", "rank_low_5", "rank_high_95", "share_of_draws_among_first", "first", "score", "need", "help", "rank_without_support", "missing"];
const SOURCE_COLUMNS = ["criteria", "method", "stability", "draws", "seed", "question", "edition", "revision", "exported_on", "example", "label", "licence", "attribution"];

/** The order that shows as a table of all its areas: each row says of itself by which weights, from which source and of what day it is. */
export function priorityCsv(answer: PrioritiesAnswer, { form, on, label }: PriorityFile): string {
  const ids = answer.criteria.map((one) => one.indicator);
  const weights = answer.criteria.map((one) => one.weight);
  const source: readonly CsvCell[] = [
    criteriaText(answer),
    answer.method,
    answer.stability.verdict,
    answer.stability.draws,
    answer.stability.seed,
    answer.id,
    answer.edition,
    answer.revision,
    on,
    answer.example,
    answer.example ? label : "",
    answer.licence,
    answer.attribution,
  ];
  const header = [...AREA_COLUMNS, ...ids.map((id) => `contribution_${id}`), ...ids.map((id) => `weight_${id}`), ...SOURCE_COLUMNS];
  return csvText(header, answer.areas.map((area) => [...areaCells(answer, area), ...ids.map((id) => area.contributions[id] ?? null), ...weights, ...source]), form);
}

function areaCells({ level, top }: PrioritiesAnswer, area: PriorityArea): readonly CsvCell[] {
  const { code, name, rank, rankLow, rankHigh, topProbability, score, need, help, rankWithoutSupport, missing } = area;
  return [level, code, name, rank === null ? "not-ranked" : "ranked", rank, rankLow, rankHigh, topProbability, top, score, need, help, rankWithoutSupport, missing.join(" ")];
}

/** "strain 2023 need raises; help 2022 support lowers". */
const criteriaText = ({ criteria }: PrioritiesAnswer): string => criteria.map(({ indicator, period, role, direction }) => `${indicator} ${period} ${role} ${direction}`).join("; ");
