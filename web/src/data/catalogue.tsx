import { LONGEST_SEARCH } from "../state/data.js";
import type { Props } from "../view/props.js";
import { Entry } from "./entry.js";
import { foundIndicators } from "./search.js";
import { dataWords } from "./words.js";

/** All indicators by theme; one of them open with everything that is known of it. */
export function Catalogue(props: Props) {
  const { model, radar, t } = props;
  const { catalog, state } = model;
  const d = dataWords(t.lang);
  const groups = foundIndicators(catalog, state.find);
  const count = groups.reduce((sum, group) => sum + group.indicators.length, 0);
  const gone = state.entry !== null && !catalog.indicators.some((one) => one.id === state.entry) ? state.entry : null;
  return (
    <>
      <p>{d("catalogue.intro")}</p>
      {gone !== null && (
        <p class="warning" role="status">
          {d("catalogue.gone", { id: gone })}
        </p>
      )}
      <div class="data-search" role="search" aria-label={d("catalogue.search")}>
        <label for="data-find">{d("catalogue.search")}</label>
        <input id="data-find" type="search" maxLength={LONGEST_SEARCH} value={state.find} autoComplete="off" onInput={(event) => { radar.adjust({ find: event.currentTarget.value }, true); }} />
        <p class="note" role="status">
          {count === 0 ? d("catalogue.none", { find: state.find }) : d.plural("catalogue.count", count)}
        </p>
      </div>
      {groups.map(({ theme, indicators }) => (
        <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
          <h2 id={`theme-${theme.id}`}>{t.pair(theme.name)}</h2>
          {indicators.map((one) => (
            <Entry key={one.id} {...props} indicator={one} />
          ))}
        </section>
      ))}
    </>
  );
}
