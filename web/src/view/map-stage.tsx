import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { datasetOf, editionOf, indicatorOf, showsMap } from "../app/model.js";
import { formatDate, today } from "../format/dates.js";
import type { MapHandlers } from "../map/map-types.js";
import { MapView } from "../map/map-view.js";
import { contextAttributions } from "./context-keys.js";
import { addCorner, drawingKey, finishDrawing } from "./drawing.js";
import { DrawingBar } from "./drawing-bar.js";
import { HoverCard } from "./hover-card.js";
import { Legend } from "./legend.js";
import { SubjectLegend } from "./subject-legend.js";
import { MapActions } from "./map-actions.js";
import { useMapInput } from "./map-input.js";
import { Failure } from "./messages.js";
import type { Props } from "./props.js";
import { Sheet } from "./sheet.js";
import { explains, subjectOf, type Subject } from "./subject.js";
import { subtitle } from "./view-data.js";

/** The sheet: title, map, legend, attribution. The map itself lives on while another view is open. */
export function MapStage(props: Props) {
  const { model, t } = props;
  const indicator = indicatorOf(model);
  const subject = subjectOf(model, t);
  return (
    <section class="stage" aria-label={t("map.label")} hidden={!showsMap(model.state.view)}>
      <div class="stage-head">
        <div>
          <h1>{subject?.title ?? (indicator ? t.pair(indicator.name) : t.pair(model.config.title))}</h1>
          <p class="note">{subject?.subtitle ?? subtitle(model, t)}</p>
        </div>
        <MapActions {...props} />
      </div>
      <div class="map-frame">
        <MapCanvas {...props} subject={subject} />
        <MapMessages {...props} />
        <DrawingBar {...props} />
        {explains(subject, model) && (
          <Sheet {...props} name="legend" title={t("legend.title")} class="legend">
            {subject ? <SubjectLegend {...props} subject={subject} /> : <Legend {...props} />}
          </Sheet>
        )}
        <Zoom {...props} />
      </div>
      <p class="print-behind">{t("print.behind")}</p>
      <PrintFoot {...props} />
    </section>
  );
}

/** On paper: which state of the data this is, and of which day. */
function PrintFoot({ model, t }: Props) {
  return (
    <p class="print-foot">
      {t("image.made", { product: t.pair(model.config.title), revision: model.catalog.revision })} · {t("image.date", { date: formatDate(today(), t.lang) })}
    </p>
  );
}

/** Room that the legend takes in the lower left corner; none while it is a closed sheet. */
function legendSize(): { width: number; height: number } {
  const legend = document.querySelector(".legend");
  const frame = document.querySelector(".map-frame");
  if (!legend || !frame || legend.clientHeight === 0) return { width: 0, height: 0 };
  const box = legend.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  return { width: box.right - outer.left + 12, height: outer.bottom - box.top + 12 };
}

/** The first view waits for the legend, so that nothing of the territory lies under it. */
function useFirstFit({ model, radar }: Props): void {
  const open = useRef(model.state.camera === null);
  useEffect(() => {
    const bbox = radar.territory();
    if (!open.current || !model.shown.value || !bbox || !radar.map) return;
    open.current = false;
    if (model.state.camera === null) radar.map.fitAll(bbox, false);
  });
}

function MapCanvas(props: Props & { readonly subject: Subject | null }) {
  const { model, radar, t, subject } = props;
  const host = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLDivElement>(null);
  const input = useMapInput(model, subject);
  useLayoutEffect(() => {
    const start = model.state.camera ?? radar.territory();
    if (!host.current || !labels.current || !scale.current || !start) return;
    try {
      radar.map = new MapView({ map: host.current, labels: labels.current, scale: scale.current }, handlersOf(radar), start);
    } catch (error) {
      console.error(error);
      radar.mapFailed("webgl");
    }
  }, [radar]);
  useLayoutEffect(() => {
    if (input) radar.map?.update(input);
  });
  useFirstFit(props);
  useEffect(() => { radar.map?.name(t("map.canvas"), t("map.canvas.keys")); }, [t]);
  useEffect(() => { radar.map?.resize(); }, [model.state.view]);
  const onKey = (event: KeyboardEvent): void => {
    if (drawingKey(radar, event.key)) event.preventDefault();
    else if (event.key === "Enter") radar.select(radar.map?.areaAtCentre() ?? null);
  };
  const busy = model.mapBehind || model.shown.loading || model.tiles.loading || (model.state.view === "scenario" && model.scenario.loading) || (model.state.view === "allocation" && model.allocation.loading) || (model.state.view === "incident" && model.incident.loading);
  return (
    <div class="map-host" data-busy={busy} data-drawing={model.draft !== null} onKeyDown={onKey}>
      <div ref={host} class="map" />
      <div ref={labels} class="map-labels" />
      <div class="crosshair" aria-hidden="true" />
      <HoverCard {...props} />
      <div class="map-foot">
        <div ref={scale} />
        <Attribution {...props} subject={subject} />
      </div>
    </div>
  );
}

function handlersOf(radar: Props["radar"]): MapHandlers {
  return {
    hover: (code, x, y) => { radar.hover(code, x, y); },
    feature: (found) => { radar.hoverFeature(found); },
    click: (code, lon, lat) => {
      if (radar.model.draft) addCorner(radar, lon, lat);
      else radar.select(code);
    },
    doubleClick: () => {
      const drawing = radar.model.draft !== null;
      finishDrawing(radar);
      return drawing;
    },
    corner: legendSize,
    moved: (camera) => { radar.moved(camera); },
    behind: (behind) => { radar.mapBehind(behind); },
    failed: (reason) => {
      console.error(reason);
      radar.mapFailed("tiles");
    },
  };
}

/** What keeps the map from showing: no WebGL, or an answer that did not come. */
function MapMessages({ model, radar, t }: Props) {
  const retry = (): void => { radar.retry(); };
  const failure = model.shown.failure ?? model.tiles.failure;
  if (model.mapFailure === "webgl") {
    return (
      <div class="failure failure-map" role="alert">
        <p class="failure-what">{t("map.noWebgl")}</p>
        <p>{t("map.noWebgl.help")}</p>
        <button type="button" onClick={() => { radar.go({ view: "table" }); }}>
          {t("map.noWebgl.table")}
        </button>
      </div>
    );
  }
  if (failure) {
    return (
      <div class="failure-map">
        <Failure t={t} failure={failure} what={t(model.shown.failure ? "failure.values" : "failure.tiles")} retry={retry} />
      </div>
    );
  }
  if (model.mapFailure === "tiles") {
    return (
      <p class="map-hint" role="status">
        {t("failure.tiles.some")}
      </p>
    );
  }
  if (model.tiles.value || model.tiles.loading) return null;
  return <p class="map-hint">{t("map.noGeometry")}</p>;
}

function Zoom({ radar, t }: Props) {
  const whole = (): void => {
    const bbox = radar.territory();
    if (bbox) radar.map?.fitAll(bbox);
  };
  return (
    <div class="zoom" role="group" aria-label={t("zoom.label")}>
      <button type="button" aria-label={t("zoom.in")} title={t("zoom.in")} onClick={() => { radar.map?.zoomBy(1); }}>
        +
      </button>
      <button type="button" aria-label={t("zoom.out")} title={t("zoom.out")} onClick={() => { radar.map?.zoomBy(-1); }}>
        −
      </button>
      <button type="button" aria-label={t("zoom.all")} title={t("zoom.all")} onClick={whole}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
        </svg>
      </button>
    </div>
  );
}

/** Whose borders and figures these are: always on the map, never behind a button. */
function Attribution({ model, t, subject }: Props & { readonly subject: Subject | null }) {
  const { catalog } = model;
  const boundaries = datasetOf(catalog, editionOf(model)?.dataset ?? "");
  const values = subject ?? model.shown.value?.values ?? datasetOf(catalog, indicatorOf(model)?.dataset ?? "");
  const network = model.state.network ? model.network.value?.attribution : undefined;
  const background = model.state.background ? model.config.background?.attribution : undefined;
  const parts = [
    boundaries && t("attribution.boundaries", { text: boundaries.attribution }),
    values && values.attribution !== "" && t("attribution.values", { text: values.attribution }),
    ...contextAttributions(model, t),
    network !== undefined && t("attribution.network", { text: network }),
    background !== undefined && t("attribution.background", { text: background }),
  ];
  return <p class="attribution">{parts.filter(Boolean).join(" · ")}</p>;
}
