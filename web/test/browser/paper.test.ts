import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { drawn, findProduct, pdfPages, startBrowser, texts, until, visit, type Product } from "./harness.js";

const FLOOD_ZONE = "?view=incident&place=layer:example-flood-zone";
const LAPTOP = { viewport: { width: 1280, height: 800 } };
/** A laptop's window at 200 %. */
const ENLARGED = { viewport: { width: 640, height: 400 } };

/** Rules that pages of paper have beside those of the style sheets. */
const sheetRules = (page: Page): Promise<string> =>
  page.evaluate(() => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n"));

async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => { dispatchEvent(new Event("beforeprint")); });
}

async function onScreen(page: Page): Promise<void> {
  await page.evaluate(() => { dispatchEvent(new Event("afterprint")); });
  await page.emulateMedia({ media: null });
}

describe("paper, pictures, other windows", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => { await browser.close(); });

  test("an incident on paper names its facilities, has nothing to press, and each sheet says that values are invented", async () => {
    const { page, end } = await visit(browser, product.base, FLOOD_ZONE);
    await page.waitForSelector(".result details[data-paper]");
    const name = page.locator(".result details[data-paper] .note").first();
    assert.equal(await name.isVisible(), false, "folded on the screen");
    await onPaper(page);
    assert.equal(await name.isVisible(), true);
    assert.equal(await page.locator(".panel-right button:visible, .panel-right select:visible").count(), 0);
    assert.match(await sheetRules(page), /@bottom-left.*Beispieldaten – frei erfunden, keine echten Werte/s);
    await onScreen(page);
    assert.equal(await name.isVisible(), false);
    assert.equal(await sheetRules(page), "");
    await end();
  });

  test("the table on paper has all its columns, with their names as text", async () => {
    const { page, end } = await visit(browser, product.base, "?view=table");
    await page.waitForSelector(".values-table tbody tr");
    await page.setViewportSize({ width: 700, height: 900 });
    await onPaper(page);
    assert.equal(await page.locator(".values-table thead .print-only:visible").count(), 4);
    assert.equal(await page.isVisible(".values-table tbody td:nth-child(2)"), true, "the district too");
    await onScreen(page);
    assert.equal(await page.locator(".print-only:visible").count(), 0);
    assert.ok(pdfPages(await page.pdf({ preferCSSPageSize: true })) > 1);
    await end();
  });

  test("pictures of results say what their colours count, what that means and which facilities stand there", async () => {
    const { page, end } = await visit(browser, product.base, FLOOD_ZONE);
    await page.waitForSelector(".legend-contexts li");
    await drawn(page);
    await page.evaluate(() => {
      const words: string[] = [];
      Object.assign(window, { words });
      const fill = Reflect.get(CanvasRenderingContext2D.prototype, "fillText") as (this: CanvasRenderingContext2D, ...parameters: unknown[]) => void;
      Reflect.set(CanvasRenderingContext2D.prototype, "fillText", function (this: CanvasRenderingContext2D, ...parameters: unknown[]) {
        words.push(String(parameters[0]));
        fill.apply(this, parameters);
      });
    });
    await Promise.all([page.waitForEvent("download"), page.click('.actions button:has-text("Als Bild")')]);
    const words = await page.evaluate(() => (window as unknown as { words: string[] }).words.join("\n"));
    const unit = await page.innerText(".legend-unit span:first-child");
    assert.ok(words.includes(unit), unit);
    assert.match(words, /kein Lagebild der Einsatzkräfte/);
    for (const layer of await texts(page, ".legend-contexts li > span")) assert.ok(words.includes(layer.split("\n")[0]!.replace(/ erfunden$/, "").trim()), layer);
    await end();
  });

  for (const lang of ["de", "en"]) {
    test(`every view can be seen in the header of a small laptop and of a narrow window: ${lang}`, async () => {
      const { page, end } = await visit(browser, product.base, `?view=sources&lang=${lang}`, LAPTOP);
      await page.waitForSelector(".tabs a[aria-current]");
      for (const width of [1280, 1260, 1100, 900]) {
        await page.setViewportSize({ width, height: 800 });
        assert.equal(await page.evaluate(() => { const tabs = document.querySelector(".tabs")!; return tabs.scrollWidth > tabs.clientWidth + 1; }), false, `cut off at ${width} px`);
      }
      await end();
    });
  }

  test("enlarged to 200 % the map keeps its height, and what it offers to take along", async () => {
    const { page, end } = await visit(browser, product.base, "", ENLARGED);
    await drawn(page);
    assert.ok((await page.locator(".map-host").boundingBox())!.height > 200);
    for (const offer of ["Drucken", "Als Bild", "Werte (CSV)"]) assert.equal(await page.locator(".map-actions").getByText(offer).isVisible(), true, offer);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
    await page.locator("#open-legend").scrollIntoViewIfNeeded();
    await page.click("#open-legend");
    await until("the legend is open", () => page.isVisible(".sheet-open .legend-classes"));
    await end();
  });

  test("in forced colours the current view is underlined alone, and names on the map have a ground", async () => {
    const { page, end } = await visit(browser, product.base, "", { ...LAPTOP, forcedColors: "active" });
    await drawn(page);
    const line = (selector: string): Promise<string> => page.locator(selector).first().evaluate((one) => getComputedStyle(one).borderBottomColor);
    assert.notEqual(await line(".tabs a[aria-current]"), await line(".tabs a:not([aria-current])"));
    await page.waitForSelector(".map-label", { state: "attached" });
    assert.equal(await page.locator(".map-label").first().evaluate((one) => getComputedStyle(one).webkitTextStrokeWidth), "0px");
    await end();
  });
});
