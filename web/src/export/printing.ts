import type { Bbox } from "../api/types.js";
import { awaitsMap, showsExample } from "../app/model.js";
import type { Radar } from "../app/radar.js";
import { sheetOf } from "../state/incident-answer.js";
import { translator } from "../texts/texts.js";

/**
 * Paper has another width than the window, and is white. Just before printing the page takes on its printed layout, so
 * that the map is drawn anew at the size it has on paper; afterwards everything goes back. What is folded on the screen
 * and belongs on paper is unfolded, and each sheet says of itself that values are invented: sheets get separated. A map
 * that still shows what was chosen before stays off the sheet, whose title has gone on; a sentence stands in its place.
 *
 * @param draw brings the page in step with the model at once
 */
export function watchPrinting(radar: Radar, draw: () => void): void {
  let restore: (() => void) | undefined;
  addEventListener("beforeprint", () => {
    const { state, dark } = radar.model;
    const behind = awaitsMap(radar.model);
    document.documentElement.classList.add("printing");
    document.documentElement.classList.toggle("printing-behind", behind);
    radar.setDark(false);
    draw();
    const folded = [...document.querySelectorAll<HTMLDetailsElement>("details[data-paper]:not([open])")];
    folded.forEach((one) => { one.open = true; });
    const label = showsExample(radar.model) ? labelledSheets(translator(state.lang)("example.ribbon")) : null;
    const back = behind ? undefined : radar.map?.print(state.camera === null ? wholeOf(radar) : null);
    restore = () => {
      back?.();
      label?.();
      folded.forEach((one) => { one.open = false; });
      radar.setDark(dark);
    };
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("printing", "printing-behind");
    restore?.();
    restore = undefined;
  });
}

/** What fills the map on paper while nobody has moved it: an incident with the areas that it touches, else the whole territory. */
function wholeOf(radar: Radar): Bbox | null {
  const { state, incident, areas } = radar.model;
  const sheet = state.view === "incident" && incident.value ? sheetOf(incident.value, areas.value ?? []) : null;
  return sheet ?? radar.territory();
}

/** Puts words on the foot of every sheet; browsers that know no margin boxes leave them out. Returns what takes them off. */
function labelledSheets(text: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(text)}; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet); };
}
