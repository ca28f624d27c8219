import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Catalog, Indicator, ResultKind, ValuesAnswer } from "../../src/api/types.js";
import { drawn, findProduct, mapColours, parameter, pdfPages, startBrowser, texts, until, visit, type Product, type Visit } from "./harness.js";

const CLASSES = { "-": "", a: "10-19", b: "20-49", e: "250+" };
/** Statuses of the first areas; the others keep what the server says of them. */
const SURVEY = "R".repeat(60) + "S".repeat(40) + "I".repeat(40) + "L".repeat(40);
const MODEL = "E".repeat(300) + "L".repeat(60);

const without = (letter: string | undefined): boolean => letter === "S" || letter === "I";

/** Values of the server as a survey or a model would give them: every fourth interval is wide, the others narrow. */
function computed(answer: ValuesAnswer, letters: string): ValuesAnswer {
  const status = (letters + answer.status.slice(letters.length)).slice(0, answer.codes.length);
  const values = answer.values.map((value, i) => (without(status[i]) ? null : i < letters.length ? (value ?? 0) : value));
  const known = values.filter((value) => value !== null);
  const range = Math.max(...known) - Math.min(...known);
  const around = (sign: number): (number | null)[] => values.map((value, i) => (value === null ? null : value + sign * (i % 4 === 0 ? range : range / 100)));
  const respondents = letters === SURVEY ? Array.from(status, (letter, i) => (without(letter) || i >= letters.length ? "-" : letter === "L" ? "a" : i === 0 ? "b" : "e")).join("") : null;
  return { ...answer, values, lower: around(-1), upper: around(1), status, respondents, respondentClasses: respondents === null ? null : CLASSES };
}

describe("results of surveys and models", () => {
  let product: Product;
  let browser: Browser;
  let shares: readonly Indicator[];
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
    shares = product.catalog.indicators.filter((one) => one.kind !== "extensive" && one.levels.includes("municipality"));
  });
  after(async () => {
    await browser.close();
  });

  /** Opens a view of which one indicator is a result of the kind; its values are the server's, with other statuses. */
  async function open(kind: ResultKind, query: string, options = {}): Promise<Visit & { readonly indicator: Indicator; readonly codes: readonly string[] }> {
    const indicator = shares[0]!;
    const year = indicator.periods.at(-1)!;
    const result = { kind, method: `/api/methods/${indicator.id}?period=${year}` };
    const opened = await visit(browser, product.base, "?view=sources", options);
    await opened.page.route("**/api/catalog", async (route) => {
      const response = await route.fetch();
      const catalog = (await response.json()) as Catalog;
      await route.fulfill({ response, json: { ...catalog, indicators: catalog.indicators.map((one) => (one.id === indicator.id ? { ...one, result } : one)) } });
    });
    await opened.page.route("**/values?**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: computed((await response.json()) as ValuesAnswer, kind === "survey" ? SURVEY : MODEL) });
    });
    const address = `${product.base}/api/indicators/${indicator.id}/values?level=municipality&period=${year}&edition=${product.catalog.defaultEdition}`;
    const { codes } = (await (await fetch(address)).json()) as ValuesAnswer;
    await opened.page.goto(`${product.base}/?indicator=${indicator.id}&level=municipality&${query}`);
    await drawn(opened.page);
    return { ...opened, indicator, codes };
  }

  const spoken = (page: Page): Promise<string | null> => page.locator(".panel-right .value-block").getAttribute("data-sentence");

  /** Shows another area as a person would who follows a link to it. */
  async function choose(page: Page, code: string): Promise<void> {
    await page.goto(page.url().replace(/&area=[^&]*/, "").replace(/&lang/, `&area=${code}&lang`));
    await drawn(page);
    await page.waitForSelector(".panel-right .value-block");
  }

  test("a survey: words, respondents, patterns and the way to the method", async () => {
    const { page, end, indicator, codes } = await open("survey", "lang=de");
    await choose(page, codes[0]!);
    assert.match((await spoken(page))!, /^−?\d[^(]*\(.+\), Befragung \d{4}, 20–49 Befragte$/);
    const year = parameter(page, "year")!;
    for (const where of [".panel-right", ".legend"]) {
      assert.equal(await page.locator(`${where} .method-link`).getAttribute("href"), `/docs/methods/${indicator.id}?period=${year}`);
    }
    const legend = (await texts(page, ".legend-signs li")).join("\n");
    for (const part of [/kein Wert: zum Schutz der Befragten nicht gezeigt\s*40/, /kein Wert: zu ungenau, um gezeigt zu werden\s*40/, /\( \) eingeschränkt genau\s*40/]) assert.match(legend, part);
    assert.doesNotMatch(legend, /≈|blass/);
    assert.equal(await page.locator(".legend-signs .key-withheld").count(), 1);
    assert.equal(await page.locator(".legend-signs .key-imprecise").count(), 1);
    assert.match(await page.locator(`#indicator option[value="${indicator.id}"]`).innerText(), / \(Befragung\)$/);
    assert.ok((await mapColours(page)).slice(0, 60).includes("#b4babd"), "the ground of hatched areas is on the map");
    await choose(page, codes[60]!);
    assert.match((await spoken(page))!, /^kein Wert, Befragung \d{4}: zum Schutz der Befragten nicht gezeigt$/);
    assert.equal(await page.locator(".panel-right .relations").count(), 0);
    await choose(page, codes[141]!);
    assert.match((await spoken(page))!, /^\(.+\) \(.+\), Befragung \d{4}, 10–19 Befragte, eingeschränkt genau$/);
    assert.doesNotMatch((await texts(page, ".panel-right .relations li")).join("\n"), /^(Höher|Niedriger)/m);
    await end();
  });

  test("words of comparisons are those of the server, in both languages, and the print has them", async () => {
    const { page, end, codes, indicator } = await open("survey", "lang=de");
    const asked: string[] = [];
    await page.route("**/api/comparisons?**", async (route) => {
      const q = new URL(route.request().url()).searchParams;
      asked.push(`${q.get("indicator")} ${q.get("level")} ${q.get("area")} ${q.get("with")}`);
      const state = q.get("with") !== "peers";
      const one = (code: string, verdict: string) => ({ with: { level: "state", code, name: code }, difference: 1, lower: 0.5, upper: 1.5, verdict, reason: null });
      await route.fulfill({
        json: {
          revision: product.catalog.revision,
          area: { level: "municipality", code: q.get("area") },
          group: state ? { kind: "holder", id: "14", size: 1 } : { kind: "size-class", id: "5000-19999", size: 3 },
          note: { de: "Die beiden Werte teilen Befragte.", en: "The two values share respondents." },
          comparisons: state ? [one(q.get("with") === "state" ? "14" : "none", "probably-higher")] : [one("1", "probably-lower"), one("2", "about-the-same"), one("3", "about-the-same")],
        },
      });
    });
    await choose(page, codes[1]!);
    const relations = (): Promise<string[]> => texts(page, ".panel-right .relations li");
    await until("the comparisons are there", async () => (await relations()).length === 2);
    assert.match((await relations())[0]!, /^Wahrscheinlich höher als in Sachsen \(.*\d.*\)$/);
    assert.equal((await relations())[1], "Unter 3 anderen Gebieten mit 5.000 bis 19.999 Einwohnern: etwa gleich wie 2, wahrscheinlich niedriger als 1");
    assert.equal(await page.locator(".panel-right").getByText("Die beiden Werte teilen Befragte.").count(), 1);
    assert.deepEqual(asked.sort(), ["district", "peers", "state"].map((other) => `${indicator.id} municipality ${codes[1]} ${other}`));
    await page.goto(page.url().replace("lang=de", "lang=en"));
    await drawn(page);
    await until("the comparisons are there again", async () => (await relations()).length === 2);
    assert.match((await relations())[0]!, /^Probably higher than in Sachsen/);
    assert.equal((await relations())[1], "Among 3 other areas with 5,000 to 19,999 inhabitants: about the same as 2, probably lower than 1");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".panel-right .relations").isVisible(), true);
    await end();
  });

  test("uncertainty is a switch: areas pale, the legend says from when on, no tile is fetched", async () => {
    const { page, end, tiles } = await open("survey", "lang=en");
    const before = await mapColours(page);
    tiles();
    await page.click("#layer-uncertainty");
    await page.waitForSelector(".legend-signs .key-widest");
    assert.equal(parameter(page, "uncertainty"), "1");
    assert.match((await texts(page, ".legend-signs li")).join("\n"), /very pale, dotted: interval wider than \d/);
    await until("areas pale", async () => (await mapColours(page)).slice(0, 12).join() !== before.slice(0, 12).join());
    assert.deepEqual(tiles(), []);
    await page.reload();
    await drawn(page);
    assert.equal(await page.isChecked("#layer-uncertainty"), true);
    await end();
  });

  test("a model: every view and the printed page call its values modelled", async () => {
    const { page, end, codes } = await open("model", "lang=en", { colorScheme: "dark" as const });
    await choose(page, codes[0]!);
    assert.match((await spoken(page))!, /^≈ .+\), modelled value \d{4}$/);
    assert.match(await page.title(), /Modelled values/);
    assert.match(await page.innerText(".stage-head .note"), /^Modelled values · /);
    assert.match((await texts(page, ".legend-signs li")).join("\n"), /≈ modelled value\s*\d{3}/);
    await choose(page, codes[301]!);
    assert.match((await spoken(page))!, /^≈ \(.+, modelled value \d{4}, limited precision$/);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => { dispatchEvent(new Event("beforeprint")); });
    assert.match(await page.innerText(".stage-head .note"), /^Modelled values · /);
    assert.equal(await page.locator(".legend-signs .key-modelled").isVisible(), true);
    assert.match(await page.innerText(".panel-right .value-facts"), /modelled value/);
    await page.evaluate(() => { dispatchEvent(new Event("afterprint")); });
    await page.emulateMedia({ media: null });
    assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true })), 1);
    await page.click('.tabs a:nth-child(2)');
    await page.waitForSelector(".values-table tbody tr");
    assert.match(await page.innerText(".values .stage-head .note"), /^Modelled values · /);
    assert.match((await texts(page, ".values-table tbody tr:first-child")).join(), /≈ [\s\S]*modelled value/);
    await end();
  });

  test("on a narrow screen card, legend and choices fit", async () => {
    const { page, end, codes } = await open("survey", "lang=de&uncertainty=1", { viewport: { width: 360, height: 740 } });
    await page.goto(page.url().replace("&lang", `&area=${codes[141]!}&lang`));
    await drawn(page);
    for (const [sheet, inside] of [["area", ".panel-right .value-facts"], ["legend", ".legend .key-widest"], ["choices", "#layer-uncertainty"]] as const) {
      await page.click(`#open-${sheet}`);
      await page.locator(inside).scrollIntoViewIfNeeded();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, `${sheet} leaves the page as wide as the screen`);
      const box = (await page.locator(inside).boundingBox())!;
      assert.ok(box.x >= 0 && box.x + box.width <= 360, `${inside} lies inside the screen`);
      await page.keyboard.press("Escape");
    }
    await end();
  });
});
