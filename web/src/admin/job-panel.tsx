import { formatNumber } from "../format/numbers.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { FailureText } from "./failure-text.js";
import { Report } from "./report.js";
import { isFine, type Run } from "./run.js";
import type { Job, Step } from "./types.js";

interface Props {
  readonly t: AdminTranslator;
  readonly run: Run;
  readonly title: string;
}

/** How something that was sent goes on, and its report in the end. */
export function JobPanel({ t, run, title }: Props) {
  return (
    // Always there, or what is said in it would not be read out.
    <div class={run.phase === "none" ? "" : "job"}>
      {run.phase !== "none" && <h2>{title}</h2>}
      <p class="job-state" role="status">{stateOf(t, run)}</p>
      {run.phase === "failed" && <FailureText t={t} failure={run.failure} what={t("job.notDone")} />}
      {run.phase === "sending" && <progress aria-label={t("job.sending")} />}
      {run.phase === "working" && <Steps t={t} job={run.job} />}
      {run.phase === "over" && <JobResult t={t} job={run.job} />}
    </div>
  );
}

/** What became of a job that ended. */
export function JobResult({ t, job }: { readonly t: AdminTranslator; readonly job: Job }) {
  if (job.state === "failed") {
    return (
      <p class="note-wrong">
        <b>{t("job.notDone")}</b> {job.problem.detail ?? job.problem.title ?? ""}
      </p>
    );
  }
  return <Report t={t} job={job} />;
}

function stateOf(t: AdminTranslator, run: Run): string {
  switch (run.phase) {
    case "none":
      return "";
    case "sending":
      return t("job.sending");
    case "working":
      return run.away ? t("job.away") : t(`job.${run.job.state === "queued" ? "queued" : run.dryRun ? "checking" : "storing"}`);
    case "over":
      return overText(t, run.job, run.dryRun);
    case "failed":
      return t("job.failed");
  }
}

function overText(t: AdminTranslator, job: Job, dryRun: boolean): string {
  if (job.state === "failed") return t("job.failed");
  if (!isFine(job)) return t("job.rejected");
  if (job.kind === "deletion") return t("job.deleted");
  if (job.kind === "restoration") return t("job.restored");
  if (job.kind === "release") return t("job.released");
  return t(dryRun ? "job.fine" : "job.stored");
}

const MOST_STEPS = 5;

/** The latest steps; a bar where the number of units is known. */
export function Steps({ t, job }: { readonly t: AdminTranslator; readonly job: Job }) {
  return (
    <ol class="steps">
      {job.steps.slice(-MOST_STEPS).map((step, i) => (
        <li key={job.steps.length - i}>
          <span>{t.pair(step.what)}</span> <StepState t={t} step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepState({ t, step }: { readonly t: AdminTranslator; readonly step: Step }) {
  if (step.ended) return <span class="note">{t("job.stepDone")}</span>;
  const label = t.pair(step.what);
  if (step.total <= 0) return <progress aria-label={label} />;
  const number = (value: number): string => formatNumber(value, 0, t.lang);
  return (
    <>
      <progress aria-label={label} value={Math.min(step.done, step.total)} max={step.total} />{" "}
      <span class="note">{t("job.stepOf", { done: number(step.done), total: number(step.total) })}</span>
    </>
  );
}
