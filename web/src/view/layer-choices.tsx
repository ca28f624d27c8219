import type { CatalogLayer } from "../api/types.js";
import { fewLetters, widthBounds } from "../map/uncertainty.js";
import { Toggle } from "./field.js";
import { UntilSlider } from "./network-growth.js";
import type { Props } from "./props.js";

const ROLES = ["hazard", "facility", "other"] as const;

const switched = (layers: readonly string[], id: string, on: boolean): readonly string[] => [...layers.filter((one) => one !== id), ...(on ? [id] : [])];

/** What else stands on the map, by theme: how sure the values are, the network, hazards, facilities, and what helps to find one's way. */
export function LayerChoices(props: Props) {
  const { model, radar, t } = props;
  const { state } = model;
  return (
    <details class="group layer-choices" open>
      <summary>{t("choice.layers")}</summary>
      <UncertaintyChoice {...props} />
      <fieldset class="field">
        <legend>{t("layers.network")}</legend>
        <Toggle id="network" label={t("layer.network")} on={state.network} set={(network) => { radar.go({ network }); }} />
        {state.network && <UntilSlider model={model} radar={radar} t={t} />}
      </fieldset>
      {ROLES.map((role) => (
        <ContextChoice key={role} {...props} role={role} />
      ))}
      <Orientation {...props} />
    </details>
  );
}

function UncertaintyChoice({ model, radar, t }: Props) {
  const values = model.shown.value?.values;
  if (!values || (!widthBounds(values) && fewLetters(values).size === 0)) return null;
  return (
    <fieldset class="field">
      <legend>{t("layers.uncertainty")}</legend>
      <Toggle id="uncertainty" label={t("layer.uncertainty")} on={model.state.uncertainty} set={(uncertainty) => { radar.go({ uncertainty }); }} />
      <p class="note">{t("layer.uncertainty.note")}</p>
    </fieldset>
  );
}

function ContextChoice({ model, radar, t, role }: Props & { readonly role: CatalogLayer["role"] }) {
  const { catalog, state } = model;
  const layers = catalog.layers.filter((layer) => layer.role === role);
  if (layers.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{t(`layers.${role}`)}</legend>
      {layers.map((layer) => (
        <Toggle key={layer.id} id={layer.id} label={t.pair(layer.title)} on={state.layers.includes(layer.id)} set={(on) => { radar.go({ layers: switched(state.layers, layer.id, on) }); }} />
      ))}
    </fieldset>
  );
}

function Orientation({ model, radar, t }: Props) {
  const { state, config, tiles } = model;
  return (
    <fieldset class="field">
      <legend>{t("layers.orientation")}</legend>
      <Toggle id="labels" label={t("layer.labels")} on={state.labels} set={(labels) => { radar.go({ labels }); }} />
      {tiles.value?.districts && <Toggle id="borders" label={t("layer.borders")} on={state.borders} set={(borders) => { radar.go({ borders }); }} />}
      {config.background && (
        <>
          <Toggle id="background" label={t("layer.background")} on={state.background} set={(background) => { radar.go({ background }); }} />
          <p class="note">{t("layer.background.note")}</p>
        </>
      )}
    </fieldset>
  );
}
