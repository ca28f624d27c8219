import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { axisScale, classOf, histogram, total } from "../../src/classes/classes.js";
import { chosenOf, classesOf, countOf, isChosen, toggled } from "../../src/classes/selection.js";
import { stack } from "../../src/view/histogram-bars.js";

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 200 });
const bounds = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 8 }).map((list) => list.sort((a, b) => a - b));

describe("classes", () => {
  for (const [value, expected] of [
    [10, 0],
    [20, 0],
    [20.0001, 1],
    [30, 1],
    [40, 2],
    [5, 0],
    [99, 2],
  ] as const) {
    test(`${value} lies in class ${expected}`, () => {
      assert.equal(classOf(value, [10, 20, 30, 40]), expected);
    });
  }

  test("every value has one class, and higher values never a lower one", () => {
    fc.assert(
      fc.property(bounds, fc.double({ noNaN: true, min: -2000, max: 2000 }), fc.double({ noNaN: true, min: 0, max: 500 }), (breaks, value, more) => {
        const cls = classOf(value, breaks);
        assert.ok(cls >= 0 && cls <= breaks.length - 2);
        assert.ok(classOf(value + more, breaks) >= cls);
      }),
    );
  });
});

describe("a choice of classes", () => {
  const choices = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 }).map((all) => all.sort((a, b) => a - b));

  test("a second click takes back what the first added", () => {
    assert.deepEqual(toggled([], [2], 5), [2]);
    assert.deepEqual(toggled([2], [0, 2], 5), [0, 2]);
    assert.deepEqual(toggled([0, 2], [0, 2], 5), []);
    fc.assert(fc.property(choices, fc.integer({ min: 0, max: 6 }), (only, one) => {
      if (only.length < 6 || only.includes(one)) assert.deepEqual(toggled(toggled(only, [one], 7), [one], 7), only);
    }));
  });

  test("all classes are no choice, and classes that are not there are left out", () => {
    assert.deepEqual(toggled([0, 1], [2], 3), []);
    assert.deepEqual(chosenOf([0, 4, 7], 5), [0, 4]);
    assert.deepEqual(toggled([7], [1], 5), [1]);
  });

  test("a bar stands for the classes that it holds", () => {
    const bin = { low: 0, high: 1, counts: [3, 0, 2] };
    assert.deepEqual(classesOf(bin), [0, 2]);
    assert.deepEqual([isChosen(bin, [0]), isChosen(bin, [0, 2]), isChosen(bin, [])], [false, true, false]);
    assert.deepEqual([countOf([2], bin.counts), countOf([], bin.counts)], [2, 5]);
  });
});

describe("histogram", () => {
  test("every value is in exactly one bar", () => {
    fc.assert(
      fc.property(numbers, bounds, (values, breaks) => {
        const { bins, highest } = histogram(values, breaks);
        assert.equal(bins.reduce((sum, bin) => sum + total(bin), 0), values.length);
        assert.equal(highest, Math.max(...bins.map(total)));
      }),
    );
  });

  test("values over orders of magnitude get an axis of equal ratios", () => {
    assert.equal(histogram([400, 500, 600, 700, 600_000], [400, 600_000]).logarithmic, true);
    assert.equal(histogram([40, 50, 60, 70], [40, 70]).logarithmic, false);
    assert.equal(histogram([-1, 50, 60, 7000], [-1, 7000]).logarithmic, false);
  });

  test("no values, no bars; one value, one bar", () => {
    assert.deepEqual(histogram([], []).bins, []);
    assert.equal(histogram([5, 5, 5], [5, 5]).bins.length, 1);
  });

  test("places on an axis come back as the same values", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.double({ min: 1.1, max: 1e3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (low, ratio, t, logarithmic) => {
        const scale = axisScale(low, low * ratio, logarithmic);
        assert.ok(Math.abs(scale.position(scale.value(t)) - t) < 1e-6);
      }),
    );
  });

  test("a single area stays visible beside a bar of hundreds", () => {
    const parts = stack({ low: 0, high: 1, counts: [0, 1] }, 400);
    assert.equal(parts.length, 1);
    assert.equal(parts[0]?.cls, 1);
    assert.ok(parts[0].height >= 1.4);
  });

  test("few areas beside a bar of thousands are a low bar", () => {
    const parts = stack({ low: 0, high: 1, counts: [60, 40] }, 8000);
    const height = parts.reduce((sum, part) => sum + part.height, 0);
    assert.ok(height >= 1.4 && height < 2, `100 areas of 8000 are ${height} high`);
  });

  test("the parts of a bar stand on one another", () => {
    const parts = stack({ low: 0, high: 1, counts: [2, 0, 6] }, 8);
    assert.equal(parts[0]!.y, parts[1]!.y + parts[1]!.height);
    assert.equal(parts[1]!.y, 0);
  });
});
