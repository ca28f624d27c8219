// Programs that the benchmarks start: the server, nginx, wrk. Each is ended by its own process id.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SHARED = process.env.RADAR_SHARED_DATA ?? path.join(ROOT, '..', 'shared', 'data');

const run = promisify(execFile);

export function scratch() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'radar-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// A request with no decoding of the body: gzip stays gzip.
export function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
  });
}

export async function getJson(url) {
  const answer = await get(url, { accept: 'application/json' });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return JSON.parse(answer.body);
}

// Starts a program and resolves when `url` answers 200; `milliseconds` is the time until then.
export async function startUntilReady(command, args, url, options = {}) {
  const began = performance.now();
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const answers = () => get(url).then((answer) => answer.status === 200, () => false);
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}:\n${output}`);
    if (performance.now() - began > 600_000) throw new Error(`${command} was not ready in ten minutes:\n${output}`);
    await pause(10);
  }
  return { child, milliseconds: performance.now() - began };
}

export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

export async function startServer(store, { heap = '1g', options = [] } = {}) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const started = await startUntilReady(
    path.join(ROOT, 'scripts', 'radar'),
    ['serve', '--store', store, '--port', String(port), '--drain-seconds', '0', ...options],
    `${base}/health/ready`,
    { env: { ...process.env, RADAR_HEAP: heap } },
  );
  return { ...started, base };
}

// Runs the command line of the product to its end; peak memory is read while it runs.
export async function radar(args, heap = '1g') {
  const began = performance.now();
  const child = spawn(path.join(ROOT, 'scripts', 'radar'), args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, RADAR_HEAP: heap },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes(child.pid, 'VmHWM'))), 100);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error(`radar ${args.join(' ')} ended with ${code}:\n${output}`);
  return { seconds: (performance.now() - began) / 1000, peak };
}

// Imports one of the public data sets that scripts/manifests describes.
export function importManifest(name, store, heap) {
  const manifest = path.join(ROOT, 'scripts', 'manifests', `${name}.datapackage.json`);
  return radar(['import', manifest, '--data', SHARED, '--store', store], heap);
}

// VmRSS (now) or VmHWM (peak) of a process in megabytes; 0 when it has just ended.
export function megabytes(pid, field = 'VmRSS') {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  const match = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(file, 'utf8'));
  return match ? Math.round((Number(match[1]) * 1024) / 1e6) : 0;
}

export async function startNginx(folder) {
  const port = await freePort();
  const configuration = path.join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `daemon off; ${process.getuid() === 0 ? 'user root;' : ''} worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on;
  open_file_cache max=10000 inactive=10m; open_file_cache_valid 10m; default_type application/vnd.mapbox-vector-tile;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/files; gzip_vary on; location = /ready { return 200; } }
}
`,
  );
  const base = `http://127.0.0.1:${port}`;
  const nginx = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
  const started = await startUntilReady(nginx, ['-p', folder, '-c', configuration], `${base}/ready`);
  return { ...started, base };
}

// `requests`: {path, etag?}. Answers requests per second and the 99th percentile in milliseconds.
export async function wrk(base, requests, { connections = 16, seconds = 5, folder }) {
  const list = path.join(folder, 'requests.tsv');
  writeFileSync(list, requests.map((request) => `${request.path}\t${request.etag ?? ''}\n`).join(''));
  const script = path.join(ROOT, 'scripts', 'bench.d', 'requests.lua');
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, base, '--', list]);
  const match = /^RESULT (\S+) (\S+) (\d+)$/m.exec(stdout);
  if (!match) throw new Error(`wrk printed no result:\n${stdout}`);
  if (Number(match[3]) > 0) throw new Error(`wrk counted ${match[3]} failed requests:\n${stdout}`);
  return { perSecond: Number(match[1]), p99: Number(match[2]) };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
