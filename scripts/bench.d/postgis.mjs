// PostGIS: the import of Germany against ogr2ogr and \copy of the same files into the same server, COPY against
// batched INSERT, and one map layer by the view.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT, SHARED, radar, scratch, median } from './processes.mjs';

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
    const store = address(cluster, `radar${RUNS - 1}`);
    return section(ours, theirs, bulk(cluster, store), layer(cluster, `radar${RUNS - 1}`));
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

async function own(cluster, name, report) {
  process.env.RADAR_STORE_PASSWORD = cluster.password;
  const options = ['--data', SHARED, '--store', address(cluster, name), '--store-user', 'postgres'];
  await radar(['migrate', ...options.slice(2)]);
  let seconds = 0;
  let storing = 0;
  for (const manifest of ['de-boundaries', 'unemployment-de']) {
    const file = path.join(ROOT, 'scripts', 'manifests', `${manifest}.datapackage.json`);
    seconds += (await radar(['import', file, ...options, '--report', `${report}-${manifest}.json`], HEAP)).seconds;
    storing += storeSeconds(`${report}-${manifest}.json`);
  }
  return { seconds, storing };
}

// The last step of each package is the transaction.
function storeSeconds(report) {
  const { packages } = JSON.parse(readFileSync(report, 'utf8'));
  return packages.reduce((sum, one) => sum + one.seconds.at(-1).seconds, 0);
}

function peer(cluster, name) {
  const began = performance.now();
  const target = `PG:host=${cluster.socket} port=${cluster.port} dbname=${name} user=postgres`;
  execFileSync(
    'ogr2ogr',
    ['-f', 'PostgreSQL', target, `/vsigzip/${BOUNDARIES}`, '-nln', 'municipality', '-nlt', 'PROMOTE_TO_MULTI', '--config', 'PG_USE_COPY', 'YES'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  for (const table of TABLES) {
    const file = path.join(SHARED, 'indicators', `${table}_de.csv.gz`);
    psql(
      cluster,
      name,
      `CREATE TABLE ${table} (ags text, year integer, amount double precision, PRIMARY KEY (ags, year))`,
      `\\copy ${table} FROM PROGRAM 'gzip -dc ${file}' CSV HEADER`,
    );
  }
  return (performance.now() - began) / 1000;
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

function section(ours, theirs, measured, milliseconds) {
  const whole = median(ours.map((run) => run.seconds));
  const storing = median(ours.map((run) => run.storing));
  const other = median(theirs);
  const row = (what, seconds) => `| ${what} | ${seconds.toFixed(1)} s | ${(seconds / other).toFixed(2)} |`;
  return `## PostGIS

Germany into one private server (fsync on), medians of ${RUNS} runs taken in turns: 11 299 municipalities, unemployed persons (24 years) and persons of working age (21 years).
\`ogr2ogr\` with COPY and psql's \`\\copy\` store the rows as they stand in the files. The import of Sozialradar also checks keys, values and the coverage, mends it, derives the coarser levels,
generalises all zoom levels and stores them (${measured.rows} geometries more of the municipalities alone), in two calls with the start of Java.

| what | time | ratio to ogr2ogr and \\copy (goal ≤ 1.0) |
|---|---|---|
${row('ogr2ogr and \\\\copy', other)}
${row('import of Sozialradar, whole', whole)}
${row('of that, the two transactions', storing)}

COPY of the pyramid of the municipalities: ${measured.copy} s, batched INSERT (driver rewriting batches): ${measured.insert} s, ratio ${measured.ratio}.

One layer by \`map_value\` (one indicator, one year, all municipalities), psql started anew: ${milliseconds.toFixed(0)} ms.
`;
}
