import { useState } from "preact/hooks";
import { paths } from "../api/radar-api.js";
import { translator } from "../texts/texts.js";
import { CopyLink } from "./copy-link.js";
import type { Props } from "./props.js";
import { mapWaits } from "./subject.js";

/** What can be taken away from the map: a link, a page, a picture, the values. */
export function MapActions(props: Props) {
  const { model, radar, t } = props;
  const waiting = mapWaits(model, t);
  const [failed, setFailed] = useState<"failure.script" | "image.waiting" | null>(null);
  const draw = (): void => {
    setFailed(null);
    // Only who wants a picture reads the script that draws it. Until that has come, something else may have been chosen;
    // and what came within the same turn of the browser is on the map with the next one.
    import("../export/map-image.js").then(({ saveImage }) => { setTimeout(() => { save(saveImage); }); }, () => { setFailed("failure.script"); });
  };
  const save = (saveImage: (now: Props) => void): void => {
    const now: Props = { radar, model: radar.model, t: translator(radar.model.state.lang) };
    if (mapWaits(now.model, now.t)) setFailed("image.waiting");
    else saveImage(now);
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
      {failed !== null && <span role="alert">{t(failed)}</span>}
      {model.state.view === "map" && (
        <a class="quiet button" href={csv} download>
          {t("action.csv")}
        </a>
      )}
    </div>
  );
}
