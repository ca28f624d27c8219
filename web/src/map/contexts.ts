import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { Map as MapLibreMap, MapGeoJSONFeature } from "maplibre-gl";
import type { CatalogLayer, TileJson } from "../api/types.js";
import type { HoverFeature } from "../app/model.js";
import { letterMark } from "./letter-mark.js";
import type { MapTheme } from "./theme.js";

type Layer = StyleSpecification["layers"][number];

/** A context layer that is switched on, with the address of its tiles. */
export interface ContextTiles {
  readonly id: string;
  readonly geometry: CatalogLayer["geometry"];
  readonly hazard: boolean;
  /** Letter on the marks of its points. */
  readonly letter: string;
  readonly tiles: TileJson;
}

export const HAZARD = "hazard";
const CONTEXT = "context-";

/** Name of the source of a context layer, and beginning of the names of its layers. */
export const contextSource = (id: string): string => `${CONTEXT}${id}`;

/** Letter and count of an image's name; undefined for other images. */
function parseMarkImage(name: string): { letter: string; count: string } | undefined {
  const [kind, letter, count] = name.split("|");
  return kind === "mark" && letter !== undefined && count !== undefined ? { letter, count } : undefined;
}

/** Points as marks with a letter and, where they stand for several, their number; lines; areas with hatching and an outline. */
export function contextLayers({ id, geometry, hazard, letter }: ContextTiles, theme: MapTheme): Layer[] {
  const source = contextSource(id);
  const base = { source, "source-layer": id };
  const outline: Layer = { id: `${source}-line`, type: "line", ...base, layout: { "line-join": "round" }, paint: { "line-color": theme.accent, "line-width": geometry === "line" ? 2 : 1.4 } };
  if (geometry === "line") return [outline];
  if (geometry === "polygon") {
    const paint = hazard ? { "fill-pattern": HAZARD } : { "fill-color": theme.accent, "fill-opacity": 0.15 };
    return [{ id: `${source}-fill`, type: "fill", ...base, paint }, outline];
  }
  return [
    {
      id: `${source}-marks`,
      type: "symbol",
      ...base,
      layout: {
        "icon-image": ["concat", `mark|${letter}|`, ["case", ["has", "point_count"], ["to-string", ["get", "point_count"]], ""]],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 6, 0.7, 11, 1],
      },
    },
  ];
}

/** Draws the mark of a name when the map first asks for it, as numbers are not known before. */
export function addMark(map: MapLibreMap, name: string): void {
  const mark = parseMarkImage(name);
  const image = mark && letterMark(mark.letter, mark.count);
  if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: 2 });
}

const REACH = 3;

/** The feature of a context layer at a place of the map, or near it. */
export function contextAt(map: MapLibreMap, { x, y }: { readonly x: number; readonly y: number }): HoverFeature | null {
  const layers = map.getLayersOrder().filter((id) => id.startsWith(CONTEXT));
  if (layers.length === 0) return null;
  const found: MapGeoJSONFeature | undefined = map.queryRenderedFeatures([[x - REACH, y - REACH], [x + REACH, y + REACH]], { layers })[0];
  if (!found?.sourceLayer) return null;
  return { layer: found.sourceLayer, properties: found.properties as HoverFeature["properties"], x, y };
}
