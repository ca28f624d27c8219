import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { PrioritiesAnswer, PriorityArea } from "../../src/api/types.js";
import { showsExample } from "../../src/app/model.js";
import { criteriaOf } from "../../src/state/criteria.js";
import { translator } from "../../src/texts/texts.js";
import { PrioritiesView } from "../../src/view/priorities-view.js";
import { ADDRESSES, CATALOG, loaded, model } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });

const ranked = (code: string, name: string, rank: number, low: number, high: number): PriorityArea => ({
  code,
  name,
  score: 1 / rank,
  need: 1 / rank,
  help: 0.5,
  contributions: {},
  rank,
  rankLow: low,
  rankHigh: high,
  topProbability: 0.7,
  rankWithoutSupport: rank,
  missing: [],
});

const ANSWER: PrioritiesAnswer = {
  revision: 1,
  example: true,
  attribution: "© Amt",
  id: "abc",
  normalisation: both("scales"),
  decomposition: both("sums"),
  criteria: [],
  top: 2,
  ranked: 3,
  areas: [
    ranked("1", "Ahausen", 1, 1, 2),
    ranked("2", "Bedorf", 2, 1, 3),
    ranked("3", "Ceberg", 3, 3, 3),
    { ...ranked("4", "Dehof", 1, 1, 1), score: null, need: null, help: null, rank: null, rankLow: null, rankHigh: null, topProbability: null, missing: ["share"] },
  ],
  stability: { draws: 1000, seed: 1, topKept: 0.654, verdict: "loose" },
  decisive: "share",
  disagreement: [{ code: "1", name: "Ahausen", ranks: { topsis: 3, product: 1 } }],
  double: [{ indicator: "share", totalWeight: 0.456 }],
  pairs: [{ verdict: "cannot-be-told-apart" }],
  notes: [{ kind: "areas", text: both("areas, not people") }],
};

const criteria = [{ indicator: "share", role: "need" as const, weight: 50 }];
const page = (answer: PrioritiesAnswer, t = de): string =>
  render(<PrioritiesView model={model({ view: "priorities", criteria, area: "2" }, {}, { priorities: loaded(answer) })} radar={ADDRESSES} t={t} />);

describe("priorities", () => {
  test("a rank never stands without its range", () => {
    const text = words(page(ANSWER));
    assert.match(text, /Ahausen 1 bis 2 \(gerechnet 1\)/);
    assert.match(text, /Ceberg 3 in fast allen Ziehungen/);
    assert.match(text, /Dehof Nicht eingereiht, es fehlt: /);
    assert.match(words(page(ANSWER, en)), /Bedorf 1 to 3 \(computed 2\)/);
  });

  test("how certain the order is, what decides and what counts twice is said in words", () => {
    const text = words(page(ANSWER));
    assert.match(text, /Die Reihenfolge ist unsicher\. Von den ersten 2 Gebieten bleiben im Mittel 65 % vorn/);
    assert.match(text, /Von 1 Paaren unter den ersten 2 Gebieten sind 0 wahrscheinlich verschieden/);
    assert.match(text, /Ahausen steht je nach Verfahren auf Platz 1 bis 3/);
    assert.match(text, /wiegt insgesamt 46 %/);
    assert.match(text, /areas, not people/);
  });

  test("the selected area is marked in table and plot", () => {
    const html = page(ANSWER);
    assert.match(html, /<tr class="selected"><th scope="row"><a href="\?">Bedorf/);
    assert.equal(html.match(/plot-selected/g)?.length, 1);
    assert.equal(html.match(/<circle/g)?.length, 3);
  });

  test("invented values say so", () => {
    assert.equal(showsExample(model({ view: "priorities" }, {}, { priorities: loaded(ANSWER) })), true);
    assert.equal(showsExample(model({ view: "priorities" }, {}, { priorities: loaded({ ...ANSWER, example: false }) })), false);
  });

  test("without criteria of one's own an index of need and a prediction of help are suggested", () => {
    const [first, second] = CATALOG.indicators;
    const state = { criteria: [], level: "municipality", edition: "2023" };
    assert.deepEqual(criteriaOf(state, { ...CATALOG, indicators: [] }), []);
    if (!first || !second) throw new Error("the sample catalogue has two indicators");
    const levels = { levels: ["municipality"], editions: ["2023"], periods: ["2023"] };
    const indicators = [
      { ...first, ...levels, polarity: "negative" as const, result: { kind: "index" as const, method: "" } },
      { ...second, ...levels, result: { kind: "model" as const, method: "" } },
    ];
    assert.deepEqual(
      criteriaOf(state, { ...CATALOG, indicators }).map((one) => [one.indicator, one.role]),
      [
        [first.id, "need"],
        [second.id, "support"],
      ],
    );
    assert.equal(criteriaOf({ ...state, criteria }, CATALOG), criteria);
  });
});
