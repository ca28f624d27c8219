import { useState } from "preact/hooks";
import { paths } from "../api/radar-api.js";
import { currentOf } from "../app/model.js";
import { CopyLink } from "./copy-link.js";
import type { Props } from "./props.js";
import { subjectOf } from "./subject.js";

/** What can be taken away from the map: a link, a page, a picture, the values. */
export function MapActions(props: Props) {
  const { model, t } = props;
  // A picture or page made now would show the old values under the new title.
  const waiting = model.mapBehind || (model.state.view === "map" ? currentOf(model) === null : !subjectOf(model, t)?.looks.size);
  const [failed, setFailed] = useState(false);
  const draw = (): void => {
    setFailed(false);
    // Only who wants a picture reads the script that draws it.
    import("../export/map-image.js").then(({ saveImage }) => { saveImage(props); }, () => { setFailed(true); });
  };
  const { indicator, level, year, edition } = model.state;
  const csv = paths.values({ revision: model.catalog.revision, stamp: model.catalog.stamp, indicator, level, period: year, edition }, "csv");
  return (
    <div class="actions map-actions" role="group" aria-label={t("action.label")}>
      <CopyLink t={t} />
      <button type="button" class="quiet" disabled={waiting} onClick={() => { print(); }}>
        {t("action.print")}
      </button>
      <button type="button" class="quiet" disabled={waiting} onClick={draw}>
        {t("action.image")}
      </button>
      {failed && <span role="alert">{t("failure.script")}</span>}
      {model.state.view === "map" && (
        <a class="quiet button" href={csv} download>
          {t("action.csv")}
        </a>
      )}
    </div>
  );
}
