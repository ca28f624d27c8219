import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { texts, until } from "./harness.js";

/** A crisis that the sample has a prediction for; the town where felt safety and recorded crime lie far apart. */
export const FLOOD = "example_model_support_flood";
export const TOWN = "Freiberg";
export const DISTRICT = { name: "Mittelsachsen", code: "14522", municipalities: 52 };
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Presses Tab until what is wanted has the focus, as somebody without a pointer does; it must be seen to have it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector).first();
  await wanted.waitFor();
  for (let i = 0; i < 400; i++) {
    const there = await page.evaluate((one) => document.activeElement?.matches(one) === true && document.activeElement === document.querySelector(one), selector);
    if (there) {
      const ring = await wanted.evaluate((one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      });
      assert.ok(ring, `the focus on ${selector} cannot be seen`);
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

/** Whatever calls `print()` is counted, as nobody can close the window of a printer in a test. */
export async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => { (globalThis as unknown as { printed: number }).printed += 1; } });
  });
  return () => page.evaluate(() => (globalThis as unknown as { printed: number }).printed);
}

/** The first five of the order, each with its rank and the range of that; where another order must come, waits for it. */
export async function firstFive(page: Page, before: readonly string[] = []): Promise<readonly string[]> {
  let rows: readonly string[] = [];
  await until("there is an order, and another than before", async () => {
    await page.waitForSelector('[data-waiting="false"] .priority-table tbody tr');
    // In one step: a locator finds the rows first and reads them later, when another order may have come.
    rows = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-waiting="false"] .priority-table tbody tr')].slice(0, 5).map((row) => row.innerText.replace(/\s+/g, " ").trim()));
    return rows.length === 5 && rows.join() !== before.join();
  });
  return rows;
}

/** Where the units stand, with what is said of it. */
export async function allocated(page: Page): Promise<readonly string[]> {
  await page.waitForSelector('.result[data-waiting="false"] .finding', { state: "attached" });
  // On a phone it stands in a sheet.
  if (!(await page.isVisible(".finding"))) await page.tap("#open-area");
  await page.waitForSelector(".finding");
  return [await page.innerText(".finding"), ...(await texts(page, ".scenario-table tbody tr"))].map((text) => text.replace(/\s+/g, " ").trim());
}

/** What the table of felt safety beside recorded crime says. */
export async function gap(page: Page): Promise<readonly string[]> {
  await page.waitForSelector(".place-gap tbody tr");
  return texts(page, ".place-gap tbody tr");
}

/** Everything that GDAL knows of a file. */
export async function readByGdal(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)("ogrinfo", ["-al", "-geom=NO", file], { maxBuffer: 1 << 26 });
  return stdout;
}

/** GDAL is there; where it must be (CI), its absence is a failure. */
export async function hasGdal(): Promise<boolean> {
  const there = await promisify(execFile)("ogrinfo", ["--version"]).then(() => true, () => false);
  assert.ok(there || process.env.CI !== "true", "ogrinfo (gdal-bin) is missing");
  return there;
}

/** Takes the server away from a page; what it returns brings it back and waits until the page has noticed. */
export async function takeAway(page: Page): Promise<() => Promise<void>> {
  let away = true;
  await page.route(/\/(api|health|tiles)\//, (route) => (away ? route.abort() : route.fallback()));
  return async () => {
    away = false;
    await page.waitForSelector(".away", { state: "detached", timeout: 90_000 });
    await until("nothing is said to have failed", async () => (await page.locator(".failure").count()) === 0);
  };
}
