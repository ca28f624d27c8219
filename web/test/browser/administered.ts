import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions } from "playwright-core";
import type { AreaEntry } from "../../src/api/types.js";
import { visit, type Visit } from "./harness.js";

/** A server of its own whose data these tests change: its ports, and tokens of two roles. */
export interface Administered {
  readonly port: string;
  readonly open: string;
  readonly admin: string;
  readonly editor: string;
}

export function administered(): Administered {
  const of = (name: string): string => {
    const value = process.env[name];
    assert.ok(value, `${name} is not set: run these tests with \`npm run test:browser\``);
    return value;
  };
  return { port: of("ADMIN_URL"), open: of("ADMIN_PUBLIC_URL"), admin: of("ADMIN_TOKEN"), editor: of("EDITOR_TOKEN") };
}

/** The page of the administration with a token. Jobs may take long. */
export async function signIn(browser: Browser, token: string, query: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, administered().port, query, options);
  opened.page.setDefaultTimeout(120_000);
  await opened.page.fill("#token", token);
  await opened.page.keyboard.press("Enter");
  await opened.page.waitForSelector(".tabs");
  return opened;
}

/** A file as somebody chooses it. */
export const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Numbers as random as they need to be, the same in each run. */
function numbers(): () => number {
  let seed = 7;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const CODES: Readonly<Record<string, readonly [number, number]>> = { safe4: [1, 4], yes_no: [0, 1], problem4: [1, 4], trust5: [1, 5], satisfied5: [1, 5], wish: [0, 1] };

/** Invented answers to the ready-made questionnaire. `trust_people` is left to chance, so it fits its scale badly. */
export function invented(questionnaire: string, areas: readonly AreaEntry[], people: number): string {
  const part = questionnaire.slice(questionnaire.indexOf("\nitems:"), questionnaire.indexOf("\nscales:"));
  const items = [...part.matchAll(/^ {2}(\w+):\n.*\n {4}answers: (\w+)/gm)].map(([, item = "", answers = ""]) => ({ item, codes: CODES[answers] ?? [0, 1] }));
  const random = numbers();
  const rows = Array.from({ length: people }, (_, i) => {
    const place = i % areas.length;
    const mood = random();
    const answers = items.map(({ item, codes: [low = 0, high = 1] }) => {
      const inner = item === "trust_people" ? random() : 0.7 * mood + 0.3 * random();
      return random() < 0.02 ? "-9" : String(Math.min(high, low + Math.floor(inner * (high - low + 1))));
    });
    return [areas[place]?.code, (0.5 + random()).toFixed(2), `s${place % 3}`, `u${place}`, ...answers].join(",");
  });
  return [`ags,weight,stratum,unit,${items.map(({ item }) => item).join(",")}`, ...rows, ""].join("\n");
}
