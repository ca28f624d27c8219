import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { formatInstant } from "../format/dates.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { failureOf } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { FailureText } from "./failure-text.js";
import { JobResult, Steps } from "./job-panel.js";
import { useLoaded } from "./loading.js";
import type { Job, JobBrief } from "./types.js";

const REFRESH_MS = 2_000;

/** The jobs of the last day; one can be looked at again with its report. */
export function JobsSection({ api, t, changes, shown }: SectionProps) {
  const { value, failure, again } = useLoaded(() => api.jobs(), shown, changes);
  const [job, setJob] = useState<Job | null>(null);
  const [missing, setMissing] = useState<RequestFailure | null>(null);
  const running = value?.some((one) => one.state === "queued" || one.state === "running") ?? false;
  useEffect(() => {
    if (!shown || !running) return undefined;
    const timer = setInterval(again, REFRESH_MS);
    return () => { clearInterval(timer); };
  }, [shown, running]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [job]);
  const open = async (id: string): Promise<void> => {
    setMissing(null);
    try {
      setJob(await api.job(id));
    } catch (error) {
      setMissing(failureOf(error));
    }
  };
  return (
    <>
      <p class="note">{t("jobs.intro")}</p>
      {failure && <FailureText t={t} failure={failure} what={t("jobs.failed")} />}
      <button type="button" onClick={again}>{t("jobs.refresh")}</button>
      {value?.length === 0 && <p class="empty">{t("jobs.empty")}</p>}
      {value !== null && value.length > 0 && <JobList t={t} jobs={value} open={(id) => { void open(id); }} />}
      {missing && <FailureText t={t} failure={missing} what={t("jobs.oneFailed")} />}
      {job && (
        <div class="job">
          <h2 ref={heading} tabIndex={-1}>{t("jobs.report", { kind: t(`kind.${job.kind}`), at: formatInstant(job.createdAt, t.lang) })}</h2>
          <Steps t={t} job={job} />
          {(job.state === "done" || job.state === "failed") && <JobResult t={t} job={job} />}
        </div>
      )}
    </>
  );
}

interface ListProps {
  readonly t: AdminTranslator;
  readonly jobs: readonly JobBrief[];
  readonly open: (id: string) => void;
}

function JobList({ t, jobs, open }: ListProps) {
  return (
    <div class="scroller" tabIndex={0} role="group" aria-label={t("section.jobs")}>
      <table class="jobs">
        <caption class="visually-hidden">{t("section.jobs")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("jobs.at")}</th>
            <th scope="col">{t("jobs.kind")}</th>
            <th scope="col">{t("jobs.state")}</th>
            <th scope="col"><span class="visually-hidden">{t("jobs.action")}</span></th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => {
            const at = formatInstant(job.createdAt, t.lang);
            const kind = t(`kind.${job.kind}`);
            return (
              <tr key={job.id}>
                <th scope="row">{at}</th>
                <td>{kind}</td>
                <td>{job.state === "done" && job.rejected ? t("state.rejected") : t(`state.${job.state}`)}</td>
                <td>
                  <button type="button" aria-label={t("jobs.openOne", { kind, at })} onClick={() => { open(job.id); }}>{t("jobs.open")}</button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
