import axe from "axe-core";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from "playwright-core";
import type { AreaEntry, Catalog, NetworkAnswer } from "../../src/api/types.js";

/** The running product that RADAR_URL names; `npm run test:browser` starts one with the bundled sample. */
export interface Product {
  readonly base: string;
  readonly catalog: Catalog;
  readonly network: NetworkAnswer;
  readonly find: (name: string) => Promise<AreaEntry>;
}

export async function findProduct(): Promise<Product> {
  const base = process.env.RADAR_URL?.replace(/\/$/, "");
  assert.ok(base, "RADAR_URL is not set: run these tests with `npm run test:browser`");
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(base + path);
    assert.equal(response.status, 200, `${path} answers ${response.status}`);
    return response.json();
  };
  const catalog = (await read("/api/catalog")) as Catalog;
  const network = (await read("/api/network")) as NetworkAnswer;
  const find = async (name: string): Promise<AreaEntry> => {
    const { areas } = (await read(`/api/areas?q=${encodeURIComponent(name)}&edition=${catalog.defaultEdition}&level=municipality`)) as { areas: AreaEntry[] };
    const area = areas.find((one) => one.name === name);
    assert.ok(area, `no municipality is called ${name}`);
    return area;
  };
  return { base, catalog, network, find };
}

const EXECUTABLES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export async function startBrowser(): Promise<Browser> {
  const executablePath = EXECUTABLES.find((path) => path !== undefined && path !== "" && existsSync(path));
  assert.ok(executablePath, "Chromium is missing: install the package chromium, or set CHROMIUM to its path");
  const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", ...quiet] });
}

/** A page of its own context, with everything that it asked for and complained about. */
export interface Visit {
  readonly page: Page;
  readonly requests: Request[];
  /** Tiles fetched since the last call. */
  readonly tiles: () => string[];
  /** Fails when the page asked another host, or the browser reported an error. Ends the visit. */
  readonly end: (expected?: RegExp) => Promise<void>;
}

const DESKTOP = { width: 1400, height: 900 };

export async function visit(browser: Browser, base: string, query = "", options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const requests: Request[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request));
  page.on("console", (message) => { if (message.type() === "error") complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`${base}/${query}`);
  let counted = 0;
  return {
    page,
    requests,
    tiles: () => {
      const fresh = requests.slice(counted).map((request) => request.url()).filter((url) => /\.mvt(\?|$)/.test(url));
      counted = requests.length;
      return fresh;
    },
    end: async (expected) => {
      const own = new URL(base).origin;
      const outside = requests.map((request) => request.url()).filter((url) => !url.startsWith(own) && !/^(data|blob):/.test(url));
      await context.close();
      assert.deepEqual(outside, [], "requests to another host");
      assert.deepEqual(complaints.filter((text) => !expected?.test(text)), [], "errors that the browser reported");
    },
  };
}

/** Waits until the map and the legend show what the address asks for. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForSelector('.map-host[data-busy="false"] .map[data-drawn]', { state: "attached" });
  await page.waitForSelector(".legend-classes li", { state: "attached" });
}

/** Waits until something holds, however slow the machine; fails after a time that no working page needs. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `still waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until a move that the page made for a person has come to its end, and stands in the address. */
export const moved = (page: Page): Promise<void> => until("the map has moved", () => Promise.resolve(parameter(page, "z") !== null));

export const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

export const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

/** The colours of the map's pixels, most frequent first, as #rrggbb. */
export function mapColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".maplibregl-canvas");
    const copy = document.createElement("canvas");
    copy.width = canvas?.width ?? 1;
    copy.height = canvas?.height ?? 1;
    const pen = copy.getContext("2d");
    if (!canvas || !pen) return [];
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => `#${colour.toString(16).padStart(6, "0")}`);
  });
}

export function legendColours(page: Page): Promise<string[]> {
  return page.locator(".legend-classes rect").evaluateAll((fields) => fields.map((field) => field.getAttribute("fill") ?? ""));
}

/** Pages of a PDF as Chromium writes it. */
export const pdfPages = (pdf: Buffer): number => (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;

/** What axe-core complains of, element by element. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 140)} ${node.failureSummary ?? ""}`));
}
