import axe from "axe-core";
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { drawn, findProduct, parameter, pdfPages, startBrowser, until, visit, type Product } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("a place on one page", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("a town is found with the keyboard alone, read, and opened again from its link in English", async () => {
    const { page, requests, end } = await visit(browser, product.base, "?view=place");
    await page.waitForSelector("#place-area optgroup", { state: "attached" });
    assert.match(await page.innerText(".place"), /Bitte einen Ort wählen/);
    const town = await product.find("Wurzen");
    const scripts = requests.filter((one) => /place-view-[^/]*\.js$/.test(one.url()));
    assert.equal(scripts.length, 1);
    await page.focus("#place-area");
    await page.keyboard.type("Wurzen");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".place-page h1:has-text('Wurzen')");
    assert.equal(parameter(page, "area"), town.code);
    const text = await page.innerText(".place-page");
    assert.match(text, /Verglichen mit \d+ anderen von 5\.000 bis 19\.999 Einwohnern \(Gemeinden\)/);
    assert.match(text, /das ist keine Note und keine Rangliste/);
    assert.match(text, /einer der beiden Werte nicht veröffentlicht, oder nicht mit Intervall/, "nobody was asked here, so there is no gap");
    assert.match(text, /Erfasste Straftaten: 64,3\sje 1\.000 Einwohner/);
    assert.match(text, /Präventionsrat gegründet\s*16\.02\.2021/);
    assert.match(text, /Quelle: ASSKomm/);
    assert.match(text, /Es ist kein Kontakt eingetragen/);
    assert.match(text, /≈\s67\s% \(54–79\), Modellwert 2023\s+Ungefähr wie der mittlere Wert vergleichbarer Gebiete/);
    assert.equal(await page.locator(".radar-dot").count(), await page.locator(".place-dimensions tbody tr").count());
    assert.match(await page.innerText(".ribbon"), /Beispieldaten/);

    await page.focus(".place-indicators summary");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".place-indicators details[open] tbody tr");
    assert.ok((await page.locator(".place-indicators details tbody tr").count()) > 100);

    const opened = await visit(browser, product.base, new URL(page.url()).search.replace("lang=de", "lang=en"));
    await opened.page.waitForSelector(".place-page h1:has-text('Wurzen')");
    assert.match(await opened.page.innerText(".place-page"), /Felt safety beside recorded crime/);
    assert.match(await opened.page.innerText(".place-page"), /Probably|About the same as|About as/);
    await opened.end();
    await end();
  });

  test("it opens from a town on the map and from the search", async () => {
    const { page, end } = await visit(browser, product.base, "?area=14729410");
    await drawn(page);
    await page.click(".place-link a");
    await page.waitForSelector(".place-page h1:has-text('Wurzen')");
    assert.equal(parameter(page, "view"), "place");
    await page.focus(".search input");
    await page.keyboard.type("Grimma");
    await page.waitForSelector(".hit");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".place-page h1:has-text('Grimma')");
    await page.goBack();
    await page.waitForSelector(".place-page h1:has-text('Wurzen')");
    await end();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing, ${colorScheme}`, async () => {
      const { page, end } = await visit(browser, product.base, "?view=place&area=14729410", { colorScheme });
      await page.waitForSelector(".place-page");
      await page.waitForSelector("#place-area optgroup", { state: "attached" });
      await page.evaluate(axe.source);
      const results = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
      assert.deepEqual(results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 140)}`)), []);
      await end();
    });
  }

  test("it fits a phone", async () => {
    const { page, end } = await visit(browser, product.base, "?view=place&area=14612000", PHONE);
    await page.waitForSelector(".place-page h1:has-text('Dresden')");
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector(".middle")?.scrollWidth ?? 0]);
    assert.ok(width.every((one) => one <= 360), String(width));
    await end();
  });

  for (const [name, code, lang] of [["town", "14729410", "de"], ["town where people were asked", "14729160", "de"], ["town with little", "14523020", "de"], ["town with little", "14523020", "en"], ["city", "14612000", "en"], ["district", "14729", "de"]] as const) {
    test(`a ${name} is printed (${lang}) on two pages of A4, each with the word that values are invented`, async () => {
      const { page, end } = await visit(browser, product.base, `?view=place&area=${code}&lang=${lang}`);
      await page.waitForSelector(".place-page");
      await until("milestones and district are read", async () => (await page.locator(".place-head .note").first().innerText()).includes(code));
      assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true })), 2);
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.isVisible(".place-second"), true);
      assert.equal(await page.isVisible(".ribbon"), true);
      assert.equal(await page.isVisible(".place-choices"), false);
      await end();
    });
  }

  test("text on paper is as large as two sheets hold: fewer values stand larger, many words smaller", async () => {
    const scales = async (code: string): Promise<number[]> => {
      const { page, end } = await visit(browser, product.base, `?view=place&area=${code}`);
      await until("milestones and district are read", async () => (await page.locator(".place-head .note").first().innerText()).includes(code));
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      const found = await page.locator(".place-page").evaluate((one) => ["--first-sheet", "--second-sheet"].map((name) => Number(one.style.getPropertyValue(name))));
      await end();
      return found;
    };
    const [surveyed, unasked] = [await scales("14729160"), await scales("14523020")];
    assert.ok(unasked[1]! > surveyed[1]!, "fewer values");
    assert.ok(unasked[0]! < surveyed[0]!, "a long list of what is not published");
    assert.ok([...surveyed, ...unasked].every((one) => one >= 0.9), "nothing becomes smaller than it can be read");
  });

  test("a place that cannot be read says so, and is read when the server is back", async () => {
    const { page, end } = await visit(browser, product.base, "?view=place");
    await page.waitForSelector("#place-area optgroup", { state: "attached" });
    await page.route("**/portrait*", (route) => route.abort());
    await page.selectOption("#place-area", { label: "Wurzen" });
    await page.waitForSelector(".place .failure");
    assert.match(await page.innerText(".place .failure"), /Die Seite dieses Ortes kann gerade nicht gezeigt werden/);
    await page.unroute("**/portrait*");
    await page.click(".place .failure button");
    await page.waitForSelector(".place-page h1:has-text('Wurzen')");
    await end(/ERR_FAILED/);
  });
});
