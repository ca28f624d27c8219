import type { Dataset } from "../api/types.js";
import { formatDate, formatInstant } from "../format/dates.js";
import { formatBytes } from "../format/numbers.js";
import { LicenceName } from "../view/licence.js";
import type { Props } from "../view/props.js";
import { dataWords } from "./words.js";

/** Data sets with licence, vintage and checksums of their files. */
export function Datasets(props: Props) {
  const { model, t } = props;
  const d = dataWords(t.lang);
  return (
    <>
      <p>{d("datasets.intro")}</p>
      {model.catalog.datasets.map((dataset) => (
        <DatasetEntry key={dataset.id} {...props} dataset={dataset} />
      ))}
    </>
  );
}

function DatasetEntry({ model, t, dataset }: Props & { readonly dataset: Dataset }) {
  const d = dataWords(t.lang);
  const holds = model.catalog.indicators.filter((one) => one.dataset === dataset.id).length;
  const rows: (readonly [string, string])[] = [
    [d("dataset.publisher"), dataset.publisher],
    [d("dataset.vintage"), formatDate(dataset.vintage, t.lang)],
    [d("dataset.attribution"), dataset.attribution],
    [d("dataset.imported"), formatInstant(dataset.importedAt, t.lang)],
  ];
  if (holds > 0) rows.push([d("dataset.indicators"), String(holds)]);
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
          <dt>{d("entry.licence")}</dt>
          <dd>
            <LicenceName licence={dataset.licence} />
          </dd>
        </div>
        {dataset.files.map((file) => (
          <div key={file.name}>
            <dt>{d("dataset.file")}</dt>
            <dd>
              {d("dataset.file.text", { name: file.name, size: formatBytes(file.bytes, t.lang) })}
              <code class="checksum">{file.sha256}</code>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
