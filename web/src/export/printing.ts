import type { Radar } from "../app/radar.js";

/**
 * Paper has another width than the window, and is white. Just before printing the page takes on its printed layout, so
 * that the map is drawn anew at the size it has on paper; afterwards everything goes back.
 *
 * @param draw brings the page in step with the model at once
 */
export function watchPrinting(radar: Radar, draw: () => void): void {
  let restore: (() => void) | undefined;
  addEventListener("beforeprint", () => {
    const { state, dark } = radar.model;
    document.documentElement.classList.add("printing");
    radar.setDark(false);
    draw();
    const back = radar.map?.print(state.camera === null ? radar.territory() : null);
    restore = () => {
      back?.();
      radar.setDark(dark);
    };
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("printing");
    restore?.();
  });
}
