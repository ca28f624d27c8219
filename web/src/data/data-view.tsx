import type { ComponentType } from "preact";
import { DATA_PARTS, type DataPart } from "../state/data.js";
import { inPage } from "../view/links.js";
import type { Props } from "../view/props.js";
import { Catalogue } from "./catalogue.js";
import { Connect } from "./connect.js";
import { Datasets } from "./datasets.js";
import { Download } from "./download.js";
import { Legal } from "./legal.js";
import { Methods } from "./methods.js";
import { Releases } from "./releases.js";
import { dataWords } from "./words.js";

const VIEWS: Readonly<Record<DataPart, ComponentType<Props>>> = { catalogue: Catalogue, datasets: Datasets, download: Download, releases: Releases, connect: Connect, methods: Methods, legal: Legal };

/** Everything about the data themselves: what there is, how it was made, and how to take it along. */
export function DataView(props: Props) {
  const { model, radar, t } = props;
  const { part } = model.state;
  const d = dataWords(t.lang);
  const Part = VIEWS[part];
  return (
    <section class="reading data-view" aria-labelledby="data-title">
      <h1 id="data-title">{t("view.sources")}</h1>
      <nav class="parts" aria-label={d("parts.label")}>
        {DATA_PARTS.map((one) => (
          <a key={one} href={radar.addressOf({ part: one })} aria-current={one === part ? "page" : undefined} onClick={inPage(() => { radar.go({ part: one }); })}>
            {d(`part.${one}`)}
          </a>
        ))}
      </nav>
      <Part {...props} />
      <p class="note data-foot">
        {d("foot.revision", { n: model.catalog.revision })} {d("foot.version", { version: model.config.version })} <a href="licences.txt">{d("foot.licences")}</a>
      </p>
    </section>
  );
}
