/** A frozen state of the data as the server lists it. */
export interface Release {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly created: string;
  readonly example: boolean;
  readonly citation: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
}

/** The releases of an answer, newest first. */
export const releasesIn = (answer: unknown): readonly Release[] => [...(answer as { readonly releases: readonly Release[] }).releases].sort((a, b) => b.created.localeCompare(a.created));
