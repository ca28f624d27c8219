import type { Figure, Indicator, ProfileEntry } from "../api/types.js";
import { formatPeriod } from "../format/dates.js";
import { describeFigure, measureOf } from "../format/figure.js";
import { isCoarser } from "../map/looks.js";
import type { Translator } from "../texts/texts.js";
import { inPage } from "./links.js";
import { Failure } from "./messages.js";
import type { Props } from "./props.js";
import { unitPhrase } from "./view-data.js";

/** All indicators of the selected area beside its district and state, as a table. */
export function AreaProfile(props: Props) {
  const { model, radar, t } = props;
  const { profile } = model;
  if (profile.failure) return <Failure t={t} failure={profile.failure} what={t("failure.profile")} retry={() => { radar.retry(); }} />;
  if (profile.value?.area.code !== model.state.area) return null;
  const entries = profile.value.indicators.flatMap((entry) => {
    const indicator = model.catalog.indicators.find((one) => one.id === entry.indicator);
    return indicator ? [{ entry, indicator }] : [];
  });
  if (entries.length === 0) return null;
  const { level } = profile.value.area;
  return (
    <details class="card-part profile">
      <summary>{t("profile.title")}</summary>
      <div class="scroller" tabIndex={0} role="region" aria-label={t("profile.title")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("profile.indicator")}</th>
              <th scope="col" class="number">
                {t("profile.area")}
              </th>
              <th scope="col" class="number">
                {t("profile.district")}
              </th>
              <th scope="col" class="number">
                {t("profile.state")}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ entry, indicator }) => (
              <Row key={`${entry.indicator} ${entry.period}`} {...props} entry={entry} indicator={indicator} level={level} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Row({ radar, t, entry, indicator, level }: Props & { readonly entry: ProfileEntry; readonly indicator: Indicator; readonly level: string }) {
  const own = describeFigure(entry, measureOf(indicator, indicator), entry.period, t);
  const coarse = isCoarser({ ...entry, level });
  return (
    <tr>
      <th scope="row">
        <a href={radar.addressOf({ indicator: indicator.id })} onClick={inPage(() => { radar.go({ indicator: indicator.id }); })}>
          {t.pair(indicator.name)}
        </a>
        <span class="note"> {[unitPhrase(indicator.unit, t), formatPeriod(entry.period, t.lang), own.interval, own.status, coarse && t("area.coarser.short")].filter(Boolean).join(" · ")}</span>
        {entry.example && <span class="tag">{t("example.tag")}</span>}
      </th>
      <td class="number">
        {own.mark && <span class="sign">{own.mark} </span>}
        {own.number}
      </td>
      <td class="number">{other(entry.district, entry, indicator, t)}</td>
      <td class="number">{other(entry.state, entry, indicator, t)}</td>
    </tr>
  );
}

/** The value of a wider area with its mark, or a dash where there is none to compare with. */
function other(figure: Figure | null, { period }: ProfileEntry, indicator: Indicator, t: Translator): string {
  if (!figure) return t("figure.none");
  const text = describeFigure(figure, measureOf(indicator, indicator), period, t);
  return [text.mark, text.number].filter(Boolean).join(" ");
}
