import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const COLOUR_NOTE = `Colour schemes YlGnBu and PuOr: ColorBrewer

This product includes color specifications and designs developed by Cynthia Brewer (https://colorbrewer2.org/).
Copyright (c) 2002 Cynthia Brewer, Mark Harrower, and The Pennsylvania State University. Apache License, Version 2.0.
`;

/**
 * Licence texts of the packages whose code is in the page. MapLibre ships bundles of its own; their source maps name
 * what they carry. A package without a licence stops the build.
 */
export async function collectLicences(root, inputs) {
  const names = new Set(inputs.map(packageOf).filter(Boolean));
  for (const file of names.has("maplibre-gl") ? ["maplibre-gl.mjs.map", "maplibre-gl-worker.mjs.map"] : []) {
    const map = JSON.parse(await readFile(join(root, "node_modules/maplibre-gl/dist", file), "utf8"));
    map.sources.map(packageOf).filter(Boolean).forEach((name) => names.add(name));
  }
  const parts = [];
  for (const name of [...names].sort()) parts.push(await licenceOf(root, name));
  const notes = inputs.some((path) => path.includes("src/colour/")) ? [COLOUR_NOTE] : [];
  return [...parts, ...notes].join(`\n${"=".repeat(100)}\n\n`);
}

/** The innermost package that a path lies in. */
function packageOf(path) {
  return [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].at(-1)?.[1];
}

async function licenceOf(root, name) {
  const folder = join(root, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (!file && !license) throw new Error(`${name} has neither a licence file nor a licence field`);
  const text = file ? await readFile(join(folder, file), "utf8") : `Licence: ${license}\n`;
  return `${name} ${version} (${license ?? "see below"})\n\n${text.trim()}\n`;
}
