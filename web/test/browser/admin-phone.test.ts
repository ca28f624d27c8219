import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { SECTIONS } from "../../src/admin/address.js";
import { administered, signIn } from "./administered.js";
import { startBrowser, violations } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("administration on a phone", () => {
  const server = administered();
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("360 pixels: nothing is cut off, rows are cards whose buttons and headings show, without axe's complaint", async () => {
    const { page, end } = await signIn(browser, server.admin, "?lang=de", PHONE);
    for (const section of SECTIONS) {
      await page.click(`.tabs a[href*="view=${section}"]`);
      await page.waitForLoadState("networkidle");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${section} fits`);
      const hidden = await page.locator(".admin-section:not([hidden]) .cards tbody tr").evaluateAll((rows) => rows.flatMap((row) => [...row.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => `${one.tagName} ${one.className}`)));
      assert.deepEqual(hidden, [], `${section}: nothing of a card stands beside the screen`);
      assert.deepEqual(await violations(page), [], section);
    }
    await page.click('.tabs a[href*="view=revisions"]');
    const cell = page.locator(".revisions td[data-label]").first();
    assert.match(await cell.evaluate((one) => getComputedStyle(one, "::before").content), /Angelegt/);
    // A table stays one for screen readers, with its headings.
    await page.getByRole("columnheader", { name: "Was kam dazu" }).waitFor({ state: "attached" });
    await page.getByRole("rowheader").first().waitFor();
    await page.click("header button");
    await page.waitForSelector("#token");
    await end();
  });
});
