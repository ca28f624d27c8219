import type { PriorityArea } from "../api/types.js";
import type { Props } from "./props.js";

const SIZE = 320;
const EDGE = 34;
const INNER = SIZE - 2 * EDGE;

interface PlotProps extends Props {
  readonly areas: readonly PriorityArea[];
}

/** Need upwards, expected help to the right: what stands at the top on the left needs much and has little help. */
export function TwoAxes({ model, radar, t, areas }: PlotProps) {
  const placed = areas.flatMap((area) => (area.need === null || area.help === null ? [] : [{ area, x: EDGE + area.help * INNER, y: SIZE - EDGE - area.need * INNER }]));
  if (placed.length === 0) return null;
  const selected = model.state.area;
  const last = placed.filter((one) => one.area.code === selected);
  return (
    <figure class="two-axes">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t("priorities.plot.label", { n: placed.length })}>
        <rect class="plot-ground" x={EDGE} y={EDGE} width={INNER} height={INNER} />
        <path class="plot-half" d={`M${EDGE} ${SIZE / 2}h${INNER}M${SIZE / 2} ${EDGE}v${INNER}`} />
        {[...placed.filter((one) => one.area.code !== selected), ...last].map(({ area, x, y }) => (
          <circle key={area.code} class={area.code === selected ? "plot-dot plot-selected" : "plot-dot"} cx={x} cy={y} r={area.code === selected ? 6 : 3.5} onClick={() => { radar.select(area.code, "none"); }}>
            <title>{area.name}</title>
          </circle>
        ))}
        <text x={EDGE} y={EDGE - 8}>
          {t("priorities.plot.need")}
        </text>
        <text x={SIZE - EDGE} y={SIZE - EDGE + 16} text-anchor="end">
          {t("priorities.plot.help")}
        </text>
      </svg>
      <figcaption class="note">{t("priorities.plot.note")}</figcaption>
    </figure>
  );
}
