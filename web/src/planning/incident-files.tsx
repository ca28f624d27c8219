import { useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import { saveFile } from "../export/save-file.js";
import { incidentAsked } from "../state/incident.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

const FORMATS = ["html", "csv", "geojson"] as const;
type Format = (typeof FORMATS)[number];

/** The situation sheet for printing, and the numbers for other programs; each file names its sources itself. */
export function IncidentFiles({ model, radar, t }: Props) {
  const p = words(t.lang);
  const [waiting, setWaiting] = useState<Format | null>(null);
  const [failed, setFailed] = useState<{ readonly format: Format; readonly failure: RequestFailure } | null>(null);
  const asked = incidentAsked(model.state, model.catalog, model.file);
  if (!asked) return null;
  const save = (format: Format): void => {
    setWaiting(format);
    setFailed(null);
    const example = model.incident.value?.example === true ? "example-" : "";
    radar.api
      .incidentFile(asked, format)
      .then(
        (file) => { saveFile(file, `${example}${p("incident.file.name")}.${format}`); },
        (error: unknown) => {
          if (!(error instanceof RequestFailure)) throw error;
          setFailed({ format, failure: error });
        },
      )
      .finally(() => { setWaiting(null); });
  };
  return (
    <>
      <div class="actions incident-files screen-only" role="group" aria-label={p("incident.files")}>
        {FORMATS.map((format) => (
          <button key={format} type="button" disabled={waiting !== null} onClick={() => { save(format); }}>
            {p(`incident.file.${format}`)}
          </button>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {waiting !== null && t("loading")}
      </p>
      {failed && <Failure t={t} failure={failed.failure} what={p("incident.file.failure")} retry={() => { save(failed.format); }} />}
    </>
  );
}
