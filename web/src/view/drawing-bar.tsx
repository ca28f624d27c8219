import { LEAST_CORNERS } from "../state/place.js";
import { addCornerAtCentre, finishDrawing, undoCorner } from "./drawing.js";
import type { Props } from "./props.js";

/** Stands on the map while a shape is drawn: what to do, and every step as a button. */
export function DrawingBar({ model, radar, t }: Props) {
  const { draft } = model;
  if (!draft) return null;
  const missing = LEAST_CORNERS[draft.kind] - draft.corners.length;
  return (
    <div class="drawing-bar" role="group" aria-label={t("drawing.label")}>
      <p role="status">
        {t(`drawing.${draft.kind}`)} <span class="drawing-keys">{t("drawing.keys")} </span>
        {missing > 0 ? t.plural("drawing.missing", missing) : t("drawing.enough")}
      </p>
      <div class="drawing-steps">
        <button type="button" onClick={() => { addCornerAtCentre(radar); }}>
          {t("drawing.centre")}
        </button>
        <button type="button" disabled={draft.corners.length === 0} onClick={() => { undoCorner(radar); }}>
          {t("drawing.undo")}
        </button>
        <button type="button" class="primary" disabled={missing > 0} onClick={() => { finishDrawing(radar); }}>
          {t("drawing.finish")}
        </button>
        <button type="button" onClick={() => { radar.draw(null); }}>
          {t("drawing.cancel")}
        </button>
      </div>
    </div>
  );
}
