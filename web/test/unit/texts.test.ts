import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import adminDe from "../../src/texts/admin-de.json";
import adminEn from "../../src/texts/admin-en.json";
import dataDe from "../../src/texts/data-de.json";
import dataEn from "../../src/texts/data-en.json";
import de from "../../src/texts/de.json";
import en from "../../src/texts/en.json";
import planningDe from "../../src/texts/planning-de.json";
import planningEn from "../../src/texts/planning-en.json";
import placeDe from "../../src/texts/place-de.json";
import placeEn from "../../src/texts/place-en.json";
import socialDe from "../../src/texts/social-de.json";
import socialEn from "../../src/texts/social-en.json";
import { translator } from "../../src/texts/texts.js";

const SOURCES = join(process.env.WEB_ROOT ?? ".", "src");

async function code(folder: string): Promise<string> {
  const parts = await Promise.all(
    (await readdir(folder, { withFileTypes: true })).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return code(path);
      return /\.tsx?$/.test(entry.name) ? readFile(path, "utf8") : Promise.resolve("");
    }),
  );
  return parts.join("\n");
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

type Words = Readonly<Record<string, string>>;

/** What holds for the words of either page. */
function check(name: string, german: Words, english: Words): void {
  describe(name, () => {
    test("both languages have the same keys in the same order", () => {
      assert.deepEqual(Object.keys(english), Object.keys(german));
    });

    test("every text is filled and has the same gaps in both languages", () => {
      const uneven = Object.keys(german).filter((key) => {
        const [here = "", there = ""] = [german[key], english[key]];
        return here.trim() === "" || there.trim() === "" || placeholders(there).join() !== placeholders(here).join();
      });
      assert.deepEqual(uneven, []);
    });

    test("every text is used", async () => {
      const source = await code(SOURCES);
      const patterns = [...source.matchAll(/`([a-zA-Z]+\.[^`]*\$\{[^`]*)`/g)].map(
        (match) => new RegExp(`^${match[1]!.replace(/\$\{[^}]*\}/g, "§").replaceAll(".", "\\.").replaceAll("§", "[\\w.-]+")}$`),
      );
      const unused = Object.keys(german).filter((key) => {
        const base = key.replace(/\.(one|other)$/, "");
        return !source.includes(`"${key}"`) && !source.includes(`"${base}"`) && !patterns.some((pattern) => pattern.test(key));
      });
      assert.deepEqual(unused, []);
    });

    test("no German word slips into the English texts", () => {
      const slipped = /[äöüßÄÖÜ]|\b(und|nicht|Gebiete|Werte|Karte|oder|Datei)\b/;
      assert.deepEqual(Object.entries(english).filter(([, text]) => slipped.test(text)), []);
    });
  });
}

check("texts of the dashboard", de, en);
check("texts of the administration", adminDe, adminEn);
check("texts of planning", planningDe, planningEn);
check("texts of data and methods", dataDe, dataEn);
check("texts of the social space", socialDe, socialEn);
check("texts of the view of one place", placeDe, placeEn);

describe("texts", () => {
  test("plural forms and gaps", () => {
    assert.equal(translator("de").plural("count.areas", 1), "1 Gebiet");
    assert.equal(translator("de").plural("count.areas", 1418), "1.418 Gebiete");
    assert.equal(translator("en").plural("count.areas", 0), "0 areas");
    assert.equal(translator("en")("milestone.knownBy", { date: "2021" }), "known by 2021");
  });
});
