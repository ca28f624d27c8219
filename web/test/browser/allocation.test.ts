import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { findProduct, parameter, startBrowser, visit, type Product } from "./harness.js";

describe("limited resources", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("three teams: from the order to the places, with proof, and a link that reopens it", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities");
    await page.waitForSelector(".priority-table tbody tr");
    await page.click('.parts a:has-text("Begrenzte Mittel")');
    await page.waitForSelector(".result .finding");
    assert.equal(await page.getAttribute('.tabs a:has-text("Prioritäten")', "aria-current"), "page");
    assert.match(await page.innerText(".finding"), /3 × Team decken zusammen \d+.% des bekannten Bedarfs\.\s+(Das ist bewiesen|Ob es eine bessere gibt)/);
    assert.equal(await page.locator(".legend-plain .legend-n").first().innerText(), "3");
    assert.equal(await page.locator('.scenario-table tbody td:has-text("1 × Team")').count(), 3);

    await page.getByLabel("Anzahl").first().fill("5");
    await page.getByLabel("höchstens je Gebiet").fill("1");
    await page.click('button:has-text("Verteilen")');
    await page.waitForSelector('.finding:has-text("5 × Team")');
    assert.equal(parameter(page, "units"), "Team~5~~~");
    assert.equal(parameter(page, "rules"), "cap:1");
    assert.match(await page.innerText(".result-list"), /Obergrenze je Gebiet/);

    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await opened.page.waitForSelector('.finding:has-text("5 × Team")');
    assert.equal(await opened.page.getByLabel("Anzahl").first().inputValue(), "5");
    await opened.end();
    await end();
  });

  test("rules that contradict each other are named; what cannot be read is not sent", async () => {
    const { page, requests, end } = await visit(browser, product.base, "?view=allocation&rules=minimum:1&lang=en");
    await page.waitForSelector(".panel-right .failure");
    assert.match(await page.innerText(".panel-right .failure"), /These rules cannot be kept together:.*There are only 3 × Team\..*is to get at least 1\./s);
    const sent = requests.length;
    await page.getByLabel("Radius in km").fill("far");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".note-wrong");
    assert.equal(requests.slice(sent).filter((one) => one.url().endsWith("/api/allocations")).length, 0);
    assert.equal(await page.getByLabel("Radius in km").getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByLabel("Radius in km").getAttribute("aria-describedby"), "wrong-radiusKm-0");
    assert.equal(await page.innerText("#wrong-radiusKm-0"), "Radius in km: a number from 0 to 999,999,999, or empty.");
    await page.getByLabel("Radius in km").fill("");
    await page.getByLabel("Number").fill("100000");
    assert.equal(await page.innerText(".note-wrong li"), "Number: a whole number from 0 to 20,000.");
    await end(/400/);
  });
});
