import { useMemo, useState } from "preact/hooks";
import type { Figure } from "../api/types.js";
import { paths } from "../api/radar-api.js";
import { currentOf, indicatorOf, levelOf, type Model } from "../app/model.js";
import { classOf } from "../classes/classes.js";
import { describeFigure } from "../format/figure.js";
import { lookOf, statusText } from "../format/status.js";
import type { Translator } from "../texts/texts.js";
import { ChosenClasses } from "./chosen-classes.js";
import { inPage } from "./links.js";
import { MethodLink } from "./method-link.js";
import { Failure } from "./messages.js";
import type { Props } from "./props.js";
import { ColourSwatch, PatternSwatch } from "./swatch.js";
import { chosenAreas, coloursOf, figureOf, measureIn, originLines, subtitle, unitPhrase } from "./view-data.js";

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly designation: string;
  readonly district: string;
  readonly figure: Figure;
  /** Status in words, to sort by. */
  readonly status: string;
}

export type Column = "name" | "district" | "value" | "status";

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

const PAGE = 500;

/** Rows in the order asked for; areas without a value always stand at the end when sorted by value. */
export function sortRows(rows: readonly Row[], { column, descending }: Order, t: Translator): Row[] {
  const words = new Intl.Collator(t.lang, { numeric: true });
  const text: Record<Exclude<Column, "value">, (row: Row) => string> = {
    name: (row) => row.name,
    district: (row) => row.district,
    status: (row) => row.status,
  };
  const sign = descending ? -1 : 1;
  const byName = (a: Row, b: Row): number => words.compare(a.name, b.name) || a.code.localeCompare(b.code);
  return [...rows].sort((a, b) => {
    if (column !== "value") return sign * words.compare(text[column](a), text[column](b)) || byName(a, b);
    const [x, y] = [a.figure.value, b.figure.value];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  });
}

function rowsOf(model: Model, t: Translator): Row[] {
  const { shown, areas, state } = model;
  const values = shown.value?.values;
  if (!values) return [];
  const entries = new Map(areas.key === `${state.edition} ${state.level}` ? areas.value?.map((area) => [area.code, area]) : []);
  const { computed } = measureIn(model, values);
  const chosen = chosenAreas(model);
  return values.codes.filter((code) => chosen?.has(code) ?? true).map((code) => {
    const area = entries.get(code);
    const figure = figureOf(values, code) ?? { value: null, status: "O" };
    const status = statusText(figure.status, t, computed);
    return { code, name: area?.name ?? code, designation: area?.designation ?? "", district: area?.district?.name ?? "", figure, status };
  });
}

/** The map as a table: every area with value, interval and status, for reading with keyboard or ear. */
export function ValuesTable(props: Props) {
  const { model, radar, t } = props;
  const [order, setOrder] = useState<Order>({ column: "name", descending: false });
  const [limit, setLimit] = useState(PAGE);
  const rows = useMemo(() => sortRows(rowsOf(model, t), order, t), [model.shown.value, model.areas.value, model.state.only, model.state.range, order, t]);
  const indicator = indicatorOf(model);
  const shown = currentOf(model);
  if (model.shown.failure) {
    return <Failure t={t} failure={model.shown.failure} what={t("failure.values.table")} retry={() => { radar.retry(); }} />;
  }
  if (!shown || !indicator) return <p class="note">{t("loading")}</p>;
  const { indicator: id, level, year, edition } = model.state;
  const csv = paths.values({ revision: model.catalog.revision, stamp: model.catalog.stamp, indicator: id, level, period: year, edition }, "csv");
  return (
    <div class="values">
      <div class="stage-head">
        <div>
          <h1 id="values-title">{t.pair(indicator.name)}</h1>
          <p class="note">{subtitle(model, t)}</p>
          {originLines(model.catalog, shown.values, t).map((line) => (
            <p key={line} class="note">
              {line}
            </p>
          ))}
        </div>
        <div class="actions">
          <MethodLink {...props} values={shown.values} />
          <a class="quiet button" href={csv} download>
            {t("action.csv")}
          </a>
        </div>
      </div>
      <ChosenClasses {...props} />
      <div class="values-scroller" tabIndex={0} role="region" aria-labelledby="values-title">
        <table class="values-table">
          <caption class="visually-hidden">{t("table.caption", { name: t.pair(indicator.name), subtitle: subtitle(model, t) })}</caption>
          <Head {...props} order={order} setOrder={setOrder} />
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <AreaRow key={row.code} {...props} row={row} />
            ))}
          </tbody>
        </table>
        {rows.length > limit && (
          <button type="button" class="more" onClick={() => { setLimit(limit + PAGE); }}>
            {t("table.more", { shown: limit, total: rows.length })}
          </button>
        )}
      </div>
    </div>
  );
}

const COLUMNS: readonly Column[] = ["name", "district", "value", "status"];

function Head({ model, t, order, setOrder }: Props & { readonly order: Order; readonly setOrder: (order: Order) => void }) {
  const level = levelOf(model.catalog, model.state.level);
  const label: Record<Column, string> = {
    name: level ? t.pair(level.name) : t("table.name"),
    district: t("table.district"),
    value: t("table.value", { unit: model.shown.value ? unitPhrase(model.shown.value.values.unit, t) : "" }),
    status: t("table.status"),
  };
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => {
          const sorted = order.column === column;
          return (
            <th key={column} scope="col" class={column === "value" ? "number" : ""} aria-sort={sorted ? (order.descending ? "descending" : "ascending") : "none"}>
              <button type="button" class="sort" onClick={() => { setOrder({ column, descending: sorted && !order.descending }); }}>
                {label[column]}
                <span class="sort-sign" aria-hidden="true">
                  {sorted ? (order.descending ? "▼" : "▲") : "↕"}
                </span>
              </button>
              <span class="print-only" aria-hidden="true">
                {label[column]}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function AreaRow({ model, radar, t, row }: Props & { readonly row: Row }) {
  const shown = model.shown.value;
  if (!shown) return null;
  const text = describeFigure(row.figure, measureIn(model, shown.values), shown.values.period, t);
  const chosen = row.code === model.state.area;
  return (
    <tr class={chosen ? "chosen" : ""}>
      <th scope="row">
        <a href={radar.addressOf({ area: row.code })} aria-current={chosen ? "true" : undefined} onClick={inPage(() => { radar.select(row.code); })}>
          {row.name}
        </a>
        <span class="note"> {row.designation}</span>
      </th>
      <td>{row.district}</td>
      <td class="number">
        <Key model={model} row={row} />
        {text.mark && <span class="sign">{text.mark} </span>}
        {text.number}
        {text.interval && <span class="note interval"> {text.interval}</span>}
      </td>
      <td class="note">{[text.status, text.respondents].filter(Boolean).join(", ")}</td>
    </tr>
  );
}

function Key({ model, row }: { readonly model: Model; readonly row: Row }) {
  const shown = model.shown.value;
  if (!shown) return null;
  const look = lookOf(row.figure.status);
  if (row.figure.value === null) return <PatternSwatch pattern={look === "withheld" || look === "imprecise" ? look : "missing"} />;
  return <ColourSwatch colour={coloursOf(model)[classOf(row.figure.value, shown.classes.breaks)] ?? ""} />;
}
