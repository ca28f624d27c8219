import type { PriorityArea } from "../api/types.js";
import type { Props } from "../view/props.js";

const SIZE = 320;
const EDGE = 34;
const INNER = SIZE - 2 * EDGE;

interface PlotProps extends Props {
  readonly areas: readonly PriorityArea[];
}

interface Dot {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Need upwards, expected help to the right: what stands at the top on the left needs much and has little help. */
export function TwoAxes({ model, radar, t, areas }: PlotProps) {
  const dots = areas.flatMap(({ code, name, need, help }): Dot[] => (need === null || help === null ? [] : [{ code, name, x: EDGE + help * INNER, y: SIZE - EDGE - need * INNER }]));
  if (dots.length === 0) return null;
  const marks = [model.hover?.code ?? model.outlined, model.state.area];
  const marked = marks.flatMap((code) => dots.filter((one) => one.code === code));
  return (
    <figure class="two-axes">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={t("priorities.plot.label", { n: dots.length })}>
        <rect class="plot-ground" x={EDGE} y={EDGE} width={INNER} height={INNER} />
        <path class="plot-half" d={`M${EDGE} ${SIZE / 2}h${INNER}M${SIZE / 2} ${EDGE}v${INNER}`} />
        {(["much-little", "much-much", "little-little", "little-much"] as const).map((quarter, i) => (
          <text key={quarter} class="plot-quarter" x={i % 2 === 0 ? EDGE + 4 : SIZE - EDGE - 4} y={i < 2 ? EDGE + 14 : SIZE - EDGE - 17} text-anchor={i % 2 === 0 ? "start" : "end"}>
            {t(`priorities.plot.${quarter}`)
              .split(", ")
              .map((line, k) => (
                <tspan key={line} x={i % 2 === 0 ? EDGE + 4 : SIZE - EDGE - 4} dy={k === 0 ? 0 : 11}>
                  {line}
                </tspan>
              ))}
          </text>
        ))}
        {dots.map(({ code, name, x, y }) => (
          <circle key={code} class="plot-dot" cx={x} cy={y} r="3.5" onMouseEnter={() => { radar.outline(code); }} onMouseLeave={() => { radar.outline(null); }} onClick={() => { radar.select(code, "none"); }}>
            <title>{name}</title>
          </circle>
        ))}
        {marked.map((one) => (
          <Marked key={one.code} {...one} chosen={one.code === model.state.area} />
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

/** The area that was chosen, or stands under the pointer here, in the table or on the map, with its name. */
function Marked({ name, x, y, chosen }: Dot & { readonly chosen: boolean }) {
  const right = x < SIZE / 2;
  return (
    <g class={chosen ? "plot-marked plot-selected" : "plot-marked"}>
      <circle cx={x} cy={y} r={6} />
      <text class="plot-name" x={right ? x + 10 : x - 10} y={y + 4} text-anchor={right ? "start" : "end"}>
        {name}
      </text>
    </g>
  );
}
