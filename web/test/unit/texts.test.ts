import assert from "node:assert/strict";
import { test } from "node:test";
import de from "../../src/texts/de.json";
import en from "../../src/texts/en.json";

test("both languages have the same texts", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(de).sort());
});
