// The page in headless Chromium: what the first view loads, how long a change takes until it is drawn, long tasks while the
// map moves and a slider is dragged; on Saxony (the sample) and on Germany.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, SHARED, importManifest, median, radar, scratch, startServer, stop } from './processes.mjs';

const RUNS = 7;
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const DRAWN = '.map-host[data-busy="false"] .map[data-drawn]';

export async function measure() {
  const saxony = await onStore((store) => radar(['import', '--sample', '--store', store]), '', true);
  const germany = existsSync(path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz'))
    ? await onStore(importGermany, '?indicator=unemployed&level=municipality&edition=de-2016', false)
    : null;
  return section(saxony, germany);
}

async function importGermany(store) {
  for (const name of ['de-boundaries', 'unemployment-de']) await importManifest(name, store, '2g');
}

async function onStore(fill, query, slider) {
  const store = path.join(scratch(), 'store');
  await fill(store);
  const server = await startServer(store, { heap: '2g' });
  const { chromium } = createRequire(path.join(ROOT, 'web', 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    return await visit(browser, server.base, query, slider);
  } finally {
    await browser.close();
    await stop(server.child);
  }
}

async function visit(browser, base, query, slider) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${base}/${query}`, { waitUntil: 'commit' });
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 120_000 });
  const first = await page.evaluate(() => performance.now());
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter((one) => /\.m?js$/.test(new URL(one.name).pathname)).reduce((sum, one) => sum + one.encodedBodySize, 0),
  );
  const worker = await encoded(base, await page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name).find((name) => name.includes('worker')) ?? ''));
  return { first, scripts: scripts + worker, ...(await changes(page)), moving: await moving(page), years: await range(page, '#year-slider'), transparency: await range(page, '#transparency'), sliding: slider ? await sliding(page, base) : null };
}

/** A worker's script stands in no resource timing of the page that started it. */
async function encoded(base, name) {
  if (name !== '') return 0;
  const page = await (await fetch(base)).text();
  const main = await (await fetch(new URL(/src="([^"]+\.js)"/.exec(page)[1], base))).text();
  const worker = /maplibre-gl-worker-[0-9a-f]+\.mjs/.exec(main)[0];
  const answer = await fetch(`${base}/assets/${worker}`, { headers: { 'accept-encoding': 'gzip' } });
  return Number(answer.headers.get('content-length'));
}

/** Chooses other indicators in turn. */
async function changes(page) {
  const options = await page.locator('#indicator option').evaluateAll((all) => all.map((one) => one.value));
  const current = await page.inputValue('#indicator');
  const order = [...options.filter((one) => one !== current).slice(0, RUNS - 1), current];
  const times = [];
  for (let run = 0; run < RUNS; run++) times.push(await page.evaluate(choose, order[run % order.length]));
  return { joined: median(times.map((one) => one.joined)), drawn: median(times.map((one) => one.drawn)) };
}

/** From the choice to the moment at which values are joined and classes stand in the legend, and to the map's last frame. */
function choose(next) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`the map never showed ${next}`)), 60_000);
    const host = document.querySelector('.map-host');
    const map = host.querySelector('.map');
    const legend = document.querySelector('.legend-body');
    const before = legend.textContent;
    let joined = 0;
    const began = performance.now();
    // A frame that ends at rest takes the mark away and puts it back at once: only the records tell.
    const look = (records) => {
      if (joined === 0 && host.dataset.busy === 'false' && document.querySelector('.legend-body').textContent !== before) joined = performance.now() - began;
      const rested = records.some((one) => one.attributeName === 'data-drawn') && map.dataset.drawn !== undefined;
      if (joined > 0 && rested) {
        observer.disconnect();
        resolve({ joined, drawn: performance.now() - began });
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { attributes: true, childList: true, subtree: true, characterData: true });
    const select = document.querySelector('#indicator');
    select.value = next;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** Drags the map to and fro. */
async function moving(page) {
  await page.evaluate(() => void (window.longTasks.length = 0));
  const box = await page.locator('.map').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) await page.mouse.move(x + 120 * Math.sin(step / 6), y + 60 * Math.cos(step / 6));
  await page.mouse.up();
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, turn < 2 ? -400 : 400);
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 60_000 });
  return longest(page);
}

/** Drags a slider beside the map over its whole range; null where there is none, as for a single year. */
async function range(page, selector) {
  const slider = page.locator(selector);
  if ((await slider.count()) === 0) return null;
  await slider.scrollIntoViewIfNeeded();
  await page.evaluate(() => void (window.longTasks.length = 0));
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 40; step >= 0; step--) await page.mouse.move(box.x + 4 + ((box.width - 8) * step) / 40, box.y + box.height / 2);
  await page.mouse.up();
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 60_000 });
  return longest(page);
}

/** Drags the weight of a criterion over its whole range. */
async function sliding(page, base) {
  await page.goto(`${base}/?view=priorities`);
  await page.waitForSelector('.priority-table tbody tr');
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 60_000 });
  await page.evaluate(() => void (window.longTasks.length = 0));
  const box = await page.locator('.criterion input').first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 0; step <= 40; step++) await page.mouse.move(box.x + (box.width * step) / 40, box.y + box.height / 2);
  await page.mouse.up();
  await page.waitForSelector('[data-waiting="false"] .priority-table');
  return longest(page);
}

const longest = (page) => page.evaluate(() => Math.max(0, ...window.longTasks));

function section(saxony, germany) {
  const ms = (value) => (value === null || value === undefined ? '–' : `${Math.round(value)} ms`);
  const long = (value) => (value === null || value === undefined ? '–' : value === 0 ? 'none above 50 ms' : `${Math.round(value)} ms`);
  return `## The page

Headless Chromium with software rendering, 1280 × 800, empty cache, server and browser on the same machine; a change is the median of ${RUNS}.

| what | Saxony, 418 areas | Germany, 11299 areas | goal |
|---|---|---|---|
| first drawn map, from the start of the navigation | ${ms(saxony.first)} | ${ms(germany?.first)} | < 2 s |
| scripts of the first view, compressed | ${Math.round(saxony.scripts / 1000)} kB | | < 650 kB |
| another indicator, until values are joined and the legend shows its classes | ${ms(saxony.joined)} | ${ms(germany?.joined)} | < 100 ms, < 300 ms |
| the same, until the map has drawn its last frame | ${ms(saxony.drawn)} | ${ms(germany?.drawn)} | |
| longest task while the map is dragged and zoomed | ${long(saxony.moving)} | ${long(germany?.moving)} | < 100 ms |
| longest task while the time slider is dragged | ${long(saxony.years)} | ${long(germany?.years)} | < 100 ms |
| longest task while the slider of transparency is dragged | ${long(saxony.transparency)} | ${long(germany?.transparency)} | |
| longest task while the weight of a criterion is dragged | ${long(saxony.sliding)} | | < 100 ms |
`;
}
