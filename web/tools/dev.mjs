// Builds the page readable and serves it: with RADAR_URL the data of that running server, else the fixture's made-up
// answers. Build again after a change with `npm run build`, or start this anew.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { DIST, buildPage } from "./page.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8" };
const POLICY = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self'";
const port = Number(process.env.PORT ?? 7071);
const radar = process.env.RADAR_URL?.replace(/\/$/, "");

await buildPage({ minify: false });
const answer = radar ? passOn : (await import("../test/fixture/server.mjs")).answer;

/** What the running server says, unchanged but for compression, which fetch has undone. */
async function passOn(url, request) {
  const response = await fetch(radar + url.pathname + url.search, { headers: { "accept-language": request.headers["accept-language"] ?? "de" } });
  return { status: response.status, type: response.headers.get("content-type") ?? "", body: Buffer.from(await response.arrayBuffer()) };
}

async function file(path) {
  const name = join(DIST, path === "/" ? "index.html" : path);
  try {
    return { status: 200, type: TYPES[extname(name)] ?? "application/octet-stream", body: await readFile(name) };
  } catch {
    return { status: 404, type: "text/plain", body: "" };
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  const { status, type, body } = await (/^\/(api|tiles)\//.test(url.pathname) ? answer(url, request) : file(url.pathname));
  response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": POLICY });
  response.end(body);
}).listen(port, () => console.log(`http://localhost:${port} with ${radar ?? "the fixture"}`));
