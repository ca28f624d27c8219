import { RequestFailure, readJson, requestFile, requestJson, type Asking } from "./client.js";
import { at, inFull, named } from "./root.js";
import type { AllocationAnswer, AllocationQuestion, IncidentAnswer, IncidentAsked, SavedIncident, ScenarioAnswer, ScenarioQuestion } from "./planning-types.js";
import type { Portrait } from "./place-types.js";
import type { SocialSpace } from "./social-types.js";
import type {
  AreaDetail,
  AreaEntry,
  Catalog,
  ComparisonAnswer,
  Classification,
  Config,
  Lang,
  NetworkAnswer,
  PrioritiesAnswer,
  PriorityComparison,
  PriorityQuestion,
  PrioritySide,
  Profile,
  TileJson,
  ValuesAnswer,
  WeightSet,
} from "./types.js";

/** Which values: of one indicator, for all areas of a level of an edition, in one period. */
export interface ValuesQuery {
  readonly revision: number;
  readonly stamp: string;
  readonly indicator: string;
  readonly level: string;
  readonly period: string;
  readonly edition: string;
}

export interface ClassesQuery extends ValuesQuery {
  readonly method: string;
  readonly classes: number;
  readonly breaks: readonly number[];
}

/** Which comparison: of an area's value with that of its district, its state or its peers. */
export interface ComparisonQuery extends Omit<ValuesQuery, "revision" | "stamp"> {
  readonly area: string;
  readonly with: "district" | "state" | "peers";
}

/** Paths of the API as the page asks for them; every one lies on its own server. */
export const paths = {
  config: (): string => at("/api/config"),
  catalog: (): string => at("/api/catalog"),
  values: (q: ValuesQuery, format: "json" | "csv" = "json"): string =>
    at(`/api/revisions/${q.revision}/indicators/${encodeURIComponent(q.indicator)}/values?${query({ level: q.level, period: q.period, edition: q.edition, format, stamp: q.stamp })}`),
  classes: (q: ClassesQuery): string =>
    at(`/api/classify?${query({
      revision: String(q.revision),
      stamp: q.stamp,
      indicator: q.indicator,
      level: q.level,
      period: q.period,
      edition: q.edition,
      method: q.method,
      ...(q.method === "manual" ? { breaks: q.breaks.join(",") } : { classes: String(q.classes) }),
    })}`),
  areas: (edition: string, level: string): string => at(`/api/areas?${query({ edition, level, limit: "20000" })}`),
  search: (text: string, edition: string): string => at(`/api/areas?${query({ q: text, edition, limit: "12" })}`),
  area: (code: string, edition: string): string => at(`/api/areas/${encodeURIComponent(code)}?${query({ edition })}`),
  profile: (code: string, edition: string, period: string): string =>
    at(`/api/areas/${encodeURIComponent(code)}/profile?${query({ edition, period })}`),
  comparison: (q: ComparisonQuery): string =>
    at(`/api/comparisons?${query({ indicator: q.indicator, level: q.level, period: q.period, edition: q.edition, area: q.area, with: q.with })}`),
  network: (): string => at("/api/network"),
  incidents: (): string => at("/api/incidents"),
  weightSets: (): string => at("/api/weight-sets"),
  priorityComparison: (): string => at("/api/priorities/comparison"),
  socialSpace: (code: string, edition: string): string => at(`/api/social-space/${encodeURIComponent(code)}?${query({ edition })}`),
  portrait: (code: string, edition: string): string => at(`/api/areas/${encodeURIComponent(code)}/portrait?${query({ edition })}`),
  measures: (code: string, edition: string): string => at(`/api/measures?${query({ area: code, edition, format: "csv" })}`),
  allocations: (): string => at("/api/allocations"),
  scenarios: (): string => at("/api/scenarios"),
  priorities: (): string => at("/api/priorities"),
  /** Page for people: how a result was computed. */
  method: (indicator: string, period: string): string => at(`/docs/methods/${encodeURIComponent(indicator)}?${query({ period })}`),
};

const posting = (question: unknown) => ({ method: "POST", body: JSON.stringify(question), headers: { "Content-Type": "application/json" } });

/** With a file the question goes as a form, whose header the browser writes itself. */
export function postingIncident({ question, file }: IncidentAsked): Asking {
  if (!file) return posting(question);
  const body = new FormData();
  body.append("question", JSON.stringify(question));
  body.append("area", file.file, file.file.name);
  return { method: "POST", body };
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString();
}

export interface RadarApi {
  config(): Promise<Config>;
  catalog(): Promise<Catalog>;
  values(q: ValuesQuery): Promise<ValuesAnswer>;
  classes(q: ClassesQuery): Promise<Classification>;
  areas(edition: string, level: string): Promise<readonly AreaEntry[]>;
  search(text: string, edition: string, signal: AbortSignal): Promise<readonly AreaEntry[]>;
  area(code: string, edition: string): Promise<AreaDetail>;
  profile(code: string, edition: string, period: string): Promise<Profile>;
  /** Null if the area has nobody of that kind to be compared with. */
  comparison(q: ComparisonQuery): Promise<ComparisonAnswer | null>;
  network(): Promise<NetworkAnswer>;
  priorities(question: PriorityQuestion, signal: AbortSignal): Promise<PrioritiesAnswer>;
  incident(asked: IncidentAsked, signal: AbortSignal): Promise<IncidentAnswer>;
  /** The situation sheet, or the numbers for other programs. */
  incidentFile(asked: IncidentAsked, format: "html" | "csv" | "geojson"): Promise<Blob>;
  savedIncidents(): Promise<readonly SavedIncident[]>;
  weightSets(): Promise<readonly WeightSet[]>;
  comparePriorities(a: PrioritySide, b: PrioritySide, signal: AbortSignal): Promise<PriorityComparison>;
  allocation(question: AllocationQuestion, signal: AbortSignal): Promise<AllocationAnswer>;
  /** Asked anew each time: measures change without a new revision. */
  socialSpace(code: string, edition: string, signal: AbortSignal): Promise<SocialSpace>;
  /** Asked anew each time: contacts change without a new revision. */
  portrait(code: string, edition: string, signal: AbortSignal): Promise<Portrait>;
  scenario(question: ScenarioQuestion, signal: AbortSignal): Promise<ScenarioAnswer>;
  tiles(address: string): Promise<TileJson>;
  /** Whether the server answers at all. */
  answers(): Promise<boolean>;
  /** The revision that the server has now, whatever was read before. */
  revision(): Promise<Pick<Catalog, "revision" | "stamp">>;
  /** Reads everything anew from now on. */
  forget(): void;
}

/** Reads the API; what was read once is kept as long as the page is open (a failure is not). */
export function radarApi(lang: () => Lang): RadarApi {
  const kept = new Map<string, Promise<unknown>>();
  const keep = <T>(path: string): Promise<T> => {
    const known = kept.get(path);
    if (known) return known as Promise<T>;
    const made = readJson(path, lang());
    kept.set(path, made);
    made.catch(() => kept.delete(path));
    return made as Promise<T>;
  };
  const ask = async (path: string, question: unknown, signal: AbortSignal): Promise<unknown> => {
    return (await requestJson(path, lang(), { ...posting(question), signal })).body;
  };
  return {
    config: () => keep<Config>(paths.config()),
    catalog: () => keep<Catalog>(paths.catalog()),
    values: async (q) => checkValues(await keep<ValuesAnswer>(paths.values(q))),
    classes: async (q) => checkClasses(await keep<Classification>(paths.classes(q))),
    areas: async (edition, level) => (await keep<{ areas: AreaEntry[] }>(paths.areas(edition, level))).areas,
    search: async (text, edition, signal) =>
      ((await readJson(paths.search(text, edition), lang(), signal)) as { areas: AreaEntry[] }).areas,
    area: (code, edition) => keep<AreaDetail>(paths.area(code, edition)),
    profile: (code, edition, period) => keep<Profile>(paths.profile(code, edition, period)),
    comparison: async (q) => {
      try {
        return await keep<ComparisonAnswer>(paths.comparison(q));
      } catch (error) {
        if (error instanceof RequestFailure && error.status === 400) return null;
        throw error;
      }
    },
    priorities: async (question, signal) => (await ask(paths.priorities(), question, signal)) as PrioritiesAnswer,
    incident: async (asked, signal) => (await requestJson(paths.incidents(), lang(), { ...postingIncident(asked), signal })).body as IncidentAnswer,
    incidentFile: (asked, format) => requestFile(`${paths.incidents()}?${query({ format, lang: lang() })}`, lang(), postingIncident(asked)),
    savedIncidents: async () => ((await readJson(paths.incidents(), lang())) as { incidents: SavedIncident[] }).incidents,
    weightSets: async () => ((await readJson(paths.weightSets(), lang())) as { weightSets: WeightSet[] }).weightSets,
    comparePriorities: async (a, b, signal) => (await ask(paths.priorityComparison(), { a, b }, signal)) as PriorityComparison,
    allocation: async (question, signal) => (await ask(paths.allocations(), question, signal)) as AllocationAnswer,
    scenario: async (question, signal) => (await ask(paths.scenarios(), question, signal)) as ScenarioAnswer,
    socialSpace: async (code, edition, signal) => (await readJson(paths.socialSpace(code, edition), lang(), signal)) as SocialSpace,
    portrait: async (code, edition, signal) => (await readJson(paths.portrait(code, edition), lang(), signal)) as Portrait,
    network: () => keep<NetworkAnswer>(paths.network()),
    answers: () => fetch(at("/health/live"), { cache: "no-store" }).then((response) => response.ok, () => false),
    revision: async () => (await readJson(paths.catalog(), lang())) as Catalog,
    forget: () => { kept.clear(); },
    tiles: async (address) => onOwnHost(await keep<TileJson>(named(address))),
  };
}

/** Columns of unequal length would colour areas with their neighbours' values: better nothing than that. */
export function checkValues(answer: ValuesAnswer): ValuesAnswer {
  const n = answer.codes.length;
  const columns = [answer.values.length, answer.status.length, answer.lower?.length ?? n, answer.upper?.length ?? n, answer.respondents?.length ?? n];
  if (columns.some((length) => length !== n)) throw new RequestFailure("unreadable", 200, "", "");
  return answer;
}

export function checkClasses(answer: Classification): Classification {
  const ascending = answer.breaks.every((value, i) => i === 0 || value >= (answer.breaks[i - 1] ?? value));
  if (!ascending || answer.counts.length !== Math.max(0, answer.breaks.length - 1)) throw new RequestFailure("unreadable", 200, "", "");
  return answer;
}

/** Tiles come from the page's own server. Their address must be whole, as the map's worker has no page to resolve it against. */
export function onOwnHost(tiles: TileJson, root?: string, origin?: string): TileJson {
  return { ...tiles, tiles: tiles.tiles.map((address) => inFull(named(address, root), origin)) };
}
