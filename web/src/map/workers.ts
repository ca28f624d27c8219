import { prewarm, setWorkerUrl } from "maplibre-gl";

/** Name of the worker's file; the build puts it in. */
declare const MAPLIBRE_WORKER: string;

/** Starts the worker of the map before there is a map: it reads its script while the page asks the server what there is. */
export function startWorkers(): void {
  setWorkerUrl(new URL(MAPLIBRE_WORKER, import.meta.url).href);
  prewarm();
}
