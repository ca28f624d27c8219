import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import { histogram } from "../../src/classes/classes.js";
import { brushOn } from "../../src/classes/range.js";
import { themesInOrder } from "../../src/state/themes.js";
import { translator } from "../../src/texts/texts.js";
import { Choices } from "../../src/view/choices.js";
import { HistogramBars } from "../../src/view/histogram-bars.js";
import { Legend } from "../../src/view/legend.js";
import { SignGuide } from "../../src/view/sign-guide.js";
import { ValuesTable } from "../../src/view/values-table.js";
import { choiceNote, chosenAreas } from "../../src/view/view-data.js";
import { ADDRESSES, model } from "./samples.js";

const de = translator("de");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");
const nothing = (): void => undefined;

describe("what is chosen on the map", () => {
  test("chosen classes show alone, on the map and in the table; classes that the values lack are no choice", () => {
    const second = model({ only: [1] });
    assert.deepEqual([...chosenAreas(second)!], ["14001003"]);
    assert.equal(chosenAreas(model()), null);
    assert.equal(chosenAreas(model({ only: [7] })), null);
    const table = words(render(<ValuesTable model={second} radar={ADDRESSES} t={de} />));
    assert.ok(table.includes("Ceberg") && !table.includes("Ahausen") && !table.includes("Bedorf"), table);
    assert.match(table, /Nur gewählte Klassen: 1 von 2 Gebieten mit Wert\./);
    const legend = render(<Legend model={second} radar={ADDRESSES} t={de} />);
    assert.deepEqual([...legend.matchAll(/aria-pressed="(true|false)"/g)].map((one) => one[1]), ["false", "true"]);
    assert.equal(choiceNote(model(), de), "");
    assert.ok(!words(legend.split("sign-guide")[0]!).includes("kein Wert"), "areas without a value do not show, nor does their sign");
  });

  test("each bar that holds areas is a button with its name; the keyboard enters them once", () => {
    const found = histogram([1, 2, 2, 9, 10], [1, 5, 10], 5);
    const html = render(<HistogramBars found={found} colours={["#111111", "#222222"]} marks={[]} only={[1]} choice={{ brush: brushOn(1, 10, false), range: null, put: nothing, keep: () => nothing }} number={String} bound={String} t={de} point={nothing} choose={nothing} />);
    const bars = [...html.matchAll(/<g class="bar"[^>]*>/g)].map((one) => one[0]);
    assert.equal(bars.length, found.bins.filter((bin) => bin.counts.some((count) => count > 0)).length);
    assert.deepEqual(bars.map((bar) => /tabindex="(-?\d)"/i.exec(bar)?.[1]), bars.map((_, i) => (i === 0 ? "0" : "-1")));
    assert.deepEqual(bars.map((bar) => /aria-pressed="(\w+)"/.exec(bar)?.[1]), ["false", "true"]);
    for (const bar of bars) assert.match(bar, /role="button"/);
    assert.match(bars[1]!, /aria-label="[^"]*: 2 Gebiete"/);
  });

  test("years have a slider with their names, layers stand by theme", () => {
    const html = render(<Choices model={model({ year: "2020" })} radar={ADDRESSES} t={de} />);
    assert.match(html, /id="year-slider"[^>]*max="2"[^>]*aria-valuetext="2020"/);
    const groups = [...html.matchAll(/<legend>([^<]*)<\/legend>/g)].map((one) => one[1]);
    for (const group of ["Netzwerk", "Gefahren", "Einrichtungen", "Orientierung"]) assert.ok(groups.includes(group), `${group} is missing in ${groups.join()}`);
  });

  test("themes of this page come first, the others as the catalogue has them", () => {
    const theme = (id: string) => ({ id, name: { de: id, en: id } });
    assert.deepEqual(themesInOrder(["people", "support", "economy", "safety"].map(theme)).map((one) => one.id), ["safety", "support", "people", "economy"]);
  });

  test("the guide names every sign", () => {
    assert.equal((render(<SignGuide t={de} />).match(/<li>/g) ?? []).length, 10);
  });
});
