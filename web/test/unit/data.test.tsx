import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import { citation } from "../../src/data/citation.js";
import { Datasets } from "../../src/data/datasets.js";
import { diagnosticsOf } from "../../src/data/diagnostics.js";
import { completed, exportPath, fitting, goneOf, isWhole, periodsOf } from "../../src/data/exports.js";
import { Legal } from "../../src/data/legal.js";
import { programs } from "../../src/data/programs.js";
import { foundIndicators, themesOf } from "../../src/data/search.js";
import { dataWords } from "../../src/data/words.js";
import { STANDARD_EXPORT, parseExport, type ExportFormat } from "../../src/state/data.js";
import { translator } from "../../src/texts/texts.js";
import { ADDRESSES, CATALOG, indicator, model } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const ids = (search: string, catalog = CATALOG): string[] => foundIndicators(catalog, search).flatMap((group) => group.indicators.map((one) => one.id));

describe("the catalogue's search", () => {
  test("every word must stand somewhere, whatever its case, accents and language", () => {
    assert.deepEqual(ids("").sort(), CATALOG.indicators.map((one) => one.id).sort());
    assert.deepEqual(ids("  SHARE beschrieben "), ["share"]);
    assert.deepEqual(ids("share nirgends"), []);
    const dotted = { ...CATALOG, indicators: [indicator("x", { name: { de: "Größe der Bühne", en: "Size of the stage" } })] };
    for (const search of ["grosse", "buhne", "BÜHNE", "stage", "größe"]) assert.deepEqual(ids(search, dotted), ["x"], search);
  });

  test("an indicator of a theme that nobody named is not lost", () => {
    const odd = { ...CATALOG, indicators: [...CATALOG.indicators, indicator("odd", { theme: "elsewhere" })] };
    assert.deepEqual(themesOf(odd).map((one) => one.id), ["people", "elsewhere"]);
    assert.ok(ids("odd", odd).includes("odd"));
  });
});

describe("the address of a file", () => {
  test("what is not chosen is as on the map", () => {
    const { state } = model({ level: "district", edition: "2016", indicator: "share" });
    const path = exportPath(completed(state, CATALOG), "de");
    assert.equal(path, "/api/exports?format=gpkg&level=district&edition=2016&indicators=share&periods=newest&form=package&lang=de");
  });

  test("what is chosen stands in it; tables have no coordinates and shapes no dialect", () => {
    const whole = completed({ ...model().state, exported: { ...STANDARD_EXPORT, format: "csv", indicators: ["share", "balance"], periods: ["2018", "2023"], area: "14001", system: "25833", excel: true, bare: true } }, CATALOG);
    assert.equal(exportPath(whole, "en"), "/api/exports?format=csv&level=municipality&edition=2023&indicators=share,balance&periods=2018,2023&area=14001&dialect=excel-de&form=file&lang=en");
    const shapes = (format: ExportFormat): string => exportPath(completed({ ...model().state, exported: { ...STANDARD_EXPORT, format, system: "25833", excel: true, bare: true } }, CATALOG), "en");
    assert.match(shapes("fgb"), /&periods=newest&crs=EPSG:25833&form=file/);
    assert.match(shapes("geojson"), /&periods=newest&form=file/, "GeoJSON is in degrees, always");
    assert.match(shapes("codebook"), /&periods=newest&dialect=excel-de&form=file/);
  });

  test("a part of the map is a district, for areas that lie in one", () => {
    const area = (level: string): string | null => completed({ ...model().state, exported: { ...STANDARD_EXPORT, level, area: "14001" } }, CATALOG).area;
    assert.deepEqual(["municipality", "district", "council"].map(area), ["14001", null, null]);
  });

  test("of certain periods and indicators only what there is", () => {
    const choose = (indicators: string[], periods: string[]) => fitting(completed({ ...model().state, exported: { ...STANDARD_EXPORT, indicators, periods } }, catalog), catalog);
    const catalog = { ...CATALOG, indicators: [...CATALOG.indicators, indicator("late", { periods: ["2023"] })] };
    const fit = choose(["share", "late"], ["1999", "2018"]);
    assert.deepEqual([fit.indicators, fit.periods], [["share"], ["2018"]]);
    assert.equal(isWhole(choose(["late"], ["2018"])), false);
    assert.equal(isWhole(choose(["late"], ["2018", "2023"])), true);
  });

  test("indicators without values there are left out, those that are gone are named", () => {
    const exported = { ...STANDARD_EXPORT, indicators: ["old", "happiness"] };
    const whole = completed({ ...model().state, exported }, CATALOG);
    assert.deepEqual(whole.indicators, []);
    assert.equal(isWhole(whole), false);
    assert.deepEqual(goneOf(exported, CATALOG), ["happiness"]);
    assert.deepEqual(periodsOf(["old", "share"], CATALOG), ["2018", "2020", "2023"]);
  });

  test("a choice that cannot be read is a complaint, not another file", () => {
    for (const text of ["", "xls~~~~~~~", "gpkg~~~~~~9999~", "gpkg~~~a,a~~~~", "gpkg~~~~~~~~more", "gpkg~~~~~~~zip", "gpkg~a b~~~~~~"]) assert.equal(parseExport(text), undefined, text);
    assert.deepEqual(parseExport("gpkg"), STANDARD_EXPORT);
  });
});

describe("what is said of an indicator", () => {
  test("a citation names who, what, when, licence, revision and day", () => {
    const from = { title: "Sozialradar", version: "1", revision: 7, address: "https://radar.example.org/?entry=share", on: "2026-11-22" };
    const share = CATALOG.indicators.find((one) => one.id === "share")!;
    const survey = CATALOG.datasets.find((one) => one.id === "survey");
    assert.equal(
      citation(share, survey, from, de),
      "Amt survey (2023): share, 2018–2023. Datensatz „survey“, Stand 31.12.2023. Lizenz: Datenlizenz. © survey. Bezogen über Sozialradar 1, Datenstand 7: https://radar.example.org/?entry=share, abgerufen am 22.11.2026.",
    );
    const predicted = CATALOG.indicators.find((one) => one.id === "predicted")!;
    assert.match(citation({ ...predicted, example: true }, survey, from, en), /Modelled values, no measurement\. .* accessed 22 Nov 2026\. Example data – invented/);
  });

  test("quality in sentences: surveys, models, indices", () => {
    const d = dataWords("de");
    assert.deepEqual(diagnosticsOf({ kind: "survey", design: { respondentsAtLeast: 4860, weighted: true, clustered: true }, reliability: { alpha: 0.819, lower: 0.811, upper: 0.827 } }, d), [
      "Mindestens 4.860 Befragte.",
      "Die Antworten sind gewichtet.",
      "Die Befragten wurden in Gruppen gezogen; die Intervalle berücksichtigen das.",
      "Die Fragen der Skala messen dasselbe mit Cronbachs Alpha 0,82 (0,81–0,83); 1 wäre vollständig.",
    ]);
    const checked = { leaveOneOutError: 0.08, naiveLeaveOneOutError: 0.1, calibration: [{ nominal: 0.5, observed: 0.4 }, { nominal: 0.95, observed: 0.97 }], moransI: { pValue: 0.01 } };
    const lines = diagnosticsOf({ kind: "model", areas: { sampled: 98, "without-respondents": 298, hidden: 22 }, diagnostics: checked }, d).join("\n");
    assert.match(lines, /98 Gebiete .*, 320 ohne[\s\S]*20\u202f% kleinerem Fehler[\s\S]*die 95\u202f% der weggelassenen Werte enthalten sollen, enthalten 97\u202f%[\s\S]*fehlt ein räumliches Merkmal/);
    assert.match(diagnosticsOf({ kind: "model", diagnostics: { leaveOneOutError: 0.2, naiveLeaveOneOutError: 0.1 } }, dataWords("en")).join("\n"), /predicts it no better than the plain mean/);
    assert.deepEqual(diagnosticsOf({ kind: "index", draws: 1000, warnings: [{}, {}] }, d), ["Die Ränge beruhen auf 1.000 Wiederholungen mit zufällig veränderten Annahmen.", "Die Berechnung meldet 2 Auffälligkeiten; sie stehen auf der Seite der Methode."]);
  });

  test("commands name the collection of the level on the map", () => {
    const [, r, python, gdal] = programs("https://radar.example.org/ogc", "municipality_2023");
    assert.match(r!.code!, /st_read\("OAPIF:https:\/\/radar\.example\.org\/ogc", layer = "municipality_2023"\)/);
    assert.match(python!.code!, /layer="municipality_2023"/);
    assert.equal(gdal!.code, 'ogr2ogr areas.gpkg "OAPIF:https://radar.example.org/ogc" municipality_2023');
  });
});

describe("what the operator says", () => {
  test("words, an address, or that nothing is there yet", () => {
    const config = { ...model().config, legal: { imprint: { text: "Amt\nMarkt 1\n\nLeitung", address: null }, privacy: { text: null, address: "https://amt.example.org/p" }, accessibility: null } };
    const html = render(<Legal model={{ ...model(), config }} radar={ADDRESSES} t={de} />);
    assert.match(html, /<p class="legal-text">Amt\nMarkt 1<\/p><p class="legal-text">Leitung<\/p>/);
    assert.match(html, /<a href="https:\/\/amt\.example\.org\/p">/);
    assert.match(words(html), /noch keine Erklärung zur Barrierefreiheit hinterlegt\. Hinweis für den Betreiber: Die Einstellung „accessibility“/);
  });

  test("data sets name licence, vintage and how many indicators they hold", () => {
    const text = words(render(<Datasets model={model()} radar={ADDRESSES} t={en} />));
    assert.match(text, /survey \(en\) Publisher Amt survey As of 31 Dec 2023 .* Indicators 6 Licence Datenlizenz/);
    assert.match(text, /invented \(en\) invented/);
  });
});
