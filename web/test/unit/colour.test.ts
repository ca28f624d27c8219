import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gamma, linear, parseHex, toHex, toLab, type Rgb } from "../../src/colour/oklab.js";
import { classColours, colourAt } from "../../src/colour/schemes.js";
import { SCHEMES } from "../../src/state/view-state.js";

/** Full colour blindness of each kind, after Machado, Oliveira and Fernandes (2009), on linear RGB. */
const SIGHT: Record<string, readonly (readonly [number, number, number])[]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

function seen(hex: string, matrix: (typeof SIGHT)[string]): Rgb {
  const rgb = parseHex(hex).map(linear);
  return matrix.map((row) => gamma(Math.max(0, row.reduce((sum, part, i) => sum + part * (rgb[i] ?? 0), 0)))) as unknown as Rgb;
}

const distance = (a: Rgb, b: Rgb): number => {
  const [x, y] = [toLab(a), toLab(b)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};

const steps = (n: number): number[] => Array.from({ length: n + 1 }, (_, i) => i);

describe("colour schemes", () => {
  for (const [sight, matrix] of Object.entries(SIGHT)) {
    for (const scheme of SCHEMES) {
      test(`${scheme}: five to seven classes stay apart with ${sight}`, () => {
        for (const n of [5, 6, 7]) {
          const colours = classColours(scheme, steps(n), n / 2);
          for (let i = 1; i < colours.length; i++) {
            const apart = distance(seen(colours[i - 1]!, matrix), seen(colours[i]!, matrix));
            assert.ok(apart > 0.045, `${scheme} ${n}: classes ${i} and ${i + 1} are only ${apart.toFixed(3)} apart`);
          }
        }
      });
    }
  }

  for (const scheme of ["ylgnbu", "viridis"] as const) {
    test(`${scheme}: darker always means more, for any number of classes`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 9 }), (n) => {
          const light = classColours(scheme, steps(n), null).map((hex) => toLab(parseHex(hex))[0]);
          for (let i = 1; i < light.length; i++) assert.ok(light[i]! < light[i - 1]!);
        }),
      );
    });
  }

  test("a diverging scheme is neutral around the middle and equally dark at equal distance", () => {
    const colours = classColours("puor", [-3, -2, -1, 1, 2, 3], 0);
    assert.equal(colours[2], colourAt("puor", 0.5));
    assert.equal(colours[0], colourAt("puor", 0.06));
    assert.equal(colours[4], colourAt("puor", 0.94));
  });

  test("classes all above the middle take one side only", () => {
    const colours = classColours("puor", [1, 2, 3, 4], 0);
    assert.deepEqual(colours, [1, 2, 3].map((i) => colourAt("puor", 0.5 + (0.44 * i) / 3)));
  });

  test("unequal sides: the short side does not reach the darkest colour", () => {
    const colours = classColours("puor", [-2, 0, 2, 4, 6], 0);
    assert.equal(colours[0], colourAt("puor", 0.5 - 0.44 / 3));
    assert.equal(colours.at(-1), colourAt("puor", 0.94));
  });

  test("hexadecimal colours survive the way through numbers", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
      const hex = `#${n.toString(16).padStart(6, "0")}`;
      assert.equal(toHex(parseHex(hex)), hex);
    }));
  });
});
