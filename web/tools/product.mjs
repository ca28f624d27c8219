import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./page.mjs";

const READY_WITHIN_MS = 120_000;

const radar = (...parameters) => spawn(join(ROOT, "../scripts/radar"), parameters, { stdio: ["ignore", "ignore", "inherit"] });

/**
 * Loads the bundled sample into a store of its own, writes its municipalities as an archive of tiles and serves it on a
 * free port, as a user's distribution would.
 */
export async function startProduct() {
  const folder = await mkdtemp(join(tmpdir(), "radar-browser-"));
  const store = join(folder, "store");
  const archive = join(folder, "municipality.pmtiles");
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  let server;
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ended(radar("import", "--sample", "--store", store));
    await ended(radar("export", "pyramid", "--store", store, "--layer", "municipality", "--out", archive));
    server = radar("serve", "--store", store, "--port", String(port), "--drain-seconds", "0");
    await untilReady(base, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, archive, stop };
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
