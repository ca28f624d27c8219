import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderToString } from "preact-render-to-string";
import type { Milestone } from "../../src/api/types.js";
import { translator } from "../../src/texts/texts.js";
import { countedUntil, kindsInOrder, yearsOf } from "../../src/view/milestones.js";
import { NetworkGrowth } from "../../src/view/network-growth.js";

const milestone = (name: string, kind: string, date: string, means: Milestone["means"] = "happened"): Milestone => ({ code: name, name, level: "municipality", kind, date, precision: "year", means, note: null, source: "s" });

const MILESTONES = [milestone("Zittau", "agreement", "2021-02-05"), milestone("Plauen", "council", "2018-04"), milestone("Borna", "agreement", "2021", "known_by"), milestone("Meißen", "council", "2021")];

describe("milestones over time", () => {
  test("years without a milestone keep their place", () => {
    assert.deepEqual(yearsOf(MILESTONES), [2018, 2019, 2020, 2021]);
    assert.deepEqual(yearsOf([]), []);
  });

  test("until the end of a year count those of the year and all before", () => {
    assert.deepEqual(countedUntil(MILESTONES, 2020).map((one) => one.name), ["Plauen"]);
    assert.equal(countedUntil(MILESTONES, 2021).length, 4);
    assert.equal(countedUntil(MILESTONES, null).length, 4);
  });

  test("kinds stand in the order in which towns go through them, others after them", () => {
    const kinds = ["coaching", "festival", "council_active", "consultation"].map((kind) => milestone("Borna", kind, "2021"));
    assert.deepEqual(kindsInOrder(kinds), ["consultation", "council_active", "coaching", "festival"]);
  });

  test("what happened and what was known by then are counted apart", () => {
    const html = renderToString(<NetworkGrowth t={translator("de")} milestones={MILESTONES} years={yearsOf(MILESTONES)} kinds={{ agreement: { de: "Vereinbarung", en: "agreement" } }} />);
    const cells = html.split("</tr>").map((row) => row.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim());
    assert.match(cells[0] ?? "", /2018 2019 2020 2021/);
    assert.match(cells[2] ?? "", /^council 1 mit Zeitpunkt 1 mit Zeitpunkt$/);
    assert.match(cells[1] ?? "", /^Vereinbarung 1 mit Zeitpunkt 1 spätestens dann bekannt$/);
  });
});
