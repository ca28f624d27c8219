import type { Lang } from "./types.js";

/** Why a request gave nothing to show. */
export type FailureKind = "unreachable" | "refused" | "broken" | "unreadable";

/** A request that failed; `detail` is the server's own sentence, in the language asked for. */
export class RequestFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly status: number,
    readonly detail: string,
    readonly problem: string,
  ) {
    super(`${kind} ${status} ${problem} ${detail}`);
    this.name = "RequestFailure";
  }
}

interface Problem {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

async function problemOf(response: Response): Promise<RequestFailure> {
  const kind = response.status >= 500 ? "broken" : "refused";
  try {
    const problem = (await response.json()) as Problem;
    return new RequestFailure(kind, response.status, asText(problem.detail) || asText(problem.title), asText(problem.type));
  } catch {
    // A proxy in between may answer with a page of its own: the status alone has to do.
    return new RequestFailure(kind, response.status, "", "");
  }
}

/** Reads JSON from this server. Rejects with RequestFailure, or with the signal's AbortError. */
export async function readJson(path: string, lang: Lang, signal?: AbortSignal): Promise<unknown> {
  return (await requestJson(path, lang, signal ? { signal } : {})).body;
}

/** Asks this server for a file of any kind. Rejects with RequestFailure, or with the signal's AbortError. */
export async function requestFile(path: string, lang: Lang, asking: Asking): Promise<Blob> {
  const response = await answered(path, asking, { "Accept-Language": lang, ...asking.headers });
  return response.blob();
}

/** What a request is made with, and what came back. */
export type Asking = Pick<RequestInit, "method" | "body" | "cache" | "credentials"> & { readonly signal?: AbortSignal; readonly headers?: Readonly<Record<string, string>> };
export interface Answered {
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks this server for JSON. Rejects with RequestFailure, or with the signal's AbortError. */
export async function requestJson(path: string, lang: Lang, asking: Asking): Promise<Answered> {
  const headers = { Accept: "application/json, application/problem+json", "Accept-Language": lang, ...asking.headers };
  const { signal } = asking;
  const response = await answered(path, asking, headers);
  try {
    return { headers: response.headers, body: await response.json() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestFailure("unreadable", response.status, "", "");
  }
}

async function answered(path: string, asking: Asking, headers: Readonly<Record<string, string>>): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...asking, headers });
  } catch (error) {
    if (asking.signal?.aborted) throw error;
    throw new RequestFailure("unreachable", 0, "", "");
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}
