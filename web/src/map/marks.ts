import type { Pattern } from "./patterns.js";

/** Marks of milestones: a filled disc for what happened, a hollow diamond for what was known by then. */
export type Shape = "disc" | "diamond";

const SIZE = 36;

/** Coverage of a pixel by a shape of the given radius; softened over one pixel at the edge. */
function cover(shape: Shape, x: number, y: number, radius: number): number {
  const dx = x + 0.5 - SIZE / 2;
  const dy = y + 0.5 - SIZE / 2;
  const distance = shape === "disc" ? Math.hypot(dx, dy) : (Math.abs(dx) + Math.abs(dy)) / Math.SQRT2;
  return Math.max(0, Math.min(1, radius - distance + 0.5));
}

type Rgba = readonly [number, number, number];

/** A light rim keeps the mark visible on dark and on light classes. */
export function milestoneMark(shape: Shape, ink: Rgba, rim: Rgba): Pattern {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const outer = shape === "disc" ? 14 : 13;
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const edge = cover(shape, x, y, outer);
      const body = cover(shape, x, y, outer - 3);
      const hole = cover(shape, x, y, shape === "disc" ? -2 : outer - 7.5);
      const dark = body * (1 - hole);
      const rgb = ink.map((part, i) => part * dark + (rim[i] ?? 255) * (1 - dark));
      data.set([...rgb, 255 * edge], (y * SIZE + x) * 4);
    }
  }
  return { width: SIZE, height: SIZE, data };
}
