import type { Milestone } from "../api/types.js";
import { formatDate } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import { indicatorOf } from "../app/model.js";
import type { Wish } from "../state/view-state.js";
import { inPage } from "./links.js";
import { MilestoneMark } from "./legend.js";
import { Failure } from "./messages.js";
import { countedUntil, kindName, milestoneDate, newestFirst, yearsOf } from "./milestones.js";
import { NetworkGrowth, UntilSlider } from "./network-growth.js";
import type { Props } from "./props.js";

/** Milestones of the prevention network as a list, with what their dates mean. */
export function NetworkView(props: Props) {
  const { model, radar, t } = props;
  const network = model.network.value;
  const milestones = countedUntil(network?.milestones ?? [], model.state.until);
  const towns = new Set(milestones.map((one) => one.code)).size;
  return (
    <section class="reading" aria-labelledby="network-title">
      <h1 id="network-title">{t("network.title")}</h1>
      <p>{t("network.intro")}</p>
      <ul class="network-keys">
        <li>
          <MilestoneMark means="happened" /> {t("milestone.happened.legend")}
        </li>
        <li>
          <MilestoneMark means="known_by" /> {t("milestone.knownBy.legend")}
        </li>
      </ul>
      <p>
        <a href={radar.addressOf({ view: "map", network: true })} onClick={inPage(() => { radar.go({ view: "map", network: true }); })}>
          {t("network.onMap")}
        </a>
      </p>
      {model.network.failure && <Failure t={t} failure={model.network.failure} what={t("failure.network")} retry={() => { radar.retry(); }} />}
      {model.network.loading && <p class="note">{t("loading")}</p>}
      {network && (
        <>
          <UntilSlider {...props} />
          <p class="network-counted" role="status">{t("network.counted", { milestones: t.plural("count.milestones", milestones.length), towns: t.plural("count.towns", towns) })}</p>
          <NetworkGrowth t={t} milestones={milestones} years={yearsOf(network.milestones)} kinds={network.kinds} />
          <div class="scroller" tabIndex={0} role="region" aria-label={t("network.table")}>
            <table class="stacked">
              <thead>
                <tr>
                  <th scope="col">{t("network.place")}</th>
                  <th scope="col">{t("network.what")}</th>
                  <th scope="col">{t("network.when")}</th>
                  <th scope="col">{t("network.note")}</th>
                  <th scope="col">{t("network.source")}</th>
                </tr>
              </thead>
              <tbody>
                {newestFirst(milestones).map((one) => (
                  <MilestoneRow key={`${one.code} ${one.kind} ${one.date}`} {...props} one={one} />
                ))}
              </tbody>
            </table>
          </div>
          <Totals {...props} />
          <p class="note">{t("attribution.network", { text: network.attribution })}</p>
        </>
      )}
    </section>
  );
}

function MilestoneRow({ model, radar, t, one }: Props & { readonly one: Milestone }) {
  const known = indicatorOf(model)?.levels.includes(one.level) === true;
  const wish: Wish = { view: "map", network: true, area: one.code, ...(known ? { level: one.level } : {}) };
  return (
    <tr>
      <th scope="row">
        <a href={radar.addressOf(wish)} onClick={inPage(() => { radar.go(wish); })}>
          {one.name}
        </a>
      </th>
      <td>{kindName(one.kind, model.network.value?.kinds ?? {}, t)}</td>
      <td class="nowrap">
        <MilestoneMark means={one.means} /> {milestoneDate(one, t)}
      </td>
      <td>{one.note}</td>
      <td class="note">{one.source}</td>
    </tr>
  );
}

/** Figures that the network published of itself. */
function Totals({ model, t }: Props) {
  const totals = model.network.value?.totals ?? [];
  if (totals.length === 0) return null;
  return (
    <>
      <h2>{t("network.totals")}</h2>
      <div class="scroller" tabIndex={0} role="region" aria-label={t("network.totals")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("network.asOf")}</th>
              <th scope="col">{t("network.measure")}</th>
              <th scope="col" class="number">
                {t("network.value")}
              </th>
              <th scope="col">{t("network.source")}</th>
            </tr>
          </thead>
          <tbody>
            {totals.map((one) => (
              <tr key={`${one.date} ${one.measure}`}>
                <td class="nowrap">{formatDate(one.date, t.lang)}</td>
                <td>{kindName(one.measure, model.network.value?.measures ?? {}, t)}</td>
                <td class="number">{formatNumber(one.value, 0, t.lang)}</td>
                <td class="note">{one.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
