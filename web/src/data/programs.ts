import type { ViewState } from "../state/view-state.js";

/** A program that reads the data itself; QGIS is told the address in its own windows and needs no command. */
export interface Program {
  readonly id: "qgis" | "r" | "python" | "gdal";
  readonly code: string | null;
}

/** Name of the collection with the areas that the map shows. */
export const collectionOf = ({ level, edition }: Pick<ViewState, "level" | "edition">): string => `${level}_${edition}`;

/** Commands that read one collection of OGC API Features. */
export function programs(ogc: string, collection: string): readonly Program[] {
  const source = `OAPIF:${ogc}`;
  return [
    { id: "qgis", code: null },
    { id: "r", code: `library(sf)\nareas <- st_read("${source}", layer = "${collection}")` },
    { id: "python", code: `import geopandas\nareas = geopandas.read_file("${source}", layer="${collection}")` },
    { id: "gdal", code: `ogr2ogr areas.gpkg "${source}" ${collection}` },
  ];
}
