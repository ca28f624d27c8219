import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Catalog, ValuesAnswer } from "../../src/api/types.js";
import { drawn, findProduct, mapColours, startBrowser, texts, until, visit, type Product } from "./harness.js";

describe("when something is missing", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("values that cannot be had: what happened, what it means, and another try", async () => {
    const { page, end } = await visit(browser, product.base);
    await drawn(page);
    await page.route("**/values?**", (route) => route.abort());
    // The page would try again by itself as soon as the server answers.
    await page.route("**/health/live", (route) => route.abort());
    const other = await page.locator("#year option").first().getAttribute("value");
    await page.selectOption("#year", other);
    const failure = page.locator(".failure");
    await failure.waitFor();
    const text = await failure.innerText();
    assert.match(text, /Die Werte konnten nicht geladen werden\. Die Karte zeigt deshalb keine Farben\./);
    assert.match(text, /Der Server antwortet nicht/);
    assert.doesNotMatch(text.split("\n")[0]!, /\d{3}|Error/);
    await page.unroute("**/values?**");
    await failure.locator("button").click();
    await drawn(page);
    assert.equal(await failure.count(), 0);
    await end(/ERR_FAILED/);
  });

  test("a server that goes away and comes back: what is loaded stays usable, a banner says so, the page goes on by itself", async () => {
    const { page, end } = await visit(browser, product.base);
    await drawn(page);
    const years = await page.locator("#year option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const shown = await page.inputValue("#year");
    const other = years.find((one) => one !== shown)!;
    let away = true;
    await page.route(/\/(api|health|tiles)\//, (route) => (away ? route.abort() : route.continue()));
    await page.selectOption("#year", other);
    await page.waitForSelector(".away");
    assert.match(await page.innerText(".away"), /Der Server antwortet nicht\. Was geladen ist, bleibt benutzbar/);
    await page.selectOption("#year", shown);
    await drawn(page);
    await page.waitForSelector(".failure", { state: "detached" });
    assert.ok((await texts(page, ".legend-classes li")).length > 2, "what was read before shows again");
    await page.selectOption("#year", other);
    await page.waitForSelector(".failure");
    away = false;
    await page.waitForSelector(".away", { state: "detached", timeout: 90_000 });
    await page.waitForSelector(".failure", { state: "detached" });
    await drawn(page);
    await end(/ERR_FAILED/);
  });

  test("a server that does not start up: the page says so and tries again", async () => {
    const { page, end } = await visit(browser, product.base);
    await page.route("**/api/catalog", (route) => route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ detail: "Der Speicher antwortet nicht." }) }));
    await page.reload();
    await page.waitForSelector(".failure");
    assert.match(await page.innerText(".failure"), /konnte nicht starten[\s\S]*Störung[\s\S]*Der Speicher antwortet nicht\./);
    await page.unroute("**/api/catalog");
    await page.click(".failure button");
    await drawn(page);
    await end(/503/);
  });

  test("data imported anew while the page was open: it goes on with the new revision", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources");
    let stale = true;
    await page.route("**/api/catalog", async (route) => {
      const response = await route.fetch();
      const catalog = (await response.json()) as Catalog;
      await route.fulfill({ response, json: stale ? { ...catalog, revision: catalog.revision + 1000 } : catalog });
      stale = false;
    });
    await page.goto(`${product.base}/`);
    await drawn(page);
    assert.equal(await page.locator(".failure").count(), 0);
    assert.equal(stale, false);
    assert.match(await page.innerText(".hint"), /Es gibt neue Daten\. Die Seite zeigt jetzt Datenstand \d+ statt 10\d\d\./);
    await end(/503/);
  });

  test("an area of another revision than the values: the page looks for new data", async () => {
    const area = await product.find("Freiberg");
    const { page, requests, end } = await visit(browser, product.base, "?view=sources");
    await page.route("**/profile?**", async (route) => {
      const response = await route.fetch();
      const profile = (await response.json()) as { revision: number };
      await route.fulfill({ response, json: { ...profile, revision: profile.revision + 1 } });
    });
    const asked = (): number => requests.filter((request) => request.url().endsWith("/api/catalog")).length;
    const before = asked();
    await page.goto(`${product.base}/?area=${area.code}`);
    await until("the catalogue is read again", () => Promise.resolve(asked() >= before + 2));
    await page.waitForSelector(".panel-right .value-block");
    assert.equal(await page.locator(".failure").count(), 0);
    await end();
  });

  test("a browser without WebGL: a clear message, and the table works", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources");
    await page.addInitScript(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const original = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...parameters: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith("webgl") ? null : original.call(this, kind, ...rest);
      } as typeof HTMLCanvasElement.prototype.getContext;
    });
    await page.goto(`${product.base}/`);
    await page.waitForSelector(".failure");
    assert.match(await page.innerText(".failure"), /kann die Karte nicht zeichnen/);
    await page.click(".failure button");
    await page.waitForSelector(".values-table tbody tr");
    assert.ok((await texts(page, ".values-table tbody tr")).length > 10);
    await end(/WebGL|webgl/i);
  });

  /** The sample has no suppressed values: a few of the server's own are withheld on their way to the page. */
  const withhold = async (answer: ValuesAnswer, letters: string): Promise<ValuesAnswer> => {
    const values = answer.values.map((value, i) => (i < letters.length && "SIUV".includes(letters[i]!) ? null : value));
    const around = (sign: number): (number | null)[] => values.map((value) => (value === null ? null : value * (1 + sign * 0.1)));
    return Promise.resolve({ ...answer, values, lower: around(-1), upper: around(1), status: letters + answer.status.slice(letters.length) });
  };

  test("suppressed, imprecise, missing and modelled values are told apart by pattern and word", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources");
    const letters = "S".repeat(40) + "I".repeat(20) + "U".repeat(60) + "E".repeat(60) + "L".repeat(40);
    await page.route("**/values?**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: await withhold((await response.json()) as ValuesAnswer, letters) });
    });
    const { codes } = (await (await fetch(`${product.base}/api/indicators/${product.catalog.indicators.find((one) => one.kind !== "extensive")!.id}/values?level=municipality&period=2023&edition=${product.catalog.defaultEdition}`)).json()) as ValuesAnswer;
    await page.goto(`${product.base}/?area=${codes[0]!}`);
    await drawn(page);
    const legend = (await texts(page, ".legend-signs li")).join("\n");
    for (const part of [/kein Wert: gesperrt[^\d]*40/, /kein Wert: zu ungenau\s*20/, /keine Angabe: unbekannt oder geheim\s*[6-9]\d/, /≈ Modellwert\s*[6-9]\d/, /eingeschränkt genau\s*40/]) assert.match(legend, part);
    const onMap = await mapColours(page);
    for (const colour of ["#b4babd", "#e3e6e6"]) assert.ok(onMap.slice(0, 40).includes(colour), `the ground of a pattern (${colour}) is on the map`);
    await page.waitForSelector(".value-block");
    assert.match(await page.innerText(".panel-right .value-block"), /kein Wert[\s\S]*gesperrt zum Schutz/);
    assert.equal(await page.locator(".panel-right .relations").count(), 0);
    await page.goto(`${product.base}/?area=${codes[125]!}`);
    await page.waitForSelector(".value-block");
    assert.match(await page.innerText(".panel-right .value-block"), /≈[\s\S]*\(.*–.*\)[\s\S]*Modellwert/);
    assert.match((await texts(page, ".panel-right .relations li")).join(), /Etwa gleich|Wahrscheinlich/);
    await end();
  });
});
