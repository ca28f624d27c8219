import assert from "node:assert/strict";
import { open, type FileHandle } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { Compression, PMTiles, TileType, type RangeResponse, type Source } from "pmtiles";
import { findProduct, type Product } from "./harness.js";

/** What the exported archive says of itself besides its tiles. */
interface Description {
  readonly name: string;
  readonly attribution: string;
  readonly vector_layers: readonly { readonly id: string; readonly fields: Readonly<Record<string, string>> }[];
}

/** A file, read by ranges of bytes as a browser would from a web server. */
class FileSource implements Source {
  constructor(private readonly file: FileHandle, private readonly path: string) {}

  getKey(): string {
    return this.path;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const buffer = new ArrayBuffer(length);
    const { bytesRead } = await this.file.read(new Uint8Array(buffer), 0, length, offset);
    return { data: buffer.slice(0, bytesRead) };
  }
}

describe("archive of tiles", { skip: process.env.ARCHIVE ? false : "a server from elsewhere gives no archive" }, () => {
  let product: Product;
  let file: FileHandle;
  let archive: PMTiles;
  before(async () => {
    const path = process.env.ARCHIVE ?? "";
    product = await findProduct();
    file = await open(path);
    archive = new PMTiles(new FileSource(file, path));
  });
  after(async () => {
    await file.close();
  });

  test("says what it holds, and whose it is", async () => {
    const header = await archive.getHeader();
    assert.equal(header.tileType, TileType.Mvt);
    assert.equal(header.tileCompression, Compression.Gzip);
    assert.equal(header.minZoom, 0);
    assert.ok(header.minLon > 11.8 && header.maxLon < 15.1 && header.minLat > 50.1 && header.maxLat < 51.8, "the box of Saxony");
    const description = (await archive.getMetadata()) as Description;
    const response = await fetch(`${product.base}/tiles/municipality.json`);
    const tileJson = (await response.json()) as Description & { maxzoom: number };
    assert.equal(header.maxZoom, tileJson.maxzoom);
    assert.equal(description.attribution, tileJson.attribution);
    assert.deepEqual(description.vector_layers, tileJson.vector_layers);
  });

  test("holds the tiles that the server sends, and no others", async () => {
    const { minLon, maxLon, minLat, maxLat, maxZoom } = await archive.getHeader();
    let found = 0;
    for (let z = 0; z <= Math.min(9, maxZoom); z++) {
      const [left, top] = tileOf(z, minLon, maxLat);
      const [right, bottom] = tileOf(z, maxLon, minLat);
      for (let x = left - 1; x <= right + 1; x++) {
        for (let y = top - 1; y <= bottom + 1; y++) {
          if (x < 0 || y < 0 || x >= 2 ** z || y >= 2 ** z) continue;
          const kept = await archive.getZxy(z, x, y);
          const sent = await fetch(`${product.base}/tiles/municipality/${z}/${x}/${y}.mvt`);
          assert.equal(sent.status, kept ? 200 : 204, `${z}/${x}/${y}`);
          if (!kept) continue;
          const bytes = Buffer.from(kept.data);
          assert.ok(plain(bytes).equals(Buffer.from(await sent.arrayBuffer())), `${z}/${x}/${y}`);
          found++;
        }
      }
    }
    assert.ok(found > maxZoom, `${found} tiles: at least one of each zoom`);
  });
});

/** The reader unpacks what it knows to be compressed. */
const plain = (bytes: Buffer): Buffer => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);

function tileOf(z: number, longitude: number, latitude: number): [number, number] {
  const side = 2 ** z;
  const angle = (latitude * Math.PI) / 180;
  return [Math.floor(((longitude + 180) / 360) * side), Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side)];
}
