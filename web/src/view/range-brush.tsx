import { useEffect, useRef } from "preact/hooks";
import { movedTo, shownRange, spanned, steppedBy, type Brush, type End, type ValueRange } from "../classes/range.js";
import type { Translator } from "../texts/texts.js";

/** Pixels that a pointer moves before it drags; less is a click on a bar. */
const CLICK = 4;

export interface RangeChoice {
  readonly brush: Brush;
  readonly range: ValueRange | null;
  /** Puts a range; `rests` where it is the last one for now. */
  readonly put: (range: ValueRange | null, rests: boolean) => void;
  /** Remembers the range, or the classes, that show now; what it returns shows them again. */
  readonly keep: () => () => void;
}

interface Dragging {
  readonly pointer: number;
  readonly from: number;
  readonly x: number;
  readonly end: End | null;
  readonly back: () => void;
  moving: boolean;
}

/** What the drawing listens to, so that a range is dragged over its bars; `grip` begins with one of the ends. */
export function useDragging({ brush, range, put, keep }: RangeChoice) {
  const drag = useRef<Dragging | null>(null);
  const dragged = useRef(false);
  const frame = useRef(0);
  useEffect(() => () => { cancelAnimationFrame(frame.current); }, []);
  const position = (event: PointerEvent): number => {
    const box = (event.currentTarget as Element).closest("svg")?.getBoundingClientRect();
    return box ? (event.clientX - box.left) / box.width : 0;
  };
  const found = (one: Dragging, to: number): ValueRange | null => (one.end === null ? spanned(one.from, to, brush) : movedTo(range, one.end, to, brush));
  const begin = (event: PointerEvent, end: End | null): void => {
    if (event.button !== 0) return;
    dragged.current = false;
    drag.current = { pointer: event.pointerId, from: position(event), x: event.clientX, end, back: keep(), moving: false };
  };
  return {
    grip: (event: PointerEvent, end: End): void => {
      begin(event, end);
      event.stopPropagation();
    },
    onPointerDown: (event: PointerEvent): void => { begin(event, null); },
    onPointerMove: (event: PointerEvent): void => {
      const one = drag.current;
      if (one?.pointer !== event.pointerId) return;
      if (!one.moving && Math.abs(event.clientX - one.x) < CLICK) return;
      if (!one.moving) (event.currentTarget as Element).setPointerCapture(event.pointerId);
      one.moving = true;
      const next = found(one, position(event));
      // The map takes in one range with each of its pictures, however often the pointer tells of itself.
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => { put(next, false); });
    },
    onPointerUp: (event: PointerEvent): void => {
      const one = drag.current;
      drag.current = null;
      if (!one?.moving) return;
      cancelAnimationFrame(frame.current);
      dragged.current = true;
      put(found(one, position(event)), true);
    },
    /** A finger that scrolls the page across the bars has chosen nothing, and a drag that is taken away nothing either. */
    onPointerCancel: (event: PointerEvent): void => {
      const one = drag.current;
      if (one?.pointer !== event.pointerId) return;
      drag.current = null;
      if (!one.moving) return;
      cancelAnimationFrame(frame.current);
      one.back();
    },
    /** The click that ends a drag is none on a bar. */
    onClickCapture: (event: MouseEvent): void => {
      if (!dragged.current) return;
      dragged.current = false;
      event.stopPropagation();
    },
  };
}

interface BrushProps extends RangeChoice {
  readonly t: Translator;
  readonly width: number;
  /** Where the bars begin and end, downwards. */
  readonly top: number;
  readonly foot: number;
  readonly number: (value: number) => string;
  readonly grip: (event: PointerEvent, end: End) => void;
}

/** Height of the strip under the bars in which the two ends of a range are moved. */
export const STRIP = 26;

/** What lies outside the range is veiled; under the bars stand its two ends, as sliders. */
export function RangeBrush({ brush, range, put, t, width, top, foot, number, grip }: BrushProps) {
  const [low, high] = shownRange(range, brush);
  const [from, to] = [brush.scale.position(low) * width, brush.scale.position(high) * width];
  const middle = foot + STRIP / 2 + 1;
  const moved = useRef(false);
  const onKey = (event: KeyboardEvent, end: End): void => {
    const next = event.key === "Escape" && range !== null ? null : steppedBy(range, end, event.key, brush);
    if (next === undefined) return;
    moved.current = true;
    put(next, false);
    event.preventDefault();
    event.stopPropagation();
  };
  /** A key that only came by, such as the Tab that brings the focus, puts nothing. */
  const rest = (): void => {
    if (moved.current) put(range, true);
    moved.current = false;
  };
  const ends = [
    { end: "low", value: low, x: from, least: Math.min(brush.whole[0], low), most: high },
    { end: "high", value: high, x: to, least: low, most: Math.max(brush.whole[1], high) },
  ] as const;
  return (
    <g class="range">
      {range !== null && (
        <>
          <rect class="range-outside" x={0} y={top} width={from} height={foot - top} />
          <rect class="range-outside" x={to} y={top} width={width - to} height={foot - top} />
        </>
      )}
      <line class="range-track" x1={0} x2={width} y1={middle} y2={middle} />
      <line class="range-inside" x1={from} x2={to} y1={middle} y2={middle} data-whole={range === null} />
      {ends.map(({ end, value, x, least, most }) => (
        <g
          key={end}
          class="range-grip"
          role="slider"
          tabindex={0}
          data-end={end}
          aria-label={t(`range.${end}`)}
          aria-valuemin={least}
          aria-valuemax={most}
          aria-valuenow={value}
          aria-valuetext={number(value)}
          onPointerDown={(event) => { grip(event, end); }}
          onKeyDown={(event) => { onKey(event, end); }}
          onKeyUp={rest}
          onBlur={rest}
        >
          <rect class="grip-reach" x={end === "low" ? x - 22 : x - 2} y={middle - 12} width={24} height={24} />
          <path class="grip" d={end === "low" ? `M${x} ${middle - 8}h-4a8 8 0 0 0 0 16h4z` : `M${x} ${middle - 8}h4a8 8 0 0 1 0 16h-4z`} />
          <title>{`${t(`range.${end}`)}: ${number(value)}`}</title>
        </g>
      ))}
    </g>
  );
}
