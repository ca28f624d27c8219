import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { formatInstant } from "../format/dates.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { failureOf } from "./admin-api.js";
import type { SectionProps } from "./administration.js";
import { FailureText } from "./failure-text.js";
import { JobResult, Steps } from "./job-panel.js";
import { useLoaded } from "./loading.js";
import { RowTable } from "./table.js";
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
  const at = (job: JobBrief): string => formatInstant(job.createdAt, t.lang);
  return (
    <RowTable
      caption={t("section.jobs")}
      name="jobs"
      rows={jobs}
      keyOf={(job) => job.id}
      columns={[
        { head: t("jobs.at"), kind: "name", cell: at },
        { head: t("jobs.kind"), cell: (job) => t(`kind.${job.kind}`) },
        { head: t("jobs.state"), cell: (job) => (job.state === "done" && job.rejected ? t("state.rejected") : t(`state.${job.state}`)) },
        {
          head: t("jobs.action"),
          kind: "action",
          cell: (job) => (
            <button type="button" aria-label={t("jobs.openOne", { kind: t(`kind.${job.kind}`), at: at(job) })} onClick={() => { open(job.id); }}>
              {t("jobs.open")}
            </button>
          ),
        },
      ]}
    />
  );
}
