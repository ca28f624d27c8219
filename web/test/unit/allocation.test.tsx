import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import type { AllocatedArea, AllocationAnswer } from "../../src/api/planning-types.js";
import { RequestFailure } from "../../src/api/client.js";
import { showsExample } from "../../src/app/model.js";
import { AllocationChoices } from "../../src/planning/allocation-choices.js";
import { draftOf, faultsOf, kindOf, ruleDraftOf, rulesOf } from "../../src/planning/allocation-draft.js";
import { AllocationResult, gapText, placesOf, rulesNamed } from "../../src/planning/allocation-result.js";
import { allocationQuestion } from "../../src/state/allocation.js";
import { NO_RULES, parseRules, parseUnits, type UnitKind } from "../../src/state/units.js";
import type { Wish } from "../../src/state/view-state.js";
import { translator } from "../../src/texts/texts.js";
import { subjectOf } from "../../src/view/subject.js";
import { ADDRESSES, CATALOG, loaded, model } from "./samples.js";

const de = translator("de");
const en = translator("en");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const both = (text: string) => ({ de: text, en: text });
const UNITS: readonly UnitKind[] = [
  { name: "Team", number: 2, capacity: null, radiusKm: null, cost: 10 },
  { name: "Pumpe", number: 3, capacity: 500, radiusKm: 12.5, cost: null },
];
const area = (code: string, name: string, covered: number, units: Record<string, number>, chosen: number): AllocatedArea => ({ code, name, district: "14001", demand: 2, covered, units, chosen });

const ANSWER: AllocationAnswer = {
  revision: 7,
  example: true,
  attribution: "© Amt",
  level: "municipality",
  edition: "2023",
  unit: both("Vorrang"),
  demand: 8,
  covered: 3,
  share: 0.375,
  proven: false,
  gap: 0.021,
  used: { kind1: 1, kind2: 3 },
  cost: 10,
  areas: [area("14001001", "Ahausen", 2, { kind1: 1, kind2: 2 }, 0.9), area("14001002", "Bedorf", 1, {}, 0.7), area("14001003", "Ceberg", 0, { kind2: 1 }, 0.2), area("14001004", "Dehof", 0, {}, 0)],
  missing: [{ code: "14001009", name: "Ohne" }],
  rules: [{ rule: "budget", price: 1, proven: false, text: both("Wegen des Budgets") }],
  draws: 100,
  seed: 1,
  firmness: 0.96,
  notes: [{ kind: "areas", text: both("Gebiete, keine Menschen") }],
};

const criteria = [{ indicator: "share", role: "need" as const, weight: 50 }];
const opened = (wish: Wish = {}, answer: AllocationAnswer | null = ANSWER) => model({ view: "allocation", criteria, units: UNITS, ...wish }, {}, answer ? { allocation: loaded(answer) } : {});

describe("limited resources", () => {
  test("units and rules that cannot be read are none", () => {
    assert.deepEqual(parseUnits("Team~2~~~10,Pumpe~3~500~12.5~"), UNITS);
    for (const wrong of ["Team~-1~~~", "Team~1.5~~~", "~1~~~", "Team~1~x~~", "Team~20001~~~", "Team~1", "<b>~1~~~", Array(6).fill("T~1~~~").join()]) assert.equal(parseUnits(wrong), undefined, wrong);
    assert.deepEqual(parseRules("minimum:1,budget:40.5"), { minimum: 1, cap: null, budget: 40.5 });
    for (const wrong of ["minimum:1.5", "cap:-1", "all:1", "budget:"]) assert.equal(parseRules(wrong), undefined, wrong);
  });

  test("priorities are the demand; two axes give none, and inhabitants weigh only where they are known", () => {
    const { state } = opened({ rules: { minimum: 1, cap: null, budget: 40 } });
    const question = allocationQuestion(state, CATALOG);
    assert.deepEqual(question?.kinds, [{ id: "kind1", number: 2, cost: 10 }, { id: "kind2", number: 3, capacity: 500, radius: 12_500 }]);
    assert.deepEqual(question.rules, { minimumPerDistrict: 1, budget: 40 });
    assert.equal(question.demand.priorities.method, "weighted-sum");
    assert.equal(question.demand.by, "people");
    assert.equal(allocationQuestion(state, { ...CATALOG, population: null })?.demand.by, "areas", "a count of persons need not be one of inhabitants");
    assert.equal(allocationQuestion(state, { ...CATALOG, indicators: CATALOG.indicators.filter((one) => one.id !== "population") })?.demand.by, "areas");
    assert.equal(allocationQuestion({ ...state, criteria: [{ indicator: "share", role: "need", weight: 0 }] }, CATALOG), null);
    assert.equal(allocationQuestion({ ...state, ranking: "topsis" }, CATALOG)?.demand.priorities.method, "topsis");
  });

  test("how good, how certain, what is left over and what rules cost is said in words", () => {
    const text = words(render(<AllocationResult model={opened()} radar={ADDRESSES} t={de} />));
    assert.match(text, /1 × Team, 3 × Pumpe decken zusammen 38.% des bekannten Bedarfs\. Ob es eine bessere gibt, ist nicht bewiesen; sie könnte höchstens 2,2.% mehr decken als diese/);
    assert.match(text, /Unter diesen Regeln bleibt übrig: 1 × Team/);
    assert.match(text, /erreicht diese Verteilung im Mittel 96.% dessen, was eine schnelle Verteilung jeweils erreicht/);
    assert.match(text, /Ahausen 1 × Team, 2 × Pumpe 100.% 90.%/);
    assert.match(text, /Wegen des Budgets Das sind 13.% des Bedarfs\./);
    assert.doesNotMatch(text, /Der Preis ist nicht bewiesen/, "the server's own sentence says it already");
    assert.match(words(render(<AllocationResult model={opened({}, { ...ANSWER, proven: true })} radar={ADDRESSES} t={en} />)), /This is proven to be the best allocation/);
  });

  test("what a better allocation could cover more is told of this one, rounded up and never as nothing", () => {
    const found = (gap: number): string | undefined => /at most (.+) more than this one/.exec(gapText(gap, en))?.[1];
    assert.deepEqual([0.5, 0.75, 0.1, 0.021, 0.00003, 0].map(found), ["100%", "300%", "12%", "2.2%", "0.01%", "0.01%"]);
    assert.match(gapText(1, de), /nicht bewiesen; wie viel mehr sie decken könnte, lässt sich nicht sagen/);
  });

  test("areas with units come first, then those often chosen, others not", () => {
    assert.deepEqual(placesOf(ANSWER.areas).map((one) => one.name), ["Ahausen", "Ceberg", "Bedorf"]);
  });

  test("the map tells standing, covered and uncovered apart, and what is loose", () => {
    const subject = subjectOf(opened(), de);
    assert.ok(subject);
    assert.deepEqual(ANSWER.areas.map(({ code }) => [subject.looks.get(code)?.cls, subject.looks.get(code)?.wide, subject.looks.get(code)?.converted]), [[2, false, false], [1, false, true], [2, true, false], [0, false, false]]);
    assert.deepEqual(subject.classes.map((one) => one.count), [2, 1, 1]);
    assert.deepEqual(subject.lines("14001001"), ["hier: 1 × Team, 2 × Pumpe", "100 % des Bedarfs gedeckt", "in 90 % der Ziehungen gewählt"]);
    assert.deepEqual(subject.lines("14001009"), ["ohne bekannten Bedarf"]);
  });

  test("before a result the map has no colours that could be taken for one", () => {
    const subject = subjectOf(opened({}, null), de);
    assert.ok(subject);
    assert.equal(subject.looks.size, 0);
    assert.equal(subject.subtitle, "Noch kein Ergebnis");
  });

  test("rules that contradict each other are named in words", () => {
    assert.deepEqual(rulesNamed("Diese Regeln widersprechen sich: number:kind1, minimum:14001, budget."), ["number:kind1", "minimum:14001", "budget"]);
    const failure = new RequestFailure("refused", 400, "number:kind1, minimum:14001, budget", "/problems/rules-contradict");
    const failed = { ...opened({ rules: { minimum: 4, cap: null, budget: 40 } }, null), allocation: { key: "k", loading: false, value: null, failure } };
    const text = words(render(<AllocationResult model={failed} radar={ADDRESSES} t={de} />));
    assert.match(text, /Es gibt nur 2 × Team\. Musterland soll mindestens 4 bekommen\. Die Kosten sollen 40 nicht übersteigen\. Eine davon lockern/);
  });

  test("the form holds what the address says, in the notation of the language", () => {
    const html = render(<AllocationChoices model={opened()} radar={ADDRESSES} t={de} />);
    assert.match(html, /value="12,5"/);
    assert.match(render(<AllocationChoices model={opened({ lang: "en" })} radar={ADDRESSES} t={en} />), /value="12\.5"/);
    assert.match(words(html), /Bedarf ist der Vorrang nach: share \(50\)\. Zwei Achsen ergeben keine Zahl/);
  });

  test("what cannot be computed with is told by field, with what is possible there", () => {
    const [team, pump] = UNITS.map((one) => draftOf(one, "de")) as [ReturnType<typeof draftOf>, ReturnType<typeof draftOf>];
    const none = ruleDraftOf(NO_RULES, "de");
    const told = (wrong: Partial<typeof team>, rule: Partial<typeof none> = {}): string[] => faultsOf([{ ...team, ...wrong }], { ...none, ...rule }, "de").map((one) => one.text);
    assert.deepEqual(told({}), []);
    for (const number of ["100000", "-1", "1,5", "", "drei"]) assert.deepEqual(told({ number }), ["Anzahl: eine ganze Zahl von 0 bis 20.000."], number);
    for (const radiusKm of ["1000000000", "1e9", "-1"]) assert.deepEqual(told({ radiusKm }), ["Umkreis in km: eine Zahl von 0 bis 999.999.999, oder leer."], radiusKm);
    assert.deepEqual(told({ capacity: "0", name: "<b>" }, { minimum: "20001", budget: "viel" }).map((text) => text.split(":")[0]), ["Name", "Bedarf, den eine deckt", "Regeln, mindestens je Kreis", "Regeln, Kosten höchstens"]);
    const two = faultsOf([{ ...team, number: "15000" }, { ...pump, number: "15000", cost: "x" }], none, "de");
    assert.deepEqual(two.map((one) => one.id), ["wrong-cost-1", "wrong-sum-0"]);
    assert.match(two.map((one) => one.text).join(" "), /^2\. Art von Einheiten, Kosten je Einheit: .* zusammen haben 30\.000 Einheiten; möglich sind höchstens 20\.000\.$/);
    assert.deepEqual([team, pump].map((one) => kindOf(one, "de")), UNITS);
    assert.deepEqual(rulesOf({ ...none, budget: "40,5" }, "de"), { minimum: null, cap: null, budget: 40.5 });
  });

  test("invented values say so", () => {
    assert.equal(showsExample(opened()), true);
    assert.equal(showsExample(opened({}, { ...ANSWER, example: false })), false);
  });
});
