import { render } from "preact";
import { RequestFailure } from "./api/client.js";
import { Radar } from "./app/radar.js";
import { watchPrinting } from "./export/printing.js";
import { startWorkers } from "./map/workers.js";
import { parseAddress } from "./state/address.js";
import "./styles/index.css";
import { translator } from "./texts/texts.js";
import { App } from "./view/app.js";
import { Failure } from "./view/messages.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** Opens the page; if that fails, says so and offers to try again. */
async function open(root: HTMLElement): Promise<void> {
  const t = translator(parseAddress(location.search).wish.lang ?? "de");
  render(<p class="start">{t("loading")}</p>, root);
  try {
    const radar = await Radar.open(location.search, DARK.matches);
    if (radar) show(root, radar);
    else render(<p class="start">{t("failure.empty")}</p>, root);
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    const retry = (): void => { void open(root); };
    render(
      <div class="start">
        <Failure t={t} failure={error} what={t("failure.start")} retry={retry} />
      </div>,
      root,
    );
  }
}

function show(root: HTMLElement, radar: Radar): void {
  let drawn = false;
  const draw = (): void => {
    drawn = false;
    const t = translatorOf(radar);
    const { model } = radar;
    document.documentElement.lang = model.state.lang;
    document.title = titleOf(radar);
    render(<App model={model} radar={radar} t={t} />, root);
  };
  // Several changes within one turn of the browser are drawn once.
  radar.subscribe(() => {
    if (!drawn) queueMicrotask(draw);
    drawn = true;
  });
  DARK.addEventListener("change", (event) => { radar.setDark(event.matches); });
  watchPrinting(radar, draw);
  draw();
  radar.start();
}

const translators = { de: translator("de"), en: translator("en") };
const translatorOf = (radar: Radar) => translators[radar.model.state.lang];

function titleOf(radar: Radar): string {
  const { catalog, state, config } = radar.model;
  const t = translatorOf(radar);
  const indicator = catalog.indicators.find((one) => one.id === state.indicator);
  const computed = indicator?.result?.kind;
  return [indicator && t.pair(indicator.name), computed && t(`result.values.${computed}`), state.year, t.pair(config.title)].filter(Boolean).join(" · ");
}

const root = document.getElementById("app");
startWorkers();
if (root) void open(root);
