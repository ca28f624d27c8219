import { isPlanning, showsMap, type Sheet } from "../app/model.js";
import type { Props } from "./props.js";
import { explains, subjectOf } from "./subject.js";

const SHEETS: readonly Exclude<Sheet, "none">[] = ["choices", "legend", "area"];

/** Buttons at the lower edge of small screens that bring up one sheet at a time. */
export function MobileBar({ model, radar, t }: Props) {
  const legend = showsMap(model.state.view) && explains(subjectOf(model, t), model);
  return (
    <nav class="mobile-bar" aria-label={t("mobile.label")}>
      {SHEETS.filter((sheet) => sheet !== "legend" || legend).map((sheet) => (
        <button
          key={sheet}
          id={`open-${sheet}`}
          type="button"
          aria-expanded={model.sheet === sheet}
          onClick={() => { radar.openSheet(model.sheet === sheet ? "none" : sheet); }}
        >
          {t(sheet === "area" && isPlanning(model.state.view) ? "mobile.result" : `mobile.${sheet}`)}
        </button>
      ))}
    </nav>
  );
}
