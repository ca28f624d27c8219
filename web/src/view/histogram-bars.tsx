import { useRef, useState } from "preact/hooks";
import { axisScale, total, type Bin, type Histogram } from "../classes/classes.js";
import { isChosen } from "../classes/selection.js";
import type { Translator } from "../texts/texts.js";
import { RangeBrush, STRIP, useDragging, type RangeChoice } from "./range-brush.js";

const WIDTH = 288;
const HEIGHT = 76;
const TOP = 16;
/** Of a bar that holds any area at all. */
const LEAST_HEIGHT = 1.5;

/** A value marked on the axis of the histogram. */
export interface Mark {
  readonly label: string;
  readonly value: number;
  readonly kind: "reference" | "area";
}

interface BarsProps {
  readonly found: Histogram;
  readonly colours: readonly string[];
  readonly marks: readonly Mark[];
  /** Classes that show alone; empty for all. */
  readonly only: readonly number[];
  readonly choice: RangeChoice;
  readonly number: (value: number) => string;
  readonly bound: (value: number) => string;
  readonly t: Translator;
  readonly point: (bin: Bin | null) => void;
  /** A bar that was chosen; null to show all classes again. */
  readonly choose: (bin: Bin | null) => void;
}

/**
 * Bars in the colours of the map. Each is a button that shows its classes alone; the keyboard enters them once and goes
 * on with the arrow keys. A range of values is dragged over them, or moved by its two ends.
 */
export function HistogramBars({ found, colours, marks, only, choice, number, bound, t, point, choose }: BarsProps) {
  const { bins, logarithmic, highest } = found;
  const [entered, setEntered] = useState(0);
  const { grip, ...dragging } = useDragging(choice);
  const drawing = useRef<SVGSVGElement>(null);
  const filled = bins.flatMap((bin, i) => (total(bin) > 0 ? [i] : []));
  const entry = filled.includes(entered) ? entered : filled[0];
  const low = bins[0]?.low ?? 0;
  const high = bins.at(-1)?.high ?? 1;
  const scale = axisScale(low, high, logarithmic);
  const step = WIDTH / bins.length;
  const enter = (i: number | undefined): void => {
    if (i === undefined) return;
    setEntered(i);
    drawing.current?.querySelector<SVGGElement>(`[data-bar="${i}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, i: number, bin: Bin): void => {
    const place = filled.indexOf(i);
    const next = { ArrowRight: filled[place + 1], ArrowLeft: filled[place - 1], Home: filled[0], End: filled.at(-1) }[event.key];
    if (next !== undefined) enter(next);
    else if (event.key === "Enter" || event.key === " ") choose(bin);
    else if (event.key === "Escape" && (only.length > 0 || choice.range !== null)) choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg ref={drawing} class="bars" viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + STRIP + 32}`} role="group" {...dragging} aria-label={t("distribution.spoken", { low: number(low), high: number(high) })}>
      {bins.map((bin, i) =>
        total(bin) === 0 ? null : (
          <g
            key={i}
            class="bar"
            role="button"
            data-bar={i}
            tabindex={i === entry ? 0 : -1}
            aria-pressed={isChosen(bin, only)}
            aria-label={t("distribution.bar", { low: number(bin.low), high: number(bin.high), n: t.plural("count.areas", total(bin)) })}
            onMouseEnter={() => { point(bin); }}
            onMouseLeave={() => { point(null); }}
            onFocus={() => { setEntered(i); }}
            onClick={() => { choose(bin); }}
            onKeyDown={(event) => { onKey(event, i, bin); }}
          >
            <rect class="bar-reach" x={i * step} y={TOP} width={step} height={HEIGHT} />
            {stack(bin, highest).map(({ cls, y, height }) => (
              <rect key={cls} class={only.length === 0 || only.includes(cls) ? "bar-part" : "bar-part bar-off"} x={i * step + 0.5} y={TOP + y} width={step - 1} height={height} fill={colours[cls]} />
            ))}
            {isChosen(bin, only) && <rect class="bar-chosen" x={i * step} y={TOP + HEIGHT + 2} width={step} height={3} />}
            <title>{t("distribution.bar", { low: number(bin.low), high: number(bin.high), n: t.plural("count.areas", total(bin)) })}</title>
          </g>
        ),
      )}
      <line class="axis" x1="0" x2={WIDTH} y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
      <RangeBrush {...choice} t={t} width={WIDTH} top={TOP} foot={TOP + HEIGHT} number={bound} grip={grip} />
      <text class="axis-text" x="0" y={TOP + HEIGHT + STRIP + 16}>
        {number(low)}
      </text>
      <text class="axis-text axis-text-end" x={WIDTH} y={TOP + HEIGHT + STRIP + 16}>
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
      <text x={inset} y={TOP + HEIGHT + STRIP + 28} text-anchor={anchor}>
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
