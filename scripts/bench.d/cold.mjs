// Cold tiles of Germany, encoded and gzipped by one thread: timed inside Java, by a class of geodata's tests.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, SHARED } from './processes.mjs';

const GERMANY = path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz');

export async function measure() {
  if (!existsSync(GERMANY)) return '## Cold tiles of Germany\n\nNot measured: the boundaries of Germany are not here.\n';
  execFileSync('mvn', ['-B', '-q', '-Dweb.skip', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  return execFileSync(
    'java',
    ['-Xmx2g', '-cp', classes.join(path.delimiter), 'org.sozialradar.tile.ColdTileBenchmark', GERMANY],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  );
}
