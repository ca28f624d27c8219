import type { Milestone, TextPair } from "../api/types.js";
import type { Translator } from "../texts/texts.js";
import { MilestoneMark } from "./legend.js";
import { kindsInOrder, kindName, yearOf, yearsOf } from "./milestones.js";
import type { Props } from "./props.js";

/** Up to which year milestones count, for the list and the map alike; the last year stands for all. */
export function UntilSlider({ model, radar, t }: Props) {
  const years = yearsOf(model.network.value?.milestones ?? []);
  const last = years.at(-1);
  const first = years[0];
  if (first === undefined || last === undefined || first === last) return null;
  const until = model.state.until ?? last;
  const choose = (year: number): void => { radar.go({ until: year >= last ? null : year }); };
  return (
    <div class="field">
      <label for="network-until">{t("network.until")}</label>
      <div class="until">
        <input
          id="network-until"
          type="range"
          min={first}
          max={last}
          step="1"
          value={until}
          aria-valuetext={t("network.untilYear", { year: String(until) })}
          onInput={(event) => { choose(Number(event.currentTarget.value)); }}
        />
        <output for="network-until">{t("network.untilYear", { year: String(until) })}</output>
      </div>
    </div>
  );
}

interface GrowthProps {
  readonly t: Translator;
  readonly milestones: readonly Milestone[];
  /** Years of all milestones, so that the table keeps its columns when fewer count. */
  readonly years: readonly number[];
  readonly kinds: Readonly<Record<string, TextPair>>;
}

/** What became known in which year: a row per kind. */
export function NetworkGrowth({ t, milestones, years, kinds }: GrowthProps) {
  return (
    <div class="scroller" tabIndex={0} role="region" aria-label={t("network.growth")}>
      <table class="growth">
        <caption>{t("network.growth")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("network.what")}</th>
            {years.map((year) => (
              <th key={year} scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kindsInOrder(milestones).map((kind) => (
            <tr key={kind}>
              <th scope="row">{kindName(kind, kinds, t)}</th>
              {years.map((year) => (
                <td key={year}>
                  <Counts t={t} milestones={milestones.filter((one) => one.kind === kind && yearOf(one) === year)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts({ t, milestones }: { readonly t: Translator; readonly milestones: readonly Milestone[] }) {
  return (
    <>
      {(["happened", "known_by"] as const).map((means) => {
        const towns = milestones.filter((one) => one.means === means).map((one) => one.name);
        if (towns.length === 0) return null;
        return (
          <span key={means} class="growth-count" title={[...towns].sort((a, b) => a.localeCompare(b, "de")).join(", ")}>
            <MilestoneMark means={means} /> {towns.length}
            <span class="visually-hidden"> {t(means === "happened" ? "network.happened" : "network.knownBy")}</span>
          </span>
        );
      })}
    </>
  );
}
