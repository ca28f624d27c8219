import { formatNumber, shareDecimals, withUnit } from "../format/numbers.js";
import type { Lang } from "../api/types.js";
import type { DataWords } from "./words.js";

/** What the page reads of a method document; which parts there are depends on the kind. */
export interface MethodDocument {
  readonly kind: string;
  readonly design?: { readonly respondentsAtLeast?: number; readonly weighted?: boolean; readonly clustered?: boolean };
  readonly reliability?: { readonly alpha?: number; readonly lower?: number; readonly upper?: number } | null;
  readonly areas?: Readonly<Record<string, number>>;
  readonly diagnostics?: {
    readonly leaveOneOutError?: number;
    readonly naiveLeaveOneOutError?: number;
    readonly calibration?: readonly { readonly nominal: number; readonly observed: number }[];
    readonly moransI?: { readonly pValue?: number } | null;
  };
  readonly draws?: number;
  readonly warnings?: readonly unknown[];
}

const percent = (share: number, lang: Lang): string => withUnit(formatNumber(100 * share, shareDecimals(100 * Math.abs(share)), lang), "%", lang);

/** How good a computed result is, in sentences; each rests on one figure of its method document. */
export function diagnosticsOf(document: MethodDocument, d: DataWords): readonly string[] {
  if (document.kind === "survey") return surveyLines(document, d);
  return document.kind === "model" ? modelLines(document, d) : indexLines(document, d);
}

function surveyLines({ design, reliability }: MethodDocument, d: DataWords): readonly string[] {
  const lines: string[] = [];
  if (design?.respondentsAtLeast !== undefined) lines.push(d("quality.respondents", { n: formatNumber(design.respondentsAtLeast, 0, d.lang) }));
  if (design?.weighted !== undefined) lines.push(d(design.weighted ? "quality.weighted" : "quality.unweighted"));
  if (design?.clustered) lines.push(d("quality.clustered"));
  if (reliability?.alpha !== undefined) lines.push(d("quality.alpha", { alpha: formatNumber(reliability.alpha, 2, d.lang), lower: formatNumber(reliability.lower ?? reliability.alpha, 2, d.lang), upper: formatNumber(reliability.upper ?? reliability.alpha, 2, d.lang) }));
  return lines;
}

/** An interval that is to hold 19 values of 20. */
const USUAL = 0.95;
const FIRM = 0.05;

function modelLines({ areas = {}, diagnostics = {} }: MethodDocument, d: DataWords): readonly string[] {
  const { leaveOneOutError, naiveLeaveOneOutError, calibration = [], moransI } = diagnostics;
  const lines = [d("quality.sampled", { sampled: areas.sampled ?? 0, without: (areas["without-respondents"] ?? 0) + (areas.hidden ?? 0) })];
  if (leaveOneOutError !== undefined && naiveLeaveOneOutError !== undefined && naiveLeaveOneOutError > 0) {
    const less = 1 - leaveOneOutError / naiveLeaveOneOutError;
    lines.push(less > 0 ? d("quality.error.less", { percent: percent(less, d.lang) }) : d("quality.error.none"));
  }
  const usual = calibration.find((one) => Math.abs(one.nominal - USUAL) < 1e-9);
  if (usual) lines.push(d("quality.calibration", { nominal: percent(usual.nominal, d.lang), observed: percent(usual.observed, d.lang) }));
  if (moransI?.pValue !== undefined) lines.push(d(moransI.pValue < FIRM ? "quality.moran.left" : "quality.moran.none"));
  return lines;
}

function indexLines({ draws, warnings = [] }: MethodDocument, d: DataWords): readonly string[] {
  const lines: string[] = [];
  if (draws !== undefined) lines.push(d("quality.draws", { n: formatNumber(draws, 0, d.lang) }));
  lines.push(warnings.length === 0 ? d("quality.warnings.none") : d.plural("quality.warnings", warnings.length));
  return lines;
}
