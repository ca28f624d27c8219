import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { administered, signIn } from "./administered.js";
import { startBrowser } from "./harness.js";

const OFFICE = "Fokus (erfunden)";
/** Longer than a frame: fields that rest meanwhile surely lose the focus. */
const SLOW_MS = 200;

/** Answers to changes come late, as from an office far away. */
async function slow(page: Page): Promise<void> {
  await page.route("**/api/admin/**", async (route) => {
    if (route.request().method() !== "GET") await new Promise((done) => setTimeout(done, SLOW_MS));
    await route.continue();
  });
}

describe("administration: where the focus goes on", () => {
  const server = administered();
  let browser: Browser;
  before(async () => { browser = await startBrowser(); });
  after(async () => { await browser.close(); });

  test("after a record was saved at its form, after a refusal there, after cancelling at the row, after deleting at the list", async () => {
    const { page, end } = await signIn(browser, server.admin, "?view=contacts&lang=de");
    await slow(page);
    for (const [key, value] of Object.entries({ area: "14729410", address: "Markt 1", office: OFFICE })) await page.fill(`#contact-${key}`, value);
    await page.keyboard.press("Enter");
    const row = page.locator(".contacts tr", { hasText: OFFICE });
    await row.waitFor();
    await page.waitForSelector("#contact-area:focus");

    const change = row.locator("button", { hasText: "Ändern" });
    await change.click();
    await page.waitForSelector("#contact-area:focus");
    await page.locator(".admin-section:not([hidden]) form button", { hasText: "Abbrechen" }).click();
    assert.equal(await change.evaluate((button) => button === document.activeElement), true);

    await change.click();
    const refused = (status: number) => ({ status, contentType: "application/problem+json", body: JSON.stringify({ type: "about:blank", title: "-", status, detail: "Schon da." }) });
    await page.route("**/api/admin/contacts/**", async (route) => {
      await new Promise((done) => setTimeout(done, SLOW_MS));
      await route.fulfill(refused(409));
    }, { times: 1 });
    await page.focus("#contact-office");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".admin-section:not([hidden]) [role=alert]:focus");
    assert.equal(await page.inputValue("#contact-office"), OFFICE, "what was refused stays");

    await row.locator("button", { hasText: "Löschen" }).click();
    await page.locator("dialog[open] .danger").click();
    await row.waitFor({ state: "detached" });
    await page.waitForSelector(".admin-section:not([hidden]) h2:focus");
    await end(/409/);
  });
});
