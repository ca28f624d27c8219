// Exports: Germany's municipalities with twenty columns in each format, written by a class among the tests of geodata with a heap of
// 256 MB, beside ogr2ogr, which writes the same features from FlatGeobuf.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT, SHARED, scratch } from './processes.mjs';

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
  return section(ours.map((one) => row(one, folder)), reading, load);
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

// Least processor time of some runs, user and system.
function ogr(driver, target, source) {
  let processor = Infinity;
  for (let run = 0; run < RUNS; run++) {
    rmSync(target, { recursive: true, force: true });
    const timed = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', '--', 'ogr2ogr', '-f', driver, target, source], { encoding: 'utf8' });
    if (timed.status !== 0) throw new Error(`ogr2ogr -f ${driver}: ${timed.stderr}`);
    const [user, system] = timed.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    processor = Math.min(processor, user + system);
  }
  return { processor };
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
