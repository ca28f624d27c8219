import type { ComparisonAnswer, Figure, NamedFigure, ValuesAnswer } from "../api/types.js";
import { indicatorOf } from "../app/model.js";
import { axisScale, extent, histogram, type AxisScale } from "../classes/classes.js";
import { judged, relate, standardDeviation, type Relation } from "../format/comparison.js";
import { describeFigure, shortFigure, type Measure } from "../format/figure.js";
import { formatNumber, shareDecimals } from "../format/numbers.js";
import { heldBack, lookOf, markOf } from "../format/status.js";
import { knownValues } from "../map/looks.js";
import type { Props } from "./props.js";
import { measureIn, nameOf, unitPhrase } from "./view-data.js";

export interface Comparison {
  readonly code: string;
  readonly name: string;
  readonly figure: Figure;
  readonly relation: Relation;
  /** The relation in words, with the reference's own value after it. */
  readonly sentence: string;
}

/**
 * An area beside its district and its state, in words; never a rank. Of computed values the server says them, for the
 * area that is selected; of others nothing is said then.
 */
export function comparisonsOf({ model, t }: Props, code: string, own: Figure): Comparison[] {
  const shown = model.shown.value;
  const indicator = indicatorOf(model);
  if (!shown || !indicator) return [];
  const measure = measureIn(model, shown.values);
  const ground = { kind: indicator.kind, spread: spreadOf(shown.values) };
  return references(model, code, t).flatMap(({ code: other, name, place, figure }) => {
    const relation = measure.computed === null ? relate(own, figure, ground) : judgedBy(model, code, other);
    if (relation === "none") return [];
    const percent = (100 * (own.value ?? 0)) / (figure.value ?? 1);
    const share = relation === "part" ? formatNumber(percent, shareDecimals(percent), t.lang) : "";
    const sentence = t(`relation.${relation}`, { name, place, value: referenceText(figure, measure, t), share });
    return [{ code: other, name, figure, relation, sentence }];
  });
}

function judgedBy({ comparisons }: Props["model"], code: string, other: string): Relation {
  const known = comparisons.value;
  if (known?.code !== code) return "none";
  const found = [known.district, known.state].flatMap((answer) => answer?.comparisons ?? []).find((one) => one.with.code === other);
  return found ? judged(found) : "none";
}

/** The area among those of its size or district: how many lie where, never which place it takes. */
export function peersOf({ model, t }: Props, code: string): string | undefined {
  const peers = model.comparisons.value?.code === code ? model.comparisons.value.peers : null;
  if (!peers) return undefined;
  const counts = { about: 0, probablyHigher: 0, probablyLower: 0, open: 0 };
  for (const one of peers.comparisons) {
    const relation = judged(one);
    counts[relation === "about" || relation === "probablyHigher" || relation === "probablyLower" ? relation : "open"]++;
  }
  if (counts.open === peers.comparisons.length) return undefined;
  const group = peersGroup(peers, t);
  const parts = (["probablyHigher", "about", "probablyLower", "open"] as const).filter((key) => counts[key] > 0);
  return t("comparison.peers", { group, parts: parts.map((key) => t(`comparison.peers.${key}`, { n: formatNumber(counts[key], 0, t.lang) })).join(", ") });
}

function peersGroup({ group }: ComparisonAnswer, t: Props["t"]): string {
  if (group.kind !== "size-class") return t.plural(group.kind === "district" ? "comparison.peers.district" : "comparison.peers.list", group.size);
  // "5000-19999", the largest class "100000-".
  const [from = "", to = ""] = group.id.split("-").map((end) => (end === "" ? "" : formatNumber(Number(end), 0, t.lang)));
  const size = to === "" ? t("comparison.size.from", { from }) : t("comparison.size.between", { from, to });
  return t.plural("comparison.peers.size", group.size, { size });
}

/** What the server says of the intervals behind the words, once each; where it says several things, each names what it is of. */
export function comparisonNotes({ model, t }: Props, code: string): string[] {
  const known = model.comparisons.value;
  if (known?.code !== code) return [];
  const shown = references(model, code, t);
  const notes = new Map<string, string[]>();
  for (const answer of [known.district, known.state, known.peers]) {
    const names = answer === known.peers ? [t("comparison.note.peers")] : shown.filter((one) => answer?.comparisons.some((other) => other.with.code === one.code)).map((one) => one.name);
    if (!answer || names.length === 0) continue;
    const note = t.pair(answer.note);
    notes.set(note, [...(notes.get(note) ?? []), ...names]);
  }
  if (notes.size === 1) return [...notes.keys()];
  return [...notes].map(([note, of]) => t("comparison.note.of", { names: of.join(", "), note }));
}

/** "≈ 60 %, eingeschränkt genau": what the value is and what holds it back, for a place between brackets. */
function referenceText(figure: Figure, measure: Measure, t: Props["t"]): string {
  const number = [markOf(figure.status, measure.computed), shortFigure(figure, measure, t)].filter(Boolean).join("\u00a0");
  const held = heldBack(lookOf(figure.status));
  return held ? `${number}, ${t(held)}` : number;
}

const spreads = new WeakMap<ValuesAnswer, number>();

function spreadOf(values: ValuesAnswer): number {
  const known = spreads.get(values) ?? standardDeviation(knownValues(values));
  spreads.set(values, known);
  return known;
}

interface Reference {
  readonly code: string;
  readonly name: string;
  /** "im Kreis Leipzig", "in Sachsen". */
  readonly place: string;
  readonly figure: NamedFigure;
}

/** District and state of an area, without the area itself: a city that is its own district is not compared to itself. */
function references(model: Props["model"], code: string, t: Props["t"]): Reference[] {
  const values = model.shown.value?.values;
  if (!values) return [];
  const entry = model.areas.value?.find((area) => area.code === code);
  const districtCode = entry?.district?.code;
  const district = districtCode === undefined ? undefined : values.reference.districts[districtCode];
  const found: Reference[] = [];
  if (district && districtCode !== undefined && districtCode !== code && !isWholeDistrict(model, districtCode)) {
    const named = /kreis$/i.test(district.name);
    const name = named ? district.name : t("comparison.district", { name: district.name });
    const place = t(named ? "comparison.in.namedDistrict" : "comparison.in.district", { name: district.name });
    found.push({ code: districtCode, name, place, figure: district });
  }
  const { state } = values.reference;
  if (state && state.code !== code) found.push({ code: state.code, name: state.name, place: t("comparison.in.state", { name: state.name }), figure: state });
  return found;
}

function isWholeDistrict(model: Props["model"], district: string): boolean {
  return model.areas.value?.filter((area) => area.district?.code === district).length === 1;
}

const WIDTH = 150;
const ROW = 22;

interface DotRow {
  readonly name: string;
  readonly figure: Figure;
  readonly strong: boolean;
}

/** Dot and whisker for the area and what it is compared to, on the range of all areas. */
export function ComparisonChart(all: Props & { readonly code: string; readonly figure: Figure }) {
  const { model, t, code, figure } = all;
  const shown = model.shown.value;
  const indicator = indicatorOf(model);
  const others = comparisonsOf(all, code, figure);
  if (!shown || !indicator || indicator.kind === "extensive" || figure.value === null || others.length === 0) return null;
  const measure = measureIn(model, shown.values);
  const rows: DotRow[] = [{ name: nameOf(model, code), figure, strong: true }, ...others.map((one) => ({ name: one.name, figure: one.figure, strong: false }))];
  const values = [...knownValues(shown.values), ...rows.flatMap((row) => [row.figure.value, row.figure.lower, row.figure.upper])].filter((value) => value != null);
  const [low, high] = extent(values);
  const scale = axisScale(low, high, histogram(values, []).logarithmic);
  return (
    <figure class="dots">
      <figcaption class="note">{t("comparison.caption", { unit: unitPhrase(shown.values.unit, t), low: formatNumber(low, shown.values.decimals, t.lang), high: formatNumber(high, shown.values.decimals, t.lang) })}</figcaption>
      <dl>
        {rows.map((row) => (
          <div key={row.name} class={row.strong ? "dot-row dot-row-strong" : "dot-row"}>
            <dt>{row.name}</dt>
            <dd>
              <Dot row={row} scale={scale} />
              <span class="number">{dotText(row.figure, measure, shown.values.period, t)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

/** "≈ 72 (70–73)": the unit stands above, the interval also as a whisker. */
function dotText(figure: Figure, measure: Measure, period: string, t: Props["t"]): string {
  const { mark, number, interval } = describeFigure(figure, measure, period, t);
  return [mark, number, interval].filter(Boolean).join(" ");
}

export function Dot({ row, scale }: { readonly row: DotRow; readonly scale: AxisScale }) {
  const place = (value: number): number => 6 + scale.position(value) * (WIDTH - 12);
  const { value, lower, upper } = row.figure;
  return (
    <svg class="dot" viewBox={`0 0 ${WIDTH} ${ROW}`} width={WIDTH} height={ROW} aria-hidden="true">
      <line class="dot-track" x1="6" x2={WIDTH - 6} y1={ROW / 2} y2={ROW / 2} />
      {lower != null && upper != null && <line class="dot-whisker" x1={place(lower)} x2={place(upper)} y1={ROW / 2} y2={ROW / 2} />}
      {value !== null && <circle class="dot-mark" cx={place(value)} cy={ROW / 2} r={row.strong ? 5 : 4} />}
    </svg>
  );
}
