import type { TextPair } from "../api/types.js";

/** A file of a release; its address begins at the root of the server. */
export interface ReleaseFile {
  readonly name: string;
  readonly title: TextPair;
  readonly bytes: number;
  readonly sha256: string;
  readonly href: string;
}

/** A frozen state of the data as the server lists it. */
export interface Release {
  readonly id: string;
  readonly title: TextPair;
  /** What its readers should know; empty if there is nothing. */
  readonly notes: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly example: boolean;
  readonly citation: TextPair;
  readonly files: readonly ReleaseFile[];
  readonly withdrawn: boolean;
  /** Both are there when it was withdrawn. */
  readonly withdrawal: { readonly at?: string; readonly reason?: TextPair };
}

/** The releases of an answer, newest first. */
export const releasesIn = (answer: unknown): readonly Release[] => [...(answer as { readonly releases: readonly Release[] }).releases].sort((a, b) => b.createdAt.localeCompare(a.createdAt));

const CITATION_FILE = "CITATION.cff";
/** It lists the checksums of all files, for programs that compare them. */
const SUMS = "SHA256SUMS";

/** Files with data, and those that speak of them. */
export function filesOf({ files }: Release): { readonly data: readonly ReleaseFile[]; readonly papers: readonly ReleaseFile[] } {
  const isPaper = ({ name }: ReleaseFile): boolean => name === CITATION_FILE || name === SUMS;
  return { data: files.filter((one) => !isPaper(one)), papers: files.filter(isPaper) };
}
