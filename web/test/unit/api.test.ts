import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { RequestFailure, readJson } from "../../src/api/client.js";
import { at, named, rootOf } from "../../src/api/root.js";
import { checkClasses, checkValues, onOwnHost, paths } from "../../src/api/radar-api.js";
import { answer, CLASSES } from "./samples.js";

const failure = (kind: string) => (error: unknown) => error instanceof RequestFailure && error.kind === kind;

describe("requests", () => {
  let server: Server;
  let base = "";
  before(async () => {
    server = createServer((request, response) => {
      const routes: Record<string, () => void> = {
        "/ok": () => { response.end(JSON.stringify({ lang: request.headers["accept-language"] })); },
        "/problem": () => {
          response.writeHead(404, { "Content-Type": "application/problem+json" });
          response.end(JSON.stringify({ type: "/problems/unknown-level", title: "Unbekannt", detail: "Ebene gibt es nicht" }));
        },
        "/page": () => {
          response.writeHead(502, { "Content-Type": "text/html" });
          response.end("<h1>Bad gateway</h1>");
        },
        "/half": () => { response.end('{"codes": ['); },
      };
      routes[request.url ?? ""]?.();
    });
    await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => { server.close(); });

  test("ask in the language of the page", async () => {
    assert.deepEqual(await readJson(`${base}/ok`, "en"), { lang: "en" });
  });

  test("a problem keeps the server's own sentence", async () => {
    await assert.rejects(readJson(`${base}/problem`, "de"), (error: unknown) => {
      assert.ok(error instanceof RequestFailure);
      assert.deepEqual([error.kind, error.status, error.detail], ["refused", 404, "Ebene gibt es nicht"]);
      return true;
    });
  });

  test("a fault of the server, half an answer and silence are told apart", async () => {
    await assert.rejects(readJson(`${base}/page`, "de"), failure("broken"));
    await assert.rejects(readJson(`${base}/half`, "de"), failure("unreadable"));
    await assert.rejects(readJson("http://127.0.0.1:9/", "de"), failure("unreachable"));
  });

  test("a request that was called off is no failure", async () => {
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(readJson(`${base}/ok`, "de", stop.signal), (error: unknown) => !(error instanceof RequestFailure));
  });
});

describe("answers", () => {
  test("columns of unequal length are refused", () => {
    assert.throws(() => checkValues(answer({ status: "RS" })), failure("unreadable"));
    assert.throws(() => checkValues(answer({ lower: [1] })), failure("unreadable"));
    assert.equal(checkValues(answer()).codes.length, 3);
  });

  test("bounds must ascend and match their counts", () => {
    assert.throws(() => checkClasses({ ...CLASSES, breaks: [3, 2, 1] }), failure("unreadable"));
    assert.throws(() => checkClasses({ ...CLASSES, counts: [1] }), failure("unreadable"));
    assert.equal(checkClasses({ ...CLASSES, breaks: [], counts: [] }).n, 2);
  });

  test("tiles are asked from the page's own host, whatever the server calls itself", () => {
    const tiles = { minzoom: 0, maxzoom: 9, vector_layers: [], tiles: ["http://inside:7070/tiles/1/{z}/{x}/{y}.mvt", "/tiles/2/{z}/{x}/{y}.mvt"] };
    assert.deepEqual(onOwnHost(tiles, "/", "https://radar.example").tiles, ["https://radar.example/tiles/1/{z}/{x}/{y}.mvt", "https://radar.example/tiles/2/{z}/{x}/{y}.mvt"]);
  });

  test("below a path, too, whether the server knows that path or not", () => {
    const tiles = { minzoom: 0, maxzoom: 9, vector_layers: [], tiles: ["http://inside:7070/tiles/1/{z}/{x}/{y}.mvt", "https://karte.example/radar/tiles/2/{z}/{x}/{y}.mvt"] };
    assert.deepEqual(onOwnHost(tiles, "/radar/", "https://karte.example").tiles, ["https://karte.example/radar/tiles/1/{z}/{x}/{y}.mvt", "https://karte.example/radar/tiles/2/{z}/{x}/{y}.mvt"]);
  });

  test("the page's own address tells below which path the server lies", () => {
    assert.equal(rootOf("https://karte.example/?lang=de"), "/");
    assert.equal(rootOf("https://karte.example/radar/?lang=de#content"), "/radar/");
    assert.equal(rootOf("https://karte.example/a/radar/embed?view=map/x"), "/a/radar/");
    assert.equal(at("/api/catalog", "/radar/"), "/radar/api/catalog");
    assert.equal(at("/?lang=de", "/"), "/?lang=de");
    assert.equal(named("/api/releases/1/a.csv", "/radar/"), "/radar/api/releases/1/a.csv");
    assert.equal(named("/radar/api/releases/1/a.csv", "/radar/"), "/radar/api/releases/1/a.csv");
    assert.equal(named("/radarstation.json", "/radar/"), "/radar/radarstation.json");
  });

  test("addresses", () => {
    const query = { revision: 3, stamp: "a1", indicator: "share 65", level: "municipality", period: "2023", edition: "2023" };
    assert.equal(paths.values(query), "/api/revisions/3/indicators/share%2065/values?level=municipality&period=2023&edition=2023&format=json&stamp=a1");
    assert.match(paths.classes({ ...query, method: "manual", classes: 5, breaks: [1, 2.5] }), /method=manual&breaks=1%2C2\.5$/);
  });
});
