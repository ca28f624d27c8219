import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import { brushOn, inRange, movedTo, spanned, steppedBy } from "../../src/classes/range.js";
import { translucent } from "../../src/colour/mixing.js";
import { stateOf, type StateInput } from "../../src/map/area-state.js";
import { areaLooks, restricted } from "../../src/map/looks.js";
import { NO_COLOUR } from "../../src/map/style.js";
import { LIGHT } from "../../src/map/theme.js";
import { parseAddress } from "../../src/state/address.js";
import { translator } from "../../src/texts/texts.js";
import { Distribution } from "../../src/view/distribution.js";
import { Legend, legendRows, signOptions, signRows } from "../../src/view/legend.js";
import { ValuesTable } from "../../src/view/values-table.js";
import { chosenAreas, choiceNote } from "../../src/view/view-data.js";
import { ADDRESSES, answer, model } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");

describe("a range of values", () => {
  const brush = brushOn(12.34, 61.87, false);

  test("is dragged in either direction, in round bounds; all of the axis is no range", () => {
    assert.deepEqual(brush.whole, [12.3, 61.9]);
    assert.deepEqual(spanned(0.25, 0.5, brush), [24.7, 37.1]);
    assert.deepEqual(spanned(0.5, 0.25, brush), [24.7, 37.1]);
    assert.deepEqual(spanned(-3, 0.5, brush), [12.3, 37.1]);
    assert.equal(spanned(0, 1, brush), null);
  });

  test("its ends stop at each other, and go back to all", () => {
    assert.deepEqual(movedTo([20, 30], "low", 0.9, brush), [30, 30]);
    assert.deepEqual(movedTo([20, 30], "high", 0, brush), [20, 20]);
    assert.deepEqual(movedTo([20, 30], "high", 1, brush), [20, 61.9]);
    assert.equal(movedTo([20, 61.9], "low", 0, brush), null);
  });

  test("keys move one end", () => {
    assert.deepEqual(steppedBy(null, "low", "ArrowRight", brush), [12.8, 61.9]);
    assert.deepEqual(steppedBy([20, 30], "high", "ArrowLeft", brush), [20, 29.5]);
    assert.deepEqual(steppedBy([20, 30], "high", "PageUp", brush), [20, 35]);
    assert.deepEqual(steppedBy([20, 30], "low", "Home", brush), [12.3, 30]);
    assert.deepEqual(steppedBy([20, 30], "low", "End", brush), [30, 30]);
    assert.equal(steppedBy([20, 30], "low", "x", brush), undefined);
  });

  test("on any axis no value lies beyond the outermost bounds, each step moves, and the address holds it", () => {
    const size = fc.double({ min: 1e-4, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(size, size, fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (base, more, logarithmic, at) => {
        const [low, high] = logarithmic ? [base, base * (30 + (more % 1e4))] : [base - 5, base - 5 + Math.max(more, 0.01)];
        const any = brushOn(low, high, logarithmic);
        assert.ok(any.whole[0] <= low && any.whole[1] >= high, `${low} to ${high}: ${any.whole.join(" ")}`);
        const range = spanned(at, 1, any);
        if (range) assert.deepEqual(parseAddress(`?range=${range.join(",")}`).wish.range, range);
        const value = any.scale.value(at);
        if (at > 0.01) assert.ok(inRange(spanned(0, Math.min(0.99, at), any) ?? any.whole, any.scale.value(at / 2)), `${value}`);
        const stepped = steppedBy([any.whole[0], any.rounded(any.scale.value(0.5))], "high", "ArrowRight", any);
        assert.ok(!stepped || stepped[1] > any.rounded(any.scale.value(0.5)));
      }),
      { numRuns: 2000 },
    );
  });

  test("with a bound below zero it begins where a logarithmic axis begins, and can be moved there", () => {
    const towns = brushOn(12, 5000, true);
    assert.deepEqual([-5, 0, 12, 5000].map((value) => towns.scale.position(value)), [0, 0, 0, 1]);
    const [low, high] = steppedBy([-5, 100], "low", "ArrowRight", towns)!;
    assert.ok(low > 12 && low < 14 && high === 100, `${low} to ${high}`);
    assert.deepEqual(steppedBy([-5, 0], "high", "ArrowLeft", towns), [-5, 12]);
  });

  test("stands in the address, instead of classes; what is none is said", () => {
    assert.deepEqual(parseAddress("?range=12.5,30").wish.range, [12.5, 30]);
    assert.deepEqual(parseAddress("?range=-4,-4&only=2").wish, { range: [-4, -4] });
    for (const text of ["30,12", "1", "1,2,3", "a,b", "1,", "Infinity,2"]) assert.deepEqual(parseAddress(`?range=${text}`).complaints, [{ parameter: "range", value: text }]);
  });
});

describe("a map on which a range shows alone", () => {
  const chosen = model({ range: [15, 40] });

  test("map, table and words hold the same areas", () => {
    assert.deepEqual([...chosenAreas(chosen)!], ["14001003"]);
    assert.match(choiceNote(chosen, de), /^Nur Werte von 15,0 bis 40,0\s%: 1 von 2 Gebieten mit Wert\. Die übrigen sind blass und ohne Zeichen\.$/);
    assert.match(choiceNote(model({ range: [15, 40], view: "table" }), de), /1 von 2 Gebieten mit Wert\.$/);
    assert.equal(choiceNote(model({ range: [15.25, 40] }), en), "Values from 15.25 to 40.0% only: 1 of 2 areas with a value. The others are pale and without signs.");
    const table = words(render(<ValuesTable model={chosen} radar={ADDRESSES} t={de} />));
    assert.ok(table.includes("Ceberg") && !table.includes("Ahausen"), table);
  });

  test("other areas pale and lose their signs; with classes they lose their colour too", () => {
    const shown = chosen.shown.value!;
    const looks = areaLooks(answer({ status: "CSC" }), shown.classes.breaks, { computed: null, widths: null, few: new Set() });
    const input = { looks, colours: ["#204060", "#806020"], theme: LIGHT, selected: null, hovered: null, highlight: null, chosen: new Set(["14001003"]), faded: true };
    const part = (code: string, one: StateInput = input) => {
      const { fill, converted, withheld } = stateOf(code, one);
      return [fill, converted > 0, withheld > 0];
    };
    assert.deepEqual(part("14001001"), [translucent("#204060", 0.22), false, false]);
    assert.deepEqual(part("14001002"), [NO_COLOUR, false, false]);
    assert.deepEqual(part("14001003"), ["#806020", true, false]);
    assert.deepEqual(part("14001001", { ...input, faded: false }), [NO_COLOUR, false, false]);
  });

  test("the legend counts classes and signs of the areas shown, and says so", () => {
    const shown = chosen.shown.value!;
    assert.deepEqual(legendRows(shown, [], de, chosenAreas(chosen)).map((row) => row.count), [0, 1]);
    const html = words(render(<Legend model={chosen} radar={ADDRESSES} t={de} />));
    assert.match(html, /gezeigte Gebiete/);
    assert.match(html, /Zeichen, gezählt unter den gezeigten \(1 Gebiet\):/);
  });

  test("signs are counted among chosen classes as well", () => {
    const values = { status: "CSC" };
    const all = model({}, values);
    const first = model({ only: [0] }, values);
    const counts = (one: typeof all) => signRows(one.shown.value!, signOptions(one, one.shown.value!, de), de).map((sign) => [sign.pattern, sign.count]);
    assert.deepEqual(counts(all), [["converted", 2], ["withheld", 1]]);
    assert.deepEqual(counts(first), [["converted", 1]]);
    assert.match(words(render(<Legend model={first} radar={ADDRESSES} t={en} />)), /Signs, counted among those shown \(1 area\):/);
    assert.doesNotMatch(words(render(<Legend model={all} radar={ADDRESSES} t={en} />)), /counted among/);
  });

  test("an answer about some areas keeps its columns even", () => {
    const some = restricted(answer({ lower: [8, null, 28], upper: [12, null, 32], respondents: "ab " }), new Set(["14001001", "14001003"]));
    assert.deepEqual([some.codes, some.values, some.status, some.lower, some.upper, some.respondents], [["14001001", "14001003"], [10, 30], "RC", [8, 28], [12, 32], "a "]);
  });

  test("the two ends are sliders with names and values", () => {
    const html = render(<Distribution model={chosen} radar={ADDRESSES} t={de} />);
    const [low, high] = [...html.matchAll(/<g class="range-grip"[^>]*>/g)].map((one) => one[0]);
    assert.match(low!, /role="slider"[^>]*tabindex="0"/i);
    assert.match(low!, /aria-label="Untere Grenze der gezeigten Werte" aria-valuemin="10" aria-valuemax="40" aria-valuenow="15" aria-valuetext="15,0\s%"/);
    assert.match(high!, /aria-valuemin="15" aria-valuemax="40" aria-valuenow="40"/);
    assert.equal((html.match(/range-outside/g) ?? []).length, 2);
    assert.equal((render(<Distribution model={model()} radar={ADDRESSES} t={de} />).match(/range-outside/g) ?? []).length, 0);
  });
});
