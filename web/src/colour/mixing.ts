import { parseHex, toHex, type Rgb } from "./oklab.js";

/** A map has a handful of colours and thousands of areas: each mixture is computed once. */
const known = new Map<string, string>();

function once(key: string, make: () => string): string {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** What is seen where so much of a colour lies over a ground: mixed as the screen mixes, not as the eye would. */
export function mixed(colour: string, ground: string, share: number): string {
  return once(`${colour} ${ground} ${share}`, () => {
    const [over, under] = [parseHex(colour), parseHex(ground)];
    return toHex(over.map((part, i) => share * part + (1 - share) * (under[i] ?? 0)) as unknown as Rgb);
  });
}

/** A colour with so much of it left, through which the ground shows. */
export function translucent(colour: string, share: number): string {
  return once(`${colour} ${share}`, () => `rgba(${parseHex(colour).join(",")},${share})`);
}
