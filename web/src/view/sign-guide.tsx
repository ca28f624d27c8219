import { FEW } from "../map/uncertainty.js";
import type { Translator } from "../texts/texts.js";
import { PatternSwatch } from "./swatch.js";

const SIGNS = ["modelled", "converted", "coarse", "limited", "wide", "few", "withheld", "imprecise", "missing", "selected"] as const;

/** Every sign that a map can carry, also those that this one does not need. */
export function SignGuide({ t }: { readonly t: Translator }) {
  return (
    <details class="sign-guide">
      <summary>{t("legend.guide")}</summary>
      <ul class="guide-signs">
        {SIGNS.map((sign) => (
          <li key={sign}>
            <PatternSwatch pattern={sign} />
            <span>{t(`sign.${sign}`, { n: FEW })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
