import { inPage } from "../view/links.js";
import type { Props } from "../view/props.js";

const PARTS = ["priorities", "allocation"] as const;

/** The two parts of the priorities: the order, and what limited units can cover of it. */
export function PriorityParts({ model, radar, t }: Props) {
  return (
    <nav class="parts" aria-label={t("view.priorities")}>
      {PARTS.map((view) => (
        <a key={view} href={radar.addressOf({ view })} aria-current={model.state.view === view ? "page" : undefined} onClick={inPage(() => { radar.go({ view }); })}>
          {t(`part.${view}`)}
        </a>
      ))}
    </nav>
  );
}
