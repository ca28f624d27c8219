import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Milestone, TileJson } from "../../src/api/types.js";
import { parseHex } from "../../src/colour/oklab.js";
import { AREA_PARTS, POINT_PARTS, UNTOLD, changedParts, stateOf } from "../../src/map/area-state.js";
import { AreaStates, type StateTaker } from "../../src/map/area-states.js";
import { chooseLabels, type LabelCandidate } from "../../src/map/labels.js";
import { SIGNS, areaLooks, isCoarser, signsIn, statusCounts, type AreaLook } from "../../src/map/looks.js";
import { milestoneMark } from "../../src/map/marks.js";
import { networkPoints } from "../../src/map/network-points.js";
import { backHatching, brokenHatching, dots, hatching, type Pattern } from "../../src/map/patterns.js";
import type { MapInput } from "../../src/map/map-types.js";
import { AREAS, MARKS, MARK_LAYERS, PLAIN_MANNER, buildStyle, type Manner, type Structure } from "../../src/map/style.js";
import { DARK, LIGHT, type MapTheme } from "../../src/map/theme.js";
import { fewCount, fewLetters, widthBounds, widthCounts, widthOf } from "../../src/map/uncertainty.js";
import { answer } from "./samples.js";

const tiles = (...layers: string[]): TileJson => ({
  tiles: ["http://localhost/tiles/7/2023/x/{z}/{x}/{y}.mvt"],
  minzoom: 0,
  maxzoom: 12,
  bounds: [11, 50, 15, 52],
  vector_layers: layers.map((id) => ({ id })),
});
const areas = { level: "municipality", tiles: tiles("municipality", "municipality_points") };
const districts = { level: "district", tiles: tiles("district") };
const plain: Structure = { areas, districts, native: null, background: null, network: false, drawing: false, contexts: [] };

const NONE: ReadonlySet<never> = new Set<never>();

describe("style", () => {
  const structures: Record<string, Structure> = {
    plain,
    "with everything": { ...plain, native: districts, network: true, background: { tiles: ["http://localhost/{z}/{x}/{y}.png"], attribution: "©" } },
    "coarser unit without tiles": { ...plain, native: "areas" },
    "districts alone": { ...plain, areas: districts, districts: null },
  };
  for (const [name, structure] of Object.entries(structures)) {
    for (const theme of [LIGHT, DARK]) {
      for (const live of [NONE, new Set(SIGNS)] as const) {
        test(`${name}, ${theme === DARK ? "dark" : "light"}, ${live.size} live signs: valid after the style specification`, () => {
          assert.deepEqual(validateStyleMin(buildStyle(structure, theme, PLAIN_MANNER, live)).map((error) => error.message), []);
        });
      }
    }
  }

  test("no fonts and no sprite: nothing is asked from outside", () => {
    const style = JSON.stringify(buildStyle(structures["with everything"]!, LIGHT));
    assert.doesNotMatch(style, /glyphs|sprite|text-field/);
  });

  test("another theme changes the paint alone: sources stay, so no tile is fetched", () => {
    const before = buildStyle(plain, LIGHT);
    const after = buildStyle(plain, DARK);
    assert.deepEqual(after.sources, before.sources);
    assert.deepEqual(after.layers.map((layer) => layer.id), before.layers.map((layer) => layer.id));
  });

  test("codes are the ids of areas and of areas shown as points", () => {
    const source = buildStyle(plain, LIGHT).sources[AREAS] as { promoteId: unknown };
    assert.deepEqual(source.promoteId, { municipality: "code", municipality_points: "code" });
  });
});

const plainly = { computed: null, widths: null, few: NONE };

describe("looks of areas", () => {
  const look = { missing: false, withheld: false, imprecise: false, pale: false, modelled: false, converted: false, wide: false, widest: false, few: false };

  test("class, suppression and conversion", () => {
    const looks = areaLooks(answer(), [10, 20, 30], plainly);
    assert.deepEqual(looks.get("14001001"), { ...look, cls: 0 });
    assert.deepEqual(looks.get("14001002"), { ...look, cls: -1, withheld: true });
    assert.deepEqual(looks.get("14001003"), { ...look, cls: 1, converted: true });
  });

  test("missing values are hatched, never coloured", () => {
    const looks = areaLooks(answer({ values: [10, null, null], status: "RUO" }), [10, 20], plainly);
    for (const code of ["14001002", "14001003"]) assert.equal(looks.get(code)?.missing, true);
  });

  test("limited precision is pale, a modelled value outlined", () => {
    const looks = areaLooks(answer({ values: [10, 20, 30], status: "LER" }), [10, 30], plainly);
    assert.equal(looks.get("14001001")?.pale, true);
    assert.equal(looks.get("14001002")?.modelled, true);
  });

  test("too imprecise to show is another sign than suppressed", () => {
    assert.deepEqual(areaLooks(answer({ values: [10, null, null], status: "RIS" }), [10, 20], plainly).get("14001002"), { ...look, cls: -1, imprecise: true });
  });

  test("every value of a model is outlined, also one of limited precision, but no area without a value", () => {
    const looks = areaLooks(answer({ values: [10, 20, null], status: "LES" }), [10, 30], { ...plainly, computed: "model" });
    assert.deepEqual([...looks.values()].map((one) => one.modelled), [true, true, false]);
    assert.equal(looks.get("14001001")?.pale, true);
  });

  test("values of a coarser unit are told from values put together", () => {
    assert.equal(isCoarser({ level: "municipality", nativeLevel: "district" }), true);
    assert.equal(isCoarser({ level: "district", nativeLevel: "municipality", aggregated: true }), false);
    assert.equal(isCoarser({ level: "district", nativeLevel: "district" }), false);
  });

  test("statuses are counted", () => {
    assert.deepEqual(statusCounts(answer({ status: "RRC" })), [["R", 2], ["C", 1]]);
  });
});

describe("uncertainty", () => {
  const values = Array.from({ length: 11 }, (_, i) => 10 * i);
  const around = (half: number) => ({ lower: values.map((value) => value - half), upper: values.map((value) => value + half) });
  const wide = answer({ codes: values.map(String), values, status: "E".repeat(11), ...around(0) });

  test("widths are measured by the range of the middle four fifths", () => {
    assert.deepEqual(widthBounds(wide), { wide: 40, widest: 80 });
    assert.equal(widthBounds(answer()), null);
  });

  test("a bound itself is not yet beyond it", () => {
    const bounds = { wide: 40, widest: 80 };
    assert.deepEqual([40, 41, 80, 81].map((width) => widthOf(0, width, bounds)), ["narrow", "wide", "wide", "widest"]);
    assert.equal(widthOf(null, null, bounds), "narrow");
  });

  test("areas pale only while uncertainty shows", () => {
    const shown = { ...wide, ...around(30) };
    const bounds = widthBounds(shown);
    assert.equal(areaLooks(shown, [0, 100], plainly).get("0")?.wide, false);
    assert.deepEqual(areaLooks(shown, [0, 100], { ...plainly, widths: bounds }).get("0"), { ...areaLooks(shown, [0, 100], plainly).get("0"), wide: true });
    assert.deepEqual(widthCounts(shown, bounds!), { narrow: 0, wide: 11, widest: 0 });
  });
});

describe("few respondents", () => {
  const asked = answer({ values: [10, null, 30], respondents: "a-b", respondentClasses: { "-": "", a: "20-49", b: "50-99", e: "250+" } });

  test("classes below fifty are few, open ones never", () => {
    assert.deepEqual([...fewLetters(asked)], ["a"]);
    assert.equal(fewLetters({ respondentClasses: null }).size, 0);
    assert.equal(fewCount(asked, fewLetters(asked)), 1);
  });

  test("areas get their sign only while uncertainty shows", () => {
    const looks = areaLooks(asked, [0, 100], { ...plainly, few: fewLetters(asked) });
    assert.deepEqual([...looks.values()].map((one) => one.few), [true, false, false]);
    assert.equal(areaLooks(asked, [0, 100], plainly).get("14001001")?.few, false);
  });
});

/** Names of the paint properties that ask for the state of each area, by layer. */
const asking = (style: ReturnType<typeof buildStyle>): string[] =>
  style.layers.flatMap(({ id, paint }) => Object.entries(paint ?? {}).flatMap(([name, value]) => (JSON.stringify(value).includes("feature-state") ? [`${id} ${name}`] : [])));

describe("manner of drawing", () => {
  const paint = (id: string, manner: Manner): unknown => buildStyle(plain, LIGHT, manner).layers.find((layer) => layer.id === id)?.paint;

  test("transparency thins colours and patterns alike, and leaves borders as they are", () => {
    const half = { ...PLAIN_MANNER, transparency: 50 };
    for (const id of ["areas-fill", "areas-withheld", "areas-land"]) assert.equal((paint(id, half) as Record<string, unknown>)["fill-layer-opacity"], 0.5, id);
    assert.deepEqual(paint("areas-border", half), paint("areas-border", PLAIN_MANNER));
    assert.deepEqual(validateStyleMin(buildStyle(plain, LIGHT, half)).map((error) => error.message), []);
  });

  test("transparency, theme, selection and signs change nothing that asks for the state of areas: no tile is laid out anew", () => {
    const live = new Set(SIGNS);
    const stated = (theme: MapTheme, manner: Manner): string => JSON.stringify(buildStyle({ ...plain, areas: districts }, theme, manner, live).layers.map(({ paint }) => Object.entries(paint ?? {}).filter(([, value]) => JSON.stringify(value).includes("feature-state"))));
    for (const manner of [{ ...PLAIN_MANNER, transparency: 50 }, { ...PLAIN_MANNER, selected: false, hovered: false }, { ...PLAIN_MANNER, signs: NONE }, { ...PLAIN_MANNER, land: false }]) {
      assert.equal(stated(LIGHT, manner), stated(LIGHT, PLAIN_MANNER));
    }
    assert.equal(stated(DARK, PLAIN_MANNER), stated(LIGHT, PLAIN_MANNER));
    const points = (manner: Manner): unknown => Object.entries(paint("areas-points", manner) as object).filter(([, value]) => JSON.stringify(value).includes("feature-state"));
    assert.deepEqual(points({ ...PLAIN_MANNER, transparency: 50 }), points(PLAIN_MANNER));
  });

  test("only layers of signs that areas carry ask for their states", () => {
    const always = ["areas-fill fill-color", "areas-hover line-opacity", "areas-selected-halo line-opacity", "areas-selected line-opacity", "areas-points circle-radius", "areas-points circle-color", "areas-points circle-stroke-width"];
    assert.deepEqual(asking(buildStyle(plain, LIGHT, PLAIN_MANNER, NONE)), always);
    const more = asking(buildStyle(plain, LIGHT, PLAIN_MANNER, new Set(["withheld", "modelled"] as const)));
    assert.deepEqual(more.filter((one) => !always.includes(one)), ["areas-withheld fill-opacity", "areas-modelled line-opacity"]);
  });

  test("outlines of marked areas ask a source that no colour is told to, and no tile of it before the first is marked", () => {
    const layers = buildStyle(plain, LIGHT).layers.flatMap((one) => (one.type === "line" ? [one] : []));
    const outlines = layers.filter(({ paint }) => /"(selected|hover)"/.test(JSON.stringify(paint)));
    assert.deepEqual(outlines.map(({ id }) => id), [...MARK_LAYERS]);
    assert.deepEqual(outlines.map(({ source, layout }) => [source, layout?.visibility]), MARK_LAYERS.map(() => [MARKS, "none"]));
    assert.deepEqual(layers.filter(({ source }) => source === MARKS).length, outlines.length);
  });

  test("borders of districts go without another layer or source", () => {
    const off = buildStyle(plain, LIGHT, { ...PLAIN_MANNER, borders: false });
    assert.deepEqual(off.sources, buildStyle(plain, LIGHT).sources);
    assert.equal((off.layers.find((layer) => layer.id === "districts-border")?.paint as Record<string, unknown>)["line-layer-opacity"], 0);
  });

  test("a layer whose sign no area carries is not drawn", () => {
    const few = signsIn(areaLooks(answer(), [10, 20, 30], plainly));
    assert.deepEqual([...few].sort(), ["converted", "withheld"]);
    const opacity = (id: string): unknown => Object.entries(paint(id, { ...PLAIN_MANNER, signs: few, selected: false, hovered: false }) ?? {}).find(([name]) => name.endsWith("-layer-opacity"))?.[1];
    for (const id of ["areas-missing", "areas-imprecise", "areas-wide", "areas-few", "areas-modelled", "areas-selected", "areas-hover"]) assert.equal(opacity(id), 0, id);
    for (const id of ["areas-withheld", "areas-converted", "areas-fill"]) assert.equal(opacity(id), 1, id);
    assert.deepEqual(validateStyleMin(buildStyle(plain, LIGHT, { ...PLAIN_MANNER, signs: few })).map((error) => error.message), []);
    assert.equal((paint("areas-land", { ...PLAIN_MANNER, land: false }) as Record<string, unknown>)["fill-layer-opacity"], 0);
  });
});

describe("states of areas", () => {
  const looks = areaLooks(answer(), [10, 20, 30], plainly);
  const colours = ["#204060", "#6080a0"];
  const input = { looks, colours, theme: LIGHT, selected: null, hovered: null, highlight: null, chosen: null } satisfies Partial<MapInput>;
  const only = (code: string, look: Partial<AreaLook>, more: Partial<MapInput> = {}) => stateOf(code, { ...input, ...more, looks: new Map([[code, { ...looks.get("14001001")!, ...look }]]) });

  test("the colour of the class, whatever the theme", () => {
    assert.equal(stateOf("14001001", input).fill, "#204060");
    assert.equal(stateOf("14001001", { ...input, theme: DARK }).fill, "#204060");
    assert.equal(stateOf("elsewhere", input).fill, UNTOLD.fill);
    assert.equal(stateOf("elsewhere", input).dot, LIGHT.land);
  });

  test("areas of other classes are land without signs, still selected where they were", () => {
    const chosen = { ...input, selected: "14001003", chosen: new Set(["14001001"]) };
    assert.equal(stateOf("14001001", chosen).fill, "#204060");
    const { fill, converted, selected } = stateOf("14001003", chosen);
    assert.deepEqual([fill, converted, selected], [UNTOLD.fill, 0, 1]);
    assert.equal(stateOf("14001002", chosen).withheld, 0);
  });

  test("what is uncertain pales towards the surroundings; what does not stand out fades", () => {
    assert.equal(only("a", { pale: true }).fill, "#8496a5", "half of the colour, half of the grey");
    assert.equal(only("a", { wide: true, widest: true }).fill, "#acb8c0");
    assert.notEqual(only("a", { few: true }).fill, only("a", { few: true }, { theme: DARK }).fill);
    assert.equal(only("a", {}, { highlight: new Set() }).fill, "rgba(32,64,96,0.22)");
    assert.deepEqual([only("a", { modelled: true }).modelled, only("a", { modelled: true }, { highlight: new Set() }).modelled], [0.7, 0.175]);
  });

  test("points say in their colour what areas say with hatching", () => {
    assert.equal(only("a", { withheld: true, cls: -1 }).dot, LIGHT.withheld.line);
    assert.equal(only("a", { missing: true, cls: -1 }).dot, LIGHT.missing.line);
    assert.equal(only("a", {}, { highlight: new Set() }).dot, "rgba(32,64,96,0.25)");
  });

  test("a change of class tells the map the colour and nothing else; no change tells it nothing", () => {
    const [before, after] = [only("a", { cls: 0 }), only("a", { cls: 1 })];
    assert.deepEqual(changedParts(before, after, AREA_PARTS), { fill: "#6080a0" });
    assert.deepEqual(changedParts(before, after, POINT_PARTS), { dot: "#6080a0" });
    assert.equal(changedParts(before, { ...before }, AREA_PARTS), null);
    assert.equal(changedParts(UNTOLD, stateOf("elsewhere", input), AREA_PARTS), null, "land needs no word");
  });
});

describe("joining states to areas", () => {
  const looks = areaLooks(answer(), [10, 20, 30], plainly);
  const input = { structure: plain, looks, colours: ["#204060", "#6080a0"], theme: LIGHT, selected: null, hovered: null, highlight: null, chosen: null };
  const said: string[] = [];
  const told = {
    setFeatureState: ({ source, sourceLayer, id }, state): void => {
      const what = source === MARKS ? "outline" : sourceLayer === "municipality" ? "area" : "point";
      said.push(`${what} ${id} ${Object.keys(state).join()}`);
    },
  } satisfies StateTaker;
  const after = (states: AreaStates, next: Parameters<AreaStates["apply"]>[0]): string[] => {
    said.length = 0;
    states.apply(next, told);
    return [...said];
  };

  test("only what is new of an area is said, once", () => {
    const states = new AreaStates();
    assert.equal(after(states, input).length, 2 * looks.size, "each as area and as point");
    assert.deepEqual(after(states, input), []);
    assert.deepEqual(after(states, { ...input, looks: new Map(looks), colours: [...input.colours] }), [], "the same values once more change nothing");
    assert.deepEqual(after(states, { ...input, hovered: "14001001" }), ["outline 14001001 hover", "point 14001001 hover"]);
    assert.deepEqual(after(states, { ...input, selected: "14001002" }), ["outline 14001001 hover", "point 14001001 hover", "outline 14001002 selected", "point 14001002 selected"]);
    assert.deepEqual(after(states, { ...input, selected: "14001002", colours: ["#000000", "#6080a0"] }), ["area 14001001 fill", "point 14001001 dot"]);
  });

  test("areas without tiles of points are told as areas alone; a new style is told all", () => {
    const states = new AreaStates();
    const large = { ...input, structure: { ...plain, areas: { level: "municipality", tiles: tiles("municipality") } } };
    assert.equal(after(states, large).length, looks.size);
    states.forget();
    assert.equal(after(states, large).length, looks.size);
  });
});

describe("patterns", () => {
  const pixel = (pattern: Pattern, x: number, y: number): number[] => [...pattern.data.slice((y * pattern.width + x) * 4, (y * pattern.width + x) * 4 + 4)];
  for (const [name, pattern] of [
    ["hatching", hatching(16, 8, 3, "#000000", "#ffffff")],
    ["broken hatching", brokenHatching(32, 16, 3, "#000000", "#ffffff")],
    ["hatching the other way", backHatching(32, 16, 3, "#000000", "#ffffff")],
  ] as const) {
    test(`${name} has lines and ground, and repeats without a seam`, () => {
      const { width } = pattern;
      const dark = Array.from({ length: width * width }, (_, i) => pixel(pattern, i % width, Math.floor(i / width))[0] === 0).filter(Boolean).length;
      assert.ok(dark > 0.05 * width * width && dark < 0.5 * width * width);
      const wrap = (n: number): number => ((n % width) + width) % width;
      // One step along a diagonal across the edge meets the same diagonal again.
      assert.deepEqual(pixel(pattern, wrap(-1), 1), pixel(pattern, wrap(width - 1), 1));
    });
  }

  test("the two hatchings run across each other", () => {
    const [one, other] = [hatching(16, 8, 3, "#000000", "#ffffff"), backHatching(16, 8, 3, "#000000", "#ffffff")];
    assert.deepEqual([pixel(one, 1, 7)[0], pixel(one, 2, 6)[0], pixel(other, 1, 1)[0], pixel(other, 2, 2)[0]], [0, 0, 0, 0]);
    assert.deepEqual([pixel(one, 3, 3)[0], pixel(other, 0, 4)[0]], [255, 255]);
  });

  test("dots leave most of the colour below to see", () => {
    const { data } = dots(32, 8, 3, "#ffffff");
    const covered = data.filter((_, i) => i % 4 === 3 && data[i] === 255).length / (32 * 32);
    assert.ok(covered > 0.03 && covered < 0.2, String(covered));
  });

  test("without a ground the map shows through", () => {
    assert.equal(pixel(hatching(16, 8, 4, "#000000", null), 5, 0)[3], 0);
  });

  test("what happened is filled, what was known by then is hollow", () => {
    const middle = (shape: "disc" | "diamond"): number => pixel(milestoneMark(shape, parseHex("#000000"), parseHex("#ffffff")), 18, 18)[0]!;
    assert.equal(middle("disc"), 0);
    assert.equal(middle("diamond"), 255);
  });
});

describe("network points", () => {
  const milestone = (code: string, means: Milestone["means"]): Milestone => ({ code, name: code, level: "municipality", kind: "k", date: "2021", precision: "year", means, note: null, source: "s" });
  const centres = new Map([["a", [12, 51] as const], ["b", [13, 51] as const]]);

  test("one mark per town and meaning, side by side where both are", () => {
    const points = networkPoints([milestone("a", "happened"), milestone("a", "happened"), milestone("a", "known_by"), milestone("b", "known_by")], centres);
    assert.deepEqual(points.map((point) => [point.code, point.means, point.offset[0]]), [["a", "happened", -8], ["a", "known_by", 8], ["b", "known_by", 0]]);
  });

  test("a town that is not on the map has no mark", () => {
    assert.deepEqual(networkPoints([milestone("gone", "happened")], centres), []);
  });
});

describe("names on the map", () => {
  const label = (code: string, x: number, more: Partial<LabelCandidate> = {}): LabelCandidate => ({ code, text: code, x, y: 0, room: 100, width: 60, always: false, ...more });

  test("names do not overlap; the wider area wins", () => {
    assert.deepEqual(chooseLabels([label("small", 0), label("wide", 20, { room: 200 }), label("far", 200)], 9).map((one) => one.code), ["wide", "far"]);
  });

  test("the selected area keeps its name even when it is small", () => {
    const chosen = chooseLabels([label("wide", 0, { room: 200 }), label("chosen", 10, { room: 3, always: true })], 9);
    assert.deepEqual(chosen.map((one) => one.code), ["chosen"]);
  });

  test("no name where there is no room, and never more than the limit", () => {
    assert.deepEqual(chooseLabels([label("tight", 0, { room: 20 })], 9), []);
    assert.equal(chooseLabels([0, 1, 2, 3].map((i) => label(String(i), i * 100)), 2).length, 2);
  });
});
