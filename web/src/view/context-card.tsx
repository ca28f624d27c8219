import type { CatalogLayer } from "../api/types.js";
import type { HoverFeature } from "../app/model.js";
import { datasetOf } from "../app/model.js";
import { formatDates } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import type { Props } from "./props.js";

const MOST_ROWS = 8;

/** What a feature of a context layer says of itself, and where it comes from. */
export function ContextCard({ model, t, feature }: Props & { readonly feature: HoverFeature }) {
  const layer = model.catalog.layers.find((one) => one.id === feature.layer);
  if (!layer) return null;
  const count = feature.properties.point_count;
  const dataset = datasetOf(model.catalog, layer.dataset);
  const name = nameOf(layer, feature);
  return (
    <>
      <p class="hover-name">{name || t.pair(layer.title)}</p>
      {name !== "" && <p class="note">{t.pair(layer.title)}</p>}
      {typeof count === "number" && <p class="note">{t("context.cluster", { n: formatNumber(count, 0, t.lang) })}</p>}
      <dl class="context-facts">
        {rowsOf(layer, feature).map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{typeof value === "number" ? plainNumber(value, t.lang) : String(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="note hover-source">
        {dataset && t("source.short", { publisher: dataset.publisher, vintage: formatDates(dataset.vintage, t.lang) })}
        {layer.example && <span class="tag">{t("example.tag")}</span>}
      </p>
    </>
  );
}

function nameOf(layer: CatalogLayer, { properties }: HoverFeature): string {
  const name = layer.nameAttribute === null ? undefined : properties[layer.nameAttribute];
  return name === undefined ? "" : String(name);
}

function rowsOf(layer: CatalogLayer, { properties }: HoverFeature): [string, string | number | boolean][] {
  const silent = new Set(["radar_id", "point_count", layer.nameAttribute]);
  return Object.entries(properties)
    .filter(([key]) => !silent.has(key))
    .slice(0, MOST_ROWS);
}

/** Years and keys are no amounts: numbers of the source keep their digits, without separators of thousands. */
function plainNumber(value: number, lang: "de" | "en"): string {
  return new Intl.NumberFormat(lang, { useGrouping: false, maximumFractionDigits: 6 }).format(value);
}
