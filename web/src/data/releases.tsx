import { readJson } from "../api/client.js";
import { formatInstant } from "../format/dates.js";
import { formatBytes } from "../format/numbers.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { useAsked } from "./asked.js";
import { CopyText } from "./copy-text.js";
import { releasesIn, type Release } from "./release.js";
import { dataWords } from "./words.js";

/** Frozen states of the data, each with its files, checksums and citation. */
export function Releases({ model, t }: Props) {
  const d = dataWords(t.lang);
  const asked = useAsked(`releases ${model.catalog.revision} ${t.lang}`, async (signal) => releasesIn(await readJson("/api/releases", t.lang, signal)));
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
  const base = `/releases/${encodeURIComponent(release.id)}`;
  return (
    <article class="dataset" aria-labelledby={`release-${release.id}`}>
      <h2 id={`release-${release.id}`}>
        {release.id} {release.title !== release.id && release.title}
        {release.example && <span class="tag">{t("example.tag")}</span>}
      </h2>
      <p class="note">{d("releases.made", { date: formatInstant(release.created, t.lang), n: release.revision })}</p>
      {release.withdrawn !== null ? (
        <p class="warning">{d("releases.withdrawn", { date: formatInstant(release.withdrawn.at, t.lang), reason: release.withdrawn.reason })}</p>
      ) : (
        <>
          <ul class="result-list release-files">
            {release.files.map((file) => (
              <li key={file.name}>
                <a href={`${base}/${encodeURIComponent(file.name)}`} download>
                  {file.name}
                </a>{" "}
                <span class="note">
                  {formatBytes(file.bytes, t.lang)}, {d("releases.checksum")}
                </span>
                <code class="checksum">{file.sha256}</code>
              </li>
            ))}
          </ul>
          <p class="entry-ways">
            <a href={base}>{d("releases.page")}</a>
            <a href={`${base}/CITATION.cff`}>{d("releases.cff")}</a>
          </p>
          {release.citation !== null && <CopyText d={d} label={d("cite.label")} text={release.citation} />}
        </>
      )}
    </article>
  );
}
