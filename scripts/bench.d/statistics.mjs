// Statistics: a model of Fay and Herriot on as many areas as Germany has municipalities, and beside R's metafor on fewer;
// the disclosure control of a survey at the size of a state.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, megabytes, scratch } from './processes.mjs';

const AREAS = 11299;
const COVARIATES = 10;
const COMPARED = 1500;

// The same model as a meta-regression: REML, then the BLUPs of all areas. Prints seconds, β of x1 and A.
const METAFOR = `
suppressPackageStartupMessages(library(metafor))
d <- read.csv(commandArgs(TRUE)[1])
took <- system.time({
  fit <- rma(y, psi, mods = as.matrix(d[, -(1:2)]), data = d, method = "REML")
  b <- blup(fit)
})[["elapsed"]]
cat(took, sprintf("%.10g", fit$b[2]), sprintf("%.10g", fit$tau2), "\\n")
`;

export async function measure() {
  execFileSync('mvn', ['-B', '-q', '-pl', 'geodata', 'test-compile'], { cwd: ROOT, stdio: 'inherit' });
  const folder = scratch();
  const germany = await fit(AREAS);
  const file = path.join(folder, 'input.csv');
  const ours = await fit(COMPARED, file);
  return section(germany) + comparison(ours, metafor(folder, file)) + disclosure([1, 20].map(audit));
}

// Suppression of a family of results, timed inside Java by a class among the tests of geodata.
function audit(results) {
  const output = execFileSync('java', ['-Xmx1g', '-cp', classPath(), 'org.sozialradar.disclosure.AuditBenchmark', String(results), '1'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [seconds, processor, cells, suppressed, rounds, programs] = output.trim().split(' ').map(Number);
  return { results, seconds, processor, cells, suppressed, rounds, programs };
}

function classPath() {
  return ['geodata/target/test-classes', 'server/target/dist/sozialradar.jar'].map((part) => path.join(ROOT, part)).join(path.delimiter);
}

// Timed inside Java by a class among the tests of geodata, in a process of its own with 1 GB of heap.
async function fit(areas, ...file) {
  const child = spawn(
    'java',
    ['-Xmx1g', '-cp', classPath(), 'org.sozialradar.estimation.FitBenchmark', String(areas), String(COVARIATES), ...file],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes(child.pid, 'VmHWM'))), 20);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`FitBenchmark ended with ${code}`);
  const [first, later, draws, beta, variance] = output.trim().split(' ').map(Number);
  return { first, later, draws, beta, variance, peak };
}

// Undefined where R or its package is missing.
function metafor(folder, file) {
  const script = path.join(folder, 'metafor.R');
  writeFileSync(script, METAFOR);
  try {
    execFileSync('Rscript', ['-e', 'packageVersion("metafor")'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const output = execFileSync('Rscript', [script, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [seconds, beta, variance] = output.trim().split(/\s+/).map(Number);
  return { seconds, beta, variance };
}

function section(measured) {
  return `## Statistics

A Fay–Herriot model with ${COVARIATES} covariates, REML, with the prediction and the mean squared error of every area; ${AREAS} areas, all with a direct value. One thread, heap 1 GB.

| what | measured | goal |
|---|---|---|
| fit and predictions, first in a new process | ${measured.first.toFixed(2)} s | < 5 s |
| the same again, median of 5 | ${measured.later.toFixed(3)} s | |
| 1000 joint draws of all areas | ${measured.draws.toFixed(2)} s | |
| memory (RSS), peak of the process | ${measured.peak} MB | < 1 GB |
`;
}

function comparison(ours, other) {
  if (other === undefined) return '\nNot compared: R with its package metafor is not here (Debian: r-cran-metafor).\n';
  const apart = (one, two) => Math.abs(one / two - 1);
  if (apart(ours.beta, other.beta) > 1e-3 || apart(ours.variance, other.variance) > 1e-3)
    throw new Error(`metafor found another fit: ${JSON.stringify([ours, other])}`);
  return `
Beside R's metafor (the same model as a meta-regression, \`rma\` and \`blup\`, the same numbers found) on ${COMPARED} areas: ${ours.first.toFixed(2)} s in a new process, ${ours.later.toFixed(3)} s again,
metafor ${other.seconds.toFixed(1)} s: a ratio of ${Math.round(other.seconds / ours.first)} to the first. metafor keeps V as a matrix of areas × areas, so all ${AREAS} would take it over 1 GB for each such matrix.
`;
}

function disclosure(measured) {
  const rows = measured.map(
    (one) =>
      `| ${one.results} | ${one.seconds.toFixed(1)} s | ${one.processor.toFixed(1)} s | ${one.suppressed} of ${one.cells} | ${one.rounds} | ${one.programs} |\n`,
  );
  return `
Disclosure control at the size of a state: 418 municipalities in 13 districts, the state, and 140 joint areas that all lie across districts, so that everything hangs together (surveys of the product
publish no joint areas; this is the hard case). Results of one family are suppressed together until the audit passes. One thread, heap 1 GB.

| results in the family | measured | processor time of all threads | cells suppressed | rounds | linear programs |
|---|---|---|---|---|---|
${rows.join('')}`;
}
