import type { Portrait, PortraitIndicator } from "../api/place-types.js";
import type { Wave } from "../api/social-types.js";
import type { Indicator } from "../api/types.js";
import { formatPeriod } from "../format/dates.js";
import { bareNumber, describeFigure, type FigureText, type Measure } from "../format/figure.js";
import { formatNumber } from "../format/numbers.js";
import { letterOf } from "../format/status.js";
import type { Translator } from "../texts/texts.js";
import { inPage } from "../view/links.js";
import type { Props } from "../view/props.js";
import { unitPhrase } from "../view/view-data.js";
import { hasTrend, seriesChart } from "./series-chart.js";
import { placeWords } from "./words.js";

interface Entry {
  readonly one: PortraitIndicator;
  readonly known: Indicator | undefined;
}

type IndicatorsProps = Props & { readonly portrait: Portrait; readonly district: string | null; readonly state: string | null };

/** Every indicator, theme by theme: value, interval, peers in words, district, state and trend. */
export function Indicators(props: IndicatorsProps) {
  const { model, t, portrait } = props;
  const p = placeWords(t.lang);
  const entries = entriesOf(model, portrait);
  const shown = entries.filter(({ one }) => one.value !== null);
  const themes = model.catalog.themes.filter((theme) => shown.some(({ one }) => one.theme === theme.id));
  return (
    <>
      <p class="note">
        {p("indicators.intro")} {p("indicators.lines")}
      </p>
      <div class="place-themes">
        {themes.map((theme) => (
          <section key={theme.id} class="place-theme">
            <h3>{t.pair(theme.name)}</h3>
            <ul class="place-cards">
              {shown
                .filter(({ one }) => one.theme === theme.id)
                .map((entry) => (
                  <Card key={entry.one.id} {...props} entry={entry} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      <AllValues {...props} entries={entries} />
    </>
  );
}

const entriesOf = (model: Props["model"], portrait: Portrait): readonly Entry[] =>
  portrait.indicators.map((one) => ({ one, known: model.catalog.indicators.find((other) => other.id === one.id) }));

const measureOf = ({ one, known }: Entry): Measure => ({ unit: one.unit, decimals: one.decimals, computed: known?.result?.kind ?? null });

const figureOf = (wave: Wave) => ({ value: wave.value, lower: wave.low, upper: wave.high, status: letterOf(wave.status) });

const describe = (entry: Entry, wave: Wave, t: Translator): FigureText => describeFigure(figureOf(wave), measureOf(entry), wave.period, t);

const newest = (entry: Entry): Wave => entry.one;

/** Why a number of people or things is not compared. */
const GROWS = "grows-with-size";
const FEW = "too-few-peers";
const LEAST_PEERS = 4;

/** Two waves make no line that says more than the words beneath it: on paper, which is short, the words do. */
const isLine = (one: PortraitIndicator): boolean => hasTrend(one) && one.series.length > 2;

/** What holds for all numbers, or for all values of the place, stands above and not with each of them. */
const isSaidOnce = ({ reason }: PortraitIndicator, { peers }: Portrait): boolean => reason === GROWS || (reason === FEW && (peers === null || peers.n < LEAST_PEERS));

function Card(props: IndicatorsProps & { readonly entry: Entry }) {
  const { radar, t, portrait, entry } = props;
  const { one, known } = entry;
  const p = placeWords(t.lang);
  const text = describe(entry, newest(entry), t);
  const facts = text.facts.map((fact) => fact.text);
  const wish = { view: "map" as const, indicator: one.id };
  return (
    <li class="place-card" data-line={isLine(one)}>
      <h4>
        <a href={radar.addressOf(wish)} onClick={inPage(() => { radar.go(wish); })}>
          {t.pair(one.name)}
        </a>
        {known?.example === true && <span class="tag">{t("example.tag")}</span>}
      </h4>
      <p class="place-value" data-sentence={text.sentence}>
        {text.mark && <span class="sign">{text.mark} </span>}
        <strong class={`value value-${text.look}`}>{text.value}</strong> <span class="note">{text.interval ? `${text.interval}, ${facts.slice(1).join(", ")}` : facts.join(", ")}</span>
      </p>
      {!isSaidOnce(one, portrait) && <p class="place-words">{t.pair(one.words)}</p>}
      <div class="place-trend">
        {hasTrend(one) && seriesChart(one, p("series.spoken", { name: t.pair(one.name), values: spoken(entry, t) }))}
        <p class="note">{widerText(props).join(" · ")}</p>
      </div>
      {one.change?.difference && <p class="place-words">{t.pair(one.change.words)}</p>}
    </li>
  );
}

/** "2018: 5,1 %; 2023: 6,2 %". */
function spoken(entry: Entry, t: Translator): string {
  return entry.one.series.map((wave) => `${formatPeriod(wave.period, t.lang)}: ${withInterval(describe(entry, wave, t))}`).join("; ");
}

const withInterval = ({ mark, value, interval }: FigureText): string => [mark, value, interval].filter(Boolean).join(" ");

/** The middle of the peers, district and state, each with what marks its value. */
function widerText({ t, entry, district, state }: IndicatorsProps & { readonly entry: Entry }): readonly string[] {
  const p = placeWords(t.lang);
  const { one } = entry;
  const found: string[] = [];
  if (one.peers.median !== null && one.reason !== GROWS && one.reason !== FEW) found.push(p("indicators.median", { n: formatNumber(one.peers.median, one.decimals, t.lang) }));
  for (const [name, series] of [[district, one.district], [state, one.state]] as const) {
    const wave = series.find((other) => other.period === one.period);
    if (name === null || wave?.value == null) continue;
    const { mark } = describe(entry, wave, t);
    found.push(`${name}: ${[mark, bareNumber(figureOf(wave), measureOf(entry), t)].filter(Boolean).join(" ")}`);
  }
  return found;
}

/** What is not published of this place, by the reason why. */
export function Unpublished({ model, t, portrait }: Props & { readonly portrait: Portrait }) {
  const p = placeWords(t.lang);
  const entries = entriesOf(model, portrait).filter(({ one }) => one.value === null);
  if (entries.length === 0) return null;
  const reasons = new Map<string, string[]>();
  for (const entry of entries) {
    const { status } = describe(entry, newest(entry), t);
    reasons.set(status, [...(reasons.get(status) ?? []), t.pair(entry.one.name)]);
  }
  return (
    <>
      <h3>{p("indicators.open")}</h3>
      <ul>
        {[...reasons].map(([reason, names]) => (
          <li key={reason}>
            {capital(reason)}: {names.join(", ")}
          </li>
        ))}
      </ul>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The same as all small charts, as one table. */
function AllValues({ t, entries, district, state }: IndicatorsProps & { readonly entries: readonly Entry[] }) {
  const p = placeWords(t.lang);
  const rows = entries.flatMap((entry) => entry.one.series.map((wave) => ({ entry, wave })));
  const wider = (entry: Entry, series: readonly Wave[], period: string): string => {
    const wave = series.find((one) => one.period === period);
    return wave ? withInterval(describe(entry, wave, t)) : t("figure.none");
  };
  return (
    <details class="as-table">
      <summary>{p("table.all")}</summary>
      <div class="scroller" tabIndex={0} role="region" aria-label={p("table.all")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{p("table.indicator")}</th>
              <th scope="col">{p("table.period")}</th>
              <th scope="col" class="number">{p("table.value")}</th>
              <th scope="col">{p("table.status")}</th>
              {district !== null && <th scope="col" class="number">{district}</th>}
              {state !== null && <th scope="col" class="number">{state}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entry, wave }) => {
              const text = describe(entry, wave, t);
              return (
                <tr key={`${entry.one.id} ${wave.period}`}>
                  <th scope="row">
                    {t.pair(entry.one.name)} <span class="note">{unitPhrase(entry.one.unit, t)}</span>
                  </th>
                  <td>{formatPeriod(wave.period, t.lang)}</td>
                  <td class="number">{withInterval(text)}</td>
                  <td>{text.status}</td>
                  {district !== null && <td class="number">{wider(entry, entry.one.district, wave.period)}</td>}
                  {state !== null && <td class="number">{wider(entry, entry.one.state, wave.period)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
