import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { describe, test } from "node:test";
import { bodyOf, draftOf, EMPTY, newId, wrongOf } from "../../src/admin/measure-draft.js";
import type { Measure } from "../../src/api/social-types.js";

// Browsers have it by this name, and Node since version 20.
if (!("crypto" in globalThis)) Object.assign(globalThis, { crypto: webcrypto });

const MEASURE: Measure = { id: "m", title: "Treff", area: "1", areaName: "Ahausen", lon: 12.74, lat: 51.37, from: "2022-05-01", to: null, office: "Amt", problem: "P", cause: "C", goal: "G", measure: "M", evaluation: "E", indicators: ["a", "b"] };

describe("a measure that is entered", () => {
  test("goes back as it came", () => {
    const { id, areaName, ...sent } = MEASURE;
    assert.ok(id !== "" && areaName !== null);
    assert.deepEqual(bodyOf(draftOf(MEASURE)), sent);
    assert.deepEqual(wrongOf(draftOf(MEASURE)), {});
  });

  test("may have a decimal comma, blanks around, and any list of indicators", () => {
    const sent = bodyOf({ ...draftOf(MEASURE), title: " Treff ", lon: "12,74", lat: " ", to: "2023-01-01", indicators: "a; b\n" }) as Record<string, unknown>;
    assert.deepEqual([sent.title, sent.lon, sent.lat, sent.to, sent.indicators], ["Treff", 12.74, null, "2023-01-01", ["a", "b"]]);
  });

  test("names its empty fields in the order of the form, and numbers that are none", () => {
    assert.deepEqual(Object.keys(wrongOf(EMPTY)), ["title", "area", "office", "from", "problem", "cause", "goal", "measure", "evaluation"].map((key) => `measure-${key}`));
    assert.deepEqual(wrongOf({ ...draftOf(MEASURE), lon: "east" }), { "measure-lon": "number" });
  });

  test("gets an id that the server takes and no other has", () => {
    assert.match(newId("Treff „Süd“ & Co."), /^treff-sued-co-[0-9a-f]{8}$/);
    assert.match(newId("…"), /^m-[0-9a-f]{8}$/);
    assert.ok(newId("x".repeat(300)).length <= 64);
    assert.notEqual(newId("Treff"), newId("Treff"));
  });
});
