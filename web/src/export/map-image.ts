import { formatDate, today } from "../format/dates.js";
import { contextAttributions, layersKeyed, letterOf } from "../view/context-keys.js";
import { datasetOf, editionOf, indicatorOf, showsExample } from "../app/model.js";
import type { MapPicture } from "../map/map-types.js";
import { letterMark } from "../map/letter-mark.js";
import { milestoneMark } from "../map/marks.js";
import { backHatching, brokenHatching, dots, hatching, type Pattern as Pixels } from "../map/patterns.js";
import { LIGHT } from "../map/theme.js";
import { parseHex } from "../colour/oklab.js";
import { legendRows, showsBorders, signOptions, signRows } from "../view/legend.js";
import type { Props } from "../view/props.js";
import { subjectOf, type Subject } from "../view/subject.js";
import type { Pattern } from "../view/swatch.js";
import { choiceNote, chosenAreas, coloursOf, computedOf, onlyOf, subtitle } from "../view/view-data.js";

const SCALE = 2;
const MARGIN = 24;
const WIDTH = 1000;
const ROW = 20;
const INK = LIGHT.ink;
const SOFT = "#4d5861";
const FONT = "system-ui, sans-serif";
const SOURCE_SIZE = 11;
const SOURCE_ROW = 16;
const SUBTITLE_SIZE = 14;
const SUBTITLE_ROW = 18;

type Key = { readonly colour: string; readonly opacity: number } | { readonly pattern: Pattern } | { readonly mark: "disc" | "diamond" } | { readonly letter: string } | { readonly context: "line" | "polygon" };

/** What an image says besides the map: it must stand alone, with its sources and the word that values are invented. */
interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  readonly ribbon: string | null;
  /** What the colours stand for; empty where the subtitle says it. */
  readonly unit: string;
  readonly legend: readonly { readonly key: Key; readonly text: string }[];
  /** Whose data these are, each to be read in full. */
  readonly sources: readonly string[];
}

/** Draws the sheet around the picture of the map and offers it as a file. */
export function saveImage(props: Props): void {
  const { radar, model } = props;
  const picture = radar.map?.picture(radar.territory());
  if (!picture) return;
  const { indicator, year, level } = model.state;
  const computed = computedOf(model);
  drawSheet(sheetOf(props), picture).toBlob((blob) => {
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = subjectOf(model, props.t) ? `${showsExample(model) ? "example-" : ""}${model.state.view}.png` : `${showsExample(model) ? "example-" : ""}${computed === "model" ? "modelled-" : ""}${indicator}-${year}-${level}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  }, "image/png");
}

function sheetOf(props: Props): Sheet {
  const { model, t } = props;
  const { shown, catalog } = model;
  const indicator = indicatorOf(model);
  const boundaries = datasetOf(catalog, editionOf(model)?.dataset ?? "");
  const network = model.state.network ? model.network.value : null;
  const background = model.state.background ? model.config.background : null;
  const subject = subjectOf(model, t);
  const source = [
    subject?.note,
    subject ? t("attribution.values", { text: subject.attribution }) : shown.value && t("attribution.values", { text: shown.value.values.attribution }),
    boundaries && t("attribution.boundaries", { text: boundaries.attribution }),
    ...contextAttributions(model, t),
    network && t("attribution.network", { text: network.attribution }),
    background && t("attribution.background", { text: background.attribution }),
    t("image.made", { product: t.pair(model.config.title), revision: catalog.revision }),
    t("image.date", { date: formatDate(today(), t.lang) }),
  ];
  return {
    title: subject?.title ?? (indicator ? t.pair(indicator.name) : ""),
    subtitle: subject?.subtitle ?? [subtitle(model, t), choiceNote(model, t)].filter(Boolean).join(" · "),
    ribbon: showsExample(model) ? t("example.ribbon") : null,
    unit: subject && subject.classes.length > 0 ? subject.unit : "",
    legend: keysOf(props),
    sources: source.filter((line): line is string => Boolean(line)),
  };
}

function keysOf({ model, t }: Props): Sheet["legend"] {
  const subject = subjectOf(model, t);
  const contexts = layersKeyed(model, subject?.found ?? []).map((layer) => ({ key: layer.geometry === "point" ? { letter: letterOf(layer, t) } : { context: layer.geometry }, text: t.pair(layer.title) }));
  if (subject) return [...subjectKeys(subject, t), ...contexts];
  const shown = model.shown.value;
  if (!shown) return [];
  const only = onlyOf(model);
  const opacity = 1 - model.state.transparency / 100;
  const rows = legendRows(shown, coloursOf(model), t, model.state.range && chosenAreas(model)).filter((_, i) => only.length === 0 || only.includes(i));
  const classes = rows.map((row) => ({
    key: { colour: row.colour, opacity },
    text: t(model.state.range === null ? "image.class" : "image.shown", { bounds: row.bounds, n: t.plural("count.areas", row.count) }),
  }));
  const options = signOptions(model, shown, t);
  const signs = signRows(shown, options, t).map((sign) => ({
    key: { pattern: sign.pattern },
    text: sign.count === null ? sign.text : t(options.chosen ? "image.shown" : "image.class", { bounds: [sign.mark, sign.text].filter(Boolean).join(" "), n: t.plural("count.areas", sign.count) }),
  }));
  const network = [
    { key: { mark: "disc" as const }, text: t("milestone.happened.legend") },
    { key: { mark: "diamond" as const }, text: t("milestone.knownBy.legend") },
  ];
  const border = { key: { pattern: "border" as const }, text: t("legend.border") };
  return [...classes, ...signs, ...(showsBorders(model) ? [border] : []), ...contexts, ...(model.state.network ? network : [])];
}

function subjectKeys({ classes, signs }: Subject, t: Props["t"]): Sheet["legend"] {
  return [
    ...classes.map((row) => ({ key: { colour: row.colour, opacity: 1 }, text: t("image.class", { bounds: row.bounds, n: t.plural("count.areas", row.count) }) })),
    ...signs.map((sign) => ({ key: { pattern: sign.pattern }, text: t("image.class", { bounds: sign.text, n: t.plural("count.areas", sign.count ?? 0) }) })),
  ];
}

function drawSheet(sheet: Sheet, picture: MapPicture): HTMLCanvasElement {
  const { image } = picture;
  const mapWidth = WIDTH - 2 * MARGIN;
  const mapHeight = (mapWidth * image.height) / image.width;
  const unitHeight = sheet.unit === "" ? 0 : ROW;
  const legendHeight = unitHeight + Math.ceil(sheet.legend.length / 2) * ROW;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) return canvas;
  const widthOf = (part: string): number => pen.measureText(part).width;
  pen.font = fontOf(SUBTITLE_SIZE);
  const subtitles = wrap(sheet.subtitle, mapWidth, widthOf);
  pen.font = fontOf(SOURCE_SIZE);
  const sources = sheet.sources.flatMap((line) => wrap(line, mapWidth, widthOf));
  const lower = (subtitles.length - 1) * SUBTITLE_ROW;
  const top = (sheet.ribbon === null ? 84 : 116) + lower;
  canvas.width = WIDTH * SCALE;
  canvas.height = (top + mapHeight + legendHeight + 60 + sources.length * SOURCE_ROW) * SCALE;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  heading(pen, sheet, subtitles, lower);
  pen.drawImage(image, MARGIN, top, mapWidth, mapHeight);
  names(pen, picture, top, mapWidth / (image.width / picture.scale));
  if (unitHeight > 0) text(pen, sheet.unit, MARGIN, top + mapHeight + 28, 12, INK, 600);
  sheet.legend.forEach(({ key, text: words }, i) => {
    const row = i % Math.ceil(sheet.legend.length / 2);
    const x = MARGIN + (i === row ? 0 : mapWidth / 2);
    const y = top + mapHeight + 28 + unitHeight + row * ROW;
    drawKey(pen, key, x, y - 11);
    text(pen, words, x + 30, y, 12, INK, 400, mapWidth / 2 - 40);
  });
  sources.forEach((line, i) => { text(pen, line, MARGIN, top + mapHeight + legendHeight + 52 + i * SOURCE_ROW, SOURCE_SIZE, SOFT); });
  return canvas;
}

function heading(pen: CanvasRenderingContext2D, sheet: Sheet, subtitles: readonly string[], lower: number): void {
  text(pen, sheet.title, MARGIN, 40, 24, INK, 600);
  subtitles.forEach((line, i) => { text(pen, line, MARGIN, 64 + i * SUBTITLE_ROW, SUBTITLE_SIZE, SOFT); });
  if (sheet.ribbon === null) return;
  pen.fillStyle = "#fbe7b2";
  pen.fillRect(MARGIN, 78 + lower, WIDTH - 2 * MARGIN, 26);
  text(pen, sheet.ribbon, MARGIN + 10, 96 + lower, 14, "#4a3500", 600);
}

function names(pen: CanvasRenderingContext2D, picture: MapPicture, top: number, factor: number): void {
  pen.textAlign = "center";
  pen.lineJoin = "round";
  pen.font = `500 ${12 * factor}px ${FONT}`;
  pen.strokeStyle = "rgba(255,255,255,0.85)";
  pen.lineWidth = 3;
  pen.fillStyle = INK;
  for (const name of picture.names) {
    const x = MARGIN + name.x * factor;
    const y = top + (name.y + 4) * factor;
    pen.strokeText(name.text, x, y);
    pen.fillText(name.text, x, y);
  }
  pen.textAlign = "left";
}

/** A field of the legend, 22 by 14, as it stands on the map. */
function drawKey(pen: CanvasRenderingContext2D, key: Key, x: number, y: number): void {
  if ("mark" in key) {
    pen.drawImage(canvasOf(milestoneMark(key.mark, parseHex("#14202b"), parseHex("#ffffff"))), x + 2, y - 2, 18, 18);
    return;
  }
  if ("letter" in key) {
    const mark = letterMark(key.letter, "");
    if (mark) pen.drawImage(canvasOf(mark), x + 2, y - 2, 18, 18);
    return;
  }
  pen.fillStyle = LIGHT.ground;
  if ("colour" in key && key.opacity < 1) pen.fillRect(x, y, 22, 14);
  pen.globalAlpha = "colour" in key ? key.opacity : 1;
  pen.fillStyle = "colour" in key ? key.colour : "pattern" in key ? (GROUNDS[key.pattern] ?? "#ffffff") : "#ffffff";
  pen.fillRect(x, y, 22, 14);
  pen.globalAlpha = 1;
  if ("context" in key || ("pattern" in key && key.pattern === "border")) {
    drawLine(pen, x, y, "context" in key ? key.context : "border");
    return;
  }
  const fill = "pattern" in key ? patternFill(pen, key.pattern) : null;
  if (fill) {
    pen.fillStyle = fill;
    pen.fillRect(x, y, 22, 14);
  }
  const dashes = "pattern" in key ? DASHES[key.pattern] : undefined;
  pen.setLineDash(dashes ?? []);
  pen.strokeStyle = dashes ? INK : SOFT;
  pen.lineWidth = dashes ? 1.4 : 0.5;
  pen.strokeRect(x, y, 22, 14);
  pen.setLineDash([]);
}

/** What stands on the map as a line, or as hatching within one. */
function drawLine(pen: CanvasRenderingContext2D, x: number, y: number, kind: "line" | "polygon" | "border"): void {
  pen.strokeStyle = kind === "border" ? LIGHT.districtBorder : LIGHT.accent;
  pen.lineWidth = kind === "border" ? 1.6 : 1.4;
  pen.beginPath();
  if (kind === "polygon") {
    for (const [from, to] of [[1, 7], [7, 13], [13, 19]] as const) {
      pen.moveTo(x + from, y + 13);
      pen.lineTo(x + to + 6, y + 1);
    }
    pen.rect(x, y, 22, 14);
  } else {
    pen.moveTo(x, y + 7);
    pen.lineTo(x + 22, y + 7);
  }
  pen.stroke();
}

const DASHES: Partial<Record<Pattern, number[]>> = { modelled: [1.5, 2], converted: [5, 2] };

/** A class of middle darkness, as pale as areas of that sign are. */
const GROUNDS: Partial<Record<Pattern, string>> = { limited: "#94d0d6", wide: "#84cbd3", few: "#84cbd3", widest: "#b6dbde" };

function patternFill(pen: CanvasRenderingContext2D, pattern: Pattern): CanvasPattern | null {
  const specks = dots(128, 8, 3, LIGHT.speck);
  const pixels: Partial<Record<Pattern, Pixels>> = {
    missing: brokenHatching(128, 16, 3, LIGHT.missing.line, LIGHT.missing.ground),
    withheld: hatching(128, 8, 3, LIGHT.withheld.line, LIGHT.withheld.ground),
    imprecise: backHatching(128, 16, 3, LIGHT.withheld.line, LIGHT.withheld.ground),
    coarse: hatching(128, 8, 4, INK, "#ffffff"),
    wide: specks,
    few: backHatching(128, 16, 2, LIGHT.speck, null),
    widest: specks,
  };
  const found = pixels[pattern];
  const fill = found ? pen.createPattern(canvasOf(found), "repeat") : null;
  fill?.setTransform(new DOMMatrix().scale(0.5));
  return fill;
}

function canvasOf({ width, height, data }: Pixels): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  return canvas;
}

const fontOf = (size: number, weight = 400): string => `${weight} ${size}px ${FONT}`;

function text(pen: CanvasRenderingContext2D, words: string, x: number, y: number, size: number, colour: string, weight = 400, room = WIDTH - x - MARGIN): void {
  pen.font = fontOf(size, weight);
  pen.fillStyle = colour;
  pen.fillText(words, x, y, room);
}

/** Lines that fit: squeezed into one, a long line of sources could not be read. */
export function wrap(words: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1] ?? ""} ${word}` : word;
    if (lines.length > 0 && widthOf(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
