import { formatNumber } from "../format/numbers.js";
import { ContextKeys } from "./context-keys.js";
import type { Props } from "./props.js";
import type { Subject } from "./subject.js";
import { ColourSwatch, PatternSwatch } from "./swatch.js";

/** What colours and signs mean while a view of planners is open. */
export function SubjectLegend(props: Props & { readonly subject: Subject }) {
  const { t, subject } = props;
  return (
    <div class="legend-body">
      {subject.classes.length > 0 && (
        <p class="legend-unit">
          <span>{subject.unit}</span>
          <span class="legend-n">{t("legend.areas")}</span>
        </p>
      )}
      {subject.classes.length > 0 && (
        <ul class="legend-classes legend-plain">
          {subject.classes.map((row) => (
            <li key={row.bounds}>
              <ColourSwatch colour={row.colour} />
              <span>{row.bounds}</span>
              <span class="legend-n">{formatNumber(row.count, 0, t.lang)}</span>
            </li>
          ))}
        </ul>
      )}
      {subject.signs.length > 0 && (
        <ul class="legend-signs">
          {subject.signs.map((sign) => (
            <li key={sign.text}>
              <PatternSwatch pattern={sign.pattern} />
              <span>{sign.text}</span>
              <span class="legend-n">{sign.count === null ? "" : formatNumber(sign.count, 0, t.lang)}</span>
            </li>
          ))}
        </ul>
      )}
      <ContextKeys {...props} found={subject.found ?? []} />
      {subject.note !== "" && <p class="note">{subject.note}</p>}
    </div>
  );
}
