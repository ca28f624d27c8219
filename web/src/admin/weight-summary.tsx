import type { Catalog, StoredQuestion } from "../api/types.js";
import { formatNumber } from "../format/numbers.js";
import { sizeWords } from "../format/sizes.js";
import { RANKINGS, ROLES, STANDARD_EXPONENTS } from "../state/view-state.js";
import type { SectionProps } from "./administration.js";

interface Props extends Pick<SectionProps, "t"> {
  readonly question: StoredQuestion;
  /** Null until it was read: ids stand for names. */
  readonly catalog: Catalog | null;
}

/** What a weight set asks, in words: areas, way of ranking with what it is set to, criteria with roles and weights. */
export function WeightSummary({ t, question, catalog }: Props) {
  const { level, edition, method, within, peers, exponents } = question;
  const plural = catalog?.levels.find((one) => one.id === level)?.plural;
  const ranking = RANKINGS.find((one) => one === (method ?? "two-axes"));
  const about = [
    `${plural ? t.pair(plural) : level}${edition === undefined ? "" : ` ${edition}`}`,
    ...Object.entries(within ?? {}).map(([kind, one]) => t(kind === "district" ? "weights.within.district" : "weights.within", { code: [one].flat().join(", ") })),
    ...(typeof peers?.size === "string" ? [sizeText(t, peers.size)] : []),
    ranking ? t(`weights.ranking.${ranking}`) : (method ?? ""),
    ...(ranking === "product" ? [exponentsText(t, exponents)] : []),
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

function sizeText(t: Props["t"], size: string): string {
  const read = sizeWords(size, t.lang);
  return read ? t(`weights.size.${read.form}`, read.bounds) : size;
}

/** What is not named is as the server has it. */
function exponentsText(t: Props["t"], exponents: StoredQuestion["exponents"]): string {
  const [a, b, c, kappa] = STANDARD_EXPONENTS;
  const all = Object.entries({ a, b, c, kappa, ...exponents });
  return t("weights.exponents", Object.fromEntries(all.map(([name, value]) => [name, formatNumber(value, decimalsOf(value), t.lang)])));
}

const MOST_DECIMALS = 4;
const decimalsOf = (value: number): number => Math.min(MOST_DECIMALS, String(value).split(".")[1]?.length ?? 0);

function criterionText(t: Props["t"], catalog: Catalog | null, { indicator, role, weight }: StoredQuestion["criteria"][number]): string {
  const known = catalog?.indicators.find((one) => one.id === indicator);
  const name = known ? t.pair(known.name) : catalog ? t("weights.unknown", { id: indicator }) : indicator;
  const as = ROLES.find((one) => one === role);
  return t("weights.criterion", { name, role: as ? t(`weights.role.${as}`) : role, weight: formatNumber(weight ?? 1, Number.isInteger(weight ?? 1) ? 0 : 2, t.lang) });
}
