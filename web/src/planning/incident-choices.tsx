import { useEffect, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import type { SavedIncident } from "../api/planning-types.js";
import { formatInstant } from "../format/dates.js";
import { groupsOf, MOST_BYTES, MOST_GROUPS, possibleGroups, supportOf, supports } from "../state/incident.js";
import { formatCorners, isShape, parseCorners, SHAPES, USUAL_BUFFER, WIDEST_BUFFER, type Shape, type ShapeKind } from "../state/place.js";
import { startDrawing } from "../view/drawing.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

/** Where something happens, and what is asked about it. */
export function IncidentChoices(props: Props) {
  const { model, radar, t } = props;
  const p = words(t.lang);
  const draw = (kind: ShapeKind): void => {
    radar.openSheet("none");
    startDrawing(radar, kind);
    radar.map?.focus();
  };
  return (
    <form class="choices" onSubmit={(event) => { event.preventDefault(); }}>
      <p class="note">{p("incident.intro")}</p>
      <fieldset class="field">
        <legend>{p("incident.draw")}</legend>
        <div class="shape-buttons">
          {SHAPES.map((kind) => (
            <button key={kind} type="button" aria-pressed={model.draft?.kind === kind} onClick={() => { draw(kind); }}>
              {p(`incident.draw.${kind}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <Typed key={JSON.stringify(model.state.place)} {...props} />
      <Upload {...props} />
      <Layers {...props} />
      <Saved {...props} />
      <Buffer {...props} />
      <Asked {...props} />
      {(model.state.place ?? model.file) && (
        <button type="button" onClick={() => { radar.takeFile(null); }}>
          {p("incident.remove")}
        </button>
      )}
    </form>
  );
}

/** One corner is a point, two are a line, more an area. */
export function shapeOf(corners: Shape["corners"]): Shape | undefined {
  if (corners.length === 0) return undefined;
  return { kind: corners.length === 1 ? "point" : corners.length === 2 ? "line" : "polygon", corners };
}

/** Corners as numbers: the way without a map, and the one that is exact. */
function Typed({ model, radar, t }: Props) {
  const p = words(t.lang);
  const { place, buffer } = model.state;
  const [text, setText] = useState(() => (isShape(place) ? formatCorners(place.corners, t.lang === "de") : ""));
  const [wrong, setWrong] = useState(false);
  const apply = (): void => {
    const corners = parseCorners(text);
    const shape = corners && shapeOf(corners);
    setWrong(shape === undefined);
    if (!shape) return;
    radar.openSheet("area");
    radar.go({ place: shape, camera: null, buffer: shape.kind === "polygon" ? buffer : buffer || USUAL_BUFFER });
  };
  return (
    <details class="field typed" open={isShape(place)}>
      <summary>{p("incident.type")}</summary>
      <label class="note" for="corners">
        {p("incident.type.note")}
      </label>
      <textarea id="corners" rows={5} spellcheck={false} value={text} aria-invalid={wrong} aria-describedby={wrong ? "corners-wrong" : undefined} onInput={({ currentTarget }) => { setText(currentTarget.value); }} />
      {wrong && (
        <p id="corners-wrong" class="note-wrong" role="alert">
          {p("incident.type.wrong")}
        </p>
      )}
      <button type="button" onClick={apply}>
        {p("incident.type.apply")}
      </button>
    </details>
  );
}

const FORMATS = ".geojson,.json,.gz,.gpkg,.zip,.kml,.fgb";

/** A file that says where: it is asked about and not kept. */
function Upload({ model, radar, t }: Props) {
  const p = words(t.lang);
  const [large, setLarge] = useState(false);
  const take = (input: HTMLInputElement): void => {
    const file = input.files?.[0];
    setLarge(file !== undefined && file.size > MOST_BYTES);
    if (!file || file.size > MOST_BYTES) return;
    radar.openSheet("area");
    radar.takeFile(file);
    // The same file, mended, can be chosen again.
    input.value = "";
  };
  return (
    <div class="field">
      <label for="incident-upload">{p("incident.upload")}</label>
      <input id="incident-upload" type="file" accept={FORMATS} aria-describedby="incident-upload-note" aria-invalid={large} onChange={({ currentTarget }) => { take(currentTarget); }} />
      {large && (
        <p class="note-wrong" role="alert">
          {p("incident.upload.large")}
        </p>
      )}
      {model.file && !model.state.place && <p>{p("incident.upload.chosen", { name: model.file.file.name })}</p>}
      <p id="incident-upload-note" class="note">
        {p("incident.upload.note")}
      </p>
    </div>
  );
}

/** Context layers whose features can be the place: zones of hazard first. */
function Layers({ model, radar, t }: Props) {
  const p = words(t.lang);
  const { place } = model.state;
  const layers = model.catalog.layers.filter((one) => one.role !== "facility").sort((a, b) => Number(b.role === "hazard") - Number(a.role === "hazard"));
  if (layers.length === 0) return null;
  const choose = (id: string): void => {
    const layer = layers.find((one) => one.id === id);
    radar.go(layer ? { place: { kind: "layer", id }, camera: null, buffer: layer.geometry === "polygon" ? 0 : USUAL_BUFFER } : { place: null, buffer: 0 });
  };
  return (
    <div class="field">
      <label for="incident-layer">{p("incident.layer")}</label>
      <select id="incident-layer" value={place?.kind === "layer" ? place.id : ""} onChange={({ currentTarget }) => { choose(currentTarget.value); }}>
        <option value="">{p("incident.layer.none")}</option>
        {layers.map((one) => (
          <option key={one.id} value={one.id}>
            {t.pair(one.title)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Incidents that the office saved; nothing where there are none. */
function Saved({ model, radar, t }: Props) {
  const p = words(t.lang);
  const [saved, setSaved] = useState<readonly SavedIncident[]>([]);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const { place } = model.state;
  const read = (): void => {
    setFailure(null);
    radar.api.savedIncidents().then(setSaved, (error: unknown) => { if (error instanceof RequestFailure) setFailure(error); });
  };
  useEffect(read, [radar, model.catalog]);
  if (failure) return <Failure t={t} failure={failure} what={p("incident.saved.failure")} retry={read} />;
  if (saved.length === 0) return null;
  return (
    <div class="field">
      <label for="incident-saved">{p("incident.saved")}</label>
      <select
        id="incident-saved"
        value={place?.kind === "incident" ? place.id : ""}
        onChange={({ currentTarget }) => { radar.go({ place: currentTarget.value === "" ? null : { kind: "incident", id: currentTarget.value }, camera: null, buffer: 0 }); }}
      >
        <option value="">{p("incident.layer.none")}</option>
        {saved.map((one) => (
          <option key={one.id} value={one.id}>
            {p("incident.saved.item", { name: one.name, when: formatInstant(one.at, t.lang) })}
          </option>
        ))}
      </select>
    </div>
  );
}

const MOST_SLIDER = 10_000;
const STEP = 100;

function Buffer({ model, radar, t }: Props) {
  const p = words(t.lang);
  const { place, buffer } = model.state;
  if (place ? place.kind === "incident" : !model.file) return null;
  const put = (text: string, rests: boolean): void => { radar.adjust({ buffer: Math.min(WIDEST_BUFFER, Number(text)) }, rests); };
  const thin = place?.kind === "line" || place?.kind === "point";
  return (
    <div class="field">
      <label for="buffer">{p("incident.buffer")}</label>
      <div class="slider">
        <input
          id="buffer"
          type="range"
          min={thin ? STEP : 0}
          max={Math.max(MOST_SLIDER, buffer)}
          step={STEP}
          value={buffer}
          onInput={({ currentTarget }) => { put(currentTarget.value, false); }}
          onChange={({ currentTarget }) => { put(currentTarget.value, true); }}
        />
        <output class="number">{p("incident.metres", { n: new Intl.NumberFormat(t.lang).format(buffer) })}</output>
      </div>
      {thin && <p class="note">{p("incident.buffer.note")}</p>}
    </div>
  );
}

/** Which support is expected, and which groups are looked for. */
function Asked({ model, radar, t }: Props) {
  const p = words(t.lang);
  const all = supports(model.catalog);
  const chosen = supportOf(model.state, model.catalog);
  const groups = groupsOf(model.state, model.catalog);
  const put = (id: string, wanted: boolean): void => { radar.go({ groups: wanted ? [...groups, id] : groups.filter((one) => one !== id) }); };
  return (
    <>
      {chosen && (
        <div class="field">
          <label for="incident-support">{p("incident.support")}</label>
          <select id="incident-support" value={chosen.id} onChange={({ currentTarget }) => { radar.go({ prediction: currentTarget.value }); }}>
            {all.map((one) => (
              <option key={one.id} value={one.id}>
                {t.pair(one.name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <details class="field typed">
        <summary>{p("incident.groups")}</summary>
        {possibleGroups(model.state, model.catalog).map((one) => (
          <label key={one.id} class="toggle">
            <input type="checkbox" checked={groups.includes(one.id)} disabled={!groups.includes(one.id) && groups.length >= MOST_GROUPS} onChange={({ currentTarget }) => { put(one.id, currentTarget.checked); }} />
            {t.pair(one.name)}
          </label>
        ))}
      </details>
    </>
  );
}
