// Runs a class among the tests of geodata that times something inside Java and prints rows of a table.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './processes.mjs';

/** The rows, and the load of the machine before. */
export function timedInJava(name) {
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  const load = os.loadavg()[0].toFixed(1);
  const rows = execFileSync('java', ['-Xmx1g', '-cp', classes.join(path.delimiter), `org.sozialradar.${name}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { rows, load };
}
