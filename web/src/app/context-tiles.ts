import type { RadarApi } from "../api/radar-api.js";
import type { CatalogLayer } from "../api/types.js";
import type { ContextTiles } from "../map/contexts.js";
import { translator } from "../texts/texts.js";
import { letterOf } from "../view/context-keys.js";
import { layersShown, type Model } from "./model.js";

/** Reads where the tiles of the context layers are that are switched on; areas first, lines and marks above them. */
export function readContexts(api: RadarApi, model: Model): Promise<readonly ContextTiles[]> {
  const t = translator(model.state.lang);
  const read = async (layer: CatalogLayer): Promise<ContextTiles> => ({
    id: layer.id,
    geometry: layer.geometry,
    hazard: layer.role === "hazard",
    letter: letterOf(layer, t),
    tiles: await api.tiles(layer.tiles),
  });
  const order = { polygon: 0, line: 1, point: 2 } as const;
  return Promise.all(layersShown(model).sort((a, b) => order[a.geometry] - order[b.geometry]).map(read));
}
