// Follows the guides in docs/clients against a server with the sample: each block of commands runs in a folder of its
// guide, and what the block of text after it says must stand in its output. GUIDES names those to follow.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT, Radar, freePort, radar } from './cluster-parts.mjs';

const DOCUMENTED = 'http://localhost:7070';
const LONGEST = 300_000;
// The Python of Debian, which has its packages; another one may stand before it in PATH.
const PROGRAMS = {
  sh: { file: 'commands.sh', command: ['bash', '-eu'] },
  r: { file: 'commands.R', command: ['Rscript', '--vanilla'] },
  python: { file: 'commands.py', command: ['/usr/bin/python3'] },
  pyqgis: { file: 'commands.py', command: ['/usr/bin/python3'] },
};

const wanted = (process.env.GUIDES ?? 'curl excel').split(' ');
let folder;
let server;

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'radar-guides-'));
  const store = { RADAR_STORE: path.join(folder, 'store') };
  const { code, said } = await radar(['import', '--sample'], store);
  assert.equal(code, 0, said);
  server = await new Radar(await freePort(), {}, store).start();
});

after(async () => {
  await server?.signal('SIGTERM');
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// The blocks of a guide in their order, each with the lines that its output must have.
function blocks(guide) {
  const text = readFileSync(path.join(ROOT, 'docs', 'clients', `${guide}.md`), 'utf8');
  const found = [];
  for (const [, language, body] of text.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (language === 'text') found.at(-1).says = body.trimEnd().split('\n');
    else found.push({ language, body: body.replaceAll(DOCUMENTED, server.address), says: [] });
  }
  assert.ok(found.length > 0, `${guide} has no commands`);
  return found;
}

async function run({ language, body }, place) {
  const { file, command } = PROGRAMS[language];
  writeFileSync(path.join(place, file), body);
  const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', HOME: place, XDG_RUNTIME_DIR: place, LC_ALL: 'C.UTF-8' };
  const child = spawn(command[0], [...command.slice(1), file], { cwd: place, env: environment, timeout: LONGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code, signal] = await once(child, 'close');
  assert.equal(signal ?? code, 0, `${body}\n${said}`);
  return said;
}

for (const guide of wanted) {
  test(`the guide for ${guide} leads to what it says`, async () => {
    const place = path.join(folder, guide);
    mkdirSync(place);
    for (const block of blocks(guide)) {
      const said = await run(block, place);
      for (const line of block.says) assert.ok(said.includes(line.trim()), `"${line}" is missing in:\n${said}`);
    }
  });
}

const cells = (text, delimiter) => text.trimEnd().split('\r\n').map((line) => line.split(delimiter));

test('the table for German Excel says the same as the other one', { skip: !wanted.includes('excel') }, () => {
  const [german, plain] = ['values.csv', 'plain.csv'].map((file) => readFileSync(path.join(folder, 'excel', file), 'utf8'));
  assert.ok(german.startsWith('\uFEFF') && !plain.startsWith('\uFEFF'));
  const [rows, others] = [cells(german.slice(1), ';'), cells(plain, ',')];
  assert.equal(rows.length, 14);
  const value = rows[0].indexOf('value');
  assert.ok(value > 0, rows[0].join(' '));
  for (const [index, row] of rows.entries()) {
    if (index === 0) continue;
    assert.match(row[value], /^\d+(,\d+)?$/);
    assert.equal(row[value].replace(',', '.'), others[index][value]);
  }
});
