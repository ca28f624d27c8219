import { build } from "esbuild";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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

export async function buildPage({ minify }) {
  const assets = join(DIST, "assets");
  await rm(DIST, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const worker = await copyWorker(assets);
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: { page: "src/main.tsx" },
    outdir: assets,
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
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
    define: { MAPLIBRE_WORKER: JSON.stringify(worker) },
    logLevel: "warning",
  });
  const outputs = Object.keys(result.metafile.outputs).map((path) => path.replace(/^dist\//, ""));
  const script = outputs.find((path) => /page-.*\.js$/.test(path));
  const style = outputs.find((path) => /page-.*\.css$/.test(path));
  const html = (await readFile(join(ROOT, "src/index.html"), "utf8")).replace("{{script}}", script).replace("{{style}}", style);
  await writeFile(join(DIST, "index.html"), html);
  await copyFile(join(ROOT, "src/favicon.svg"), join(DIST, "favicon.svg"));
  await writeFile(join(DIST, "licences.txt"), await collectLicences(ROOT, Object.keys(result.metafile.inputs)));
  return sizes(DIST, "");
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
