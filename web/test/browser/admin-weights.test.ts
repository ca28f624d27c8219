import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { administered, file, signIn } from "./administered.js";
import { parameter, startBrowser, violations, visit } from "./harness.js";

describe("administration of weight sets", () => {
  const server = administered();
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
    // A run that broke off may have left some.
    const { weightSets } = (await (await fetch(`${server.open}/api/weight-sets`)).json()) as { weightSets: { id: string }[] };
    for (const { id } of weightSets) await fetch(`${server.port}/api/admin/weight-sets/${id}`, { method: "DELETE", headers: { Authorization: `Bearer ${server.admin}` } });
  });
  after(async () => {
    await browser.close();
  });

  test("a weight set is stored for everybody from a link, shows in the view priorities, is renamed, and deleted after a question", async () => {
    const { page, end } = await signIn(browser, server.admin, "?view=weights&lang=de");
    const section = page.locator(".admin-section:not([hidden])");
    await section.locator(".empty").waitFor();
    await page.waitForSelector("#weights-link:enabled");
    await section.locator(".primary").click();
    await page.waitForSelector("#weights-link:focus");
    assert.match(await page.innerText("#weights-link-wrong"), /Link einfügen oder eine Datei wählen/);
    assert.match(await page.innerText("#weights-name-wrong"), /Bitte ausfüllen/);
    assert.deepEqual(await violations(page), []);
    await page.fill("#weights-link", `${server.open}/?view=map`);
    assert.match(await page.innerText("#weights-link-wrong"), /zu einer anderen Ansicht/);
    const link = `${server.open}/?view=priorities&level=municipality&edition=2023&ranking=weighted-sum&criteria=example_disadvantage:need:70,example_model_support_flood:support:30`;
    await page.fill("#weights-link", `${server.open}/?view=priorities&criteria=vanished:need:70`);
    assert.match(await page.innerText("#weights-link-wrong"), /vanished/);
    await page.fill("#weights-link", link);
    await page.locator(".weight-preview").waitFor();
    assert.match(await page.innerText(".weight-preview"), /Das wird gespeichert:[\s\S]*Bedarf, Gewicht 70[\s\S]*erwartete Unterstützung, Gewicht 30[\s\S]*Gemeinden 2023 · Gewichtete Summe/);
    assert.equal(await page.innerText("#weights-link-wrong"), "");
    await page.fill("#weights-name", "Hochwasser <erfunden>");
    await page.keyboard.press("Enter");
    const row = page.locator(".weights tbody tr");
    await row.filter({ hasText: "Hochwasser <erfunden>" }).waitFor();
    assert.equal(await page.inputValue("#weights-name"), "");
    const stored = async (): Promise<{ id: string; name: string }[]> => ((await (await fetch(`${server.open}/api/weight-sets`)).json()) as { weightSets: { id: string; name: string }[] }).weightSets;
    const [first] = await stored();
    assert.equal(first?.name, "Hochwasser <erfunden>");

    const shown = await visit(browser, server.open, "?view=priorities&lang=de");
    await shown.page.locator(".weight-sets li", { hasText: "Hochwasser <erfunden>" }).locator("a").click();
    await shown.page.waitForFunction(() => new URL(location.href).searchParams.get("ranking") === "weighted-sum");
    assert.match(parameter(shown.page, "criteria") ?? "", /example_disadvantage:need:70/);
    await shown.end();

    // The same question under another name is no second one; what was changed is said.
    await page.fill("#weights-link", link);
    await page.fill("#weights-name", "Zweite");
    await page.keyboard.press("Enter");
    await section.locator("[role=status]", { hasText: "war schon als „Hochwasser <erfunden>“ gespeichert; sie heißt jetzt „Zweite“" }).waitFor();
    assert.deepEqual((await stored()).map((one) => [one.id, one.name]), [[first.id, "Zweite"]]);

    // Renaming takes over nothing that was entered for another one, and leads back to where it began.
    await page.fill("#weights-link", link);
    await page.fill("#weights-name", "Angefangen");
    const began = row.locator("button", { hasText: "Umbenennen" });
    const isBack = async (): Promise<unknown> => page.waitForFunction((id) => document.activeElement?.id === id, await began.getAttribute("id"));
    await began.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("#weights-new-name:focus");
    assert.equal(await page.locator("#weights-link").isVisible(), false);
    assert.deepEqual(await violations(page), []);
    await section.locator("button", { hasText: "Abbrechen" }).click();
    await page.waitForSelector("#weights-new-name", { state: "detached" });
    await isBack();
    assert.deepEqual([await page.inputValue("#weights-link"), await page.inputValue("#weights-name")], [link, "Angefangen"]);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#weights-new-name:focus");
    // Its text is selected: typing replaces it.
    await page.keyboard.type("Dritte");
    await page.keyboard.press("Enter");
    await row.filter({ hasText: "Dritte" }).waitFor();
    await isBack();
    assert.equal(await page.inputValue("#weights-name"), "Angefangen");
    await page.fill("#weights-name", "");
    assert.deepEqual((await stored()).map((one) => [one.id, one.name]), [[first.id, "Dritte"]]);

    const again = { name: "Aus einer Datei", request: { level: "municipality", criteria: [{ indicator: "example_disadvantage", role: "need", weight: 1 }], method: "topsis" } };
    await page.setInputFiles("#weights-file", file("weights.json", "{}"));
    await page.waitForSelector("#weights-file-wrong:not(:empty)");
    assert.match(await page.innerText("#weights-file-wrong"), /keine Datei mit einer Gewichtung/);
    await page.setInputFiles("#weights-file", file("weights.json", JSON.stringify(again)));
    await page.locator(".weight-preview").waitFor();
    assert.equal(await page.inputValue("#weights-name"), "Aus einer Datei");
    await page.focus("#weights-name");
    await page.keyboard.press("Enter");
    await row.filter({ hasText: "Aus einer Datei" }).waitFor();
    assert.equal(await row.count(), 2);
    assert.deepEqual(await violations(page), []);

    await page.click(".languages a[lang=en]");
    for (const name of ["Dritte", "Aus einer Datei"]) {
      await row.filter({ hasText: name }).locator("button", { hasText: "Delete" }).click();
      const dialog = page.locator("dialog[open]");
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /Everybody loses it from the list[\s\S]*cannot be undone/);
      assert.deepEqual(await violations(page), []);
      await dialog.locator(".danger").click();
      await row.filter({ hasText: name }).waitFor({ state: "detached" });
      await page.waitForSelector(".admin-section:not([hidden]) h2:focus");
    }
    assert.deepEqual(await stored(), []);
    await end();
  });

  test("an editor stores and renames weight sets, but deletes none", async () => {
    const { page, end } = await signIn(browser, server.editor, "?view=weights&lang=en");
    await page.waitForSelector("#weights-link:enabled");
    await page.fill("#weights-link", `${server.open}/?view=priorities&criteria=example_disadvantage:need:70&ranking=topsis`);
    await page.fill("#weights-name", "Of an editor");
    await page.keyboard.press("Enter");
    const row = page.locator(".weights tbody tr", { hasText: "Of an editor" });
    await row.waitFor();
    assert.deepEqual(await row.locator("button").allInnerTexts(), ["Rename"]);
    assert.match(await page.innerText(".admin-section:not([hidden])"), /Only a token with the role admin may delete/);
    await end();
  });
});
