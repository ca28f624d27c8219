import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { failureOf, type AdminApi } from "./admin-api.js";
import type { Job } from "./types.js";

/** How something that was sent goes on. */
export type Run =
  | { readonly phase: "none" }
  | { readonly phase: "sending"; readonly dryRun: boolean }
  | { readonly phase: "working"; readonly dryRun: boolean; readonly job: Job; readonly away: boolean }
  | { readonly phase: "over"; readonly dryRun: boolean; readonly job: Job }
  | { readonly phase: "failed"; readonly dryRun: boolean; readonly failure: RequestFailure };

export const NO_RUN: Run = { phase: "none" };

export const isBusy = (run: Run): boolean => run.phase === "sending" || run.phase === "working";

/** Whether the job ended, and its report says that what was sent is right. */
export function isFine(job: Job): boolean {
  return job.state === "done" && (job.report as { rejected?: unknown } | null)?.rejected !== true;
}

/** Whether the very files that were sent were found right by a dry run. */
export const isChecked = (run: Run): boolean => run.phase === "over" && run.dryRun && isFine(run.job);

export interface Runner {
  readonly run: Run;
  /** Sends something, and follows its job to the end. */
  readonly start: (dryRun: boolean, send: () => Promise<Job>) => void;
  /** Forgets what was; a job goes on at the server all the same. */
  readonly forget: () => void;
}

const isOver = (job: Job): boolean => job.state === "done" || job.state === "failed";
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;

/** Sends and follows; a newer start or the end of the page leaves an older one alone. `ended` hears of each end. */
export function useRun(api: AdminApi, ended: () => void): Runner {
  const [run, setRun] = useState<Run>(NO_RUN);
  const current = useRef(0);
  useEffect(() => () => { current.current = -1; }, []);
  const go = async (dryRun: boolean, send: () => Promise<Job>): Promise<void> => {
    const mine = ++current.current;
    const show = (next: Run): boolean => {
      const wanted = mine === current.current;
      if (wanted) setRun(next);
      return wanted;
    };
    show({ phase: "sending", dryRun });
    try {
      await follow(api, dryRun, await send(), show);
    } catch (error) {
      show({ phase: "failed", dryRun, failure: failureOf(error) });
    }
    ended();
  };
  return {
    run,
    start: (dryRun, send) => { void go(dryRun, send); },
    forget: () => {
      current.current++;
      setRun(NO_RUN);
    },
  };
}

async function follow(api: AdminApi, dryRun: boolean, first: Job, show: (run: Run) => boolean): Promise<void> {
  let job = first;
  let wait = SHORTEST_PAUSE_MS;
  let away = false;
  while (!isOver(job)) {
    if (!show({ phase: "working", dryRun, job, away })) return;
    await pause(wait);
    wait = Math.min(wait * 1.3, LONGEST_PAUSE_MS);
    try {
      job = await api.job(job.id);
      away = false;
    } catch (error) {
      const failure = failureOf(error);
      // A job goes on while nobody can ask about it.
      if (failure.kind === "refused") throw failure;
      away = true;
    }
  }
  show({ phase: "over", dryRun, job });
}
