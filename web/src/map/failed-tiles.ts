import type { Map as MapLibreMap } from "maplibre-gl";

interface TileId {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** As much of an error of the map as names the tile that did not come. */
interface Failed {
  readonly sourceId?: unknown;
  readonly tile?: { readonly tileID?: { readonly canonical?: TileId } };
}

/** Remembers which tiles did not come: the map itself asks for them again only when it is moved. One instance per map. */
export class FailedTiles {
  private readonly bySource = new Map<string, Map<string, TileId>>();

  /** Takes note of an error; errors that are about no tile are left alone. */
  note(error: object): void {
    const { sourceId, tile } = error as Failed;
    const id = tile?.tileID?.canonical;
    if (typeof sourceId !== "string" || id === undefined) return;
    const known = this.bySource.get(sourceId) ?? new Map<string, TileId>();
    this.bySource.set(sourceId, known.set(`${id.z}/${id.x}/${id.y}`, { x: id.x, y: id.y, z: id.z }));
  }

  /** Asks for them again; those that fail once more are noted anew. */
  read(map: Pick<MapLibreMap, "getSource" | "refreshTiles">): void {
    const all = [...this.bySource];
    this.bySource.clear();
    for (const [source, tiles] of all) {
      // Another level may stand there by now, or none.
      if (map.getSource(source)) map.refreshTiles(source, [...tiles.values()]);
    }
  }
}
