/** Longitude and latitude in degrees (WGS84). */
export type Corner = readonly [number, number];

export const SHAPES = ["polygon", "line", "point"] as const;
export type ShapeKind = (typeof SHAPES)[number];

export interface Shape {
  readonly kind: ShapeKind;
  readonly corners: readonly Corner[];
}

/** Where something happens: a drawn shape, the features of a context layer, or an incident that was saved. */
export type Place = Shape | { readonly kind: "layer"; readonly id: string } | { readonly kind: "incident"; readonly id: string };

export const LEAST_CORNERS: Readonly<Record<ShapeKind, number>> = { polygon: 3, line: 2, point: 1 };
export const MOST_CORNERS = 200;
export const WIDEST_BUFFER = 100_000;
/** Around lines and points nothing lies without a buffer, in metres. */
export const USUAL_BUFFER = 1000;

const DIGITS = 5;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const NUMBER = /^-?\d{1,3}(\.\d{1,9})?$/;

export const isShape = (place: Place | null): place is Shape => place !== null && place.kind !== "layer" && place.kind !== "incident";

/** Reads `polygon:13.7,51;13.8,51;13.8,51.1`, `layer:ID` or `incident:ID`. */
export function parsePlace(text: string): Place | undefined {
  const at = text.indexOf(":");
  const [kind, rest] = [text.slice(0, at), text.slice(at + 1)];
  if (kind === "layer" || kind === "incident") return ID.test(rest) ? { kind, id: rest } : undefined;
  const shape = SHAPES.find((one) => one === kind);
  const corners = rest.split(";").map(parseCorner);
  if (!shape || corners.includes(undefined)) return undefined;
  const read: Shape = { kind: shape, corners: corners as Corner[] };
  return isWhole(read) ? read : undefined;
}

function parseCorner(text: string): Corner | undefined {
  const [lon = "", lat = "", ...rest] = text.split(",");
  if (rest.length > 0 || !NUMBER.test(lon) || !NUMBER.test(lat)) return undefined;
  return cornerOf(Number(lon), Number(lat));
}

/** A corner to about a metre; undefined for what is not on earth. */
export function cornerOf(lon: number, lat: number): Corner | undefined {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return undefined;
  return [round(lon), round(lat)];
}

const round = (value: number): number => Number(value.toFixed(DIGITS)) + 0;

export function formatPlace(place: Place): string {
  return isShape(place) ? `${place.kind}:${place.corners.map((one) => one.join(",")).join(";")}` : `${place.kind}:${place.id}`;
}

/** Whether a shape has the corners that its kind needs. */
export const isWhole = ({ kind, corners }: Shape): boolean => corners.length >= LEAST_CORNERS[kind] && corners.length <= (kind === "point" ? 1 : MOST_CORNERS);

/** The shape with one more corner; a second click on the same place adds none. */
export function withCorner(shape: Shape, corner: Corner): Shape {
  if (shape.kind === "point") return { ...shape, corners: [corner] };
  const last = shape.corners.at(-1);
  if (last?.join() === corner.join() || shape.corners.length >= MOST_CORNERS) return shape;
  return { ...shape, corners: [...shape.corners, corner] };
}

export const withoutLast = (shape: Shape): Shape => ({ ...shape, corners: shape.corners.slice(0, -1) });

/** Corners that a person typed, one in a line, latitude before longitude as on maps and devices: "51,05 13,74". */
export function parseCorners(text: string): readonly Corner[] | undefined {
  const corners = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map(typedCorner);
  return corners.includes(undefined) ? undefined : (corners as Corner[]);
}

function typedCorner(line: string): Corner | undefined {
  const numbers = line.split(/[\s;]+|,\s+/).map((part) => part.replace(/,$/, "").replace(",", "."));
  // "51.05,13.74": a comma between two numbers with points.
  const parts = numbers.length === 1 ? line.split(",") : numbers;
  const [lat = "", lon = "", ...rest] = parts;
  return rest.length === 0 && NUMBER.test(lat) && NUMBER.test(lon) ? cornerOf(Number(lon), Number(lat)) : undefined;
}

export const formatCorners = (corners: readonly Corner[], decimalComma: boolean): string =>
  corners.map(([lon, lat]) => (decimalComma ? `${lat}  ${lon}`.replaceAll(".", ",") : `${lat}  ${lon}`)).join("\n");

interface GeoJson {
  readonly type: string;
  readonly coordinates: unknown;
}

/** The shape as GeoJSON; a polygon is closed. */
export function geometryOf({ kind, corners }: Shape): GeoJson {
  if (kind === "polygon") return { type: "Polygon", coordinates: [[...corners, corners[0]]] };
  return kind === "line" ? { type: "LineString", coordinates: corners } : { type: "Point", coordinates: corners[0] };
}
