// Exports: Germany's municipalities with twenty columns in each format, written by a class among the tests of geodata with a heap of
// 256 MB, beside ogr2ogr, which writes the same features from FlatGeobuf.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { ROOT, SHARED, get, importManifest, median, scratch, startServer, stop } from './processes.mjs';

const AREAS = path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz');
const DRIVERS = { geojson: 'GeoJSON', geojsonseq: 'GeoJSONSeq', gpkg: 'GPKG', fgb: 'FlatGeobuf', csv: 'CSV' };
const NAMES = { geojson: 'GeoJSON', geojsonseq: 'GeoJSON, one in each line', gpkg: 'GeoPackage', fgb: 'FlatGeobuf', csv: 'CSV, wide' };
const RUNS = 3;

export async function measure() {
  if (!existsSync(AREAS)) return '## Exports\n\nNot measured: the files of Germany are not here.\n';
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const folder = scratch();
  const load = os.loadavg()[0].toFixed(1);
  const ours = written(folder);
  const reading = ogr('Memory', path.join(folder, 'none'), path.join(folder, 'areas.fgb'));
  return section(ours.map((one) => row(one, folder)), reading, load) + (await served(folder));
}

async function served(folder) {
  const store = path.join(folder, 'store');
  await importManifest('de-boundaries', store, '2g');
  await importManifest('population-de', store, '2g');
  const server = await startServer(store, { heap: '1g' });
  try {
    return await overHttp(server.base, folder);
  } finally {
    await stop(server.child);
  }
}

// Each format as a file and as a package from a server with Germany, beside ogr2ogr, which writes the same rows from FlatGeobuf.
export async function overHttp(base, folder) {
  const address = `${base}/api/exports?edition=de-2016&level=municipality&format=`;
  const source = path.join(folder, 'source.fgb');
  writeFileSync(source, (await get(`${address}fgb&form=file`)).body);
  const load = os.loadavg()[0].toFixed(1);
  const rows = [];
  for (const format of Object.keys(DRIVERS)) {
    const file = await timedRuns(`${address}${format}&form=file`);
    const packed = await timedRuns(`${address}${format}&form=package`);
    const theirs = ogr(DRIVERS[format], path.join(folder, `served.${format}`), source);
    rows.push(
      `| ${NAMES[format]} | ${file.first} ms | ${file.total.toFixed(2)} s | ${(file.bytes / 1e6).toFixed(1)} MB | ${packed.first} ms | ${packed.total.toFixed(2)} s | ${theirs.seconds.toFixed(2)} s | ${(theirs.seconds / file.total).toFixed(1)} |`,
    );
  }
  return httpSection(rows, load);
}

// Milliseconds until the first byte of the body, and seconds until its last; medians.
async function timedRuns(url) {
  const runs = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await timed(url));
  runs.shift(); // The first one finds nothing warm.
  return {
    first: Math.round(median(runs.map((one) => one.first))),
    total: median(runs.map((one) => one.total)),
    bytes: runs[0].bytes,
  };
}

function timed(url) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = http.get(url, { agent: false }, (response) => {
      let first = 0;
      let bytes = 0;
      response.on('data', (part) => {
        first ||= performance.now() - began;
        bytes += part.length;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ first, bytes, total: (performance.now() - began) / 1000 });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.on('aborted', () => reject(new Error(`${url} was broken off`)));
    });
    request.on('error', reject);
  });
}

// Format, seconds, processor seconds and bytes of each file.
function written(folder) {
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  const output = execFileSync(
    'java',
    ['-Xmx256m', '-cp', classes.join(path.delimiter), 'org.sozialradar.export.feature.ExportBenchmark', AREAS, folder],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return output
    .trim()
    .split('\n')
    .map((line) => {
      const [format, seconds, processor, bytes] = line.split(' ');
      return { format, seconds: Number(seconds), processor: Number(processor), bytes: Number(bytes) };
    });
}

function row(ours, folder) {
  const target = path.join(folder, `ogr.${ours.format}`);
  const theirs = ogr(DRIVERS[ours.format], target, path.join(folder, 'areas.fgb'));
  const ratio = (theirs.processor / ours.processor).toFixed(1);
  const size = (file) => (statSync(file).size / 1e6).toFixed(1);
  return `| ${NAMES[ours.format]} | ${ours.seconds.toFixed(2)} s | ${ours.processor.toFixed(2)} s | ${(ours.bytes / 1e6).toFixed(1)} MB | ${theirs.processor.toFixed(2)} s | ${size(target)} MB | ${ratio} |`;
}

// Least processor time of some runs, user and system, and the median of their times.
function ogr(driver, target, source) {
  let processor = Infinity;
  const seconds = [];
  for (let run = 0; run < RUNS; run++) {
    rmSync(target, { recursive: true, force: true });
    const timed = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$@"', '--', 'ogr2ogr', '-f', driver, target, source], { encoding: 'utf8' });
    if (timed.status !== 0) throw new Error(`ogr2ogr -f ${driver}: ${timed.stderr}`);
    const [user, system, real] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    processor = Math.min(processor, user + system);
    seconds.push(real);
  }
  return { processor, seconds: median(seconds) };
}

function section(rows, reading, load) {
  return `## Exports

VG250 of 2016, all municipalities of Germany as the publisher draws them, with 20 columns, in each format: the writers alone, rows from memory, best of ${RUNS} in one process with
a heap of 256 MB (\`-Xmx256m\`), which holds the rows as well. Beside it \`ogr2ogr\` of GDAL, which reads the same features from FlatGeobuf (into its own memory alone: ${reading.processor.toFixed(2)} s)
and writes them. The ratio is of processor time, theirs by ours. GDAL's GeoJSON has 15 digits unless told otherwise, ours 7. Other processes kept the machine at a load of ${load} before.

| format | ours, measured | processor time | size | ogr2ogr, processor time | size | ratio |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function httpSection(rows, load) {
  return `
### Exports over HTTP

The same municipalities from a server with an embedded store and a heap of 1 GB: population, men, women, surface and density of the newest year with period and status, 22 columns, as a bare file and as a package (ZIP
with README, citation, descriptions and checksums). First byte is that of the body, after the header; medians of ${RUNS} requests, one after the other, after one that warms up. Beside it the time that \`ogr2ogr\` takes to write
the same rows from FlatGeobuf on the same disk, without HTTP; the ratio is theirs by ours. Other processes kept the machine at a load of ${load} before.

| format | file, first byte | whole | size | package, first byte | whole | ogr2ogr | ratio |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

GeoPackage and FlatGeobuf have no first byte before their last row is known: their first pages hold the extent, counts and the tree. As a package they begin at once.
`;
}
