import type { ExpressionSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { TileJson } from "../api/types.js";
import { contextLayers, contextSource, type ContextTiles } from "./contexts.js";
import { SIGNS, type Sign } from "./looks.js";
import type { MapTheme } from "./theme.js";

type Layer = StyleSpecification["layers"][number];
type Source = StyleSpecification["sources"][string];
type Expression = ExpressionSpecification;

/** A level of areas with the address of its tiles. */
export interface LevelTiles {
  readonly level: string;
  readonly tiles: TileJson;
}

/** What decides which sources and layers there are; a change of values or colours leaves all of this as it is. */
export interface Structure {
  readonly areas: LevelTiles;
  /** Borders drawn above the areas, for orientation. */
  readonly districts: LevelTiles | null;
  /** Units that the values were recorded on, when these are coarser than the areas shown. */
  readonly native: LevelTiles | "areas" | null;
  readonly background: { readonly tiles: readonly string[]; readonly attribution: string } | null;
  readonly network: boolean;
  /** Whether a shape can be drawn, or was. */
  readonly drawing: boolean;
  /** Context layers that are switched on, from below to above. */
  readonly contexts: readonly ContextTiles[];
}

/** How the whole is drawn; a change of it leaves sources and layers as they are. */
export interface Manner {
  /** How much of the ground shows through the colours, in percent. */
  readonly transparency: number;
  /** Outlines of the districts above finer areas. */
  readonly borders: boolean;
  /** Signs that any area carries: what nobody needs is not drawn at all, as every layer costs time on every frame. */
  readonly signs: ReadonlySet<Sign>;
  /** Whether any area is selected, or under the pointer. */
  readonly selected: boolean;
  readonly hovered: boolean;
  /** Whether any area has neither a class nor a sign, and shows as plain land. */
  readonly land: boolean;
}

export const PLAIN_MANNER: Manner = { transparency: 0, borders: true, signs: new Set(SIGNS), selected: true, hovered: true, land: true };

export const AREAS = "areas";
export const FILL = "areas-fill";
export const POINTS = "areas-points";
export const NETWORK = "network";
export const DRAWN = "drawn";
export const IMAGES = { missing: "missing", withheld: "withheld", imprecise: "imprecise", wide: "wide", few: "few", coarse: "coarse", happened: "happened", knownBy: "known-by" } as const;

/** Name of the tile layer that holds areas smaller than half a pixel as points. */
export const pointsLayer = (level: string): string => `${level}_points`;

const state = (name: string): Expression => ["boolean", ["feature-state", name], false];
const shownIf = (name: string, opacity = 1): Expression => ["case", state(name), ["case", state("dim"), 0.25 * opacity, opacity], 0];
const shareOf = ({ transparency }: Manner): number => 1 - transparency / 100;

const NO_COLOUR = "rgba(0,0,0,0)";

export function fillColour(colours: readonly string[], land: string): Expression {
  // Without classes there is still one choice: a colour that no longer depended on the area's state would make the map
  // lay out, and perhaps fetch, its tiles again.
  const choices = colours.length === 0 ? [0, land] : colours.flatMap((colour, i) => [i, colour]);
  // The type asks for the first choice by name, which a computed list cannot give.
  return ["match", ["coalesce", ["feature-state", "cls"], -1], ...choices, land] as unknown as Expression;
}

export function pointColour(colours: readonly string[], theme: MapTheme): Expression {
  return ["case", ["any", state("withheld"), state("imprecise")], theme.withheld.line, state("missing"), theme.missing.line, fillColour(colours, theme.land)];
}

export function buildStyle(structure: Structure, colours: readonly string[], theme: MapTheme, manner = PLAIN_MANNER): StyleSpecification {
  // Values switch at once: a fade between two maps would show colours that mean nothing.
  return { version: 8, transition: { duration: 0, delay: 0 }, sources: sources(structure), layers: layers(structure, colours, theme, manner) };
}

function sources(structure: Structure): StyleSpecification["sources"] {
  const { areas, districts, native, background, network, contexts, drawing } = structure;
  return {
    [AREAS]: vector(areas),
    ...(districts ? { districts: vector(districts) } : {}),
    ...(native && native !== "areas" ? { native: vector(native) } : {}),
    ...(background ? { background: { type: "raster", tiles: [...background.tiles], tileSize: 256 } } : {}),
    ...Object.fromEntries(contexts.map(({ id, tiles }) => [contextSource(id), contextVector(tiles)])),
    ...(drawing ? { [DRAWN]: { type: "geojson", data: { type: "FeatureCollection", features: [] } } } : {}),
    ...(network ? { [NETWORK]: { type: "geojson", data: { type: "FeatureCollection", features: [] } } } : {}),
  };
}

function vector({ level, tiles }: LevelTiles): Source {
  const bounds = tiles.bounds ? { bounds: [...tiles.bounds] as [number, number, number, number] } : {};
  return {
    type: "vector",
    tiles: [...tiles.tiles],
    minzoom: tiles.minzoom,
    maxzoom: tiles.maxzoom,
    promoteId: { [level]: "code", [pointsLayer(level)]: "code" },
    ...bounds,
  };
}

function contextVector({ tiles, minzoom, maxzoom, bounds }: TileJson): Source {
  return { type: "vector", tiles: [...tiles], minzoom, maxzoom, ...(bounds ? { bounds: [...bounds] as [number, number, number, number] } : {}) };
}

function layers(structure: Structure, colours: readonly string[], theme: MapTheme, manner: Manner): Layer[] {
  const { areas, districts, native, background, network, contexts, drawing } = structure;
  const found: Layer[] = [{ id: "ground", type: "background", paint: { "background-color": theme.ground } }];
  if (background) found.push({ id: "background", type: "raster", source: "background", paint: { "raster-saturation": -0.6 } });
  found.push(...areaLayers(areas, colours, theme, manner, shareOf(manner) * (background === null ? 1 : OVER_BACKGROUND)));
  if (native) found.push(nativeLayer(native === "areas" ? areas : native, native === "areas" ? AREAS : "native"));
  if (districts) found.push(districtLayer(districts, theme, manner));
  found.push(...markLayers(areas, theme, manner));
  if (tilesHavePoints(areas)) found.push(pointLayer(areas, colours, theme, shareOf(manner)));
  if (drawing) found.push(...drawnLayers(theme));
  found.push(...contexts.flatMap((one) => contextLayers(one, theme)));
  if (network) found.push(networkLayer());
  return found;
}

const tilesHavePoints = ({ level, tiles }: LevelTiles): boolean => tiles.vector_layers.some((layer) => layer.id === pointsLayer(level));

/** Share of the colours that stays above a background map, so that its names can be read. */
const OVER_BACKGROUND = 0.78;

const FILL_OPACITY: Expression = ["case", state("dim"), 0.22, state("widest"), 0.3, state("pale"), 0.5, ["any", state("wide"), state("few")], 0.6, 1];

function areaLayers({ level }: LevelTiles, colours: readonly string[], theme: MapTheme, { signs, land }: Manner, full: number): Layer[] {
  const base = { source: AREAS, "source-layer": level };
  // The opacity of a layer as a whole: at zero the map skips the layer, and no change of it makes tiles anew.
  const share = (...found: readonly Sign[]): number => (found.some((one) => signs.has(one)) ? full : 0);
  const whole = (...found: readonly Sign[]): number => (share(...found) > 0 ? 1 : 0);
  // Borders are drawn above, so that the edges of fills need no smoothing of their own.
  const sharp = { "fill-antialias": false };
  const width: Expression = ["interpolate", ["linear"], ["zoom"], 5, 0.2, 8, 0.6, 12, 1.4];
  return [
    // A colour of the surroundings within the colours of classes would make all tiles anew when it turns dark, and too late for paper.
    { id: "areas-land", type: "fill", ...base, paint: { "fill-color": theme.land, ...sharp, "fill-layer-opacity": land ? full : 0 } },
    { id: "areas-fade", type: "fill", ...base, paint: { "fill-color": theme.fade, ...sharp, "fill-layer-opacity": share("pale", "wide", "few"), "fill-opacity": ["case", ["any", state("pale"), state("wide"), state("few")], 1, 0] } },
    { id: FILL, type: "fill", ...base, paint: { "fill-color": fillColour(colours, NO_COLOUR), ...sharp, "fill-layer-opacity": full, "fill-opacity": FILL_OPACITY } },
    { id: "areas-missing", type: "fill", ...base, paint: { "fill-pattern": IMAGES.missing, ...sharp, "fill-layer-opacity": share("missing"), "fill-opacity": shownIf("missing") } },
    { id: "areas-withheld", type: "fill", ...base, paint: { "fill-pattern": IMAGES.withheld, ...sharp, "fill-layer-opacity": share("withheld"), "fill-opacity": shownIf("withheld") } },
    { id: "areas-imprecise", type: "fill", ...base, paint: { "fill-pattern": IMAGES.imprecise, ...sharp, "fill-layer-opacity": share("imprecise"), "fill-opacity": shownIf("imprecise") } },
    { id: "areas-wide", type: "fill", ...base, paint: { "fill-pattern": IMAGES.wide, ...sharp, "fill-layer-opacity": whole("wide"), "fill-opacity": shownIf("wide") } },
    { id: "areas-few", type: "fill", ...base, paint: { "fill-pattern": IMAGES.few, ...sharp, "fill-layer-opacity": whole("few"), "fill-opacity": shownIf("few") } },
    { id: "areas-border", type: "line", ...base, paint: { "line-color": areaBorder(level, theme), "line-width": width, "line-layer-opacity": isLarge(level) ? 1 : FINE_BORDERS } },
    {
      id: "areas-modelled",
      type: "line",
      ...base,
      paint: { "line-color": theme.ink, "line-width": 1, "line-dasharray": [1, 2], "line-layer-opacity": whole("modelled"), "line-opacity": shownIf("modelled", 0.7) },
    },
    {
      id: "areas-converted",
      type: "line",
      ...base,
      paint: { "line-color": theme.ink, "line-width": 1.2, "line-dasharray": [5, 2], "line-layer-opacity": whole("converted"), "line-opacity": shownIf("converted", 0.8) },
    },
  ];
}

const isLarge = (level: string): boolean => level === "district" || level === "state";

/** Where a municipality is a few pixels wide, lines between them would only veil the colours, and cost most of a frame. */
const FINE_BORDERS: Expression = ["step", ["zoom"], 0, 6, 1];

/** Districts and states are few and large: their borders are dark on every map, also where two neighbours share a pale class. */
function areaBorder(level: string, theme: MapTheme): string {
  return isLarge(level) ? theme.districtBorder : theme.areaBorder;
}

function nativeLayer({ level }: LevelTiles, source: string): Layer {
  // Narrow where the units are small on screen, so that the outline leaves their colours to see.
  const width: Expression = ["interpolate", ["linear"], ["zoom"], 7, 1.5, 10, 4];
  return { id: "native-outline", type: "line", source, "source-layer": level, paint: { "line-pattern": IMAGES.coarse, "line-width": width } };
}

function districtLayer({ level }: LevelTiles, theme: MapTheme, { borders }: Manner): Layer {
  const width: Expression = ["interpolate", ["linear"], ["zoom"], 5, 0.5, 8, 1, 12, 2];
  return {
    id: "districts-border",
    type: "line",
    source: "districts",
    "source-layer": level,
    layout: { "line-join": "round" },
    paint: { "line-color": theme.districtBorder, "line-width": width, "line-layer-opacity": borders ? 1 : 0 },
  };
}

/** Hovered and selected area, above everything that carries data. */
function markLayers({ level }: LevelTiles, theme: MapTheme, { selected, hovered }: Manner): Layer[] {
  const base = { source: AREAS, "source-layer": level, layout: { "line-join": "round" as const } };
  const when = (name: string): Expression => ["case", state(name), 1, 0];
  const chosen = { "line-layer-opacity": selected ? 1 : 0, "line-opacity": when("selected") };
  return [
    { id: "areas-hover", type: "line", ...base, paint: { "line-color": theme.ink, "line-width": 1.8, "line-layer-opacity": hovered ? 1 : 0, "line-opacity": when("hover") } },
    { id: "areas-selected-halo", type: "line", ...base, paint: { "line-color": theme.halo, "line-width": 6, ...chosen } },
    { id: "areas-selected", type: "line", ...base, paint: { "line-color": theme.accent, "line-width": 2.5, ...chosen } },
  ];
}

function pointLayer({ level }: LevelTiles, colours: readonly string[], theme: MapTheme, full: number): Layer {
  return {
    id: POINTS,
    type: "circle",
    source: AREAS,
    "source-layer": pointsLayer(level),
    paint: {
      "circle-radius": ["case", state("selected"), 3.5, 1.2],
      "circle-color": pointColour(colours, theme),
      "circle-opacity": ["case", state("dim"), 0.25 * full, full],
      "circle-stroke-width": ["case", state("selected"), 1.5, state("hover"), 1.5, 0],
      "circle-stroke-color": theme.ink,
    },
  };
}

/** What was drawn: its outline with a halo, so that it stands out on every colour, and its corners while it grows. */
function drawnLayers(theme: MapTheme): Layer[] {
  const line = { type: "line" as const, source: DRAWN, layout: { "line-join": "round" as const, "line-cap": "round" as const } };
  const part = (name: string): ExpressionSpecification => ["==", ["get", "part"], name];
  const outline: ExpressionSpecification = ["any", part("area"), part("line")];
  return [
    { id: "drawn-fill", type: "fill", source: DRAWN, filter: part("area"), paint: { "fill-color": theme.accent, "fill-opacity": 0.12 } },
    { id: "drawn-halo", ...line, filter: outline, paint: { "line-color": theme.halo, "line-width": 5.5 } },
    { id: "drawn-line", ...line, filter: outline, paint: { "line-color": theme.accent, "line-width": 2.5 } },
    { id: "drawn-corners", type: "circle", source: DRAWN, filter: part("corner"), paint: { "circle-radius": 5, "circle-color": theme.halo, "circle-stroke-color": theme.accent, "circle-stroke-width": 2.5 } },
    { id: "drawn-marks", type: "symbol", source: DRAWN, filter: part("mark"), layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-ignore-placement": true, "icon-size": 0.8 } },
  ];
}

/** Points of the network: one icon for what happened, another for what was only known by then, side by side. */
function networkLayer(): Layer {
  const size: Expression = ["interpolate", ["linear"], ["zoom"], 6, 0.75, 10, 1.1];
  return {
    id: "network-points",
    type: "symbol",
    source: NETWORK,
    layout: {
      "icon-image": ["match", ["get", "means"], "happened", IMAGES.happened, IMAGES.knownBy],
      "icon-offset": ["get", "offset"],
      "icon-size": size,
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  };
}
