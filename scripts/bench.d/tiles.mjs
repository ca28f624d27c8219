// Warm tiles and 304 against nginx gzip_static on the same bytes under the same addresses.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { get, getJson, median, radar, scratch, startNginx, startServer, stop, wrk } from './processes.mjs';

const ROUNDS = 5;
const GZIP = { 'accept-encoding': 'gzip' };

export async function measure() {
  const folder = scratch();
  const store = path.join(folder, 'store');
  await radar(['import', '--sample', '--store', store]);
  const server = await startServer(store);
  const tiles = await collectTiles(server.base, path.join(folder, 'files'));
  const nginx = await startNginx(folder);
  try {
    const warm = await compare(server, nginx, tiles, folder, false);
    const notModified = await compare(server, nginx, tiles, folder, true);
    return section(tiles, warm, notModified);
  } finally {
    await stop(nginx.child);
    await stop(server.child);
  }
}

// All tiles of municipalities over the sample at zoom 6 to 10, kept gzipped for nginx.
async function collectTiles(base, files) {
  const { tiles, bounds } = await getJson(`${base}/tiles/municipality.json`);
  const template = new URL(tiles[0], base).pathname;
  const found = [];
  for (const [z, x, y] of addresses(bounds)) {
    const address = decodeURI(template).replace('{z}', z).replace('{x}', x).replace('{y}', y);
    const answer = await get(base + address, GZIP);
    if (answer.status === 204) continue;
    if (answer.status !== 200 || answer.headers['content-encoding'] !== 'gzip')
      throw new Error(`${address} answered ${answer.status} ${answer.headers['content-encoding']}`);
    mkdirSync(path.dirname(path.join(files, address)), { recursive: true });
    writeFileSync(path.join(files, `${address}.gz`), answer.body);
    found.push({ path: address, bytes: answer.body.length });
  }
  return found;
}

function* addresses([west, south, east, north]) {
  for (let z = 6; z <= 10; z++) {
    const size = 2 ** z;
    const column = (longitude) => Math.floor(((longitude + 180) / 360) * size);
    const row = (latitude) =>
      Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * size);
    for (let x = column(west); x <= column(east); x++)
      for (let y = row(north); y <= row(south); y++) yield [z, x, y];
  }
}

// The same server is measured in turns with the other, so that a slow minute of the machine hits both.
async function compare(server, nginx, tiles, folder, revalidate) {
  const ours = await prepared(server.base, tiles, revalidate);
  const theirs = await prepared(nginx.base, tiles, revalidate);
  await wrk(server.base, ours, { folder, seconds: 10 });
  await wrk(nginx.base, theirs, { folder, seconds: 2 });
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const a = await wrk(server.base, ours, { folder });
    const b = await wrk(nginx.base, theirs, { folder });
    rounds.push({ ours: a.perSecond, nginx: b.perSecond, ratio: a.perSecond / b.perSecond, p99: a.p99 });
  }
  return rounds;
}

// Each request is made once and checked: 200 with the same bytes from both, or 304 with the ETag of its own server.
async function prepared(base, tiles, revalidate) {
  const requests = [];
  for (const tile of tiles) {
    const full = await get(base + tile.path, GZIP);
    if (full.status !== 200 || full.body.length !== tile.bytes) throw new Error(`${base}${tile.path}: ${full.status}`);
    const etag = revalidate ? full.headers.etag : undefined;
    if (revalidate) {
      const again = await get(base + tile.path, { ...GZIP, 'if-none-match': etag });
      if (again.status !== 304) throw new Error(`${base}${tile.path} answered ${again.status} to If-None-Match`);
    }
    requests.push({ path: tile.path, etag });
  }
  return requests;
}

function section(tiles, warm, notModified) {
  const row = (name, goal, rounds) => {
    const of = (key) => median(rounds.map((round) => round[key]));
    const ratios = rounds.map((round) => round.ratio);
    const range = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    return `| ${name} | ${of('ratio').toFixed(2)} (${range}) | ≥ ${goal} | ${Math.round(of('ours'))} | ${Math.round(of('nginx'))} | ${of('p99').toFixed(1)} ms |`;
  };
  const kilobytes = Math.round(tiles.reduce((sum, tile) => sum + tile.bytes, 0) / tiles.length / 100) / 10;
  return `## Warm tiles beside nginx

${tiles.length} tiles of the sample's municipalities at zoom 6–10, ${kilobytes} kB gzipped on average, asked for in turn over 16 connections by one thread of wrk on the same machine.
nginx serves the same bytes with \`gzip_static\` and an open file cache. Median of ${ROUNDS} rounds of 5 s each, taken in turns (range of the ratio in brackets).

| what | ours / nginx | goal | requests/s | nginx | our p99 |
|---|---|---|---|---|---|
${row('200, warm', '1.0', warm)}
${row('304', '0.95', notModified)}
`;
}
