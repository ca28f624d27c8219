import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Connection, FIRST_WAIT_MS, LONGEST_WAIT_MS, waitBefore } from "../../src/app/connection.js";
import { resolve } from "../../src/state/resolve.js";
import { embedAddress, frameSnippet } from "../../src/view/share.js";
import { CATALOG } from "./samples.js";

const settled = async (): Promise<void> => { for (let i = 0; i < 5; i++) await Promise.resolve(); };

describe("a server that goes away", () => {
  test("waits double up to a minute", () => {
    assert.deepEqual([0, 1, 2, 3].map(waitBefore), [2000, 4000, 8000, 16_000]);
    assert.equal(waitBefore(30), LONGEST_WAIT_MS);
  });

  test("is asked until it answers, and told once", async () => {
    let asked = 0;
    const told: boolean[] = [];
    const waits: { readonly run: () => void; readonly ms: number }[] = [];
    const later = (run: () => void, ms: number) => { waits.push({ run, ms }); return setTimeout(() => undefined, 0); };
    const connection = new Connection(() => { asked += 1; return Promise.resolve(asked >= 3); }, (lost) => told.push(lost), later);
    connection.now();
    assert.equal(asked, 0, "nobody is asked while nothing is lost");
    connection.fail();
    connection.fail();
    assert.deepEqual(told, [true]);
    for (let i = 0; i < 3; i++) {
      waits[i]!.run();
      await settled();
    }
    assert.equal(asked, 3);
    assert.deepEqual(told, [true, false]);
    connection.fail();
    assert.deepEqual(waits.map((one) => one.ms), [FIRST_WAIT_MS, 2 * FIRST_WAIT_MS, 4 * FIRST_WAIT_MS, 8 * FIRST_WAIT_MS], "lost again at once: the waits go on where they were");
    connection.now();
    await settled();
    assert.deepEqual(told, [true, false, true, false]);
  });
});

test("what a link names and is gone is said and left out", () => {
  const resolved = resolve({ indicator: "share", layers: ["flood", "fog"], criteria: [{ indicator: "lost", role: "need", weight: 5 }, { indicator: "share", role: "need", weight: 5 }], groups: ["share", "nobody"] }, CATALOG)!;
  assert.deepEqual(resolved.notices.map((one) => `${one.key} ${one.wanted}`), ["gone fog", "gone lost", "gone nobody"]);
  assert.deepEqual(resolved.state.layers, ["flood"]);
  assert.deepEqual(resolved.state.criteria.map((one) => one.indicator), ["share"]);
  assert.deepEqual(resolved.state.groups, ["share"]);
});

test("a frame's snippet holds the address whole, and nothing breaks out of it", () => {
  const address = embedAddress("?indicator=a&lang=de", "/radar/", "https://www.example.org");
  assert.equal(frameSnippet(address, 'Radar "<b>"'), '<iframe src="https://www.example.org/radar/embed?indicator=a&amp;lang=de" title="Radar &quot;&lt;b>&quot;" width="100%" height="600" style="border:0" loading="lazy" allowfullscreen></iframe>');
});
