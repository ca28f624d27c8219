// The distribution as an office gets it: what the archive holds, and the guide of docs/operations.md followed with it.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const VERSION = /<artifactId>sozialradar<\/artifactId>\s*<version>([^<]+)/.exec(readFileSync(path.join(ROOT, 'pom.xml'), 'utf8'))[1];
const ARCHIVE = path.join(ROOT, 'server', 'target', `sozialradar-${VERSION}.tar.gz`);
const NAME = 'radar.example.org';
// The score of systemd-analyze security: 0 is the safest, 10 the least safe.
const MOST_EXPOSED = 2;

let root;
let ports;
let cluster;

before(async () => {
  assert.ok(existsSync(ARCHIVE), `${ARCHIVE} is missing: mvn package makes it`);
  root = mkdtempSync(path.join(os.tmpdir(), 'radar-guide-'));
  chmodSync(root, 0o755); // The service is not root.
  ports = { http: await freePort(), radar: await freePort(), tls: await freePort() };
  for (const folder of ['inbox', 'bin', 'run', 'opt', 'etc/systemd/system', 'etc/ssl/private', 'etc/ssl/certs', 'etc/nginx/sites-available', 'etc/nginx/sites-enabled', 'var/lib', 'var/backups'])
    mkdirSync(path.join(root, folder), { recursive: true });
  chmodSync(path.join(root, 'run'), 0o755);
  symlinkSync(ARCHIVE, path.join(root, 'inbox', path.basename(ARCHIVE)));
  for (const name of ['systemctl', 'systemd-run', 'nginx', 'apt-get', 'runuser']) symlinkSync(path.join(ROOT, 'scripts', 'test.d', 'systemd-stand-in'), path.join(root, 'bin', name));
  writeFileSync(path.join(root, 'etc', 'nginx', 'nginx.conf'), nginxSettings());
});

after(async () => {
  if (!root) return;
  shell('systemctl stop sozialradar; if [[ -s "$GUIDE_ROOT/run/nginx.pid" ]]; then nginx -s stop; fi');
  rmSync(root, { recursive: true, force: true });
  if (!cluster || cluster.program.exitCode !== null) return;
  cluster.program.stdin.end();
  await once(cluster.program, 'exit');
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function nginxSettings() {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/run/${name};`);
  return `pid ${root}/run/nginx.pid; error_log ${root}/run/nginx.log; events {} http { ${temporary.join(' ')} include ${root}/etc/nginx/sites-enabled/*; }\n`;
}

// A database server of its own; empty where there is no PostgreSQL with PostGIS, which CI does not accept.
async function startCluster() {
  const program = spawn(path.join(ROOT, 'scripts', 'lib', 'postgis-cluster'), { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await Promise.race([once(program.stdout, 'data'), once(program, 'exit').then(() => [''])]);
  const { port, socket, bin } = Object.fromEntries(String(line).trim().split(' ').map((pair) => pair.split('=')));
  if (port) return { program, port, environment: { GUIDE_PORT: port, GUIDE_SOCKET: socket, GUIDE_POSTGRES: bin } };
  assert.ok(program.exitCode === 3 && process.env.CI !== 'true', `no database server: exit code ${program.exitCode}`);
  return undefined;
}

function shell(text) {
  const environment = { ...process.env, ...cluster?.environment, GUIDE_ROOT: root, PATH: `${path.join(root, 'bin')}:${process.env.PATH}` };
  // Settings of whoever runs the tests are not those of the guide.
  for (const name of Object.keys(environment)) if (name.startsWith('RADAR_')) delete environment[name];
  return spawnSync('bash', ['-euo', 'pipefail', '-c', text], { cwd: path.join(root, 'inbox'), env: environment, encoding: 'utf8', timeout: 120_000 });
}

// The blocks of the guide that are marked so, each with its line.
function blocks(mark) {
  const text = readFileSync(path.join(ROOT, 'docs', 'operations.md'), 'utf8');
  const found = [...text.matchAll(new RegExp(`<!-- ${mark} -->\\n\`{3}\\w+\\n(.*?)^\`{3}$`, 'gms'))];
  return found.map((match) => ({ line: text.slice(0, match.index).split('\n').length + 2, text: match[1] }));
}

// The same commands below the folder of the test and on free ports.
function moved(text) {
  const here = text
    .replace(/(^|[\s"'=:(>])\/(opt|etc|var)\//gm, `$1${root}/$2/`)
    .replace(/\b7070\b/g, ports.radar)
    .replaceAll('//localhost/radar', `//127.0.0.1:${cluster?.port}/radar`)
    .replaceAll(`https://${NAME}/`, `https://${NAME}:${ports.tls}/`)
    .replace(/(listen (?:\[::\]:)?|:)443\b/g, `$1${ports.tls}`)
    .replace(/(listen (?:\[::\]:)?)80;/g, `$1${ports.http};`);
  return existsSync('/proc/net/if_inet6') ? here : here.replace(/^.*listen \[::\].*\n/gm, '');
}

function get(address, headers = {}) {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: ports.tls, servername: NAME, path: address, headers: { host: NAME, ...headers }, rejectUnauthorized: false, agent: false };
    https
      .get(options, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      })
      .on('error', reject);
  });
}

test('the archive has the same bytes whenever it is made of the same sources: fixed times, owner, modes and order', () => {
  const listing = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--utc', '--full-time', '-zf', ARCHIVE], { encoding: 'utf8' });
  const entries = listing.trimEnd().split('\n').map((line) => /^(\S+) (\S+) +\d+ (\S+ \S+) (.+)$/.exec(line).slice(1));
  assert.deepEqual([...new Set(entries.map(([, owner]) => owner))], ['0/0']);
  assert.equal(new Set(entries.map(([, , time]) => time)).size, 1);
  for (const [mode, , , name] of entries) assert.equal(mode, name.endsWith('/') || name.includes('/bin/') ? mode[0] + 'rwxr-xr-x' : '-rw-r--r--', name);
  const names = entries.map(([, , , name]) => name);
  assert.equal(new Set(names).size, names.length, 'nothing stands twice');
  for (const part of ['bin/radar', 'bin/radar-as-service', 'conf/radar.properties', 'systemd/sozialradar.service', 'docs/operations.md', 'LICENSE', 'NOTICE', 'manifests/sn-boundaries.datapackage.json'])
    assert.ok(names.includes(`sozialradar-${VERSION}/${part}`), part);
});

// Runs blocks of the guide in their order, each as a test of its own.
async function follow(t, all) {
  for (const block of all)
    await t.test(`docs/operations.md, line ${block.line}`, () => {
      const { status, stdout, stderr } = shell(moved(block.text));
      const journal = path.join(root, 'run', 'journal');
      assert.equal(status, 0, `${block.text}${stdout}${stderr}${existsSync(journal) ? readFileSync(journal, 'utf8') : ''}`);
    });
}

test('the guide leads from the archive to a served map, through upgrade, roll back, backup and restore', async (t) => {
  const all = blocks('test');
  assert.ok(all.length >= 12, `${all.length} marked blocks`);
  await follow(t, all);
});

test('what the guide installed serves catalogue, page and tiles behind TLS', async () => {
  const catalogue = await get('/api/catalog');
  assert.equal(catalogue.status, 200);
  assert.ok(JSON.parse(catalogue.body).datasets.length > 0);
  const page = await get('/');
  assert.equal(page.status, 200);
  assert.match(page.body.toString(), /<html/);
  const description = JSON.parse((await get('/tiles/municipality.json')).body);
  const template = description.tiles[0];
  assert.ok(template.startsWith(`https://${NAME}/tiles/`), template);
  const tile = await get(new URL(template.replace('{z}', 8).replace('{x}', 137).replace('{y}', 85)).pathname, { 'accept-encoding': 'gzip' });
  assert.equal(tile.status, 200);
  assert.equal(tile.headers['content-encoding'], 'gzip');
  assert.ok(gunzipSync(tile.body).length > 1000);
  assert.equal((await get('/metrics')).status, 403);
});

test('each figure that the guide tells to watch is there', async () => {
  const guide = readFileSync(path.join(ROOT, 'docs', 'operations.md'), 'utf8');
  const rows = /^## Monitoring\n(.*?)^## /ms.exec(guide)[1].split('\n').filter((line) => line.startsWith('| `'));
  const figures = rows.flatMap((row) => row.split('|')[1].match(/[a-z0-9]+(_[a-z0-9]+)+/g));
  assert.ok(figures.length > 10);
  const exported = await fetch(`http://127.0.0.1:${ports.radar}/api/exports?format=csv&form=file&level=municipality`);
  assert.equal(exported.status, 200, await exported.text());
  let metrics = '';
  // An export is counted just after its last byte.
  for (let i = 0; i < 600 && !metrics.includes('radar_exports_written_seconds_count'); i++) {
    await new Promise((later) => setTimeout(later, 100));
    metrics = await (await fetch(`http://127.0.0.1:${ports.radar}/metrics`)).text();
  }
  // Those of the pool are there with PostgreSQL alone.
  for (const figure of figures.filter((name) => !name.startsWith('hikaricp_'))) assert.match(metrics, new RegExp(`^${figure}[{ ]`, 'm'), figure);
});

test('the guide leads to a store on PostgreSQL, through backup and restore', async (t) => {
  cluster = await startCluster();
  if (!cluster) return t.skip('there is no PostgreSQL with PostGIS here');
  const [roles] = blocks('test: roles');
  writeFileSync(path.join(root, 'inbox', 'roles.sql'), roles.text);
  const all = blocks('test: postgresql');
  assert.ok(all.length >= 4, `${all.length} marked blocks`);
  await follow(t, all);
  const tables = shell("runuser -u postgres -- psql --tuples-only --no-align --dbname=radar --command='SELECT count(*) > 0 FROM radar.map_latest'");
  assert.equal(tables.stdout.trim(), 't', tables.stderr);
  assert.ok(JSON.parse((await get('/api/catalog')).body).datasets.length > 0);
});

test('every jar that the program names is there, no other, and each has its licence', () => {
  const home = path.join(root, 'opt', 'sozialradar', 'current');
  const scratch = mkdtempSync(path.join(root, 'manifest-'));
  execFileSync('jar', ['xf', path.join(home, 'sozialradar.jar'), 'META-INF/MANIFEST.MF'], { cwd: scratch });
  const manifest = readFileSync(path.join(scratch, 'META-INF', 'MANIFEST.MF'), 'utf8').replace(/\r?\n /g, '');
  const named = /^Class-Path: (.+)$/m.exec(manifest)[1].trim().split(' ');
  assert.match(named.at(-1), /^lib\/geotools-wrapper-/, 'it brings old copies of other libraries and must come last');
  assert.deepEqual(named.map((jar) => path.basename(jar)).sort(), readdirSync(path.join(home, 'lib')).sort());

  const licences = path.join(home, 'licences');
  const rows = readFileSync(path.join(licences, 'libraries.csv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split(','));
  const own = ['geodata', 'web'];
  const libraries = named.map((jar) => path.basename(jar).replace(/-\d.*$/, '')).filter((name) => !own.includes(name));
  assert.deepEqual(rows.map(([name]) => name).sort(), libraries.sort());
  for (const [name, licence] of rows)
    assert.ok(licence === 'Apache-2.0' || existsSync(path.join(licences, `${licence}.txt`)), `${name}: the text of ${licence}`);
});

test('the unit is valid and leaves little open', { skip: !existsSync('/usr/bin/systemd-analyze') }, (t) => {
  const unit = path.join(root, 'run', 'sozialradar.service');
  writeFileSync(unit, moved(readFileSync(path.join(root, 'opt', 'sozialradar', 'current', 'systemd', 'sozialradar.service'), 'utf8')));
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', unit], { encoding: 'utf8' });
  assert.equal(verified.status, 0, verified.stderr);
  assert.equal(verified.stderr.split('\n').filter((line) => line.includes('sozialradar')).join('\n'), '');
  const judged = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', `--threshold=${MOST_EXPOSED * 10}`, unit], { encoding: 'utf8' });
  t.diagnostic(judged.stdout.trimEnd().split('\n').at(-1));
  assert.equal(judged.status, 0, judged.stdout + judged.stderr);
});
