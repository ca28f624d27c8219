import { parseHex, type Rgb } from "../colour/oklab.js";

/** Pixels of a pattern tile, drawn at twice the size on screen so that it stays crisp. */
export interface Pattern {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export const PATTERN_SCALE = 2;

/** Diagonal lines on a ground; tiles without a seam as both periods divide the size. */
export function hatching(size: number, period: number, thickness: number, line: string, ground: string | null): Pattern {
  return paint(size, (x, y) => ((x + y) % period < thickness ? parseHex(line) : ground === null ? null : parseHex(ground)));
}

/** Hatching the other way, so that the two are told apart without colour. */
export function backHatching(size: number, period: number, thickness: number, line: string, ground: string | null): Pattern {
  return paint(size, (x, y) => (remainder(x - y, period) < thickness ? parseHex(line) : ground === null ? null : parseHex(ground)));
}

/** Dots in rows that stand aside by half a step; the colours below show between them. */
export function dots(size: number, period: number, width: number, colour: string): Pattern {
  return paint(size, (x, y) => (y % period < width && (x + (Math.floor(y / period) % 2) * (period / 2)) % period < width ? parseHex(colour) : null));
}

const remainder = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;

/** Short strokes along diagonals: lighter than hatching, for values that nobody has. */
export function brokenHatching(size: number, period: number, thickness: number, line: string, ground: string): Pattern {
  return paint(size, (x, y) => ((x + y) % period < thickness && remainder(x - y, 2 * period) < period ? parseHex(line) : parseHex(ground)));
}

function paint(size: number, colour: (x: number, y: number) => Rgb | null): Pattern {
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const rgb = colour(x, y);
      if (rgb) data.set([...rgb, 255], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}
