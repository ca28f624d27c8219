import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * Licence texts of the packages whose files are in the bundle, and of those that these in turn carry inside
 * (MapLibre ships one file with its dependencies in it). A package without a licence text stops the build.
 */
export async function collectLicences(root, inputs) {
  const direct = new Set(inputs.map((path) => PACKAGE.exec(path)?.[1]).filter(Boolean));
  const names = new Set(direct);
  const queue = [...direct];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const next of Object.keys((await manifest(root, name))?.dependencies ?? {})) {
      if (next.startsWith("@types/") || names.has(next)) continue;
      names.add(next);
      queue.push(next);
    }
  }
  const parts = [];
  for (const name of [...names].sort()) parts.push(await licenceOf(root, name));
  return parts.join(`\n${"=".repeat(100)}\n\n`);
}

async function manifest(root, name) {
  return JSON.parse(await readFile(join(root, "node_modules", name, "package.json"), "utf8"));
}

async function licenceOf(root, name) {
  const { version, license } = await manifest(root, name);
  const folder = join(root, "node_modules", name);
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file && !license) throw new Error(`${name} has neither a licence file nor a licence field`);
  const text = file ? await readFile(join(folder, file), "utf8") : `Licence: ${license}\n`;
  return `${name} ${version} (${license ?? "see below"})\n\n${text.trim()}\n`;
}
