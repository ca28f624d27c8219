// Germany: the boundaries with the whole pyramid through the command line, the values of all its areas, and cold tiles.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT, SHARED, get, importManifest, scratch, startServer, stop, wrk } from './processes.mjs';

const HEAP = '2g';
const VALUES = '/api/indicators/unemployed/values?level=municipality&period=2021&edition=de-2016';

export async function measure() {
  if (!existsSync(path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz')))
    return '## Germany\n\nNot measured: the files of Germany are not here.\n';
  const folder = scratch();
  const store = path.join(folder, 'store');
  const boundaries = await importManifest('de-boundaries', store, HEAP);
  const indicators = await importManifest('unemployment-de', store, HEAP);
  const server = await startServer(store, { heap: HEAP });
  try {
    const measured = await values(server.base, folder);
    await stop(server.child);
    return section(boundaries, indicators, server.milliseconds, measured) + coldTiles(store);
  } finally {
    await stop(server.child);
  }
}

// Timed inside Java, without a server, by a class among the tests of geodata.
function coldTiles(store) {
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  const rows = execFileSync(
    'java',
    [`-Xmx${HEAP}`, '-cp', classes.join(path.delimiter), 'org.sozialradar.tile.ColdTileBenchmark', store, 'de-2016', 'municipality'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return `
### Cold tiles of Germany

All tiles of a zoom that hold municipalities, cut, encoded and gzipped by one thread; best of five passes after warming up.

| zoom | tiles | mean | slowest | gzipped size, mean |
|---|---|---|---|---|
${rows}`;
}

async function values(base, folder) {
  const redirect = await get(base + VALUES);
  const address = new URL(redirect.headers.location, base);
  const answer = await get(address, { 'accept-encoding': 'gzip' });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  const { codes } = JSON.parse(gunzipSync(answer.body));
  const requests = [{ path: address.pathname + address.search }];
  await wrk(base, requests, { folder, connections: 4 });
  const measured = await wrk(base, requests, { folder, connections: 4, seconds: 10 });
  return { ...measured, areas: codes.length, bytes: answer.body.length };
}

function section(boundaries, indicators, ready, measured) {
  return `## Germany

With \`RADAR_HEAP=${HEAP}\`, an embedded store, through \`scripts/radar\` (start of Java included). Values: unemployed persons, 2021, over 4 connections.

| what | measured | goal |
|---|---|---|
| import of the boundaries with the whole pyramid | ${boundaries.seconds.toFixed(0)} s, ${boundaries.peak} MB resident at most | < 60 s, heap < 2 GB |
| import of two indicators, 24 years | ${indicators.seconds.toFixed(0)} s, ${indicators.peak} MB resident at most | |
| server ready | ${(ready / 1000).toFixed(1)} s | |
| values of ${measured.areas} areas, p99 | ${measured.p99.toFixed(1)} ms at ${Math.round(measured.perSecond)} requests/s, ${(measured.bytes / 1000).toFixed(0)} kB gzipped | < 60 kB |
`;
}
