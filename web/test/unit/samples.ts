import type { Catalog, Classification, Config, Indicator, ValuesAnswer } from "../../src/api/types.js";
import { NOTHING, type Loadable, type Model } from "../../src/app/model.js";
import type { Radar } from "../../src/app/radar.js";
import { resolve } from "../../src/state/resolve.js";
import type { Wish } from "../../src/state/view-state.js";

/** Small, hand-made answers in the shapes of the API, for tests of pure functions. */

const pair = (text: string) => ({ de: text, en: `${text} (en)` });

export const PERCENT = { id: "percent", symbol: { de: "%", en: "%" } };
export const PERSONS = { id: "persons", symbol: { de: "Personen", en: "persons" } };

export function indicator(id: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    name: pair(id),
    description: pair(`${id} beschrieben`),
    unit: PERCENT,
    decimals: 1,
    polarity: "neutral",
    kind: "rate",
    middle: null,
    theme: "people",
    dataset: "survey",
    nativeLevel: "municipality",
    nativeEdition: "2023",
    formula: null,
    levels: ["municipality", "district"],
    editions: ["2016", "2023"],
    periods: ["2018", "2020", "2023"],
    example: false,
    result: null,
    ...more,
  };
}

const level = (id: string, rank: number, group = false) => ({ id, name: pair(id), plural: pair(`${id}s`), rank, group });
const inEdition = (id: string) => ({ level: id, areas: 3, withoutGeometry: 0, bbox: [11, 50, 15, 52] as const, tiles: `/tiles/${id}.json`, within: null });
const edition = (id: string) => ({
  id,
  validFrom: `${id}-01-01`,
  title: pair(`Gebietsstand ${id}`),
  dataset: "borders",
  levels: [inEdition("municipality"), inEdition("district"), inEdition("council")],
});
const dataset = (id: string, example: boolean) => ({
  id,
  title: pair(id),
  publisher: `Amt ${id}`,
  licence: { id: "dl-de/by-2-0", title: "Datenlizenz", url: "https://example.org/licence" },
  attribution: `© ${id}`,
  vintage: "2023-12-31",
  example,
  files: [],
  importedAt: "2026-01-01T00:00:00Z",
});

export const CATALOG: Catalog = {
  revision: 7,
  stamp: "s7",
  example: true,
  defaultEdition: "2023",
  population: "population",
  editions: [edition("2016"), edition("2023")],
  levels: [level("municipality", 50), level("district", 30), level("council", 45, true)],
  themes: [{ id: "people", name: pair("people") }],
  datasets: [dataset("borders", false), dataset("survey", false), dataset("invented", true)],
  indicators: [
    indicator("population", { kind: "extensive", unit: PERSONS, decimals: 0 }),
    indicator("share"),
    indicator("balance", { middle: 0 }),
    indicator("old", { editions: ["2016"], periods: ["2018"], levels: ["district"] }),
    indicator("asked", { kind: "intensive", result: { kind: "survey", method: "/api/methods/asked?period=2023" } }),
    indicator("predicted", { kind: "intensive", polarity: "positive", result: { kind: "model", method: "/api/methods/predicted?period=2023" } }),
    indicator("made_up", { example: true, dataset: "invented" }),
  ],
  layers: [
    { id: "shelters", title: pair("shelters"), geometry: "point", role: "facility", facility: "shelter", nameAttribute: "name", dataset: "example", example: true, attribution: "invented", tiles: "/tiles/shelters.json" },
    { id: "flood", title: pair("flood"), geometry: "polygon", role: "hazard", facility: null, nameAttribute: null, dataset: "real", example: false, attribution: "© Amt", tiles: "/tiles/flood.json" },
  ],
};

/** Three municipalities of one district: a value, a suppressed one, a converted one. */
export function answer(more: Partial<ValuesAnswer> = {}): ValuesAnswer {
  return {
    revision: 7,
    indicator: "share",
    edition: "2023",
    level: "municipality",
    period: "2023",
    unit: PERCENT,
    decimals: 1,
    nativeLevel: "municipality",
    nativeEdition: "2023",
    dataset: "survey",
    example: false,
    attribution: "© survey",
    vintage: "2023-12-31",
    publisher: "Amt",
    statuses: { R: "reported" },
    codes: ["14001001", "14001002", "14001003"],
    values: [10, null, 30],
    lower: null,
    upper: null,
    status: "RSC",
    respondents: null,
    respondentClasses: null,
    reference: {
      state: { code: "14", name: "Sachsen", value: 20, status: "R" },
      districts: { "14001": { name: "Musterland", value: 10.2, status: "R" } },
    },
    ...more,
  };
}

export const CLASSES: Classification = { method: "equal", breaks: [10, 20, 30], counts: [1, 1], n: 2, missing: 1, goodnessOfVarianceFit: 1 };

const CONFIG: Config = { title: pair("Sozialradar"), background: null, languages: ["de", "en"], version: "1", legal: { imprint: null, privacy: null, accessibility: null }, embeddable: false };

export const loaded = <T>(value: T, key = "k"): Loadable<T> => ({ key, loading: false, value, failure: null });

const area = (code: string, name: string) => ({
  code,
  name,
  designation: "Gemeinde",
  level: "municipality",
  edition: "2023",
  district: { code: "14001", name: "Musterland" },
  bbox: [12, 51, 12.2, 51.2] as const,
  center: [12.1, 51.1] as const,
});

export const AREAS = [area("14001001", "Ahausen"), area("14001002", "Bedorf"), area("14001003", "Ceberg")];

export function model(wish: Wish = {}, values: Partial<ValuesAnswer> = {}, more: Partial<Model> = {}): Model {
  const resolved = resolve({ indicator: "share", ...wish }, CATALOG);
  if (!resolved) throw new Error("the sample catalogue has indicators");
  // Tests bring models and layers of their own, which the catalogue above does not name.
  const { prediction = null, changes = [], place = null } = wish;
  return {
    config: CONFIG,
    catalog: CATALOG,
    state: { ...resolved.state, prediction, changes, place },
    notices: resolved.notices,
    complaints: [],
    shown: loaded({ values: answer({ indicator: resolved.state.indicator, ...values }), classes: CLASSES }),
    tiles: NOTHING,
    areas: loaded(AREAS, "2023 municipality"),
    places: NOTHING,
    area: NOTHING,
    profile: NOTHING,
    portrait: NOTHING,
    comparisons: NOTHING,
    network: NOTHING,
    contexts: NOTHING,
    priorities: NOTHING,
    scenario: NOTHING,
    allocation: NOTHING,
    social: NOTHING,
    incident: NOTHING,
    draft: null,
    file: null,
    hover: null,
    feature: null,
    pointed: null,
    outlined: null,
    sheet: "none",
    mapFailure: null,
    mapBehind: false,
    dark: false,
    embedded: false,
    away: false,
    ...more,
  };
}

/** Views ask the radar only for addresses while they are drawn. */
export const ADDRESSES = { addressOf: () => "?" } as unknown as Radar;
