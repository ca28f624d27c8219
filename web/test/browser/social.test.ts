import axe from "axe-core";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { findProduct, parameter, pdfPages, startBrowser, until, visit, type Product } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("social space", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("a town is chosen with the keyboard, its facilities, support and surveys are read, and a link opens it again", async () => {
    const { page, end } = await visit(browser, product.base, "?view=social");
    await page.waitForSelector("#social-area optgroup", { state: "attached" });
    assert.match(await page.innerText(".panel-right"), /Bitte ein Gebiet wählen/);
    const town = await product.find("Wurzen");
    await page.focus("#social-area");
    await page.selectOption("#social-area", `municipality ${town.code}`);
    await page.waitForSelector(".social h2:has-text('Wurzen')");
    assert.equal(parameter(page, "area"), town.code);
    const text = await page.innerText(".social");
    assert.match(text, /Vergleich mit \d+ Gebieten von 5\.000 bis 19\.999 Einwohnern/);
    assert.match(text, /Treffpunkte: \d+\n/);
    assert.match(text, /\d,\d+ je 1\.000 Einwohner/);
    assert.match(text, /≈\s\d+\s% \(\d+–\d+\), 2023; Mitte der anderen/);
    assert.match(text, /beweist nicht, dass eine Maßnahme gewirkt hat/);
    assert.equal(await page.locator(".social .standing").count(), await page.locator(".social .social-figure").count());

    const layer = page.locator(".social-layers input").first();
    await layer.focus();
    await page.keyboard.press("Space");
    await until("the layer stands in the address", () => Promise.resolve((parameter(page, "layers") ?? "") !== ""));

    const opened = await visit(browser, product.base, new URL(page.url()).search.replace("lang=de", "lang=en"));
    await opened.page.waitForSelector(".social h2:has-text('Wurzen')");
    assert.match(await opened.page.innerText(".social"), /Expected support/);
    await opened.end();
    await end();
  });

  test("a district is the sum of its towns, and its waves are compared", async () => {
    const { page, end } = await visit(browser, product.base, "?view=social&area=14729&lang=en");
    await page.waitForSelector(".social-waves li");
    assert.match(await page.innerText(".social"), /District · [\d,]+ people · Compared with 12 areas of 100,000 people or more/);
    assert.match(await page.innerText(".social-waves li >> nth=0"), /before\.\n.* → .*; difference /);
    await end();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing, ${colorScheme}`, async () => {
      const { page, end } = await visit(browser, product.base, "?view=social&area=14729410", { colorScheme });
      await page.waitForSelector(".social h2");
      await page.evaluate(axe.source);
      const results = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
      assert.deepEqual(results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 140)}`)), []);
      await end();
    });
  }

  test("it fits a phone, and is printed with the word that values are invented", async () => {
    const phone = await visit(browser, product.base, "?view=social&area=14729410", PHONE);
    await phone.page.click("#open-area");
    await phone.page.waitForSelector(".social h2", { state: "visible" });
    const width = await phone.page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".panel-right")?.scrollWidth ?? 0]);
    assert.ok(width.every((one) => one <= 360), String(width));
    await phone.end();
    const { page, end } = await visit(browser, product.base, "?view=social&area=14729410");
    await page.waitForSelector(".social h2");
    await page.waitForSelector(".actions button:not([disabled]) >> nth=2");
    const pages = pdfPages(await page.pdf({ preferCSSPageSize: true }));
    assert.ok(pages >= 2 && pages <= 5, `${pages} pages`);
    await end();
  });
});
