// What the test of several servers starts: PostgreSQL and its standby, servers, nginx. Each is ended by its own process.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const NAME = 'radar.example.org';
const RADAR = path.join(ROOT, 'server', 'target', 'dist', 'bin', 'radar');

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// The block of docs/operations.md that is marked so.
export function documented(mark) {
  const text = readFileSync(path.join(ROOT, 'docs', 'operations.md'), 'utf8');
  const found = new RegExp(`<!-- test: ${mark} -->\\n\`{3}\\w+\\n(.*?)^\`{3}$`, 'ms').exec(text);
  assert.ok(found, `docs/operations.md has no block "test: ${mark}"`);
  return found[1];
}

// Waits until `holds` answers true; a program that ends meanwhile ends the waiting.
export async function until(what, holds, program) {
  const end = Date.now() + 180_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${what}: not within three minutes`);
    assert.ok(!program || program.exitCode === null, `${what}: the program ended`);
    await pause(20);
  }
}

// A request of its own connection unless an agent is given; resolves with the whole answer, rejects when it is cut off.
export function get(address, { agent = false, headers = {} } = {}) {
  const protocol = address.startsWith('https:') ? https : http;
  const options = { agent, headers: { host: NAME, ...headers }, rejectUnauthorized: false, servername: NAME, timeout: 30_000 };
  return new Promise((resolve, reject) => {
    const request = protocol.get(address, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => (response.complete ? resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }) : reject(new Error('cut off'))));
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', reject);
  });
}

/** A PostgreSQL cluster that the script makes and removes; undefined where there is none, which CI does not accept. */
export class Database {
  static async start(settings) {
    const program = spawn(path.join(ROOT, 'scripts', 'lib', 'postgis-cluster'), { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...settings } });
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    const { value, done } = await lines.next();
    if (!done) return new Database(program, lines, Object.fromEntries(value.split(' ').map((pair) => pair.split('='))));
    if (program.exitCode === null) await once(program, 'exit');
    assert.ok(program.exitCode === 3 && process.env.CI !== 'true', `no database server: exit code ${program.exitCode}`);
    return undefined;
  }

  constructor(program, lines, { port, socket, bin }) {
    Object.assign(this, { program, lines, port, socket, bin });
  }

  get address() {
    return `jdbc:postgresql://127.0.0.1:${this.port}/radar`;
  }

  // As the superuser, through the socket.
  sql(text, database = 'radar') {
    const options = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', this.socket, '-p', this.port, '-U', 'postgres', '-d', database];
    const { status, stdout, stderr } = spawnSync(path.join(this.bin, 'psql'), options, { input: text, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout.trim();
  }

  async order(command) {
    this.program.stdin.write(`${command}\n`);
    const { done } = await this.lines.next();
    assert.ok(!done, `the database does not ${command}`);
  }

  async end() {
    this.program.stdin.end();
    if (this.program.exitCode === null) await once(this.program, 'exit');
  }
}

function environment(values) {
  // Settings of whoever runs the tests are not those of the test.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('RADAR_'));
  return { ...Object.fromEntries(own), RADAR_LANG: 'en', ...values };
}

// Runs a command of the program to its end, beside all that goes on here.
export async function radar(args, values) {
  const child = spawn(RADAR, args, { env: environment(values), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}

/** A server that can be stopped, killed and started again on the same port. */
export class Radar {
  constructor(port, options, values) {
    Object.assign(this, { port, options, values, said: '' });
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    const args = ['serve', '--port', this.port, ...Object.entries(this.options).flatMap(([name, value]) => [`--${name}`, value])];
    this.child = spawn(RADAR, args.map(String), { env: environment({ RADAR_HEAP: '512m', ...this.values }), stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => (this.said += text));
    await until(`ready at ${this.port}`, async () => (await this.readiness()).status === 200, this.child).catch((failure) => {
      throw new Error(`${failure.message}\n${this.said}`);
    });
    return this;
  }

  async readiness() {
    const answer = await get(`${this.address}/health/ready`).catch(() => ({ status: 0, body: '{}' }));
    return { ...JSON.parse(answer.body), status: answer.status };
  }

  async signal(name) {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(name);
    await ended;
  }
}

/** nginx with the site that docs/operations.md shows; only addresses, ports and folders are those of the test. */
export class Balancer {
  static async start(folder, servers) {
    const ports = { http: await freePort(), tls: await freePort() };
    const certificate = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`];
    const made = spawnSync('openssl', [...certificate, '-keyout', path.join(folder, 'radar.key'), '-out', path.join(folder, 'radar.pem')], { encoding: 'utf8' });
    assert.equal(made.status, 0, made.stderr);
    mkdirSync(path.join(folder, 'nginx'));
    writeFileSync(path.join(folder, 'site'), Balancer.site(folder, servers, ports));
    writeFileSync(path.join(folder, 'nginx.conf'), Balancer.settings(folder));
    const program = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';
    const child = spawn(program, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
    const address = `https://127.0.0.1:${ports.tls}`;
    await until('nginx answers', () => get(`${address}/health/live`).then(() => true, () => false), child);
    return Object.assign(new Balancer(), { child, address });
  }

  static site(folder, servers, ports) {
    let site = documented('balancer');
    servers.forEach((server, index) => {
      assert.ok(site.includes(`192.0.2.${11 + index}:7070`), site);
      site = site.replaceAll(`192.0.2.${11 + index}:7070`, `127.0.0.1:${server.port}`);
    });
    site = site
      .replace(/\/etc\/ssl\/(certs|private)\//g, `${folder}/`)
      .replace(/(listen (?:\[::\]:)?)443\b/g, `$1${ports.tls}`)
      .replace(/(listen (?:\[::\]:)?)80;/g, `$1${ports.http};`);
    return existsSync('/proc/net/if_inet6') ? site : site.replace(/^.*listen \[::\].*\n/gm, '');
  }

  static settings(folder) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/nginx/${name};`);
    return `daemon off; worker_processes 2; pid ${folder}/nginx/pid; error_log ${folder}/nginx/log; events {} http { ${temporary.join(' ')} include ${folder}/site; }\n`;
  }

  async end() {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGQUIT');
    await ended;
  }
}
