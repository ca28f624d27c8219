// Ten times the connections with which the server does best: how many good answers are left.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ROOT, get, getJson, median, radar, scratch, startServer, stop } from './processes.mjs';

const run = promisify(execFile);
const CONNECTIONS = [4, 8, 16, 32, 64];
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const ROUNDS = 3;

export async function measure() {
  const folder = scratch();
  const store = path.join(folder, 'store');
  await radar(['import', '--sample', '--store', store]);
  // All load comes from one address, whose rate is not what is measured.
  const server = await startServer(store, { options: ['--costly-per-minute', '0'] });
  try {
    const kinds = await requests(server.base);
    const rows = [];
    for (const [name, list] of Object.entries(kinds)) rows.push(await overload(name, server.base, list, folder));
    return section(rows);
  } finally {
    await stop(server.child);
  }
}

// What is answered from memory at once, what a worker answers, and both as a visitor's page asks for them.
async function requests(base) {
  const { revision, stamp, defaultEdition: edition } = await getJson(`${base}/api/catalog`);
  const { indicators } = await getJson(`${base}/api/indicators`);
  const tiles = [];
  for (let x = 68; x <= 69; x++)
    for (let y = 42; y <= 43; y++) tiles.push(`/tiles/${revision}/${edition}/municipality/7/${x}/${y}.mvt?stamp=${stamp}`);
  const api = ['/api/catalog', '/api/areas?q=dres', '/tiles/municipality.json', '/api/levels'];
  for (const { id } of indicators) {
    api.push(`/api/revisions/${revision}/indicators/${id}/values?level=municipality&stamp=${stamp}`);
    api.push(`/api/classify?indicator=${id}&level=municipality`);
  }
  const good = { tiles: await answered(base, tiles), API: await answered(base, api) };
  const mixed = good.API.flatMap((address, index) => [address, good.tiles[index % good.tiles.length]]);
  return { 'tiles in memory': good.tiles, 'values, classes, catalog': good.API, both: mixed };
}

async function answered(base, addresses) {
  const good = [];
  for (const address of addresses) {
    const { status } = await get(base + address, { 'accept-encoding': 'gzip' });
    if (status === 200) good.push(address);
    // A tile without areas answers 204, an empty result of search 200: everything else is a fault of this list.
    else if (status !== 204) throw new Error(`${address} answered ${status}`);
  }
  return good;
}

async function overload(name, base, list, folder) {
  // Warm with few connections and with many: what is new to Java is slow at first.
  await load(base, list, 16, folder, 2 * SECONDS);
  await load(base, list, 10 * Math.max(...CONNECTIONS), folder, 2 * SECONDS);
  let best = { perSecond: 0 };
  for (const connections of CONNECTIONS) {
    const measured = { connections, ...(await load(base, list, connections, folder)) };
    if (measured.perSecond > best.perSecond) best = measured;
  }
  const rounds = [];
  const health = [];
  for (let round = 0; round < ROUNDS; round++) {
    const peak = await load(base, list, best.connections, folder);
    const watching = watch(`${base}/health/ready`);
    const ten = await load(base, list, 10 * best.connections, folder);
    health.push(await watching.end());
    rounds.push({ ...ten, peak: peak.perSecond, ratio: ten.perSecond / peak.perSecond });
  }
  return { name, connections: best.connections, rounds, slowest: Math.max(...health) };
}

// Asks for health twice a second meanwhile; answers the longest time in milliseconds. A refusal is a failure.
function watch(url) {
  let on = true;
  let slowest = 0;
  const done = (async () => {
    while (on) {
      const began = performance.now();
      const { status } = await get(url);
      if (status !== 200) throw new Error(`${url} answered ${status} under load`);
      slowest = Math.max(slowest, performance.now() - began);
      await pause(500);
    }
  })();
  return {
    end: async () => {
      on = false;
      await done;
      return slowest;
    },
  };
}

async function load(base, list, connections, folder, seconds = SECONDS) {
  const file = path.join(folder, 'overload.txt');
  writeFileSync(file, list.map((address) => `${address}\n`).join(''));
  const script = path.join(ROOT, 'scripts', 'bench.d', 'overload.lua');
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script, base, '--', file]);
  const match = /^RESULT (\S+) (\d+) (\d+) (\d+) (\d+)$/m.exec(stdout);
  if (!match) throw new Error(`wrk printed no result:\n${stdout}`);
  const [time, good, refused, wrong, broken] = match.slice(1).map(Number);
  if (wrong + broken > 0) throw new Error(`${wrong} wrong answers and ${broken} broken connections of ${good} good ones`);
  return { perSecond: good / time, refused: refused / time };
}

function section(rows) {
  const line = ({ name, connections, rounds, slowest }) => {
    const of = (key) => median(rounds.map((round) => round[key]));
    const ratios = rounds.map((round) => round.ratio);
    const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    return `| ${name} | ${connections} | ${Math.round(of('peak'))} | ${Math.round(of('perSecond'))} | ${Math.round(of('refused'))} | ${of('ratio').toFixed(2)} (${range}) | ≥ 0.8 | ${Math.round(slowest)} ms |`;
  };
  return `## Overload

Good answers (200) a second with the number of connections out of ${CONNECTIONS.join(', ')} that does best, and with ten times as many, one thread of wrk on the same machine.
Refused are those answered 503, each a second after its request, which count as no good answer; wrk asks again at once, as no client should. Median of ${ROUNDS} rounds of ${SECONDS} s each, in turns; \`/health/ready\` was asked twice a second meanwhile.

| what | best with | peak, good/s | ten times, good/s | refused/s | ratio | goal | slowest health |
|---|---|---|---|---|---|---|---|
${rows.map(line).join('\n')}
`;
}
