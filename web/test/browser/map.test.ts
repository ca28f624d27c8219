import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Indicator } from "../../src/api/types.js";
import { LIGHT } from "../../src/map/theme.js";
import { drawn, findProduct, legendColours, mapColours, moved, parameter, pdfPages, startBrowser, texts, until, visit, type Product } from "./harness.js";

describe("the map page", () => {
  let product: Product;
  let browser: Browser;
  let shares: Indicator[];
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
    shares = product.catalog.indicators.filter((one) => one.kind !== "extensive" && one.levels.includes("district") && one.periods.length > 1);
    assert.ok(shares.length >= 2, "the sample has two shares with several years");
  });
  after(async () => {
    await browser.close();
  });

  test("opens with an indicator, in German, and draws the classes of its legend", async () => {
    const { page, tiles, end } = await visit(browser, product.base);
    await drawn(page);
    assert.equal(await page.getAttribute("html", "lang"), "de");
    assert.notEqual(parameter(page, "indicator"), null);
    assert.equal((await texts(page, ".legend-classes li")).length, 5);
    assert.ok(tiles().length > 0);
    const onMap = await mapColours(page);
    for (const colour of await legendColours(page)) assert.ok(onMap.slice(0, 60).includes(colour), `${colour} of the legend is not on the map`);
    assert.match((await page.innerText(".attribution")), /BKG/);
    assert.match((await page.innerText(".maplibregl-ctrl-scale")), /\d+\s*km/);
    await end();
  });

  test("the selected area is outlined on the map, also in a link, and no other; the pointer outlines what lies below it", async () => {
    const { code } = await product.find("Zittau");
    const plain = await visit(browser, product.base, "?z=9&lat=50.9&lon=14.7");
    await drawn(plain.page);
    const before = await mapColours(plain.page);
    assert.ok(!before.includes(LIGHT.accent) && !before.includes(LIGHT.ink));
    await plain.page.locator(".map").hover();
    await plain.page.waitForSelector(".hover-card");
    await until("what lies below the pointer has an outline", async () => (await mapColours(plain.page)).includes(LIGHT.ink));
    await plain.end();
    const { page, end } = await visit(browser, product.base, `?area=${code}`);
    await drawn(page);
    assert.ok((await mapColours(page)).includes(LIGHT.accent));
    await end();
  });

  test("another indicator or year fetches no tile", async () => {
    const [first, second] = shares;
    const { page, tiles, requests, end } = await visit(browser, product.base, `?indicator=${first!.id}`);
    await drawn(page);
    assert.ok(tiles().length > 0);
    const before = await legendColours(page).then(() => texts(page, ".legend-classes li"));
    await page.selectOption("#indicator", second!.id);
    await page.waitForFunction((id) => new URL(location.href).searchParams.get("indicator") === id, second!.id);
    await drawn(page);
    await page.waitForFunction((old) => document.querySelector(".legend-classes li")?.textContent !== old, (before[0] ?? "").replace("\n", ""));
    assert.equal(await page.innerText(".stage-head h1"), second!.name.de);
    const year = second!.periods[0]!;
    await page.selectOption("#year", year);
    await page.waitForResponse((response) => response.url().includes(`period=${year}`) && response.url().includes("/values"));
    await drawn(page);
    assert.equal(parameter(page, "year"), year);
    await page.click(".stepper button:last-child");
    await drawn(page);
    assert.equal(parameter(page, "year"), second!.periods[1]);
    assert.deepEqual(tiles(), []);
    assert.ok(requests.some((request) => /\/api\/revisions\/\d+\/indicators\//.test(request.url())));
    await end();
  });

  test("another level draws other areas", async () => {
    const { page, tiles, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    tiles();
    const municipalities = await page.innerText(".figure-title");
    await page.selectOption("#level", "district");
    await page.waitForFunction((old) => document.querySelector<HTMLElement>(".figure-title")?.innerText !== old, municipalities);
    await drawn(page);
    assert.equal(parameter(page, "level"), "district");
    assert.match(await page.innerText(".figure-title"), /\b1[0-9] Gebiete/);
    await end();
  });

  test("methods, class counts and own bounds change the classes; colours follow", async () => {
    const { page, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    const rows = async (): Promise<string[]> => {
      await drawn(page);
      return texts(page, ".legend-classes li");
    };
    const seen = new Set<string>();
    for (const method of ["quantile", "equal", "jenks", "stddev"]) {
      await page.selectOption("#method", method);
      await page.waitForFunction((wanted) => new URL(location.href).searchParams.get("method") === wanted, method);
      seen.add((await rows()).join());
    }
    assert.equal(seen.size, 4, "four methods, four ways to class");
    await page.selectOption("#method", "quantile");
    await page.selectOption("#classes", "7");
    await page.waitForFunction(() => document.querySelectorAll(".legend-classes li").length === 7);
    await page.selectOption("#method", "manual");
    await page.waitForSelector("#breaks");
    await page.fill("#breaks", "9; 3; 5");
    await page.press("#breaks", "Enter");
    assert.equal(await page.getAttribute("#breaks", "aria-invalid"), "true");
    const bounds = await page.evaluate(() => new URL(location.href).searchParams.get("breaks"));
    const [low, high] = [bounds!.split(",")[1]!, bounds!.split(",")[4]!];
    await page.fill("#breaks", `${low.replace(".", ",")}; ${high.replace(".", ",")}`);
    await page.press("#breaks", "Enter");
    await page.waitForFunction(() => document.querySelectorAll(".legend-classes li").length === 3);
    assert.equal(parameter(page, "breaks"), `${low},${high}`);
    const before = await legendColours(page);
    await page.click('.schemes label:has(input[value="viridis"])');
    await page.waitForFunction((old) => document.querySelector(".legend-classes rect")?.getAttribute("fill") !== old, before[0]);
    await drawn(page);
    const onMap = await mapColours(page);
    for (const colour of await legendColours(page)) assert.ok(onMap.includes(colour));
    await end();
  });

  test("a class pointed at stands out; switched on, it stays", async () => {
    const { page, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    const [first, second] = await legendColours(page);
    const share = async (colour: string): Promise<number> => (await mapColours(page)).indexOf(colour);
    assert.ok((await share(second!)) >= 0);
    await page.click(".legend-classes li:first-child button");
    assert.equal(await page.getAttribute(".legend-classes li:first-child button", "aria-pressed"), "true");
    await page.mouse.move(700, 140);
    await until("the other classes fade", async () => !(await mapColours(page)).slice(0, 12).includes(second!));
    assert.ok((await mapColours(page)).includes(first!), "the chosen class keeps its colour");
    await end();
  });

  test("the card: value with unit, year and status, words before numbers, source", async () => {
    const indicator = shares[0]!;
    const year = indicator.periods.at(-1)!;
    const area = await product.find("Freiberg");
    const { page, end } = await visit(browser, product.base, `?indicator=${indicator.id}&area=${area.code}`);
    await drawn(page);
    const card = page.locator(".panel-right .card");
    await card.locator(".value-line").waitFor();
    assert.equal(await card.locator(".card-name").innerText(), "Freiberg");
    const head = await card.innerText();
    assert.ok(head.includes(area.district!.name));
    const { value, facts } = { value: await card.locator(".value-line").innerText(), facts: await card.locator(".value-facts").innerText() };
    assert.match(value, /\d/);
    assert.ok(value.includes(indicator.unit.symbol.de));
    assert.match(facts, new RegExp(`(Vollerhebung|–|Genauigkeit).*${year}.*(gemeldet|Modellwert|umgerechnet|vorläufig)`, "s"));
    const relations = await texts(page, ".panel-right .relations li");
    assert.equal(relations.length, 2);
    for (const sentence of relations) assert.match(sentence, /^(Etwa gleich wie|Höher als|Niedriger als|Wahrscheinlich höher als|Wahrscheinlich niedriger als) .+ \(.*\d.*\)$/);
    assert.doesNotMatch(head, /Rang|Platz \d/);
    const source = await card.locator(".source").innerText();
    const dataset = product.catalog.datasets.find((one) => one.id === indicator.dataset)!;
    for (const part of [dataset.publisher, dataset.licence.title, dataset.attribution, "Stand"]) assert.ok(source.includes(part), `${part} is missing in: ${source}`);
    assert.equal(indicator.example, facts.includes("erfunden"));
    await page.click(".profile summary");
    assert.ok((await texts(page, ".profile tbody tr")).length >= 2);
    await end();
  });

  test("pointing shows a card, a click selects, and so does Enter for those who move the map with keys", async () => {
    const area = await product.find("Dresden");
    const { page, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    await page.fill("#search-field", "Dresden");
    await page.waitForSelector(".hit-active");
    await page.press("#search-field", "Enter");
    await page.waitForSelector(".panel-right .card-head");
    await page.click(".card-head button");
    await moved(page);
    await drawn(page);
    assert.equal(parameter(page, "area"), null);
    const box = (await page.locator(".maplibregl-canvas").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    const card = (await page.locator(".hover-card").boundingBox())!;
    assert.ok(card.y >= box.y && card.y + card.height <= box.y + box.height, `the first card lies on the map: ${JSON.stringify(card)}`);
    const hover = await page.locator(".hover-card").innerText();
    for (const part of ["Dresden", "Vollerhebung", "Stand"]) assert.ok(hover.includes(part), `${part} is missing in: ${hover}`);
    await page.mouse.click(x, y);
    await page.waitForSelector(".panel-right .card-head");
    assert.equal(parameter(page, "area"), area.code);
    await page.click(".card-head button");
    await page.focus(".maplibregl-canvas");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".panel-right .card-head");
    assert.equal(parameter(page, "area"), area.code);
    await end();
  });

  test("a bar of the histogram shows its classes alone, with pointer or keyboard, and the link keeps them", async () => {
    const { page, tiles, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    const [first, , , , last] = await legendColours(page);
    tiles();
    await page.focus('.bars [tabindex="0"]');
    assert.equal(await page.locator('.bars [role="button"][tabindex="0"]').count(), 1, "the keyboard enters the bars once");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".legend .chosen-classes");
    assert.equal(parameter(page, "only"), "5");
    assert.equal(await page.getAttribute(".legend-classes li:last-child button", "aria-pressed"), "true");
    const counts = /(\d+) von (\d+) Gebieten/.exec(await page.innerText(".legend .chosen-classes"))!.map(Number);
    assert.ok(counts[1]! > 0 && counts[1]! < counts[2]!);
    await until("other classes have no colour", async () => !(await mapColours(page)).slice(0, 30).includes(first!));
    assert.ok((await mapColours(page)).includes(last!));
    assert.deepEqual(tiles(), []);
    await page.reload();
    await drawn(page);
    assert.equal(parameter(page, "only"), "5");
    await until("the choice shows again", async () => !(await mapColours(page)).slice(0, 30).includes(first!));
    await page.click(".tabs a:nth-child(2)");
    await page.waitForSelector(".values-table tbody tr");
    assert.equal(await page.locator(".values-table tbody tr").count(), counts[1]);
    await page.click(".values .chosen-classes button");
    await page.waitForFunction((n) => document.querySelectorAll(".values-table tbody tr").length > n, counts[1]!);
    assert.equal(parameter(page, "only"), null);
    await page.click(".tabs a:first-child");
    await drawn(page);
    await page.click(".bars .bar:first-of-type");
    await page.waitForSelector(".legend .chosen-classes");
    assert.equal(parameter(page, "only"), "1");
    await page.focus('.bars [tabindex="0"]');
    await page.keyboard.press("Escape");
    await page.waitForSelector(".legend .chosen-classes", { state: "detached" });
    assert.equal(parameter(page, "only"), null);
    await end();
  });

  test("the time slider goes through the years with the keyboard, and fetches no tile", async () => {
    const indicator = shares[0]!;
    const { page, tiles, end } = await visit(browser, product.base, `?indicator=${indicator.id}`);
    await drawn(page);
    tiles();
    const slider = page.locator("#year-slider");
    assert.equal(await slider.getAttribute("aria-valuetext"), indicator.periods.at(-1));
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await until("the address follows", () => Promise.resolve(parameter(page, "year") === indicator.periods.at(-2)));
    assert.equal(await page.inputValue("#year"), indicator.periods.at(-2));
    await page.keyboard.press("Home");
    await until("the first year shows", async () => (await page.innerText(".stage-head .note")).includes(indicator.periods[0]!));
    await drawn(page);
    assert.equal(parameter(page, "year"), indicator.periods[0]);
    assert.deepEqual(tiles(), []);
    await page.click(".keep-bounds");
    await page.waitForSelector("#breaks");
    const bounds = await texts(page, ".legend-classes li span:first-of-type");
    await slider.focus();
    await page.keyboard.press("End");
    await until("the last year shows", () => Promise.resolve(parameter(page, "year") === indicator.periods.at(-1)));
    await drawn(page);
    assert.deepEqual((await texts(page, ".legend-classes li span:first-of-type")).slice(1, -1), bounds.slice(1, -1), "kept bounds hold for every year");
    await end();
  });

  test("transparent colours stand in the address and in the legend; borders of districts are a switch", async () => {
    const { page, tiles, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    const [first] = await legendColours(page);
    assert.ok((await mapColours(page)).includes("#3d4b55"), "borders of districts are on the map");
    tiles();
    await page.focus("#transparency");
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    await until("the address follows", () => Promise.resolve(parameter(page, "transparency") === "40"));
    await until("the colours let the ground through", async () => !(await mapColours(page)).includes(first!));
    assert.equal(await page.getAttribute(".legend-classes rect", "fill-opacity"), "0.6");
    await page.click("#layer-borders");
    await until("the borders are gone", async () => !(await mapColours(page)).includes("#3d4b55"));
    assert.equal(parameter(page, "borders"), "0");
    assert.equal(await page.locator(".legend-borders").count(), 0);
    assert.deepEqual(tiles(), []);
    await end();
  });

  test("the picture has title, legend, sources, date and the word that values are invented; its script is read when wanted", async () => {
    const indicator = product.catalog.indicators.find((one) => one.example && one.kind !== "extensive" && one.levels.includes("municipality"))!;
    const { page, requests, end } = await visit(browser, product.base, `?indicator=${indicator.id}&only=2`);
    await drawn(page);
    assert.ok(!requests.some((request) => request.url().includes("map-image")), "nobody wanted a picture yet");
    await page.evaluate(() => {
      const words: string[] = [];
      Object.assign(window, { drawnWords: words });
      // eslint-disable-next-line @typescript-eslint/unbound-method
      const original = CanvasRenderingContext2D.prototype.fillText as (this: CanvasRenderingContext2D, ...parameters: unknown[]) => void;
      CanvasRenderingContext2D.prototype.fillText = function (this: CanvasRenderingContext2D, ...parameters: unknown[]) {
        words.push(String(parameters[0]));
        original.apply(this, parameters);
      } as typeof CanvasRenderingContext2D.prototype.fillText;
    });
    const download = page.waitForEvent("download");
    await page.click('.actions button:has-text("Als Bild")');
    assert.match((await download).suggestedFilename(), new RegExp(`^example-.*${indicator.id}-.*\\.png$`));
    assert.ok(requests.some((request) => request.url().includes("map-image")));
    const words = await page.evaluate(() => (window as unknown as { drawnWords: string[] }).drawnWords.join("\n"));
    const year = new Date().getFullYear();
    for (const part of [indicator.name.de, "Beispieldaten – frei erfunden", "Nur gewählte Klassen", "Grenze eines Kreises", "BKG", "Datenstand", `Erstellt am `, String(year)]) assert.ok(words.includes(part), `${part} is missing in: ${words}`);
    const classes = words.split("\n").filter((line) => / bis .*\(\d+ Gebiete?\)/.test(line));
    assert.equal(classes.length, 1, "the picture explains the class that it shows");
    await end();
  });

  test("the printed map fits on one page, with title, legend, sources, date and the word that values are invented", async () => {
    const { page, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}&lang=en`);
    await drawn(page);
    await page.click(".sign-guide summary");
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => { dispatchEvent(new Event("beforeprint")); });
    const seen = async (selector: string): Promise<string> => {
      assert.equal(await page.locator(selector).first().isVisible(), true, `${selector} is on the page`);
      return page.locator(selector).first().innerText();
    };
    assert.equal(await seen(".stage-head h1"), shares[0]!.name.en);
    assert.match(await seen(".ribbon"), /Example data/);
    assert.match(await seen(".legend"), /border of a district/);
    assert.match(await seen(".attribution"), /BKG/);
    assert.match(await seen(".print-foot"), new RegExp(`Made on \\d{1,2} \\w+ ${new Date().getFullYear()}`));
    for (const hidden of [".sign-guide", ".panel-left", ".actions", ".zoom"]) assert.equal(await page.locator(hidden).first().isVisible(), false, `${hidden} stays off the paper`);
    await page.evaluate(() => { dispatchEvent(new Event("afterprint")); });
    await page.emulateMedia({ media: null });
    assert.equal(pdfPages(await page.pdf({ preferCSSPageSize: true })), 1);
    await end();
  });

  test("tiles that did not come while the server was away come by themselves when it is back", async () => {
    const { page, requests, end } = await visit(browser, product.base, `?indicator=${shares[0]!.id}`);
    await drawn(page);
    let away = true;
    await page.route(/\/(api|health|tiles)\//, (route) => (away ? route.abort() : route.continue()));
    for (let step = 0; step < 3; step++) await page.click(".zoom button:first-child");
    await page.waitForSelector(".away");
    await page.waitForSelector(".map-hint");
    const failures = () => new Set(requests.filter((request) => request.failure() !== null && request.url().includes(".mvt")).map((request) => request.url()));
    // Tiles of the zooms in between fail first; only those of the last one come back.
    let before = 0;
    await until("the map has come to rest", async () => {
      const known = before;
      before = failures().size;
      await page.waitForTimeout(1500);
      return known > 0 && failures().size === known;
    });
    const failed = failures();
    away = false;
    await page.waitForSelector(".away", { state: "detached", timeout: 90_000 });
    await page.waitForSelector(".map-hint", { state: "detached" });
    await drawn(page);
    await until("the tiles in view have come", async () => {
      const answers = await Promise.all(requests.filter((request) => failed.has(request.url())).map(async (request) => (await request.response())?.status()));
      return answers.includes(200);
    });
    const onMap = await mapColours(page);
    assert.ok((await legendColours(page)).some((colour) => onMap.slice(0, 8).includes(colour)), "the areas have their colours");
    await end(/ERR_FAILED|Failed to fetch|NetworkError/i);
  });
});
