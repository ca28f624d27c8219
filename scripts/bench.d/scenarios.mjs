// Scenarios on all areas, timed inside Java by a class among the tests of geodata.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './processes.mjs';

export async function measure() {
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  const load = os.loadavg()[0].toFixed(1);
  const rows = execFileSync(
    'java',
    ['-Xmx1g', '-cp', classes.join(path.delimiter), 'org.sozialradar.estimation.ScenarioBenchmark'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return `## Scenarios

All areas with ten changed covariates: effects with intervals, contributions, and means of all districts and the whole from 1000 joint draws, warm, without HTTP
and JSON. Goal: 418 areas under 50 ms, 11299 under 500 ms. Best and worst of five runs in one process on one thread,
and its least processor time: what a reader waits on an idle machine. Other processes kept the machine at a load of ${load} before.

| areas | result | best | worst | processor time |
|---|---|---|---|---|
${rows}`;
}
