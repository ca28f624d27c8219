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

/** How near the map goes to what is small. */
export const NEAREST = 11.5;

export const PLAIN_MANNER: Manner = { transparency: 0, borders: true, signs: new Set(SIGNS), selected: true, hovered: true, land: true };

export const AREAS = "areas";
/** The same tiles once more, for the outlines of the few areas that are marked. */
export const MARKS = "marks";
export const FILL = "areas-fill";
export const POINTS = "areas-points";
export const NETWORK = "network";
export const DRAWN = "drawn";
export const IMAGES = { missing: "missing", withheld: "withheld", imprecise: "imprecise", wide: "wide", few: "few", coarse: "coarse", happened: "happened", knownBy: "known-by" } as const;

export const NO_COLOUR = "rgba(0,0,0,0)";

/** Name of the tile layer that holds areas smaller than half a pixel as points. */
export const pointsLayer = (level: string): string => `${level}_points`;

/** Signs that have a layer of their own. */
export const SIGN_LAYERS = ["missing", "withheld", "imprecise", "wide", "few", "modelled", "converted"] as const satisfies readonly Sign[];
export type SignLayer = (typeof SIGN_LAYERS)[number];

/** Those among the signs that are drawn by a layer of their own. */
export const layersOf = (signs: ReadonlySet<Sign>): SignLayer[] => SIGN_LAYERS.filter((sign) => signs.has(sign));

const state = (name: string): Expression => ["number", ["feature-state", name], 0];
/** A colour that stands in the state of an area; before it has one, or in place of one that cannot be read, another. */
const colourIn = (name: string, otherwise: string): Expression => ["to-color", ["coalesce", ["feature-state", name], otherwise]];
const shareOf = ({ transparency }: Manner): number => 1 - transparency / 100;

/**
 * The style of the map. Colours of classes are no part of it but of the states of areas: new ones show with the next
 * frame, and no tile is laid out anew. `live` are the signs whose layers ask for the state of each area. All that do are
 * computed anew for every area that changes and every tile that comes, so a sign that nobody carries had better not.
 */
export function buildStyle(structure: Structure, theme: MapTheme, manner = PLAIN_MANNER, live: ReadonlySet<Sign> = manner.signs): StyleSpecification {
  // Values switch at once: a fade between two maps would show colours that mean nothing.
  return { version: 8, transition: { duration: 0, delay: 0 }, sources: sources(structure), layers: layers(structure, theme, manner, live) };
}

function sources(structure: Structure): StyleSpecification["sources"] {
  const { areas, districts, native, background, network, contexts, drawing } = structure;
  return {
    [AREAS]: vector(areas),
    [MARKS]: vector(areas),
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

function layers(structure: Structure, theme: MapTheme, manner: Manner, live: ReadonlySet<Sign>): Layer[] {
  const { areas, districts, native, background, network, contexts, drawing } = structure;
  const found: Layer[] = [{ id: "ground", type: "background", paint: { "background-color": theme.ground } }];
  if (background) found.push({ id: "background", type: "raster", source: "background", paint: { "raster-saturation": -0.6 } });
  found.push(...areaLayers(areas, theme, manner, shareOf(manner) * (background === null ? 1 : OVER_BACKGROUND), live));
  if (native) found.push(nativeLayer(native === "areas" ? areas : native, native === "areas" ? AREAS : "native"));
  if (districts) found.push(districtLayer(districts, theme, manner));
  found.push(...markLayers(areas, theme, manner));
  if (tilesHavePoints(areas)) found.push(pointLayer(areas, theme, shareOf(manner)));
  if (drawing) found.push(...drawnLayers(theme));
  found.push(...contexts.flatMap((one) => contextLayers(one, theme)));
  if (network) found.push(networkLayer());
  return found;
}

export const tilesHavePoints = ({ level, tiles }: LevelTiles): boolean => tiles.vector_layers.some((layer) => layer.id === pointsLayer(level));

/** Share of the colours that stays above a background map, so that its names can be read. */
const OVER_BACKGROUND = 0.78;

function areaLayers({ level }: LevelTiles, theme: MapTheme, { signs, land }: Manner, full: number, live: ReadonlySet<Sign>): Layer[] {
  const base = { source: AREAS, "source-layer": level };
  // Borders are drawn above, so that the edges of fills need no smoothing of their own.
  const sharp = { "fill-antialias": false };
  // The opacity of a layer as a whole: at zero the map skips the layer, and no change of it makes tiles anew.
  const whole = (sign: SignLayer, opacity = 1): number => (signs.has(sign) ? opacity : 0);
  const each = (sign: SignLayer): Expression | 0 => (live.has(sign) ? state(sign) : 0);
  const hatched = (sign: SignLayer & keyof typeof IMAGES, opacity: number): Layer => ({
    id: `areas-${sign}`,
    type: "fill",
    ...base,
    paint: { "fill-pattern": IMAGES[sign], ...sharp, "fill-layer-opacity": whole(sign, opacity), "fill-opacity": each(sign) },
  });
  const dashed = (sign: SignLayer, width: number, dashes: number[]): Layer => ({
    id: `areas-${sign}`,
    type: "line",
    ...base,
    paint: { "line-color": theme.ink, "line-width": width, "line-dasharray": dashes, "line-layer-opacity": whole(sign), "line-opacity": each(sign) },
  });
  const width: Expression = ["interpolate", ["linear"], ["zoom"], 5, 0.2, 8, 0.6, 12, 1.4];
  return [
    // A colour of the surroundings within the colours of classes would make all tiles anew when it turns dark, and too late for paper.
    { id: "areas-land", type: "fill", ...base, paint: { "fill-color": theme.land, ...sharp, "fill-layer-opacity": land ? full : 0 } },
    { id: FILL, type: "fill", ...base, paint: { "fill-color": colourIn("fill", NO_COLOUR), ...sharp, "fill-layer-opacity": full } },
    hatched("missing", full),
    hatched("withheld", full),
    hatched("imprecise", full),
    hatched("wide", 1),
    hatched("few", 1),
    { id: "areas-border", type: "line", ...base, paint: { "line-color": areaBorder(level, theme), "line-width": width, "line-layer-opacity": isLarge(level) ? 1 : FINE_BORDERS } },
    dashed("modelled", 1, [1, 2]),
    dashed("converted", 1.2, [5, 2]),
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

/** Layers that are hidden, so that their tiles are not asked for, until an area is marked. */
export const MARK_LAYERS = ["areas-hover", "areas-selected-halo", "areas-selected"] as const;

/**
 * Hovered and selected area, above everything that carries data. Their source knows of no state but theirs: with the
 * colours of all areas in one source, each outline of a tile would be computed anew when the tile comes or colours change.
 */
function markLayers({ level }: LevelTiles, theme: MapTheme, { selected, hovered }: Manner): Layer[] {
  const base = { source: MARKS, "source-layer": level, layout: { "line-join": "round" as const, visibility: "none" as const } };
  const chosen = { "line-layer-opacity": selected ? 1 : 0, "line-opacity": state("selected") };
  return [
    { id: MARK_LAYERS[0], type: "line", ...base, paint: { "line-color": theme.ink, "line-width": 1.8, "line-layer-opacity": hovered ? 1 : 0, "line-opacity": state("hover") } },
    { id: MARK_LAYERS[1], type: "line", ...base, paint: { "line-color": theme.halo, "line-width": 6, ...chosen } },
    { id: MARK_LAYERS[2], type: "line", ...base, paint: { "line-color": theme.accent, "line-width": 2.5, ...chosen } },
  ];
}

function pointLayer({ level }: LevelTiles, theme: MapTheme, full: number): Layer {
  const marked: Expression = [">", ["+", state("selected"), state("hover")], 0];
  return {
    id: POINTS,
    type: "circle",
    source: AREAS,
    "source-layer": pointsLayer(level),
    paint: {
      "circle-radius": ["case", [">", state("selected"), 0], 3.5, 1.2],
      "circle-color": colourIn("dot", theme.land),
      // The same for all: an opacity that also asked for the state would make the tiles anew whenever transparency changes.
      "circle-opacity": full,
      "circle-stroke-width": ["case", marked, 1.5, 0],
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
