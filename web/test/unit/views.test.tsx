import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ComponentType } from "preact";
import { render } from "preact-render-to-string";
import type { AreaComparison, AreaComparisons, ComparisonAnswer, Milestone } from "../../src/api/types.js";
import { showsExample } from "../../src/app/model.js";
import { classOf } from "../../src/classes/classes.js";
import { wrap } from "../../src/export/map-image.js";
import { translator } from "../../src/texts/texts.js";
import { comparisonNotes, comparisonsOf, peersOf } from "../../src/view/comparison.js";
import { HoverCard } from "../../src/view/hover-card.js";
import { Choices } from "../../src/view/choices.js";
import { Legend, boundDecimals, legendRows, signOptions, signRows } from "../../src/view/legend.js";
import { Hints } from "../../src/view/messages.js";
import { MilestoneList, milestoneDate, newestFirst } from "../../src/view/milestones.js";
import { AreaPanel } from "../../src/view/area-panel.js";
import { LicenceName } from "../../src/view/licence.js";
import type { Props } from "../../src/view/props.js";
import { MapActions } from "../../src/view/map-actions.js";
import { ValuesTable, sortRows, type Row } from "../../src/view/values-table.js";
import { coloursOf, highlighted, middleOf, schemeOf, subtitle } from "../../src/view/view-data.js";
import { ADDRESSES, answer, AREAS, CLASSES, loaded, model, PERSONS } from "./samples.js";

const de = translator("de");
const en = translator("en");
const shown = { values: answer(), classes: CLASSES };
const PLAIN = { nativeLevel: "Kreise", computed: null, widths: null, few: new Set<string>() };
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");

describe("legend", () => {
  test("bounds in words and counts", () => {
    assert.deepEqual(legendRows(shown, ["#1", "#2"], de).map((row) => [row.bounds, row.count]), [["10,0 bis 20,0", 1], ["über 20,0 bis 30,0", 1]]);
    assert.equal(legendRows(shown, ["#1", "#2"], en)[1]?.bounds, "over 20.0 to 30.0");
  });

  test("a class that holds one value names it once", () => {
    const [row] = legendRows({ values: answer(), classes: { ...CLASSES, breaks: [0, 0], counts: [2] } }, ["#1"], de);
    assert.equal(row?.bounds, "0,0");
  });

  test("thousands of areas are written like all other numbers", () => {
    const many = model({}, {}, { shown: { key: "", loading: false, failure: null, value: { values: answer(), classes: { ...CLASSES, counts: [2244, 1] } } } });
    assert.match(words(render(<Legend model={many} radar={ADDRESSES} t={de} />)), /2\.244/);
  });

  test("bounds that would read the same get one more digit", () => {
    assert.equal(boundDecimals({ method: "equal", breaks: [1, 1.04, 1.08] }, 1), 2);
    assert.equal(boundDecimals({ method: "equal", breaks: [1, 2, 3] }, 0), 0);
    assert.equal(boundDecimals({ method: "equal", breaks: [1, 1, 3] }, 0), 0);
  });

  test("own bounds read as they were typed", () => {
    assert.equal(boundDecimals({ method: "manual", breaks: [1, 2.25, 3] }, 1), 2);
  });

  test("every value lies in the class that the words name", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500_000, max: 500_000 }).map((n) => n / 10_000), { minLength: 1, maxLength: 6 }), fc.integer({ min: -600, max: 600 }), (inner, tenths) => {
        const value = tenths / 10;
        const breaks = [-60, ...[...new Set(inner)].sort((a, b) => a - b), 60];
        const classes = { ...CLASSES, breaks, counts: breaks.slice(1).map(() => 0) };
        const rows = legendRows({ values: answer(), classes }, [], en);
        const bounds = rows[classOf(value, breaks)]!.bounds.match(/[−\d.]+/g)!.map((text) => Number(text.replace("−", "-")));
        assert.ok(value <= bounds[1]! && (value > bounds[0]! || value === -60), `${value} in ${rows[classOf(value, breaks)]!.bounds} of ${breaks.join()}`);
      }),
      { numRuns: 2000, examples: [[[-5e-324], 0], [[12.299999999999999], 123], [[12.36], 124]] },
    );
  });

  test("areas without a value keep their reason", () => {
    const signs = signRows(shown, PLAIN, de);
    assert.deepEqual(signs.map((sign) => [sign.pattern, sign.count]), [["withheld", 1], ["converted", 1]]);
    assert.match(signs[0]!.text, /gesperrt/);
    assert.equal(signs[1]!.mark, "⇄");
  });

  test("values of a coarser unit are named", () => {
    const signs = signRows({ ...shown, values: answer({ nativeLevel: "district" }) }, PLAIN, de);
    assert.match(signs.at(-1)!.text, /ganze Kreise/);
  });

  test("rendered: unit, classes as buttons, signs", () => {
    const html = render(<Legend model={model()} radar={ADDRESSES} t={de} />);
    assert.equal(html.match(/<button/g)?.length, 2);
    assert.match(words(html), /in % Gebiete 10,0 bis 20,0 1 über 20,0 bis 30,0 1/);
  });
});

describe("colours of the map", () => {
  test("a diverging scheme turns at the stated middle, else at the state's value, and never for counts", () => {
    assert.equal(middleOf(model({ indicator: "balance" })), 0);
    assert.equal(middleOf(model({ indicator: "share" })), 20);
    assert.equal(middleOf(model({ indicator: "population" })), null);
    assert.equal(schemeOf(model({ indicator: "population", scheme: "puor" })), "ylgnbu");
    assert.equal(coloursOf(model()).length, 2);
  });

  test("pointing at a class picks the areas in it", () => {
    assert.deepEqual([...highlighted(model({}, {}, { pointed: { kind: "class", index: 1 } }))!], ["14001003"]);
    assert.deepEqual([...highlighted(model({}, {}, { pointed: { kind: "range", low: 5, high: 15 } }))!], ["14001001"]);
    assert.equal(highlighted(model()), null);
  });
});

describe("comparison", () => {
  test("with district and state, in words and then numbers, without ranks", () => {
    const found = comparisonsOf({ model: model(), radar: ADDRESSES, t: de }, "14001001", { value: 10, status: "R" });
    assert.deepEqual(found.map((one) => one.sentence), ["Etwa gleich wie im Kreis Musterland (10,2\u202f%)", "Niedriger als in Sachsen (20,0\u202f%)"]);
  });

  test("a city that is its own district is compared to the state alone", () => {
    const alone = model();
    const areas = { ...alone.areas, value: alone.areas.value!.slice(0, 1) };
    const found = comparisonsOf({ model: { ...alone, areas }, radar: ADDRESSES, t: de }, "14001001", { value: 10, status: "R" });
    assert.deepEqual(found.map((one) => one.code), ["14"]);
  });

  test("counts are parts of the whole", () => {
    const counts = model({ indicator: "population" }, { unit: PERSONS, decimals: 0, values: [50, null, 30] });
    const found = comparisonsOf({ model: counts, radar: ADDRESSES, t: de }, "14001001", { value: 5, status: "R" });
    assert.match(found[1]!.sentence, /^25 % von Sachsen/);
  });
});

describe("card under the pointer", () => {
  const hover = { code: "14001001", x: 10, y: 10 };
  test("value with unit, count, year, status, comparison and source", () => {
    const text = words(render(<HoverCard model={model({}, {}, { hover })} radar={ADDRESSES} t={de} />));
    for (const part of ["Ahausen", "Gemeinde · Musterland", "10,0\u202f%", "Vollerhebung · 2023", "gemeldet", "Niedriger als in Sachsen", "Amt, Stand 31.12.2023"]) {
      assert.ok(text.includes(part), `${part} is missing in: ${text}`);
    }
  });

  test("a suppressed value shows the word, not a number", () => {
    const text = words(render(<HoverCard model={model({}, {}, { hover: { ...hover, code: "14001002" } })} radar={ADDRESSES} t={de} />));
    assert.match(text, /kein Wert/);
    assert.match(text, /gesperrt zum Schutz/);
  });
});

describe("milestones", () => {
  const milestone = (date: string, means: Milestone["means"]): Milestone => ({
    code: "14729410",
    name: "Wurzen",
    level: "municipality",
    kind: "council_founded",
    date,
    precision: date.length === 4 ? "year" : date.length === 7 ? "month" : "day",
    means,
    note: null,
    source: "Meldung",
  });

  test("known by a year is never shown as happened in it", () => {
    assert.equal(milestoneDate(milestone("2021", "known_by"), de), "bekannt spätestens 2021");
    assert.equal(milestoneDate(milestone("2021", "known_by"), en), "known by 2021");
    assert.equal(milestoneDate(milestone("2021-02-16", "happened"), de), "16.02.2021");
    assert.equal(milestoneDate(milestone("2021-02", "happened"), en), "February 2021");
  });

  test("the two kinds have different signs and words", () => {
    const kinds = { council_founded: { de: "Präventionsrat gegründet", en: "Prevention council founded" } };
    const happened = render(<MilestoneList t={de} milestones={[milestone("2021-02-16", "happened")]} of="14729410" kinds={kinds} />);
    const knownBy = render(<MilestoneList t={de} milestones={[milestone("2021", "known_by")]} of="14729410" kinds={kinds} />);
    assert.match(happened, /<circle/);
    assert.match(knownBy, /<path/);
    assert.doesNotMatch(words(happened), /spätestens/);
    assert.match(words(knownBy), /Präventionsrat gegründet bekannt spätestens 2021/);
  });

  test("latest year first", () => {
    const order = newestFirst([milestone("2020-04", "happened"), milestone("2023", "known_by"), milestone("2021-02", "happened")]);
    assert.deepEqual(order.map((one) => one.date), ["2023", "2021-02", "2020-04"]);
  });
});

describe("table", () => {
  const row = (name: string, value: number | null): Row => ({ code: name, name, designation: "", district: "", figure: { value, status: value === null ? "U" : "R" }, status: "" });
  const rows = [row("Österberg", 3), row("Zwickau", null), row("Aue", 7)];

  test("names in the order of the language", () => {
    assert.deepEqual(sortRows(rows, { column: "name", descending: false }, de).map((one) => one.name), ["Aue", "Österberg", "Zwickau"]);
  });

  test("areas without a value stand last, whichever way it is sorted", () => {
    for (const descending of [false, true]) {
      assert.equal(sortRows(rows, { column: "value", descending }, de).at(-1)?.name, "Zwickau");
    }
    assert.equal(sortRows(rows, { column: "value", descending: true }, de)[0]?.name, "Aue");
  });
});

describe("example data", () => {
  test("the ribbon shows with invented values, and only there", () => {
    assert.equal(showsExample(model()), false);
    assert.equal(showsExample(model({ indicator: "made_up" })), true);
    assert.equal(showsExample(model({}, { example: true })), true);
    assert.equal(showsExample(model({ indicator: "made_up", view: "network" })), false);
    const network = loaded({ kinds: {}, measures: {}, milestones: [], totals: [], dataset: "invented", example: true, attribution: "© invented" });
    assert.equal(showsExample(model({ view: "network" }, {}, { network })), true);
    assert.equal(showsExample(model({ network: true }, {}, { network })), true);
    assert.equal(showsExample(model({}, {}, { network })), false);
  });
});

describe("values on their way", () => {
  const other = model({ year: "2020" });
  test("nothing of the choice before shows under the new title", () => {
    const hover = { code: "14001001", x: 10, y: 10 };
    assert.equal(words(render(<HoverCard model={{ ...other, hover }} radar={ADDRESSES} t={de} />)).trim(), "");
    assert.match(words(render(<ValuesTable model={other} radar={ADDRESSES} t={de} />)), /Wird geladen/);
    assert.match(render(<MapActions model={other} radar={ADDRESSES} t={de} />), /disabled[^>]*>Als Bild/);
    assert.doesNotMatch(words(render(<AreaPanel model={other} radar={ADDRESSES} t={de} />)), /20,0/);
  });
});

describe("card of an area", () => {
  const detail = { ...AREAS[0]!, code: "14001", level: "district", ancestors: [], members: 3, areaKm2: null, hasGeometry: true, predecessors: [], successors: [], groups: [], milestones: [] };
  const profile = {
    area: { code: "14001", name: "Musterland", level: "district" },
    indicators: [{ indicator: "made_up", period: "2023", value: 4, status: "E", nativeLevel: "district", aggregated: false, example: true, district: null, state: { value: 5, status: "L" } }],
  };
  const one = model({ area: "14001" }, {}, { area: loaded(detail), profile: loaded(profile) });
  const text = words(render(<AreaPanel model={one} radar={ADDRESSES} t={de} />));

  test("of a level that the map does not show claims no reason for a missing value", () => {
    assert.doesNotMatch(text, /fehlt in der Quelle/);
    assert.match(text, /Die Karte zeigt/);
  });

  test("its other indicators carry their signs, and say when they are invented", () => {
    assert.match(text, /Modellwert erfunden ≈ 4,0 – \(5,0\)/);
  });
});

test("a licence without an address is no link", () => {
  const render2 = (url: string): string => render(<LicenceName licence={{ id: "x", title: "Frei", url }} />);
  assert.equal(render2(""), "Frei");
  assert.equal(render2("javascript:alert(1)"), "Frei");
  assert.match(render2("https://example.org/x"), /^<a href="https:\/\/example.org\/x"/);
});

test("long lines of sources are broken, not squeezed", () => {
  assert.deepEqual(wrap("Grenzen: © Amt für Karten", 12, (line) => line.length), ["Grenzen: ©", "Amt für", "Karten"]);
});

describe("computed results", () => {
  const asked = model(
    { indicator: "asked", area: "14001001", uncertainty: true },
    {
      codes: ["14001001", "14001002", "14001003"],
      values: [10, null, 30],
      lower: [6, null, 27],
      upper: [14, null, 33],
      status: "RSL",
      respondents: "b-a",
      respondentClasses: { "-": "", a: "10-19", b: "20-49" },
      reference: { state: { code: "14", name: "Sachsen", value: 20, status: "R", lower: 18, upper: 22 }, districts: { "14001": { name: "Musterland", value: 11, status: "L", lower: 8, upper: 14 } } },
    },
  );
  const detail = { ...AREAS[0]!, ancestors: [], members: 0, areaKm2: null, hasGeometry: true, predecessors: [], successors: [], groups: [], milestones: [] };
  const withCard = { ...asked, area: loaded(detail) };
  const draw = (Part: ComponentType<Props>, one = asked): string => render(<Part model={one} radar={ADDRESSES} t={de} />);

  test("the card names interval, survey, year and class of respondents, explains them and leads to the method", () => {
    const html = draw(AreaPanel, withCard);
    const text = words(html);
    for (const part of ["10\u202f%", "(6–14)", "Befragung 2023", "20–49 Befragte", "Größenklasse", "Intervall zu 95 %"]) assert.ok(text.includes(part), `${part} is missing in: ${text}`);
    assert.match(html, /href="\/docs\/methods\/asked\?period=2023"/);
    assert.doesNotMatch(text, /Vollerhebung/);
  });

  const note = { de: "Teilen Befragte.", en: "Share respondents." };
  const said = (kind: string, id: string, ...verdicts: readonly (readonly [string, AreaComparison["verdict"]])[]): ComparisonAnswer => ({
    revision: 7,
    area: { level: "municipality", code: "14001001" },
    group: { kind, id, size: verdicts.length },
    note,
    comparisons: verdicts.map(([code, verdict]) => ({ with: { level: "any", code, name: code }, difference: null, lower: null, upper: null, verdict, reason: verdict === null ? "no-value" : null })),
  });
  const compared = {
    ...asked,
    comparisons: loaded<AreaComparisons>({
      code: "14001001",
      district: said("holder", "14001", ["14001", "about-the-same"]),
      state: said("holder", "14", ["14", "probably-lower"]),
      peers: said("size-class", "5000-19999", ["1", "probably-higher"], ["2", "about-the-same"], ["3", "about-the-same"], ["4", null]),
    }),
  };

  test("comparisons are the server's words, and say what holds the other value back", () => {
    // The two intervals alone would say something else: the server knows more.
    const own = { value: 10, lower: 1, upper: 90, status: "R" };
    const found = comparisonsOf({ model: compared, radar: ADDRESSES, t: de }, "14001001", own);
    assert.deepEqual(comparisonsOf({ model: asked, radar: ADDRESSES, t: de }, "14001001", own), [], "not before the server has said them");
    assert.deepEqual(comparisonsOf({ model: compared, radar: ADDRESSES, t: de }, "14001003", own), [], "nor of another area");
    assert.deepEqual(found.map((one) => one.sentence), [
      "Etwa gleich wie im Kreis Musterland (11\u202f%, eingeschränkt genau)",
      "Wahrscheinlich niedriger als in Sachsen (20\u202f%)",
    ]);
  });

  test("peers are counted, and no place among them is told", () => {
    const props = { model: compared, radar: ADDRESSES, t: de };
    assert.equal(peersOf(props, "14001001"), "Unter 4 anderen Gebieten mit 5.000 bis 19.999 Einwohnern: wahrscheinlich höher als 1, etwa gleich wie 2, mit 1 nicht vergleichbar");
    assert.equal(peersOf(props, "14001003"), undefined);
    const large = { ...compared, comparisons: loaded<AreaComparisons>({ code: "14001001", district: null, state: null, peers: said("size-class", "100000-", ["1", "probably-lower"]) }) };
    assert.equal(peersOf({ ...props, model: large, t: en }, "14001001"), "Among 1 other area with 100,000 inhabitants or more: probably lower than 1");
    assert.deepEqual(comparisonNotes(props, "14001001"), ["Teilen Befragte."]);
    const two = { ...compared, comparisons: loaded<AreaComparisons>({ ...compared.comparisons.value!, peers: { ...said("size-class", "5000-19999", ["1", "about-the-same"]), note: { de: "Unabhängig.", en: "Independent." } } }) };
    assert.deepEqual(comparisonNotes({ ...props, model: two }, "14001001"), ["Zu Kreis Musterland, Sachsen: Teilen Befragte.", "Zu den anderen Gebieten: Unabhängig."]);
    const card = words(draw(AreaPanel, { ...compared, area: loaded(detail) }));
    for (const part of ["Etwa gleich wie im Kreis Musterland", "Unter 4 anderen Gebieten", "Teilen Befragte."]) assert.ok(card.includes(part), `${part} is missing in: ${card}`);
  });

  test("the legend explains every pattern that shows, and no other", () => {
    const shownNow = asked.shown.value!;
    assert.deepEqual(signRows(shownNow, signOptions(asked, shownNow, de), de).map((sign) => [sign.pattern, sign.mark, sign.text, sign.count]), [
      ["withheld", "", "kein Wert: zum Schutz der Befragten nicht gezeigt", 1],
      ["limited", "( )", "eingeschränkt genau", 1],
      ["few", "", "blasser, fein schraffiert: weniger als 50 Befragte", 2],
    ]);
    const uncertain = { values: { ...shownNow.values, upper: [24, null, 55] }, classes: CLASSES };
    const options = signOptions({ ...asked, shown: loaded(uncertain) }, uncertain, en);
    assert.deepEqual(signRows(uncertain, options, en).slice(2).map((sign) => [sign.pattern, sign.text, sign.count]), [
      ["wide", "paler, dotted: interval wider than 10.0 percentage points", 1],
      ["widest", "very pale, dotted: interval wider than 20.0 percentage points", 1],
      ["few", "paler, finely hatched: fewer than 50 respondents", 2],
    ]);
    assert.equal(signOptions({ ...asked, state: { ...asked.state, uncertainty: false } }, uncertain, en).few.size, 0);
    assert.equal(signOptions({ ...asked, state: { ...asked.state, uncertainty: false } }, uncertain, en).widths, null);
  });

  test("all values of a model count as modelled in the legend, whatever else is said of them", () => {
    const predicted = model({ indicator: "predicted" }, { status: "ESL" });
    const now = predicted.shown.value!;
    assert.deepEqual(signRows(now, signOptions(predicted, now, de), de).map((sign) => [sign.pattern, sign.mark, sign.text, sign.count]), [
      ["modelled", "≈", "Modellwert", 2],
      ["withheld", "", "kein Wert: zum Schutz der Befragten nicht gezeigt", 1],
      ["limited", "( )", "eingeschränkt genau", 1],
    ]);
  });

  test("the legend counts areas whose index lacks inputs", () => {
    const partly = model({}, { status: "KSL" });
    const now = partly.shown.value!;
    assert.deepEqual(signRows(now, signOptions(partly, now, en), en)[0], { pattern: "limited", mark: "*", text: "incomplete inputs", count: 1 });
  });

  test("titles of modelled values say that they are, in both languages", () => {
    const predicted = model({ indicator: "predicted" }, { status: "ESL" });
    assert.match(subtitle(predicted, de), /^Modellwerte · in %/);
    assert.match(subtitle(predicted, en), /^Modelled values · in %/);
    assert.match(words(draw(ValuesTable, predicted)), /Modellwerte · in %.*≈ 10,0.*Modellwert.*≈ \(30,0\).*Modellwert, eingeschränkt genau/);
  });

  test("the list of themes labels computed indicators, and offers uncertainty only where there are intervals", () => {
    const html = draw(Choices);
    assert.match(words(html), /share balance old asked \(Befragung\) predicted \(Modell\) made_up/);
    assert.match(html, /id="layer-uncertainty"/);
    assert.doesNotMatch(draw(Choices, model()), /layer-uncertainty/);
  });

  test("a level below the municipality says which towns have it", () => {
    const quarters = (towns: readonly string[]) => {
      const before = model();
      const quarter = { id: "quarter", name: { de: "Ortsteil", en: "Quarter" }, plural: { de: "Ortsteile", en: "Quarters" }, rank: 60, group: false };
      const editions = before.catalog.editions.map((one) => ({ ...one, levels: [...one.levels, { ...one.levels[0]!, level: "quarter", within: towns }] }));
      const indicators = before.catalog.indicators.map((one) => ({ ...one, levels: [...one.levels, "quarter"] }));
      return { ...before, state: { ...before.state, level: "quarter" }, catalog: { ...before.catalog, editions, indicators, levels: [...before.catalog.levels, quarter] } };
    };
    assert.match(words(draw(Choices, quarters(["Plauen"]))), /Ortsteile \(nur Plauen\).*Ortsteile gibt es in diesem Gebietsstand für Plauen\./);
    assert.match(words(draw(Choices, quarters(["A", "B", "C"]))), /Ortsteile \(3 Gemeinden\).*für A, B, C\./);
    assert.doesNotMatch(words(draw(Choices)), /nur|gibt es in diesem/);
  });

  test("the card under the pointer says all of it in one look, also that an interval is wide", () => {
    const hover = { code: "14001003", x: 10, y: 10 };
    assert.match(words(draw(HoverCard, { ...asked, hover })), /\(30\u202f%\) \(27–33\) Befragung 2023 · 10–19 Befragte · eingeschränkt genau/);
    const wide = { ...asked, hover, shown: loaded({ values: { ...asked.shown.value!.values, upper: [14, null, 55] }, classes: CLASSES }) };
    assert.match(words(draw(HoverCard, wide)), /Das Intervall ist breiter als die Unterschiede/);
    assert.match(words(draw(HoverCard, { ...asked, hover: { ...hover, code: "14001002" } })), /zum Schutz der Befragten nicht gezeigt/);
  });

  test("values that were brought along have no method of ours", () => {
    assert.doesNotMatch(draw(Legend, model()), /docs\/methods/);
    assert.match(draw(Legend), /docs\/methods\/asked\?period=2023/);
  });
});

describe("hints", () => {
  test("name what was wanted and what is shown", () => {
    const text = words(render(<Hints model={model({ indicator: "happiness" })} radar={ADDRESSES} t={de} />));
    assert.match(text, /Den Indikator „happiness“ gibt es hier nicht\. Gezeigt wird „share“/);
  });
});
