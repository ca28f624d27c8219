import type { AreaLook } from "./looks.js";
import type { MapInput } from "./map-types.js";

const BLANK: AreaLook = { cls: -1, missing: false, withheld: false, imprecise: false, pale: false, modelled: false, converted: false, wide: false, widest: false, few: false };

/** What the style needs to know of an area, as its feature-state. */
export function stateOf(code: string, { looks, selected, hovered, highlight, chosen }: MapInput): Record<string, unknown> {
  return {
    // Areas of classes that are not chosen are land without a word about them.
    ...((chosen === null || chosen.has(code) ? looks.get(code) : undefined) ?? BLANK),
    selected: code === selected,
    hover: code === hovered,
    dim: highlight !== null && !highlight.has(code),
  };
}
