import type { TextPair } from "../api/types.js";

/** Shapes of the answers of the admin port, as far as the page reads them. */

/** What a token allows; the page never sees one that only reads. */
export type Role = "editor" | "admin";

export type JobKind = "import" | "survey" | "model" | "index" | "publication" | "deletion" | "release" | "restoration";
export type JobState = "queued" | "running" | "done" | "failed";

export interface Step {
  readonly what: TextPair;
  readonly done: number;
  /** −1 if nobody knows. */
  readonly total: number;
  readonly ended: boolean;
}

/** A job in the list. */
export interface JobBrief {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly createdAt: string;
  readonly rejected: boolean;
}

export interface Job extends Omit<JobBrief, "rejected"> {
  readonly steps: readonly Step[];
  /** Report of its kind once the job is done. */
  readonly report: unknown;
  readonly problem: { readonly title?: string; readonly detail?: string };
}

export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning" | "note";
  readonly file: string;
  /** Row or line from 1; 0 if it concerns none. */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly text: TextPair;
}

export interface Issues {
  readonly issueCounts: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
}

export type Outcome = "stored" | "checked" | "rejected" | "not-read";

export interface LevelSpread {
  readonly level: string;
  readonly name: TextPair;
  readonly areas: number;
  readonly enough: number;
  readonly few: number;
  readonly none: number;
  readonly outside: number;
}

export interface ScalePart {
  readonly part: string;
  readonly correctedCorrelation: number | null;
  readonly weak: boolean;
  readonly alphaIfDropped: number | null;
}

export interface Scale {
  readonly scale: string;
  readonly title: TextPair;
  readonly complete: number;
  readonly alpha: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly parts: readonly ScalePart[];
  readonly areaReliability: number | null;
  readonly areaReliabilityOfTen: number | null;
}

export interface DesignEffect {
  readonly result: string;
  readonly respondents: number;
  readonly effectiveSize: number | null;
  readonly designEffect: number | null;
}

export interface Raking {
  readonly converged: boolean;
  readonly rounds: number;
  readonly largestDeviation: number | null;
  readonly atLimit: number;
  readonly effectiveSizeBefore: number | null;
  readonly effectiveSizeAfter: number | null;
  readonly smallestWeight: number | null;
  readonly largestWeight: number | null;
}

export interface SurveyReport extends Issues {
  readonly survey: string;
  readonly period: string;
  readonly outcome: Outcome;
  readonly rows: number;
  readonly respondents: number;
  readonly levels: readonly LevelSpread[];
  readonly items: readonly { readonly item: string; readonly missing: number; readonly share: number }[];
  readonly scales: readonly Scale[];
  readonly designEffects: readonly DesignEffect[];
  readonly raking: readonly Raking[];
  /** Lines for people: what was or would be made public, and what not. */
  readonly results: readonly TextPair[];
}

export interface PackageReport extends Issues {
  readonly name: string;
  readonly outcome: Outcome;
  readonly revision: number;
  readonly resources: readonly { readonly name: string; readonly counts: Readonly<Record<string, number>> }[];
}

export interface ImportReport {
  readonly packages: readonly PackageReport[];
}

/** What came of a model, an index or the publication of a wave. */
export interface ComputationReport {
  readonly outcome: Outcome;
  readonly subject: string;
  readonly dataset: string;
  readonly revision: number;
  readonly results: readonly {
    readonly indicator: string;
    readonly name: TextPair;
    readonly period: string;
    /** How it was computed; public with the result. */
    readonly method: unknown;
  }[];
  readonly issues: readonly Issue[];
}

export interface Resting {
  readonly kind: "survey" | "model" | "index";
  readonly dataset: string;
  readonly period: string;
  readonly indicators: readonly string[];
}

/** What goes, or went, with a wave. */
export interface WaveDeletion {
  readonly survey: string;
  readonly wave: string;
  readonly deleted: boolean;
  readonly respondents: number;
  readonly releases: number;
  readonly resting: readonly Resting[];
  readonly revision: number;
}

export interface Wave {
  readonly survey: string;
  readonly wave: string;
  readonly importedAt: string;
  readonly respondents: number;
}

/** A state of the data that is kept. */
export interface Revision {
  readonly revision: number;
  readonly createdAt: string;
  /** Data set that was brought. */
  readonly dataset: string;
  /** The revision that it repeats; 0 for an import. */
  readonly restoredFrom: number;
}

export interface Waves {
  readonly waves: readonly Wave[];
  readonly deleted: readonly { readonly survey: string; readonly wave: string; readonly deletedAt: string }[];
}

/** A questionnaire that comes with the product. */
export interface ReadyQuestionnaire {
  readonly id: string;
  readonly title: TextPair;
  readonly file: string;
  readonly text: string;
}
