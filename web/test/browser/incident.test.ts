import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { IncidentAnswer } from "../../src/api/planning-types.js";
import { findProduct, parameter, startBrowser, texts, until, visit, type Product } from "./harness.js";

const AROUND_DRESDEN = "polygon:13.6,51;13.9,51;13.9,51.15;13.6,51.15";

async function ready(page: Page): Promise<void> {
  await page.waitForSelector('.map-host[data-busy="false"] .map[data-drawn]', { state: "attached" });
}

describe("incident", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("an area drawn with the pointer tells who is affected; the address reopens it", async () => {
    const { page, end } = await visit(browser, product.base, "?view=incident&z=8.5&lat=51.05&lon=13.74");
    await ready(page);
    await page.click('.shape-buttons button:has-text("Fläche")');
    await page.waitForSelector('.drawing-bar:has-text("Es fehlen noch 3")');
    const box = (await page.locator(".map canvas").boundingBox())!;
    const at = (x: number, y: number) => ({ x: box.x + box.width / 2 + x, y: box.y + box.height / 2 + y });
    for (const [x, y] of [[-60, -50], [70, -50], [90, 40]] as const) await page.mouse.click(at(x, y).x, at(x, y).y, { delay: 20 });
    await page.waitForSelector('.drawing-bar:has-text("Genug Ecken")');
    await page.click('button:has-text("Letzte zurücknehmen")');
    await page.waitForSelector('.drawing-bar:has-text("Es fehlt noch 1")');
    assert.equal(await page.locator('.drawing-bar button:has-text("Fertig")').isDisabled(), true);
    for (const [x, y] of [[90, 60], [-60, 60]] as const) await page.mouse.click(at(x, y).x, at(x, y).y, { delay: 20 });
    await page.click('.drawing-bar button:has-text("Fertig")');
    await page.waitForSelector(".result .finding");
    assert.equal(await page.locator(".drawing-bar").count(), 0);
    assert.match(parameter(page, "place") ?? "", /^polygon:(13\.\d+,5[01]\.\d+;?){4}$/);
    assert.match(await page.innerText(".finding"), /Etwa [\d.]+ Menschen, mindestens [\d.]+, höchstens [\d.]+\..*Grundlage: /s);
    assert.equal(parameter(page, "area"), null, "clicks that draw select nothing");
    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await opened.page.waitForSelector(".result .finding");
    assert.equal(await opened.page.innerText(".finding"), await page.innerText(".finding"));
    await opened.end();
    await end();
  });

  test("what the page says is what the server computed", async () => {
    const geometry = { type: "Polygon", coordinates: [[[13.6, 51], [13.9, 51], [13.9, 51.15], [13.6, 51.15], [13.6, 51]]] };
    const question = { area: { geometry }, support: { indicator: "example_model_support_flood" }, neighbours: 5 };
    const response = await fetch(`${product.base}/api/incidents`, { method: "POST", body: JSON.stringify(question), headers: { "Content-Type": "application/json" } });
    const answer = (await response.json()) as IncidentAnswer;
    const { page, end } = await visit(browser, product.base, `?view=incident&place=${AROUND_DRESDEN}&prediction=example_model_support_flood&lang=en`);
    await page.waitForSelector(".result .finding");
    const rows = await texts(page, '[aria-label="Areas affected"] tbody th a');
    assert.deepEqual(rows, answer.areas.map((one) => one.name));
    const counts = (await texts(page, ".legend-plain .legend-n")).map(Number);
    assert.equal(counts.reduce((sum, one) => sum + one, 0), answer.areas.length);
    const text = await page.innerText(".result");
    for (const near of answer.neighbours) assert.ok(text.includes(near.name), near.name);
    for (const found of answer.facilities.filter((one) => one.count > 0)) assert.ok(text.includes(`${found.title.en}: ${found.count.toLocaleString("en")}`), found.title.en);
    await end();
  });

  test("by keyboard alone: corners in the middle of the map, and coordinates typed", async () => {
    const { page, end } = await visit(browser, product.base, "?view=incident&z=8.5&lat=51.05&lon=13.74");
    await ready(page);
    await page.focus('.shape-buttons button:has-text("Fläche")');
    await page.keyboard.press("Enter");
    await page.waitForSelector(".drawing-bar");
    assert.equal(await page.evaluate(() => document.activeElement?.classList.contains("maplibregl-canvas")), true, "the map has the focus");
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"]) {
      const before = page.url();
      await page.keyboard.press("Enter");
      await page.keyboard.press(key);
      await until("the map has moved", () => Promise.resolve(page.url() !== before));
    }
    await page.keyboard.press("Backspace");
    await page.waitForSelector('.drawing-bar:has-text("Es fehlt noch 1")');
    await page.keyboard.press("Enter");
    await page.keyboard.press("f");
    await page.waitForSelector(".result .finding");
    assert.match(parameter(page, "place") ?? "", /^polygon:/);

    const field = page.locator("#corners");
    await field.fill("51,05 13,74\nirgendwo");
    await page.click('button:has-text("Übernehmen")');
    await page.waitForSelector(".typed .note-wrong");
    await field.fill("999 999");
    await page.click('button:has-text("Übernehmen")');
    assert.match(await page.innerText("#corners-wrong"), /Breite von −90 bis 90 und eine Länge von −180 bis 180/);
    assert.equal(await field.getAttribute("aria-describedby"), "corners-wrong");
    await field.fill("51,05 13,74");
    await page.focus('button:has-text("Übernehmen")');
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("place") === "point:13.74,51.05");
    assert.equal(parameter(page, "buffer"), "1000");
    await page.waitForSelector('.result[data-waiting="false"] .finding');
    await page.waitForSelector('.panel-right:has-text("Dresden")');
    await page.locator("#buffer").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("buffer") === "1100");
    await end();
  });

  test("the situation sheet and the numbers are files of their own", async () => {
    const { page, end } = await visit(browser, product.base, `?view=incident&place=${AROUND_DRESDEN}`);
    await page.waitForSelector(".incident-files");
    const saved = async (button: string): Promise<{ name: string; text: string }> => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.incident-files button:has-text("${button}")`)]);
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
    };
    const sheet = await saved("Lageblatt");
    assert.equal(sheet.name, "example-lage.html");
    assert.match(sheet.text, /<html lang="de">/);
    assert.match(sheet.text, /Dresden/);
    const rows = await saved("CSV");
    assert.match(rows.text, /14612000/);
    const shapes = JSON.parse((await saved("GeoJSON")).text) as { type: string };
    assert.equal(shapes.type, "FeatureCollection");
    await end();
  });

  test("a stored layer is an area too; what cannot be is said in words", async () => {
    const { page, end } = await visit(browser, product.base, "?view=incident&lang=en");
    await ready(page);
    await page.selectOption("#incident-layer", "example-flood-zone");
    await page.waitForSelector(".result .finding");
    assert.equal(parameter(page, "place"), "layer:example-flood-zone");
    assert.equal(await page.innerText(".ribbon"), "Example data – invented, no real values");
    await page.goto(`${product.base}/?view=incident&lang=en&place=polygon:13.6,51;13.9,51.15;13.9,51;13.6,51.15`);
    await page.waitForSelector(".panel-right .failure");
    assert.match(await page.innerText(".panel-right .failure"), /could not be computed.*cross/is);
    await page.goto(`${product.base}/?view=incident&lang=en&place=polygon:1,1;2,1;2,2`);
    await page.waitForSelector(".result h2");
    assert.match(await page.innerText(".result"), /outside of all areas/);
    await end(/400/);
  });

  test("Escape gives up drawing, another view forgets it", async () => {
    const { page, end } = await visit(browser, product.base, "?view=incident");
    await ready(page);
    await page.click('.shape-buttons button:has-text("Linie")');
    await page.waitForSelector(".drawing-bar");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".drawing-bar", { state: "detached" });
    await page.click('.shape-buttons button:has-text("Linie")');
    await page.waitForSelector(".drawing-bar");
    await page.click('.tabs a:has-text("Karte")');
    await page.waitForSelector(".drawing-bar", { state: "detached" });
    await end();
  });
});
