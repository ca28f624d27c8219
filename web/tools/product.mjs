import { execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { ROOT } from "./page.mjs";

const READY_WITHIN_MS = 120_000;

const RADAR = join(ROOT, "../scripts/radar");
const radar = (...parameters) => spawn(RADAR, parameters, { stdio: ["ignore", "ignore", "inherit"] });

/**
 * Loads the bundled sample into a store of its own, writes its municipalities as an archive of tiles and serves it on a
 * free port, as a user's distribution would. Where data are to be changed, a second server over a copy of the store
 * opens its admin port; tests of the first one go on undisturbed. A third one may be shown in frames of one origin.
 *
 * @returns the environment of the tests, and what ends all of it
 */
export async function startProduct({ administration, embedding }) {
  const folder = await mkdtemp(join(tmpdir(), "radar-browser-"));
  const store = join(folder, "store");
  const archive = join(folder, "municipality.pmtiles");
  const servers = [];
  const stop = async () => {
    await Promise.all(servers.map(end));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ended(radar("import", "--sample", "--store", store));
    await release(store);
    await ended(radar("export", "pyramid", "--store", store, "--layer", "municipality", "--out", archive));
    const environment = { ARCHIVE: archive };
    if (administration) {
      const changed = join(folder, "changed");
      await cp(store, changed, { recursive: true });
      Object.assign(environment, { ADMIN_TOKEN: await token("admin", changed), EDITOR_TOKEN: await token("editor", changed) });
      const port = await freePort();
      environment.ADMIN_PUBLIC_URL = await serve(servers, changed, "--admin-port", String(port));
      environment.ADMIN_URL = `http://127.0.0.1:${port}`;
    }
    if (embedding) {
      const framed = join(folder, "framed");
      await cp(store, framed, { recursive: true });
      environment.EMBED_ORIGIN = `http://127.0.0.1:${await freePort()}`;
      environment.EMBEDDABLE_URL = await serve(servers, framed, "--embed-origins", environment.EMBED_ORIGIN);
    }
    environment.RADAR_URL = await serve(servers, store);
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One frozen release that is handed out, and one that was withdrawn. */
async function release(store) {
  await ended(radar("release", "create", "2025.1", "--level", "district", "--format", "csv-long", "--store", store));
  await ended(radar("release", "withdraw", "2025.1", "--reason-de", "Ein Wert war falsch.", "--reason-en", "One value was wrong.", "--store", store));
  await ended(radar("release", "create", "2026.1", "--level", "district", "--store", store));
}

/**
 * The same sample in PostgreSQL with PostGIS, which the tests make and remove again.
 *
 * @returns the environment of the tests, and what ends all of it; nothing where there is no PostgreSQL, which CI does not accept
 */
export async function startOnPostgis() {
  const folder = await mkdtemp(join(tmpdir(), "radar-browser-"));
  const cluster = spawn(join(ROOT, "../scripts/lib/postgis-cluster"), { stdio: ["pipe", "pipe", "inherit"] });
  const gone = new Promise((resolve) => cluster.once("exit", resolve));
  const servers = [];
  const stop = async () => {
    await Promise.all(servers.map(end));
    cluster.stdin.end();
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const line = await Promise.race([firstLine(cluster.stdout), gone.then((code) => Number(code))]);
    if (typeof line === "number") {
      if (line === NO_POSTGIS && process.env.CI !== "true") return undefined;
      throw new Error(`no database server: exit code ${line}`);
    }
    const database = Object.fromEntries(line.split(" ").map((pair) => pair.split("=")));
    await ended(spawn(join(database.bin, "createdb"), ["-h", database.socket, "-p", database.port, "-U", "postgres", "radar"], { stdio: ["ignore", "ignore", "inherit"] }));
    process.env.RADAR_STORE_PASSWORD = database.password;
    const store = `jdbc:postgresql://127.0.0.1:${database.port}/radar`;
    const parameters = ["--store-user", "postgres", "--releases-folder", join(folder, "releases")];
    await ended(radar("import", "--sample", "--store", store, "--store-user", "postgres"));
    return { environment: { RADAR_URL: await serve(servers, store, ...parameters) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the script answers where there is no PostgreSQL with PostGIS. */
const NO_POSTGIS = 3;

async function firstLine(stream) {
  const { value } = await createInterface({ input: stream })[Symbol.asyncIterator]().next();
  return value ?? new Promise(() => {});
}

async function serve(servers, store, ...parameters) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = radar("serve", "--store", store, "--port", String(port), "--drain-seconds", "0", ...parameters);
  servers.push(server);
  await untilReady(base, server);
  return base;
}

async function end(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

/** Makes a token that is good for a day; the command prints it alone. */
async function token(role, store) {
  const { stdout } = await promisify(execFile)(RADAR, ["token", "create", "--name", role, "--role", role, "--days", "1", "--store", store]);
  return stdout.trim();
}

async function ended(child) {
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${child.spawnargs.join(" ")} ended with ${code}`);
}

async function freePort() {
  const socket = createServer();
  await new Promise((resolve) => socket.listen(0, "127.0.0.1", resolve));
  const { port } = socket.address();
  await new Promise((resolve) => socket.close(resolve));
  return port;
}

async function untilReady(base, server) {
  const end = Date.now() + READY_WITHIN_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error("the server ended before it was ready");
    const ready = await fetch(`${base}/health/ready`).then((response) => response.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not become ready");
}
