// The demo: time until it is ready, time until the map is drawn, memory.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, freePort, getJson, median, megabytes, scratch, startUntilReady, stop, wrk } from './processes.mjs';

const RUNS = 3;
const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function measure() {
  const first = await startDemo('--fresh');
  await stop(first.child);
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await oneRun());
  return section(first.milliseconds, runs);
}

async function startDemo(...flags) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const args = ['--port', String(port), ...flags];
  return { base, ...(await startUntilReady(path.join(ROOT, 'scripts', 'demo'), args, `${base}/health/ready`)) };
}

async function oneRun() {
  const demo = await startDemo();
  try {
    const server = Number(execFileSync('pgrep', ['-P', String(demo.child.pid), 'java'], { encoding: 'utf8' }));
    const drawn = await drawMap(demo.base);
    const used = megabytes(server);
    await load(demo.base);
    return { ready: demo.milliseconds, drawn, used, peak: megabytes(server, 'VmHWM') };
  } finally {
    await stop(demo.child);
  }
}

// From the start of the navigation, in a browser with an empty cache, until the page says that its map is drawn.
async function drawMap(base) {
  const { chromium } = createRequire(path.join(ROOT, 'web', 'package.json'))('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...FLAGS, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(base, { waitUntil: 'commit' });
    await page.waitForSelector('[data-drawn="true"]', { state: 'attached', timeout: 60_000 });
    return await page.evaluate(() => performance.now());
  } finally {
    await browser.close();
  }
}

// Ten seconds of tiles, so that the peak of memory is that of a server at work.
async function load(base) {
  const { tiles } = await getJson(`${base}/tiles/municipality.json`);
  const template = decodeURI(new URL(tiles[0], base).pathname);
  const requests = [[8, 137, 85], [7, 68, 42], [6, 34, 21]].map(([z, x, y]) => ({
    path: template.replace('{z}', z).replace('{x}', x).replace('{y}', y),
  }));
  await wrk(base, requests, { folder: scratch(), seconds: 10 });
}

function section(first, runs) {
  const of = (key) => median(runs.map((run) => run[key]));
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
  return `## Demo

Median of ${RUNS} runs; the map in headless Chromium with software rendering on the same machine, 1280 × 800, empty cache, right after the start.

| what | measured | goal |
|---|---|---|
| ready, first run (built; sample loaded) | ${seconds(first)} | |
| ready, every later run | ${seconds(of('ready'))} | < 5 s |
| first drawn map, from the start of the navigation | ${seconds(of('drawn'))} | < 2 s |
| memory (RSS) after the first map | ${Math.round(of('used'))} MB | < 600 MB |
| memory (RSS), peak after 10 s of tiles over 16 connections | ${Math.round(of('peak'))} MB | < 600 MB |
`;
}
