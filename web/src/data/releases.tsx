import { readJson } from "../api/client.js";
import { at, named } from "../api/root.js";
import { formatInstant } from "../format/dates.js";
import { formatBytes } from "../format/numbers.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { useAsked } from "./asked.js";
import { CopyText } from "./copy-text.js";
import { filesOf, releasesIn, type Release } from "./release.js";
import { dataWords } from "./words.js";

/** Frozen states of the data, each with its files, checksums and citation. */
export function Releases(props: Props) {
  const { model, t } = props;
  const d = dataWords(t.lang);
  const asked = useAsked(props, `releases ${model.catalog.revision} ${t.lang}`, async (signal) => releasesIn(await readJson(at("/api/releases"), t.lang, signal)));
  // A server without releases has no such address: that is no failure of anything.
  const none = asked.failure?.status === 404 || asked.value?.length === 0;
  return (
    <>
      <p>{d("releases.intro")}</p>
      {none && <p class="note">{d("releases.none")}</p>}
      {asked.failure && !none && <Failure t={t} failure={asked.failure} what={d("releases.failure")} retry={asked.again} />}
      {!asked.value && !asked.failure && <p class="note">{t("loading")}</p>}
      {asked.value?.map((one) => <ReleaseEntry key={one.id} t={t} release={one} />)}
    </>
  );
}

function ReleaseEntry({ t, release }: Pick<Props, "t"> & { readonly release: Release }) {
  const d = dataWords(t.lang);
  const { at, reason } = release.withdrawal;
  return (
    <article class="dataset" aria-labelledby={`release-${release.id}`}>
      <h2 id={`release-${release.id}`}>
        {t.pair(release.title)} ({release.id}) {release.example && <span class="tag">{t("example.tag")}</span>}
      </h2>
      <p class="note">{d("releases.made", { date: formatInstant(release.createdAt, t.lang), n: release.revision })}</p>
      {release.notes.split("\n").filter((line) => line.trim() !== "").map((line, i) => (
        <p key={i}>{line}</p>
      ))}
      {release.withdrawn ? (
        <p class="warning">{d("releases.withdrawn", { date: at === undefined ? "–" : formatInstant(at, t.lang), reason: reason ? t.pair(reason) : "–" })}</p>
      ) : (
        <Files t={t} release={release} />
      )}
    </article>
  );
}

/** What is withdrawn has none of this: its files are no longer given out, and nobody should cite it anew. */
function Files({ t, release }: Pick<Props, "t"> & { readonly release: Release }) {
  const d = dataWords(t.lang);
  const { data, papers } = filesOf(release);
  return (
    <>
      <ul class="result-list release-files">
        {data.map((file) => (
          <li key={file.name}>
            <a href={named(file.href)} download>
              {t.pair(file.title)}
            </a>{" "}
            <span class="note">
              {file.name}, {formatBytes(file.bytes, t.lang)}, {d("releases.checksum")}
            </span>
            <code class="checksum">{file.sha256}</code>
          </li>
        ))}
      </ul>
      <p class="entry-ways">
        <a href={at(`/api/releases/${encodeURIComponent(release.id)}`)}>{d("releases.page")}</a>
        {papers.map((file) => (
          <a key={file.name} href={named(file.href)} download>
            {t.pair(file.title)}
          </a>
        ))}
      </p>
      <CopyText d={d} label={d("cite.label")} text={t.pair(release.citation)} />
    </>
  );
}
