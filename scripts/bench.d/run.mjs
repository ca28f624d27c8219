// Runs the parts named on the command line, or all, and writes docs/benchmarks.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './processes.mjs';

const PARTS = ['tiles', 'overload', 'germany', 'postgis', 'statistics', 'ranks', 'priorities', 'allocations', 'scenarios', 'incidents', 'grid', 'exports', 'page', 'demo'];
const kept = path.join(ROOT, 'var', 'bench');

const wanted = process.argv.length > 2 ? process.argv.slice(2) : PARTS;
const unknown = wanted.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(', ')}. Parts: ${PARTS.join(', ')}`);
  process.exit(2);
}

mkdirSync(kept, { recursive: true });
for (const name of wanted) {
  console.error(`== ${name}`);
  const { measure } = await import(`./${name}.mjs`);
  const section = await measure();
  console.error(section);
  writeFileSync(path.join(kept, `${name}.md`), `${section.trim()}\n`);
}
writeFileSync(path.join(ROOT, 'docs', 'benchmarks.md'), report());

// A part that was not run again keeps its last section.
function report() {
  const sections = PARTS.map((name) => path.join(kept, `${name}.md`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return [`# Benchmarks\n\n${machine()}\n`, ...sections].join('\n');
}

function machine() {
  const first = (command, ...args) =>
    execFileSync('sh', ['-c', `${[command, ...args].join(' ')} 2>&1`], { encoding: 'utf8' }).split('\n')[0];
  const system = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? os.type();
  return [
    'Written by `scripts/bench`. Ratios compare two programs in one run on one machine and travel better than the absolute figures.',
    '',
    `${os.cpus().length} × ${os.cpus()[0].model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${system}; ` +
      `${first('java', '-version')}; ${first('/usr/sbin/nginx', '-v')}; Node ${process.version}; ` +
      `${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
}
