import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { drawn, findProduct, moved, parameter, startBrowser, texts, visit, type Product } from "./harness.js";

describe("search, address, languages", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("search with the keyboard alone: arrows, Enter, Escape", async () => {
    const { page, end } = await visit(browser, product.base);
    await drawn(page);
    const field = page.locator("#search-field");
    await field.focus();
    await page.keyboard.type("leip");
    await page.waitForSelector('#search-hits [role="option"]');
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    assert.equal(await field.getAttribute("aria-activedescendant"), "search-hit-0");
    await page.keyboard.press("ArrowDown");
    assert.equal(await field.getAttribute("aria-activedescendant"), "search-hit-1");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    assert.equal(await field.inputValue(), "leip");
    await page.keyboard.press("Escape");
    assert.equal(await field.inputValue(), "");
    await page.keyboard.type("Zitt");
    await page.waitForSelector('#search-hits [role="option"]:has-text("Zittau")');
    await page.keyboard.press("Enter");
    await page.waitForSelector('.card-name:has-text("Zittau")');
    assert.equal(parameter(page, "area"), (await product.find("Zittau")).code);
    await page.waitForFunction(() => Number(new URL(location.href).searchParams.get("z")) > 9);
    await page.waitForSelector('.map-label-selected:has-text("Zittau")');
    await field.focus();
    await page.keyboard.type("qqqq");
    await page.waitForSelector(".hits-none");
    await end();
  });

  /** What a visitor sees of a view, in words. */
  const seen = async (page: Page): Promise<unknown> => ({
    title: await page.title(),
    card: await page.locator(".panel-right .card").innerText(),
    legend: await texts(page, ".legend-classes li"),
    chosen: await page.locator("select").evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    labels: (await texts(page, ".map-label")).sort(),
  });

  test("a link reopens the view", async () => {
    const area = await product.find("Görlitz");
    const indicator = product.catalog.indicators.find((one) => one.kind !== "extensive" && one.periods.length > 2)!;
    const first = await visit(browser, product.base, `?indicator=${indicator.id}&year=${indicator.periods[1]!}`);
    await drawn(first.page);
    await first.page.selectOption("#method", "jenks");
    await first.page.selectOption("#classes", "6");
    await first.page.click("#layer-network");
    await first.page.fill("#search-field", "Görlitz");
    await first.page.waitForSelector(".hit-active");
    await first.page.press("#search-field", "Enter");
    await first.page.waitForSelector('.card-name:has-text("Görlitz")');
    await moved(first.page);
    await drawn(first.page);
    const second = await visit(browser, product.base, new URL(first.page.url()).search);
    await drawn(second.page);
    await second.page.waitForSelector('.card-name:has-text("Görlitz")');
    assert.ok(["municipality", "district"].includes(parameter(second.page, "level")!));
    assert.ok(parameter(second.page, "area")!.startsWith(area.code.slice(0, 5)));
    assert.deepEqual(await seen(second.page), await seen(first.page));
    await first.end();
    await second.end();
  });

  test("the browser's back button takes a step back", async () => {
    const [first, second] = product.catalog.indicators.filter((one) => one.kind !== "extensive");
    const { page, end } = await visit(browser, product.base, `?indicator=${first!.id}`);
    await drawn(page);
    await page.selectOption("#indicator", second!.id);
    await page.waitForSelector(`.stage-head h1:has-text("${second!.name.de}")`);
    await page.click('.tabs a:nth-child(2)');
    await page.waitForSelector(".values-table");
    await page.goBack();
    await page.waitForSelector(".map-frame", { state: "visible" });
    assert.equal(parameter(page, "indicator"), second!.id);
    await page.goBack();
    await page.waitForSelector(`.stage-head h1:has-text("${first!.name.de}")`);
    assert.equal(await page.inputValue("#indicator"), first!.id);
    await drawn(page);
    await end();
  });

  test("a link to what does not exist says so and shows something else", async () => {
    const { page, end } = await visit(browser, product.base, "?indicator=happiness&year=1871&classes=99&area=99999999&utm_source=x");
    await drawn(page);
    await page.waitForFunction(() => document.querySelectorAll(".hint li").length >= 4);
    const hints = (await texts(page, ".hint li")).join("\n");
    for (const part of ["happiness", "1871", "classes=99", "99999999"]) assert.ok(hints.includes(part), `${part} is missing in: ${hints}`);
    assert.doesNotMatch(hints, /utm/);
    await page.click(".hint button");
    assert.equal(await page.locator(".hint").count(), 0);
    await end(/404/);
  });

  test("a link to a model, an assumption or a layer that is gone names them, and never passes another answer off as theirs", async () => {
    const { page, end } = await visit(browser, product.base, "?view=scenario&prediction=lost_model&changes=lost_condition:relative:10&lang=en");
    await page.waitForSelector(".result h2");
    const hints = await page.innerText(".hints");
    for (const gone of ["lost_model", "lost_condition"]) assert.ok(hints.includes(gone), hints);
    await page.goto(`${product.base}/?view=incident&place=layer:lost-layer&lang=en`);
    await page.waitForSelector(".hint li");
    assert.match(await page.innerText(".hints"), /lost-layer/);
    assert.equal(await page.locator(".failure").count(), 0);
    await end();
  });

  test("English is complete, and numbers and dates follow it", async () => {
    const area = await product.find("Freiberg");
    const query = `?area=${area.code}&network=1`;
    const { page, end } = await visit(browser, product.base, query);
    await drawn(page);
    await page.waitForSelector(".value-line");
    const german = await page.innerText(".panel-right .source");
    assert.match(german, /Stand (\d\d\.\d\d\.)?\d{4}/);
    await page.click('.languages a[lang="en"]');
    await page.waitForSelector('html[lang="en"]');
    await drawn(page);
    await page.waitForSelector('.tabs a:has-text("Network")');
    assert.equal(parameter(page, "lang"), "en");
    assert.match(await page.innerText(".panel-right .source"), /as of (\d{1,2} \w+ )?\d{4}/);
    for (const view of ["map", "table", "network", "sources"]) {
      await page.goto(`${product.base}/${query}&view=${view}&lang=en`);
      await page.waitForSelector(".tabs a[aria-current]");
      const chrome = await texts(page, "button, label, legend, summary, h3, .tabs a, thead, .failure");
      assert.doesNotMatch(chrome.join("\n"), /\b(Karte|Tabelle|Gebiet|Werte?|Quelle|Kreise?|Gemeinden?|Jahr|Ebene)\b/);
    }
    await end();
  });
});
