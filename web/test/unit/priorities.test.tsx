import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { PrioritiesAnswer, PriorityArea, PriorityComparison } from "../../src/api/types.js";
import { RequestFailure } from "../../src/api/client.js";
import { showsExample } from "../../src/app/model.js";
import { criteriaOf, orderQuestion, priorityQuestion, wishOf } from "../../src/state/criteria.js";
import type { Wish } from "../../src/state/view-state.js";
import { translator } from "../../src/texts/texts.js";
import { MovesShown, MovesTable } from "../../src/planning/priority-comparison.js";
import { priorityCsv } from "../../src/planning/priority-csv.js";
import { sizeText } from "../../src/planning/priority-options.js";
import { PriorityResult } from "../../src/planning/priority-result.js";
import { subjectOf } from "../../src/view/subject.js";
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
  attribution: "© Amt; siehe Quellen",
  licence: "Datenlizenz",
  id: "abc",
  method: "two-axes",
  level: "municipality",
  edition: "2023",
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
  render(<PriorityResult model={model({ view: "priorities", criteria, area: "2" }, {}, { priorities: loaded(answer) })} radar={ADDRESSES} t={t} />);

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
    assert.match(text, /Wer vorn liegt, steht nicht fest\. Von den ersten 2 Gebieten bleiben im Mittel 65 % vorn/);
    assert.match(text, /Von 1 Paaren unter den ersten 2 Gebieten sind 0 wahrscheinlich verschieden/);
    assert.match(text, /Ahausen steht je nach Verfahren auf Platz 1 bis 3/);
    assert.match(text, /wiegt insgesamt 46 %/);
    assert.match(text, /areas, not people/);
  });

  test("the selected area is marked in table and plot, by its name", () => {
    const html = page(ANSWER);
    assert.match(html, /<tr class="selected"><th scope="row"><a [^>]*>Bedorf/);
    assert.equal(html.match(/class="plot-dot"/g)?.length, 3);
    assert.match(html, /<g class="plot-marked plot-selected"><circle [^>]*><\/circle><text [^>]*>Bedorf</);
    assert.equal(html.match(/plot-marked/g)?.length, 1);
  });

  test("what stands under the pointer on the map is named in the plot", () => {
    const html = render(<PriorityResult model={model({ view: "priorities", criteria }, {}, { priorities: loaded(ANSWER), hover: { code: "3", x: 0, y: 0 } })} radar={ADDRESSES} t={de} />);
    assert.match(html, /<g class="plot-marked"><circle [^>]*><\/circle><text [^>]*>Ceberg</);
  });

  test("the map is coloured by how often an area is among the first, and tells ranks with their range", () => {
    const subject = subjectOf(model({ view: "priorities", criteria }, {}, { priorities: loaded(ANSWER) }), de)!;
    assert.deepEqual(subject.classes.map((one) => one.count), [0, 3, 0, 0]);
    assert.deepEqual([...subject.looks].map(([code, look]) => [code, look.cls, look.missing]), [["1", 2, false], ["2", 2, false], ["3", 2, false], ["4", -1, true]]);
    assert.deepEqual(subject.lines("2"), ["Platz 1 bis 3, gerechnet 2", "in 70 % der Ziehungen unter den ersten 2"]);
    assert.deepEqual(subject.lines("4"), ["nicht eingereiht: Werte fehlen"]);
  });

  test("what an area's score is made of is told for the one that is selected", () => {
    const areas = ANSWER.areas.map((one) => (one.rank === null ? one : { ...one, contributions: { share: 0.25, population: -0.05 } }));
    const text = words(page({ ...ANSWER, areas }));
    assert.match(text, /Woraus sich der Wert von Bedorf ergibt sums .*share 0,250 population −0,050 zusammen 0,200/);
    assert.doesNotMatch(words(page(ANSWER)), /Woraus sich/, "two axes have no parts");
  });

  test("district, class of size and exponents are asked only where they count", () => {
    const { state } = model({ view: "priorities", criteria, within: "14001", peers: "5000-19999", exponents: [2, 1, 0, 0.3] });
    assert.deepEqual(priorityQuestion(state, CATALOG), { level: state.level, edition: state.edition, within: { district: "14001" }, peers: { size: "5000-19999" }, criteria, method: "two-axes" });
    assert.deepEqual(priorityQuestion({ ...state, ranking: "product", within: null, peers: null }, CATALOG)?.exponents, { a: 2, b: 1, c: 0, kappa: 0.3 });
    assert.equal(sizeText("0-4999", de), "unter 5.000 Einwohner");
    assert.equal(sizeText("5000-19999", en), "5,000 to 19,999 inhabitants");
    assert.equal(sizeText("100000-", de), "ab 100.000 Einwohnern");
  });

  test("an empty axis is not asked about: the page says itself that a criterion is missing", () => {
    const alone = { indicator: "share", role: "need", weight: 50 } as const;
    const asked = (weight: number, ranking: "two-axes" | "weighted-sum" = "two-axes") => orderQuestion(model({ criteria: [alone, { indicator: "population", role: "support", weight }], ranking }).state, CATALOG);
    assert.equal(asked(0), null);
    assert.equal(asked(50)?.criteria.length, 2);
    assert.equal(asked(0, "weighted-sum")?.criteria.length, 1);
    const said = (wish: Wish): string => words(render(<PriorityResult model={model({ view: "priorities", ...wish })} radar={ADDRESSES} t={de} />));
    assert.match(said({ criteria: [alone] }), /^ ?Einer der zwei Achsen fehlt ein Kriterium mit einem Gewicht über 0/);
    assert.match(said({ criteria: [{ ...alone, weight: 0 }] }), /Noch ist kein Kriterium/);
  });

  test("a stored question opens as a view, with weights in relation; one that the page cannot show does not", () => {
    const stored = { level: "municipality", criteria: [{ indicator: "share", role: "need", weight: 0.6 }, { indicator: "predicted", role: "support", weight: 0.3 }] };
    assert.deepEqual(wishOf(stored), { level: "municipality", criteria: [{ indicator: "share", role: "need", weight: 100 }, { indicator: "predicted", role: "support", weight: 50 }], ranking: "two-axes", within: null, peers: null });
    assert.deepEqual(wishOf({ ...stored, criteria, method: "product", exponents: { a: 2 }, within: { district: "14001" } }), { level: "municipality", criteria, ranking: "product", within: "14001", peers: null, exponents: [2, 1, 1, 0.5] });
    assert.deepEqual(wishOf({ ...stored, method: "product" })?.exponents, [1, 1, 1, 0.5], "not as a reader's sliders stand");
    assert.equal(wishOf(stored)?.exponents, undefined, "other ways have none");
    assert.equal(wishOf({ ...stored, within: { codes: ["1"] } }), null);
    assert.equal(wishOf({ ...stored, method: "newest" }), null);
    assert.equal(wishOf({ ...stored, criteria: [{ indicator: "share", role: "unknown" }] }), null);
  });

  test("who moves is told with both ranges, and only where it can be told", () => {
    const found: PriorityComparison = {
      a: { top: 10 },
      b: { top: 10 },
      inBothTops: 7,
      areas: [
        { code: "1", name: "Ahausen", a: { rank: 9, rankLow: 8, rankHigh: 10 }, b: { rank: 2, rankLow: 1, rankHigh: 3 }, change: 7, verdict: "probably-moves" },
        { code: "2", name: "Bedorf", a: { rank: 1, rankLow: 1, rankHigh: 4 }, b: { rank: 3, rankLow: 1, rankHigh: 5 }, change: -2, verdict: "cannot-be-told" },
        { code: "3", name: "Ceberg", a: { rank: 3, rankLow: 3, rankHigh: 3 }, b: { rank: 3, rankLow: 3, rankHigh: 3 }, change: 0, verdict: "cannot-be-told" },
      ],
      note: both("ranges"),
    };
    const text = words(render(<MovesTable name="früher" found={found} t={de} />));
    assert.match(text, /Gegen „früher“: 7 der ersten 10 Gebiete bleiben vorn\. Bei 1 von 3 Gebieten/);
    assert.match(text, /Ahausen 8 bis 10 \(gerechnet 9\) 1 bis 3 \(gerechnet 2\) wahrscheinlich 7 Plätze nach vorn/);
    assert.match(text, /Bedorf .* lässt sich nicht sagen/);
    assert.doesNotMatch(text, /Ceberg/);

    const shown = (of: string, same = false, came: RequestFailure | PriorityComparison = found): string =>
      words(render(<MovesShown t={de} name="früher" same={same} of={of} came={{ of: "a", found: came }} retry={() => undefined} />));
    assert.match(shown("a"), /Ahausen/);
    assert.equal(shown("b").trim(), de("loading"), "another comparison is not shown under the name of this one");
    assert.equal(shown("b", false, new RequestFailure("broken", 500, "", "")).trim(), de("loading"), "nor its failure");
    assert.doesNotMatch(shown("a", true), /Ahausen/);
  });

  describe("as a file", () => {
    const sure = { ...ANSWER, criteria: [{ indicator: "share", name: both("Anteil"), period: "2023", role: "need", direction: "raises", weight: 0.625 }] };
    const areas = sure.areas.map((one) => (one.rank === null ? one : { ...one, contributions: { share: 0.25 } }));
    const table = (form: "standard" | "excel-de", more = {}): string => priorityCsv({ ...sure, areas, ...more }, { form, on: "2026-11-22", label: "Beispieldaten" });
    const HEADER = "level,code,name,status,rank,rank_low_5,rank_high_95,share_of_draws_among_first,first,score,need,help,rank_without_support,missing,contribution_share,weight_share,criteria,method,stability,draws,seed,question,edition,revision,exported_on,example,label,licence,attribution";

    test("each row has its range, the weights, where it comes from, and that it is invented", () => {
      const [header, first, second] = table("standard").split("\r\n");
      assert.equal(header, HEADER);
      assert.equal(first, "municipality,1,Ahausen,ranked,1,1,2,0.7,2,1,1,0.5,1,,0.25,0.625,share 2023 need raises,two-axes,loose,1000,1,abc,2023,1,2026-11-22,true,Beispieldaten,Datenlizenz,© Amt; siehe Quellen");
      assert.match(second ?? "", /^municipality,2,Bedorf,ranked,2,1,3,0\.7,2,0\.5,/);
    });

    test("who is not ranked is in it, with what is missing and without numbers", () => {
      assert.match(table("standard"), /\r\nmunicipality,4,Dehof,not-ranked,,,,,2,,,,\d*,share,,0\.625,/);
    });

    test("German Excel gets semicolons, decimal commas and a mark of its encoding", () => {
      const text = table("excel-de");
      assert.ok(text.startsWith("\uFEFFlevel;code;"));
      assert.match(text, /;Ahausen;ranked;1;1;2;0,7;2;1;1;0,5;/);
      assert.match(text, /;"© Amt; siehe Quellen"\r\n/);
    });

    test("a name is quoted where it must be, and never becomes a formula", () => {
      const [one] = areas;
      const odd = table("standard", { areas: [{ ...one, name: '=HYPERLINK("x")' }, { ...one, name: "Bad, Ort" }], example: false });
      assert.match(odd, /,1,"'=HYPERLINK\(""x""\)",ranked/);
      assert.match(odd, /,1,"Bad, Ort",ranked/);
      assert.match(odd, /,false,,Datenlizenz,/);
    });

    test("is offered on the page, unless a newer order is on its way", () => {
      const shown = (loading: boolean): string => render(<PriorityResult model={model({ view: "priorities", criteria }, {}, { priorities: { ...loaded(ANSWER), loading } })} radar={ADDRESSES} t={de} />);
      assert.match(shown(false), /<button type="button">Tabelle für deutsches Excel \(CSV\)/);
      assert.match(shown(true), /<button type="button" disabled>Tabelle \(CSV\)/);
    });
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
