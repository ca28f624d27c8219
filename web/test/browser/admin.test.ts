import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Section } from "../../src/admin/address.js";
import type { AreaEntry } from "../../src/api/types.js";
import { administered, file, invented, signIn } from "./administered.js";
import { parameter, startBrowser, texts, violations, visit, type Visit } from "./harness.js";

const ROOT = process.env.WEB_ROOT ?? ".";
const READY_MADE = join(ROOT, "../scripts/questionnaires/sicherheit.yaml");
const WRONG_TOKEN = `radar-00000000-${"0".repeat(64)}`;

describe("administration", () => {
  const server = administered();
  let browser: Browser;
  let questionnaire: string;
  let answers: string;
  before(async () => {
    browser = await startBrowser();
    questionnaire = await readFile(READY_MADE, "utf8");
    const response = await fetch(`${server.open}/api/areas?edition=2023&level=municipality&limit=20000`);
    const { areas } = (await response.json()) as { areas: AreaEntry[] };
    answers = invented(questionnaire, areas.slice(0, 30), 900);
  });
  after(async () => {
    await browser.close();
  });

  const signedIn = (token: string, query: string, options: BrowserContextOptions = {}): Promise<Visit> => signIn(browser, token, query, options);

  const go = (page: Page, section: Section): Promise<void> => page.click(`.tabs a[href*="view=${section}"]`);

  const shownJob = (page: Page) => page.locator(".admin-section:not([hidden]) .job");

  async function state(page: Page, wanted: RegExp): Promise<void> {
    const state = shownJob(page).locator(".job-state", { hasText: wanted });
    await state.waitFor();
  }

  test("a wrong token is refused in words, a good one stays in the page alone", async () => {
    const { page, end, requests } = await visit(browser, server.port, "?lang=en");
    await page.waitForSelector("#token:focus");
    assert.match(await page.innerText("#token-note"), /in no cookie, no address, not on the disk/);
    assert.deepEqual(await violations(page), []);
    await page.fill("#token", WRONG_TOKEN);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".failure-text");
    assert.match(await page.innerText("[role=alert]"), /^Signing in failed\. This token is not good/);
    assert.equal(await page.inputValue("#token"), "");
    await page.fill("#token", server.editor);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".tabs");
    assert.match(await page.innerText(".admin-who"), /Token: import \(editor\)/);
    const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href, history.state]));
    assert.doesNotMatch(kept, /radar-/);
    for (const request of requests) assert.doesNotMatch(request.url(), /radar-/);
    await page.click(".languages a[lang=de]");
    await page.waitForSelector("html[lang=de]");
    assert.match(await page.innerText(".admin-who"), /Token: einlesen/);
    await page.reload();
    await page.waitForSelector("#token");
    await end(/401/);
  });

  test("a contact of an office is recorded, shows in the portrait of its area, is changed, and deleted after a question", async () => {
    const { page, end } = await signedIn(server.admin, "?view=contacts&lang=de");
    assert.match(await page.innerText(".admin-section:not([hidden])"), /Bitte nur Stellen nennen, nie Personen/);
    await page.click(".admin-section:not([hidden]) .primary");
    await page.waitForSelector("#contact-area:focus");
    assert.match(await page.innerText("#contact-office-wrong"), /Bitte ausfüllen/);
    assert.deepEqual(await violations(page), []);
    const office = "Präventionsrat „Mitte“ (erfunden)";
    for (const [key, value] of Object.entries({ area: "14729", office, address: "Rathaus\nMarkt 1", link: "www.example.org" })) await page.fill(`#contact-${key}`, value);
    await page.click(".admin-section:not([hidden]) .primary");
    assert.match(await page.innerText("#contact-link-wrong"), /https:/);
    await page.fill("#contact-link", "https://www.example.org/rat");
    await page.keyboard.press("Enter");
    const row = page.locator(".contacts tr", { hasText: office });
    await row.waitFor();
    const shown = async (): Promise<string> => (await fetch(`${server.open}/api/areas/14729410/portrait`)).text();
    assert.match(await shown(), /Mitte.*example\.org\/rat/);
    const place = await visit(browser, server.open, "?view=place&area=14729410");
    await place.page.waitForSelector(".place-contacts");
    assert.match(await place.page.innerText(".place-contacts"), /Präventionsrat „Mitte“ \(erfunden\) für Leipzig\s+Rathaus\s+Markt 1\s+www\.example\.org\/rat/);
    await place.end();
    await row.locator("button", { hasText: "Ändern" }).click();
    assert.equal(await page.inputValue("#contact-address"), "Rathaus\nMarkt 1");
    await page.fill("#contact-link", "");
    await page.click(".admin-section:not([hidden]) .primary");
    await page.waitForSelector("[role=status]:has-text('Gespeichert')");
    assert.doesNotMatch(await shown(), /example\.org\/rat/);
    await row.locator("button", { hasText: "Löschen" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.locator(".danger").click();
    await row.waitFor({ state: "detached" });
    await page.waitForSelector(".admin-section:not([hidden]) h2:focus");
    assert.doesNotMatch(await shown(), /„Mitte“/);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await end();
  });

  test("a measure is recorded in five steps, shows on the public port, is changed, and deleted after a question", async () => {
    const { page, end } = await signedIn(server.admin, "?view=measures&lang=de");
    assert.match(await page.innerText(".admin-section:not([hidden])"), /In keinem Feld dürfen Namen von Personen stehen/);
    const title = "Treff „Nord“ (erfunden)";
    const form = { title, area: "14729410", office: "Amt für Soziales", from: "2023-05-01", problem: "P", cause: "C", goal: "G", measure: "M", evaluation: "E", lon: "12,74" };
    await page.click(".admin-section:not([hidden]) .primary");
    await page.waitForSelector("#measure-title:focus");
    assert.match(await page.innerText("#measure-title-wrong"), /Bitte ausfüllen/);
    assert.deepEqual(await violations(page), []);
    for (const [key, value] of Object.entries(form)) await page.fill(`#measure-${key}`, value);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".failure-text");
    assert.match(await page.innerText(".admin-section:not([hidden]) [role=alert]"), /„lat“ wird gebraucht/);
    await page.fill("#measure-lat", "51,37");
    await page.keyboard.press("Enter");
    const row = page.locator(".measures tr", { hasText: title });
    await row.waitFor();
    assert.match(await row.innerText(), /Wurzen\s+01\.05\.2023\s+Amt für Soziales/);
    const shown = async (): Promise<string> => (await fetch(`${server.open}/api/measures?area=14729410`)).text();
    assert.match(await shown(), /Nord.*"lat":51\.37/);
    await row.locator("button", { hasText: "Ändern" }).click();
    assert.equal(await page.inputValue("#measure-goal"), "G");
    await page.fill("#measure-goal", "Mehr Begegnung");
    await page.click(".admin-section:not([hidden]) .primary");
    await page.waitForSelector("[role=status]:has-text('Gespeichert')");
    assert.match(await shown(), /Mehr Begegnung/);
    assert.equal(await row.count(), 1);
    await row.locator("button", { hasText: "Löschen" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Abbrechen");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await row.locator("button", { hasText: "Löschen" }).click();
    await dialog.locator(".danger").click();
    await row.waitFor({ state: "detached" });
    assert.doesNotMatch(await shown(), /Nord/);
    await page.setViewportSize({ width: 360, height: 740 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await end(/400/);
  });

  test("a wave is checked, then stored with the same files, shown, and deleted after a warning", async () => {
    const { page, end } = await signedIn(server.admin, "?lang=de");
    await page.locator("#survey-kind option", { hasText: "Kommunale Sicherheitsanalyse" }).waitFor({ state: "attached" });
    await page.selectOption("#survey-kind", { label: "Kommunale Sicherheitsanalyse (mitgeliefert)" });
    const store = page.locator(".admin-section:not([hidden]) .actions button", { hasText: "Übernehmen" });
    await page.setInputFiles("#survey-answers", file("answers.csv", answers));
    await page.fill("#survey-wave", "2022");
    assert.equal(await store.isDisabled(), true);
    await page.keyboard.press("Enter");
    await state(page, /^Geprüft und in Ordnung\. Nichts wurde gespeichert\.$/);
    const report = await shownJob(page).innerText();
    assert.match(report, /sicherheit, Welle 2022: 900 Zeilen gelesen · 900 Befragte/);
    assert.match(report, /Veröffentlicht würden:/);
    assert.match(report, /Gemeinden\s+30\s+0\s+388\s+0/);
    const trust = page.locator("[data-scale=trust]");
    assert.match(await trust.innerText(), /α 0,\d\d \(0,\d\d bis 0,\d\d\)/);
    assert.match(await trust.locator("tr", { hasText: "trust_people" }).innerText(), /unter 0,30: prüfen/);
    assert.doesNotMatch(await trust.locator("tr", { hasText: "trust_police" }).innerText(), /unter 0,30/);
    assert.deepEqual(await violations(page), []);

    // Whatever changes after a check wants a new one.
    await page.fill("#survey-wave", "2021");
    assert.equal(await store.isDisabled(), true);
    await page.fill("#survey-wave", "2022");
    await page.keyboard.press("Enter");
    await state(page, /^Geprüft/);
    await store.click();
    await state(page, /^Gespeichert\. Der Server zeigt es schon\.$/);
    const catalog = async (): Promise<string> => (await fetch(`${server.open}/api/catalog`)).text();
    assert.match(await catalog(), /sicherheit_unsafe_night/);

    await go(page, "waves");
    const row = page.locator(".waves tr", { hasText: "sicherheit" });
    await row.waitFor();
    assert.match(await row.innerText(), /sicherheit\s+2022\s+900/);
    await row.locator("button").click();
    const warning = page.locator("dialog[open]");
    await warning.waitFor();
    assert.match(await warning.innerText(), /die Antworten von 900 Befragten[\s\S]*sicherheit_unsafe_night[\s\S]*nicht rückgängig/);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Abbrechen");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await warning.waitFor({ state: "detached" });
    assert.match(await catalog(), /sicherheit_unsafe_night/);
    await row.locator("button").click();
    await warning.locator(".danger").click();
    await state(page, /^Gelöscht\.$/);
    await row.waitFor({ state: "detached" });
    assert.doesNotMatch(await catalog(), /sicherheit_unsafe_night/);
    await page.locator("h2", { hasText: "Gelöschte Wellen" }).waitFor();

    await go(page, "jobs");
    await page.locator(".jobs tbody tr").nth(3).waitFor();
    assert.match((await texts(page, ".jobs tbody tr")).join("\n"), /Löschung\s+fertig[\s\S]*Befragung\s+fertig/);
    await page.locator(".jobs tbody tr").last().locator("button").click();
    await page.locator(".admin-section:not([hidden]) .job .report").waitFor();
    assert.deepEqual(await violations(page), []);
    assert.equal(parameter(page, "view"), "jobs");
    await end();
  });

  test("a release is frozen as a job, shows on the public port, and is withdrawn for a reason, by keyboard", async () => {
    const { page, end } = await signedIn(server.admin, "?view=releases&lang=de");
    const section = page.locator(".admin-section:not([hidden])");
    assert.match(await section.innerText(), /Eine Kennung gilt für immer/);
    await section.locator("button[type=submit]").click();
    await page.waitForSelector("#release-id:focus");
    assert.match(await page.innerText("#release-titleEn-wrong"), /Bitte ausfüllen/);
    await page.fill("#release-id", "Zu Groß");
    assert.match(await page.innerText("#release-id-wrong"), /nur kleine Buchstaben/);
    assert.deepEqual(await violations(page), []);
    const fields = { id: "probe.1", titleDe: "Probe (erfunden)", titleEn: "Trial (invented)", notes: "Nur ein Test" };
    const fill = async (): Promise<void> => { for (const [key, value] of Object.entries(fields)) await page.fill(`#release-${key}`, value); };
    await fill();
    // All levels and two formats are chosen at first, which is said; at least one of each has to be.
    const boxes = (of: string) => page.locator(`[id^=release-${of}-]`);
    assert.match(await page.innerText("#release-levels-note"), /Voreingestellt sind alle Ebenen/);
    assert.ok((await boxes("level").count()) > 2);
    assert.equal(await boxes("level").and(page.locator(":checked")).count(), await boxes("level").count());
    assert.deepEqual(await boxes("format").and(page.locator(":checked")).evaluateAll((all) => all.map((one) => one.id)), ["release-format-gpkg", "release-format-csv-long"]);
    for (const box of await boxes("level").all()) {
      await box.focus();
      await page.keyboard.press("Space");
    }
    await page.focus("#release-titleDe");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[id^=release-level-]:focus");
    assert.match(await page.innerText("#release-levels-wrong"), /mindestens eines/);
    assert.deepEqual(await violations(page), []);
    await page.check("#release-level-municipality");
    await page.uncheck("#release-format-csv-long");
    await page.check("#release-format-csv");
    await page.focus("#release-titleDe");
    await page.keyboard.press("Enter");
    await state(page, /^Eingefroren\. Die öffentliche Seite zeigt die Ausgabe schon\.$/);
    assert.match(await shownJob(page).innerText(), /Probe \(erfunden\) \(probe\.1\) · Revision \d+ · Beispieldaten[\s\S]*municipality-csv\.zip/);
    assert.doesNotMatch(await shownJob(page).innerText(), /csv-long|district-/);
    assert.equal(await page.inputValue("#release-id"), "");
    const row = page.locator(".releases tbody tr", { hasText: "probe.1" });
    await row.waitFor();
    assert.match(await row.innerText(), /Probe \(erfunden\) \(Beispieldaten\)[\s\S]*gültig, \d+ Dateien/);
    const file = async (): Promise<number> => (await fetch(`${server.open}/api/releases/probe.1/municipality-gpkg.zip`)).status;
    assert.equal(await file(), 200);
    assert.match(await (await fetch(`${server.open}/api/releases/probe.1`)).text(), /Nur ein Test/);

    // No release takes the place of another; what was entered stays to be mended.
    await fill();
    await page.keyboard.press("Tab");
    await page.focus("#release-id");
    await page.keyboard.press("Enter");
    await section.locator(".failure-text").waitFor();
    assert.equal(await page.inputValue("#release-titleDe"), fields.titleDe);

    await row.locator("button").focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Ausgabe probe\.1 zurückziehen\?[\s\S]*nicht rückgängig/);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await row.locator("button").click();
    await dialog.locator(".danger").click();
    await page.waitForSelector("#reason-de:focus");
    await page.fill("#reason-de", "Nur eine Probe & falsch");
    await page.fill("#reason-en", "A trial only");
    await dialog.locator(".danger").click();
    await row.locator("td", { hasText: /zurückgezogen am .*: Nur eine Probe & falsch/ }).waitFor();
    assert.equal(await row.locator("button").count(), 0, "what is withdrawn cannot be withdrawn again");
    await page.waitForSelector(".admin-section:not([hidden]) h2:focus");
    assert.equal(await file(), 410);
    await page.click(".languages a[lang=en]");
    await row.locator("td", { hasText: /withdrawn on .*: A trial only/ }).waitFor();
    assert.deepEqual(await violations(page), []);

    await go(page, "jobs");
    const job = page.locator(".jobs tbody tr", { hasText: "Frozen release" }).first();
    await job.locator("button").click();
    await page.locator(".admin-section:not([hidden]) .job .report").waitFor();
    assert.match(await page.locator(".admin-section:not([hidden]) .job").innerText(), /Trial \(invented\) \(probe\.1\)/);
    await end(/409/);
  });

  test("an older revision is restored after a question, and that is undone the same way", async () => {
    const { page, end } = await signedIn(server.editor, "?view=revisions&lang=en");
    const served = async (): Promise<number> => ((await (await fetch(`${server.open}/api/catalog`)).json()) as { revision: number }).revision;
    const before = await served();
    for (const made of [before + 1, before + 2]) {
      const row = page.locator(".revisions tbody tr").nth(1);
      await row.locator("button", { hasText: "Restore" }).click();
      const dialog = page.locator("dialog[open]");
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /Restore revision \d+\?[\s\S]*no longer seen there, but is kept/);
      assert.deepEqual(await violations(page), []);
      await dialog.locator(".danger").click();
      await page.locator(".report", { hasText: `Revision ${made} now holds what revision ${made - 2} held.` }).waitFor();
      await page.locator(".revisions tbody tr", { hasText: "shown now" }).filter({ hasText: `as revision ${made - 2}` }).waitFor();
      assert.equal(await served(), made);
    }
    await end();
  });

  test("an editor may freeze, but not withdraw", async () => {
    const { page, end } = await signedIn(server.editor, "?view=releases&lang=en");
    assert.match(await page.locator(".admin-section:not([hidden])").innerText(), /Only a token of the role admin may withdraw/);
    assert.equal(await page.locator(".admin-section:not([hidden]) form button[type=submit]").isEnabled(), true);
    assert.equal(await page.locator(".releases button").count(), 0);
    await end();
  });

  test("faults stand with file, line and field, and with nothing that a person said", async () => {
    const { page, end } = await signedIn(server.editor, "?lang=en", { colorScheme: "dark" as const });
    const broken = questionnaire.replace("items: [safe_day, safe_night,", "items: [safe_day, safe_nigth,");
    const line = broken.slice(0, broken.indexOf("safe_nigth")).split("\n").length;
    await page.setInputFiles("#survey-questionnaire", file("town.yaml", broken));
    await page.setInputFiles("#survey-answers", file("answers.csv", answers));
    await page.fill("#survey-wave", "2020");
    await page.keyboard.press("Enter");
    await state(page, /^Rejected because of errors\. Nothing of it was stored\.$/);
    const fault = page.locator(".issues tbody tr").first();
    assert.match(await fault.innerText(), new RegExp(`^Error\\s+town\\.yaml\\s+${line}\\s+\\S*scales\\S*\\s+.+`));
    assert.equal(await page.locator(".actions button", { hasText: "Store" }).first().isDisabled(), true);

    const lines = answers.split("\n");
    const cells = lines[4]!.split(",");
    cells[4] = "SECRET-7";
    lines[4] = cells.join(",");
    await page.setInputFiles("#survey-questionnaire", file("town.yaml", questionnaire));
    await page.setInputFiles("#survey-answers", file("answers.csv", lines.join("\n")));
    await page.keyboard.press("Tab");
    await page.click(".actions .primary");
    await page.locator(".issues tr", { hasText: "answers.csv" }).first().waitFor();
    assert.match(await page.locator(".issues tr", { hasText: "safe_day" }).innerText(), /^Error\s+answers\.csv\s+5\s+safe_day/);
    assert.doesNotMatch(await page.innerText("body"), /SECRET-7/);
    assert.deepEqual(await violations(page), []);

    await go(page, "waves");
    await page.locator(".waves tbody tr").first().waitFor();
    assert.equal(await page.locator(".waves button").count(), 0);
    await page.getByText("Only a token with the role admin may delete.").waitFor();
    await end();
  });

  test("a form that is not complete says so at its fields, and sends nothing", async () => {
    const { page, end, requests } = await signedIn(server.editor, "?lang=en");
    await page.click(".actions .primary");
    await page.waitForSelector("#survey-wave-wrong:not(:empty)");
    await page.waitForSelector("#survey-questionnaire:focus");
    assert.match(await page.innerText("#survey-questionnaire-wrong"), /Please choose a file/);
    await go(page, "packages");
    await page.locator(".admin-section:not([hidden]) .actions .primary").click();
    await page.waitForSelector("#package-files-wrong:not(:empty)");
    await page.setInputFiles("#package-files", file("datapackage.json", "{"));
    await page.locator(".admin-section:not([hidden]) .actions .primary").click();
    await state(page, /^Rejected/);
    assert.match(await shownJob(page).innerText(), /datapackage\.json/);
    assert.deepEqual(requests.filter((request) => request.method() === "POST").map((request) => new URL(request.url()).search), ["?dryRun=true"]);
    await end();
  });

  test("an index is checked, a faulty one refused with line and field", async () => {
    const { page, end } = await signedIn(server.editor, "?lang=en&view=computations");
    const index = await readFile(join(ROOT, "../geodata/src/main/resources/sample/survey/index_disadvantage.yaml"), "utf8");
    await page.selectOption("#computation-kind", "index");
    await page.setInputFiles("#computation-file", file("index.yaml", index));
    const check = page.locator(".admin-section:not([hidden]) .actions button", { hasText: "Check" });
    await check.click();
    await state(page, /^Checked and right\. Nothing was stored\.$/);
    assert.match(await shownJob(page).innerText(), /Checked, nothing stored/);
    assert.notEqual(await shownJob(page).locator("details").count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.setInputFiles("#computation-file", file("index.yaml", `${index}\nnonsense: 1\n`));
    await check.click();
    await state(page, /^Rejected/);
    const line = `${index}\n`.split("\n").length;
    assert.match(await shownJob(page).locator(".issues tbody tr").first().innerText(), new RegExp(`^Error\\s+index\\.yaml\\s+${line}\\s+nonsense`));
    await end();
  });

  test("the public port has nothing of it", async () => {
    const page = await (await fetch(`${server.port}/`)).text();
    const [, script = ""] = /src="([^"]+)"/.exec(page) ?? [];
    assert.match(script, /^assets\/admin-/);
    for (const path of [script, `admin/${script}`, "admin", "admin/", "admin/index.html", "api/admin/surveys", "api/admin/releases", "api/admin/revisions", "api/admin/imports", "api/admin/contacts", "api/admin/measures", "api/admin/weight-sets", "api/admin/catalog"]) {
      assert.equal((await fetch(`${server.open}/${path}`)).status, 404, path);
    }
  });
});
