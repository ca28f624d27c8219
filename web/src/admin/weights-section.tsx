import { useEffect, useState } from "preact/hooks";
import type { Catalog, WeightSet } from "../api/types.js";
import { formatInstant } from "../format/dates.js";
import type { NamedQuestion } from "../state/weight-file.js";
import type { SectionProps } from "./administration.js";
import { useChanging } from "./changing.js";
import { Question } from "./confirmation.js";
import { FailureText } from "./failure-text.js";
import { lacking, useLoaded } from "./loading.js";
import { RowTable } from "./table.js";
import { Adding, Renaming } from "./weight-forms.js";
import { WeightSummary } from "./weight-summary.js";

/** Weight sets that everybody finds in the view "priorities": made of a link or a file, renamed, deleted after a question. */
export function WeightsSection({ api, t, changes, shown }: SectionProps) {
  const { changed, busy, said, failure, heading, alert, clear, act } = useChanging();
  const [renaming, setRenaming] = useState<WeightSet | null>(null);
  const [leaving, setLeaving] = useState<WeightSet | null>(null);
  /** Id of the one whose form was just closed. */
  const [began, setBegan] = useState<string | null>(null);
  useEffect(() => {
    // Buttons of the list rest while something is on its way.
    if (began === null || busy) return;
    (document.getElementById(renameButton(began)) ?? heading.current)?.focus();
    setBegan(null);
  }, [began, busy, heading]);
  const catalog = useLoaded(() => api.catalog(), shown, changes);
  const withoutCatalog = lacking(catalog);
  const sets = useLoaded(() => api.weightSets(), shown, changed);
  const add = (set: NamedQuestion): Promise<boolean> =>
    act(async () => {
      const before = (await api.weightSets()).map(({ id, name }) => ({ id, name }));
      const saved = await api.addWeightSet(set);
      const old = before.find((one) => one.id === saved.id);
      return old && old.name !== saved.name ? t("weights.savedAgain", { old: old.name, name: saved.name }) : t("measures.saved");
    }, "weights-link");
  /** Closes the form of renaming; who began it goes on where it was begun. */
  const back = ({ id }: WeightSet): void => {
    setRenaming(null);
    setBegan(id);
  };
  const rename = (set: WeightSet, name: string): Promise<void> =>
    act(async () => {
      await api.saveWeightSet({ ...set, name });
      return t("weights.renamed", { name });
    }, renameButton(set.id)).then((done) => {
      if (done) back(set);
    });
  return (
    <>
      <p class="note">{t("weights.intro")}</p>
      <p class="note-persons">{t("weights.noPersons")}</p>
      {withoutCatalog && <FailureText t={t} failure={withoutCatalog} what={t("weights.catalogFailed")} />}
      {renaming && <Renaming key={renaming.id} t={t} set={renaming} busy={busy} save={(name) => { void rename(renaming, name); }} cancel={() => { back(renaming); }} />}
      <Adding t={t} catalog={catalog.value} busy={busy} hidden={renaming !== null} save={add} />
      <p role="status">{said}</p>
      {failure && <div ref={alert} role="alert" tabIndex={-1}><FailureText t={t} failure={failure} what={t("measures.notSaved")} /></div>}
      <h2 ref={heading} tabIndex={-1}>{t("weights.list")}</h2>
      {sets.failure && <FailureText t={t} failure={sets.failure} what={t("waves.failed")} />}
      {sets.value?.length === 0 && <p class="empty">{t("weights.empty")}</p>}
      {sets.value !== null && sets.value.length > 0 && (
        <Stored t={t} sets={sets.value} catalog={catalog.value} mayDelete={api.role === "admin"} busy={busy} rename={(set) => { clear(); setRenaming(set); }} remove={setLeaving} />
      )}
      {leaving && (
        <Question
          t={t}
          heading={t("measures.deleteTitle", { title: leaving.name })}
          warning={t("weights.deleteWarning")}
          action={t("measures.deleteConfirm")}
          cancel={() => { setLeaving(null); }}
          confirm={() => {
            setLeaving(null);
            if (renaming?.id === leaving.id) setRenaming(null);
            void act(async () => {
              await api.deleteWeightSet(leaving.id);
              return t("measures.deleted");
            });
          }}
        />
      )}
    </>
  );
}

const renameButton = (id: string): string => `rename-${id}`;

interface StoredProps extends Pick<SectionProps, "t"> {
  readonly sets: readonly WeightSet[];
  readonly catalog: Catalog | null;
  readonly mayDelete: boolean;
  readonly busy: boolean;
  readonly rename: (set: WeightSet) => void;
  readonly remove: (set: WeightSet) => void;
}

function Stored({ t, sets, catalog, mayDelete, busy, rename, remove }: StoredProps) {
  return (
    <>
      <RowTable
        caption={t("weights.list")}
        name="weights"
        rows={sets}
        keyOf={(one) => one.id}
        columns={[
          { head: t("weights.name"), kind: "name", cell: (one) => one.name },
          { head: t("weights.what"), cell: (one) => <WeightSummary t={t} question={one.request} catalog={catalog} /> },
          { head: t("weights.savedAt"), cell: (one) => formatInstant(one.savedAt, t.lang) },
          {
            head: t("waves.action"),
            kind: "action",
            cell: (one) => (
              <>
                <button id={renameButton(one.id)} type="button" disabled={busy} aria-label={t("weights.renameOne", { name: one.name })} onClick={() => { rename(one); }}>{t("weights.renameButton")}</button>{" "}
                {mayDelete && <button type="button" disabled={busy} aria-label={t("measures.deleteOne", { title: one.name })} onClick={() => { remove(one); }}>{t("waves.delete")}</button>}
              </>
            ),
          },
        ]}
      />
      {!mayDelete && <p class="note">{t("waves.onlyAdmin")}</p>}
    </>
  );
}
