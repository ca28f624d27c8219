// Compiles the tests of one folder (`unit` or `browser`) with esbuild and runs them with Node's own test runner.
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "./page.mjs";
import { startOnPostgis, startProduct } from "./product.mjs";

const kind = process.argv[2];
if (kind !== "unit" && kind !== "browser") {
  console.error("usage: node tools/test.mjs unit|browser [part of a file name] [postgis]");
  process.exit(2);
}
const wanted = process.argv[3] ?? "";
const out = join(ROOT, "target", `test-${kind}`);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const entries = (await readdir(join(ROOT, "test", kind))).filter((name) => /\.test\.tsx?$/.test(name) && name.includes(wanted));
if (entries.length === 0) {
  console.error(`no test file in test/${kind} matches "${wanted}"`);
  process.exit(1);
}
await build({
  absWorkingDir: ROOT,
  entryPoints: entries.map((name) => join("test", kind, name)),
  outdir: out,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node18",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = (await readdir(out)).filter((name) => name.endsWith(".test.mjs")).map((name) => join(out, name));
const wantsPostgis = process.argv[4] === "postgis";
const startsOne = kind === "browser" && !process.env.RADAR_URL;
const product = startsOne ? await (wantsPostgis ? startOnPostgis() : startProduct({ administration: entries.some((name) => /^(admin|prefix)/.test(name)), embedding: entries.includes("embed.test.ts") })) : undefined;
if (startsOne && !product) {
  console.log("LEFT OUT: there is no PostgreSQL with PostGIS here");
  process.exit(0);
}
const code = await run(product?.environment ?? {});
await product?.stop();
process.exit(code);

/** Runs the tests to their end; resolves with the exit code. */
function run(environment) {
  const child = spawn(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...files], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, WEB_ROOT: ROOT, ...environment },
  });
  return new Promise((resolve) => child.on("exit", (status, signal) => resolve(signal ? 1 : (status ?? 1))));
}
