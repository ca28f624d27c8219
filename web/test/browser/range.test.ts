import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { drawn, findProduct, legendColours, mapColours, parameter, pdfPages, startBrowser, until, violations, visit, type Product } from "./harness.js";

const grip = (end: "low" | "high"): string => `.range-grip[data-end="${end}"]`;
const bounds = (page: Page): number[] => (parameter(page, "range") ?? "").split(",").map(Number);

describe("a range of values", () => {
  let product: Product;
  let browser: Browser;
  let indicator: string;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
    indicator = product.catalog.indicators.find((one) => one.unit.id === "percent" && one.result === null && one.levels.includes("municipality"))!.id;
  });
  after(async () => {
    await browser.close();
  });

  const counted = async (page: Page): Promise<number[]> => {
    const note = await page.innerText(".legend .chosen-classes");
    return /(\d+) (?:von|of) (\d+) (?:Gebieten|areas)/.exec(note)!.slice(1).map(Number);
  };
  const classSum = async (page: Page): Promise<number> => (await page.locator(".legend-classes .legend-n").allInnerTexts()).reduce((sum, one) => sum + Number(one), 0);

  test("is dragged over the bars; map, legend, table, address and picture hold the same", async () => {
    const { page, tiles, end } = await visit(browser, product.base, `?lang=de&indicator=${indicator}`);
    await drawn(page);
    const colours = await legendColours(page);
    tiles();
    const bars = page.locator(".bars");
    await bars.scrollIntoViewIfNeeded();
    const box = (await bars.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.1, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.2, box.y + 40, { steps: 4 });
    await page.mouse.move(box.x + box.width * 0.35, box.y + 44, { steps: 4 });
    await page.mouse.up();
    await page.waitForSelector(".legend .chosen-classes");
    assert.equal(parameter(page, "only"), null, "the click that ends the drag chooses no class");
    const [low, high] = bounds(page);
    assert.ok(low! < high!, page.url());
    const [n, all] = await counted(page);
    assert.ok(n! > 0 && n! < all!);
    assert.equal(await classSum(page), n);
    const last = colours.at(-1)!;
    await until("areas outside are pale", async () => !(await mapColours(page)).slice(0, 30).includes(last));
    assert.equal(await page.locator(".range-outside").count(), 2);
    assert.deepEqual(tiles(), []);
    assert.deepEqual(await violations(page), []);

    await page.reload();
    await drawn(page);
    assert.deepEqual(bounds(page), [low, high]);
    assert.deepEqual(await counted(page), [n, all]);
    const [picture] = await Promise.all([page.waitForEvent("download"), page.click('button:has-text("Als Bild")')]);
    assert.equal(await picture.failure(), null);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".legend .chosen-classes").isVisible());
    assert.ok(pdfPages(await page.pdf()) > 0);
    await page.emulateMedia({ media: "screen" });
    await page.click(".tabs a:nth-child(2)");
    await page.waitForSelector(".values-table tbody tr");
    assert.match(await page.innerText(".values .chosen-classes"), /Nur Werte von .* bis /);
    await until("the table holds the range", async () => (await page.locator(".values-table tbody tr").count()) === Math.min(n!, 200) || (await page.locator(".values-table tbody tr").count()) === n);
    await page.click(".values .chosen-classes button");
    await until("all show", () => Promise.resolve(parameter(page, "range") === null));
    await end();
  });

  test("its ends are moved with the keyboard, and Esc shows all again", async () => {
    const { page, end } = await visit(browser, product.base, `?lang=en&indicator=${indicator}`);
    await drawn(page);
    await page.focus(grip("low"));
    for (const key of ["PageUp", "PageUp", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    await page.waitForSelector(".legend .chosen-classes");
    const [low] = bounds(page);
    assert.equal(await page.getAttribute(grip("low"), "aria-valuenow"), String(low));
    assert.match((await page.getAttribute(grip("low"), "aria-valuetext"))!, /%$/);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-end")), "high");
    await page.keyboard.press("PageDown");
    await until("the upper bound has moved", () => Promise.resolve(bounds(page)[1]! < Number.POSITIVE_INFINITY && bounds(page)[0] === low));
    const before = await counted(page);
    await page.keyboard.press("PageDown");
    await until("fewer show", async () => (await counted(page))[0]! < before[0]!);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".legend .chosen-classes", { state: "detached" });
    assert.equal(parameter(page, "range"), null);
    await end();
  });

  test("classes replace it, and it replaces classes", async () => {
    const { page, end } = await visit(browser, product.base, `?lang=en&indicator=${indicator}&only=2`);
    await drawn(page);
    await page.focus(grip("high"));
    await page.keyboard.press("PageDown");
    await until("a range stands in the address", () => Promise.resolve(parameter(page, "range") !== null));
    assert.equal(parameter(page, "only"), null);
    assert.match(await page.innerText(".legend .chosen-classes"), /^Values from/);
    await page.click(".legend-classes li:last-child button");
    await until("a class stands in the address", () => Promise.resolve(parameter(page, "only") === "5"));
    assert.equal(parameter(page, "range"), null);
    assert.match(await page.innerText(".legend .chosen-classes"), /^Chosen classes only/);
    await end();
  });

  test("keys and fingers that only pass by leave chosen classes alone", async () => {
    const { page, end } = await visit(browser, product.base, `?lang=en&indicator=${indicator}&only=2`);
    await drawn(page);
    await page.focus('.bar[tabindex="0"]');
    for (const focused of ["low", "high"]) {
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-end")), focused);
      assert.equal(parameter(page, "only"), "2");
    }
    const bars = page.locator(".bars");
    const cancel = (): Promise<void> => bars.dispatchEvent("pointercancel", { pointerId: 1 });
    await bars.scrollIntoViewIfNeeded();
    const box = (await bars.boundingBox())!;
    const noted = (): Promise<string> => page.innerText(".legend .chosen-classes");
    await page.mouse.move(box.x + box.width * 0.2, box.y + 40);
    await page.mouse.down();
    await cancel();
    assert.match(await noted(), /^Chosen classes only/);
    assert.equal(parameter(page, "only"), "2");
    await page.mouse.up();
    await page.locator(".legend-classes button").first().hover();

    await page.mouse.move(box.x + box.width * 0.2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 4 });
    await until("a range is dragged", async () => (await noted()).startsWith("Values from"));
    await cancel();
    await until("the classes are back", async () => (await noted()).startsWith("Chosen classes only"));
    assert.equal(parameter(page, "range"), null);
    await end();
  });

  test("a range from below zero stands on a logarithmic axis too", async () => {
    const counts = product.catalog.indicators.find((one) => one.id === product.catalog.population)!;
    const { page, end } = await visit(browser, product.base, `?lang=en&indicator=${counts.id}&level=municipality&range=-5,1000`);
    await drawn(page);
    assert.match(await page.innerText(".distribution figcaption"), /logarithmic/);
    assert.deepEqual(await page.locator(".bars *").evaluateAll((parts) => parts.flatMap((part) => [...part.attributes].map((one) => one.value).filter((value) => value.includes("NaN")))), []);
    await page.focus(grip("low"));
    await page.keyboard.press("ArrowRight");
    await until("the low bound has moved", () => Promise.resolve(bounds(page)[0]! > 0 && bounds(page)[1] === 1000));
    await end();
  });

  test("signs are counted among the areas shown", async () => {
    const modelled = product.catalog.indicators.find((one) => one.result?.kind === "model" && one.levels.includes("municipality"))!;
    const { page, end } = await visit(browser, product.base, `?lang=en&indicator=${modelled.id}&level=municipality&uncertainty=1&only=1`);
    await drawn(page);
    const [n] = await counted(page);
    assert.match(await page.innerText(".legend-counted"), new RegExp(`\\(${n} area`));
    for (const count of await page.locator(".legend-signs:not(.legend-borders) .legend-n").allInnerTexts()) assert.ok(count === "" || Number(count.replaceAll(",", "")) <= n!, count);
    await end();
  });

  test("on a phone its ends are moved by touch, and nothing is cut off", async () => {
    const { page, end } = await visit(browser, product.base, `?lang=de&indicator=${indicator}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await drawn(page);
    await page.click(".mobile-bar button:first-of-type");
    await page.locator(".bars").scrollIntoViewIfNeeded();
    const box = (await page.locator(grip("high")).locator(".grip-reach").boundingBox())!;
    assert.ok(box.width >= 23 && box.height >= 23, `${box.width} × ${box.height}`);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 80, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await until("a range stands in the address", () => Promise.resolve(parameter(page, "range") !== null));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await violations(page), []);
    await end();
  });
});
