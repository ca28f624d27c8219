import type { Release } from "../data/release.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { ComputationReportView } from "./computation-report.js";
import { DeletionReport } from "./deletion-report.js";
import { PackagesReport } from "./packages-report.js";
import { ReleaseReport } from "./release-report.js";
import { RestorationReport } from "./revisions-section.js";
import { SurveyReportView } from "./survey-report.js";
import type { ComputationReport, ImportReport, Job, Revision, SurveyReport, WaveDeletion } from "./types.js";

/** The report of a job that is done, in words and tables of its kind. */
export function Report({ t, job }: { readonly t: AdminTranslator; readonly job: Job }) {
  switch (job.kind) {
    case "survey":
      return <SurveyReportView t={t} report={job.report as SurveyReport} />;
    case "import":
      return <PackagesReport t={t} report={job.report as ImportReport} />;
    case "deletion":
      return <DeletionReport t={t} what={job.report as WaveDeletion} />;
    case "release":
      return <ReleaseReport t={t} release={job.report as Release} />;
    case "restoration":
      return <RestorationReport t={t} made={job.report as Revision} />;
    case "model":
    case "index":
    case "publication":
      return <ComputationReportView t={t} report={job.report as ComputationReport} />;
  }
}
