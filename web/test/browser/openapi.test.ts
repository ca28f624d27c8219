import axe from "axe-core";
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { findProduct, pdfPages, startBrowser, visit, type Product } from "./harness.js";

/** The descriptions of the API as the server gives them out, held against the specification by a validator of others. */
describe("descriptions of the API", () => {
  let product: Product;
  before(async () => { product = await findProduct(); });

  for (const [path, version] of [["/api/openapi.json", "3.1"], ["/ogc/api", "3.0"]] as const) {
    it(`${path} is valid after OpenAPI ${version}`, async () => {
      const response = await fetch(product.base + path);
      assert.equal(response.status, 200);
      const validator = new Validator();
      const { valid, errors } = await validator.validate((await response.json()) as Parameters<Validator["validate"]>[0]);
      assert.ok(valid, JSON.stringify(errors, undefined, 1));
      assert.equal(validator.version, version);
      const resolved = validator.resolveRefs();
      assert.ok(Object.keys((resolved as { paths: object }).paths).length > 5);
    });
  }
});

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Documents for people: in both languages, light and dark, on a phone and on paper, with nothing from elsewhere. */
describe("documents", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  const open = async (query: string, options: BrowserContextOptions = {}) => visit(browser, product.base, query, { javaScriptEnabled: true, ...options });

  for (const [query, heading, options] of [
    ["docs/api?lang=de", "Die Schnittstelle", { colorScheme: "light" }],
    ["docs/api?lang=en", "The interface", { colorScheme: "dark" }],
    ["docs/api", "Die Schnittstelle", { ...PHONE, locale: "de-DE" }],
    ["docs?lang=de", "Dokumente", PHONE],
    ["docs", "Documents", { locale: "en-GB" }],
  ] as const) {
    it(`${query} in ${heading}: axe finds nothing, nothing is cut off`, async () => {
      const { page, requests, end } = await open(query, options);
      assert.equal(await page.locator("h1").innerText(), heading);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "fits the width");
      await page.evaluate(axe.source);
      const results = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
      assert.deepEqual(results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 140)}`)), []);
      assert.deepEqual(requests.filter((one) => one.resourceType() === "script"), []);
      await end();
    });
  }

  it("the page of the API has every operation of its description, and links that lead somewhere", async () => {
    const { page, end } = await open("docs/api?lang=de");
    const document = (await (await fetch(`${product.base}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { operationId?: string }>> };
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).flatMap((one) => one.operationId ?? [])).sort();
    const shown = await page.evaluate(() => [...window.document.querySelectorAll("article")].map((one) => one.id).sort());
    assert.deepEqual(shown, described);
    const links = await page.evaluate(() => [...new Set([...window.document.querySelectorAll<HTMLAnchorElement>("main a")].map((one) => one.getAttribute("href") ?? ""))]);
    const inside = new Set(await page.evaluate(() => [...window.document.querySelectorAll("[id]")].map((one) => `#${one.id}`)));
    for (const link of links) {
      if (link.startsWith("#")) assert.ok(inside.has(link), link);
      else assert.equal((await fetch(product.base + link)).status, 200, link);
    }
    assert.ok(pdfPages(await page.pdf({ format: "A4" })) > 5);
    await end();
  });
});
