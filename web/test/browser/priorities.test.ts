import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { drawn, findProduct, parameter, startBrowser, until, visit, type Product } from "./harness.js";

describe("priorities", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("criteria are suggested, weights stand in the address, table, plot and map show the same area", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities");
    await page.waitForSelector(".priority-table tbody tr");
    assert.equal(await page.locator(".priority-table tbody tr").count(), 25);
    for (const text of await page.locator(".priority-table tbody td:nth-child(2)").allInnerTexts()) {
      assert.match(text, /\d+ bis \d+ \(gerechnet \d+\)|in fast allen Ziehungen/, "a rank with its range");
    }
    assert.match(await page.locator(".priority-summary").innerText(), /Wer vorn liegt, steht/);
    assert.ok((await page.locator(".two-axes .plot-dot").count()) > 400);
    await drawn(page);
    assert.match(await page.innerText(".legend"), /unter den ersten 10[\s\S]*kein Urteil über Orte/);
    assert.ok((await page.locator(".priority-summary .warning").count()) > 0, "what counts twice is said");

    const first = page.locator(".criterion input").first();
    await first.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => (new URL(location.href).searchParams.get("criteria") ?? "").includes(":need:100"));
    await page.locator(".priority-method select").selectOption("topsis");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("ranking") === "topsis");
    await page.waitForSelector('[data-waiting="false"] .priority-table');

    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await opened.page.waitForSelector(".priority-table tbody tr");
    assert.equal(await opened.page.locator(".criterion output").first().innerText(), "100");
    await opened.end();

    const row = page.locator(".priority-table tbody a").first();
    const name = await row.innerText();
    await row.click();
    const { code } = await product.find(name);
    await until("the area stands in the address", () => Promise.resolve(parameter(page, "area") === code));
    await page.waitForSelector(`.plot-selected text:has-text("${name}")`);
    assert.equal(parameter(page, "view"), "priorities");
    const second = page.locator(".priority-table tbody tr").nth(1);
    await second.hover();
    await page.waitForSelector(`.plot-marked:not(.plot-selected) text:has-text("${await second.locator("a").innerText()}")`);
    await end();
  });

  test("weights are kept, changed and compared: who moves; the formula and a district are chosen by keyboard", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities&ranking=weighted-sum");
    await page.waitForSelector(".priority-table tbody tr");
    assert.match(await page.innerText(".contributions"), /Woraus sich der Wert von .* ergibt/);
    await page.click('button:has-text("Diese Gewichte merken")');
    await page.waitForSelector('.note:has-text("Das sind die jetzigen")');
    await page.locator(".criterion input").first().focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.waitForSelector(".moves-table tbody tr");
    assert.match(await page.innerText(".moves-table"), /wahrscheinlich \d+ Plätze nach (vorn|hinten)|lässt sich nicht sagen/);
    await page.locator(".priority-method select").selectOption("product");
    await page.waitForSelector(".exponent");
    await page.locator(".exponent input").nth(1).focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("exponents") === "1,3,1,0.5");
    await page.locator(".priority-filter select").first().selectOption("14521");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("within") === "14521");
    await page.waitForSelector('[data-waiting="false"] .priority-table');
    const districts = await fetch(`${product.base}/api/areas?edition=${product.catalog.defaultEdition}&level=municipality&limit=2000`).then((one) => one.json() as Promise<{ areas: { name: string; district: { code: string } | null }[] }>);
    const within = new Set(districts.areas.filter((one) => one.district?.code === "14521").map((one) => one.name));
    await until("only areas of the district are in the order", async () => (await page.locator(".priority-table tbody a").allInnerTexts()).every((name) => within.has(name)));
    await end();
  });

  test("the order that shows is handed on as a table, by keyboard, in both forms and languages", async () => {
    for (const { lang, button, name } of [
      { lang: "de", button: "Tabelle für deutsches Excel (CSV)", name: /^example-prioritaeten-\w+\.csv$/ },
      { lang: "en", button: "Table (CSV)", name: /^example-priorities-\w+\.csv$/ },
    ]) {
      const { page, end } = await visit(browser, product.base, `?view=priorities&lang=${lang}`);
      await page.waitForSelector('[data-waiting="false"] .priority-table');
      const first = await page.locator(".priority-table tbody a").first().innerText();
      const saving = page.waitForEvent("download");
      await page.locator(".priority-files button", { hasText: button }).focus();
      await page.keyboard.press("Enter");
      const saved = await saving;
      assert.match(saved.suggestedFilename(), name);
      const lines = (await readFile(await saved.path(), "utf8")).split("\r\n");
      const delimiter = lang === "de" ? ";" : ",";
      assert.ok(lines[0]?.replace("\uFEFF", "").startsWith(["level", "code", "name", "status", "rank", "rank_low_5", "rank_high_95"].join(delimiter)));
      assert.equal(lines[0]?.startsWith("\uFEFF"), lang === "de");
      const ranked = lines.filter((line) => line.split(delimiter)[3] === "ranked");
      assert.equal(ranked[0]?.split(delimiter)[2], first);
      assert.match(ranked[0], lang === "de" ? /;0,\d+;.*Beispieldaten/ : /,0\.\d+,.*Example data/);
      const { areas } = (await (await fetch(`${product.base}/api/areas?edition=${product.catalog.defaultEdition}&level=municipality&limit=20000`)).json()) as { areas: unknown[] };
      assert.equal(lines.length - 2, areas.length, "every area has its row");
      await end();
    }
  });

  test("what cannot be answered is said in words", async () => {
    const { page, requests, end } = await visit(browser, product.base, "?view=priorities&criteria=example_disadvantage:need:50&lang=en");
    await page.waitForSelector('.panel-right:has-text("One of the two axes lacks a criterion")');
    assert.equal(await page.locator(".failure").count(), 0);
    assert.ok(!requests.some((one) => one.url().endsWith("/api/priorities")), "nothing is asked that cannot be answered");
    await page.locator(".priority-method select").selectOption("weighted-sum");
    await page.waitForSelector(".priority-table tbody tr");
    await end();
  });
});
