import type { Lang } from "../api/types.js";
import { VIEWS, type View } from "../state/view-state.js";
import { inPage } from "./links.js";
import type { Props } from "./props.js";
import { Search } from "./search.js";
import { Share } from "./share.js";

const LANGUAGES: readonly Lang[] = ["de", "en"];

/** Limited resources are a part of the priorities, with an address of their own. */
const TABS = VIEWS.filter((view) => view !== "allocation");

const tabOf = (view: View): View => (view === "allocation" ? "priorities" : view);

export function Header(props: Props) {
  const { model, radar, t } = props;
  return (
    <header class="header">
      <a class="brand" href={radar.addressOf({ view: "map" })} onClick={inPage(() => { radar.go({ view: "map" }); })}>
        <img src="favicon.svg" alt="" width="24" height="24" />
        <span>{t.pair(model.config.title)}</span>
      </a>
      <nav class="tabs" aria-label={t("nav.label")}>
        {TABS.map((view) => (
          <a
            key={view}
            href={radar.addressOf({ view })}
            aria-current={tabOf(model.state.view) === view ? "page" : undefined}
            onClick={inPage(() => { radar.go({ view }); })}
          >
            {t(`view.${view}`)}
          </a>
        ))}
      </nav>
      <Search {...props} />
      <Share {...props} />
      <div class="languages" role="group" aria-label={t("lang.label")}>
        {LANGUAGES.map((lang) => (
          <a
            key={lang}
            href={radar.addressOf({ lang })}
            lang={lang}
            hreflang={lang}
            title={t(`lang.${lang}`)}
            aria-current={model.state.lang === lang ? "true" : undefined}
            onClick={inPage(() => { radar.go({ lang }); })}
          >
            {lang.toUpperCase()}
          </a>
        ))}
      </div>
    </header>
  );
}
