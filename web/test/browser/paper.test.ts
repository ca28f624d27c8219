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

interface Line {
  readonly words: string;
  readonly size: string;
  readonly width: number;
  readonly room: number;
}

/** Notes what is written on pictures that the page draws from now on. */
async function writtenOnPictures(page: Page): Promise<() => Promise<Line[]>> {
  await page.evaluate(() => {
    const lines: Line[] = [];
    Object.assign(window, { lines });
    const fill = Reflect.get(CanvasRenderingContext2D.prototype, "fillText") as (this: CanvasRenderingContext2D, ...parameters: unknown[]) => void;
    Reflect.set(CanvasRenderingContext2D.prototype, "fillText", function (this: CanvasRenderingContext2D, ...parameters: unknown[]) {
      const words = String(parameters[0]);
      lines.push({ words, size: /[\d.]+px/.exec(this.font)?.[0] ?? "", width: this.measureText(words).width, room: Number(parameters[3] ?? Infinity) });
      fill.apply(this, parameters);
    });
  });
  return () => page.evaluate(() => (window as unknown as { lines: Line[] }).lines);
}

/** Holds back what is asked from now on under some addresses, until it is let go. */
async function held(page: Page, addresses: RegExp): Promise<{ readonly asked: () => boolean; readonly letGo: () => void }> {
  let letGo = (): void => undefined;
  let asked = false;
  const gate = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route(addresses, async (route) => {
    asked = true;
    await gate;
    await route.continue();
  });
  return { asked: () => asked, letGo };
}

const SCRIPT_OF_PICTURES = /map-image-\w+\.js/;
const VALUES = /\/values\?/;

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

  test("what only works on a screen is not on paper", async () => {
    const views: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ["?view=priorities", [".priority-summary", ".priority-table"], [".priority-sets", ".result input", ".result h3[tabindex]"]],
      ["?view=network", [".until output", ".growth"], [".until input"]],
      ["?view=scenario", [".finding"], [".finding .screen-only"]],
    ];
    for (const [address, stay, go] of views) {
      const { page, end } = await visit(browser, product.base, address);
      for (const part of [...stay, ...go]) await page.locator(part).first().waitFor();
      await onPaper(page);
      for (const part of stay) assert.equal(await page.locator(part).first().isVisible(), true, part);
      for (const part of go) assert.equal(await page.locator(`${part} >> visible=true`).count(), 0, part);
      await onScreen(page);
      for (const part of go) assert.equal(await page.locator(part).first().isVisible(), true, part);
      await end();
    }
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
    const written = await writtenOnPictures(page);
    await Promise.all([page.waitForEvent("download"), page.click('.actions button:has-text("Als Bild")')]);
    const words = (await written()).map((line) => line.words).join("\n");
    const unit = await page.innerText(".legend-unit span:first-child");
    assert.ok(words.includes(unit), unit);
    assert.match(words, /kein Lagebild der Einsatzkräfte/);
    for (const layer of await texts(page, ".legend-contexts li > span")) assert.ok(words.includes(layer.split("\n")[0]!.replace(/ erfunden$/, "").trim()), layer);
    await end();
  });

  test("a picture of a range wraps what it says, and counts classes among the areas shown", async () => {
    const { page, end } = await visit(browser, product.base, "?lang=de&range=0.5,1000000");
    await drawn(page);
    const note = await page.innerText(".legend .chosen-classes span");
    const written = await writtenOnPictures(page);
    await Promise.all([page.waitForEvent("download"), page.click('.actions button:has-text("Als Bild")')]);
    const lines = await written();
    const subtitles = lines.filter((line) => line.size === "14px");
    assert.deepEqual(subtitles.filter((line) => line.width > line.room), []);
    assert.ok(subtitles.map((line) => line.words).join(" ").includes(note), note);
    const classes = await page.locator(".legend-classes li").count();
    assert.ok(lines.filter((line) => line.words.endsWith(" unter den gezeigten)")).length >= classes, lines.map((line) => line.words).join("\n"));
    await end();
  });

  test("a picture shows what is on the map when it is drawn, not what was there at the click", async () => {
    const { page, end } = await visit(browser, product.base, "?lang=de");
    await drawn(page);
    const [before, after] = [await page.inputValue("#year"), await page.locator("#year option").first().getAttribute("value")];
    assert.notEqual(before, after);
    const written = await writtenOnPictures(page);
    const script = await held(page, SCRIPT_OF_PICTURES);
    await page.click('.actions button:has-text("Als Bild")');
    await until("the script is asked for", () => Promise.resolve(script.asked()));
    await page.selectOption("#year", after);
    await drawn(page);
    await page.waitForSelector('.page[data-waiting="false"]');
    const download = page.waitForEvent("download");
    script.letGo();
    const picture = await download;
    assert.ok(picture.suggestedFilename().includes(`-${after!}-`), picture.suggestedFilename());
    assert.ok((await written()).some((line) => line.words.includes(` ${after!} `)));
    await end();
  });

  test("no picture is drawn of a map that waits; the page says so", async () => {
    const { page, end } = await visit(browser, product.base, "?lang=de");
    await drawn(page);
    const written = await writtenOnPictures(page);
    const script = await held(page, SCRIPT_OF_PICTURES);
    await page.click('.actions button:has-text("Als Bild")');
    await until("the script is asked for", () => Promise.resolve(script.asked()));
    const values = await held(page, VALUES);
    await page.selectOption("#year", await page.locator("#year option").first().getAttribute("value"));
    await until("values are asked for", () => Promise.resolve(values.asked()));
    script.letGo();
    await page.waitForSelector('.map-actions [role="alert"]');
    assert.match(await page.innerText('.map-actions [role="alert"]'), /gerade neu gezeichnet/);
    assert.deepEqual(await written(), []);
    values.letGo();
    await end();
  });

  test("a map that still shows what was chosen before stays off the paper", async () => {
    const { page, end } = await visit(browser, product.base, "?lang=en", { colorScheme: "dark" });
    await drawn(page);
    const onSheet = async (): Promise<boolean[]> => Promise.all([".map-host", ".legend-classes", ".print-behind"].map((part) => page.isVisible(part)));
    const values = await held(page, VALUES);
    await page.selectOption("#year", await page.locator("#year option").first().getAttribute("value"));
    await until("values are asked for", () => Promise.resolve(values.asked()));
    await onPaper(page);
    assert.deepEqual(await onSheet(), [false, false, true]);
    assert.match(await page.innerText(".print-behind"), /is therefore missing from this sheet/);
    await onScreen(page);
    assert.deepEqual(await onSheet(), [true, true, false]);
    values.letGo();
    await page.waitForSelector('.page[data-waiting="false"]');
    await drawn(page);
    await onPaper(page);
    assert.deepEqual(await onSheet(), [true, true, false]);
    await onScreen(page);
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
