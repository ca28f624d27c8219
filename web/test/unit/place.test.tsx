import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import { contactBodyOf, contactDraftOf, NO_CONTACT, wrongOf } from "../../src/admin/contact-draft.js";
import type { Dimension, Portrait, PortraitIndicator } from "../../src/api/place-types.js";
import { showsExample, showsMap } from "../../src/app/model.js";
import { placeText } from "../../src/place/dimensions.js";
import { spanOf } from "../../src/place/network.js";
import { PlacePage } from "../../src/place/place-page.js";
import { band, hasShape, outline, pointAt, radarChart } from "../../src/place/radar-chart.js";
import { gapBar } from "../../src/place/safety.js";
import { hasTrend, seriesChart } from "../../src/place/series-chart.js";
import { translator } from "../../src/texts/texts.js";
import { ADDRESSES, loaded, model, PERCENT } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[\u00a0\u202f]/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });

const dimension = (id: string, place: number | null, more: Partial<Dimension> = {}): Dimension => ({ id, name: both(id), period: "2023", turned: false, n: 12, place, low: null, high: null, district: null, state: null, ...more });
const THREE = [dimension("help", 57, { low: 36, high: 79, district: 40 }), dimension("trust", 20), dimension("strain", 80, { turned: true })];

const wave = (period: string, value: number | null, status = "reported") => ({ period, value, low: value === null ? null : value - 5, high: value === null ? null : value + 5, status });
const counted = (period: string, value: number) => ({ period, value, low: null, high: null, status: "reported" });

const ASKED: PortraitIndicator = {
  id: "asked",
  name: both("Zusammenhalt"),
  unit: PERCENT,
  decimals: 1,
  ...wave("2023", 68),
  peers: { n: 12, lowerQuartile: 50, median: 61.2, upperQuartile: 70 },
  position: "within",
  words: both("Wahrscheinlich höher als der mittlere Wert."),
  verdict: "probably-higher",
  reason: null,
  theme: "people",
  series: [wave("2021", 60), wave("2023", 68)],
  district: [wave("2021", 58), wave("2023", 59)],
  state: [],
  change: { indicator: "asked", name: both("Zusammenhalt"), unit: PERCENT, decimals: 1, before: wave("2021", 60), after: wave("2023", 68), difference: { value: 8, low: 1, high: 15 }, words: both("Wahrscheinlich höher als davor.") },
};
const PEOPLE: PortraitIndicator = { ...ASKED, id: "population", name: both("Bevölkerung"), ...counted("2023", 13_274), verdict: null, reason: "grows-with-size", position: null, words: both("wird nicht verglichen"), series: [counted("2022", 13_300), counted("2023", 13_274)], district: [], change: null };
const HIDDEN: PortraitIndicator = { ...ASKED, id: "share", name: both("Anteil"), ...wave("2023", null, "suppressed"), verdict: null, reason: "no-value", words: both("kein Wert"), series: [wave("2023", null, "suppressed")], district: [], change: null };

const side = (id: string, standardised: number, low: number, high: number) => ({ id, name: both(id), unit: PERCENT, decimals: 1, turned: true, figure: wave("2023", 40), standardised, standardisedLow: low, standardisedHigh: high });

const PORTRAIT: Portrait = {
  revision: 7,
  example: true,
  attribution: "© Amt",
  edition: "2023",
  level: "municipality",
  code: "14001001",
  name: "Ahausen",
  population: 13_274,
  peers: { kind: "size-class", id: "5000-19999", level: "municipality", n: 12 },
  dimensions: THREE,
  indicators: [ASKED, PEOPLE, HIDDEN],
  safety: { felt: side("asked", 3.23, 2.66, 3.8), recorded: { ...side("crimes", -0.38, -0.38, -0.38), figure: counted("2023", 30) }, n: 7, difference: { value: 3.6, low: 3.03, high: 4.17 }, words: both("Das Unsicherheitsgefühl ist wahrscheinlich höher.") },
  contacts: [
    { id: "a", area: "14001001", areaName: "Ahausen", office: "Präventionsrat", address: "Rathaus\nMarkt 1", link: "https://www.example.org/rat" },
    { id: "b", area: "14001", areaName: "Musterland", office: "Kreisamt", address: null, link: "javascript:alert(1)" },
  ],
  notes: [{ kind: "areas", text: both("Gebiete, nicht Menschen") }, { kind: "safety-gap", text: both("Menschen irren sich nicht") }],
};

const at = (portrait: Portrait | null) => model({ view: "place", area: "14001001" }, {}, { portrait: portrait ? loaded(portrait) : { key: "", loading: false, value: null, failure: null } });

function withLocation<T>(run: () => T): T {
  Object.assign(globalThis, { location: { origin: "https://radar.example.org", search: "" } });
  return run();
}

const html = (portrait: Portrait | null, t = de): string => withLocation(() => render(<PlacePage model={at(portrait)} radar={ADDRESSES} t={t} />));
const page = (portrait: Portrait | null, t = de): string => words(html(portrait, t));

describe("a place on one page", () => {
  test("values stand with interval, year, origin, peers in words, district and course", () => {
    const text = page(PORTRAIT);
    assert.match(text, /Verglichen mit 12 anderen von 5\.000 bis 19\.999 Einwohnern/);
    assert.match(text, /Zusammenhalt 68 % \(63–73\), Befragung 2023 Wahrscheinlich höher als der mittlere Wert\./);
    assert.match(text, /Mitte der anderen: 61,2/);
    assert.match(text, /Wahrscheinlich höher als davor\./);
    assert.match(html(PORTRAIT), /aria-label="Verlauf von Zusammenhalt: 2021: 60.% \(55–65\); 2023: 68.% \(63–73\)"/);
  });

  test("a number is shown without comparison, a hidden value with its reason", () => {
    const text = page(PORTRAIT);
    assert.doesNotMatch(text, /wird nicht verglichen/);
    assert.match(text, /Hier nicht veröffentlicht [^:]+: Anteil/);
    assert.doesNotMatch(text, /Anteil kein Wert/);
  });

  test("felt safety and recorded crime stand as two bars and the difference, never as the difference alone", () => {
    const text = page(PORTRAIT);
    assert.match(text, /Unsicherheitsgefühl 2023 \+3,2 \(\+2,7 bis \+3,8\) Erfasste Straftaten 2023 −0,4 Abstand \+3,6 \(\+3,0 bis \+4,2\)/);
    assert.match(text, /Menschen irren sich nicht/);
    const untold = page({ ...PORTRAIT, safety: { ...PORTRAIT.safety, felt: null, difference: null, words: both("Keine Befragung") } });
    assert.match(untold, /Keine Befragung/);
    assert.doesNotMatch(untold, /Abstand/);
  });

  test("contacts are offices with address and a link of the web; nothing else becomes a link", () => {
    const text = html(PORTRAIT);
    assert.match(text, /<a href="https:\/\/www\.example\.org\/rat" rel="noopener noreferrer">www\.example\.org\/rat<\/a>/);
    assert.doesNotMatch(text, /javascript:/);
    assert.match(words(text), /Kreisamt für Musterland/);
    assert.match(page({ ...PORTRAIT, contacts: [] }), /Es ist kein Kontakt eingetragen/);
  });

  test("without a place it says how to choose one, and few peers are said once", () => {
    assert.match(page(null), /Bitte einen Ort wählen/);
    const few = page({ ...PORTRAIT, peers: { kind: "size-class", id: "100000-", level: "municipality", n: 2 }, dimensions: [], indicators: [{ ...ASKED, reason: "too-few-peers", verdict: null, words: both("zu wenige") }] });
    assert.match(few, /Verglichen mit 2 anderen ab 100\.000 Einwohnern \(municipalitys\)\. Das sind zu wenige für einen Vergleich\./);
    assert.doesNotMatch(few, /zu wenige [A-Z]/);
    assert.match(few, /zu wenige vergleichbare Gebiete oder Werte für ein Bild/);
  });

  test("English is complete, no map shows, and invented values are labelled", () => {
    assert.match(page(PORTRAIT, en), /What the data cannot say/);
    assert.doesNotMatch(page(PORTRAIT, en), /\b(Einwohner|Seite|Standardabweichungen)\b/);
    assert.equal(showsMap("place"), false);
    assert.equal(showsExample(at(PORTRAIT)), true);
    assert.equal(showsExample(at({ ...PORTRAIT, example: false })), false);
    assert.match(html(PORTRAIT), /class="place-second">Beispieldaten/);
  });
});

describe("charts of a place", () => {
  test("the first axis points up and the others follow clockwise", () => {
    assert.deepEqual(pointAt(0, 4, 0), [170, 170]);
    const [x, y] = pointAt(1, 4, 100);
    assert.ok(x > 300 && Math.abs(y - 170) < 1e-9);
    assert.ok(pointAt(0, 4, 100)[1] < 40);
  });

  test("a shape needs three places; its band joins the ends of the intervals", () => {
    assert.equal(outline([10, null, 20]), "");
    assert.equal(hasShape(THREE), true);
    assert.equal(hasShape([...THREE.slice(0, 2), dimension("none", null)]), false);
    assert.equal(band(THREE).split("M").length, 3);
    assert.equal(band(THREE.map((one) => ({ ...one, low: null, high: null }))), "");
    const chart = render(radarChart(THREE, "Netz"));
    assert.equal((chart.match(/radar-dot/g) ?? []).length, 3);
    assert.match(chart, /role="img" aria-label="Netz"/);
  });

  test("a place in words has its interval", () => {
    assert.equal(placeText(THREE[0]!, de), "57 (36–79)");
    assert.equal(placeText(THREE[1]!, de), "20");
  });

  test("a course has a whisker for each interval and an open dot for what is no reported value", () => {
    assert.equal(hasTrend(ASKED), true);
    assert.equal(hasTrend(HIDDEN), false);
    const chart = render(seriesChart({ ...ASKED, series: [wave("2021", 60, "converted"), wave("2023", 68)] }, "x"));
    assert.equal((chart.match(/series-whisker/g) ?? []).length, 2);
    assert.equal((chart.match(/series-open/g) ?? []).length, 1);
    assert.match(chart, />2021</);
  });

  test("a bar begins at the middle, to the left for less", () => {
    const rows = [{ name: "a", value: -2, low: null, high: null }, { name: "b", value: 1, low: 0, high: 2 }];
    assert.match(render(gapBar(rows[0]!, rows, false)), /class="gap-bar" x="6" width="69"/);
    assert.match(render(gapBar(rows[1]!, rows, true)), /gap-whisker" x1="75" x2="144"/);
  });

  test("the time line spans whole years", () => {
    assert.deepEqual(spanOf([{ date: "2021-02-16" }]), { first: 2021, last: 2022, ticks: [2021, 2022] });
    assert.deepEqual(spanOf([{ date: "2010" }, { date: "2023-12-31" }]).ticks, [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]);
  });
});

describe("a contact that is entered", () => {
  test("needs area and office, and a whole address of the web", () => {
    assert.deepEqual(wrongOf(NO_CONTACT), { "contact-area": "needed", "contact-office": "needed" });
    assert.deepEqual(wrongOf({ area: "1", office: "Amt", address: "", link: "www.example.org" }), { "contact-link": "link" });
    assert.deepEqual(wrongOf(contactDraftOf(PORTRAIT.contacts[0]!)), {});
  });

  test("is sent without what was left empty", () => {
    assert.deepEqual(contactBodyOf({ area: " 1 ", office: "Amt", address: "", link: "" }), { area: "1", office: "Amt", address: null, link: null });
  });
});
