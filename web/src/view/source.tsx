import type { ValuesAnswer } from "../api/types.js";
import { datasetOf, editionOf } from "../app/model.js";
import { formatDates } from "../format/dates.js";
import { LicenceName } from "./licence.js";
import type { Props } from "./props.js";

/** Where the values and the borders come from. */
export function Source({ model, t, values }: Props & { readonly values: ValuesAnswer }) {
  const dataset = datasetOf(model.catalog, values.dataset);
  const boundaries = datasetOf(model.catalog, editionOf(model)?.dataset ?? "");
  return (
    <section class="card-part source">
      <h3>
        {t("source.title")}
        {values.example && <span class="tag">{t("example.tag")}</span>}
      </h3>
      <p>
        {values.publisher}
        {dataset && <>, {t.pair(dataset.title)}</>}, {t("source.vintage", { date: formatDates(values.vintage, t.lang) })}.{" "}
        {dataset && <LicenceName licence={dataset.licence} />}
      </p>
      <p class="note">{values.attribution}</p>
      {boundaries && <p class="note">{t("attribution.boundaries", { text: boundaries.attribution })}</p>}
    </section>
  );
}
