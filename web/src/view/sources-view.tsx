import type { Dataset } from "../api/types.js";
import { formatDate, formatInstant } from "../format/dates.js";
import { formatBytes } from "../format/numbers.js";
import { METHODS } from "../state/view-state.js";
import { LicenceName } from "./licence.js";
import type { Props } from "./props.js";

/** Data sets with licence, vintage and checksums, and how the page reckons. */
export function SourcesView(props: Props) {
  const { model, t } = props;
  return (
    <section class="reading" aria-labelledby="sources-title">
      <h1 id="sources-title">{t("sources.title")}</h1>
      <p class="note">{t("sources.revision", { n: model.catalog.revision })}</p>
      {model.catalog.datasets.map((dataset) => (
        <DatasetEntry key={dataset.id} {...props} dataset={dataset} />
      ))}
      <h2 id="methods">{t("methods.title")}</h2>
      <dl class="facts facts-wide">
        {METHODS.map((method) => (
          <div key={method}>
            <dt>{t(`method.${method}`)}</dt>
            <dd>{t(`method.${method}.explained`)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("methods.comparison")}</dt>
          <dd>{t("methods.comparison.explained")}</dd>
        </div>
        <div>
          <dt>{t("methods.colours")}</dt>
          <dd>{t("methods.colours.explained")}</dd>
        </div>
        <div>
          <dt>{t("methods.uncertainty")}</dt>
          <dd>{t("methods.uncertainty.explained")}</dd>
        </div>
      </dl>
      <p class="note">
        {t("sources.version", { version: model.config.version })} <a href="licences.txt">{t("sources.licences")}</a>
      </p>
    </section>
  );
}

function DatasetEntry({ t, dataset }: Props & { readonly dataset: Dataset }) {
  const rows: [string, string][] = [
    [t("sources.publisher"), dataset.publisher],
    [t("sources.vintage"), formatDate(dataset.vintage, t.lang)],
    [t("sources.attribution"), dataset.attribution],
    [t("sources.imported"), formatInstant(dataset.importedAt, t.lang)],
  ];
  return (
    <article class="dataset">
      <h2>
        {t.pair(dataset.title)}
        {dataset.example && <span class="tag">{t("example.tag")}</span>}
      </h2>
      <dl class="facts facts-wide">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{t("sources.licence")}</dt>
          <dd>
            <LicenceName licence={dataset.licence} />
          </dd>
        </div>
        {dataset.files.map((file) => (
          <div key={file.name}>
            <dt>{t("sources.file")}</dt>
            <dd>
              {t("sources.file.text", { name: file.name, size: formatBytes(file.bytes, t.lang) })}
              <code class="checksum">{file.sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
