import type { Classification, ResultKind } from "../api/types.js";
import { toggled } from "../classes/selection.js";
import { indicatorOf, levelOf, type Model, type Shown } from "../app/model.js";
import { isDiverging } from "../colour/schemes.js";
import { cut, formatNumber, withUnit } from "../format/numbers.js";
import { hasValue, isModelled, lookOf, statusText, type Look } from "../format/status.js";
import { classCounts, isCoarser, restricted, statusCounts } from "../map/looks.js";
import { FEW, fewCount, widthCounts, type WidthBounds } from "../map/uncertainty.js";
import type { Translator } from "../texts/texts.js";
import { ChosenClasses } from "./chosen-classes.js";
import { ContextKeys } from "./context-keys.js";
import { MethodLink } from "./method-link.js";
import type { Props } from "./props.js";
import { SignGuide } from "./sign-guide.js";
import { ColourSwatch, PatternSwatch, type Pattern } from "./swatch.js";
import { chosenAreas, coloursOf, fewShown, measureIn, middleOf, onlyOf, schemeOf, unitPhrase, widthsShown } from "./view-data.js";

export interface LegendRow {
  readonly colour: string;
  readonly bounds: string;
  readonly count: number;
}

/** Classes with their bounds in words; classes are closed on the right. Counted are the areas of a range, if one shows alone. */
export function legendRows({ values, classes }: Shown, colours: readonly string[], t: Translator, chosen: ReadonlySet<string> | null = null): LegendRow[] {
  const counts = chosen ? classCounts(restricted(values, chosen), classes.breaks) : classes.counts;
  const digits = boundDecimals(classes, values.decimals);
  const number = (value: number | undefined): string => formatNumber(cut(value ?? 0, digits), digits, t.lang);
  const bounds = (i: number): string => {
    const [low, high] = [classes.breaks[i], classes.breaks[i + 1]];
    return i === 0 && low === high ? number(low) : t(i === 0 ? "legend.first" : "legend.class", { low: number(low), high: number(high) });
  };
  return counts.map((count, i) => ({ colour: colours[i] ?? "", bounds: bounds(i), count }));
}

/**
 * More digits than the values have only where two bounds would otherwise read the same, or where a person typed them.
 */
export function boundDecimals({ breaks, method }: Pick<Classification, "breaks" | "method">, decimals: number): number {
  for (let digits = decimals; digits <= Math.min(6, decimals + 2); digits++) {
    const shown = breaks.map((value) => cut(value, digits));
    const typed = method === "manual" && breaks.some((value, i) => value !== shown[i]);
    if (!typed && new Set(shown).size === new Set(breaks).size) return digits;
  }
  return decimals;
}

export interface SignRow {
  readonly pattern: Pattern;
  readonly mark: string;
  readonly text: string;
  readonly count: number | null;
}

const PATTERNS: Partial<Record<Look, Pattern>> = { missing: "missing", withheld: "withheld", imprecise: "imprecise", converted: "converted", limited: "limited", incomplete: "limited" };

/** What the signs depend on besides the values. */
export interface SignOptions {
  readonly nativeLevel: string;
  readonly computed: ResultKind | null;
  readonly widths: WidthBounds | null;
  /** Letters of few respondents, while uncertainty shows. */
  readonly few: ReadonlySet<string>;
  /** Areas that show alone, which alone are counted; all where there is no choice. */
  readonly chosen?: ReadonlySet<string> | null;
}

/** The options for what the map shows now. */
export function signOptions(model: Model, { values }: Shown, t: Translator): SignOptions {
  const native = levelOf(model.catalog, values.nativeLevel);
  return { nativeLevel: native ? t.pair(native.plural) : values.nativeLevel, computed: measureIn(model, values).computed, widths: widthsShown(model), few: fewShown(model), chosen: chosenAreas(model) };
}

/** Signs that the map really shows now, each with its reason and how many areas carry it. */
export function signRows({ values, classes }: Shown, { nativeLevel, computed, widths, few, chosen }: SignOptions, t: Translator): SignRow[] {
  const shown = { values: chosen ? restricted(values, chosen) : values, classes };
  const counts = statusCounts(shown.values);
  const rows = counts.flatMap(([letter, count]): SignRow[] => {
    const look = lookOf(letter);
    const pattern = PATTERNS[look];
    if (!pattern) return [];
    if (look === "incomplete") return [{ pattern, mark: "*", text: t("status.K"), count }];
    if (look === "limited") return [{ pattern, mark: "( )", text: t("status.L"), count }];
    const reason = statusText(letter, t, computed);
    const text = hasValue(look) ? reason : t(`legend.${look === "missing" ? "missing" : "withheld"}`, { reason });
    return [{ pattern, mark: look === "converted" ? "⇄" : "", text, count }];
  });
  const modelled = counts.reduce((sum, [letter, count]) => sum + (isModelled(letter, computed) ? count : 0), 0);
  if (modelled > 0) rows.unshift({ pattern: "modelled", mark: "≈", text: statusText("E", t, computed), count: modelled });
  if (widths) rows.push(...widthRows(shown, widths, t));
  const answers = fewCount(shown.values, few);
  if (answers > 0) rows.push({ pattern: "few", mark: "", text: t("legend.few", { n: FEW }), count: answers });
  if (isCoarser(shown.values)) rows.push({ pattern: "coarse", mark: "", text: t("legend.coarser", { level: nativeLevel }), count: null });
  return rows;
}

function widthRows({ values }: Shown, bounds: WidthBounds, t: Translator): SignRow[] {
  const counts = widthCounts(values, bounds);
  const width = (value: number): string => {
    const number = formatNumber(value, values.decimals, t.lang);
    return values.unit.id === "percent" ? t("unit.points", { n: number }) : withUnit(number, t.pair(values.unit.symbol), t.lang);
  };
  return (["wide", "widest"] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => ({ pattern: one, mark: "", text: t(`legend.${one}`, { width: width(bounds[one]) }), count: counts[one] }));
}

export function Legend(props: Props) {
  const { model, radar, t } = props;
  const shown = model.shown.value;
  if (!shown) return null;
  const only = onlyOf(model);
  const hidden = (index: number): boolean => only.length > 0 && !only.includes(index);
  const rows = legendRows(shown, coloursOf(model), t, model.state.range && chosenAreas(model));
  const options = signOptions(model, shown, t);
  const signs = signRows(shown, options, t);
  const { range } = model.state;
  return (
    <div class="legend-body">
      <p class="legend-unit">
        <span>{unitPhrase(shown.values.unit, t)}</span>
        <span class="legend-n">{t(range === null ? "legend.areas" : "legend.areas.shown")}</span>
      </p>
      <ul class="legend-classes">
        {rows.map((row, i) => (
          <li key={row.bounds}>
            <ClassButton
              row={hidden(i) ? { ...row, colour: "none" } : row}
              opacity={1 - model.state.transparency / 100}
              count={formatNumber(row.count, 0, t.lang)}
              pressed={only.includes(i)}
              point={(on) => { radar.point(on ? { kind: "class", index: i } : null); }}
              choose={() => { radar.showOnly(toggled(only, [i], rows.length)); }}
            />
          </li>
        ))}
      </ul>
      <ChosenClasses {...props} />
      {signs.length > 0 && options.chosen && <p class="note legend-counted">{t("legend.counted", { n: t.plural("count.areas", options.chosen.size) })}</p>}
      {signs.length > 0 && (
        <ul class="legend-signs">
          {signs.map((sign) => (
            <li key={sign.text}>
              <PatternSwatch pattern={sign.pattern} />
              <span>
                {sign.mark && <span class="sign">{sign.mark} </span>}
                {sign.text}
              </span>
              <span class="legend-n">{sign.count === null ? "" : formatNumber(sign.count, 0, t.lang)}</span>
            </li>
          ))}
        </ul>
      )}
      <BorderKey {...props} />
      <ContextKeys {...props} />
      <NetworkKeys {...props} />
      <SignGuide t={t} />
      {footnote(props, shown) && <p class="note">{footnote(props, shown)}</p>}
      <MethodLink {...props} values={shown.values} />
    </div>
  );
}

/** What a reader must know to read the colours right; nothing for a plain scheme of shares. */
function footnote({ model, t }: Props, { values }: Shown): string {
  const middle = middleOf(model);
  const parts: string[] = [];
  if (isDiverging(schemeOf(model)) && middle !== null) {
    parts.push(t(indicatorOf(model)?.middle == null ? "legend.middle.state" : "legend.middle", { value: formatNumber(middle, values.decimals, t.lang), state: values.reference.state?.name ?? "" }));
  }
  if (indicatorOf(model)?.kind === "extensive") parts.push(t("legend.extensive"));
  return parts.join(" ");
}

interface ClassButtonProps {
  readonly row: LegendRow;
  readonly opacity: number;
  readonly count: string;
  readonly pressed: boolean;
  readonly point: (on: boolean) => void;
  readonly choose: () => void;
}

function ClassButton({ row, opacity, count, pressed, point, choose }: ClassButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onMouseEnter={() => { point(true); }}
      onMouseLeave={() => { point(false); }}
      onClick={choose}
    >
      <ColourSwatch colour={row.colour} opacity={opacity} />
      <span>{row.bounds}</span>
      <span class="legend-n">{count}</span>
    </button>
  );
}

/** Whether the outlines of districts stand above finer areas. */
export const showsBorders = ({ state, tiles }: Model): boolean => state.borders && Boolean(tiles.value?.districts);

function BorderKey({ model, t }: Props) {
  if (!showsBorders(model)) return null;
  return (
    <ul class="legend-signs legend-borders">
      <li>
        <PatternSwatch pattern="border" />
        <span>{t("legend.border")}</span>
      </li>
    </ul>
  );
}

function NetworkKeys({ model, t }: Props) {
  if (!model.state.network) return null;
  return (
    <ul class="legend-signs legend-network">
      <li>
        <MilestoneMark means="happened" />
        <span>{t("milestone.happened.legend")}</span>
      </li>
      <li>
        <MilestoneMark means="known_by" />
        <span>{t("milestone.knownBy.legend")}</span>
      </li>
      {model.state.until !== null && <li>{t("network.countedUntil", { year: String(model.state.until) })}</li>}
    </ul>
  );
}

/** The two signs of milestones as they stand on the map. */
export function MilestoneMark({ means }: { readonly means: "happened" | "known_by" }) {
  return (
    <svg class="milestone-mark" viewBox="0 0 18 18" aria-hidden="true">
      {means === "happened" ? <circle cx="9" cy="9" r="5.5" /> : <path d="M9 2.5 15.5 9 9 15.5 2.5 9z" />}
    </svg>
  );
}
