import { RequestFailure } from "../api/client.js";
import { radarApi, type RadarApi, type ValuesQuery } from "../api/radar-api.js";
import type { AreaEntry, Bbox } from "../api/types.js";
import type { MapView } from "../map/map-view.js";
import { formatAddress, methodShown, parseAddress, roundCamera } from "../state/address.js";
import { allocationQuestion } from "../state/allocation.js";
import { incidentAsked } from "../state/incident.js";
import type { Shape } from "../state/place.js";
import { orderQuestion } from "../state/criteria.js";
import { adapted, resolve, type Notice } from "../state/resolve.js";
import { scenarioQuestion } from "../state/scenario.js";
import type { Camera, ViewState, Wish } from "../state/view-state.js";
import { asFailure, revisionOf } from "./answers.js";
import { readContexts } from "./context-tiles.js";
import { readComparisons } from "./comparisons.js";
import { Connection } from "./connection.js";
import { groundOf, indicatorOf, isPlanning, layersShown, NOTHING, type Highlight, type HoverFeature, type Loadable, type MapFailure, type Model, type Sheet, type Tiles } from "./model.js";

/** How often a page that lies open asks whether there are new data. */
const NEWS_MS = 60_000;
/** How often at most it asks because the map was moved. */
const MOVES_MS = 10_000;

/** So long rests a slider before the server is asked. */
const PAUSE_MS = 150;

type Listener = (model: Model) => void;
type LoadedKey = { [K in keyof Model]: Model[K] extends Loadable<unknown> ? K : never }[keyof Model];

/** Holds what the page knows, reads what it lacks, and keeps the address in step. One instance per page. */
export class Radar {
  readonly api: RadarApi;
  map: MapView | null = null;
  private listeners: Listener[] = [];
  private readonly stops = new Map<LoadedKey, AbortController>();

  private files = 0;
  private lookedAt = Date.now();

  private readonly connection = new Connection(
    () => this.api.answers(),
    (away) => {
      this.set({ away });
      if (!away) this.retry();
    },
  );

  private constructor(private current: Model) {
    this.api = radarApi(() => this.current.state.lang);
  }

  /** Reads configuration and catalogue and opens the view that the address names; undefined if the catalogue is empty. */
  static async open(query: string, dark: boolean): Promise<Radar | undefined> {
    const { wish, complaints } = parseAddress(query);
    const api = radarApi(() => wish.lang ?? "de");
    const [config, catalog] = await Promise.all([api.config(), api.catalog()]);
    const resolved = resolve(wish, catalog);
    if (!resolved) return undefined;
    const { state, notices } = resolved;
    const loadables = { shown: NOTHING, tiles: NOTHING, areas: NOTHING, places: NOTHING, area: NOTHING, profile: NOTHING, comparisons: NOTHING, network: NOTHING, contexts: NOTHING, priorities: NOTHING, scenario: NOTHING, allocation: NOTHING, incident: NOTHING, social: NOTHING, portrait: NOTHING };
    const page = { hover: null, feature: null, pointed: null, outlined: null, sheet: "none" as const, mapFailure: null, mapBehind: false, draft: null, file: null, dark, embedded: location.pathname.endsWith("/embed"), away: false };
    return new Radar({ config, catalog, state, notices, complaints, ...loadables, ...page });
  }

  get model(): Model {
    return this.current;
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** First reading after the page stands. */
  start(): void {
    history.replaceState(null, "", formatAddress(this.current.state));
    addEventListener("popstate", () => { this.reopen(location.search); });
    addEventListener("online", () => { this.connection.now(); });
    setInterval(() => { if (document.visibilityState === "visible" && !this.current.away) this.lookForNews(); }, NEWS_MS);
    this.load();
  }

  /** Shows something else; the step can be taken back with the browser's own button. */
  go(wish: Wish): void {
    const before = this.current.state;
    const resolved = resolve({ ...before, ...adapted(wish, before, this.current.catalog) }, this.current.catalog);
    if (!resolved) return;
    if (wish.place) this.set({ file: null });
    this.enter(resolved.state, resolved.notices);
    const address = formatAddress(resolved.state);
    if (address !== formatAddress(before)) history.pushState(null, "", address);
  }

  /** The address of a state that differs in some parts from the one shown. */
  addressOf(wish: Wish): string {
    return formatAddress({ ...this.current.state, ...wish });
  }

  select(code: string | null, sheet: Sheet = "area"): void {
    this.set({ sheet: code === null ? "none" : sheet });
    this.go({ area: code });
  }

  /** Shows an area found by name: on its own level when the indicator has that, and in view. */
  find(area: AreaEntry): void {
    const levels = indicatorOf(this.current)?.levels ?? [];
    const level = levels.includes(area.level) ? { level: area.level } : {};
    this.set({ sheet: "area" });
    this.go({ area: area.code, ...level });
    if (area.bbox) this.map?.fit(area.bbox);
  }

  hover(code: string | null, x: number, y: number): void {
    if (code === null && this.current.hover === null) return;
    this.set({ hover: code === null ? null : { code, x, y } });
  }

  hoverFeature(feature: HoverFeature | null): void {
    if (feature === null && this.current.feature === null) return;
    this.set({ feature });
  }

  /** Shows on the map, and in charts, the area that stands under the pointer elsewhere. */
  outline(outlined: string | null): void {
    if (outlined !== this.current.outlined) this.set({ outlined });
  }

  point(highlight: Highlight | null): void {
    // Whoever drags the map across the legend points at nothing there.
    if (highlight === null || this.map?.isMoving() !== true) this.set({ pointed: highlight });
  }

  /** Shows some classes alone, or takes them back; none means all. */
  showOnly(only: readonly number[]): void {
    this.go({ only, range: null });
  }

  /** Begins, continues or gives up drawing a shape. */
  draw(draft: Shape | null): void {
    this.set({ draft });
  }

  /** Takes a file as the place of an incident, or gives up any place. */
  takeFile(file: File | null): void {
    this.files += 1;
    this.set({ file: file && { n: this.files, file } });
    this.go({ place: null, camera: null, buffer: 0 });
  }

  openSheet(sheet: Sheet): void {
    this.set({ sheet });
  }

  dismissNotices(): void {
    this.set({ notices: [], complaints: [] });
  }

  moved(camera: Camera | null): void {
    // Tiles of a revision that is gone are answered with nothing, which the map takes for an empty place.
    if (Date.now() - this.lookedAt > MOVES_MS) this.lookForNews();
    const state = { ...this.current.state, camera: camera && roundCamera(camera) };
    this.set({ state });
    history.replaceState(null, "", formatAddress(state));
  }

  mapFailed(reason: MapFailure): void {
    this.set({ mapFailure: reason });
    if (reason === "tiles") this.connection.fail();
  }

  mapBehind(mapBehind: boolean): void { this.set({ mapBehind }); }

  setDark(dark: boolean): void { this.set({ dark }); }

  /** Changes what is computed, as often as a slider moves; the address follows when it comes to rest. */
  adjust(wish: Wish, rests: boolean): void {
    this.set({ state: { ...this.current.state, ...wish } });
    this.load();
    if (rests) history.replaceState(null, "", formatAddress(this.current.state));
  }

  /** The whole territory of the edition and level shown. */
  territory(): Bbox | null {
    const ground = groundOf(this.current);
    const edition = this.current.catalog.editions.find((one) => one.id === ground.edition);
    return edition?.levels.find((one) => one.level === ground.level)?.bbox ?? null;
  }

  /** Reads again what failed. */
  retry(): void {
    if (this.current.mapFailure === "tiles") {
      this.set({ mapFailure: null });
      this.map?.readFailedTiles();
    }
    this.load(true);
  }

  private enter(state: ViewState, notices: readonly Notice[]): void {
    const moved = state.level !== this.current.state.level || state.edition !== this.current.state.edition;
    if (!state.layers.includes(this.current.feature?.layer ?? "")) this.set({ feature: null });
    if (state.view !== this.current.state.view) this.set({ draft: null });
    const highlight = moved || state.indicator !== this.current.state.indicator ? { outlined: null, pointed: null, hover: null } : {};
    this.set({ state, notices, complaints: [], ...highlight });
    this.load();
  }

  private reopen(query: string): void {
    const { wish, complaints } = parseAddress(query);
    const resolved = resolve(wish, this.current.catalog);
    if (!resolved) return;
    this.enter(resolved.state, resolved.notices);
    this.set({ complaints });
    const territory = this.territory();
    if (resolved.state.camera) this.map?.jump(resolved.state.camera);
    else if (territory) this.map?.fitAll(territory, false);
  }

  private load(again = false): void {
    const { state, catalog } = this.current;
    const { edition, level, area, year } = state;
    const query: ValuesQuery = { revision: catalog.revision, stamp: catalog.stamp, indicator: state.indicator, level, period: year, edition };
    const classes = { ...query, method: methodShown(state), classes: state.classes, breaks: state.breaks };
    this.read("shown", JSON.stringify(classes), again, async () => {
      const [values, found] = await Promise.all([this.api.values(query), this.api.classes(classes)]);
      return { values, classes: found };
    });
    const ground = groundOf(this.current);
    this.read("tiles", `${ground.edition} ${ground.level} ${this.nativeLevel()}`, again, () => this.readTiles());
    this.read("areas", `${ground.edition} ${ground.level}`, again, () => this.api.areas(ground.edition, ground.level));
    this.read("network", "network", again, () => this.api.network());
    this.read("contexts", `${layersShown(this.current).map((one) => one.id).join(" ")} ${state.lang}`, again, () => readContexts(this.api, this.current));
    if (state.network) this.read("places", edition, again, () => this.api.areas(edition, "municipality"));
    this.compute(again);
    if (area === null) {
      this.set({ area: NOTHING, profile: NOTHING, comparisons: NOTHING });
      return;
    }
    this.read("area", `${edition} ${area} ${state.lang}`, again, () => this.readArea(area, edition));
    this.read("profile", `${edition} ${area} ${year}`, again, () => this.api.profile(area, edition, year));
    if (indicatorOf(this.current)?.result) {
      const asked = { indicator: state.indicator, level, period: year, edition, area };
      this.read("comparisons", JSON.stringify(asked), again, () => readComparisons(this.api, catalog.levels, asked));
    } else {
      this.set({ comparisons: NOTHING });
    }
  }

  /** Asks what the view that is open computes. */
  private compute(again: boolean): void {
    const { state, catalog } = this.current;
    if (state.view === "priorities") this.ask("priorities", orderQuestion(state, catalog), again, (question, signal) => this.api.priorities(question, signal));
    if (state.view === "scenario") this.ask("scenario", scenarioQuestion(state, catalog), again, (question, signal) => this.api.scenario(question, signal));
    if (state.view === "incident") this.ask("incident", incidentAsked(state, catalog, this.current.file), again, (asked, signal) => this.api.incident(asked, signal));
    if (state.view === "allocation") this.ask("allocation", allocationQuestion(state, catalog), again, (question, signal) => this.api.allocation(question, signal));
    if (state.view === "social") this.readSocial(again);
    if (state.view === "place") this.readPortrait(again);
  }

  private readSocial(again: boolean): void {
    const { state, catalog } = this.current;
    const { area, edition } = state;
    if (area === null) this.put("social", NOTHING);
    else this.read("social", `${catalog.revision} ${edition} ${area} ${state.lang}`, again, (signal) => this.api.socialSpace(area, edition, signal));
  }

  private readPortrait(again: boolean): void {
    const { state, catalog } = this.current;
    const { area, edition } = state;
    if (area === null) this.put("portrait", NOTHING);
    else this.read("portrait", `${catalog.revision} ${edition} ${area}`, again, (signal) => this.api.portrait(area, edition, signal));
  }

  private ask<K extends LoadedKey, Q>(name: K, question: Q | null, again: boolean, send: (question: Q, signal: AbortSignal) => Promise<Model[K]["value"]>): void {
    const { state, catalog } = this.current;
    if (question === null) this.put(name, NOTHING);
    else this.read(name, `${catalog.revision} ${state.lang} ${JSON.stringify(question)}`, again, (signal) => this.afterPause(name, signal, () => send(question, signal)));
  }

  /** While a slider moves only what it comes to rest on is asked; the first question is asked at once. */
  private async afterPause<T>(name: LoadedKey, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    if (this.current[name].value !== null) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    signal.throwIfAborted();
    return ask();
  }

  private async readArea(code: string, edition: string): Promise<Model["area"]["value"]> {
    try {
      return await this.api.area(code, edition);
    } catch (error) {
      // An area that this edition does not have is a matter of the address, not a fault of the server.
      if (!(error instanceof RequestFailure) || error.status !== 404) throw error;
      this.set({ notices: [...this.current.notices, { key: "area", wanted: code, shown: edition }] });
      return null;
    }
  }

  /** Units that values were recorded on; results of planning are never of coarser ones. */
  private nativeLevel(): string {
    return isPlanning(this.current.state.view) ? groundOf(this.current).level : indicatorOf(this.current)?.nativeLevel ?? "";
  }

  private async readTiles(): Promise<Tiles | null> {
    const { catalog } = this.current;
    const ground = groundOf(this.current);
    const present = catalog.editions.find((one) => one.id === ground.edition)?.levels ?? [];
    const address = (level: string): string | null => present.find((one) => one.level === level)?.tiles ?? null;
    const rank = (level: string): number => catalog.levels.find((one) => one.id === level)?.rank ?? 0;
    const read = async (level: string) => {
      const tiles = address(level);
      return tiles === null ? null : { level, tiles: await this.api.tiles(tiles) };
    };
    const native = this.nativeLevel();
    const coarser = rank(native) < rank(ground.level);
    const districts = rank("district") < rank(ground.level) ? read("district") : null;
    const [areas, border, units] = await Promise.all([read(ground.level), districts, coarser ? read(native) : null]);
    return areas && { revision: catalog.revision, areas, districts: border, native: coarser ? (units ?? "areas") : null };
  }

  /** Reads one thing; what was asked before it is given up, and an answer to that is dropped. */
  private read<K extends LoadedKey>(name: K, key: string, again: boolean, fetch: (signal: AbortSignal) => Promise<Model[K]["value"]>): void {
    const before = this.current[name];
    if (before.key === key && !(again && before.failure)) return;
    this.put(name, { ...before, key, loading: true, failure: null });
    this.stops.get(name)?.abort();
    const stop = new AbortController();
    this.stops.set(name, stop);
    fetch(stop.signal).then(
      (value) => {
        if (this.current[name].key !== key) return;
        this.put(name, { key, loading: false, value, failure: null });
        const revision = revisionOf(value);
        if (revision !== undefined && revision !== this.current.catalog.revision) this.renew();
      },
      (error: unknown) => {
        if (stop.signal.aborted || this.current[name].key !== key) return;
        const failure = asFailure(error);
        this.put(name, { key, loading: false, value: null, failure });
        if (failure.kind === "unreachable") this.connection.fail();
        if (error instanceof RequestFailure && error.problem.endsWith("/unknown-revision")) this.renew();
      },
    );
  }

  /** A part of a view that asks by itself had no answer. */
  missAnswer(): void { this.connection.fail(); }

  /** Asks whether the data were imported anew; a server that does not answer is met by whoever asks next. */
  private lookForNews(): void {
    this.lookedAt = Date.now();
    this.api.revision().then(
      ({ revision, stamp }) => { if (revision !== this.current.catalog.revision || stamp !== this.current.catalog.stamp) this.renew(); },
      () => undefined,
    );
  }

  /** The data were imported anew while the page was open: it goes on with the new revision. */
  private renew(): void {
    this.api.forget();
    this.api.catalog().then(
      (catalog) => {
        const { revision, stamp } = this.current.catalog;
        if (catalog.revision === revision && catalog.stamp === stamp) return;
        const resolved = resolve(this.current.state, catalog);
        if (!resolved) return;
        const renewed: Notice = { key: "renewed", wanted: String(revision), shown: String(catalog.revision) };
        // Numbers of revisions begin anew in a store that was made anew: then the number cannot tell old values from new.
        if (catalog.revision === revision) this.set({ shown: NOTHING });
        this.set({ catalog, tiles: NOTHING, areas: NOTHING, places: NOTHING, area: NOTHING, profile: NOTHING, comparisons: NOTHING, network: NOTHING, contexts: NOTHING, priorities: NOTHING, scenario: NOTHING, allocation: NOTHING, incident: NOTHING, social: NOTHING, portrait: NOTHING });
        this.enter(resolved.state, [renewed, ...resolved.notices]);
      },
      // The failure that led here is on the page already, with its own way to try again.
      () => undefined,
    );
  }

  private put(name: LoadedKey, loadable: Loadable<unknown>): void {
    this.set({ [name]: loadable });
  }

  private set(changes: Partial<Model>): void {
    this.current = { ...this.current, ...changes };
    for (const listener of this.listeners) listener(this.current);
  }
}
