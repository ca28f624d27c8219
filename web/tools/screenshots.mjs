// Photographs each view of the running product for docs/screenshots: `node tools/screenshots.mjs [ADDRESS]`; without an
// address it starts a product with the bundled sample. Fails when a picture grows too large for a repository.
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ROOT } from "./page.mjs";
import { startProduct } from "./product.mjs";

const FOLDER = join(ROOT, "../docs/screenshots");
const MOST_BYTES = 150_000;
const MOST_TOGETHER = 2_000_000;
const QUALITY = 0.72;
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

const FLOOD = "example_model_support_flood";
const MAP = '.map-host[data-busy="false"] .map[data-drawn]';

/** Name of the file, address, and what must show before the picture is taken. */
const VIEWS = [
  { name: "map-de", query: `?indicator=${FLOOD}`, shows: MAP },
  { name: "map-en-dark", query: `?indicator=${FLOOD}&lang=en&area=14612000`, shows: MAP, dark: true },
  { name: "place-de", query: "?view=place&area=14522180", shows: ".place-gap" },
  { name: "place-en", query: "?view=place&area=14522180&lang=en", shows: ".place-gap" },
  { name: "priorities-de", query: "?view=priorities", shows: '[data-waiting="false"] .priority-table tbody tr' },
  { name: "priorities-en", query: "?view=priorities&lang=en", shows: '[data-waiting="false"] .priority-table tbody tr' },
  { name: "allocation-de", query: "?view=allocation&units=Team~3~~~", shows: '.result[data-waiting="false"] .finding' },
  { name: "scenario-en", query: "?view=scenario&lang=en", shows: ".result h2" },
  { name: "incident-de", query: "?view=incident&place=layer:example-flood-zone", shows: ".result h2" },
  { name: "network-de", query: "?view=network", shows: ".growth" },
  { name: "social-de", query: "?view=social&area=14522180", shows: ".panel-right h2" },
  { name: "data-en", query: `?view=sources&entry=${FLOOD}&find=flood&lang=en`, shows: ".quality .result-list" },
  { name: "download-de", query: "?view=sources&part=download", shows: "#download-file" },
  { name: "phone-de", query: `?indicator=${FLOOD}`, shows: MAP, phone: true },
];

/** Parts of the page of the administration; they need a token. */
const ADMIN_VIEWS = [
  { name: "admin-survey-de", query: "?view=survey&lang=de", shows: ".admin-section:not([hidden]) form" },
  { name: "admin-weights-de", query: "?view=weights&lang=de", shows: ".weights tbody tr" },
  { name: "admin-revisions-phone-en", query: "?view=revisions&lang=en", shows: ".revisions tbody tr", phone: true },
];

/** Invented, so that the list of weight sets is not empty. */
const WEIGHT_SET = { name: "Hochwasser (erfunden)", request: { level: "municipality", criteria: [{ indicator: "example_disadvantage", role: "need", weight: 70 }, { indicator: FLOOD, role: "support", weight: 30 }], method: "weighted-sum" } };

const product = process.argv[2] ? undefined : await startProduct({ administration: true });
const base = process.argv[2] ?? product.environment.RADAR_URL;
const { ADMIN_URL, ADMIN_TOKEN } = product?.environment ?? process.env;
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const view of VIEWS) await photograph(view);
  if (ADMIN_URL) await photographAdministration();
  await weigh();
} finally {
  await browser.close();
  await product?.stop();
}

async function photographAdministration() {
  const headers = { Authorization: `Bearer ${ADMIN_TOKEN}`, "Content-Type": "application/json" };
  const stored = await fetch(`${ADMIN_URL}/api/admin/weight-sets`, { method: "POST", headers, body: JSON.stringify(WEIGHT_SET) });
  if (!stored.ok) throw new Error(`no weight set was stored: ${stored.status}`);
  for (const { name, query, shows, phone } of ADMIN_VIEWS) {
    const context = await browser.newContext({ viewport: phone ? PHONE : DESK, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`${ADMIN_URL}/${query}`);
    await page.fill("#token", ADMIN_TOKEN);
    await page.keyboard.press("Enter");
    await page.waitForSelector(shows, { timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    const png = await page.screenshot();
    await writeFile(join(FOLDER, `${name}.webp`), await asWebp(context, png));
    await context.close();
  }
}

async function photograph({ name, query, shows, dark, phone }) {
  const context = await browser.newContext({ viewport: phone ? PHONE : DESK, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${base}/${query}`);
  await page.waitForSelector(shows, { state: "attached", timeout: 60_000 });
  if ((await page.locator(".map").count()) > 0) await page.waitForSelector(MAP, { state: "attached", timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const png = await page.screenshot();
  await writeFile(join(FOLDER, `${name}.webp`), await asWebp(context, png));
  await context.close();
}

/** Chromium itself packs the picture: no further tool is needed. */
async function asWebp(context, png) {
  const page = await context.newPage();
  const url = await page.evaluate(
    async ([data, quality]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      canvas.getContext("2d").drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    },
    [png.toString("base64"), QUALITY],
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

async function weigh() {
  let together = 0;
  for (const name of await readdir(FOLDER)) {
    const { size } = await stat(join(FOLDER, name));
    together += size;
    console.log(`${name.padEnd(24)} ${String(size).padStart(8)} bytes`);
    if (size > MOST_BYTES) throw new Error(`${name} is larger than ${MOST_BYTES} bytes`);
  }
  if (together > MOST_TOGETHER) throw new Error(`together they are larger than ${MOST_TOGETHER} bytes`);
}
