// Two servers on one PostGIS behind nginx, one of them reading from a streaming standby: imports, a server that is stopped, one that is
// killed and a standby that lags, while clients check every answer. The nginx site and the roles are those of docs/operations.md.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Balancer, Database, NAME, Radar, documented, freePort, get, radar, until } from './cluster-parts.mjs';
import { EDITION, INDICATOR, Load, valueOf, vintageOf } from './cluster-load.mjs';

const CLIENTS = 4;
const ANSWERS = 200;
const SECRET = 'only-for-the-test';

let folder;
let primary;
let standby;
let one; // reads from the primary
let two; // reads from the standby
let balancer;
let load;
let imported = 0;

const role = (name, database = primary) => ({ RADAR_STORE: database.address, RADAR_STORE_USER: `radar_${name}`, RADAR_STORE_PASSWORD: SECRET });

before(async () => {
  primary = await Database.start({ POSTGIS_CLUSTER_SETTINGS: 'track_commit_timestamp=on' });
  if (!primary) return;
  folder = mkdtempSync(path.join(os.tmpdir(), 'radar-cluster-'));
  chmodSync(folder, 0o755);
  primary.sql(documented('roles'), 'postgres');
  for (const name of ['owner', 'writer', 'reader']) primary.sql(`ALTER ROLE radar_${name} PASSWORD '${SECRET}'`);
  await done(['migrate'], role('owner'));
  await done(['import', '--sample'], role('writer'));
  const first = Number(primary.sql('SELECT max(revision_number) FROM radar.revision'));
  const codes = primary.sql("SELECT DISTINCT code FROM radar.map_area WHERE edition_id = '2023' AND level_id = 'municipality'").split('\n');
  assert.equal(codes.length, 418);
  load = { codes, first };
  await bring();
  standby = await Database.start({ POSTGIS_CLUSTER_PRIMARY: `${primary.socket}:${primary.port}` });
  one = await server(primary);
  two = await server(standby);
  balancer = await Balancer.start(folder, [one, two]);
  load = new Load(balancer.address, codes, first).start(CLIENTS);
});

after(async () => {
  if (load instanceof Load) await load.end();
  for (const each of [one, two]) await each?.signal('SIGKILL');
  await balancer?.end();
  for (const database of [standby, primary]) await database?.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function done(args, values) {
  const { code, said } = await radar(args, values);
  assert.equal(code, 0, said);
}

async function server(database) {
  const options = { 'drain-seconds': 3, 'public-url': `https://${NAME}`, 'trusted-proxies': '127.0.0.1' };
  return new Radar(await freePort(), options, role('reader', database)).start();
}

// Imports the values of the next number; resolves with its revision.
async function bring() {
  imported++;
  const place = path.join(folder, `import-${imported}`);
  mkdirSync(place);
  writeFileSync(path.join(place, 'datapackage.json'), JSON.stringify(manifest(imported)));
  const rows = load.codes.map((code) => `${code},${valueOf(code, imported)}`);
  writeFileSync(path.join(place, 'values.csv'), `ags,value\n${rows.join('\n')}\n`);
  const report = path.join(place, 'report.json');
  await done(['import', place, '--report', report], role('writer'));
  const { revision } = JSON.parse(readFileSync(report, 'utf8')).packages[0];
  assert.equal(revision, (load.first ?? load.firstRevision) + imported);
  return revision;
}

function manifest(number) {
  const text = (word) => ({ de: word, en: word });
  return {
    name: INDICATOR,
    licenses: [{ name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
    radar: {
      title: text('Probe'),
      publisher: 'Test',
      attribution: 'Test',
      vintage: vintageOf(number),
      themes: [{ id: 'people', name: text('People') }],
      indicators: [{ id: INDICATOR, name: text('Probe'), description: text('Probe'), unit: { id: 'persons', symbol: text('persons') }, measure: { kind: 'extensive' }, theme: 'people' }],
    },
    resources: [
      {
        name: 'values',
        path: 'values.csv',
        schema: {
          fields: [
            { name: 'ags', type: 'string', radar: { role: 'key', keyType: 'AGS' } },
            { name: 'value', type: 'integer', radar: { role: 'value', indicator: INDICATOR } },
          ],
        },
        radar: { kind: 'indicators', edition: EDITION, level: 'municipality', period: '2023' },
      },
    ],
  };
}

// When a server says for the first time that it serves the revision.
async function servedAt(server, revision) {
  await until(`revision ${revision} at ${server.port}`, async () => (await server.readiness()).revision >= revision);
  return Date.now();
}

const committedAt = (revision) => Number(primary.sql(`SELECT extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000 FROM radar.revision WHERE revision_number = ${revision}`));

// The current revision and the one before, asked of one server; it may still be reading the latter and says so.
async function answersTwoRevisions(server) {
  const { revision } = await server.readiness();
  for (const wanted of [revision, revision - 1]) {
    const ask = () => get(`${server.address}/api/revisions/${wanted}/indicators/${INDICATOR}/values?level=municipality&edition=${EDITION}&period=2023`);
    let answer;
    await until(`revision ${wanted} at ${server.port}`, async () => (answer = await ask()).status !== 503, server.child);
    assert.equal(answer.status, 200, `revision ${wanted} of ${revision}: ${answer.body}`);
    const { codes, values } = JSON.parse(answer.body);
    assert.equal(values[0], load.expected(codes[0], wanted));
  }
}

function assertNothingFailed() {
  assert.deepEqual(load.wrong, []);
  assert.deepEqual(load.failed, []);
}

const skipped = (t) => !primary && (t.skip('there is no PostgreSQL with PostGIS here'), true);

test('an import is served by both servers while no request fails', async (t) => {
  if (skipped(t)) return;
  await load.rounds(ANSWERS);
  const next = load.firstRevision + imported + 1;
  const times = Promise.all([servedAt(one, next), servedAt(two, next)]);
  const revision = await bring();
  const [atOne, atTwo] = await times;
  const committed = committedAt(revision);
  t.diagnostic(`Saxony, commit to served: ${Math.round(atOne - committed)} ms on the primary, ${Math.round(atTwo - committed)} ms on the standby`);
  await load.rounds(ANSWERS);
  assertNothingFailed();
  assert.equal(load.newest, revision);
});

test('a server that is told to stop says so, drains and comes back, while no request fails', async (t) => {
  if (skipped(t)) return;
  const stopped = one.signal('SIGTERM');
  await until('readiness is off', async () => (await one.readiness()).status === 503, one.child);
  await load.rounds(ANSWERS);
  await stopped;
  assert.equal(one.child.exitCode, 0, one.said);
  const revision = await bring();
  await servedAt(two, revision);
  await load.rounds(ANSWERS);
  await one.start();
  await load.rounds(ANSWERS);
  assertNothingFailed();
  await answersTwoRevisions(one);
});

test('a server that is killed makes no answer wrong, and every request succeeds when it is repeated', async (t) => {
  if (skipped(t)) return;
  await two.signal('SIGKILL');
  await load.rounds(ANSWERS);
  const revision = await bring();
  await servedAt(one, revision);
  await two.start();
  await load.rounds(ANSWERS);
  t.diagnostic(`${load.failed.length} requests failed when a server was killed, ${load.answered} were answered in all`);
  assert.deepEqual(load.wrong, []);
  assert.deepEqual(load.failed.filter((request) => request.again), []);
  load.failed = [];
  await answersTwoRevisions(two);
});

test('a server announces a revision only when its own database has it; addresses of it go to the other', async (t) => {
  if (skipped(t)) return;
  await servedAt(two, load.firstRevision + imported);
  standby.sql('SELECT pg_wal_replay_pause()');
  const revision = await bring();
  await servedAt(one, revision);
  await load.rounds(2 * ANSWERS);
  assert.equal((await two.readiness()).revision, revision - 1);
  assertNothingFailed();
  standby.sql('SELECT pg_wal_replay_resume()');
  await servedAt(two, revision);
  await load.rounds(ANSWERS);
  assertNothingFailed();
});
