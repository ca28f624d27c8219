import type { Dimension, Portrait } from "../api/place-types.js";
import { formatNumber } from "../format/numbers.js";
import type { Translator } from "../texts/texts.js";
import { hasShape, radarChart, radarKey } from "./radar-chart.js";
import { placeWords } from "./words.js";

interface DimensionsProps {
  readonly t: Translator;
  readonly portrait: Portrait;
  readonly district: string | null;
  readonly state: string | null;
}

/** Where the place stands among those like it: the chart, and the same as a table. */
export function Dimensions({ t, portrait, district, state }: DimensionsProps) {
  const p = placeWords(t.lang);
  const { dimensions, name } = portrait;
  if (!hasShape(dimensions)) return <p class="note">{p("dimensions.none")}</p>;
  const wider = { district: dimensions.some((one) => one.district !== null) ? district : null, state: dimensions.some((one) => one.state !== null) ? state : null };
  return (
    <figure class="place-dimensions">
      <figcaption class="note">{p("dimensions.caption")}</figcaption>
      <div class="place-radar">
        {radarChart(dimensions, p("dimensions.spoken", { name, n: dimensions.length }))}
        <ul class="radar-keys">
          <li>{radarKey("own")} {name}</li>
          <li>{radarKey("band")} {p("dimensions.band")}</li>
          <li>{radarKey("median")} {p("dimensions.median")}</li>
          {wider.district !== null && <li>{radarKey("district")} {wider.district}</li>}
          {wider.state !== null && <li>{radarKey("state")} {wider.state}</li>}
        </ul>
      </div>
      <div class="scroller" tabIndex={0} role="region" aria-label={p("dimensions.table")}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">{p("dimensions.number")}</th>
              <th scope="col">{p("dimensions.dimension")}</th>
              <th scope="col" class="number">{name}</th>
              {wider.district !== null && <th scope="col" class="number">{wider.district}</th>}
              {wider.state !== null && <th scope="col" class="number">{wider.state}</th>}
            </tr>
          </thead>
          <tbody>
            {dimensions.map((one, i) => (
              <tr key={one.id}>
                <td class="number">{i + 1}</td>
                <th scope="row">
                  {t.pair(one.name)}
                  {one.turned && <span class="note"> {p("dimensions.turned")}</span>}
                </th>
                <td class="number nowrap">{placeText(one, t)}</td>
                {wider.district !== null && <td class="number">{number(one.district, t)}</td>}
                {wider.state !== null && <td class="number">{number(one.state, t)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {dimensions.some((one) => one.place !== null && one.low === null) && <p class="note">{p("dimensions.open")}</p>}
    </figure>
  );
}

const number = (value: number | null, t: Translator): string => (value === null ? t("figure.none") : formatNumber(value, 0, t.lang));

/** "57 (36–79)". */
export function placeText({ place, low, high }: Dimension, t: Translator): string {
  const interval = low === null || high === null ? "" : t("figure.interval", { lower: number(low, t), upper: number(high, t) });
  return [number(place, t), interval].filter(Boolean).join(" ");
}
