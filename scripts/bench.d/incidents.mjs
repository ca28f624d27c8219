// Incidents: a river of 10,000 corners through Saxony, asked over HTTP, each time a little elsewhere so that no kept answer helps.
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ROOT, SHARED, radar, scratch, startServer, stop } from './processes.mjs';

const CORNERS = 10_000;
const WARM_UP = 40;
const RUNS = 25;
const TICKS_PER_SECOND = 100;

export async function measure() {
  const load = os.loadavg()[0].toFixed(1);
  const rows = [];
  if (existsSync(path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_sn.geojson'))) {
    const manifests = ['sn-boundaries', 'population-sn'].map((name) => ['import', manifest(name), '--data', SHARED]);
    rows.push(await withStore(manifests, 'real boundaries of 2016: areas, people', (i) => ({ area: { geometry: river(i) } })));
  }
  rows.push(await withStore([['import', '--sample']], 'sample: also support, a group, priorities, facilities, neighbours', question));
  return `## Incidents

A band of ${CORNERS} corners with many bends from west to east through Saxony, over HTTP, answer as JSON with the shape itself, each time a little elsewhere, after ${WARM_UP} questions
to warm up. Goal: under 200 ms. ${RUNS} questions one after another; processor time is that of the whole server for one of them: what a reader waits at most on an idle machine.
Other processes kept the machine at a load of ${load} before.

| what | areas touched | median | best | worst | processor time |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function manifest(name) {
  return path.join(ROOT, 'scripts', 'manifests', `${name}.datapackage.json`);
}

async function withStore(imports, what, ask) {
  const store = path.join(scratch(), 'store');
  for (const args of imports) await radar([...args, '--store', store]);
  const server = await startServer(store);
  try {
    return row(what, await timed(server.base, server.child.pid, ask));
  } finally {
    await stop(server.child);
  }
}

export async function timed(base, pid, ask) {
  let areas = 0;
  for (let i = 0; i < WARM_UP; i++) areas = (await post(base, ask(i))).areas.length;
  const before = processorSeconds(pid);
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    const body = JSON.stringify(ask(WARM_UP + i));
    const began = performance.now();
    await send(base, body);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { areas, times, processor: ((processorSeconds(pid) - before) / RUNS) * 1000 };
}

export function row(what, { areas, times, processor }) {
  const ms = (time) => `${Math.round(time)} ms`;
  return `| ${what} | ${areas} | ${ms(times[times.length >> 1])} | ${ms(times[0])} | ${ms(times[times.length - 1])} | ${ms(processor)} |`;
}

// User and system time of a process and its threads (proc(5), fields 14 and 15).
function processorSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export function question(i) {
  return {
    area: { geometry: river(i) },
    support: { indicator: 'example_model_support_flood' },
    groups: ['example_unemployed'],
    priorities: {
      criteria: [
        { indicator: 'example_disadvantage', role: 'need' },
        { indicator: 'example_model_support_flood', role: 'support' },
      ],
    },
  };
}

export function river(i) {
  const steps = CORNERS >> 1;
  const bank = (side) =>
    Array.from({ length: steps }, (_, k) => {
      const way = k / (steps - 1);
      const bend = 0.12 * Math.sin(9 * way) + 0.03 * Math.sin(71 * way) * Math.cos(23 * way);
      const ripple = 0.0005 * Math.sin(1.7 * k);
      return [11.95 + 3.05 * way + i * 1e-5, 50.95 + 0.25 * way + bend + ripple + side * 0.01].map((x) => Math.round(x * 1e7) / 1e7);
    });
  const south = bank(0);
  return { type: 'Polygon', coordinates: [[...south, ...bank(1).reverse(), south[0]]] };
}

async function post(base, ask) {
  return JSON.parse(await send(base, JSON.stringify(ask)));
}

function send(base, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(`${base}/api/incidents`, { method: 'POST', headers, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`/api/incidents answered ${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
