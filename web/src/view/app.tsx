import { isPlanning, showsExample, showsMap } from "../app/model.js";
import { AreaPanel } from "./area-panel.js";
import { Choices } from "./choices.js";
import { EmbedFoot } from "./embed-foot.js";
import { Header } from "./header.js";
import { Later } from "./later.js";
import { LaterView } from "./later-view.js";
import { MapStage } from "./map-stage.js";
import { Away, ExampleRibbon, Hints } from "./messages.js";
import { MobileBar } from "./mobile-bar.js";
import { NetworkView } from "./network-view.js";
import type { Props } from "./props.js";
import { Sheet } from "./sheet.js";
import { ValuesTable } from "./values-table.js";

/** The whole page as a function of the model. */
export function App(props: Props) {
  const { model, t } = props;
  const { view } = model.state;
  const sideBySide = showsMap(view) || view === "table";
  const planning = isPlanning(view) ? view : null;
  return (
    <div class={`page page-${view}${model.embedded ? " page-embedded" : ""}`} data-waiting={model.shown.loading || model.mapBehind}>
      <a class="skip" href="#main">
        {t("skip")}
      </a>
      {!model.embedded && <Header {...props} />}
      <section aria-label={t("notes.label")}>
        {model.away && <Away t={t} />}
        {showsExample(model) && <ExampleRibbon t={t} />}
        <Hints {...props} />
      </section>
      <div class={sideBySide ? "columns" : "columns columns-single"}>
        {sideBySide && (
          <Sheet {...props} name="choices" title={t("choices.title")} class="panel panel-left">
            {planning ? <Later {...props} view={planning} part="Choices" /> : <Choices {...props} />}
          </Sheet>
        )}
        <main id="main" tabIndex={-1} class="middle">
          <MapStage {...props} />
          {view === "place" && <PlaceView {...props} />}
          {view === "table" && <ValuesTable {...props} />}
          {view === "network" && <NetworkView {...props} />}
          {view === "sources" && <LaterView {...props} id="sources" />}
        </main>
        {sideBySide && (
          <Sheet {...props} name="area" title={t(planning ? "result.title" : "area.title")} class="panel panel-right">
            {planning ? <Later {...props} view={planning} part="Result" /> : <AreaPanel {...props} />}
          </Sheet>
        )}
      </div>
      {sideBySide && <MobileBar {...props} />}
      {model.embedded && <EmbedFoot {...props} />}
    </div>
  );
}

/** A town on one page: which one, then all that is published of it. */
function PlaceView(props: Props) {
  return (
    <div class="reading place">
      <Later {...props} view="place" part="Choices" />
      <Later {...props} view="place" part="Result" />
    </div>
  );
}
