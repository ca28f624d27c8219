import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { findProduct, parameter, startBrowser, visit, type Product } from "./harness.js";

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

  test("criteria are suggested, weights stand in the address, an area leads to the map", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities");
    await page.waitForSelector(".priority-table tbody tr");
    assert.equal(await page.locator(".priority-table tbody tr").count(), 25);
    for (const text of await page.locator(".priority-table tbody td:nth-child(2)").allInnerTexts()) {
      assert.match(text, /\d+ bis \d+ \(gerechnet \d+\)|in fast allen Ziehungen/, "a rank with its range");
    }
    assert.match(await page.locator(".priority-summary").innerText(), /Die Reihenfolge ist/);
    assert.ok((await page.locator(".two-axes circle").count()) > 400);
    assert.ok((await page.locator(".priority-summary .warning").count()) > 0, "what counts twice is said");

    const first = page.locator(".criterion input").first();
    await first.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => (new URL(location.href).searchParams.get("criteria") ?? "").includes(":need:100"));
    await page.locator(".priority-choices select").last().selectOption("topsis");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("ranking") === "topsis");
    await page.waitForSelector('[data-waiting="false"] .priority-table');

    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await opened.page.waitForSelector(".priority-table tbody tr");
    assert.equal(await opened.page.locator(".criterion output").first().innerText(), "100");
    await opened.end();

    const row = page.locator(".priority-table tbody a").first();
    const name = await row.innerText();
    await row.click();
    await page.waitForSelector(`.card-name:has-text("${name}")`);
    assert.equal(parameter(page, "view"), null);
    await page.goBack();
    await page.waitForSelector(".priority-table tbody tr");
    await end();
  });

  test("what cannot be answered is said in words", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities&criteria=example_disadvantage:need:50&lang=en");
    await page.waitForSelector(".failure");
    assert.match(await page.locator(".failure").innerText(), /One of the two axes is empty|at least one criterion/i);
    await page.locator(".priority-choices select").last().selectOption("weighted-sum");
    await page.waitForSelector(".priority-table tbody tr");
    await end(/400/);
  });
});
