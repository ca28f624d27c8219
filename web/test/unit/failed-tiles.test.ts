import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { Shown } from "../../src/app/model.js";
import { FailedTiles } from "../../src/map/failed-tiles.js";
import { isOfOneRevision } from "../../src/view/map-input.js";
import { answer, CLASSES } from "./samples.js";

type Asked = Pick<MapLibreMap, "getSource" | "refreshTiles">;

const error = (sourceId: string, z: number, x: number, y: number) => ({ sourceId, tile: { tileID: { canonical: { z, x, y } } } });

describe("tiles that did not come", () => {
  const map = (there: readonly string[], asked: unknown[]): Asked =>
    ({ getSource: (id: string) => (there.includes(id) ? {} : undefined), refreshTiles: (id: string, tiles: unknown) => { asked.push([id, tiles]); } }) as unknown as Asked;

  test("are asked for again once, each once, of the sources that still stand", () => {
    const failed = new FailedTiles();
    for (const one of [error("areas", 5, 17, 10), error("areas", 5, 17, 10), error("areas", 5, 18, 10), error("gone", 1, 0, 0), {}, { sourceId: "areas" }]) failed.note(one);
    const asked: unknown[] = [];
    failed.read(map(["areas"], asked));
    assert.deepEqual(asked, [["areas", [{ x: 17, y: 10, z: 5 }, { x: 18, y: 10, z: 5 }]]]);
    failed.read(map(["areas"], asked));
    assert.equal(asked.length, 1);
  });
});

describe("a new revision", () => {
  const shown = (revision: number): Shown => ({ values: answer({ revision }), classes: CLASSES });
  const tiles = { revision: 8 } as Parameters<typeof isOfOneRevision>[0];

  test("areas of the new one never carry values of the old", () => {
    assert.deepEqual([shown(7), shown(8), null].map((one) => isOfOneRevision(tiles, one)), [false, true, true]);
  });
});
