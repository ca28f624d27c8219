import type { AreaLook } from "./looks.js";
import type { MapInput } from "./map-view.js";

const BLANK: AreaLook = { cls: -1, missing: false, withheld: false, imprecise: false, pale: false, modelled: false, converted: false, wide: false, widest: false };

/** What the style needs to know of an area, as its feature-state. */
export function stateOf(code: string, { looks, selected, hovered, highlight }: MapInput): Record<string, unknown> {
  return {
    ...(looks.get(code) ?? BLANK),
    selected: code === selected,
    hover: code === hovered,
    dim: highlight !== null && !highlight.has(code),
  };
}
