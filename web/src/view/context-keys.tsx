import type { CatalogLayer } from "../api/types.js";
import { layersShown, type Model } from "../app/model.js";
import type { Translator } from "../texts/texts.js";
import type { Props } from "./props.js";

/** Letter on the marks of a layer's points. */
export const letterOf = (layer: CatalogLayer, t: Translator): string => t(`context.letter.${layer.facility ?? "other"}` as "context.letter.other");

/** The context layers that are on the map, and those whose features a result put there. */
export function layersKeyed(model: Model, found: readonly string[]): readonly CatalogLayer[] {
  const shown = layersShown(model);
  return model.catalog.layers.filter((layer) => shown.includes(layer) || found.includes(layer.id));
}

/** The signs of the context layers on the map. */
export function ContextKeys({ model, t, found = [] }: Props & { readonly found?: readonly string[] }) {
  const layers = layersKeyed(model, found);
  if (layers.length === 0) return null;
  return (
    <ul class="legend-signs legend-contexts">
      {layers.map((layer) => (
        <li key={layer.id}>
          <ContextSign layer={layer} letter={letterOf(layer, t)} />
          <span>
            {t.pair(layer.title)} {layer.example && <span class="tag">{t("example.tag")}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ContextSign({ layer, letter }: { readonly layer: CatalogLayer; readonly letter: string }) {
  if (layer.geometry === "point") {
    return (
      <svg class="context-mark" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7.5" />
        <text x="9" y="12.6" text-anchor="middle">{letter}</text>
      </svg>
    );
  }
  return (
    <svg class="context-area" viewBox="0 0 22 14" aria-hidden="true">
      {layer.geometry === "line" ? <path d="M1 11 8 4 14 9 21 3" /> : <path d="M1 13 13 1M7 13 19 1M13 13 21 5M1 7 7 1M19 13 21 11M1 1h20v12h-20z" />}
    </svg>
  );
}

/** The lines about sources of all context layers that show. */
export function contextAttributions(model: Model, t: Translator): string[] {
  const lines = layersShown(model).map((layer) => layer.attribution);
  return [...new Set(lines)].map((text) => t("attribution.contexts", { text }));
}
