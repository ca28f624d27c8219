import { datasetOf, editionOf, indicatorOf, levelOf, showsExample } from "../app/model.js";
import { legendRows, signRows, type SignRow } from "../view/legend.js";
import type { Props } from "../view/props.js";
import { coloursOf, subtitle } from "../view/view-data.js";

const SCALE = 2;
const MARGIN = 24;
const WIDTH = 1000;
const INK = "#1c2328";
const SOFT = "#4a555e";
const FONT = "system-ui, sans-serif";

/** What an image says besides the map: it must stand alone, with its sources and the word that values are invented. */
interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly ribbon: string | null;
  readonly legend: readonly { readonly colour: string; readonly text: string }[];
  readonly signs: readonly SignRow[];
  readonly source: string;
}

function sheetOf({ model, t }: Props): Sheet {
  const { shown, catalog } = model;
  const indicator = indicatorOf(model);
  const rows = shown.value ? legendRows(shown.value, coloursOf(model), t) : [];
  const native = levelOf(catalog, shown.value?.values.nativeLevel ?? "");
  const boundaries = datasetOf(catalog, editionOf(model)?.dataset ?? "");
  const source = [
    shown.value && t("attribution.values", { text: shown.value.values.attribution }),
    boundaries && t("attribution.boundaries", { text: boundaries.attribution }),
    t("image.made", { product: t.pair(model.config.title), revision: catalog.revision }),
  ];
  return {
    title: indicator ? t.pair(indicator.name) : "",
    subtitle: subtitle(model, t),
    ribbon: showsExample(model) ? t("example.ribbon") : null,
    legend: rows.map((row) => ({ colour: row.colour, text: t("image.class", { bounds: row.bounds, n: t.plural("count.areas", row.count) }) })),
    signs: shown.value ? signRows(shown.value, native ? t.pair(native.plural) : "", t) : [],
    source: source.filter(Boolean).join(" · "),
  };
}

/** Draws the sheet around the picture of the map and offers it as a file. */
export function saveImage(props: Props): void {
  const map = props.radar.map?.canvas;
  if (!map) return;
  const canvas = drawSheet(sheetOf(props), map, [...document.querySelectorAll<HTMLElement>(".map-label")]);
  canvas.toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${props.model.state.indicator}-${props.model.state.year}-${props.model.state.level}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  }, "image/png");
}

function drawSheet(sheet: Sheet, map: HTMLCanvasElement, labels: readonly HTMLElement[]): HTMLCanvasElement {
  const mapWidth = WIDTH - 2 * MARGIN;
  const mapHeight = (mapWidth * map.height) / map.width;
  const top = sheet.ribbon === null ? 84 : 116;
  const columns = Math.ceil((sheet.legend.length + sheet.signs.length) / 2);
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = (top + mapHeight + 20 + columns * 20 + 50) * SCALE;
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  heading(pen, sheet);
  pen.drawImage(map, MARGIN, top, mapWidth, mapHeight);
  names(pen, labels, { left: MARGIN, top, factor: mapWidth / map.clientWidth });
  const foot = legend(pen, sheet, top + mapHeight + 24);
  text(pen, sheet.source, MARGIN, foot + 16, 11, SOFT);
  return canvas;
}

function heading(pen: CanvasRenderingContext2D, sheet: Sheet): void {
  text(pen, sheet.title, MARGIN, 40, 24, INK, 600);
  text(pen, sheet.subtitle, MARGIN, 64, 14, SOFT);
  if (sheet.ribbon === null) return;
  pen.fillStyle = "#fbe7b2";
  pen.fillRect(MARGIN, 78, WIDTH - 2 * MARGIN, 26);
  text(pen, sheet.ribbon, MARGIN + 10, 96, 14, "#4a3500", 600);
}

function names(pen: CanvasRenderingContext2D, labels: readonly HTMLElement[], frame: { left: number; top: number; factor: number }): void {
  pen.textAlign = "center";
  pen.lineJoin = "round";
  for (const label of labels) {
    const place = /translate\(([-\d.]+)px, ([-\d.]+)px\)/.exec(label.style.transform);
    if (!place) continue;
    const x = frame.left + Number(place[1]) * frame.factor;
    const y = frame.top + Number(place[2]) * frame.factor + 4;
    pen.font = `500 ${12 * frame.factor}px ${FONT}`;
    pen.strokeStyle = "rgba(255,255,255,0.85)";
    pen.lineWidth = 3;
    pen.strokeText(label.textContent, x, y);
    pen.fillStyle = INK;
    pen.fillText(label.textContent, x, y);
  }
  pen.textAlign = "left";
}

/** Two columns: classes and then signs. Returns where the legend ends. */
function legend(pen: CanvasRenderingContext2D, { legend: rows, signs }: Sheet, top: number): number {
  const all = [...rows, ...signs.map((sign) => ({ colour: "", text: `${sign.mark} ${sign.text}${sign.count === null ? "" : ` (${sign.count})`}`.trim() }))];
  const half = Math.ceil(all.length / 2);
  all.forEach((row, i) => {
    const x = MARGIN + (i < half ? 0 : (WIDTH - 2 * MARGIN) / 2);
    const y = top + (i % half) * 20;
    if (row.colour !== "") {
      pen.fillStyle = row.colour;
      pen.fillRect(x, y - 11, 22, 14);
      pen.strokeStyle = SOFT;
      pen.lineWidth = 0.5;
      pen.strokeRect(x, y - 11, 22, 14);
    }
    text(pen, row.text, x + 30, y, 12, INK);
  });
  return top + half * 20;
}

function text(pen: CanvasRenderingContext2D, words: string, x: number, y: number, size: number, colour: string, weight = 400): void {
  pen.font = `${weight} ${size}px ${FONT}`;
  pen.fillStyle = colour;
  pen.fillText(words, x, y, WIDTH - x - MARGIN);
}
