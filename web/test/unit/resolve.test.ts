import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adapted, levelsOf, nearestPeriod, resolve } from "../../src/state/resolve.js";
import { CATALOG, indicator } from "./samples.js";

describe("resolve", () => {
  test("an empty address opens the first share, latest year, municipalities, standard edition", () => {
    const found = resolve({}, CATALOG);
    assert.deepEqual(found?.notices, []);
    const { indicator: id, year, level, edition, method, classes, scheme } = found.state;
    assert.deepEqual([id, year, level, edition, method, classes, scheme], ["share", "2023", "municipality", "2023", "quantile", 5, "ylgnbu"]);
  });

  test("an indicator with a meaningful middle opens in colours around it, unless others are asked for", () => {
    const only = { ...CATALOG, indicators: [indicator("change", { middle: 0 })] };
    assert.equal(resolve({}, only)?.state.scheme, "puor");
    assert.equal(resolve({ scheme: "viridis" }, only)?.state.scheme, "viridis");
  });

  test("an unknown indicator is replaced, and the page says so", () => {
    const found = resolve({ indicator: "happiness" }, CATALOG);
    assert.equal(found?.state.indicator, "share");
    assert.deepEqual(found.notices, [{ key: "indicator", wanted: "happiness", shown: "share" }]);
  });

  test("a model, an assumption and a place that are gone are left out with a word: another answer would be taken for theirs", () => {
    const change = { indicator: "share", kind: "relative", value: 10 } as const;
    const found = resolve({ prediction: "vanished", changes: [change, { ...change, indicator: "lost" }], place: { kind: "layer", id: "dry" } }, CATALOG);
    assert.deepEqual([found?.state.prediction, found?.state.changes, found?.state.place], [null, [change], null]);
    assert.deepEqual(found?.notices.map(({ key, wanted }) => [key, wanted]), [["gone", "lost"], ["gone", "vanished"], ["gone", "dry"]]);
    const kept = resolve({ prediction: "share", place: { kind: "point", corners: [[13, 51]] } }, CATALOG);
    assert.deepEqual([kept?.state.prediction, kept?.state.place?.kind, kept?.notices], ["share", "point", []]);
  });

  test("a year, level or edition without values gives way to the nearest that has some", () => {
    const found = resolve({ indicator: "old", year: "2023", level: "municipality", edition: "2023" }, CATALOG);
    assert.deepEqual([found?.state.year, found?.state.level, found?.state.edition], ["2018", "district", "2016"]);
    assert.deepEqual(found?.notices.map((notice) => notice.key).sort(), ["edition", "level", "year"]);
  });

  test("a range, classes and bounds do not pass to what stands in for a vanished indicator, level or edition", () => {
    const chosen = { range: [5, 10], only: [], method: "manual", breaks: [5, 8], classes: 3 } as const;
    const parts = (found: ReturnType<typeof resolve>) => [found?.state.range, found?.state.only, found?.state.method, found?.state.breaks, found?.notices.map((notice) => notice.key)];
    assert.deepEqual(parts(resolve({ indicator: "vanished", ...chosen }, CATALOG)), [null, [], "quantile", [], ["indicator", "released"]]);
    assert.deepEqual(parts(resolve({ indicator: "vanished", only: [1] }, CATALOG)), [null, [], "quantile", [], ["indicator", "released"]]);
    assert.deepEqual(parts(resolve({ indicator: "share", level: "parish", ...chosen }, CATALOG)), [null, [], "manual", [5, 8], ["level", "released"]]);
    assert.deepEqual(parts(resolve({ indicator: "share", edition: "1848", only: [0, 2] }, CATALOG)), [null, [], "quantile", [], ["edition", "released"]]);
    assert.deepEqual(parts(resolve({ indicator: "share", year: "1848", ...chosen }, CATALOG)), [[5, 10], [], "manual", [5, 8], ["year"]]);
    assert.deepEqual(parts(resolve({ indicator: "vanished", range: null, only: [], method: "jenks" }, CATALOG)), [null, [], "jenks", [], ["indicator"]]);
  });

  test("a change takes back what was chosen among the values before, and no more", () => {
    const { state } = resolve({ indicator: "share", range: [5, 10], method: "manual", breaks: [5, 8] }, CATALOG)!;
    assert.deepEqual(adapted({ area: "14001001" }, state, CATALOG), { area: "14001001" });
    assert.deepEqual(adapted({ classes: 7 }, state, CATALOG), { only: [], classes: 7 });
    assert.deepEqual(adapted({ breaks: [5, 8] }, state, CATALOG), { breaks: [5, 8] });
    assert.deepEqual(adapted({ level: "district" }, state, CATALOG), { only: [], range: null, level: "district" });
    assert.deepEqual(adapted({ indicator: "balance" }, state, CATALOG), { only: [], range: null, method: "quantile", breaks: [], scheme: "puor", indicator: "balance" });
    assert.deepEqual(adapted({ indicator: "balance", only: [1] }, { ...state, method: "jenks", scheme: "viridis" }, CATALOG), { only: [1], range: null, indicator: "balance" });
  });

  test("what was asked for and exists is kept without a word", () => {
    const found = resolve({ indicator: "population", year: "2018", level: "district", edition: "2016", classes: 7 }, CATALOG);
    assert.deepEqual(found?.notices, []);
    assert.equal(found.state.classes, 7);
  });

  test("a catalogue without indicators resolves to nothing", () => {
    assert.equal(resolve({}, { ...CATALOG, indicators: [] }), undefined);
  });

  test("only counts: then a count opens the page", () => {
    const only = { ...CATALOG, indicators: [indicator("heads", { kind: "extensive" })] };
    assert.equal(resolve({}, only)?.state.indicator, "heads");
  });

  for (const [wanted, expected] of [
    [undefined, "2023"],
    ["2019", "2018"],
    ["2021", "2020"],
    ["1990", "2018"],
    ["2099", "2023"],
    ["never", "2023"],
  ] as const) {
    test(`nearest year to ${wanted ?? "no wish"}`, () => {
      assert.equal(nearestPeriod(["2018", "2020", "2023"], wanted), expected);
    });
  }

  test("levels come from coarse to fine and only where there are values", () => {
    assert.deepEqual(levelsOf(CATALOG, indicator("a"), "2023"), ["district", "municipality"]);
    assert.deepEqual(levelsOf(CATALOG, indicator("a", { levels: ["council"] }), "2023"), ["council"]);
  });
});
