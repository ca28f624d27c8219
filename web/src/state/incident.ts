import type { IncidentAsked, IncidentQuestion, PlaceFile } from "../api/planning-types.js";
import type { Catalog, Indicator } from "../api/types.js";
import { orderQuestion, possible } from "./criteria.js";
import { geometryOf, isShape, type Place } from "./place.js";
import { askedOf, predictions } from "./scenario.js";
import type { ViewState } from "./view-state.js";

const USUAL_GROUPS = 4;
const NEIGHBOURS = 5;
export const MOST_GROUPS = 8;

/** Level whose areas are affected: municipalities where there are such. */
export function incidentLevel({ edition, level }: Pick<ViewState, "edition" | "level">, catalog: Catalog): string {
  const present = catalog.editions.find((one) => one.id === edition)?.levels.map((one) => one.level) ?? [];
  return present.includes("municipality") ? "municipality" : level;
}

/** Shares of groups that can be asked for. */
export function possibleGroups(state: Pick<ViewState, "edition" | "level">, catalog: Catalog): readonly Indicator[] {
  return possible({ edition: state.edition, level: incidentLevel(state, catalog) }, catalog).filter((one) => one.result === null && one.middle === null && (one.unit.id === "percent" || one.kind === "extensive"));
}

/** The groups chosen; while nobody chose any, shares of the population that are neither good nor bad. */
export function groupsOf(state: Pick<ViewState, "edition" | "level" | "groups">, catalog: Catalog): readonly string[] {
  const all = possibleGroups(state, catalog);
  if (state.groups !== null) return state.groups.filter((id) => all.some((one) => one.id === id));
  return all.filter((one) => one.unit.id === "percent" && one.polarity === "neutral").slice(0, USUAL_GROUPS).map((one) => one.id);
}

/** Predictions that can stand for expected support: of the others, more is no help. */
export const supports = (catalog: Catalog): readonly Indicator[] => predictions(catalog).filter((one) => one.polarity === "positive");

/** The support that is asked about: the one chosen, else the one on the map if it is such, else the first. */
export const supportOf = (state: Pick<ViewState, "prediction" | "indicator">, catalog: Catalog): Indicator | undefined => askedOf(state, supports(catalog));

/** Largest file that says where; the server takes forms of 16 MiB. */
export const MOST_BYTES = 16_000_000;

/** What to ask of the server, of the place that the address names, else of a file; null while there is neither. */
export function incidentAsked(state: ViewState, catalog: Catalog, file: PlaceFile | null): IncidentAsked | null {
  const question = incidentQuestion(state, catalog);
  if (question) return { question, file: null };
  return file && { question: { area: around(state.buffer), ...askedThere(state, catalog) }, file };
}

/** The question about the place that the address names; null while it names none. */
export function incidentQuestion(state: ViewState, catalog: Catalog): IncidentQuestion | null {
  return state.place && { area: areaOf(state.place, state.buffer), ...askedThere(state, catalog) };
}

function askedThere(state: ViewState, catalog: Catalog): Omit<IncidentQuestion, "area"> {
  const support = supportOf(state, catalog);
  const priorities = orderQuestion(state, catalog);
  const { criteria, method } = priorities ?? {};
  return {
    edition: state.edition,
    level: incidentLevel(state, catalog),
    ...(support ? { support: { indicator: support.id } } : {}),
    groups: groupsOf(state, catalog),
    ...(criteria ? { priorities: { criteria, ...(method === undefined ? {} : { method }) } } : {}),
    neighbours: NEIGHBOURS,
  };
}

function areaOf(place: Place, buffer: number): IncidentQuestion["area"] {
  if (isShape(place)) return { geometry: geometryOf(place), ...around(buffer) };
  return place.kind === "layer" ? { layer: place.id, ...around(buffer) } : { incident: place.id };
}

const around = (buffer: number): { readonly buffer?: number } => (buffer > 0 ? { buffer } : {});
