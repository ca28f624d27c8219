import { mixed, translucent } from "../colour/mixing.js";
import type { AreaLook } from "./looks.js";
import type { MapInput } from "./map-types.js";
import { NO_COLOUR, SIGN_LAYERS, type SignLayer } from "./style.js";

/** What the style reads of an area, as its feature-state: numbers are opacities. */
export type AreaState = Readonly<Record<SignLayer | "selected" | "hover", number>> & {
  /** Colour of the area, and of the point in its place where it is too small to be one. */
  readonly fill: string;
  readonly dot: string;
};

/** What the states of areas are made from. */
export type StateInput = Pick<MapInput, "looks" | "colours" | "theme" | "selected" | "hovered" | "highlight" | "chosen"> & { readonly faded?: boolean | undefined };

const BLANK: AreaLook = { cls: -1, missing: false, withheld: false, imprecise: false, pale: false, modelled: false, converted: false, wide: false, widest: false, few: false };

/** What an area is for the map before it is told anything. */
export const UNTOLD: AreaState = { fill: NO_COLOUR, dot: "", missing: 0, withheld: 0, imprecise: 0, wide: 0, few: 0, modelled: 0, converted: 0, selected: 0, hover: 0 };

/** How much of its colour an area keeps where others stand out, as area and as point, and its signs. */
const DIM = { fill: 0.22, dot: 0.25, sign: 0.25 } as const;

/** Outlines in ink are less than black where they say how a value came about. */
const STRENGTH: Readonly<Record<SignLayer, number>> = { missing: 1, withheld: 1, imprecise: 1, wide: 1, few: 1, modelled: 0.7, converted: 0.8 };

const isFaded = ({ pale, wide, few }: AreaLook): boolean => pale || wide || few;

/** How much an area keeps of the colour of its class. */
function shareOf({ widest, pale, wide, few }: AreaLook, dim: boolean): number {
  if (dim) return DIM.fill;
  if (widest) return 0.3;
  if (pale) return 0.5;
  return wide || few ? 0.6 : 1;
}

function fillOf(look: AreaLook, { colours, theme }: StateInput, dim: boolean): string {
  const colour = colours[look.cls];
  if (isFaded(look)) return colour === undefined ? theme.fade : mixed(colour, theme.fade, shareOf(look, dim));
  if (colour === undefined) return NO_COLOUR;
  return dim ? translucent(colour, DIM.fill) : colour;
}

function dotOf(look: AreaLook, { colours, theme }: StateInput, dim: boolean): string {
  const colour = look.withheld || look.imprecise ? theme.withheld.line : look.missing ? theme.missing.line : (colours[look.cls] ?? theme.land);
  return dim ? translucent(colour, DIM.dot) : colour;
}

/** Areas of classes that are not chosen are land without a word about them; those outside a range keep a shade of their colour. */
const outsideLook = (look: AreaLook | undefined, faded: boolean): AreaLook | undefined => (faded && look ? { ...BLANK, cls: look.cls } : undefined);

/** What the style needs to know of an area. */
export function stateOf(code: string, input: StateInput): AreaState {
  const { looks, selected, hovered, highlight, chosen, faded = false } = input;
  const outside = chosen !== null && !chosen.has(code);
  const look = (outside ? outsideLook(looks.get(code), faded) : looks.get(code)) ?? BLANK;
  const dim = (highlight !== null && !highlight.has(code)) || (outside && faded);
  const sign = (name: SignLayer): number => (look[name] ? STRENGTH[name] * (dim ? DIM.sign : 1) : 0);
  return {
    fill: fillOf(look, input, dim),
    dot: dotOf(look, input, dim),
    missing: sign("missing"),
    withheld: sign("withheld"),
    imprecise: sign("imprecise"),
    wide: sign("wide"),
    few: sign("few"),
    modelled: sign("modelled"),
    converted: sign("converted"),
    selected: code === selected ? 1 : 0,
    hover: code === hovered ? 1 : 0,
  };
}

/** Parts of the state that the layers of areas read, those that their outlines do, and the layer of points. */
export const AREA_PARTS = ["fill", ...SIGN_LAYERS] as const satisfies readonly (keyof AreaState)[];
export const MARK_PARTS = ["selected", "hover"] as const satisfies readonly (keyof AreaState)[];
export const POINT_PARTS = ["dot", ...MARK_PARTS] as const satisfies readonly (keyof AreaState)[];

/** The parts that are not as before; null if all are. */
export function changedParts(before: AreaState, after: AreaState, parts: readonly (keyof AreaState)[]): Partial<AreaState> | null {
  let changed: Record<string, string | number> | null = null;
  for (const part of parts) {
    if (before[part] === after[part]) continue;
    changed ??= {};
    changed[part] = after[part];
  }
  return changed;
}
