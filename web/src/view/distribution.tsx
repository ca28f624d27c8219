import { useMemo } from "preact/hooks";
import { indicatorOf, levelOf } from "../app/model.js";
import { axisScale, histogram, total, type Bin, type Histogram } from "../classes/classes.js";
import { formatPeriod } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import { knownValues } from "../map/looks.js";
import type { Translator } from "../texts/texts.js";
import { inPage } from "./links.js";
import type { Props } from "./props.js";
import { coloursOf, figureOf, measureIn, nameOf, unitPhrase } from "./view-data.js";

const WIDTH = 288;
const HEIGHT = 76;
const TOP = 16;
/** Of a bar that holds any area at all. */
const LEAST_HEIGHT = 1.5;

/** A value marked on the axis of the histogram. */
interface Mark {
  readonly label: string;
  readonly value: number;
  readonly kind: "reference" | "area";
}

/** How the values spread over the areas, in the colours of the map; the same as a table below. */
export function Distribution(props: Props) {
  const { model, radar, t } = props;
  const shown = model.shown.value;
  const indicator = indicatorOf(model);
  const values = useMemo(() => (shown ? knownValues(shown.values) : []), [shown]);
  const found = useMemo(() => histogram(values, shown?.classes.breaks ?? []), [values]);
  if (!shown || !indicator || values.length < 2) return null;
  const { computed } = measureIn(model, shown.values);
  const level = levelOf(model.catalog, shown.values.level);
  const number = (value: number): string => formatNumber(value, shown.values.decimals, t.lang);
  const subtitle = t(found.logarithmic ? "distribution.subtitle.log" : "distribution.subtitle", {
    unit: unitPhrase(shown.values.unit, t),
    year: formatPeriod(shown.values.period, t.lang),
  });
  return (
    <figure class="distribution">
      <figcaption>
        <span class="figure-title">{t("distribution.title", { n: t.plural("count.areas", values.length), level: level ? t.pair(level.plural) : "" })}</span>
        <span class="note">{computed ? `${t(`result.values.${computed}`)}, ${subtitle}` : subtitle}</span>
      </figcaption>
      <Bars
        found={found}
        colours={coloursOf(model)}
        marks={marksOf(props)}
        number={number}
        t={t}
        point={(bin) => { radar.point(bin && { kind: "range", low: bin.low, high: bin.high }); }}
      />
      <details class="as-table">
        <summary>{t("asTable")}</summary>
        <BinTable found={found} number={number} t={t} />
      </details>
      <a class="note" href={radar.addressOf({ view: "sources" })} onClick={inPage(() => { radar.go({ view: "sources" }); })}>
        {t("distribution.method")}
      </a>
    </figure>
  );
}

function marksOf({ model }: Props): Mark[] {
  const values = model.shown.value?.values;
  if (!values) return [];
  const marks: Mark[] = [];
  const state = values.reference.state;
  // A sum for the whole state lies far outside the values of its areas.
  if (state?.value != null && indicatorOf(model)?.kind !== "extensive") marks.push({ label: state.name, value: state.value, kind: "reference" });
  const code = model.hover?.code ?? model.state.area;
  const value = code === null ? null : (figureOf(values, code)?.value ?? null);
  if (code !== null && value !== null) marks.push({ label: nameOf(model, code), value, kind: "area" });
  return marks;
}

interface BarsProps {
  readonly found: Histogram;
  readonly colours: readonly string[];
  readonly marks: readonly Mark[];
  readonly number: (value: number) => string;
  readonly t: Translator;
  readonly point: (bin: Bin | null) => void;
}

/** The bars alone: a pure function of the counts, drawn with the map's class colours. */
export function Bars({ found, colours, marks, number, t, point }: BarsProps) {
  const { bins, logarithmic, highest } = found;
  const low = bins[0]?.low ?? 0;
  const high = bins.at(-1)?.high ?? 1;
  const scale = axisScale(low, high, logarithmic);
  const step = WIDTH / bins.length;
  return (
    <svg class="bars" viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 32}`} role="img" aria-label={t("distribution.spoken", { low: number(low), high: number(high) })}>
      {bins.map((bin, i) => (
        <g key={i} class="bar" onMouseEnter={() => { point(bin); }} onMouseLeave={() => { point(null); }}>
          <rect class="bar-reach" x={i * step} y={TOP} width={step} height={HEIGHT} />
          {stack(bin, highest).map(({ cls, y, height }) => (
            <rect key={cls} class="bar-part" x={i * step + 0.5} y={TOP + y} width={step - 1} height={height} fill={colours[cls]} />
          ))}
          <title>{t("distribution.bar", { low: number(bin.low), high: number(bin.high), n: t.plural("count.areas", total(bin)) })}</title>
        </g>
      ))}
      <line class="axis" x1="0" x2={WIDTH} y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
      <text class="axis-text" x="0" y={TOP + HEIGHT + 14}>
        {number(low)}
      </text>
      <text class="axis-text axis-text-end" x={WIDTH} y={TOP + HEIGHT + 14}>
        {number(high)}
      </text>
      {marks.map((mark) => (
        <MarkLine key={mark.kind} mark={mark} x={scale.position(mark.value) * WIDTH} />
      ))}
    </svg>
  );
}

function MarkLine({ mark, x }: { readonly mark: Mark; readonly x: number }) {
  const anchor = x < WIDTH * 0.2 ? "start" : x > WIDTH * 0.8 ? "end" : "middle";
  const inset = Math.max(2, Math.min(WIDTH - 2, x));
  if (mark.kind === "reference") {
    return (
      <g class="mark mark-reference">
        <line x1={inset} x2={inset} y1={TOP - 3} y2={TOP + HEIGHT} />
        <text x={inset} y={TOP - 6} text-anchor={anchor}>
          {mark.label}
        </text>
      </g>
    );
  }
  return (
    <g class="mark mark-area">
      <path d={`M${inset} ${TOP + HEIGHT}l-5 8h10z`} />
      <text x={inset} y={TOP + HEIGHT + 28} text-anchor={anchor}>
        {mark.label}
      </text>
    </g>
  );
}

/** Parts of a bar from the foot upwards, one per class. However few areas a bar holds, it stays visible. */
export function stack(bin: Bin, highest: number): { cls: number; y: number; height: number }[] {
  const unit = HEIGHT / Math.max(1, highest);
  const lift = Math.max(1, LEAST_HEIGHT / (total(bin) * unit));
  let y = HEIGHT;
  return bin.counts.flatMap((count, cls) => {
    if (count === 0) return [];
    const height = Math.min(y, count * unit * lift);
    y -= height;
    return [{ cls, y, height }];
  });
}

function BinTable({ found, number, t }: { readonly found: Histogram; readonly number: (value: number) => string; readonly t: Translator }) {
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t("distribution.table")}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t("distribution.from")}
            </th>
            <th scope="col" class="number">
              {t("distribution.to")}
            </th>
            <th scope="col" class="number">
              {t("distribution.areas")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.bins.map((bin) => (
            <tr key={bin.low}>
              <td class="number">{number(bin.low)}</td>
              <td class="number">{number(bin.high)}</td>
              <td class="number">{formatNumber(total(bin), 0, t.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
