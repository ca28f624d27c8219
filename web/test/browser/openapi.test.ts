import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { findProduct, pdfPages, startBrowser, visit, type Product } from "./harness.js";

/** The descriptions of the API as the server gives them out, held against the specification by a validator of others. */
describe("descriptions of the API", () => {
  let product: Product;
  before(async () => { product = await findProduct(); });

  for (const [path, version] of [["/api/openapi.json", "3.1"], ["/ogc/api", "3.0"]] as const) {
    it(`${path} is valid after OpenAPI ${version}`, async () => {
      const response = await fetch(product.base + path);
      assert.equal(response.status, 200);
      const validator = new Validator();
      const { valid, errors } = await validator.validate((await response.json()) as object);
      assert.ok(valid, JSON.stringify(errors, undefined, 1));
      assert.equal(validator.version, version);
      const resolved = validator.resolveRefs();
      assert.ok(Object.keys((resolved as { paths: object }).paths).length > 5);
    });
  }
});
