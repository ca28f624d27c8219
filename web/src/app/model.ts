import type { RequestFailure } from "../api/client.js";
import type { Portrait } from "../api/place-types.js";
import type { SocialSpace } from "../api/social-types.js";
import type {
  AreaComparisons,
  AreaDetail,
  AreaEntry,
  Catalog,
  CatalogLayer,
  Classification,
  Config,
  Dataset,
  Indicator,
  Level,
  NetworkAnswer,
  PrioritiesAnswer,
  Profile,
  ValuesAnswer,
} from "../api/types.js";
import type { AllocationAnswer, IncidentAnswer, PlaceFile, ScenarioAnswer } from "../api/planning-types.js";
import { completed } from "../data/exports.js";
import type { ContextTiles } from "../map/contexts.js";
import type { LevelTiles } from "../map/style.js";
import type { Complaint } from "../state/address.js";
import type { Notice } from "../state/resolve.js";
import { incidentLevel } from "../state/incident.js";
import type { Shape } from "../state/place.js";
import { predictionOf } from "../state/scenario.js";
import type { View, ViewState } from "../state/view-state.js";

/** Something that is read from the server; what was shown before stays until the new arrives. */
export interface Loadable<T> {
  readonly key: string;
  readonly loading: boolean;
  readonly value: T | null;
  readonly failure: RequestFailure | null;
}

export const NOTHING: Loadable<never> = { key: "", loading: false, value: null, failure: null };

/** Values and their classes always belong together: legend, histogram and map never disagree. */
export interface Shown {
  readonly values: ValuesAnswer;
  readonly classes: Classification;
}

export interface Tiles {
  /** The revision that the tiles are of. */
  readonly revision: number;
  readonly areas: LevelTiles;
  readonly districts: LevelTiles | null;
  readonly native: LevelTiles | "areas" | null;
}

/** Areas of one class, or of a span of values. */
export type Highlight = { readonly kind: "class"; readonly index: number } | { readonly kind: "range"; readonly low: number; readonly high: number };

/** Panels that come from below on small screens. */
export type Sheet = "none" | "choices" | "legend" | "area";

export interface Hover {
  readonly code: string;
  readonly x: number;
  readonly y: number;
}

/** A feature of a context layer under the pointer. */
export interface HoverFeature {
  readonly layer: string;
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly x: number;
  readonly y: number;
}

/** The browser draws no maps at all, or some tiles did not come. */
export type MapFailure = "webgl" | "tiles";

/** All that the page knows; replaced as a whole on every change. */
export interface Model {
  readonly config: Config;
  readonly catalog: Catalog;
  readonly state: ViewState;
  readonly notices: readonly Notice[];
  readonly complaints: readonly Complaint[];
  readonly shown: Loadable<Shown>;
  readonly tiles: Loadable<Tiles>;
  readonly areas: Loadable<readonly AreaEntry[]>;
  /** Municipalities of the edition, read when the network shows, for the places of its marks. */
  readonly places: Loadable<readonly AreaEntry[]>;
  readonly area: Loadable<AreaDetail>;
  readonly profile: Loadable<Profile>;
  /** Of the selected area's value, where it was computed: its precision is the server's to judge. */
  readonly comparisons: Loadable<AreaComparisons>;
  readonly network: Loadable<NetworkAnswer>;
  /** Tiles of the context layers that are switched on. */
  readonly contexts: Loadable<readonly ContextTiles[]>;
  readonly priorities: Loadable<PrioritiesAnswer>;
  readonly scenario: Loadable<ScenarioAnswer>;
  readonly allocation: Loadable<AllocationAnswer>;
  /** What the selected area has and lacks. */
  readonly social: Loadable<SocialSpace>;
  /** All that is published of the selected area, on one page. */
  readonly portrait: Loadable<Portrait>;
  readonly incident: Loadable<IncidentAnswer>;
  /** A shape that is being drawn. */
  readonly draft: Shape | null;
  /** Says where an incident is; an address cannot hold it. */
  readonly file: PlaceFile | null;
  readonly hover: Hover | null;
  readonly feature: HoverFeature | null;
  /** Code of the area under the pointer in a chart or table, which the map outlines as well. */
  readonly outlined: string | null;
  /** The class or bar pointed at; what stays chosen is part of the state. */
  readonly pointed: Highlight | null;
  readonly sheet: Sheet;
  readonly mapFailure: MapFailure | null;
  /** The map still shows what was chosen before, while the rest of the page has gone on. */
  readonly mapBehind: boolean;
  readonly dark: boolean;
  /** The page stands in a frame of another one. */
  readonly embedded: boolean;
  /** The server does not answer; it is asked again. */
  readonly away: boolean;
}

export const indicatorOf = (model: Model): Indicator | undefined => model.catalog.indicators.find((one) => one.id === model.state.indicator);

export const levelOf = (catalog: Catalog, id: string): Level | undefined => catalog.levels.find((level) => level.id === id);

export const datasetOf = (catalog: Catalog, id: string): Dataset | undefined => catalog.datasets.find((one) => one.id === id);

export const editionOf = (model: Model): Catalog["editions"][number] | undefined => model.catalog.editions.find((one) => one.id === model.state.edition);

/** Whether a view shows the map, between what is chosen and what comes of it. */
export const showsMap = (view: View): boolean => view === "map" || isPlanning(view);

/** Views with choices on one side of the map and their result on the other. */
export type PlanningView = "priorities" | "scenario" | "allocation" | "incident" | "social";

export const isPlanning = (view: View): view is PlanningView => view === "priorities" || view === "scenario" || view === "allocation" || view === "incident" || view === "social";

/** Whether the map still waits for values, borders or a result, or to be drawn anew. */
export function awaitsMap(model: Model): boolean {
  const { view } = model.state;
  const asked = view === "map" ? model.shown.loading : isPlanning(view) && model[view].loading;
  return showsMap(view) && (asked || model.mapBehind || model.tiles.loading);
}

/** Level and edition of the areas on the map: those that were chosen, or those that the result of a view is of. */
export function groundOf({ state, catalog }: Pick<Model, "state" | "catalog">): { readonly level: string; readonly edition: string } {
  const { level, edition } = state;
  if (state.view === "incident") return { level: incidentLevel(state, catalog), edition };
  if (state.view !== "scenario") return { level, edition };
  const prediction = predictionOf(state, catalog);
  return { level: prediction?.nativeLevel ?? level, edition: prediction?.nativeEdition ?? edition };
}

/** The context layers that are switched on, in the order of the catalogue. */
export const layersShown = ({ catalog, state }: Model): CatalogLayer[] =>
  catalog.layers.filter((layer) => state.layers.includes(layer.id) || (state.view === "incident" && state.place?.kind === "layer" && state.place.id === layer.id));

/** Whether anything invented is on the page now. */
export function showsExample(model: Model): boolean {
  const { view, network } = model.state;
  const milestones = (view === "network" || network) && model.network.value?.example === true;
  if (view === "incident") return model.incident.value?.example === true || layersShown(model).some((layer) => layer.example);
  if (view === "allocation") return model.allocation.value?.example === true;
  if (view === "place") return model.portrait.value?.example === true;
  if (view === "social") return model.social.value?.example === true;
  if (view === "scenario") return model.scenario.value?.example === true;
  if (view === "priorities") return model.priorities.value?.example === true;
  if (view === "sources") return takesExample(model);
  if (view === "network") return milestones;
  const layers = view === "map" && layersShown(model).some((layer) => layer.example);
  return milestones || layers || indicatorOf(model)?.example === true || model.shown.value?.values.example === true;
}

/** Whether what is open in the catalogue, or goes into a file, is invented; lists mark each of theirs. */
function takesExample({ catalog, state }: Model): boolean {
  const ids = state.part === "download" ? completed(state, catalog).indicators : state.part === "catalogue" ? [state.entry] : [];
  return catalog.indicators.some((one) => one.example && ids.includes(one.id));
}

/** The values, when they are those that title and choices name; null while others are on their way. */
export const currentOf = (model: Model): Shown | null => (isCurrent(model) ? model.shown.value : null);

/** The values shown are those that the state asks for, not the ones of before. */
export function isCurrent({ shown, state }: Model): boolean {
  const values = shown.value?.values;
  return values !== undefined && values.indicator === state.indicator && values.period === state.year && values.level === state.level && values.edition === state.edition;
}
