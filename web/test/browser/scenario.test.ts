import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ScenarioAnswer } from "../../src/api/planning-types.js";
import { findProduct, mapColours, parameter, pdfPages, startBrowser, texts, until, visit, type Product } from "./harness.js";

const CHANGES = "&changes=example_unemployment:relative:-40";

async function answered(page: Page): Promise<void> {
  await page.waitForSelector('.result[data-waiting="false"] .interval-row');
  await page.waitForSelector('.map-host[data-busy="false"] .map[data-drawn]', { state: "attached" });
}

describe("what if", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("a slider changes the prediction on map, chart and table; the address reopens it", async () => {
    const { page, requests, end } = await visit(browser, product.base, "?view=scenario");
    await answered(page);
    assert.match(await page.innerText(".result"), /Annahmen: keine/);
    const asked = (): number => requests.filter((one) => one.url().endsWith("/api/scenarios")).length;
    const before = asked();
    const slider = page.locator('.change input[type="range"]').first();
    await slider.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
    await page.waitForSelector('.result:has-text("−30")');
    await answered(page);
    assert.ok(asked() - before <= 6, "a slider that moves on gives up what it asked before");
    assert.equal(parameter(page, "changes"), "example_unemployment:relative:-30");
    assert.match(await page.innerText(".finding"), /Wahrscheinlich höher|Wahrscheinlich niedriger|lässt sich nicht sagen/);
    assert.match(await page.innerText(".finding"), /\d.% \(\d+(,\d)?–\d+(,\d)?\).*Prozentpunkte \([+−]/s);
    assert.match(await page.innerText(".caution"), /keine Ursachen/);
    const legend = await page.locator(".legend-classes rect").evaluateAll((fields) => fields.map((field) => field.getAttribute("fill") ?? ""));
    assert.equal(legend.length, 7);
    assert.ok((await mapColours(page)).length > 5);

    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await answered(opened.page);
    assert.equal(await opened.page.innerText(".finding"), await page.innerText(".finding"));
    assert.equal(await opened.page.locator('.change input[type="range"]').first().inputValue(), "-30");
    await opened.end();
    await end();
  });

  test("what the page says is what the server computed", async () => {
    const body = JSON.stringify({ model: "example_model", outcome: "example_model_support_heat", areas: { district: "14521" }, changes: [{ indicator: "example_unemployment", relative: -40 }] });
    const response = await fetch(`${product.base}/api/scenarios`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    const answer = (await response.json()) as ScenarioAnswer;
    const { page, end } = await visit(browser, product.base, `?view=scenario&prediction=example_model_support_heat&where=14521&lang=en${CHANGES}`);
    await answered(page);
    assert.match(await page.innerText(".finding"), new RegExp(`\\(${answer.areas.codes.length} areas\\)`));
    await page.click('summary:has-text("All chosen areas")');
    await page.click('.result button:has-text("Show all")');
    const rows = await texts(page, ".scenario-table tbody th a");
    assert.deepEqual([...rows].sort(), [...answer.areas.names].sort());
    const far = new Set([...Object.keys(answer.areas.outside), ...answer.areas.extrapolated]).size;
    assert.equal(await page.locator('.scenario-table th:has-text("outside of what was observed")').count(), far);
    const counts = (await texts(page, ".legend-plain .legend-n")).map(Number);
    assert.equal(counts.reduce((sum, one) => sum + one, 0), answer.areas.codes.length);
    await end();
  });

  test("as in a town, a value and a percentile; beyond the observed range there is a warning", async () => {
    const { page, end } = await visit(browser, product.base, "?view=scenario");
    await answered(page);
    const turnout = page.locator('.change:has-text("Wahlbeteiligung")');
    await turnout.locator("select").first().selectOption("absolute");
    await turnout.locator('input[type="range"]').focus();
    await page.keyboard.press("End");
    await page.waitForSelector('.result .warning:has-text("außerhalb")');
    assert.match(await page.innerText(".assumed"), /Wahlbeteiligung: überall \d+,\d/);
    await turnout.locator("select").first().selectOption("percentile");
    await page.waitForSelector('.assumed:has-text("50 von 100")');
    await turnout.locator("select").first().selectOption("like");
    const freiberg = await product.find("Freiberg");
    await turnout.locator("select").last().selectOption(freiberg.code);
    await page.waitForSelector('.assumed:has-text("überall wie in Freiberg")');
    assert.equal(parameter(page, "changes"), `example_turnout:like:${freiberg.code}`);
    await page.click('button:has-text("Alles wieder wie es ist")');
    await page.waitForSelector('.assumed:has-text("keine")');
    await end();
  });

  test("only the selected area: first it asks for one, then it follows the selection", async () => {
    const { page, end } = await visit(browser, product.base, `?view=scenario${CHANGES}`);
    await answered(page);
    await page.selectOption("#where", "selected");
    await page.waitForSelector('.panel-right:has-text("Noch ist kein Gebiet gewählt")');
    await page.fill("#search-field", "Freiberg");
    await page.waitForSelector(".hit-active");
    await page.keyboard.press("Enter");
    await page.waitForSelector('.assumed:has-text("Freiberg")');
    await answered(page);
    assert.match(await page.innerText(".contributions"), /Freiberg/);
    await end();
  });

  test("an answer that does not come is said in words and asked again", async () => {
    const { page, end } = await visit(browser, product.base, `?view=scenario&changes=example_population:relative:-40&lang=en`);
    await page.waitForSelector(".panel-right .failure");
    assert.match(await page.innerText(".panel-right .failure"), /could not be computed.*example_population/s);
    await end(/400/);
  });

  test("fits a phone, works in the dark and on paper", async () => {
    const phone = await visit(browser, product.base, `?view=scenario${CHANGES}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "dark" });
    for (const sheet of ["choices", "legend", "area"]) {
      await phone.page.click(`#open-${sheet}`);
      await phone.page.waitForSelector(".sheet-open");
      assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), sheet);
    }
    await phone.end();
    const { page, end } = await visit(browser, product.base, `?view=scenario${CHANGES}`);
    await answered(page);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await until("the page is printed", async () => page.isVisible(".ribbon"));
    assert.ok(await page.isVisible(".assumed"));
    assert.ok(await page.isVisible(".caution"));
    assert.ok(!(await page.isVisible(".panel-left")));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: null });
    assert.ok(pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true })) <= 3);
    await end();
  });

  test("its script is read only when it opens", async () => {
    const { page, requests, end } = await visit(browser, product.base, "");
    await page.waitForSelector(".legend-classes li", { state: "attached" });
    const scripts = (): string[] => requests.map((one) => one.url()).filter((url) => url.includes("/scenario-view-"));
    assert.deepEqual(scripts(), []);
    await page.click('.tabs a:has-text("Was wäre wenn")');
    await answered(page);
    assert.equal(scripts().length, 1);
    await end();
  });
});
