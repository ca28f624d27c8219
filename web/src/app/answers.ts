import { RequestFailure } from "../api/client.js";

/** The revision that an answer says it is of; most lists say nothing. */
export function revisionOf(value: unknown): number | undefined {
  return typeof value === "object" && value !== null && "revision" in value && typeof value.revision === "number" ? value.revision : undefined;
}

/** A mistake in this page is no failure of the server: it is reported, and the page says that it cannot go on. */
export function asFailure(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  console.error(error);
  return new RequestFailure("unreadable", 0, "", "");
}
