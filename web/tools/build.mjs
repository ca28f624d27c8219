// Builds the pages into dist/, the dashboard and in dist/admin/ that of the administration: index.html, hashed script and style, MapLibre's worker, licences of what is bundled.
import { buildPage } from "./page.mjs";

const out = await buildPage({ minify: true });
for (const { file, bytes, gzip } of out) console.log(`${file.padEnd(44)} ${String(bytes).padStart(8)} bytes ${String(gzip).padStart(8)} gzipped`);
