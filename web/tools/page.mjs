import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { collectLicences } from "./licences.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
export const DIST = join(ROOT, "dist");

const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

/** MapLibre loads its worker by address: the file is copied as it is, under a name that changes with its content. */
async function copyWorker(assets) {
  const source = join(ROOT, "node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs");
  const bytes = await readFile(source);
  const name = `maplibre-gl-worker-${hashOf(bytes)}.mjs`;
  await writeFile(join(assets, name), withoutSourceMap(bytes));
  return name;
}

/** A reference to a map file that is not shipped would be a request in vain whenever the developer tools are open. */
const withoutSourceMap = (bytes) => bytes.toString("utf8").replace(/\n?\/\/# sourceMappingURL=\S+\s*$/, "\n");

/**
 * Builds the dashboard, and beside it in a folder of its own the page of the administration: the public port serves no
 * file of that folder, the admin port no other.
 */
export async function buildPage({ minify }) {
  const assets = join(DIST, "assets");
  await rm(DIST, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const worker = await copyWorker(assets);
  await bundle({ minify, name: "page", entry: "src/main.tsx", html: "src/index.html", folder: DIST, define: { MAPLIBRE_WORKER: JSON.stringify(worker) } });
  await bundle({ minify, name: "admin", entry: "src/admin/main.tsx", html: "src/admin/index.html", folder: join(DIST, "admin"), define: {} });
  return sizes(DIST, "");
}

/** Builds one page: its hashed script and style under assets/, the document that names them, icon and licences. */
async function bundle({ minify, name, entry, html, folder, define }) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { [name]: entry },
    outdir: join(folder, "assets"),
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    // Views that are not the first are files of their own, read when they open.
    splitting: true,
    chunkNames: "[name]-[hash]",
    jsx: "automatic",
    jsxImportSource: "preact",
    format: "esm",
    target: ["es2022"],
    minify,
    sourcemap: minify ? false : "linked",
    legalComments: "none",
    charset: "utf8",
    metafile: true,
    loader: { ".svg": "file" },
    define,
    logLevel: "warning",
  });
  const outputs = Object.keys(result.metafile.outputs).map((path) => relative(folder, join(ROOT, path)));
  const find = (ending) => outputs.find((path) => path.startsWith(`assets/${name}-`) && path.endsWith(ending));
  const script = find(".js");
  const preload = chunksOf(result.metafile.outputs, relative(ROOT, join(folder, script))).map((path) => `<link rel="modulepreload" href="${relative(folder, join(ROOT, path))}" />`);
  const document = (await readFile(join(ROOT, html), "utf8")).replace("{{script}}", script).replace("{{style}}", find(".css")).replace("{{preload}}", preload.join("\n    "));
  await writeFile(join(folder, "index.html"), document);
  await copyFile(join(ROOT, "src/favicon.svg"), join(folder, "favicon.svg"));
  await writeFile(join(folder, "licences.txt"), await collectLicences(ROOT, Object.keys(result.metafile.inputs)));
}

/** Files that a script needs before it runs: asked for at once, not only when the script that names them has come. */
function chunksOf(outputs, script, found = new Set()) {
  for (const { path, kind } of outputs[script].imports) {
    if (kind !== "import-statement" || found.has(path)) continue;
    found.add(path);
    chunksOf(outputs, path, found);
  }
  return [...found];
}

async function sizes(folder, prefix) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await sizes(path, `${prefix}${entry.name}/`)));
    else found.push({ file: prefix + entry.name, bytes: (await stat(path)).size, gzip: gzipSync(await readFile(path)).length });
  }
  return found;
}
