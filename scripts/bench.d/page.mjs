// The page in headless Chromium: what the first view loads, how long a change takes until it is drawn, long tasks while the
// map moves and a slider is dragged; on Saxony (the sample) and on Germany.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { tasksDuring, watchLongTasks } from './page-tasks.mjs';
import { ROOT, SHARED, importManifest, median, radar, scratch, startServer, stop } from './processes.mjs';

const STARTS = 5;
const CHANGES = 9;
const DRAGS = 3;
const FLAGS = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** No process for pictures: the main thread of the page waits for each picture of the map and reads it back. */
const READ_BACK = ['--disable-gpu'];
/** A process for pictures, as with a graphics card; the card is computed. */
const COMPOSED = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const DRAWN = '.map-host[data-busy="false"] .map[data-drawn]';

export async function measure() {
  const load = os.loadavg()[0];
  const saxony = await onStore((store) => radar(['import', '--sample', '--store', store]), '', true);
  const germany = existsSync(path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz'))
    ? await onStore(importGermany, '?indicator=unemployed&level=municipality&edition=de-2016', false)
    : null;
  return section(saxony, germany, load);
}

async function importGermany(store) {
  for (const name of ['de-boundaries', 'unemployment-de']) await importManifest(name, store, '2g');
}

async function onStore(fill, query, planning) {
  const store = path.join(scratch(), 'store');
  await fill(store);
  const server = await startServer(store, { heap: '2g' });
  try {
    const found = await inBrowser(READ_BACK, (browser) => visit(browser, server.base, query, planning));
    const composed = await inBrowser(COMPOSED, (browser) => dragAlone(browser, server.base, query));
    return { ...found, ...composed };
  } finally {
    await stop(server.child);
  }
}

async function inBrowser(flags, work) {
  const { chromium } = createRequire(path.join(ROOT, 'web', 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, ...flags, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** The drags that have the map drawn anew. */
async function dragAlone(browser, base, query) {
  const page = await open(browser, `${base}/${query}`);
  const composedMoving = await drags(browser, page, () => moveMap(page));
  const composedYears = await drags(browser, page, () => dragSlider(page, '#year-slider'));
  return { composedMoving, composedYears };
}

/** Runs a drag some times; answers the longest task of each. */
async function drags(browser, page, drag) {
  const runs = [];
  for (let run = 0; run < DRAGS; run++) runs.push(await tasksDuring(browser, page, drag));
  return runs;
}

async function visit(browser, base, query, planning) {
  const first = [];
  let page = null;
  for (let run = 0; run < STARTS; run++) {
    await page?.context().close();
    page = await open(browser, `${base}/${query}`);
    first.push(await page.evaluate(() => performance.now()));
  }
  const scripts = await scriptBytes(page, base);
  const changed = await changes(page);
  const range = async (selector) => ((await page.locator(selector).count()) === 0 ? null : drags(browser, page, () => dragSlider(page, selector)));
  const found = { first, scripts, ...changed, moving: await drags(browser, page, () => moveMap(page)), years: await range('#year-slider'), transparency: await range('#transparency') };
  if (!planning) return found;
  await page.goto(`${base}/?view=priorities`);
  await page.waitForSelector('[data-waiting="false"] .priority-table tbody tr');
  const weight = await drags(browser, page, () => dragSlider(page, '.criterion input', '[data-waiting="false"] .priority-table'));
  await page.goto(`${base}/?view=scenario`);
  await page.waitForSelector('.result[data-waiting="false"] .interval-row');
  const condition = await drags(browser, page, () => dragSlider(page, '.panel-left input[type="range"]', '.result[data-waiting="false"] .interval-row'));
  return { ...found, weight, condition };
}

/** The page with nothing in its cache, when its map has come to rest. */
async function open(browser, address) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await watchLongTasks(page);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 120_000 });
  return page;
}

async function scriptBytes(page, base) {
  const entries = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, encodedBodySize }) => ({ name, size: encodedBodySize })));
  const scripts = entries.filter(({ name }) => /\.m?js$/.test(new URL(name).pathname) && !name.includes('worker'));
  return scripts.reduce((sum, { size }) => sum + size, 0) + (await workerBytes(base));
}

/** A worker's script may stand in no resource timing of the page that started it, or without its size. */
async function workerBytes(base) {
  const page = await (await fetch(base)).text();
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, file]) => file);
  for (const file of files) {
    const worker = /maplibre-gl-worker-[0-9a-f]+\.mjs/.exec(await (await fetch(new URL(file, `${base}/`))).text())?.[0];
    if (!worker) continue;
    const answer = await fetch(`${base}/assets/${worker}`, { headers: { 'accept-encoding': 'gzip' } });
    return Number(answer.headers.get('content-length'));
  }
  throw new Error('no script of the page names the worker of the map');
}

/** Chooses other indicators in turn. */
async function changes(page) {
  const options = await page.locator('#indicator option').evaluateAll((all) => all.map((one) => one.value));
  const current = await page.inputValue('#indicator');
  const order = [...options.filter((one) => one !== current).slice(0, CHANGES - 1), current];
  const times = [];
  for (let run = 0; run < CHANGES; run++) times.push(await page.evaluate(choose, order[run % order.length]));
  return { joined: times.map((one) => one.joined), drawn: times.map((one) => one.drawn) };
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
      // A sign that comes up for the first time makes the map wait for its tiles, after the values have come.
      if (host.dataset.busy !== 'false') joined = 0;
      else if (joined === 0 && document.querySelector('.legend-body').textContent !== before) joined = performance.now() - began;
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

/** Drags the map to and fro, clear of the legend, and comes nearer and back. */
async function moveMap(page) {
  const box = await page.locator('.map').boundingBox();
  const [x, y] = [box.x + 0.75 * box.width, box.y + 0.4 * box.height];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) await page.mouse.move(x + 110 * Math.sin(step / 6), y + 60 * Math.cos(step / 6));
  await page.mouse.up();
  await page.mouse.move(x, y);
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, turn < 2 ? -400 : 400);
  await rest(page);
}

/** Drags a slider over its whole range, and most of the way back: a weight of nothing would leave nothing to weigh. */
async function dragSlider(page, selector, settled = DRAWN) {
  const slider = page.locator(selector).first();
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 40; step >= 0; step--) await page.mouse.move(box.x + 4 + ((box.width - 8) * step) / 40, box.y + box.height / 2);
  await page.mouse.move(box.x + 0.75 * box.width, box.y + box.height / 2);
  await page.mouse.up();
  await page.waitForSelector(settled);
  await rest(page);
}

async function rest(page) {
  // The mark of an earlier frame still stands until the next one begins.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 400))));
  await page.waitForSelector(DRAWN, { state: 'attached', timeout: 60_000 });
}

function section(saxony, germany, load) {
  const worst = (values) => Math.max(...values);
  const ms = (values) => (values ? `${Math.round(median(values))} ms, worst ${Math.round(worst(values))} ms` : '–');
  const none = (value) => (value === 0 ? 'none above 50 ms' : `${Math.round(value)} ms`);
  const tasks = (runs) => (runs ? `${none(median(runs.map(({ wall }) => wall)))}, worst ${none(worst(runs.map(({ wall }) => wall)))}; own ${Math.round(worst(runs.map(({ own }) => own)))} ms` : '–');
  const row = (what, of, part, goal) => `| ${what} | ${of(saxony[part])} | ${of(germany?.[part])} | ${goal} |`;
  return `## The page

Headless Chromium without a graphics card, 1280 × 800, server and browser on the same machine (load ${load.toFixed(1)} when this part began). Medians and worst of ${STARTS} starts with an
empty cache, ${CHANGES} changes, ${DRAGS} drags. Tasks are the browser's own long-task entries, the longest of each drag; "own" is the most that one task computed itself (processor time of the page's main thread, from the
browser's trace). The rest of a task is waiting. Without a process for pictures (\`${READ_BACK[0]}\`) the main thread reads each picture of the map back, and waits until the same cores have computed it; the two rows at
the end have such a process, as browsers with a graphics card do, with the card computed (\`${COMPOSED[0]}\`). The worst start comes while the server, just begun, still prepares what first visitors ask for; the worst change is the first in which a sign appears.

| what | Saxony, 418 areas | Germany, 11299 areas | goal |
|---|---|---|---|
${row('first drawn map, from the start of the navigation', ms, 'first', '< 2 s')}
| scripts of the first view, compressed | ${Math.round(saxony.scripts / 1000)} kB | | < 650 kB |
${row('another indicator, until values are joined and the legend shows its classes', ms, 'joined', '< 100 ms, < 300 ms')}
${row('the same, until the map has drawn its last frame', ms, 'drawn', '')}
${row('longest task while the map is dragged and zoomed', tasks, 'moving', '< 100 ms')}
${row('longest task while the time slider is dragged', tasks, 'years', '< 100 ms')}
${row('longest task while the slider of transparency is dragged', tasks, 'transparency', '< 100 ms')}
${row('longest task while the weight of a criterion is dragged', tasks, 'weight', '< 100 ms')}
${row('longest task while a condition of "what if" is dragged', tasks, 'condition', '< 100 ms')}
${row('longest task while the map is dragged and zoomed, with a process for pictures', tasks, 'composedMoving', '< 100 ms')}
${row('longest task while the time slider is dragged, with a process for pictures', tasks, 'composedYears', '< 100 ms')}
`;
}
