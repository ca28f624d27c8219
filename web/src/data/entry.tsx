import { useEffect, useRef } from "preact/hooks";
import { at } from "../api/root.js";
import type { Indicator } from "../api/types.js";
import { datasetOf, levelOf } from "../app/model.js";
import { formatDate, formatPeriod } from "../format/dates.js";
import { inPage } from "../view/links.js";
import { LicenceName } from "../view/licence.js";
import type { Props } from "../view/props.js";
import { unitPhrase } from "../view/view-data.js";
import { citation, periodSpan } from "./citation.js";
import { CopyText } from "./copy-text.js";
import { Quality } from "./quality.js";
import { dataWords } from "./words.js";

export type EntryProps = Props & { readonly indicator: Indicator };

/** An indicator in the catalogue: its name and, when it is open, all that is known of it. */
export function Entry(props: EntryProps) {
  const { model, radar, t, indicator } = props;
  const d = dataWords(t.lang);
  const open = model.state.entry === indicator.id;
  const article = useRef<HTMLElement>(null);
  // A link to an indicator far down leads there; one that was opened by hand is in view already.
  useEffect(() => {
    if (open) article.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const kind = indicator.result ? t(`result.kind.${indicator.result.kind}`) : indicator.formula === null ? null : d("entry.derived");
  return (
    <article ref={article} class="entry" data-open={open}>
      <h3>
        <button type="button" class="entry-name" aria-expanded={open} aria-controls={`entry-${indicator.id}`} onClick={() => { radar.go({ entry: open ? null : indicator.id }); }}>
          {t.pair(indicator.name)}
        </button>
        {kind !== null && <span class="tag tag-kind">{kind}</span>}
        {indicator.example && <span class="tag">{t("example.tag")}</span>}
      </h3>
      <p class="note">
        {unitPhrase(indicator.unit, t)} · {periodSpan(indicator.periods, t)}
      </p>
      <div id={`entry-${indicator.id}`}>{open && <Details {...props} />}</div>
    </article>
  );
}

function Details(props: EntryProps) {
  const { model, t, indicator } = props;
  const d = dataWords(t.lang);
  const dataset = datasetOf(model.catalog, indicator.dataset);
  const plural = (id: string): string => { const level = levelOf(model.catalog, id); return level ? t.pair(level.plural) : id; };
  const edition = (id: string | null): string => { const one = model.catalog.editions.find((found) => found.id === id); return one ? t.pair(one.title) : (id ?? "–"); };
  const rows: (readonly [string, string])[] = [
    [d("entry.kind"), d(`kind.${indicator.kind}`)],
    [d("entry.polarity"), d(`polarity.${indicator.polarity}`)],
    [d("entry.status"), d(`origin.${originOf(indicator)}`)],
    [d("entry.levels"), indicator.levels.map(plural).join(", ") || "–"],
    [d("entry.periods"), indicator.periods.map((one) => formatPeriod(one, t.lang)).join(", ") || "–"],
    [d("entry.editions"), indicator.editions.map(edition).join(", ") || "–"],
  ];
  if (indicator.nativeLevel !== null) rows.push([d("entry.native"), `${plural(indicator.nativeLevel)}, ${edition(indicator.nativeEdition)}`]);
  if (indicator.formula !== null) rows.push([d("entry.formula"), indicator.formula]);
  if (dataset) rows.push([d("entry.source"), `${dataset.publisher}, ${t.pair(dataset.title)}`], [d("entry.vintage"), formatDate(dataset.vintage, t.lang)], [d("entry.attribution"), dataset.attribution]);
  rows.push([d("entry.id"), indicator.id]);
  return (
    <div class="entry-body">
      <p class="entry-definition">{t.pair(indicator.description)}</p>
      <dl class="facts facts-wide">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {dataset && (
          <div>
            <dt>{d("entry.licence")}</dt>
            <dd>
              <LicenceName licence={dataset.licence} />
            </dd>
          </div>
        )}
      </dl>
      <Quality {...props} />
      <CopyText d={d} label={d("cite.label")} text={citation(indicator, dataset, citedFrom(props), t)} />
      <Ways {...props} />
    </div>
  );
}

/** Where an indicator comes from: brought along, reckoned from others, or computed here. */
export function originOf({ result, formula }: Indicator): "survey" | "model" | "index" | "formula" | "given" {
  return result?.kind ?? (formula === null ? "given" : "formula");
}

function citedFrom({ model, radar, t, indicator }: EntryProps) {
  const address = new URL(radar.addressOf({ view: "sources", part: "catalogue", entry: indicator.id }), location.href);
  // What else stands in the address of this visit is nobody's business who reads the citation.
  const kept = new URLSearchParams(["view", "part", "entry", "lang"].flatMap((name) => { const value = address.searchParams.get(name); return value === null ? [] : [[name, value]]; }));
  return { title: t.pair(model.config.title), version: model.config.version, revision: model.catalog.revision, address: `${address.origin}${address.pathname}?${kept.toString()}`, on: new Date().toISOString().slice(0, 10) };
}

/** From here to the map, to a file, to other programs. */
function Ways({ model, radar, t, indicator }: EntryProps) {
  const d = dataWords(t.lang);
  if (indicator.periods.length === 0) return <p class="note">{d("entry.empty")}</p>;
  const shown = { view: "map", indicator: indicator.id } as const;
  const taken = { part: "download", exported: { ...model.state.exported, indicators: [indicator.id], level: indicator.nativeLevel, edition: indicator.nativeEdition } } as const;
  return (
    <p class="entry-ways">
      <a href={radar.addressOf(shown)} onClick={inPage(() => { radar.go(shown); })}>
        {d("entry.map")}
      </a>
      <a href={radar.addressOf(taken)} onClick={inPage(() => { radar.go(taken); })}>
        {d("entry.download")}
      </a>
      <a href={at(`/api/indicators/${encodeURIComponent(indicator.id)}`)}>{d("entry.json")}</a>
    </p>
  );
}
