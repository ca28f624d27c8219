import type { AreaDetail, Figure, Unit } from "../api/types.js";
import { currentOf, indicatorOf, levelOf, type Shown } from "../app/model.js";
import { formatDate } from "../format/dates.js";
import { describeFigure } from "../format/figure.js";
import { formatNumber } from "../format/numbers.js";
import { widthOf } from "../map/uncertainty.js";
import { AreaProfile } from "./area-profile.js";
import { ComparisonChart, comparisonNotes, comparisonsOf, peersOf } from "./comparison.js";
import { inPage } from "./links.js";
import { MethodLink } from "./method-link.js";
import { Failure } from "./messages.js";
import { MilestoneList } from "./milestones.js";
import type { Props } from "./props.js";
import { Source } from "./source.js";
import { Term } from "./term.js";
import { figureOf, measureIn, originLines, subtitle, widthsShown } from "./view-data.js";

/** The right panel: the selected area, or what the map shows as a whole. */
export function AreaPanel(props: Props) {
  const { model, radar, t } = props;
  const { area } = model.state;
  if (area === null) return <Overview {...props} />;
  if (model.area.failure) {
    return <Failure t={t} failure={model.area.failure} what={t("failure.area")} retry={() => { radar.retry(); }} />;
  }
  const detail = model.area.value;
  if (detail?.code === area) return <AreaCard {...props} detail={detail} />;
  return model.area.loading ? <p class="note">{t("loading")}</p> : <Overview {...props} />;
}

/** Nothing selected yet: what the indicator says, of the whole state, and how to go on. */
function Overview(props: Props) {
  const { model, t } = props;
  const indicator = indicatorOf(model);
  const shown = currentOf(model);
  const state = shown?.values.reference.state;
  if (!indicator) return null;
  return (
    <div class="card">
      <h2 class="card-name">{t.pair(indicator.name)}</h2>
      <p class="note">{subtitle(model, t)}</p>
      <p>{t.pair(indicator.description)}</p>
      {indicator.formula !== null && <p class="note">{t("indicator.formula", { formula: indicator.formula })}</p>}
      {shown && state && <Value title={state.name} figure={state} shown={shown} {...props} />}
      <p class="empty">{t("area.none")}</p>
      {shown && <Source {...props} values={shown.values} />}
    </div>
  );
}

interface ValueProps extends Props {
  readonly title: string;
  readonly figure: Figure;
  readonly shown: Shown;
}

/** A value with everything that belongs to it. */
function Value(props: ValueProps) {
  const { model, title, figure, shown, t } = props;
  const text = describeFigure(figure, measureIn(model, shown.values), shown.values.period, t);
  const widths = widthsShown(model);
  const width = widths ? widthOf(figure.lower, figure.upper, widths) : "narrow";
  return (
    <div class="value-block" data-sentence={text.sentence}>
      <p class="value-title">{title}</p>
      <p class="value-line">
        {text.mark && (
          <span class="sign" aria-hidden="true">
            {text.mark}{" "}
          </span>
        )}
        <span class={`value value-${text.look}`}>{text.unit.length > 2 ? text.number : text.value}</span>
        {text.unit.length > 2 && <UnitName unit={shown.values.unit} text={text.unit} t={t} />}
      </p>
      <p class="value-facts">
        {text.facts.map((fact) => (fact.meaning ? <Term key={fact.text} text={fact.text} meaning={t(fact.meaning)} /> : <span key={fact.text}>{fact.text}</span>))}
        {shown.values.example && <span class="tag">{t("example.tag")}</span>}
      </p>
      {width !== "narrow" && <p class="note">{t(`uncertainty.${width}`)}</p>}
      <MethodLink {...props} values={shown.values} />
    </div>
  );
}

/** A unit beside its number; one that few people know explains itself. */
function UnitName({ unit, text, t }: { readonly unit: Unit; readonly text: string; readonly t: Props["t"] }) {
  return <span class="value-unit"> {unit.id === STANDARD_SCORE ? <Term text={text} meaning={t("explained.standardScore")} /> : text}</span>;
}

const STANDARD_SCORE = "standard_score";

function AreaCard(props: Props & { readonly detail: AreaDetail }) {
  const { model, radar, t, detail } = props;
  const shown = currentOf(model);
  const indicator = indicatorOf(model);
  const onMap = shown?.values.level === detail.level;
  const figure = shown && onMap && (figureOf(shown.values, detail.code) ?? { value: null, status: "O" });
  return (
    <div class="card">
      <div class="card-head">
        <div>
          <h2 class="card-name">{detail.name}</h2>
          <p class="note">{placeLine(props, detail)}</p>
        </div>
        <button type="button" class="quiet" onClick={() => { radar.select(null); }}>
          {t("area.close")}
        </button>
      </div>
      <p class="place-link">
        <a href={radar.addressOf({ view: "place" })} onClick={inPage(() => { radar.go({ view: "place" }); })}>
          {t("area.place")}
        </a>
      </p>
      {shown && figure && indicator && (
        <>
          <Value title={t("area.valueTitle", { indicator: t.pair(indicator.name) })} figure={figure} shown={shown} {...props} />
          <Origin {...props} shown={shown} figure={figure} detail={detail} />
          <Relations {...props} code={detail.code} figure={figure} />
        </>
      )}
      {shown && !onMap && <p class="note">{t("area.otherLevel", { levels: t.pair(levelOf(model.catalog, shown.values.level)?.plural ?? { de: shown.values.level, en: shown.values.level }) })}</p>}
      <AreaProfile {...props} />
      <Milestones {...props} detail={detail} />
      <Facts {...props} detail={detail} />
      {shown && <Source {...props} values={shown.values} />}
    </div>
  );
}

function placeLine({ model, t }: Props, detail: AreaDetail): string {
  const level = levelOf(model.catalog, detail.level);
  const designation = detail.designation || (level ? t.pair(level.name) : "");
  return [designation, detail.district?.name, t("area.key", { code: detail.code })].filter(Boolean).join(" · ");
}

/** Why the value is what it is: from a coarser level, put together from finer areas, converted. */
function Origin({ model, t, shown, figure, detail }: Props & { readonly shown: Shown; readonly figure: Figure; readonly detail: AreaDetail }) {
  const lines = originLines(model.catalog, shown.values, t);
  if (figure.status === "C") {
    const names = detail.predecessors.map((one) => one.name);
    lines.push(names.length > 0 ? t("area.converted.from", { names: names.join(", ") }) : t("area.converted"));
  }
  return (
    <>
      {lines.map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
    </>
  );
}

function Relations(props: Props & { readonly code: string; readonly figure: Figure }) {
  const { model, radar, t, code, figure } = props;
  if (figure.value === null) return null;
  if (model.comparisons.failure) return <Failure t={t} failure={model.comparisons.failure} what={t("failure.comparisons")} retry={() => { radar.retry(); }} />;
  const comparisons = comparisonsOf(props, code, figure);
  const peers = peersOf(props, code);
  if (comparisons.length === 0 && peers === undefined) return null;
  return (
    <section class="card-part">
      <h3>{t("comparison.title")}</h3>
      <ul class="relations">
        {comparisons.map((one) => (
          <li key={one.code}>{one.sentence}</li>
        ))}
        {peers !== undefined && <li>{peers}</li>}
      </ul>
      {comparisonNotes(props, code).map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <ComparisonChart {...props} />
    </section>
  );
}

function Milestones({ model, radar, t, detail }: Props & { readonly detail: AreaDetail }) {
  if (detail.milestones.length === 0) return null;
  return (
    <section class="card-part">
      <h3>{t("milestone.title")}</h3>
      <MilestoneList t={t} milestones={detail.milestones} of={detail.code} kinds={model.network.value?.kinds ?? {}} />
      <p class="note">
        {t("milestone.incomplete")}{" "}
        <a class="milestones-more" href={radar.addressOf({ view: "network" })} onClick={inPage(() => { radar.go({ view: "network" }); })}>
          {t("milestone.all")}
        </a>
      </p>
    </section>
  );
}

function Facts({ model, t, detail }: Props & { readonly detail: AreaDetail }) {
  const rows: [string, string][] = [];
  if (detail.areaKm2 !== null) rows.push([t("area.size"), t("area.km2", { n: formatNumber(detail.areaKm2, 1, t.lang) })]);
  if (detail.members > 0) rows.push([t("area.members"), formatNumber(detail.members, 0, t.lang)]);
  if (detail.predecessors.length > 0) {
    rows.push([t("area.predecessors"), detail.predecessors.map((one) => t("area.changed", { name: one.name, date: formatDate(one.validOn, t.lang) })).join("; ")]);
  }
  if (detail.successors.length > 0) {
    rows.push([t("area.successors"), detail.successors.map((one) => t("area.changed", { name: one.name, date: formatDate(one.validOn, t.lang) })).join("; ")]);
  }
  if (detail.groups.length > 0) rows.push([t("area.groups"), detail.groups.map((one) => one.name).join(", ")]);
  if (!detail.hasGeometry) rows.push([t("area.border"), t("area.noGeometry")]);
  const edition = model.catalog.editions.find((one) => one.id === detail.edition);
  if (edition) rows.push([t("choice.edition"), t.pair(edition.title)]);
  return (
    <section class="card-part card-facts">
      <h3>{t("area.facts")}</h3>
      <dl class="facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

