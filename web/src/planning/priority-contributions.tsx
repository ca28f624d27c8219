import type { PrioritiesAnswer } from "../api/types.js";
import { formatNumber } from "../format/numbers.js";
import { Bars } from "../view/bars.js";
import type { Props } from "../view/props.js";

const DIGITS = 3;

/** What the score of one area is made of; which area, is chosen here or in the table. */
export function PriorityContributions({ model, radar, t, answer }: Props & { readonly answer: PrioritiesAnswer }) {
  const ranked = answer.areas.filter((one) => one.rank !== null && Object.keys(one.contributions).length > 0);
  const area = ranked.find((one) => one.code === model.state.area) ?? ranked[0];
  if (!area) return null;
  const parts = Object.entries(area.contributions).map(([id, value]) => {
    const criterion = answer.criteria.find((one) => one.indicator === id);
    return { name: criterion ? t.pair(criterion.name) : id, value };
  });
  return (
    <>
      <h3>{t("priorities.contributions")}</h3>
      <label class="contribution-area screen-only">
        {t("priorities.area")}{" "}
        <select value={area.code} onChange={({ currentTarget }) => { radar.go({ area: currentTarget.value }); }}>
          {ranked.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <Bars
        title={t("priorities.contributions.of", { name: area.name })}
        note={t.pair(answer.decomposition)}
        what={t("priorities.criterion")}
        how={t("priorities.contribution")}
        sum={t("priorities.contributions.sum")}
        parts={parts}
        text={(value) => formatNumber(value, DIGITS, t.lang)}
      />
    </>
  );
}
