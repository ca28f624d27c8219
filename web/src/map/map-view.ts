import { Map as MapLibreMap, ScaleControl, type GeoJSONSource, type MapGeoJSONFeature } from "maplibre-gl";
import type { Bbox } from "../api/types.js";
import { parseHex } from "../colour/oklab.js";
import type { Camera } from "../state/view-state.js";
import { FailedTiles } from "./failed-tiles.js";
import { HAZARD, addMark, contextAt } from "./contexts.js";
import { AreaStates } from "./area-states.js";
import { LabelLayer } from "./labels.js";
import type { MapHandlers, MapHosts, MapInput, MapPicture } from "./map-types.js";
import { milestoneMark } from "./marks.js";
import { PATTERN_SCALE, backHatching, brokenHatching, dots, hatching, type Pattern } from "./patterns.js";
import { AREAS, DRAWN, FILL, IMAGES, MARK_LAYERS, NEAREST, NETWORK, POINTS, buildStyle, layersOf, type SignLayer } from "./style.js";
import { LIGHT, type MapTheme } from "./theme.js";

const MARGIN = 20;
const ROOM = 60;
const PICTURE_RATIO = 2;
/** Marks on moves that the page makes on behalf of a person. */
const KEPT = { move: "kept" } as const;
const WHOLE = { move: "whole" } as const;
/** How far a name stands below a mark of the network, in pixels. */
const BELOW_MARK = 15;

export class MapView {
  private readonly map: MapLibreMap;
  private readonly labels: LabelLayer;
  private readonly failedTiles = new FailedTiles();
  private input: MapInput | null = null;
  private structureKey = "";
  private ready = false;
  private printing = false;
  /** The territory that is shown as a whole, until someone moves the map. */
  private whole: Bbox | null = null;
  private readonly states = new AreaStates();
  /** What the map shows; behind the input while tiles are laid out for a sign that no area carried so far. */
  private painted: MapInput | null = null;
  /** Signs whose layers ask for the states of areas. */
  private readonly live = new Set<SignLayer>();
  private behind = false;
  /** Whether the outlines of marked areas have been needed, and have their tiles. */
  private marked = false;

  /** Throws when the browser offers no WebGL. */
  constructor(private readonly hosts: MapHosts, private readonly handlers: MapHandlers, start: Camera | Bbox) {
    const place = isCamera(start) ? { center: [start.lon, start.lat] as [number, number], zoom: start.zoom } : { bounds: bounds(start) };
    this.map = new MapLibreMap({
      container: hosts.map,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      maxZoom: 16,
      minZoom: 3,
      // The picture must still be there when the page is printed or saved as an image.
      canvasContextAttributes: { preserveDrawingBuffer: true },
      ...place,
    });
    this.labels = new LabelLayer(hosts.labels);
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    hosts.scale.append(new ScaleControl({ maxWidth: 110, unit: "metric" }).onAdd(this.map));
    this.listen();
    if (!isCamera(start)) this.fitAll(start, false);
  }

  get canvas(): HTMLCanvasElement {
    return this.map.getCanvas();
  }

  /**
   * A copy of what the map shows, in the colours for light surroundings, cut to a territory where that is smaller than
   * the view; with the names on it and how many pixels of the copy make one on screen.
   */
  picture(territory: Bbox | null): MapPicture {
    const { input } = this;
    const before = this.map.getPixelRatio();
    this.map.setPixelRatio(Math.max(PICTURE_RATIO, before));
    if (input && this.ready) {
      this.update({ ...input, theme: LIGHT });
      this.map.redraw();
    }
    const { clientWidth, clientHeight } = this.canvas;
    const scale = this.canvas.width / clientWidth;
    const frame = this.frameOf(territory, clientWidth, clientHeight);
    const image = document.createElement("canvas");
    image.width = frame.width * scale;
    image.height = frame.height * scale;
    image.getContext("2d")?.drawImage(this.canvas, -frame.left * scale, -frame.top * scale);
    this.map.setPixelRatio(before);
    if (input) this.update(input);
    const names = this.labels.names((point) => this.map.project(point)).map(({ text, x, y }) => ({ text, x: x - frame.left, y: y - frame.top }));
    return { image, scale, names };
  }

  /** Room that scale and attribution take at the lower edge. */
  private foot(): number {
    return Math.max(2 * MARGIN, (this.hosts.scale.parentElement?.offsetHeight ?? 0) + 4);
  }

  private frameOf(territory: Bbox | null, width: number, height: number): { left: number; top: number; width: number; height: number } {
    if (!territory) return { left: 0, top: 0, width, height };
    const [west, south, east, north] = territory;
    const a = this.map.project([west, north]);
    const b = this.map.project([east, south]);
    const left = Math.max(0, a.x - MARGIN);
    const top = Math.max(0, a.y - MARGIN);
    return { left, top, width: Math.min(width, b.x + MARGIN) - left, height: Math.min(height, b.y + MARGIN) - top };
  }

  update(input: MapInput): void {
    this.input = input;
    const key = JSON.stringify(input.structure);
    if (key !== this.structureKey) {
      this.structureKey = key;
      this.rebuild(input);
      return;
    }
    if (this.ready && this.hasLayersFor(input)) this.show(input);
  }

  /** Shows all of the input with the next frame: colours, signs and names change together. */
  private show(input: MapInput): void {
    const before = this.painted;
    this.painted = input;
    if (before?.theme !== input.theme) this.addImages(input.theme);
    if (before?.theme !== input.theme || before.manner !== input.manner) this.repaint(input);
    this.states.apply(input, this.map);
    this.showMarks(input);
    if (before?.points !== input.points) this.showPoints(input);
    if (before?.drawn !== input.drawn) this.showDrawn(input);
    if (before?.labels !== input.labels || before.selected !== input.selected || before.points !== input.points) this.chooseLabels();
  }

  /**
   * Whether every sign of the input has a layer that asks for it. A sign that comes up for the first time needs the tiles
   * laid out anew, which the worker does; until then the map stays as it is, and says that it is behind.
   */
  private hasLayersFor(input: MapInput): boolean {
    const lacking = layersOf(input.manner.signs).filter((sign) => !this.live.has(sign));
    if (lacking.length > 0) {
      for (const sign of lacking) this.live.add(sign);
      this.repaint(this.painted ?? input);
      if (!this.behind) this.awaitLayers();
    }
    return !this.behind;
  }

  private awaitLayers(): void {
    const { map } = this;
    this.behind = true;
    this.handlers.behind(true);
    let begun = false;
    const look = (): void => {
      // The frame that runs now may have begun before the layers changed.
      if (!begun) map.triggerRepaint();
      const waits = !begun || (this.behind && (!this.ready || !map.isSourceLoaded(AREAS)));
      begun = true;
      if (waits) return;
      map.off("render", look);
      this.caughtUp();
      if (this.input && this.ready) this.update(this.input);
    };
    map.on("render", look);
  }

  private caughtUp(): void {
    if (!this.behind) return;
    this.behind = false;
    this.handlers.behind(false);
  }

  fit(bbox: Bbox, maxZoom = NEAREST): void {
    const { width } = this.handlers.corner();
    const left = 2 * width < this.canvas.clientWidth ? Math.max(ROOM, width) : ROOM;
    this.map.fitBounds(bounds(bbox), { padding: { top: ROOM, right: ROOM, bottom: ROOM, left }, maxZoom, duration: 600 }, KEPT);
  }

  /**
   * The whole territory, beside or above what covers the lower left corner (the legend), whichever leaves more room.
   */
  fitAll(bbox: Bbox, animate = true): void {
    const corner = this.handlers.corner();
    this.whole = bbox;
    const padding = { top: MARGIN, right: MARGIN, bottom: this.foot(), left: MARGIN };
    const choices = [
      { ...padding, left: Math.max(MARGIN, corner.width) },
      { ...padding, bottom: Math.max(padding.bottom, corner.height) },
    ];
    const cameras = choices.map((one) => this.map.cameraForBounds(bounds(bbox), { padding: one }));
    const best = cameras.reduce((a, b) => ((b?.zoom ?? 0) > (a?.zoom ?? 0) ? b : a));
    if (!best) return;
    if (animate) this.map.easeTo({ ...best, duration: 600 }, WHOLE);
    else this.map.jumpTo(best, WHOLE);
  }

  zoomBy(step: number): void {
    this.map.zoomTo(this.map.getZoom() + step, { duration: 200 }, KEPT);
  }

  jump(camera: Camera): void {
    this.whole = null;
    this.map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  }

  /** What the map is called when it is read out, and how it is moved with keys. */
  name(label: string, keys: string): void {
    this.canvas.setAttribute("aria-label", label);
    this.canvas.setAttribute("aria-description", keys);
  }

  /** The keyboard moves the map from now on. */
  focus(): void {
    this.canvas.focus();
  }

  /** After the page has changed the size of the map. */
  resize(): void {
    this.map.resize();
  }

  /** Shows what is in view (or all that is named) at the size on paper, drawn at once; returns the way back. */
  print(all: Bbox | null): () => void {
    const { whole } = this;
    const before = this.camera();
    const view = this.map.getBounds().toArray().flat() as unknown as Bbox;
    const ratio = this.map.getPixelRatio();
    this.printing = true;
    this.map.setPixelRatio(Math.max(PICTURE_RATIO, ratio));
    this.map.resize();
    const room = all ? { padding: { top: MARGIN, right: MARGIN, bottom: this.foot(), left: MARGIN }, maxZoom: NEAREST } : { padding: 0 };
    this.map.fitBounds(bounds(all ?? view), { ...room, animate: false });
    if (this.ready) this.map.redraw();
    return () => {
      this.map.setPixelRatio(ratio);
      this.map.resize();
      this.jump(before);
      this.whole = whole;
      this.printing = false;
    };
  }

  isMoving(): boolean {
    return this.map.isMoving();
  }

  /** Asks again for the tiles that did not come. */
  readFailedTiles(): void {
    this.failedTiles.read(this.map);
  }

  /** Longitude and latitude of the middle of the map. */
  centre(): readonly [number, number] {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  /** The area in the middle of the map, for those who move it with the keyboard. */
  areaAtCentre(): string | null {
    const { clientWidth, clientHeight } = this.map.getContainer();
    return this.areaAt({ x: clientWidth / 2, y: clientHeight / 2 });
  }

  private listen(): void {
    const { map, handlers } = this;
    map.on("mousemove", (event) => {
      // While the map moves nobody reads a card, and looking for its area would cost every frame.
      if (map.isMoving()) return;
      handlers.hover(this.areaAt(event.point), event.point.x, event.point.y);
      handlers.feature(this.ready ? contextAt(map, event.point) : null);
    });
    map.on("mouseout", () => {
      handlers.hover(null, 0, 0);
      handlers.feature(null);
    });
    map.on("dragstart", () => { handlers.hover(null, 0, 0); });
    map.setMissingStyleImageResolver((id) => { addMark(map, id); });
    map.on("click", (event) => { handlers.click(this.areaAt(event.point), event.lngLat.lng, event.lngLat.lat); });
    map.on("dblclick", (event) => { if (handlers.doubleClick()) event.preventDefault(); });
    map.on("move", () => { this.labels.place((point) => map.project(point)); });
    map.on("moveend", (event) => { this.moveEnded(event); });
    map.on("resize", () => {
      if (this.whole && !this.printing) this.fitAll(this.whole, false);
      else this.chooseLabels();
    });
    map.on("error", (event) => {
      this.failedTiles.note(event);
      handlers.failed(event.error.message);
    });
    map.on("style.load", () => { this.styleLoaded(); });
    map.on("idle", () => { if (this.ready) map.getContainer().dataset.drawn = "true"; });
    map.on("render", () => { delete map.getContainer().dataset.drawn; });
  }

  /** Only what a person does to the map goes into the address, not what the page does to fit it in. */
  private moveEnded(event: { originalEvent?: unknown; move?: unknown }): void {
    this.chooseLabels();
    if (event.move === WHOLE.move) this.handlers.moved(null);
    if (event.originalEvent === undefined && event.move !== KEPT.move) return;
    this.whole = null;
    this.handlers.moved(this.camera());
  }

  private camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  private rebuild(input: MapInput): void {
    this.ready = false;
    this.states.forget();
    this.painted = null;
    this.live.clear();
    this.marked = false;
    for (const sign of layersOf(input.manner.signs)) this.live.add(sign);
    this.map.setStyle(buildStyle(input.structure, input.theme, input.manner, this.live), { diff: false });
  }

  private styleLoaded(): void {
    const { input } = this;
    if (!input) return;
    this.ready = true;
    this.caughtUp();
    if (this.hasLayersFor(input)) this.show(input);
    else this.addImages(input.theme);
  }

  private addImages(theme: MapTheme): void {
    const add = (name: string, pattern: Pattern): void => {
      if (this.map.hasImage(name)) this.map.updateImage(name, pattern);
      else this.map.addImage(name, pattern, { pixelRatio: PATTERN_SCALE });
    };
    add(IMAGES.missing, brokenHatching(128, 16, 3, theme.missing.line, theme.missing.ground));
    add(IMAGES.withheld, hatching(128, 8, 3, theme.withheld.line, theme.withheld.ground));
    add(IMAGES.imprecise, backHatching(128, 16, 3, theme.withheld.line, theme.withheld.ground));
    add(IMAGES.wide, dots(128, 8, 3, theme.speck));
    add(IMAGES.few, backHatching(128, 16, 2, theme.speck, null));
    add(IMAGES.coarse, hatching(128, 8, 4, theme.ink, null));
    add(HAZARD, hatching(128, 16, 3, theme.accent, null));
    const ink = parseHex("#14202b");
    const rim = parseHex("#ffffff");
    add(IMAGES.happened, milestoneMark("disc", ink, rim));
    add(IMAGES.knownBy, milestoneMark("diamond", ink, rim));
  }

  /** What is new in the paint of the layers that stand: nothing is loaded again. */
  private repaint({ structure, theme, manner }: MapInput): void {
    for (const layer of buildStyle(structure, theme, manner, this.live).layers) {
      for (const [property, value] of Object.entries(layer.paint ?? {})) {
        // Whether the style is valid is a matter of tests, not of every change.
        this.map.setPaintProperty(layer.id, property as PaintProperty, value as never, { validate: false });
      }
    }
  }

  private showMarks({ manner }: MapInput): void {
    if (this.marked || !(manner.selected || manner.hovered)) return;
    this.marked = true;
    for (const layer of MARK_LAYERS) this.map.setLayoutProperty(layer, "visibility", "visible");
  }

  private showPoints({ points }: MapInput): void {
    const source = this.map.getSource<GeoJSONSource>(NETWORK);
    if (!source) return;
    const features = points.map(({ code, means, offset, lon, lat }) => ({
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [lon, lat] },
      properties: { code, means, offset },
    }));
    void source.setData({ type: "FeatureCollection", features });
  }

  private showDrawn({ drawn }: MapInput): void {
    void this.map.getSource<GeoJSONSource>(DRAWN)?.setData(drawn as Parameters<GeoJSONSource["setData"]>[0]);
  }

  private chooseLabels(): void {
    if (!this.input || !this.ready) return;
    const { clientWidth: width, clientHeight: height } = this.map.getContainer();
    const { labels, selected, points } = this.input;
    const marked = new Set(points.map((point) => point.code));
    this.labels.choose(labels, { selected, drop: (code) => (marked.has(code) ? BELOW_MARK : 0) }, (point) => this.map.project(point), { width, height });
  }

  private areaAt(point: { x: number; y: number }): string | null {
    if (!this.ready) return null;
    const layers = [FILL, ...(this.map.getLayer(POINTS) ? [POINTS] : [])];
    const found: MapGeoJSONFeature | undefined = this.map.queryRenderedFeatures([point.x, point.y], { layers })[0];
    const code: unknown = found?.properties.code;
    return typeof code === "string" ? code : null;
  }
}

type PaintProperty = Parameters<MapLibreMap["setPaintProperty"]>[1];

const bounds = (bbox: Bbox): [number, number, number, number] => [...bbox];

const isCamera = (start: Camera | Bbox): start is Camera => !Array.isArray(start);
