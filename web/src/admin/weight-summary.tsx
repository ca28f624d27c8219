import type { Catalog, StoredQuestion } from "../api/types.js";
import { formatNumber } from "../format/numbers.js";
import { RANKINGS, ROLES } from "../state/view-state.js";
import type { SectionProps } from "./administration.js";

interface Props extends Pick<SectionProps, "t"> {
  readonly question: StoredQuestion;
  /** Null until it was read: ids stand for names. */
  readonly catalog: Catalog | null;
}

/** What a weight set asks, in words: areas, way of ranking, criteria with roles and weights. */
export function WeightSummary({ t, question, catalog }: Props) {
  const { level, edition, method, within, peers } = question;
  const plural = catalog?.levels.find((one) => one.id === level)?.plural;
  const ranking = RANKINGS.find((one) => one === (method ?? "two-axes"));
  const about = [
    `${plural ? t.pair(plural) : level}${edition === undefined ? "" : ` ${edition}`}`,
    ...Object.values(within ?? {}).map((one) => t("weights.within", { code: [one].flat().join(", ") })),
    ...(typeof peers?.size === "string" ? [t("weights.size", { size: peers.size.replace(/-$/, "–").replace("-", "–") })] : []),
    ranking ? t(`weights.ranking.${ranking}`) : (method ?? ""),
  ];
  return (
    <div class="weight-summary">
      <ul class="bullets">
        {question.criteria.map((one) => (
          <li key={one.indicator}>{criterionText(t, catalog, one)}</li>
        ))}
      </ul>
      <p class="note">{about.join(" · ")}</p>
    </div>
  );
}

function criterionText(t: Props["t"], catalog: Catalog | null, { indicator, role, weight }: StoredQuestion["criteria"][number]): string {
  const known = catalog?.indicators.find((one) => one.id === indicator);
  const name = known ? t.pair(known.name) : catalog ? t("weights.unknown", { id: indicator }) : indicator;
  const as = ROLES.find((one) => one === role);
  return t("weights.criterion", { name, role: as ? t(`weights.role.${as}`) : role, weight: formatNumber(weight ?? 1, Number.isInteger(weight ?? 1) ? 0 : 2, t.lang) });
}
