import assert from "node:assert/strict";
import { File as NodeFile } from "node:buffer";
import { afterEach, describe, test } from "node:test";
import { renderToString } from "preact-render-to-string";
import { addressOf, placeOf, SECTIONS } from "../../src/admin/address.js";
import { AdminApi, adminPaths } from "../../src/admin/admin-api.js";
import { JobPanel } from "../../src/admin/job-panel.js";
import { bodyOf } from "../../src/admin/package-section.js";
import { RevisionTable } from "../../src/admin/revisions-section.js";
import { isChecked, type Run } from "../../src/admin/run.js";
import { NO_RELEASE, releaseBodyOf, releaseLevels, wrongOf, wrongReason } from "../../src/admin/release-draft.js";
import { formOf, NOTHING_CHOSEN, wrongWith } from "../../src/admin/survey-form.js";
import type { ComputationReport, Issue, Job, SurveyReport, WaveDeletion } from "../../src/admin/types.js";
import type { Release } from "../../src/data/release.js";
import { RequestFailure } from "../../src/api/client.js";
import { lacking } from "../../src/admin/loading.js";
import { questionOfFile, questionOfLink } from "../../src/admin/weight-draft.js";
import { WeightSummary } from "../../src/admin/weight-summary.js";
import { priorityQuestion } from "../../src/state/criteria.js";
import { resolve } from "../../src/state/resolve.js";
import { weightFile } from "../../src/state/weight-file.js";
import { adminTranslator } from "../../src/texts/admin-texts.js";

import { CATALOG } from "./samples.js";

const de = adminTranslator("de");
const en = adminTranslator("en");

const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/&amp;/g, "&").replace(/\s+/g, " ");

/** Node 18 has the class, but not by its usual name. */
const file = (parts: string[], name: string): File => new NodeFile(parts, name) as unknown as File;

const ISSUE: Issue = { code: "definition-invalid", severity: "error", file: "town.yaml", row: 12, column: "scales.trust.items", value: "halp", text: { de: "Die Frage gibt es nicht.", en: "There is no such item." } };

const REPORT: SurveyReport = {
  survey: "town",
  period: "2022",
  outcome: "checked",
  rows: 1410,
  respondents: 1400,
  levels: [{ level: "municipality", name: { de: "Gemeinden", en: "Municipalities" }, areas: 418, enough: 30, few: 90, none: 298, outside: 0 }],
  items: [{ item: "help", missing: 14, share: 0.01 }, { item: "sex", missing: 0, share: 0 }],
  scales: [
    {
      scale: "trust",
      title: { de: "Vertrauen", en: "Trust" },
      complete: 1390,
      alpha: 0.8123,
      lower: 0.79,
      upper: 0.83,
      areaReliability: null,
      areaReliabilityOfTen: 0.4,
      parts: [{ part: "police", correctedCorrelation: 0.61, weak: false, alphaIfDropped: 0.7 }, { part: "mayor", correctedCorrelation: 0.21, weak: true, alphaIfDropped: 0.85 }],
    },
  ],
  designEffects: [{ result: "trust", respondents: 1390, effectiveSize: 900.4, designEffect: 1.544 }],
  raking: [{ converged: false, rounds: 200, largestDeviation: 0.0123, atLimit: 7, effectiveSizeBefore: 1400, effectiveSizeAfter: 1100, smallestWeight: 0.2, largestWeight: 5 }],
  results: [{ de: "Zu veröffentlichen:", en: "To be published:" }, { de: "  Vertrauen: 30 Gebiete, 90 unterdrückt", en: "  Trust: 30 areas, 90 suppressed" }],
  issueCounts: {},
  issues: [],
};

const job = (kind: Job["kind"], report: unknown, state: Job["state"] = "done"): Job => ({ id: "1", kind, state, createdAt: "2022-01-01T10:00:00Z", steps: [], report, problem: {} });
const panel = (run: Run, t = de): string => words(renderToString(<JobPanel t={t} run={run} title="T" />));
const over = (done: Job, dryRun = true): Run => ({ phase: "over", dryRun, job: done });

describe("report of a wave", () => {
  test("tells what a person who runs a survey asks for, in numbers of the language", () => {
    const text = panel(over(job("survey", REPORT)));
    assert.match(text, /Geprüft und in Ordnung\. Nichts wurde gespeichert\./);
    assert.match(text, /town, Welle 2022: 1\.410 Zeilen gelesen · 1\.400 Befragte/);
    assert.match(text, /Vertrauen: 30 Gebiete, 90 unterdrückt/);
    assert.match(text, /Gemeinden 30 90 298 0/);
    assert.match(text, /α 0,81 \(0,79 bis 0,83\) · 1\.390 Personen mit allen Antworten · λ der Gebietsmittel – im Mittel, 0,40/);
    assert.match(text, /police 0,61 0,70 mayor 0,21 0,85 unter 0,30: prüfen/);
    assert.match(text, /trust 1,54 1\.390 900/);
    assert.match(text, /Nicht alle Randsummen erreicht, auch nach 200 Runden nicht/);
    assert.match(text, /1,2300 %/);
    assert.match(text, /Fehlende Antworten bei 1 Frage .*help 14 1,0 %/);
    assert.doesNotMatch(text, /\bsex\b/);
  });

  test("in English too", () => {
    const text = panel(over(job("survey", REPORT), false), en);
    assert.match(text, /Stored\. The server shows it already\./);
    assert.match(text, /α 0\.81 \(0\.79 to 0\.83\) · 1,390 persons/);
    assert.match(text, /mayor 0\.21 0\.85 below 0\.30/);
  });

  test("a fault stands with its file, line and field, and no statistics beside it", () => {
    const rejected = { ...REPORT, outcome: "rejected", rejected: true, issueCounts: { "definition-invalid": 3 }, issues: [ISSUE] };
    const text = panel(over(job("survey", rejected)));
    assert.match(text, /Abgelehnt wegen Fehlern/);
    assert.match(text, /Fehler town\.yaml 12 scales\.trust\.items Die Frage gibt es nicht\./);
    assert.match(text, /2 weitere sind nur gezählt/);
    assert.doesNotMatch(text, /Zuverlässigkeit|1\.400 Befragte/);
  });
});

describe("a job on its way", () => {
  const running = { ...job("survey", null, "running"), steps: [{ what: { de: "Lesen", en: "Reading" }, done: 1500, total: 3000, ended: false }, { what: { de: "Zählen", en: "Counting" }, done: 0, total: -1, ended: false }] };

  test("shows steps with a bar, and says so when nobody answers", () => {
    const html = renderToString(<JobPanel t={de} run={{ phase: "working", dryRun: true, job: running, away: false }} title="T" />);
    assert.match(html, /<progress aria-label="Lesen" value="1500" max="3000">/);
    assert.match(html, /<progress aria-label="Zählen">/);
    assert.match(words(html), /Wird geprüft … .*1\.500 von 3\.000/);
    assert.match(panel({ phase: "working", dryRun: false, job: running, away: true }), /Der Server antwortet gerade nicht/);
  });

  test("one that could not be carried out says why in the server's words", () => {
    const failed = { ...job("import", null, "failed"), problem: { title: "T", detail: "Der Speicher antwortet nicht." } };
    assert.match(panel(over(failed)), /konnte nicht ausgeführt werden\. Nichts wurde gespeichert\. Der Speicher antwortet nicht\./);
    assert.equal(isChecked(over(failed)), false);
  });

  test("only a dry run without errors allows to store", () => {
    assert.equal(isChecked(over(job("survey", REPORT))), true);
    assert.equal(isChecked(over(job("survey", REPORT), false)), false);
    assert.equal(isChecked(over(job("survey", { ...REPORT, rejected: true }))), false);
    assert.equal(isChecked({ phase: "working", dryRun: true, job: running, away: false }), false);
  });
});

describe("report of a computation", () => {
  const report: ComputationReport = {
    outcome: "checked",
    subject: "model.yaml",
    dataset: "model_trust",
    revision: 0,
    results: [{ indicator: "model_trust", name: { de: "Vertrauen, Modell", en: "Trust, model" }, period: "2022", method: { method: "reml" } }],
    issues: [],
  };

  test("names each result with its method document", () => {
    for (const kind of ["model", "index", "publication"] as const) {
      const text = panel(over(job(kind, report)));
      assert.match(text, /model_trust: Geprüft, nichts gespeichert Vertrauen, Modell, 2022/);
      assert.match(text, /Methodendokument von model_trust.*"method": "reml"|&quot;reml&quot;/);
    }
  });

  test("says why it was refused", () => {
    const text = panel(over(job("model", { ...report, outcome: "rejected", rejected: true, results: [], dataset: "", issues: [ISSUE] })));
    assert.match(text, /model\.yaml: Abgelehnt, nichts gespeichert .* Fehler town\.yaml 12 scales\.trust\.items/);
    assert.doesNotMatch(text, /weitere/);
  });
});

describe("deletion", () => {
  test("lists what goes with a wave", () => {
    const what: WaveDeletion = { survey: "town", wave: "2022", deleted: true, respondents: 400, releases: 1, revision: 7, resting: [{ kind: "model", dataset: "m1", period: "2022", indicators: ["m1_trust"] }] };
    const text = panel(over(job("deletion", what), false));
    assert.match(text, /Gelöscht\./);
    assert.match(text, /die Antworten von 400 Befragten die Aufzeichnung von 1 Veröffentlichung Modellwerte m1, 2022: m1_trust/);
    assert.match(text, /Ohne sie ab Revision 7\./);
  });
});

describe("report of a release", () => {
  const RELEASE: Release = {
    id: "2026.1",
    title: { de: "Daten 2026", en: "Data 2026" },
    notes: "",
    revision: 12,
    createdAt: "2026-01-02T10:00:00Z",
    example: true,
    citation: { de: "Amt: Daten 2026.", en: "Office: Data 2026." },
    files: [{ name: "municipality-gpkg.zip", title: { de: "Gemeinden", en: "Municipalities" }, bytes: 229_000, sha256: "0", href: "/x" }],
    withdrawn: false,
    withdrawal: {},
  };

  test("says what was frozen, that it is invented, how to cite it and which files there are", () => {
    const text = panel(over(job("release", RELEASE), false));
    assert.match(text, /Eingefroren\. Die öffentliche Seite zeigt die Ausgabe schon\./);
    assert.match(text, /Daten 2026 \(2026\.1\) · Revision 12 · Beispieldaten Zitieren: Amt: Daten 2026\./);
    assert.match(text, /municipality-gpkg\.zip Gemeinden 229.kB/);
    assert.match(panel(over(job("release", RELEASE), false), en), /Frozen\. .*Data 2026 \(2026\.1\) · revision 12 · example data Cite as: Office/);
  });

  test("is not asked for before its id and both titles are right, a level and a format are chosen; what is usual is not said", () => {
    const levels = releaseLevels(CATALOG);
    const [first, ...others] = levels.map(({ level }) => level.id);
    assert.ok(first && others.length > 0);
    assert.deepEqual(Object.keys(wrongOf(NO_RELEASE, levels)), ["release-id", "release-titleDe", "release-titleEn"]);
    const whole = { ...NO_RELEASE, id: " 2026.1 ", titleDe: "Daten", titleEn: "Data" };
    assert.deepEqual(wrongOf(whole, levels), {});
    for (const id of ["2026 1", "2026..1", "A", "ä", "-1", "1-", "a/b"]) assert.deepEqual(wrongOf({ ...whole, id }, levels), { "release-id": "id" }, id);
    assert.deepEqual(wrongOf({ ...whole, without: [first, ...others], formats: [] }, levels), { [`release-level-${first}`]: "choice", "release-format-gpkg": "choice" });
    assert.deepEqual(wrongOf(whole, []), {}, "nobody can choose among levels that are not known");
    const body = { id: "2026.1", title: { de: "Daten", en: "Data" }, formats: ["gpkg", "csv-long"] };
    assert.deepEqual(releaseBodyOf(whole, levels), body);
    assert.deepEqual(releaseBodyOf({ ...whole, without: [first], formats: ["csv"], notes: " N " }, levels), { ...body, formats: ["csv"], notes: "N", levels: others });
  });

  test("is withdrawn only for a reason in both languages, which is escaped in the address", () => {
    assert.deepEqual(Object.keys(wrongReason({ de: " ", en: "x" })), ["reason-de"]);
    assert.deepEqual(wrongReason({ de: "x", en: "x" }), {});
    assert.equal(adminPaths.withdrawal("a/b", { de: "falsch & alt", en: "wrong" }), "/api/admin/releases/a%2Fb?reasonDe=falsch+%26+alt&reasonEn=wrong");
  });
});

describe("revisions", () => {
  const revision = (n: number, restoredFrom = 0) => ({ revision: n, createdAt: "2026-01-02T10:00:00Z", dataset: "survey", restoredFrom });

  test("all but the one that shows can be restored; one that repeats another says so", () => {
    const html = renderToString(<RevisionTable t={de} revisions={[revision(1003, 7), revision(8), revision(7)]} busy={false} ask={() => assert.fail()} />);
    assert.match(words(html), /1\.003 .*? wie Revision 7 wird jetzt gezeigt 8 .*? survey Wiederherstellen/);
    assert.deepEqual([...html.matchAll(/aria-label="(Revision [^"]*)"/g)].map(([, label]) => label), ["Revision 8 wiederherstellen; vorher wird gefragt", "Revision 7 wiederherstellen; vorher wird gefragt"]);
  });

  test("a restoration tells which revision now holds what", () => {
    assert.match(panel(over(job("restoration", revision(9, 7)), false)), /Wiederhergestellt\. Der Server zeigt es schon\. Revision 9 enthält jetzt, was Revision 7 enthielt\./);
    assert.match(panel(over(job("restoration", revision(9, 7)), false), en), /Revision 9 now holds what revision 7 held\./);
  });
});

describe("what is sent", () => {
  const answers = file(["ags\n"], "answers.csv");

  test("nothing is sent before questionnaire, answers and wave are there", () => {
    assert.deepEqual(Object.keys(wrongWith(NOTHING_CHOSEN)), ["survey-questionnaire", "survey-answers", "survey-wave"]);
    const ready = { id: "x", file: "x.yaml", text: "y" };
    for (const wave of ["2022", "2022-06", "2022-06-30", " 2022 "]) assert.deepEqual(wrongWith({ ...NOTHING_CHOSEN, ready, answers, wave }), {}, wave);
    for (const wave of ["", "22", "2022-13", "2022-06-32", "20222", "2022?x=1"]) assert.deepEqual(wrongWith({ ...NOTHING_CHOSEN, ready, answers, wave }), { "survey-wave": "wave" }, wave);
  });

  test("a ready-made questionnaire goes along as a file of its name; margins as often as there are", async () => {
    const form = formOf({ ...NOTHING_CHOSEN, ready: { id: "x", file: "x.yaml", text: "questionnaire: 1" }, answers, margins: [file(["a"], "a.csv"), file(["b"], "b.csv")] });
    const questionnaire = form.get("questionnaire") as File;
    assert.equal(questionnaire.name, "x.yaml");
    assert.equal(await questionnaire.text(), "questionnaire: 1");
    assert.deepEqual([...form.keys()], ["questionnaire", "answers", "margins", "margins"]);
  });

  test("an archive goes as it is, other files as a form", () => {
    const archive = bodyOf([file(["PK"], "data.ZIP")]);
    assert.ok(archive instanceof Blob);
    assert.equal(archive.type, "application/zip");
    const form = bodyOf([file(["{}"], "datapackage.json"), file(["a"], "a.csv")]);
    assert.ok(form instanceof FormData);
    assert.equal(form.getAll("file").length, 2);
  });

  test("names in addresses are escaped", () => {
    assert.equal(adminPaths.wave("a/b", "2022", false), "/api/admin/surveys/a%2Fb/waves/2022");
    assert.equal(adminPaths.importSurvey("2022", true, true), "/api/admin/surveys?wave=2022&afterDeletion=true&dryRun=true");
  });
});

describe("token", () => {
  const real = globalThis.fetch;
  afterEach(() => { globalThis.fetch = real; });

  test("goes in a header field, never in an address, and without cookies", async () => {
    const asked: { path: string; init: RequestInit }[] = [];
    globalThis.fetch = (input, init = {}) => {
      asked.push({ path: input as string, init });
      return Promise.resolve(new Response('{"jobs":[]}', { headers: { "Radar-Role": "admin" } }));
    };
    const api = await AdminApi.signIn("radar-secret", () => "en");
    assert.equal(api.role, "admin");
    await api.waves();
    assert.equal(asked.length, 2);
    for (const { path, init } of asked) {
      assert.doesNotMatch(path, /secret/);
      assert.equal((init.headers as Record<string, string>).Authorization, "Bearer radar-secret");
      assert.equal(init.credentials, "omit");
      assert.equal(init.cache, "no-store");
    }
    assert.doesNotMatch(JSON.stringify(api), /secret/);
  });

  test("one that no header field can hold is refused without a request", async () => {
    globalThis.fetch = () => assert.fail("asked the server");
    for (const token of ["", "ä", "a b", "a\nb"]) await assert.rejects(AdminApi.signIn(token, () => "de"), RequestFailure);
  });

  test("who is refused later on is told", async () => {
    let status = 200;
    globalThis.fetch = () => Promise.resolve(new Response(status === 200 ? '{"jobs":[]}' : '{"type":"/problems/token-refused"}', { status }));
    const api = await AdminApi.signIn("radar-secret", () => "de");
    assert.equal(api.role, "editor");
    const told: RequestFailure[] = [];
    api.onRefused((failure) => told.push(failure));
    status = 503;
    await assert.rejects(api.waves(), RequestFailure);
    assert.equal(told.length, 0);
    status = 401;
    await assert.rejects(api.waves(), RequestFailure);
    assert.equal(told[0]?.problem, "/problems/token-refused");
  });
});

describe("address", () => {
  test("names part and language, falls back to the usual", () => {
    assert.deepEqual(placeOf("?view=jobs&lang=en"), { section: "jobs", lang: "en" });
    assert.deepEqual(placeOf("?view=x&lang=fr"), { section: "survey", lang: "de" });
    for (const section of SECTIONS) assert.deepEqual(placeOf(addressOf({ section, lang: "en" })), { section, lang: "en" });
  });
});

test("what was read before is not told to be missing when a later reading fails", () => {
  const failure = new RequestFailure("unreachable", 0, "", "");
  assert.equal(lacking({ value: null, failure }), failure);
  assert.equal(lacking({ value: [], failure }), null);
  assert.equal(lacking({ value: null, failure: null }), null);
});

describe("weight sets", () => {
  const ids = CATALOG.indicators.filter((one) => one.periods.length > 0 && one.levels.includes("municipality")).map((one) => one.id);
  const [first = "", second = ""] = ids;
  const link = (view: string, criteria: string, more = ""): string => `https://radar.example/?view=${view}&level=municipality&criteria=${criteria}${more}`;

  test("a link becomes the question that the view asks", () => {
    const read = questionOfLink(`  ${link("priorities", `${first}:need:80,${second}:support:0`, "&ranking=topsis#x")} `, CATALOG);
    assert.ok("request" in read);
    assert.deepEqual(read.request.criteria, [{ indicator: first, role: "need", weight: 80 }]);
    assert.equal(read.request.method, "topsis");
    assert.equal(read.request.level, "municipality");
  });

  test("what is no such link says which fault it has", () => {
    const wrong = (text: string): unknown => {
      const read = questionOfLink(text, CATALOG);
      return "wrong" in read ? [read.wrong, ...read.gone] : read;
    };
    assert.deepEqual(wrong(" "), ["empty"]);
    assert.deepEqual(wrong("https://radar.example/"), ["link"]);
    assert.deepEqual(wrong(link("map", `${first}:need:80`)), ["view"]);
    assert.deepEqual(wrong(link("priorities", `${first}:nonsense:80`)), ["link"]);
    assert.deepEqual(wrong(link("priorities", `${first}:need:0`)), ["criteria"]);
    assert.deepEqual(wrong(link("priorities", `${first}:need:10,gone_one:need:10`)), ["gone", "gone_one"]);
  });

  test("a link is never stored for other areas than it asks about", () => {
    const wrong = (query: string): unknown => {
      const read = questionOfLink(`https://radar.example/?view=priorities&criteria=${first}:need:10&${query}`, CATALOG);
      return "wrong" in read ? [read.wrong, ...read.gone] : [read.request.level, read.request.edition];
    };
    assert.deepEqual(wrong("level=district&edition=2016"), ["district", "2016"]);
    assert.deepEqual(wrong("level=village&edition=2016"), ["gone", "village"]);
    assert.deepEqual(wrong("level=district&edition=1999"), ["gone", "1999"]);
    assert.deepEqual(wrong("level=%3C%3E"), ["link"]);
    assert.deepEqual(wrong("edition=%3C%3E"), ["link"]);
    assert.deepEqual(wrong("indicator=vanished"), ["gone", "vanished"], "its indicator would choose the areas");
    assert.deepEqual(wrong("indicator=%3C%3E"), ["link"]);
    assert.deepEqual(wrong("indicator=vanished&level=district&edition=2016"), ["district", "2016"], "the areas are named");
  });

  test("nor is a file for areas that the data do not have", () => {
    const request = { level: "district", edition: "2016", criteria: [{ indicator: first, role: "need", weight: 1 }] };
    const gone = (more: object): unknown => questionOfFile(JSON.stringify({ ...request, ...more }), CATALOG);
    assert.deepEqual(gone({}), { name: "", request });
    assert.deepEqual(gone({ level: "village" }), { wrong: "gone", gone: ["village"] });
    assert.deepEqual(gone({ edition: "1999" }), { wrong: "gone", gone: ["1999"] });
  });

  test("a file that was written is read again, anything else is refused", () => {
    const state = resolve({ view: "priorities", level: "municipality", criteria: [{ indicator: first, role: "need", weight: 50 }] }, CATALOG)?.state;
    const request = state && priorityQuestion(state, CATALOG);
    assert.ok(request);
    assert.deepEqual(questionOfFile(weightFile({ name: "Flut", request }), CATALOG), { name: "Flut", request });
    assert.deepEqual(questionOfFile(JSON.stringify(request), CATALOG), { name: "", request }, "a question alone will do");
    for (const text of ["", "{", "[]", "{}", '{"name":"x"}', JSON.stringify({ name: 1, request }), JSON.stringify({ ...request, criteria: [] }), JSON.stringify({ ...request, criteria: [{ indicator: first, role: "other" }] }), JSON.stringify({ ...request, level: 1 }), JSON.stringify({ ...request, exponents: { a: "1" } }), JSON.stringify({ ...request, exponents: { a: {} } })]) {
      assert.deepEqual(questionOfFile(text, CATALOG), { wrong: "file", gone: [] }, text);
    }
    assert.deepEqual(questionOfFile(JSON.stringify({ ...request, criteria: [{ indicator: "gone_one", role: "need" }] }), CATALOG), { wrong: "gone", gone: ["gone_one"] });
  });

  test("it is told in words with names, and says what the data no longer have", () => {
    const question = { level: "municipality", criteria: [{ indicator: first, role: "need", weight: 80 }, { indicator: "gone_one", role: "support", weight: 0.5 }], peers: { size: "100000-" }, within: { district: "14521" } };
    const text = words(renderToString(<WeightSummary t={de} question={question} catalog={CATALOG} />));
    assert.match(text, /– Bedarf, Gewicht 80/);
    assert.match(text, /gone_one \(in den jetzigen Daten unbekannt\) – erwartete Unterstützung, Gewicht 0,50/);
    assert.match(text, /nur Kreis 14521 · ab 100\.000 Einwohnern · Zwei Achsen/);
    assert.doesNotMatch(text, /κ/);
    const product = (exponents?: object): string => words(renderToString(<WeightSummary t={de} question={{ ...question, method: "product", ...(exponents ? { exponents } : {}) }} catalog={CATALOG} />));
    assert.match(product({ a: 0.5, b: 2, c: 1.25, kappa: 0.9 }), /Produkt · a = 0,5, b = 2, c = 1,25, κ = 0,9/);
    assert.match(product({ b: 3 }), /a = 1, b = 3, c = 1, κ = 0,5/, "what is left out is as the server has it");
    assert.match(product(), /a = 1, b = 1, c = 1, κ = 0,5/);
  });
});
