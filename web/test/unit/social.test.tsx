import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { FacilityEntry, Measure, SocialIndicator, SocialSpace, WaveComparison } from "../../src/api/social-types.js";
import { showsExample, showsMap } from "../../src/app/model.js";
import { measurePoints } from "../../src/map/network-points.js";
import { years } from "../../src/social/measures.js";
import { SocialChoices } from "../../src/social/social-choices.js";
import { SocialResult } from "../../src/social/social-result.js";
import { StandingChart } from "../../src/social/standing-chart.js";
import { translator } from "../../src/texts/texts.js";
import { subjectOf } from "../../src/view/subject.js";
import { ADDRESSES, loaded, model } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[\u00a0\u202f]/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });
const quartiles = { lowerQuartile: 0.1, median: 0.2, upperQuartile: 0.3 };
const percent = { id: "percent", symbol: both("%") };

const CLUBS: FacilityEntry = { kind: "club", title: { de: "Vereine", en: "clubs" }, layers: ["clubs"], count: 4, perThousand: 0.31, nearestKm: 3.4, peers: { n: 12, perThousand: quartiles, nearestKm: { ...quartiles, median: 2.5 } }, standing: "fewer", standingByDistance: null, words: both("weniger als üblich") };

const HELP: SocialIndicator = { id: "help", name: both("Hilfe"), role: "support", unit: percent, decimals: 1, period: "2023", value: 61.2, low: 54.9, high: 68.8, status: "estimated", peers: { ...quartiles, median: 66.6, n: 12 }, position: "within", words: both("ungefähr gleich") };

const wave = (value: number | null) => ({ period: value === 60 ? "2021" : "2023", value, low: value === null ? null : value - 5, high: value === null ? null : value + 5, status: value === null ? "suppressed" : "reported" });

const WAVE: WaveComparison = { indicator: "trust", name: both("Vertrauen"), unit: percent, decimals: 1, before: wave(60), after: wave(68), difference: { value: 8, low: 1, high: 15 }, words: both("wahrscheinlich höher") };

const MEETING: Measure = { id: "m", title: "Treff <am> Markt", area: "1", areaName: "Ahausen", lon: null, lat: null, from: "2022-05-01", to: null, office: "Amt", problem: "P", cause: "C", goal: "G", measure: "M", evaluation: "E", indicators: ["share"] };

const ANSWER: SocialSpace = {
  revision: 1,
  example: true,
  attribution: "© Amt",
  edition: "2023",
  level: "municipality",
  code: "1",
  name: "Ahausen",
  population: 13_274,
  peers: { kind: "size-class", id: "5000-19999", level: "municipality", n: 12 },
  facilities: [CLUBS],
  indicators: [HELP, { ...HELP, id: "need", role: "need", value: null, low: null, high: null, status: "suppressed", position: null, words: both("kein Wert veröffentlicht") }],
  gaps: [{ kind: "club", certain: false, text: both("Schwache Hinweise auf eine Lücke") }],
  measures: [MEETING],
  waves: [WAVE, { ...WAVE, indicator: "fear", after: wave(null), difference: null, words: both("nichts") }],
  notes: [{ kind: "no-proof", text: both("beweist nicht") }, { kind: "areas", text: both("Gebiete, nicht Menschen") }],
};

const at = (answer: SocialSpace) => model({ view: "social", area: "1" }, {}, { social: loaded(answer) });
const page = (answer: SocialSpace, t = de): string => words(render(<SocialResult model={at(answer)} radar={ADDRESSES} t={t} />));

describe("social space", () => {
  test("facilities, support and waves stand with unit, interval, year and words", () => {
    const text = page(ANSWER);
    assert.match(text, /municipality · 13\.274 Einwohner · Vergleich mit 12 Gebieten von 5\.000 bis 19\.999 Einwohnern \(municipalitys\)/);
    assert.match(text, /Vereine : 4 weniger als üblich 0,31 je 1\.000 Einwohner 3,4 km zur nächsten/);
    assert.match(text, /≈ 61 % \(55–69\), 2023; Mitte der anderen: 66,6/);
    assert.match(text, /wahrscheinlich höher 60 % \(55–65\), Befragung 2021 → 68 % \(63–73\), Befragung 2023; Unterschied \+8 Prozentpunkte \(\+1 bis \+15\)/);
    assert.match(text, /1 Ergebnis lässt sich nicht vergleichen Vertrauen nichts 60 % \(55–65\), Befragung 2021 → kein Wert, Befragung 2023: zum Schutz der Befragten nicht gezeigt/);
    assert.match(page(ANSWER, en), /Clubs : 4 .* 0\.31 per 1,000 people/);
  });

  test("a hint of a gap is said, and that there is none too; a difference proves nothing", () => {
    assert.match(page(ANSWER), /Hinweise auf Lücken Schwache Hinweise/);
    assert.match(page({ ...ANSWER, gaps: [] }), /Keine Hinweise/);
    for (const untold of [{ facilities: [] }, { indicators: ANSWER.indicators.slice(1) }, { facilities: [{ ...CLUBS, standing: null }] }, { facilities: [{ ...CLUBS, kind: "shelter" }] }, { indicators: [{ ...HELP, position: null }] }]) {
      assert.match(page({ ...ANSWER, gaps: [], ...untold }), /Ob es Lücken gibt, lässt sich hier nicht sagen/);
      assert.doesNotMatch(page({ ...ANSWER, gaps: [], ...untold }), /Keine Hinweise/);
    }
    assert.match(page({ ...ANSWER, gaps: [], facilities: [] }, en), /cannot be told here/);
    assert.match(page(ANSWER), /Befragungen im Vergleich beweist nicht/);
  });

  test("each result of surveys names its own years and what holds it back", () => {
    const rows = [WAVE, { ...WAVE, indicator: "old", before: { ...wave(60), period: "2015" }, after: { ...wave(68), period: "2019", status: "limited-precision" } }];
    const text = page({ ...ANSWER, waves: rows });
    assert.match(text, /Befragung 2021 → .*Befragung 2023; .*Befragung 2015 → \(68 %\) \(63–73\), Befragung 2019, eingeschränkt genau;/);
    const modelled = page({ ...ANSWER, waves: [{ ...WAVE, after: { ...wave(68), status: "estimated" } }] }, en);
    assert.match(modelled, /survey 2021 → ≈ 68% \(63–73\), modelled value 2023/i);
    assert.match(page({ ...ANSWER, waves: [{ ...WAVE, difference: null, after: { ...wave(null), status: "too-imprecise" } }] }), /zu ungenau, um gezeigt zu werden/);
  });

  test("a group of towns is said to be held against towns, and areas of unknown size against their district", () => {
    assert.match(page({ ...ANSWER, level: "council" }), /council · .*19\.999 Einwohnern \(municipalitys\)/);
    assert.match(page({ ...ANSWER, peers: { kind: "district", id: "14001", level: "municipality", n: 1 } }), /Vergleich mit 1 Gebiet des Kreises \(municipalitys\)/);
    assert.match(words(render(<SocialChoices model={at(ANSWER)} radar={ADDRESSES} t={de} />)), /wo die Zahl der Einwohner nicht bekannt ist, mit denen desselben Kreises/);
  });

  test("a value that is not published is no number", () => {
    const text = page({ ...ANSWER, indicators: ANSWER.indicators.slice(1), facilities: [{ ...CLUBS, perThousand: null, peers: null }] });
    assert.match(text, /kein Wert veröffentlicht/);
    assert.match(text, /– je 1\.000 Einwohner/);
    assert.doesNotMatch(text, /≈/);
  });

  test("a measure shows with its five steps, place and period", () => {
    const text = page(ANSWER);
    assert.match(text, /Ahausen · seit 01\.05\.2022 · Amt Problem P Ursache C Ziel G Maßnahme M Überprüfung E/);
    assert.match(page({ ...ANSWER, measures: [] }), /Es ist keine Maßnahme eingetragen/);
    assert.match(render(<SocialResult model={at(ANSWER)} radar={ADDRESSES} t={de} />), /Treff &lt;am> Markt/);
  });

  test("the time line spans all measures, with at most seven years named", () => {
    assert.deepEqual(years([{ from: "2022-05-01", to: null }]), { first: 2022, last: 2024, ticks: [2022, 2023, 2024] });
    const long = years([{ from: "1990-01-01", to: "2030-12-31" }]);
    assert.deepEqual([long.first, long.last], [1990, 2031]);
    assert.ok(long.ticks.length <= 7);
  });

  test("marks stand where a measure takes place, else in the middle of its area", () => {
    const areas = [{ code: "1", name: "Ahausen", level: "municipality", designation: "", district: null, bbox: null, center: [13, 51] as const }];
    assert.deepEqual(measurePoints([MEETING, { ...MEETING, lon: 12, lat: 50 }, { ...MEETING, area: "9" }], areas as never).map(({ lon, lat }) => [lon, lat]), [
      [13, 51],
      [12, 50],
    ]);
  });

  test("charts keep to their field, also where all is the same or nothing known", () => {
    for (const value of [0, 5, -3]) {
      const drawn = render(<StandingChart value={value} peers={{ lowerQuartile: 0, median: 0, upperQuartile: 0 }} fromZero />);
      for (const [, x] of drawn.matchAll(/ c?x[12]?="([^"]+)"/g)) assert.ok(Number(x) >= 0 && Number(x) <= 150, drawn);
    }
    assert.doesNotMatch(render(<StandingChart value={null} peers={{ lowerQuartile: null, median: null, upperQuartile: null }} fromZero={false} />), /NaN|circle/);
  });

  test("the map keeps no colours, names the area and says that values are invented", () => {
    const subject = subjectOf(at(ANSWER), de);
    assert.equal(subject?.subtitle, "Ahausen");
    assert.deepEqual(subject.colours, []);
    assert.ok(showsExample(at(ANSWER)) && showsMap("social"));
    assert.match(words(render(<SocialResult model={model({ view: "social" })} radar={ADDRESSES} t={de} />)), /Bitte ein Gebiet wählen/);
  });
});
