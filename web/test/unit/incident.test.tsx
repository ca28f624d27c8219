import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { IncidentAnswer, TouchedArea } from "../../src/api/planning-types.js";
import type { AreaEntry } from "../../src/api/types.js";
import { postingIncident } from "../../src/api/radar-api.js";
import type { Radar } from "../../src/app/radar.js";
import { layersShown, showsExample, type Model } from "../../src/app/model.js";
import { aboutNumber, aboutRange } from "../../src/format/about.js";
import { drawnDraft, drawnPlace } from "../../src/map/drawn.js";
import { IncidentChoices, shapeOf } from "../../src/planning/incident-choices.js";
import { IncidentResult } from "../../src/planning/incident-result.js";
import { groupsOf, incidentAsked, incidentQuestion } from "../../src/state/incident.js";
import { boundsOf, sheetOf } from "../../src/state/incident-answer.js";
import { formatCorners, formatPlace, parseCorners, parsePlace, withCorner, withoutLast, type Shape } from "../../src/state/place.js";
import type { Wish } from "../../src/state/view-state.js";
import { translator } from "../../src/texts/texts.js";
import { drawingKey } from "../../src/view/drawing.js";
import { mapWaits, subjectOf } from "../../src/view/subject.js";
import { ADDRESSES, CATALOG, indicator, loaded, model, PERCENT } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });
const TRIANGLE: Shape = { kind: "polygon", corners: [[13.6, 51], [13.9, 51], [13.9, 51.15]] };

const touched = (code: string, name: string, share: number, more: Partial<TouchedArea> = {}): TouchedArea => ({
  code,
  name,
  district: null,
  shareOfArea: share,
  shareOfPeople: share,
  people: { value: 1234 * share, low: share === 1 ? 1234 : 0, high: 1234 },
  whole: share === 1,
  support: { value: 61.26, low: 55, high: 68, status: "E" },
  missing: [],
  ...more,
});

const ANSWER: IncidentAnswer = {
  revision: 7,
  example: true,
  attribution: "© Amt",
  edition: "2023",
  level: "municipality",
  area: { km2: 12.34, geometry: { type: "Polygon", coordinates: [[[13.6, 51], [13.9, 51], [13.9, 51.15], [13.6, 51]]] }, source: "drawn", outsideKm2: 0.4 },
  people: { value: 171_234, low: 0, high: 753_001, indicator: "population", period: "2023", weights: "area-shares" },
  areas: [touched("14001001", "Ahausen", 1), touched("14001002", "Bedorf", 0.6), touched("14001003", "Ceberg", 0.00001, { people: null, support: null, missing: ["population"] })],
  quarters: [],
  groups: [{ indicator: "share", name: both("Alte"), unit: PERCENT, period: "2023", value: 26.1, low: null, high: null, people: { value: 444, low: 0, high: 1999 }, missing: [] }],
  support: { indicator: "predicted", name: both("Hilfe"), unit: PERCENT, period: "2023", value: 66.2, low: 64, high: 69, status: "E" },
  facilities: [
    { layer: "shelters", title: both("Unterkünfte"), count: 3, features: [{ id: "a", name: "Halle", lon: 13.7, lat: 51.05 }], more: 2 },
    { layer: "clubs", title: both("Vereine"), count: 0, features: [], more: 0 },
  ],
  priorities: null,
  neighbours: [{ code: "14001009", name: "Dehof", distanceKm: 3.6, support: { value: 80, low: 75, high: 85, status: "E" } }],
  notes: [both("Keine Lage vor Ort")],
};

const opened = (wish: Wish = {}, answer: IncidentAnswer | null = ANSWER) => model({ view: "incident", place: TRIANGLE, ...wish }, {}, answer ? { incident: loaded(answer) } : {});

describe("incident: the place", () => {
  test("what an address names is read, what is too little or not on earth is not", () => {
    assert.deepEqual(parsePlace("polygon:13.6,51;13.9,51;13.9,51.15"), TRIANGLE);
    assert.equal(formatPlace(TRIANGLE), "polygon:13.6,51;13.9,51;13.9,51.15");
    assert.deepEqual(parsePlace("layer:example-flood-zone"), { kind: "layer", id: "example-flood-zone" });
    for (const wrong of ["polygon:1,2;3,4", "line:1,2", "point:1,2;3,4", "point:200,1", "point:1,91", "circle:1,2", "layer:", "layer:<x>", "polygon:1,2;3,4;x,1", "1,2"]) assert.equal(parsePlace(wrong), undefined, wrong);
  });

  test("coordinates are typed as maps and devices name them, in either notation", () => {
    for (const text of ["51,05 13,74", "51.05 13.74", "51.05,13.74", "51.05, 13.74", "51,05; 13,74", "  51.05\t13.74 \n\n"]) assert.deepEqual(parseCorners(text), [[13.74, 51.05]], text);
    for (const wrong of ["51", "51 13 12", "Dresden", "91 13", "51 181"]) assert.equal(parseCorners(wrong), undefined, wrong);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -900, max: 900 })), { minLength: 1, maxLength: 9 }), fc.boolean(), (numbers, comma) => {
        const corners = numbers.map(([lon, lat]) => [lon / 10, lat / 10] as const);
        assert.deepEqual(parseCorners(formatCorners(corners, comma)), corners);
      }),
    );
    assert.equal(shapeOf([]), undefined);
    assert.deepEqual([1, 2, 3].map((n) => shapeOf(TRIANGLE.corners.slice(0, n))?.kind), ["point", "line", "polygon"]);
  });

  test("corners are added and taken back; a second click on one place adds none", () => {
    const one = withCorner({ kind: "polygon", corners: [] }, [13, 51]);
    assert.equal(withCorner(one, [13, 51]), one);
    assert.deepEqual(withoutLast(withCorner(one, [14, 51])), one);
    assert.deepEqual(withCorner({ kind: "point", corners: [[1, 1]] }, [2, 2]).corners, [[2, 2]]);
    assert.deepEqual(drawnDraft({ ...TRIANGLE, corners: TRIANGLE.corners.slice(0, 2) }).features.map((feature) => feature.properties.part), ["line", "corner", "corner"]);
    assert.deepEqual(drawnDraft(TRIANGLE).features.map((feature) => feature.properties.part), ["area", "line", "corner", "corner", "corner"]);
    assert.equal(drawnPlace(ANSWER.area.geometry, [{ letter: "N", lon: 13.7, lat: 51 }]).features[1]?.properties.icon, "mark|N|");
  });

  test("keys draw only while something is drawn", () => {
    const drawn: (Shape | null)[] = [];
    const radar = (draft: Shape | null) => ({ model: { draft, state: { buffer: 0 } }, map: { centre: () => [13.5, 51.5] }, draw: (next: Shape | null) => { drawn.push(next); }, go: () => undefined }) as unknown as Radar;
    assert.equal(drawingKey(radar(null), "Enter"), false);
    assert.equal(drawingKey(radar(TRIANGLE), "Enter"), true);
    assert.equal(drawn.pop()?.corners.length, 4);
    drawingKey(radar(TRIANGLE), "Backspace");
    assert.equal(drawn.pop()?.corners.length, 2);
    drawingKey(radar(TRIANGLE), "Escape");
    assert.equal(drawn.pop(), null);
    assert.equal(drawingKey(radar(TRIANGLE), "ArrowLeft"), false, "arrow keys move the map");
  });
});

describe("incident: question and answer", () => {
  test("shape or layer, buffer, support, groups and criteria stand in the question", () => {
    const { state } = opened({ groups: ["share"], criteria: [{ indicator: "share", role: "need", weight: 50 }], ranking: "weighted-sum" });
    assert.deepEqual(incidentQuestion(state, CATALOG), {
      area: { geometry: { type: "Polygon", coordinates: [[[13.6, 51], [13.9, 51], [13.9, 51.15], [13.6, 51]]] } },
      edition: "2023",
      level: "municipality",
      support: { indicator: "predicted" },
      groups: ["share"],
      priorities: { criteria: [{ indicator: "share", role: "need", weight: 50 }], method: "weighted-sum" },
      neighbours: 5,
    });
    assert.equal(incidentQuestion({ ...state, ranking: "two-axes" }, CATALOG)?.priorities, undefined, "an empty axis gives no order, and would have all refused");
    assert.deepEqual(incidentQuestion({ ...state, place: { kind: "layer", id: "flood" }, buffer: 200 }, CATALOG)?.area, { layer: "flood", buffer: 200 });
    assert.deepEqual(incidentQuestion({ ...state, place: { kind: "incident", id: "a" }, buffer: 200 }, CATALOG)?.area, { incident: "a" });
    assert.equal(incidentQuestion({ ...state, place: null }, CATALOG), null);
  });

  test("a file says where unless the address does, and goes with its question as a form", async () => {
    const file = { n: 1, file: new File(["{}"], "fluss.geojson") };
    const { state } = opened({ place: null });
    assert.equal(incidentAsked(state, CATALOG, null), null);
    const asked = incidentAsked({ ...state, buffer: 500 }, CATALOG, file);
    assert.ok(asked);
    assert.deepEqual([asked.question.area, asked.question.level, asked.file], [{ buffer: 500 }, "municipality", file]);
    const { body, headers } = postingIncident(asked);
    assert.ok(body instanceof FormData);
    assert.equal(headers, undefined, "the browser names the boundary of the parts itself");
    assert.deepEqual([...body.keys()], ["question", "area"]);
    assert.deepEqual(JSON.parse(body.get("question") as string), asked.question);
    const sent = body.get("area") as File;
    assert.deepEqual([sent.name, await sent.text()], ["fluss.geojson", "{}"]);
    const drawn = incidentAsked(opened().state, CATALOG, file);
    assert.deepEqual([drawn?.file, drawn && postingIncident(drawn).body], [null, JSON.stringify(incidentQuestion(opened().state, CATALOG))]);
    const choices = (shown: Partial<Model>): string => words(render(<IncidentChoices model={{ ...opened({ place: null }), ...shown }} radar={ADDRESSES} t={en} />));
    assert.match(choices({ file }), /Chosen: fluss\.geojson .*Metres around .*Remove the area/);
    assert.doesNotMatch(choices({}), /Chosen|Metres around|Remove the area/);
  });

  test("only what is good where there is much of it can be the support that helps", () => {
    const poor = indicator("predicted_poverty", { polarity: "negative", result: { kind: "model", method: "" } });
    const neutral = indicator("predicted_age", { result: { kind: "model", method: "" } });
    const catalog = { ...CATALOG, indicators: [poor, neutral, ...CATALOG.indicators] };
    const { state } = opened({ prediction: "predicted_poverty" });
    const asked = { ...state, prediction: "predicted_poverty", indicator: "predicted_age" };
    assert.deepEqual(incidentQuestion(asked, catalog)?.support, { indicator: "predicted" });
    assert.equal(incidentQuestion(asked, { ...CATALOG, indicators: [poor, neutral] })?.support, undefined);
    const html = render(<IncidentChoices model={{ ...opened(), catalog }} radar={ADDRESSES} t={de} />);
    assert.match(html, /value="predicted"/);
    assert.doesNotMatch(html, /predicted_poverty|predicted_age/);
  });

  test("groups are suggested from shares that are neither good nor bad, until somebody chooses", () => {
    const catalog = { ...CATALOG, indicators: [indicator("old"), indicator("poor", { polarity: "negative" }), indicator("change", { middle: 0 }), indicator("dense", { unit: { id: "per_km2", symbol: both("je km²") } })] };
    const { state } = opened();
    assert.deepEqual(groupsOf(state, catalog), ["old"]);
    assert.deepEqual(groupsOf({ ...state, groups: [] }, catalog), []);
    assert.deepEqual(groupsOf({ ...state, groups: ["poor", "gone"] }, catalog), ["poor"]);
  });

  test("heads are told with the digits that an estimate carries", () => {
    assert.deepEqual([171_234, 1234, 444, 19, 0].map((value) => aboutNumber(value, de)), ["170.000", "1.200", "440", "19", "0"]);
    assert.deepEqual(aboutRange({ value: 7_500, low: 1_960, high: 13_274 }, de), { n: "7.500", low: "1.900", high: "14.000" });
    assert.deepEqual(aboutRange({ value: 30, low: 19.5, high: 991 }, en), { n: "30", low: "19", high: "1,000" });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9e7, noNaN: true }), (value) => {
        const { low, high } = aboutRange({ value, low: value, high: value }, en);
        const [least, most] = [low, high].map((text) => Number(text.replaceAll(",", "")));
        assert.ok(least !== undefined && most !== undefined && least <= value && value <= most, `${low} ${value} ${high}`);
      }),
    );
  });

  test("people never without range and what they rest on; what is not published says so", () => {
    const text = words(render(<IncidentResult model={opened()} radar={ADDRESSES} t={de} />));
    assert.match(text, /Etwa 170\.000 Menschen, mindestens 0, höchstens 760\.000\. .*Grundlage: Flächenanteile – als wohnten alle gleichmäßig verteilt, 2023/);
    assert.doesNotMatch(text, /alle berührten Gebiete/, "what the range means depends on the weights: the answer's notes say it");
    assert.match(text, /0,4 km² der Fläche liegen außerhalb aller Gebiete/);
    assert.match(text, /Hilfe: ≈.66.%.\(64–69\) im Mittel der berührten Gebiete, nach Menschen gewichtet, 2023, Modellwert/);
    assert.match(text, /Bedorf 60.% innerhalb 740 \(0–1\.300\) ≈.61.%.\(55–68\)/);
    assert.match(text, /Ceberg unter 0,01 % innerhalb nicht veröffentlicht nicht veröffentlicht/);
    assert.match(text, /Unterkünfte: 3 Halle · und 2 weitere/);
    assert.doesNotMatch(text, /Vereine/);
    assert.match(text, /Dehof 4 km ≈.80.%.\(75–85\)/);
    assert.match(words(render(<IncidentResult model={opened({}, { ...ANSWER, people: null })} radar={ADDRESSES} t={en} />)), /How many people live there is not published/);
  });

  test("a prediction of limited precision stands in brackets, and a model's value keeps its sign", () => {
    const limited = { ...ANSWER, areas: ANSWER.areas.map((one) => ({ ...one, support: one.support && { ...one.support, status: "limited-precision" } })) };
    const text = words(render(<IncidentResult model={opened({}, limited)} radar={ADDRESSES} t={de} />));
    assert.match(text, /Bedorf 60.% innerhalb 740 \(0–1\.300\) ≈.\(61.%\).\(55–68\)/);
  });

  test("an area outside of everything has no numbers", () => {
    const empty = { ...ANSWER, areas: [], people: null, support: null, groups: [], facilities: [], neighbours: [] };
    const text = words(render(<IncidentResult model={opened({}, empty)} radar={ADDRESSES} t={en} />));
    assert.doesNotMatch(text, /people live there|Areas affected/);
    assert.match(text, /Keine Lage vor Ort/);
  });

  test("a place that touches nothing has no neighbours; typed or drawn it may be the wrong way round", () => {
    const far: IncidentAnswer = { ...ANSWER, areas: [], people: null, support: null, groups: [] };
    const text = (wish: Wish, answer = far): string => words(render(<IncidentResult model={opened(wish, answer)} radar={ADDRESSES} t={de} />));
    assert.doesNotMatch(text({}), /Nachbarn|Dehof/);
    assert.match(text({}), /liegen außerhalb aller Gebiete; dort ist nichts bekannt\. Vielleicht sind Breite und Länge vertauscht/);
    assert.doesNotMatch(text({ place: { kind: "layer", id: "flood" } }), /vertauscht/);
    assert.doesNotMatch(text({}, ANSWER), /vertauscht/);
    const subject = subjectOf(opened({}, far), de);
    assert.deepEqual([subject?.looks.size, subject?.signs], [0, []]);
    assert.deepEqual([mapWaits(opened({}, far), de), mapWaits(opened({}, null), de)], [false, true], "it can be printed all the same");
  });

  test("a sheet of paper shows the place with the areas that it touches", () => {
    const box = (code: string, bbox: AreaEntry["bbox"]): AreaEntry => ({ code, name: code, designation: "", level: "municipality", edition: "2023", district: null, bbox, center: null });
    const areas = [box("14001001", [13.5, 51.05, 13.7, 51.2]), box("14001002", null), box("14001009", [12, 50, 15, 52])];
    assert.deepEqual(sheetOf(ANSWER, areas), [13.5, 51, 13.9, 51.2]);
    assert.deepEqual(sheetOf(ANSWER, []), [13.6, 51, 13.9, 51.15]);
    assert.equal(sheetOf({ ...ANSWER, areas: [] }, areas), null);
  });

  test("the map shows how much of each area lies inside, and who could help", () => {
    const subject = subjectOf(opened(), de);
    assert.ok(subject);
    assert.deepEqual(["14001001", "14001002", "14001003"].map((code) => subject.looks.get(code)?.cls), [2, 1, 0]);
    assert.equal(subject.looks.get("14001009")?.converted, true);
    assert.deepEqual(subject.classes.map((one) => one.count), [1, 1, 1]);
    assert.deepEqual(subject.found, ["shelters"]);
    assert.deepEqual(subject.lines("14001001"), ["liegt ganz innerhalb", "etwa 1.200 Menschen innerhalb (zwischen 1.200 und 1.300)"]);
    assert.deepEqual(subject.lines("14001008"), ["nicht betroffen"]);
    assert.deepEqual(subject.lines("14001009"), ["könnte helfen, 4 km entfernt"]);
  });

  test("bounds of a place hold all its corners, however deep", () => {
    assert.deepEqual(boundsOf(ANSWER.area.geometry), [13.6, 51, 13.9, 51.15]);
    assert.deepEqual(boundsOf({ type: "GeometryCollection", geometries: [{ coordinates: [1, 2] }, { coordinates: [[[[3, 4]]]] }] }), [1, 2, 3, 4]);
    assert.equal(boundsOf({ type: "Polygon", coordinates: [] }), null);
  });

  test("a layer that is the place shows on the map; invented layers and answers say so", () => {
    const none = { ...ANSWER, example: false };
    assert.deepEqual(layersShown(opened({ place: { kind: "layer", id: "flood" } })).map((one) => one.id), ["flood"]);
    assert.deepEqual(layersShown(opened()), []);
    assert.equal(showsExample(opened()), true);
    assert.equal(showsExample(opened({}, none)), false);
    assert.equal(showsExample(opened({ place: { kind: "layer", id: "shelters" } }, none)), true);
  });
});
