import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { adminTranslator, type AdminTranslator } from "../texts/admin-texts.js";
import { inPage } from "../view/links.js";
import { AdminApi } from "./admin-api.js";
import { SECTIONS, addressOf, placeOf, type Place, type Section } from "./address.js";
import { ComputationsSection } from "./computations-section.js";
import { ContactsSection } from "./contacts-section.js";
import { JobsSection } from "./jobs-section.js";
import { MeasuresSection } from "./measures-section.js";
import { PackageSection } from "./package-section.js";
import { ReleasesSection } from "./releases-section.js";
import { RevisionsSection } from "./revisions-section.js";
import { SignIn } from "./sign-in.js";
import { SurveySection } from "./survey-section.js";
import { WavesSection } from "./waves-section.js";
import { WeightsSection } from "./weights-section.js";

const TRANSLATORS = { de: adminTranslator("de"), en: adminTranslator("en") };
const LANGUAGES = ["de", "en"] as const;

/** What a part of the page gets. */
export interface SectionProps {
  readonly api: AdminApi;
  readonly t: AdminTranslator;
  /** Grows with each job that ended: what is listed may have changed. */
  readonly changes: number;
  readonly ended: () => void;
  /** Whether the part is the one that shows. */
  readonly shown: boolean;
}

/** The whole page: the way in, then its parts. Holds the token, through the API, as long as it is open. */
export function Administration() {
  const [place, setPlace] = useState<Place>(() => placeOf(location.search));
  const [api, setApi] = useState<AdminApi | null>(null);
  const [thrownOut, setThrownOut] = useState<RequestFailure | null>(null);
  const t = TRANSLATORS[place.lang];
  const lang = useRef(place.lang);
  lang.current = place.lang;
  useEffect(() => {
    document.documentElement.lang = place.lang;
    document.title = `${t(`section.${place.section}`)} · ${t("title")}`;
  }, [place, t]);
  useEffect(() => {
    const back = (): void => { setPlace(placeOf(location.search)); };
    addEventListener("popstate", back);
    return () => { removeEventListener("popstate", back); };
  }, []);
  const go = (next: Place): void => {
    history.pushState(null, "", addressOf(next));
    setPlace(next);
  };
  const enter = (entered: AdminApi): void => {
    entered.onRefused((failure) => {
      setApi(null);
      setThrownOut(failure);
    });
    setThrownOut(null);
    setApi(entered);
  };
  return (
    <div class="admin">
      <a class="skip" href="#content">{t("skip")}</a>
      <Head place={place} go={go} t={t} api={api} leave={() => { setApi(null); }} />
      <main id="content" tabIndex={-1}>
        {api ? <Sections api={api} t={t} section={place.section} /> : <SignIn t={t} lang={() => lang.current} thrownOut={thrownOut} enter={enter} />}
      </main>
    </div>
  );
}

interface HeadProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly t: AdminTranslator;
  readonly api: AdminApi | null;
  readonly leave: () => void;
}

function Head({ place, go, t, api, leave }: HeadProps) {
  const to = (next: Place) => ({ href: addressOf(next), onClick: inPage(() => { go(next); }) });
  return (
    <header class="header admin-header">
      <span class="brand">
        <img src="favicon.svg" alt="" width="24" height="24" />
        <span>{t("title")}</span>
      </span>
      {api && (
        <nav class="tabs" aria-label={t("nav.label")}>
          {SECTIONS.map((section) => (
            <a key={section} {...to({ ...place, section })} aria-current={section === place.section ? "page" : undefined}>
              {t(`section.${section}`)}
            </a>
          ))}
        </nav>
      )}
      <div class="admin-who">
        {api && <span class="note">{t(`role.${api.role}`)}</span>}
        {api && <button type="button" class="quiet" onClick={leave}>{t("signOut")}</button>}
        <div class="languages" role="group" aria-label={t("lang.label")}>
          {LANGUAGES.map((lang) => (
            <a key={lang} {...to({ ...place, lang })} lang={lang} hreflang={lang} title={t(`lang.${lang}`)} aria-current={lang === place.lang ? "true" : undefined}>
              {lang.toUpperCase()}
            </a>
          ))}
        </div>
      </div>
    </header>
  );
}

/** All parts stay as they are while another shows: files that were chosen, and jobs that are followed. */
function Sections({ api, t, section }: { readonly api: AdminApi; readonly t: AdminTranslator; readonly section: Section }) {
  const [changes, setChanges] = useState(0);
  const props = { api, t, changes, ended: () => { setChanges((before) => before + 1); } };
  const parts = { survey: SurveySection, waves: WavesSection, packages: PackageSection, computations: ComputationsSection, revisions: RevisionsSection, releases: ReleasesSection, weights: WeightsSection, measures: MeasuresSection, contacts: ContactsSection, jobs: JobsSection };
  return (
    <>
      {SECTIONS.map((one) => {
        const Part = parts[one];
        return (
          <section key={one} class="admin-section" hidden={one !== section} aria-labelledby={`section-${one}`}>
            <h1 id={`section-${one}`}>{t(`section.${one}`)}</h1>
            <Part {...props} shown={one === section} />
          </section>
        );
      })}
    </>
  );
}
