import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { validateStyleMin, type StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { findProduct, type Product } from "./harness.js";

/** Styles for other programs, held against the specification and against what the server really answers. */
describe("styles", () => {
  let product: Product;
  before(async () => { product = await findProduct(); });

  const read = async (name: string, query = ""): Promise<StyleSpecification> => {
    const response = await fetch(`${product.base}/styles/${name}.json${query}`);
    assert.equal(response.status, 200);
    return (await response.json()) as StyleSpecification;
  };

  const layers = (): string[] => {
    const edition = product.catalog.editions.find((one) => one.id === product.catalog.defaultEdition);
    return [...(edition?.levels ?? []).filter((one) => one.tiles !== null).map((one) => one.level), "network"];
  };

  it("are valid for every collection of OGC API, context layers among them", async () => {
    const list = (await (await fetch(`${product.base}/ogc/styles`)).json()) as { styles: { id: string; links: { rel: string; href: string }[] }[] };
    const contexts = ((await (await fetch(`${product.base}/api/layers`)).json()) as { layers: { id: string }[] }).layers;
    assert.ok(contexts.length > 0);
    const ids = list.styles.map((style) => style.id);
    for (const { id } of contexts) assert.ok(ids.includes(id), id);
    for (const { id, links } of list.styles) {
      const response = await fetch(links.find((link) => link.rel === "stylesheet")?.href ?? "");
      assert.equal(response.headers.get("content-type"), "application/vnd.mapbox.style+json");
      const faults = validateStyleMin((await response.json()) as StyleSpecification);
      assert.deepEqual(faults.map((fault) => fault.message), [], id);
    }
  });

  it("are valid for every layer", async () => {
    assert.ok(layers().length > 2);
    for (const name of layers()) {
      const faults = validateStyleMin(await read(name));
      assert.deepEqual(faults.map((fault) => fault.message), [], name);
    }
  });

  it("name tiles that answer, and their source", async () => {
    for (const name of layers()) {
      const source = Object.values((await read(name)).sources)[0];
      assert.ok(source?.type === "vector" && source.tiles?.[0] && source.attribution);
      assert.ok(source.tiles[0].startsWith(`${product.base}/tiles/`));
      const tile = await fetch(source.tiles[0].replace("{z}/{x}/{y}", "0/0/0"));
      assert.equal(tile.status, 200, name);
    }
  });

  it("say that values inside are invented", async () => {
    const invented = product.catalog.indicators.find((one) => one.example);
    assert.ok(invented);
    const style = await read("municipality", `?columns=${invented.id}`);
    assert.match(style.name ?? "", /erfunden.*invented/);
    assert.match(JSON.stringify(style.sources), /erfunden.*invented/);
    assert.deepEqual(validateStyleMin(style), []);
  });
});
