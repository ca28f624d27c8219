import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { PrioritiesAnswer } from "../../src/api/types.js";
import { drawn, findProduct, parameter, pdfPages, startBrowser, texts, until, violations, visit, type Product } from "./harness.js";
import { allocated, countPrints, DISTRICT, firstFive, FLOOD, gap, hasGdal, PHONE, readByGdal, tabTo, takeAway, TOWN } from "./persons.js";

const RANK = { de: /^\S.* \d+ bis \d+ \(gerechnet \d+\) \d+ % \d+$|in fast allen Ziehungen/, en: /^\S.* \d+ to \d+ \(computed \d+\) \d+% \d+$|in nearly all draws/ };
const AGE = "example_share_65_and_older";
const WEIGHED = `example_disadvantage:need:50,${FLOOD}:support:50,${AGE}:need:80`;
const HEAT = "example_disadvantage:need:50,example_model_support_heat:support:50";

/** What three people come for, each from the first page to what they take away. Runs on either store. */
describe("three people's tasks", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  const open = (query: string, options: BrowserContextOptions = {}): ReturnType<typeof visit> => visit(browser, product.base, query, options);
  const english = (id: string): string => product.catalog.indicators.find((one) => one.id === id)!.name.en;
  const german = (id: string): string => product.catalog.indicators.find((one) => one.id === id)!.name.de;

  /** Takes the link from the window "share", as somebody would send it by mail. */
  async function sharedLink(page: Page): Promise<string> {
    const link = await page.inputValue("#share-link");
    assert.ok(link.startsWith(`${product.base}/?`), link);
    return link.slice(product.base.length + 1);
  }

  async function addCriterion(page: Page, name: string): Promise<void> {
    await page.getByLabel("Weiteres Kriterium").selectOption({ label: name });
    await page.getByRole("button", { name: "Hinzufügen", exact: true }).click();
  }

  test("a planner chooses the flood, weighs, reads the first five, places three teams, and a colleague sees the same", async () => {
    const { page, end } = await open(`?criteria=${HEAT}`);
    await drawn(page);
    await page.click('.tabs a:has-text("Prioritäten")');
    const heat = await firstFive(page);
    await addCriterion(page, german(FLOOD));
    await page.getByLabel(`Rolle von ${german(FLOOD)}`).selectOption({ label: "erwartete Unterstützung" });
    await page.click(`button[aria-label="${german("example_model_support_heat")} entfernen"]`);
    await addCriterion(page, german(AGE));
    // Answers to the steps in between come and go; this one is that of the last step.
    const answered = page.waitForResponse((one) => one.url().endsWith("/api/priorities") && one.request().postData()?.includes('"weight":80') === true);
    await page.getByLabel(`Gewicht von ${german(AGE)}`).fill("80");
    await until("the choice stands in the address", () => Promise.resolve(parameter(page, "criteria") === WEIGHED));
    const { areas } = (await (await answered).json()) as PrioritiesAnswer;
    const expected = areas.slice(0, 5).map(({ name, rank, rankLow, rankHigh }) => `${name} ${rankLow} bis ${rankHigh} (gerechnet ${rank})`);
    let order: readonly string[] = [];
    await until("the page shows the answer", async () => {
      order = await firstFive(page, heat);
      return order.every((row, i) => row.startsWith(expected[i]!));
    });
    for (const row of order) assert.match(row, RANK.de);
    assert.match(await page.innerText(".priority-summary"), /Wer vorn liegt, steht/);
    assert.match(await page.innerText(".ribbon"), /Beispieldaten/);

    await page.click('.parts a:has-text("Begrenzte Mittel")');
    await page.getByLabel("Anzahl").first().fill("3");
    await page.click('button:has-text("Verteilen")');
    const teams = await allocated(page);
    assert.match(teams[0]!, /^3 × Team decken zusammen \d+.% des bekannten Bedarfs\./);
    assert.equal(teams.filter((row) => row.includes("1 × Team")).length, 3);
    await page.click("#share");
    const link = await sharedLink(page);
    await end();

    const elsewhere = await open(link);
    assert.deepEqual(await allocated(elsewhere.page), teams);
    await elsewhere.page.click('.parts a:has-text("Reihenfolge")');
    assert.deepEqual(await firstFive(elsewhere.page), order);
    await elsewhere.end();
  });

  test("a planner without a pointer, in English", async () => {
    const { page, end } = await open("?lang=en");
    await drawn(page);
    await tabTo(page, '.tabs a[href*="view=priorities"]');
    await page.keyboard.press("Enter");
    await firstFive(page);
    await tabTo(page, `input[type="range"][aria-label="Weight of ${english(FLOOD)}"]`);
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await until("the weight stands in the address", () => Promise.resolve((parameter(page, "criteria") ?? "").endsWith(`${FLOOD}:support:70`)));
    for (const row of await firstFive(page)) assert.match(row, RANK.en);
    await tabTo(page, '.parts a[href*="view=allocation"]');
    await page.keyboard.press("Enter");
    await page.waitForSelector(".unit-kind input");
    await tabTo(page, '.unit-kind input[inputmode="decimal"]');
    await page.keyboard.press("Control+A");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    const teams = await allocated(page);
    assert.match(teams[0]!, /^3 × Team together cover \d+% of the known demand\./);
    await tabTo(page, "#share");
    await page.keyboard.press("Enter");
    await tabTo(page, "#share-link");
    const link = await sharedLink(page);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "share", "the focus goes back to the button");
    await end();
    const elsewhere = await open(link, PHONE);
    assert.deepEqual(await allocated(elsewhere.page), teams, "on a phone the same");
    await elsewhere.end();
  });

  test("a coordinator finds the town, reads felt safety beside recorded crime, and prints two pages", async () => {
    const { page, end } = await open("?view=sources");
    const printed = await countPrints(page);
    await page.goto(`${product.base}/`);
    await drawn(page);
    await page.fill("#search-field", TOWN);
    await page.click(`#search-hits [role="option"]:has-text("${TOWN}")`);
    await page.waitForSelector(`.card-name:has-text("${TOWN}")`);
    await page.click(".place-link a");
    await page.waitForSelector(`.place-page h1:has-text("${TOWN}")`);
    const rows = await gap(page);
    assert.equal(rows.length, 3);
    assert.match(rows[0]!, /Unsicherheitsgefühl 2023\s+[−+]\d+,\d \([−+]\d+,\d bis [−+]?\d+,\d\)/);
    assert.match(rows[1]!, /Erfasste Straftaten 2023\s+[−+]?\d+,\d/);
    assert.match(rows[2]!, /Abstand\s+−\d+,\d \(−\d+,\d bis −\d+,\d\)/);
    const said = await page.innerText(".place-page");
    assert.match(said, /Unsicher in der Nacht: \(?13\s%\)? \(\d+–\d+\), Befragung 2023/);
    assert.match(said, /Erfasste Straftaten: 68,2\sje 1\.000 Einwohner/);
    assert.match(said, /Das Unsicherheitsgefühl ist hier wahrscheinlich niedriger, als die erfassten Straftaten im Vergleich erwarten lassen/);
    assert.match(said, /heißt nicht, dass sich Menschen irren/);
    assert.match(await page.innerText(".ribbon"), /frei erfunden/, "nobody takes the invented survey for a real one");
    await page.click('.place-head button:has-text("Drucken")');
    assert.equal(await printed(), 1);
    assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true })), 2);
    await end();
  });

  test("a coordinator without a pointer, in English, dark", async () => {
    const { page, end } = await open("?view=sources", { colorScheme: "dark" });
    const printed = await countPrints(page);
    await page.goto(`${product.base}/?lang=en`);
    await drawn(page);
    await tabTo(page, "#search-field");
    await page.keyboard.type(TOWN);
    await page.waitForSelector(`#search-hits [role="option"]:has-text("${TOWN}")`);
    await page.keyboard.press("Enter");
    await page.waitForSelector(`.card-name:has-text("${TOWN}")`);
    await tabTo(page, ".place-link a");
    await page.keyboard.press("Enter");
    await page.waitForSelector(`.place-page h1:has-text("${TOWN}")`);
    assert.match((await gap(page))[2]!, /Gap\s+−\d+\.\d \(−\d+\.\d to −\d+\.\d\)/);
    assert.match(await page.innerText(".place-page"), /Unsafe at night: \(?13%\)? \(\d+–\d+\), survey 2023/i);
    await tabTo(page, ".place-head .actions button:last-child");
    await page.keyboard.press("Enter");
    assert.equal(await printed(), 1);
    assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true })), 2);
    await end();
  });

  /** The file that the page gives says under which licence, and that the sample's values are invented. */
  async function holdsItsLicence(file: string, areas: number): Promise<void> {
    const told = await readByGdal(file);
    assert.match(told, new RegExp(`Feature Count: ${areas}\\b`));
    assert.match(told, new RegExp(`${FLOOD}_lower \\(Real\\) = \\d`));
    assert.match(told, /"licenses":\[.*"name":"Apache-2\.0".*"path":"https:\/\/www\.apache\.org\/licenses\/LICENSE-2\.0"/);
    assert.match(told, /"name":"GeoNutzV"/);
    assert.match(told, /"example":true/);
    assert.match(told, new RegExp(`"revision":${product.catalog.revision}\\b`));
  }

  test("a researcher filters, takes a GeoPackage along, and finds the licence inside", async (t) => {
    const { page, end } = await open("");
    await drawn(page);
    await page.click('.tabs a:has-text("Daten und Methoden")');
    await page.fill("#data-find", "hochwasser");
    await page.click(`.entry-name:has-text("${german(FLOOD)}")`);
    await page.waitForSelector(".quality .result-list");
    assert.match(await page.innerText('.entry[data-open="true"]'), /Lizenz[\s\S]*Apache License 2\.0/);
    await page.click('.parts a:has-text("Herunterladen")');
    await page.check("#format-gpkg");
    await page.selectOption("#export-area", DISTRICT.code);
    await page.selectOption("#export-system", "25833");
    await page.getByRole("group", { name: "Indikatoren", exact: true }).last().getByText(german(FLOOD), { exact: false }).first().click();
    await page.getByText("nur die Datei", { exact: false }).click();
    const link = page.locator("#download-file");
    await until("the address holds the choice", async () => /crs=EPSG:25833.*form=file/.test((await link.getAttribute("href")) ?? ""));
    assert.match((await link.getAttribute("href"))!, new RegExp(`area=${DISTRICT.code}`));
    const coming = page.waitForEvent("download");
    await link.click();
    const download = await coming;
    assert.match(download.suggestedFilename(), /\.gpkg$/);
    const file = await download.path();
    if (await hasGdal()) {
      await holdsItsLicence(file, DISTRICT.municipalities);
      assert.match(await readByGdal(file), /UTM zone 33N/);
    } else t.diagnostic("GDAL is missing: the GeoPackage was not opened");
    await end();
  });

  test("a researcher without a pointer, in English", async (t) => {
    const { page, end } = await open(`?lang=en&indicator=${FLOOD}`);
    await drawn(page);
    await tabTo(page, '.tabs a[href*="view=sources"]');
    await page.keyboard.press("Enter");
    await page.waitForSelector(".entry");
    await tabTo(page, "#data-find");
    await page.keyboard.type("flood");
    await until("only indicators of floods are listed", async () => (await texts(page, ".entry-name")).every((name) => /flood/i.test(name)));
    await tabTo(page, '.parts a[href*="part=download"]');
    await page.keyboard.press("Enter");
    await tabTo(page, "#export-area");
    await page.keyboard.type(DISTRICT.name);
    await until("the district is chosen", async () => (await page.inputValue("#export-area")) === DISTRICT.code);
    await tabTo(page, 'input[name="form"]:checked');
    await page.keyboard.press("ArrowDown");
    await until("the address holds the choice", async () => new RegExp(`area=${DISTRICT.code}.*form=file`).test((await page.getAttribute("#download-file", "href")) ?? ""));
    await tabTo(page, "#download-file");
    const coming = page.waitForEvent("download");
    await page.keyboard.press("Enter");
    const file = await (await coming).path();
    if (await hasGdal()) await holdsItsLicence(file, DISTRICT.municipalities);
    else t.diagnostic("GDAL is missing: the GeoPackage was not opened");
    await end();
  });

  const ENDS = [
    ["planner", `?view=allocation&criteria=${WEIGHED}&units=Team~3~~~`, ".finding", ".scenario-table"],
    ["coordinator", "?view=place&area=14522180", ".place-gap", ".place-gap"],
    ["researcher", `?view=sources&part=download&export=gpkg~municipality~~${FLOOD}~newest~${DISTRICT.code}~25833~bare`, "#download-file", ".copy-code"],
  ] as const;

  for (const [who, query, key, paper] of ENDS) {
    test(`the ${who}'s result on a phone, dark and on paper`, async () => {
      for (const lang of ["de", "en"] as const) {
        const { page, end } = await open(`${query}&lang=${lang}`, { ...PHONE, colorScheme: lang === "de" ? "dark" : "light" });
        await page.waitForSelector(key, { state: "attached" });
        if (who === "planner" && !(await page.isVisible(key))) await page.tap("#open-area");
        await page.waitForSelector(key);
        await page.waitForLoadState("networkidle");
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the screen");
        assert.deepEqual(await violations(page), []);
        await end();
      }
      const { page, end } = await open(query, { colorScheme: "dark" });
      await page.waitForSelector(key);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violations(page), []);
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      assert.equal(await page.isVisible(paper), true, "what was found is on paper");
      assert.equal(await page.isVisible(".ribbon"), true, "and that it is invented");
      assert.equal(await page.isVisible(".tabs"), false);
      const ink = (await page.locator(paper).first().evaluate((one) => getComputedStyle(one).color)).match(/\d+/g)!.slice(0, 3).map(Number);
      assert.ok(ink.every((one) => one < 90), `light words (${ink.join()}) cannot be read on paper`);
      await end();
    });
  }

  test("the server goes away and comes back in the middle of each task", async () => {
    const { page, end } = await open("?view=priorities");
    const order = await firstFive(page);
    let back = await takeAway(page);
    await page.locator(".priority-method select").selectOption("topsis");
    await page.waitForSelector(".away");
    assert.match(await page.innerText(".away"), /Was geladen ist, bleibt benutzbar/);
    await back();
    await firstFive(page, order);

    await page.goto(`${product.base}/?view=place`);
    await page.waitForSelector("#place-area optgroup", { state: "attached" });
    back = await takeAway(page);
    await page.selectOption("#place-area", { label: TOWN });
    await page.waitForSelector(".away");
    await back();
    assert.equal((await gap(page)).length, 3);

    await page.goto(`${product.base}/?view=sources&part=download`);
    await page.waitForSelector("#download-file");
    back = await takeAway(page);
    await page.check("#format-csv");
    await page.waitForSelector(".away");
    assert.match((await page.getAttribute("#download-file", "href")) ?? "", /format=csv&/, "the address is there all the same");
    await back();
    const coming = page.waitForEvent("download");
    await page.click("#download-file");
    assert.match((await coming).suggestedFilename(), /\.zip$/);
    await end(/ERR_FAILED|AJAXError/);
  });
});
