import { useRef } from "preact/hooks";
import { currentOf, indicatorOf, showsExample, type Hover, type HoverFeature } from "../app/model.js";
import { formatDates } from "../format/dates.js";
import { describeFigure } from "../format/figure.js";
import { isCoarser } from "../map/looks.js";
import { widthOf } from "../map/uncertainty.js";
import { comparisonsOf } from "./comparison.js";
import { ContextCard } from "./context-card.js";
import type { Props } from "./props.js";
import { subjectOf, type Subject } from "./subject.js";
import { figureOf, measureIn, widthsShown } from "./view-data.js";

const WIDTH = 280;

/**
 * A card beside the pointer. It repeats what the panel says after a click, so it is silent for screen readers. Its frame
 * is there before the card, so that the first card, too, knows how much room it has.
 */
export function HoverCard(props: Props) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} class="hover-frame" aria-hidden="true">
      <Card {...props} room={() => frame.current ?? { clientWidth: Infinity, clientHeight: Infinity }} />
    </div>
  );
}

/** Right of and below the pointer where there is room, else left or above. */
function placeBeside({ x, y }: { readonly x: number; readonly y: number }, { clientWidth, clientHeight }: Room): Record<string, string> {
  const left = x + WIDTH + 28 > clientWidth ? x - WIDTH - 14 : x + 14;
  const vertical = y < clientHeight * 0.55 ? { top: `${y + 14}px` } : { bottom: `${clientHeight - y + 14}px` };
  return { left: `${Math.max(4, left)}px`, width: `${WIDTH}px`, ...vertical };
}

function FeatureCard(props: Props & { readonly room: () => Room; readonly feature: HoverFeature }) {
  return (
    <div class="hover-card context-card" style={placeBeside(props.feature, props.room())}>
      <ContextCard {...props} />
    </div>
  );
}

type Room = Pick<HTMLElement, "clientWidth" | "clientHeight">;

function SubjectCard({ model, t, hover, subject, room }: Props & { readonly room: () => Room; readonly hover: Hover; readonly subject: Subject }) {
  const area = model.areas.value?.find((one) => one.code === hover.code);
  return (
    <div class="hover-card" style={placeBeside(hover, room())}>
      <p class="hover-name">{area?.name ?? hover.code}</p>
      <p class="note">{[area?.designation, area?.district?.name].filter(Boolean).join(" · ")}</p>
      <ul class="hover-relations">
        {subject.lines(hover.code).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {showsExample(model) && <p class="note">{t("example.ribbon")}</p>}
    </div>
  );
}

function Card(props: Props & { readonly room: () => Room }) {
  const { model, t, room } = props;
  if (model.feature) return <FeatureCard {...props} feature={model.feature} />;
  const { hover } = model;
  const subject = subjectOf(model, t);
  if (hover && subject) return <SubjectCard {...props} hover={hover} subject={subject} />;
  const shown = currentOf(model);
  const indicator = indicatorOf(model);
  if (!hover || !shown || !indicator) return null;
  const area = model.areas.value?.find((one) => one.code === hover.code);
  const figure = figureOf(shown.values, hover.code) ?? { value: null, status: "O" };
  const text = describeFigure(figure, measureIn(model, shown.values), shown.values.period, t);
  const widths = widthsShown(model);
  const width = widths ? widthOf(figure.lower, figure.upper, widths) : "narrow";
  return (
    <div class="hover-card" style={placeBeside(hover, room())}>
      <p class="hover-name">{area?.name ?? hover.code}</p>
      <p class="note">{[area?.designation, area?.district?.name].filter(Boolean).join(" · ")}</p>
      <p class="hover-value">
        {text.mark && <span class="sign">{text.mark} </span>}
        <b class={`value value-${text.look}`}>{text.value}</b> <span class="note">{text.interval}</span>
      </p>
      <p class="note">{text.facts.slice(text.interval ? 1 : 0).map((fact) => fact.text).join(" · ")}</p>
      {width !== "narrow" && <p class="note">{t(`uncertainty.${width}`)}</p>}
      {isCoarser(shown.values) && <p class="note">{t("area.coarser.short")}</p>}
      <ul class="hover-relations">
        {comparisonsOf(props, hover.code, figure).map((one) => (
          <li key={one.code}>{one.sentence}</li>
        ))}
      </ul>
      <p class="note hover-source">
        {t("source.short", { publisher: shown.values.publisher, vintage: formatDates(shown.values.vintage, t.lang) })}
        {shown.values.example && <span class="tag">{t("example.tag")}</span>}
      </p>
    </div>
  );
}
