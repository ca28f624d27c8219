import assert from "node:assert/strict";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { VIEWS } from "../../src/state/view-state.js";
import { drawn, findProduct, legendColours, mapColours, startBrowser, until, visit, type Product, type Visit } from "./harness.js";

const PREFIX = "/radar";

/** A web server that offers another one below a path, takes that path off, and knows nothing outside it. */
async function proxy(target: string): Promise<{ readonly server: Server; readonly origin: string }> {
  const { hostname, port } = new URL(target);
  const server = createServer((asked, answer) => {
    const url = asked.url ?? "";
    if (url === PREFIX || url.startsWith(`${PREFIX}?`)) {
      answer.writeHead(301, { Location: `${PREFIX}/${url.slice(PREFIX.length)}` }).end();
      return;
    }
    if (!url.startsWith(`${PREFIX}/`)) {
      answer.writeHead(404, { "Content-Type": "text/plain" }).end("outside");
      return;
    }
    const passed = request({ hostname, port, path: url.slice(PREFIX.length), method: asked.method, headers: asked.headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on("error", () => { answer.destroy(); });
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const pathOf = (address: string): string => new URL(address).pathname;
const isOutside = (address: string): boolean => /^https?:/.test(address) && !pathOf(address).startsWith(`${PREFIX}/`);

/** Each address of an element on the page that stands for the server's own, in full. */
const links = (page: Page, origin: string): Promise<string[]> =>
  page.evaluate((own) => {
    const all = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((one) => one.href);
    const images = [...document.querySelectorAll<HTMLImageElement>("img[src]")].map((one) => one.src);
    return [...all, ...images].filter((address) => address.startsWith(own));
  }, origin);

describe("below a path of another web server", () => {
  let product: Product;
  let browser: Browser;
  let server: Server;
  let origin: string;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
    ({ server, origin } = await proxy(product.base));
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  const opened = (query: string): Promise<Visit> => visit(browser, `${origin}${PREFIX}`, query);

  /** All that was asked succeeded, and nothing beside the path was asked. */
  async function stays({ page, requests, end }: Visit): Promise<void> {
    assert.deepEqual(requests.map((one) => one.url()).filter(isOutside), [], "requests beside the path");
    assert.deepEqual((await links(page, origin)).filter(isOutside), [], "links beside the path");
    for (const one of requests) {
      const answer = await one.response();
      // Who leaves a map while its tiles come calls them off.
      if (answer) assert.ok(answer.status() < 400, `${one.url()} answers ${answer.status()}`);
    }
    await end();
  }

  test("the path without its slash leads to the page", async () => {
    const opened = await visit(browser, origin, "radar?lang=en");
    await drawn(opened.page);
    assert.equal(pathOf(opened.page.url()), `${PREFIX}/`);
    await opened.end();
  });

  for (const view of VIEWS) {
    test(`the view "${view}" asks and links below it alone`, async () => {
      const area = await product.find("Leipzig");
      const one = await opened(`?lang=en&view=${view}&area=${area.code}`);
      await one.page.waitForSelector(".header");
      await one.page.waitForLoadState("networkidle");
      await stays(one);
    });
  }

  test("the map is drawn, with its worker, tiles and values", async () => {
    const one = await opened("?lang=en");
    await drawn(one.page);
    const legend = await legendColours(one.page);
    await until("areas are coloured", async () => {
      const colours = new Set(await mapColours(one.page));
      return legend.filter((colour) => colours.has(colour)).length >= 2;
    });
    assert.ok(one.tiles().length > 0);
    assert.ok(one.requests.some((asked) => asked.url().includes('/assets/maplibre-gl-worker')));
    await stays(one);
  });

  test("links and frames that are handed on open below it", async () => {
    const one = await opened("?lang=en&view=map");
    await drawn(one.page);
    await one.page.click("#share");
    const link = await one.page.inputValue("#share-link");
    assert.equal(pathOf(link), `${PREFIX}/`);
    const frame = /src="([^"]*)"/.exec(await one.page.inputValue("#share-frame"))?.[1]?.replaceAll("&amp;", "&") ?? "";
    assert.equal(pathOf(frame), `${PREFIX}/embed`);
    await stays(one);
    const framed = await visit(browser, `${origin}${PREFIX}`, frame.slice(`${origin}${PREFIX}/`.length));
    await drawn(framed.page);
    assert.equal(pathOf(await framed.page.locator(".embed-foot a").evaluate((a: HTMLAnchorElement) => a.href)), `${PREFIX}/`);
    await stays(framed);
  });

  for (const part of ["catalogue", "download", "releases", "connect", "methods"]) {
    test(`what "${part}" of data and methods leads to is there`, async () => {
      const one = await opened(`?lang=en&view=sources&part=${part}`);
      await one.page.waitForSelector(".header");
      await one.page.waitForLoadState("networkidle");
      const all = [...new Set((await links(one.page, origin)).map((address) => address.replace(/#.*/, "")))].filter((address) => !pathOf(address).endsWith("/radar/"));
      for (const address of all) assert.ok((await fetch(address)).ok, address);
      // How to cite names the address that the operator set, which is none here.
      await one.page.evaluate(() => { document.querySelectorAll("article.dataset .copy-text").forEach((cited) => { cited.remove(); }); });
      const shown = await one.page.locator("main").innerText();
      for (const [address] of shown.matchAll(new RegExp(`${origin}[^\\s"']*`, "g"))) assert.ok(!isOutside(address), address);
      await stays(one);
    });
  }
});

describe("the page of the administration below a path", () => {
  test("asks and signs in below it", async (t) => {
    const admin = process.env.ADMIN_URL;
    const token = process.env.ADMIN_TOKEN;
    if (admin === undefined || token === undefined) {
      assert.notEqual(process.env.CI, "true", "run these tests with `npm run test:browser`");
      t.skip("LEFT OUT: no admin port here");
      return;
    }
    const browser = await startBrowser();
    const { server, origin } = await proxy(admin);
    const { page, requests, end } = await visit(browser, `${origin}${PREFIX}`, "?lang=en");
    page.setDefaultTimeout(120_000);
    await page.fill("#token", token);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".tabs");
    for (const section of await page.locator(".tabs a").all()) {
      await section.click();
      await page.waitForLoadState("networkidle");
    }
    assert.deepEqual(requests.map((one) => one.url()).filter(isOutside), []);
    assert.ok(requests.filter((one) => pathOf(one.url()).startsWith(`${PREFIX}/api/admin/`)).length >= 3);
    await end();
    server.close();
    await browser.close();
  });
});
