import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { unitPhrase } from "../../src/view/view-data.js";
import type { AreaComparison, ResultKind } from "../../src/api/types.js";
import { judged, relate } from "../../src/format/comparison.js";
import { formatDate, formatDates } from "../../src/format/dates.js";
import { describeFigure } from "../../src/format/figure.js";
import { decimalsWithin, formatBytes, formatNumber, parseNumber, shareDecimals, withUnit } from "../../src/format/numbers.js";
import { translator } from "../../src/texts/texts.js";
import { PERCENT, PERSONS } from "./samples.js";

const de = translator("de");
const en = translator("en");

describe("numbers", () => {
  for (const [value, decimals, german, english] of [
    [1234.5, 1, "1.234,5", "1,234.5"],
    [0.04, 1, "0,0", "0.0"],
    [-0.04, 1, "0,0", "0.0"],
    [-2.75, 1, "−2,8", "−2.8"],
    [555351, 0, "555.351", "555,351"],
    [12347, -1, "12.350", "12,350"],
  ] as const) {
    test(`${value} with ${decimals} decimals`, () => {
      assert.equal(formatNumber(value, decimals, "de"), german);
      assert.equal(formatNumber(value, decimals, "en"), english);
    });
  }

  for (const [decimals, lower, upper, expected] of [
    [1, 57, 67, 0], // ± 5 points carry no decimals
    [1, 61.5, 62.5, 1],
    [2, 61.5, 62.5, 1],
    [0, 61.9, 62.1, 0],
    [0, 11_200, 12_800, -1], // ± 800 carries tens
    [1, null, null, 1],
    [1, 5, 5, 1],
  ] as const) {
    test(`an interval of ${lower} to ${upper} leaves ${expected} of ${decimals} decimals`, () => {
      assert.equal(decimalsWithin(decimals, lower, upper), expected);
    });
  }

  test("small files have a size too", () => {
    assert.deepEqual([formatBytes(105, "de"), formatBytes(105, "en"), formatBytes(1639, "de")], ["105\u00a0Byte", "105\u00a0bytes", "2\u00a0kB"]);
  });

  test("units: a space in German, none before % in English", () => {
    assert.equal(withUnit("12,3", "%", "de"), "12,3\u202f%");
    assert.equal(withUnit("12.3", "%", "en"), "12.3%");
    assert.equal(withUnit("7", "Personen", "de"), "7\u00a0Personen");
  });

  test("a number that the page wrote can be typed in again", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom("de" as const, "en" as const), (cents, lang) => {
        const value = cents / 100;
        assert.equal(parseNumber(formatNumber(value, 2, lang), lang), value);
      }),
    );
  });

  test("the other language's notation is refused, not misread", () => {
    assert.equal(parseNumber("12.5", "de"), undefined);
    assert.equal(parseNumber("1.234", "de"), 1234);
    assert.equal(parseNumber("12,5", "en"), undefined);
    assert.equal(parseNumber("", "de"), undefined);
  });

  test("small parts of a whole do not read as nothing", () => {
    assert.equal(formatNumber(0.04, shareDecimals(0.04), "de"), "0,04");
    assert.equal(formatNumber(42.4, shareDecimals(42.4), "de"), "42");
  });
});

describe("dates", () => {
  test("of several data sets all are named", () => {
    assert.equal(formatDates("2021-12-31; 2023", "de"), "31.12.2021; 2023");
    assert.equal(formatDate("2021-12-31; 2023", "de"), "2021-12-31; 2023");
  });

  for (const [text, german, english] of [
    ["2023-12-31", "31.12.2023", "31 Dec 2023"],
    ["2021-02", "Februar 2021", "February 2021"],
    ["2021", "2021", "2021"],
    ["unbekannt", "unbekannt", "unbekannt"],
  ] as const) {
    test(text, () => {
      assert.equal(formatDate(text, "de"), german);
      assert.equal(formatDate(text, "en"), english);
    });
  }

  test("never more exact than known", () => {
    assert.equal(formatDate("2021-02-16", "de", "year"), "2021");
    assert.equal(formatDate("2021-02-16", "de", "month"), "Februar 2021");
    assert.equal(formatDate("2021", "de", "day"), "2021");
  });
});

describe("a figure is never naked", () => {
  const percent = { unit: PERCENT, decimals: 1, computed: null };
  test("full count: value, unit, how counted, year, status", () => {
    const { sentence } = describeFigure({ value: 5.2586, status: "R" }, percent, "2021", de);
    assert.equal(sentence, "5,3\u202f%, Vollerhebung, 2021, gemeldet");
  });

  test("a modelled value carries its interval and the sign ≈", () => {
    const text = describeFigure({ value: 62.3, lower: 55.1, upper: 69.2, status: "E" }, percent, "2022", de);
    assert.equal(text.sentence, "≈ 62\u202f% (55–69), 2022, Modellwert");
    assert.equal(describeFigure({ value: 62.3, lower: 55.1, upper: 69.2, status: "E" }, percent, "2022", en).sentence, "≈ 62% (55–69), 2022, modelled value");
  });

  test("a modelled value without an interval is no full count", () => {
    assert.equal(describeFigure({ value: 62.3, status: "E" }, percent, "2022", de).facts[0]?.text, "ohne Angabe der Genauigkeit");
  });

  test("limited precision stands in brackets", () => {
    assert.equal(describeFigure({ value: 40, lower: 30, upper: 50, status: "L" }, percent, "2022", de).value, "(40\u202f%)");
  });

  test("an index without some of its inputs says so, with its interval", () => {
    const index = { ...percent, computed: "index" } as const;
    const text = describeFigure({ value: 62.3, lower: 55.1, upper: 69.2, status: "K" }, index, "2022", de);
    assert.equal(text.sentence, "* 62\u202f% (55–69), Index 2022, unvollständige Angaben");
    assert.equal(text.status, "Index, unvollständige Angaben");
    assert.equal(text.facts.at(-1)?.meaning, "explained.incomplete");
    assert.equal(describeFigure({ value: 62.3, status: "K" }, index, "2022", en).status, "index, incomplete inputs");
  });

  test("converted values carry ⇄", () => {
    const text = describeFigure({ value: 20789, status: "C" }, { unit: PERSONS, decimals: 0, computed: null }, "2017", de);
    assert.equal(text.mark, "⇄");
    assert.match(text.sentence, /umgerechnet/);
    assert.equal(text.facts[0]?.meaning, "explained.noInterval", "a split value was not counted there");
  });

  for (const letter of "UNXTMOVDSI?") {
    test(`without a value (${letter}) the reason stands in its place`, () => {
      const text = describeFigure({ value: null, status: letter }, percent, "2022", de);
      assert.match(text.sentence, /^(keine Angabe|kein Wert), 2022: \S/);
      assert.doesNotMatch(text.sentence, /\{|undefined|null/);
      assert.equal(text.look, letter === "S" ? "withheld" : letter === "I" ? "imprecise" : "missing");
    });
  }

  test("a number under a status that has none is not shown", () => {
    assert.doesNotMatch(describeFigure({ value: 3, status: "S" }, percent, "2022", de).sentence, /3/);
  });
});

describe("a computed figure says how it came about", () => {
  const as = (computed: ResultKind) => ({ unit: PERCENT, decimals: 1, computed });
  const survey = { value: 62.3, lower: 55.1, upper: 69.2, status: "R", respondents: "20-49" };

  for (const [name, figure, computed, german, english] of [
    ["survey", survey, "survey", "62\u202f% (55–69), Befragung 2022, 20–49 Befragte", "62% (55–69), survey 2022, 20–49 respondents"],
    ["open class", { ...survey, respondents: "250+" }, "survey", "62\u202f% (55–69), Befragung 2022, 250 oder mehr Befragte", "62% (55–69), survey 2022, 250 or more respondents"],
    ["limited survey", { ...survey, status: "L", respondents: "10-19" }, "survey", "(62\u202f%) (55–69), Befragung 2022, 10–19 Befragte, eingeschränkt genau", "(62%) (55–69), survey 2022, 10–19 respondents, limited precision"],
    ["model", { ...survey, status: "E", respondents: null }, "model", "≈ 62\u202f% (55–69), Modellwert 2022", "≈ 62% (55–69), modelled value 2022"],
    ["limited model", { ...survey, status: "L", respondents: null }, "model", "≈ (62\u202f%) (55–69), Modellwert 2022, eingeschränkt genau", "≈ (62%) (55–69), modelled value 2022, limited precision"],
    ["index of counts", { value: 12.3, status: "R" }, "index", "12,3\u202f%, ohne Angabe der Genauigkeit, Index 2022", "12.3%, precision not stated, index 2022"],
    ["index of estimates", { value: 12.3, lower: 11.9, upper: 12.7, status: "E" }, "index", "≈ 12,3\u202f% (11,9–12,7), Index mit Modellwerten 2022", "≈ 12.3% (11.9–12.7), index with modelled values 2022"],
    ["suppressed", { value: null, status: "S" }, "survey", "kein Wert, Befragung 2022: zum Schutz der Befragten nicht gezeigt", "no value, survey 2022: not shown, to protect respondents"],
    ["too imprecise", { value: null, status: "I" }, "survey", "kein Wert, Befragung 2022: zu ungenau, um gezeigt zu werden", "no value, survey 2022: too imprecise to be shown"],
    ["outside the sample", { value: null, status: "O" }, "survey", "keine Angabe, Befragung 2022: hier wurde niemand befragt", "no data, survey 2022: nobody was asked here"],
  ] as const) {
    test(name, () => {
      assert.equal(describeFigure(figure, as(computed), "2022", de).sentence, german);
      assert.equal(describeFigure(figure, as(computed), "2022", en).sentence, english);
    });
  }

  test("in lists without the year, a value of a model still says that it is one", () => {
    assert.equal(describeFigure({ ...survey, status: "L" }, as("model"), "2022", de).status, "Modellwert, eingeschränkt genau");
    assert.equal(describeFigure({ ...survey, status: "L" }, as("survey"), "2022", de).status, "Befragung, eingeschränkt genau");
  });

  test("no value of a survey claims that all were counted", () => {
    fc.assert(
      fc.property(fc.constantFrom("R", "E", "C", "P", "L"), fc.constantFrom("survey" as const, "model" as const, "index" as const), (status, computed) => {
        assert.doesNotMatch(describeFigure({ value: 3, status }, as(computed), "2022", de).sentence, /Vollerhebung/);
      }),
    );
  });

  test("beside a minus sign the interval is written in words", () => {
    assert.equal(describeFigure({ value: -2, lower: -5, upper: 1, status: "E" }, as("model"), "2022", de).interval, "(−5 bis 1)");
  });
});

describe("comparison in words", () => {
  const figure = (value: number | null, lower?: number, upper?: number) => ({ value, status: "R", lower: lower ?? null, upper: upper ?? null });
  for (const [own, reference, kind, expected] of [
    [figure(10), figure(10.4), "rate", "about"],
    [figure(12), figure(10), "rate", "higher"],
    [figure(0.1), figure(0.2), "rate", "about"],
    [figure(10.6), figure(10), "rate", "higher"],
    [figure(8), figure(10), "intensive", "lower"],
    [figure(62, 55, 69), figure(60), "intensive", "about"],
    [figure(62, 55, 69), figure(50), "intensive", "probablyHigher"],
    [figure(62, 55, 69), figure(70), "intensive", "probablyLower"],
    [figure(100), figure(5000), "extensive", "part"],
    [figure(null), figure(10), "rate", "none"],
    [figure(10), figure(null), "rate", "none"],
    [figure(0), figure(0), "rate", "about"],
  ] as const) {
    test(`${own.value} beside ${reference.value} (${kind}): ${expected}`, () => {
      assert.equal(relate(own, reference, { kind, spread: 2 }), expected);
    });
  }

  test("two intervals: judged by the interval of the difference", () => {
    const ground = { kind: "intensive", spread: 2 } as const;
    // Halves 3 and 4 make 5: a difference of 5.1 leaves out zero, one of 4.9 does not, although the intervals overlap.
    assert.equal(relate(figure(65.1, 62.1, 68.1), figure(60, 56, 64), ground), "probablyHigher");
    assert.equal(relate(figure(64.9, 61.9, 67.9), figure(60, 56, 64), ground), "about");
    assert.equal(relate(figure(54.9, 51.9, 57.9), figure(60, 56, 64), ground), "probablyLower");
  });

  test("a full count beside an estimate is judged by the estimate's interval", () => {
    assert.equal(relate(figure(50), figure(60, 56, 64), { kind: "rate", spread: 2 }), "probablyLower");
  });

  test("an estimate of unknown precision is not judged", () => {
    assert.equal(relate({ value: 70, status: "E" }, figure(60), { kind: "intensive", spread: 2 }), "open");
    assert.equal(relate(figure(60), { value: 70, status: "L" }, { kind: "intensive", spread: 2 }), "open");
  });

  test("computed values are judged by the server", () => {
    const said = (verdict: AreaComparison["verdict"], reason: AreaComparison["reason"] = null): AreaComparison => ({ with: { level: "state", code: "14", name: "Sachsen" }, difference: 1, lower: 0, upper: 2, verdict, reason });
    assert.equal(judged(said("about-the-same")), "about");
    assert.equal(judged(said("probably-higher")), "probablyHigher");
    assert.equal(judged(said("probably-lower")), "probablyLower");
    assert.equal(judged(said(null, "no-interval")), "open");
    assert.equal(judged(said(null, "no-value")), "none");
  });

  test("values with intervals are never plainly higher or lower", () => {
    const around = fc.record({ below: fc.nat(20), above: fc.nat(20) });
    fc.assert(
      fc.property(fc.nat(100), around, fc.nat(100), around, (a, ia, b, ib) => {
        const one = figure(a, a - ia.below, a + ia.above);
        const other = figure(b, b - ib.below, b + ib.above);
        const ground = { kind: "intensive", spread: 2 } as const;
        const word = relate(one, other, ground);
        assert.ok(["about", "probablyHigher", "probablyLower"].includes(word), word);
        const mirrored = { about: "about", probablyHigher: "probablyLower", probablyLower: "probablyHigher" } as Record<string, string>;
        assert.equal(relate(other, one, ground), mirrored[word]);
      }),
    );
  });
});

test("units in subtitles: only a sign stands after a preposition, a word would have to be declined", () => {
  const t = translator("de");
  assert.equal(unitPhrase({ id: "percent", symbol: { de: "%", en: "%" } }, t), "in %");
  assert.equal(unitPhrase({ id: "x", symbol: { de: "je 1.000 Einwohner", en: "per 1,000 inhabitants" } }, t), "je 1.000 Einwohner");
  assert.equal(unitPhrase({ id: "score", symbol: { de: "Punkte (1–5)", en: "points (1–5)" } }, t), "Punkte (1–5)");
});
