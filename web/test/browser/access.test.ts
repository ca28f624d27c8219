import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { drawn, findProduct, mapColours, parameter, pdfPages, startBrowser, texts, until, violations, visit, type Product } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("for everyone", () => {
  let product: Product;
  let browser: Browser;
  let milestone: string;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
    milestone = product.network.milestones.find((one) => one.means === "known_by")!.code;
  });
  after(async () => {
    await browser.close();
  });

  for (const [view, colorScheme] of [["map", "light"], ["map", "dark"], ["table", "light"], ["priorities", "light"], ["priorities", "dark"], ["scenario", "light"], ["scenario", "dark"], ["allocation", "light"], ["incident", "light"], ["incident", "dark"], ["network", "dark"], ["sources", "light"]] as const) {
    test(`axe finds nothing: ${view}, ${colorScheme}`, async () => {
      const { page, end } = await visit(browser, product.base, `?view=${view}&area=${milestone}&network=1&place=layer:example-flood-zone`, { colorScheme });
      await page.waitForSelector(view === "map" || view === "table" ? ".value-line" : view === "priorities" || view === "scenario" || view === "allocation" || view === "incident" ? ".result h2" : ".reading h2");
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violations(page), []);
      await end();
    });
  }

  test("360 pixels: nothing is cut off, one sheet at a time, with keyboard and without axe's complaint", async () => {
    const { page, end } = await visit(browser, product.base, `?network=1`, PHONE);
    await drawn(page);
    const fits = async (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(await fits());
    for (const name of ["choices", "legend", "area"]) {
      await page.focus(`#open-${name}`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".sheet-open");
      assert.equal(await page.locator(".sheet-open").count(), 1);
      // The focus moves into the sheet.
      await page.waitForSelector(".sheet-open :focus");
      assert.ok(await fits());
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".sheet-open").count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement?.id), `open-${name}`);
    }
    await page.touchscreen.tap(190, 420);
    await page.waitForSelector(".sheet-open .card-name");
    assert.notEqual(parameter(page, "area"), null);
    for (const view of ["table", "priorities", "scenario", "allocation", "incident", "network", "sources"]) {
      await page.goto(`${product.base}/?view=${view}`);
      await page.waitForSelector(".tabs a[aria-current]");
      await page.waitForLoadState("networkidle");
      assert.ok(await fits(), `${view} is wider than the screen`);
    }
    await end();
  });

  test("the table says what the map shows, sorts, and opens areas", async () => {
    const { page, end } = await visit(browser, product.base, "?view=table");
    await page.waitForSelector(".values-table tbody tr");
    const edition = product.catalog.editions.find((one) => one.id === product.catalog.defaultEdition)!;
    const expected = edition.levels.find((one) => one.level === "municipality")!.areas;
    await page.waitForFunction((n) => document.querySelectorAll(".values-table tbody tr").length === n, Math.min(500, expected));
    await page.waitForFunction(() => document.querySelector(".values-table tbody a")?.textContent.startsWith("A"));
    await page.locator(".sort").nth(2).focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute(".values-table th:nth-child(3)", "aria-sort"), "ascending");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute(".values-table th:nth-child(3)", "aria-sort"), "descending");
    const values = (await texts(page, ".values-table td.number")).map((text) => /-?[−\d.]+(,\d+)?/.exec(text)?.[0]).filter((text) => text !== undefined);
    const numbers = values.map((text) => Number(text.replaceAll(".", "").replace(",", ".").replace("−", "-")));
    assert.deepEqual(numbers, [...numbers].sort((a, b) => b - a));
    const csv = await page.getAttribute(".values .actions a", "href");
    const download = await fetch(product.base + csv!);
    assert.equal(download.status, 200);
    assert.match(download.headers.get("content-type") ?? "", /text\/csv/);
    await page.click(".values-table tbody tr:first-child a");
    await page.waitForSelector(".panel-right .card-name");
    assert.equal(parameter(page, "view"), "table");
    await end();
  });

  test("known by a date is never shown as happened on it", async () => {
    const { page, end } = await visit(browser, product.base, "?view=network");
    await page.waitForSelector(".stacked tbody tr");
    const rows = page.locator(".stacked tbody tr");
    assert.equal(await rows.count(), product.network.milestones.length);
    const known = product.network.milestones.filter((one) => one.means === "known_by").length;
    assert.ok(known > 0);
    assert.equal(await rows.filter({ hasText: "bekannt spätestens" }).count(), known);
    assert.equal(await page.locator(".stacked .milestone-mark path").count(), known);
    await page.goto(`${product.base}/?area=${milestone}&lang=en`);
    await page.waitForSelector(".panel-right .milestones li");
    const own = product.network.milestones.filter((one) => one.code === milestone);
    const items = page.locator(".panel-right .milestones li");
    assert.equal(await items.count(), own.length);
    assert.equal(await items.filter({ hasText: /known by (\w+ )?20\d\d/ }).count(), own.filter((one) => one.means === "known_by").length);
    await end();
  });

  test("the keys go back in the time of the network, and its link keeps the year", async () => {
    const { page, end } = await visit(browser, product.base, "?view=network");
    await page.waitForSelector(".growth");
    const years = product.network.milestones.map((one) => Number(one.date.slice(0, 4)));
    const first = Math.min(...years);
    await page.focus("#network-until");
    await page.keyboard.press("Home");
    await until("the year stands in the address", () => Promise.resolve(parameter(page, "until") === String(first)));
    const counted = years.filter((year) => year === first).length;
    await until("the list follows", async () => (await page.locator(".stacked tbody tr").count()) === counted);
    assert.match(await page.innerText(".network-counted"), new RegExp(`^${counted} Meilenstein`));
    await page.keyboard.press("End");
    await until("all count again", async () => parameter(page, "until") === null && (await page.locator(".stacked tbody tr").count()) === years.length);
    await page.goto(`${product.base}/?network=1&until=${first}&lang=en`);
    await page.waitForSelector(".legend-network");
    assert.match(await page.innerText(".legend-network"), new RegExp(`until the end of ${first}`));
    await end();
  });

  test("the network stands on the map when it is switched on", async () => {
    const { page, tiles, end } = await visit(browser, product.base);
    await drawn(page);
    const before = (await mapColours(page)).indexOf("#14202b");
    await page.click("#layer-network");
    await page.waitForSelector(".legend-network");
    await until("the marks are drawn", async () => {
      const after = (await mapColours(page)).indexOf("#14202b");
      return after >= 0 && (before < 0 || after < before);
    });
    assert.equal(parameter(page, "network"), "1");
    assert.match(await page.innerText(".legend-network"), /spätestens dann bekannt/);
    tiles();
    await end();
  });

  test("context layers stand on the map with legend, source and what they say when they are switched on", async () => {
    const { page, tiles, end } = await visit(browser, product.base, "?z=12&lat=51.05&lon=13.74");
    await drawn(page);
    assert.ok(product.catalog.layers.length >= 6, "the sample has invented layers");
    for (const id of ["example-shelters", "example-flood-zone"]) await page.click(`#layer-${id}`);
    await page.waitForSelector(".legend-contexts li:nth-child(2)");
    await drawn(page);
    assert.equal(parameter(page, "layers"), "example-shelters,example-flood-zone");
    assert.ok(tiles().some((address) => address.includes("/example-flood-zone/")));
    assert.match(await page.innerText(".legend-contexts"), /Notunterkünfte \(erfunden\)/);
    assert.match(await page.innerText(".attribution"), /frei erfundene Beispieldaten/);
    const box = (await page.locator(".map canvas").boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector(".context-card");
    const card = await page.innerText(".context-card");
    assert.match(card, /\(erfunden\)/);
    assert.match(card, /Sozialradar \(frei erfundene Beispieldaten\)/);
    await page.click("#layer-example-flood-zone");
    await page.click("#layer-example-shelters");
    await page.waitForSelector(".legend-contexts", { state: "detached" });
    assert.equal(parameter(page, "layers"), null);
    await end();
  });

  test("invented values are named on screen, on paper and in the picture", async () => {
    const indicator = product.catalog.indicators.find((one) => one.example && one.kind !== "extensive")!;
    const area = await product.find("Freiberg");
    const { page, end } = await visit(browser, product.base, `?indicator=${indicator.id}&area=${area.code}`);
    await drawn(page);
    await page.waitForSelector(".value-line");
    const words = "Beispieldaten – frei erfunden, keine echten Werte";
    assert.equal(await page.innerText(".ribbon"), words);
    const [download] = await Promise.all([page.waitForEvent("download"), page.click('.actions button:has-text("Als Bild")')]);
    assert.match(download.suggestedFilename(), new RegExp(`^example-${indicator.id}-.*\\.png$`));
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(await page.isVisible(".ribbon"));
    assert.ok(await page.isVisible(".legend-classes"));
    assert.ok(await page.isVisible(".attribution"));
    assert.ok(await page.isVisible(".source"));
    assert.ok(!(await page.isVisible(".panel-left")));
    assert.ok((await mapColours(page)).length > 5, "the map is drawn for paper");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: null });
    await page.waitForSelector(".panel-left", { state: "visible" });
    assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true, printBackground: true })), 1, "map, legend, card and sources fit one sheet");
    await end();
  });

  test("the dark page keeps the data's colours", async () => {
    const light = await visit(browser, product.base, "", { colorScheme: "light" });
    const dark = await visit(browser, product.base, "", { colorScheme: "dark" });
    await drawn(light.page);
    await drawn(dark.page);
    const fills = (page: Page): Promise<(string | null)[]> => page.locator(".legend-classes rect").evaluateAll((all) => all.map((one) => one.getAttribute("fill")));
    assert.deepEqual(await fills(dark.page), await fills(light.page));
    const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.querySelector(".header")!).backgroundColor);
    assert.notEqual(await paper(dark.page), await paper(light.page));
    await light.end();
    await dark.end();
  });
});
