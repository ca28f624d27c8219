import { useMemo } from "preact/hooks";
import type { IncidentAnswer } from "../api/planning-types.js";
import type { AreaEntry, Catalog } from "../api/types.js";
import type { Model, Shown, Tiles } from "../app/model.js";
import { drawnDraft, drawnPlace, NOTHING_DRAWN, type FeatureCollection, type Mark } from "../map/drawn.js";
import { areaLooks, signsIn, type AreaLook } from "../map/looks.js";
import type { MapInput } from "../map/map-types.js";
import { measurePoints, networkPoints, type NetworkPoint } from "../map/network-points.js";
import { DARK, LIGHT } from "../map/theme.js";
import { translator, type Translator } from "../texts/texts.js";
import { countedUntil } from "./milestones.js";
import { letterOf } from "./context-keys.js";
import type { Subject } from "./subject.js";
import { chosenAreas, coloursOf, fewShown, highlighted, measureIn, middleOf, schemeOf, widthsShown } from "./view-data.js";

const NO_LOOKS = new Map<string, never>();
const NO_LABELS: readonly AreaEntry[] = [];
const NO_CONTEXTS: MapInput["structure"]["contexts"] = [];
const NO_POINTS: readonly NetworkPoint[] = [];

/** What the map shows, made from the model; parts that do not change stay the same objects. */
export function useMapInput(model: Model, subject: Subject | null): MapInput | null {
  const { state, shown, tiles, areas, places, network, config, contexts } = model;
  const scheme = schemeOf(model);
  const middle = middleOf(model);
  const looks = useMemo(() => looksOf(model), [shown.value, state.uncertainty]);
  const colours = useMemo(() => coloursOf(model), [shown.value, scheme, middle]);
  const highlight = useMemo(() => highlighted(model), [shown.value, model.pointed]);
  const chosen = useMemo(() => chosenAreas(model), [shown.value, state.only, state.range]);
  const shownLooks = subject?.looks ?? looks;
  const signs = useMemo(() => signsIn(shownLooks), [shownLooks]);
  const { transparency, borders } = state;
  const selected = state.area !== null;
  const hovered = (model.hover?.code ?? model.outlined) !== null;
  const land = subject !== null || state.only.length > 0 || state.range !== null || looks.size === 0;
  const manner = useMemo(() => ({ transparency, borders, signs, selected, hovered, land }), [transparency, borders, [...signs].join(), selected, hovered, land]);
  const social = state.view === "social" ? model.social.value : null;
  const points = useMemo(() => (social ? measurePoints(social.measures, areas.value ?? NO_LABELS) : pointsOf(model)), [social, areas.value, network.value, places.value, state.network, state.until]);
  const drawn = useMemo(() => drawnOf(model), [model.draft, model.incident.value, state.view, state.lang]);
  const labels = state.labels ? (areas.value ?? NO_LABELS) : NO_LABELS;
  const theme = model.dark ? DARK : LIGHT;
  const background = state.background ? config.background : null;
  // Until values and borders are of the same revision, the map keeps what it shows.
  if (!tiles.value || !isOfOneRevision(tiles.value, shown.value)) return null;
  // Tiles are laid out once, for the signs that the values carry, and not again as soon as these come.
  if (!subject && !shown.value && shown.loading) return null;
  const { areas: level, districts, native } = tiles.value;
  return {
    structure: { areas: level, districts, native, background, network: state.network || social !== null, drawing: state.view === "incident", contexts: contexts.value ?? NO_CONTEXTS },
    looks: shownLooks,
    colours: subject?.colours ?? colours,
    theme,
    selected: state.area,
    hovered: model.hover?.code ?? model.outlined,
    highlight: subject ? null : highlight,
    chosen: subject ? null : chosen,
    faded: state.range !== null,
    manner,
    points,
    labels,
    drawn,
  };
}

/** Areas of one revision never carry values of another. */
export const isOfOneRevision = ({ revision }: Tiles, shown: Shown | null): boolean => shown === null || shown.values.revision === revision;

function marksOf({ facilities }: IncidentAnswer, { layers }: Catalog, t: Translator): readonly Mark[] {
  return facilities.flatMap(({ layer: id, features }) => {
    const layer = layers.find((one) => one.id === id);
    return layer ? features.map(({ lon, lat }) => ({ letter: letterOf(layer, t), lon, lat })) : [];
  });
}

function drawnOf({ state, catalog, draft, incident }: Model): FeatureCollection {
  if (state.view !== "incident") return NOTHING_DRAWN;
  if (draft) return drawnDraft(draft);
  return incident.value ? drawnPlace(incident.value.area.geometry, marksOf(incident.value, catalog, translator(state.lang))) : NOTHING_DRAWN;
}

function looksOf(model: Model): ReadonlyMap<string, AreaLook> {
  const { value } = model.shown;
  if (!value) return NO_LOOKS;
  return areaLooks(value.values, value.classes.breaks, { computed: measureIn(model, value.values).computed, widths: widthsShown(model), few: fewShown(model) });
}

function pointsOf({ state, network, places }: Model): readonly NetworkPoint[] {
  if (!state.network || !network.value || !places.value) return NO_POINTS;
  const centres = new Map(places.value.flatMap((area) => (area.center ? [[area.code, area.center] as const] : [])));
  return networkPoints(countedUntil(network.value.milestones, state.until), centres);
}
