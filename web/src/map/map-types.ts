import type { AreaEntry } from "../api/types.js";
import type { HoverFeature } from "../app/model.js";
import type { Camera } from "../state/view-state.js";
import type { FeatureCollection } from "./drawn.js";
import type { AreaLook } from "./looks.js";
import type { NetworkPoint } from "./network-points.js";
import type { Manner, Structure } from "./style.js";
import type { MapTheme } from "./theme.js";

/** Everything that the map shows. The map compares it with what it showed before and changes only the difference. */
export interface MapInput {
  readonly structure: Structure;
  readonly looks: ReadonlyMap<string, AreaLook>;
  readonly colours: readonly string[];
  readonly theme: MapTheme;
  readonly selected: string | null;
  readonly hovered: string | null;
  /** Areas to stand out; the others fade. */
  readonly highlight: ReadonlySet<string> | null;
  /** Areas that show alone; null while all show. */
  readonly chosen: ReadonlySet<string> | null;
  /** The others keep a shade of their colour, but no sign; else they are land. */
  readonly faded: boolean;
  /** How the whole is drawn, whatever the values. */
  readonly manner: Manner;
  readonly points: readonly NetworkPoint[];
  readonly labels: readonly AreaEntry[];
  /** GeoJSON of what was drawn or is being drawn. */
  readonly drawn: FeatureCollection;
}

/** Elements that the map draws into. */
export interface MapHosts {
  readonly map: HTMLElement;
  readonly labels: HTMLElement;
  readonly scale: HTMLElement;
}

export interface MapPicture {
  readonly image: HTMLCanvasElement;
  readonly scale: number;
  readonly names: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export interface MapHandlers {
  /** The area under the pointer, with the place of the pointer in pixels. */
  hover(code: string | null, x: number, y: number): void;
  /** The feature of a context layer under the pointer. */
  feature(found: HoverFeature | null): void;
  /** A click on a place: the area there, longitude and latitude. */
  click(code: string | null, lon: number, lat: number): void;
  /** A double click; true if it means something else than to come nearer. */
  doubleClick(): boolean;
  /** Where someone moved the map to; null when it shows the whole territory again. */
  moved(camera: Camera | null): void;
  /** Room that is covered in the lower left corner, in pixels. */
  corner(): { readonly width: number; readonly height: number };
  /** Whether the map still shows what was chosen before. */
  behind(behind: boolean): void;
  failed(reason: string): void;
}
