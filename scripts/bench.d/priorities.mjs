// Priorities with their uncertainty, timed inside Java by a class among the tests of geodata.
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
    ['-Xmx1g', '-cp', classes.join(path.delimiter), 'org.sozialradar.priority.PriorityBenchmark'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return `## Priorities

1000 draws of four criteria, one of them predicted by a model whose errors share five parts, with ranks, intervals, pairs, influences and the other methods,
with a heap of 1 GB. Goal: 418 areas under 300 ms, 11299 under 5 s. Best and worst of three runs in one process,
and the least processor time of all threads: on two idle cores half of it is what a reader waits. Other processes kept the machine at a load of ${load} before.

| areas | method | best | worst | processor time |
|---|---|---|---|---|
${rows}`;
}
