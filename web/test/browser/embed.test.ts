import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { drawn, findProduct, startBrowser, until, violations, visit, type Product } from "./harness.js";

/** A page of another site with a frame of the product in it. */
async function site(frame: string, port = 0): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><title>Stadt</title>${frame}`);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe("sharing and frames", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("every view is handed on as a link and as a frame, with the keyboard", async () => {
    for (const view of ["map", "table", "network", "sources"]) {
      const { page, end } = await visit(browser, product.base, `?view=${view}&lang=en`, { permissions: ["clipboard-read", "clipboard-write"] });
      await page.waitForSelector("#share");
      await page.focus("#share");
      await page.keyboard.press("Enter");
      await page.waitForSelector("#share-frame");
      assert.equal(await page.inputValue("#share-link"), page.url());
      assert.match(await page.inputValue("#share-frame"), /^<iframe src="http:[^"]*\/embed\?[^"]*lang=en" title="Sozialradar" .*<\/iframe>$/);
      await page.click('.share button:has-text("Copy HTML")');
      await page.waitForSelector('.share [role="status"]:has-text("Copied.")');
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.inputValue("#share-frame"));
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press("Escape");
      await page.waitForSelector("#share-frame", { state: "detached" });
      assert.equal(await page.evaluate(() => document.activeElement?.id), "share");
      await end();
    }
  });

  test("a frame leaves out header and search and leads to the whole view", async () => {
    const { page, end } = await visit(browser, product.base, "embed?lang=en", { viewport: { width: 620, height: 500 } });
    await drawn(page);
    assert.equal(await page.locator(".header, #search-field").count(), 0);
    assert.match(await page.innerText(".ribbon"), /invented/);
    const whole = new URL((await page.getAttribute(".embed-foot a", "href"))!, product.base);
    assert.equal(whole.pathname, "/");
    assert.equal(whole.searchParams.get("lang"), "en");
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await end();
  });

  test("pages of an allowed origin show it, others do not", async () => {
    const allowed = process.env.EMBED_ORIGIN;
    const framed = process.env.EMBEDDABLE_URL;
    assert.ok(allowed !== undefined && framed !== undefined, "run these tests with `npm run test:browser`");
    const frame = `<iframe src="${framed}/embed?lang=de" width="700" height="500"></iframe>`;
    const friend = await site(frame, Number(new URL(allowed).port));
    const stranger = await site(frame);
    const page = await browser.newPage();
    try {
      const refused: string[] = [];
      page.on("console", (message) => { if (message.type() === "error") refused.push(message.text()); });
      await page.goto(friend.origin);
      await page.frameLocator("iframe").locator(".embed-foot a").waitFor({ timeout: 60_000 });
      assert.equal(refused.length, 0);
      await page.goto(stranger.origin);
      await until("the browser refuses the frame", () => Promise.resolve(refused.some((text) => text.includes("frame-ancestors"))));
      assert.equal(await page.frameLocator("iframe").locator(".embed-foot").count(), 0);
    } finally {
      await page.close();
      friend.server.close();
      stranger.server.close();
    }
  });
});
