import type { RequestFailure } from "../api/client.js";
import type { AdminTranslator } from "../texts/admin-texts.js";

interface Props {
  readonly t: AdminTranslator;
  readonly failure: RequestFailure;
  /** What did not happen, in a sentence. */
  readonly what: string;
}

/** What happened, then why: the page's words for what it knows, else the server's own sentence. */
export function FailureText({ t, failure, what }: Props) {
  return (
    <p class="note-wrong failure-text">
      <b>{what}</b> {reason(t, failure)}
    </p>
  );
}

function reason(t: AdminTranslator, failure: RequestFailure): string {
  if (failure.problem.endsWith("/token-refused")) return t("failure.token");
  if (failure.problem.endsWith("/token-needed")) return t("failure.tokenNeeded");
  if (failure.problem.endsWith("/role-too-weak")) return t("failure.role");
  if (failure.kind === "unreachable") return t("failure.unreachable");
  return failure.detail || t("failure.answer", { status: failure.status });
}
