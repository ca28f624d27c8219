import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { findProduct, parameter, startBrowser, violations, visit, type Product } from "./harness.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const CHOSEN = "&ranking=weighted-sum&criteria=example_disadvantage:need:80,example_model_support_flood:support:20";

const kept = (page: Page) => page.locator(".sets-way").first().locator(".weight-sets li");
const said = (page: Page) => page.locator("#sets-device-said");

describe("keeping and handing on weights", () => {
  let product: Product;
  let browser: Browser;
  before(async () => {
    product = await findProduct();
    browser = await startBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test("weights are kept on the device under a name, opened, compared, deleted and brought back, by keyboard, and go nowhere", async () => {
    const { page, requests, end } = await visit(browser, product.base, `?view=priorities&lang=de${CHOSEN}`);
    await page.waitForSelector('[data-waiting="false"] .priority-table');
    assert.match(await page.innerText("#sets-device-note"), /nur in diesem Browser auf diesem Gerät/);
    assert.match(await page.innerText(".priority-sets"), /Für alle speichern kann nur das Amt/);
    await page.focus("#sets-name");
    await page.keyboard.press("Enter");
    await said(page).filter({ hasText: "Bitte einen Namen eingeben" }).waitFor();
    assert.equal(await kept(page).count(), 0);
    const asked = requests.length;
    await page.keyboard.type("Hochwasser <80>");
    await page.keyboard.press("Enter");
    await kept(page).filter({ hasText: "Hochwasser <80>" }).waitFor();
    assert.deepEqual(requests.slice(asked).map((one) => one.url()), [], "nothing is sent");
    assert.match(await said(page).innerText(), /„Hochwasser <80>“ ist auf diesem Gerät behalten/);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "sets-name");
    assert.deepEqual(await violations(page), []);

    // A name stands for one alone: nothing is lost by choosing it again.
    await page.keyboard.type("Hochwasser <80>");
    await page.keyboard.press("Enter");
    await said(page).filter({ hasText: "gibt es hier schon" }).waitFor();
    assert.equal(await kept(page).count(), 1);

    // It is still there when the page opens anew with other weights, and opens again.
    await page.goto(`${product.base}/?view=priorities&lang=de&ranking=topsis&criteria=example_disadvantage:need:10,example_model_support_flood:support:90`);
    await page.waitForSelector('[data-waiting="false"] .priority-table');
    await kept(page).getByRole("button", { name: "Wer rückt dagegen? Hochwasser <80>" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".moves-table tbody tr");
    assert.match(await page.innerText(".moves-table thead"), /Platz: Hochwasser <80>/);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Wer rückt?");
    await kept(page).getByRole("link", { name: "Hochwasser <80> öffnen" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => new URL(location.href).searchParams.get("ranking") === "weighted-sum");
    assert.equal(parameter(page, "criteria"), "example_disadvantage:need:80,example_model_support_flood:support:20");

    await kept(page).getByRole("button", { name: "Hochwasser <80> von diesem Gerät löschen" }).focus();
    await page.keyboard.press("Enter");
    await kept(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Löschen rückgängig machen" }).focus();
    await page.keyboard.press("Enter");
    await kept(page).filter({ hasText: "Hochwasser <80>" }).waitFor();
    await kept(page).locator("button").last().click();
    await kept(page).waitFor({ state: "detached" });
    assert.equal(await page.evaluate(() => localStorage.getItem("sozialradar.weights:/")), "[]");
    await end();
  });

  test("while another comparison is on its way, the last one does not stand under its name", async () => {
    const { page, end } = await visit(browser, product.base, `?view=priorities&lang=de${CHOSEN}`);
    await page.waitForSelector('[data-waiting="false"] .priority-table');
    for (const name of ["Erste", "Zweite"]) {
      await page.fill("#sets-name", name);
      await page.keyboard.press("Enter");
      await kept(page).filter({ hasText: name }).waitFor();
      await page.locator(".criterion input").first().focus();
      await page.keyboard.press("ArrowLeft");
      await page.waitForSelector('[data-waiting="false"] .priority-table');
    }
    const against = (name: string): Promise<void> => kept(page).getByRole("button", { name: `Wer rückt dagegen? ${name}` }).click();
    await against("Erste");
    await page.waitForSelector(".moves-table tbody tr");
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { answer = resolve; });
    await page.route("**/api/priorities/comparison*", async (route) => {
      await held;
      await route.continue();
    });
    await against("Zweite");
    await page.waitForSelector(".moves-table", { state: "detached" });
    answer();
    await page.waitForSelector(".moves-table tbody tr");
    assert.match(await page.innerText(".moves-table thead"), /Platz: Zweite/);
    await end();
  });

  test("a browser that refuses its storage, or holds nonsense in it, still shows the order and hands on a link and a file", async () => {
    const refusing = await browser.newContext();
    await refusing.addInitScript(() => {
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("refused", "SecurityError"); } });
    });
    const refused = await refusing.newPage();
    const complaints: string[] = [];
    refused.on("pageerror", (error) => complaints.push(error.message));
    await refused.goto(`${product.base}/?view=priorities&lang=en${CHOSEN}`);
    await refused.waitForSelector('[data-waiting="false"] .priority-table');
    await refused.getByText("This browser does not let the page keep anything here").waitFor();
    assert.equal(await refused.locator("#sets-name").count(), 0);
    const link = await refused.inputValue("#sets-link");
    assert.ok(link.startsWith(product.base) && link.includes("criteria=example_disadvantage:need:80"), link);
    const saving = refused.waitForEvent("download");
    await refused.getByRole("button", { name: "Save as a file (JSON)" }).click();
    const saved = await saving;
    assert.match(saved.suggestedFilename(), /^weights-[0-9a-f]{12}\.json$/);
    const { request } = JSON.parse(await readFile(await saved.path(), "utf8")) as { request: { method: string; criteria: { weight: number }[] } };
    assert.equal(request.method, "weighted-sum");
    assert.deepEqual(request.criteria.map((one) => one.weight), [80, 20]);
    assert.deepEqual(complaints, []);
    await refusing.close();

    const { page, end } = await visit(browser, product.base, "?view=network&lang=de");
    for (const nonsense of ["{", '{"a":1}', '[null,1,{"name":"x"},{"name":"y","savedAt":"z","request":{}}]']) {
      await page.evaluate((text) => { localStorage.setItem("sozialradar.weights:/", text); }, nonsense);
      await page.goto(`${product.base}/?view=priorities&lang=de`);
      await page.waitForSelector("#sets-name");
      assert.equal(await kept(page).count(), 0);
    }
    await page.fill("#sets-name", "Neu");
    await page.keyboard.press("Enter");
    await kept(page).filter({ hasText: "Neu" }).waitFor();
    await end();
  });

  test("the link names weights that the page suggested, and opens the same question elsewhere", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities&lang=de");
    await page.waitForSelector('[data-waiting="false"] .priority-table');
    assert.equal(parameter(page, "criteria"), null);
    const link = await page.inputValue("#sets-link");
    const opened = await visit(browser, product.base, new URL(link).search);
    await opened.page.waitForSelector('[data-waiting="false"] .priority-table');
    assert.deepEqual(await opened.page.locator(".criterion-name").allInnerTexts(), await page.locator(".criterion-name").allInnerTexts());
    assert.notEqual(parameter(opened.page, "criteria"), null);
    await opened.end();
    await end();
  });

  test("a criterion is added only by its button: arrow keys in the closed list add none", async () => {
    const { page, end } = await visit(browser, product.base, `?view=priorities&lang=de${CHOSEN}`);
    await page.waitForSelector("#add-criterion");
    await page.focus("#add-criterion");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowDown");
    const third = await page.locator("#add-criterion option:checked").innerText();
    assert.equal(await page.locator(".criterion").count(), 2, "nothing is added yet");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".criterion").nth(2).waitFor();
    assert.equal(await page.locator(".criterion-name").nth(2).innerText(), third);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "add-criterion", "the next one can be chosen");
    assert.equal(await page.inputValue("#add-criterion"), "");
    await end();
  });

  test("a slider that weighs against nothing says so, until something else is there", async () => {
    const { page, end } = await visit(browser, product.base, "?view=priorities&lang=en&criteria=example_disadvantage:need:80,example_model_support_flood:support:20");
    await page.waitForSelector(".criterion-idle");
    assert.equal(await page.locator(".criterion-idle").count(), 2);
    assert.match(await page.locator(".criterion-idle").first().innerText(), /only criterion of its axis: the weight changes nothing/);
    const described = await page.locator(".criterion input").first().getAttribute("aria-describedby");
    assert.equal(described, await page.locator(".criterion-idle").first().getAttribute("id"));
    await page.locator(".priority-method select").selectOption("weighted-sum");
    await page.locator(".criterion-idle").first().waitFor({ state: "detached" });
    await page.locator(".priority-method select").selectOption("two-axes");
    await page.locator(".criterion-idle").first().waitFor();
    await page.locator(".criterion select").nth(1).selectOption("need");
    await page.locator(".criterion-idle").first().waitFor({ state: "detached" });
    await end(/400/);
  });

  test("360 pixels, in both languages: export, keeping and handing on fit and work", async () => {
    for (const lang of ["de", "en"]) {
      const { page, end } = await visit(browser, product.base, `?view=priorities&lang=${lang}`, PHONE);
      await page.click("#open-area");
      await page.waitForSelector('[data-waiting="false"] .priority-table');
      for (const selector of [".priority-sets input", ".priority-sets button", ".priority-files button"]) {
        for (const one of await page.locator(selector).all()) {
          await one.scrollIntoViewIfNeeded();
          const box = await one.boundingBox();
          assert.ok(box && box.x >= 0 && box.x + box.width <= 360, `${selector} ${JSON.stringify(box)}`);
        }
      }
      const saving = page.waitForEvent("download");
      await page.locator(".priority-files button").first().click();
      assert.match((await saving).suggestedFilename(), lang === "de" ? /prioritaeten/ : /priorities/);
      await page.fill("#sets-name", "Probe");
      await page.keyboard.press("Enter");
      await kept(page).filter({ hasText: "Probe" }).waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(await violations(page), []);
      await end();
    }
  });
});
