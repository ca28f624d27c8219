import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { findProduct, parameter, pdfPages, startBrowser, texts, until, violations, visit, type Product } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe("data and methods", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("the catalogue finds an indicator and says all that is known of it; its address opens it again", async () => {
    const model = product.catalog.indicators.find((one) => one.result?.kind === "model")!;
    const { page, end } = await visit(browser, product.base, "?view=sources");
    await page.waitForSelector(".entry");
    assert.equal(await page.locator(".entry").count(), product.catalog.indicators.length);
    await page.fill("#data-find", "gibt es nicht");
    await page.waitForSelector(".entry", { state: "detached" });
    assert.match(await page.innerText(".data-search .note"), /keinen Indikator/);
    await page.fill("#data-find", model.name.de.toUpperCase());
    await page.waitForSelector(".entry");
    await page.click(`.entry-name:has-text("${model.name.de}")`);
    await page.waitForSelector(".quality .result-list");
    const text = await page.innerText('.entry[data-open="true"]');
    for (const part of [model.description.de, /Modellwert: vorhergesagt, nicht gemessen/, /Richtung/, /Gebietsstände/, /Lizenz/, /Gebiete mit eigenen Befragten/, /Jeder Wert hat ein Intervall/, /Datenstand \d+: http.*entry=/, /frei erfunden/]) assert.ok(typeof part === "string" ? text.includes(part) : part.test(text), `${part.toString()} is missing in ${text}`);
    assert.equal(parameter(page, "entry"), model.id);
    const method = await page.getAttribute('.quality a:has-text("Methode")', "href");
    assert.equal((await fetch(product.base + method!)).status, 200);

    const other = await visit(browser, product.base, new URL(page.url()).search.replace("lang=de", "lang=en"));
    await other.page.waitForSelector(".quality .result-list");
    assert.equal(await other.page.inputValue("#data-find"), model.name.de.toUpperCase());
    assert.match(await other.page.innerText('.entry[data-open="true"]'), /Modelled value: predicted, not measured/);
    await other.end();
    await end();
  });

  test("a link to an indicator that is gone says so", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&entry=happiness&lang=en");
    await page.waitForSelector(".data-view .warning");
    assert.match(await page.innerText(".data-view .warning"), /“happiness” of the link is not here/);
    await page.goto(`${product.base}/?view=sources&part=download&export=${encodeURIComponent("gpkg~~~happiness~newest~~~")}`);
    await page.waitForSelector(".download");
    const said = (await texts(page, ".data-view .warning")).join("\n");
    assert.match(said, /„happiness“ aus dem Link gibt es hier nicht[\s\S]*Mindestens ein Indikator/);
    assert.equal(await page.locator("#download-file").count(), 0);
    await end();
  });

  test("the form makes the address of a file, with the keyboard alone", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&part=download");
    await page.waitForSelector("#download-file");
    await page.focus("#format-gpkg");
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowDown");
    await until("the format is chosen", () => page.isChecked("#format-csv-long"));
    assert.equal(await page.locator("#export-system").count(), 0, "a table has no coordinates");
    await page.focus("#export-excel");
    await page.keyboard.press("Space");
    await page.focus("#export-level");
    await page.keyboard.type(product.catalog.levels.find((one) => one.id === "district")!.plural.de.slice(0, 4));
    await until("the level is chosen", () => Promise.resolve((parameter(page, "export") ?? "").includes("~district~")));
    const address = new URL((await page.getAttribute("#download-file", "href"))!, product.base);
    assert.equal(address.pathname, "/api/exports");
    assert.deepEqual(["format", "level", "edition", "periods", "dialect", "form", "lang"].map((name) => address.searchParams.get(name)), ["csv-long", "district", product.catalog.defaultEdition, "newest", "excel-de", "package", "de"]);
    assert.match(await page.locator(".copy-code").nth(1).innerText(), /^curl --fail .*'http.*format=csv-long.*'$/);
    const opened = await visit(browser, product.base, new URL(page.url()).search);
    await opened.page.waitForSelector("#download-file");
    assert.equal(await opened.page.getAttribute("#download-file", "href"), await page.getAttribute("#download-file", "href"));
    await opened.end();
    await end();
  });

  test("the server makes every file that the form can ask for, in each system and dialect", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&part=download");
    await page.waitForSelector("#download-file");
    await page.getByText("nur die Datei", { exact: false }).click();
    const seen = new Map<string, string>();
    for (const format of await page.locator('input[name="format"]').evaluateAll((all) => all.map((one) => one.id))) {
      await page.check(`#${format}`);
      const systems = (await page.locator("#export-system option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).filter((one) => one !== "");
      const excel = (await page.locator("#export-excel").count()) > 0;
      assert.equal(systems.length, /gpkg|fgb/.test(format) ? 5 : 0, `systems of ${format}`);
      assert.equal(excel, /csv|codebook/.test(format), `dialects of ${format}`);
      for (const choose of ["", ...systems, ...(excel ? ["excel"] : [])]) {
        if (choose === "excel") await page.check("#export-excel");
        else if (choose !== "") await page.selectOption("#export-system", choose);
        const wanted = choose === "excel" ? "dialect=excel-de" : choose === "" ? `format=${format.slice("format-".length)}&` : `crs=EPSG:${choose}`;
        await until(`the address says ${wanted}`, async () => ((await page.getAttribute("#download-file", "href")) ?? "").includes(wanted));
        const href = (await page.getAttribute("#download-file", "href"))!;
        const answer = await fetch(product.base + href.replace("level=municipality", "level=district"));
        assert.equal(answer.status, 200, href);
        seen.set(href, answer.headers.get("content-type") ?? "");
        // to its end: a client has few places for exports at once, and who leaves frees his only when that is noticed
        await answer.arrayBuffer();
      }
      if (excel) await page.uncheck("#export-excel");
      if (systems.length > 0) await page.selectOption("#export-system", "");
    }
    assert.equal(seen.size, 7 + 2 * 5 + 3);
    for (const type of ["geopackage", "geo+json", "ndjson", "flatgeobuf", "text/csv"]) assert.ok([...seen.values()].some((one) => one.includes(type)), `${type} is missing in ${[...seen.values()].join()}`);
    await end();
  });

  test("frozen releases: files with size and checksum, how to cite, and why one was withdrawn", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&part=releases");
    await page.waitForSelector("#release-2026\\.1");
    const [kept, withdrawn] = await texts(page, "article.dataset");
    assert.match(kept!, /2026\.1[\s\S]*district-gpkg\.zip[\s\S]*SHA-?256[\s\S]*[0-9a-f]{64}/i);
    const href = (await page.getAttribute('.release-files a[href$="district-csv-long.zip"]', "href"))!;
    const bytes = Buffer.from(await (await fetch(product.base + href)).arrayBuffer());
    assert.ok(kept!.includes(createHash("sha256").update(bytes).digest("hex")), "the checksum is that of the file");
    assert.match(await (await fetch(product.base + (await page.getAttribute('.entry-ways a[href$="CITATION.cff"]', "href"))!)).text(), /^cff-version: 1\.2\.0/);
    assert.match(withdrawn!, /2025\.1[\s\S]*Zurückgezogen am/);
    assert.doesNotMatch(withdrawn!, /\.zip/);
    assert.equal((await fetch(`${product.base}/api/releases/2025.1/district-csv-long.zip`)).status, 410);
    await end();
  });

  test("addresses for other programs are copied, and lead somewhere", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&part=connect", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.waitForSelector(".copy-text");
    await page.locator(".copy-text button").first().click();
    await page.waitForSelector('.copy-text [role="status"]:has-text("Kopiert.")');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, `${product.base}/ogc`);
    assert.equal((await fetch(`${copied}?f=json`)).status, 200);
    const collection = /layer="([^"]+)"/.exec((await texts(page, ".copy-code")).join("\n"))![1]!;
    assert.equal((await fetch(`${copied}/collections/${collection}?f=json`)).status, 200);
    await end();
  });

  test("what the operator has not said is said to be missing, to visitors and operators", async () => {
    const { page, end } = await visit(browser, product.base, "?view=sources&part=legal");
    await page.route("**/api/config", async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as object;
      await route.fulfill({ response, json: { ...config, legal: { imprint: { text: "Amt\n\nMarkt 1", address: null }, privacy: { text: null, address: "https://amt.example.org/privacy" }, accessibility: null } } });
    });
    await page.reload();
    await page.waitForSelector(".legal");
    assert.deepEqual(await texts(page, "#imprint .legal-text"), ["Amt", "Markt 1"]);
    assert.equal(await page.getAttribute("#privacy a", "href"), "https://amt.example.org/privacy");
    assert.match(await page.innerText("#accessibility"), /noch keine Erklärung zur Barrierefreiheit[\s\S]*Einstellung „accessibility“/);
    await end();
  });

  for (const part of ["catalogue", "datasets", "download", "releases", "connect", "methods", "legal"]) {
    test(`${part}: axe finds nothing, 360 pixels hold it, paper too`, async () => {
      const entry = product.catalog.indicators.find((one) => one.result?.kind === "survey")!.id;
      const query = `?view=sources&part=${part}&entry=${entry}`;
      for (const options of [{ colorScheme: "dark" as const }, PHONE]) {
        const { page, end } = await visit(browser, product.base, `${query}&lang=${options === PHONE ? "en" : "de"}`, options);
        await page.waitForSelector(".data-foot");
        await page.waitForLoadState("networkidle");
        assert.deepEqual(await violations(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${part} is wider than the screen`);
        await end(/404/);
      }
      const { page, end } = await visit(browser, product.base, query);
      await page.waitForSelector(".data-foot");
      await page.emulateMedia({ media: "print" });
      assert.ok(pdfPages(await page.pdf({ preferCSSPageSize: true })) >= 1);
      await end(/404/);
    });
  }
});
