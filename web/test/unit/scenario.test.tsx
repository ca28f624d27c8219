import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { ScenarioAnswer } from "../../src/api/planning-types.js";
import { groundOf, showsExample } from "../../src/app/model.js";
import { changeBreaks } from "../../src/classes/changes.js";
import { classOf } from "../../src/classes/classes.js";
import { changeText, rangeText, signed } from "../../src/format/range.js";
import { ScenarioChoices } from "../../src/planning/scenario-choices.js";
import { ScenarioResult } from "../../src/planning/scenario-result.js";
import { reachOf } from "../../src/planning/change-row.js";
import { parseChanges, predictionOf, scenarioQuestion, type Change } from "../../src/state/scenario.js";
import type { Wish } from "../../src/state/view-state.js";
import { translator } from "../../src/texts/texts.js";
import { subjectOf } from "../../src/view/subject.js";
import { ADDRESSES, CATALOG, loaded, model, PERCENT } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });

/** Of three areas the first changes for certain, the second perhaps, the third lies outside of what was observed. */
const ANSWER: ScenarioAnswer = {
  revision: 7,
  example: true,
  attribution: "© Amt",
  indicator: "predicted",
  name: both("Hilfe"),
  unit: PERCENT,
  decimals: 1,
  period: "2023",
  edition: "2023",
  level: "municipality",
  covariates: [{ indicator: "turnout", name: both("Wahlbeteiligung"), unit: PERCENT, decimals: 1, period: "2023", observed: { lower: 50, upper: 70 } }],
  areas: {
    codes: ["14001001", "14001002", "14001003"],
    names: ["Ahausen", "Bedorf", "Ceberg"],
    before: { value: [60, 61, 62], lower: [59.5, 60.5, 61.5], upper: [60.5, 61.5, 62.5] },
    after: { value: [62, 61.5, 60], lower: [61.5, 60.5, 58], upper: [62.5, 62.5, 62] },
    change: { value: [2, 0.5, -2], lower: [1, -0.5, -3], upper: [3, 1.5, -1] },
    contributions: { turnout: [2, 0.5, -2] },
    outside: { "14001003": ["turnout"] },
    extrapolated: [],
  },
  districts: [],
  selection: { areas: 3, weighted: 3, before: { value: 61, lower: 60, upper: 62 }, after: { value: 61.2, lower: 59, upper: 63 }, change: { value: 0.2, lower: -1, upper: 1.4 }, contributions: { turnout: 0.2 }, outside: ["turnout"], extrapolated: false },
  missing: ["14001009"],
  notes: [
    { kind: "association", text: { de: "keine Ursachen", en: "no causes" } },
    { kind: "outside", text: { de: "außerhalb von allem", en: "outside of all" } },
  ],
};

const CHANGES: readonly Change[] = [{ indicator: "turnout", kind: "relative", value: -10 }];
const opened = (wish: Wish = {}, answer: ScenarioAnswer | null = ANSWER) => model({ view: "scenario", changes: CHANGES, ...wish }, {}, answer ? { scenario: loaded(answer) } : {});

describe("scenario: what is asked", () => {
  test("assumptions that cannot be read are none", () => {
    assert.deepEqual(parseChanges("a:relative:-10,b:like:14511000"), [
      { indicator: "a", kind: "relative", value: -10 },
      { indicator: "b", kind: "like", code: "14511000" },
    ]);
    for (const wrong of ["a:relative:-101", "a:percentile:101", "a:absolute:much", "a:twice:2", "a:relative:1,a:relative:2", "", "a:like:"]) assert.equal(parseChanges(wrong), undefined, wrong);
  });

  test("model, areas and changes stand in the question; without an area there is none", () => {
    const { state } = opened();
    assert.deepEqual(scenarioQuestion(state, CATALOG), { model: "survey", outcome: "predicted", areas: { all: true }, changes: [{ indicator: "turnout", relative: -10 }] });
    assert.deepEqual(scenarioQuestion({ ...state, where: "14001" }, CATALOG)?.areas, { district: "14001" });
    assert.equal(scenarioQuestion({ ...state, where: "selected", area: null }, CATALOG), null);
    assert.deepEqual(scenarioQuestion({ ...state, where: "selected", area: "14001001" }, CATALOG)?.areas, { codes: ["14001001"] });
    assert.equal(scenarioQuestion(state, { ...CATALOG, indicators: CATALOG.indicators.filter((one) => one.result?.kind !== "model") }), null);
  });

  test("the prediction asked is the one chosen, else the one on the map, else the first; the map shows its level", () => {
    const other = { ...CATALOG.indicators.find((one) => one.id === "predicted")!, id: "predicted_heat", nativeLevel: "district", nativeEdition: "2016" };
    const catalog = { ...CATALOG, indicators: [...CATALOG.indicators, other] };
    assert.equal(predictionOf({ prediction: null, indicator: "share" }, catalog)?.id, "predicted");
    assert.equal(predictionOf({ prediction: null, indicator: "predicted_heat" }, catalog)?.id, "predicted_heat");
    assert.equal(predictionOf({ prediction: "predicted", indicator: "predicted_heat" }, catalog)?.id, "predicted");
    const { state } = opened({ prediction: "predicted_heat" });
    assert.deepEqual(groundOf({ state, catalog }), { level: "district", edition: "2016" });
    assert.deepEqual(groundOf({ state: { ...state, view: "map" }, catalog }), { level: state.level, edition: state.edition });
  });

  test("sliders reach beyond what the model has seen, and never below zero where all values are positive", () => {
    assert.deepEqual(reachOf("absolute", { observed: { lower: 2, upper: 10 }, decimals: 0 }), { least: 0, most: 12, step: 1 });
    assert.deepEqual(reachOf("absolute", { observed: { lower: -4, upper: 4 }, decimals: 0 }), { least: -6, most: 6, step: 1 });
  });
});

describe("scenario: what is shown", () => {
  test("classes lie evenly around zero and hold every change", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -90, max: 90, noNaN: true }), { minLength: 1, maxLength: 60 }), (changes) => {
        const breaks = changeBreaks(changes);
        assert.equal(breaks.length, 8);
        breaks.forEach((value, i) => { assert.ok(i === 0 || value > breaks[i - 1]!); });
        const inner = breaks.slice(1, -1);
        inner.forEach((value, i) => { assert.ok(Math.abs(value + inner[inner.length - 1 - i]!) < 1e-9); });
        assert.equal(classOf(0, breaks), 3);
      }),
    );
  });

  test("what is open is pale, what lies outside is dashed, and both are said in the legend", () => {
    const subject = subjectOf(opened(), de);
    assert.ok(subject);
    assert.deepEqual(["14001001", "14001002", "14001003"].map((code) => [subject.looks.get(code)?.wide, subject.looks.get(code)?.converted]), [[false, false], [true, false], [false, true]]);
    assert.equal(subject.looks.get("14001009")?.missing, true);
    assert.deepEqual(subject.signs.map((one) => [one.pattern, one.count]), [["wide", 1], ["converted", 1], ["missing", 1]]);
    assert.equal(subject.classes.reduce((sum, row) => sum + row.count, 0), 3);
    assert.equal(subject.classes[3]?.bounds, "etwa gleich (bis 0,3)");
    assert.match(subject.lines("14001002").join(" "), /vorher 61,0.%.\(60,5–61,5\) .* Änderung \+0,5 Prozentpunkte \(−0,5 bis \+1,5\) Ob sich etwas ändert, ist offen/s);
    assert.deepEqual(subject.lines("14009999"), ["gehört nicht zu den gewählten Gebieten"]);
    assert.equal(subjectOf(opened(), de), subjectOf(opened(), de), "the same answer is drawn once");
    assert.equal(subjectOf(opened({ view: "map" }), de), null);
  });

  test("values never stand without their interval; what rounds to nothing has no sign", () => {
    assert.equal(rangeText({ value: 62.34, lower: 55, upper: 69 }, ANSWER, en), "62% (55–69)");
    assert.equal(changeText({ value: 1.94, lower: -6.8, upper: 10 }, ANSWER, de), "+2 Prozentpunkte (−7 bis +10)");
    assert.equal(changeText({ value: 0.004, lower: null, upper: null }, ANSWER, de), "0,00 Prozentpunkte");
    assert.equal(signed(-0.04, 1, "de"), "0,0");
  });

  test("the finding comes first, with its doubt, the assumptions, the caution and the warning", () => {
    const text = words(render(<ScenarioResult model={opened()} radar={ADDRESSES} t={de} />));
    assert.match(text, /Gebiete – municipalitys: alle .*Wahlbeteiligung: überall −10.% seines Wertes/);
    assert.match(text, /Ob sich etwas ändert, lässt sich nicht sagen\. Im Mittel, gewichtet nach Einwohnern \(3 Gebiete\), statt 61.% \(60–62\) nun 61.% \(59–63\): \+0,2 Prozentpunkte \(−1,0 bis \+1,4\)/);
    assert.match(text, /keine Ursachen .*außerhalb von allem/);
    assert.match(text, /1 Gebiete ohne Vorhersage/);
    assert.match(words(render(<ScenarioResult model={opened({ changes: [] })} radar={ADDRESSES} t={en} />)), /Assumptions: none, everything as it is/);
  });

  test("the chart's table says the same as the chart; contributions are told for the selected area", () => {
    const html = render(<ScenarioResult model={opened({ area: "14001001" })} radar={ADDRESSES} t={de} />);
    assert.equal(html.match(/class="interval-after"/g)?.length, 1 + 2, "key, all together, the selected area");
    assert.match(words(html), /Ahausen; die Teile ergeben zusammen die Änderung\. .*Wahlbeteiligung \+2,00 Prozentpunkte zusammen \+2,00 Prozentpunkte/);
    assert.match(html, /<tr class="selected"><th scope="row"><a href="\?">Ahausen/);
  });

  test("choices offer what the model rests on; without a model they say so", () => {
    const html = render(<ScenarioChoices model={opened()} radar={ADDRESSES} t={de} />);
    assert.match(html, /type="range"[^>]*aria-label="Annahme für Wahlbeteiligung" aria-valuetext="−10.%"/);
    assert.match(words(html), /Das Modell kennt Werte von 50,0 bis 70,0.%/);
    const bare = { ...opened(), catalog: { ...CATALOG, indicators: [] } };
    assert.match(words(render(<ScenarioChoices model={bare} radar={ADDRESSES} t={en} />)), /There is no model yet/);
  });

  test("invented values say so", () => {
    assert.equal(showsExample(opened()), true);
    assert.equal(showsExample(opened({}, { ...ANSWER, example: false })), false);
  });
});
