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
