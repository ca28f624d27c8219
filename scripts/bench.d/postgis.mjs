// PostGIS: the import of Germany against ogr2ogr and \copy of the same files into the same server, how soon a server
// answers with new data, COPY against batched INSERT, and one map layer by the view.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, SHARED, radar, scratch, median } from './processes.mjs';
import { takeover } from './takeover.mjs';

const HEAP = '2g';
const BOUNDARIES = path.join(SHARED, 'boundaries', 'vg250_gemeinden_2016_de.geojson.gz');
const TABLES = ['unemployed', 'working_age_population'];
const RUNS = 3;

export async function measure() {
  if (!existsSync(BOUNDARIES)) return '## PostGIS\n\nNot measured: the files of Germany are not here.\n';
  const cluster = await startCluster();
  try {
    const folder = scratch();
    const ours = [];
    const theirs = [];
    for (let run = 0; run < RUNS; run++) {
      theirs.push(peer(cluster, database(cluster, `peer${run}`)));
      ours.push(await own(cluster, database(cluster, `radar${run}`), path.join(folder, `report${run}`)));
    }
    const last = `radar${RUNS - 1}`;
    const measured = { ...bulk(cluster, address(cluster, last)), layer: layer(cluster, last) };
    return section(ours, theirs, measured, await takeovers(cluster, last));
  } finally {
    cluster.child.stdin.end();
    await once(cluster.child, 'exit');
  }
}

// As an office has it: with fsync.
async function startCluster() {
  const child = spawn(path.join(ROOT, 'scripts', 'lib', 'postgis-cluster'), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, POSTGIS_CLUSTER_FSYNC: 'on' },
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ...Object.fromEntries(line.split(' ').map((fact) => fact.split('='))) };
}

function psql(cluster, name, ...commands) {
  const options = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', cluster.socket, '-p', cluster.port, '-U', 'postgres', '-d', name];
  return execFileSync(path.join(cluster.bin, 'psql'), [...options, ...commands.flatMap((one) => ['-c', one])], { encoding: 'utf8' });
}

function database(cluster, name) {
  psql(cluster, 'postgres', `CREATE DATABASE ${name}`);
  psql(cluster, name, 'CREATE EXTENSION postgis');
  return name;
}

const address = (cluster, name) => `jdbc:postgresql://127.0.0.1:${cluster.port}/${name}`;

const storeOptions = (cluster, name) => ['--store', address(cluster, name), '--store-user', 'postgres'];

const manifest = (name) => path.join(ROOT, 'scripts', 'manifests', `${name}.datapackage.json`);

async function own(cluster, name, report) {
  process.env.RADAR_STORE_PASSWORD = cluster.password;
  await radar(['migrate', ...storeOptions(cluster, name)]);
  return {
    boundaries: await imported(cluster, name, 'de-boundaries', `${report}-boundaries.json`),
    values: await imported(cluster, name, 'unemployment-de', `${report}-values.json`),
  };
}

// `same` is what the other programs do too: to read the file and to store what it holds (and here the pyramids).
async function imported(cluster, name, what, report) {
  const { seconds } = await radar(
    ['import', manifest(what), '--data', SHARED, ...storeOptions(cluster, name), '--report', report],
    HEAP,
  );
  const steps = JSON.parse(readFileSync(report, 'utf8')).packages.flatMap((one) => one.seconds);
  const sum = (...names) =>
    steps.filter((one) => names.some((start) => one.step.en.startsWith(start))).reduce((all, one) => all + one.seconds, 0);
  const storing = sum('Storing');
  return { seconds, storing, same: sum('Reading') - sum('Checking gaps', 'Deriving') + storing };
}

// Each state is imported once to be there, and its values and its boundaries once more while a server answers.
async function takeovers(cluster, germany) {
  const saxony = database(cluster, 'saxony');
  await radar(['migrate', ...storeOptions(cluster, saxony)]);
  await radar(['import', manifest('sn-boundaries'), manifest('unemployment-sn'), '--data', SHARED, ...storeOptions(cluster, saxony)]);
  const measured = {};
  for (const [name, values, boundaries] of [
    [saxony, 'unemployment-sn', 'sn-boundaries'],
    [germany, 'unemployment-de', 'de-boundaries'],
  ]) {
    const imports = [values, values, boundaries].map((one) => ['import', manifest(one), '--data', SHARED, ...storeOptions(cluster, name)]);
    const [, ...seconds] = await takeover(cluster, name, storeOptions(cluster, name), imports, HEAP);
    measured[name === saxony ? 'Saxony' : 'Germany'] = seconds;
  }
  return measured;
}

function peer(cluster, name) {
  const boundaries = seconds(() => ogr2ogr(cluster, name));
  const values = seconds(() => TABLES.forEach((table) => copy(cluster, name, table)));
  return { boundaries, values };
}

function seconds(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

function ogr2ogr(cluster, name) {
  const target = `PG:host=${cluster.socket} port=${cluster.port} dbname=${name} user=postgres`;
  execFileSync(
    'ogr2ogr',
    ['-f', 'PostgreSQL', target, `/vsigzip/${BOUNDARIES}`, '-nln', 'municipality', '-nlt', 'PROMOTE_TO_MULTI', '--config', 'PG_USE_COPY', 'YES'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

function copy(cluster, name, table) {
  const file = path.join(SHARED, 'indicators', `${table}_de.csv.gz`);
  psql(
    cluster,
    name,
    `CREATE TABLE ${table} (ags text, year integer, amount double precision, PRIMARY KEY (ags, year))`,
    `\\copy ${table} FROM PROGRAM 'gzip -dc ${file}' CSV HEADER`,
  );
}

// Timed inside Java by a class among the tests of geodata.
function bulk(cluster, store) {
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const classes = ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part));
  const said = execFileSync(
    'java',
    [`-Xmx${HEAP}`, '-cp', classes.join(path.delimiter), 'org.sozialradar.store.postgis.BulkBenchmark', store, 'postgres', cluster.password, 'de-2016', 'municipality', '3'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [rows, copy, insert, ratio] = said.trim().split('\n').at(-1).split(' ');
  return { rows, copy, insert, ratio };
}

function layer(cluster, name) {
  psql(cluster, name, 'ANALYZE');
  const times = [];
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    psql(
      cluster,
      name,
      `SELECT count(*), sum(ST_NPoints(geometry)), sum(amount) FROM radar.map_value
       WHERE indicator_id = 'unemployed' AND period = '2021' AND level_id = 'municipality' AND edition_id = 'de-2016'`,
    );
    times.push(performance.now() - began);
  }
  return median(times);
}

function section(ours, theirs, measured, taken) {
  const of = (what, figure) => median(ours.map((run) => run[what][figure]));
  const rows = ['boundaries', 'values'].map((what) => ({
    what,
    peer: median(theirs.map((run) => run[what])),
    same: of(what, 'same'),
    storing: of(what, 'storing'),
    whole: of(what, 'seconds'),
  }));
  const sum = (figure) => rows.reduce((all, row) => all + row[figure], 0);
  rows.push({ what: 'together', peer: sum('peer'), same: sum('same'), storing: sum('storing'), whole: sum('whole') });
  const cell = (seconds, other) => `${seconds.toFixed(1)} s (${(seconds / other).toFixed(2)})`;
  const line = (row) =>
    `| ${row.what} | ${row.peer.toFixed(1)} s | ${cell(row.storing, row.peer)} | ${cell(row.same, row.peer)} | ${cell(row.whole, row.peer)} |`;
  const served = (name, goal) => `| ${name} | ${taken[name].map((one) => `${one.toFixed(2)} s`).join(' | ')} | < ${goal} s |`;
  return `## PostGIS

Germany into one private server (fsync on), medians of ${RUNS} runs taken in turns: 11 299 municipalities, unemployed persons (24 years) and persons of working age (21 years).
The peers are \`ogr2ogr\` with COPY (boundaries) and psql's \`\\copy\` (values), which store the rows as they stand in the files. The import of Sozialradar also checks keys, values and the coverage,
mends it, derives the coarser levels and generalises all zoom levels, which no peer does; it stores their ${measured.rows} geometries (municipalities alone) too. In brackets the ratio to the peer, goal ≤ 1.0.

| | peer | storing alone | reading and storing | the whole call, with the start of Java |
|---|---|---|---|---|
${rows.map(line).join('\n')}

How soon a server that runs (heap ${HEAP}, the import on the same machine) answers with new data, from the commit to the first answer of the new revision:

| | values | boundaries | goal |
|---|---|---|---|
${served('Saxony', 1)}
${served('Germany', 10)}

COPY of the pyramid of the municipalities: ${measured.copy} s, batched INSERT (driver rewriting batches): ${measured.insert} s, ratio ${measured.ratio}.

One layer by \`map_value\` (one indicator, one year, all municipalities), psql started anew: ${measured.layer.toFixed(0)} ms.
`;
}
