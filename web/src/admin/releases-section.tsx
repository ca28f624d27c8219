import { useState } from "preact/hooks";
import type { Release } from "../data/release.js";
import { formatInstant } from "../format/dates.js";
import { formatNumber } from "../format/numbers.js";
import type { SectionProps } from "./administration.js";
import { useChanging } from "./changing.js";
import { FailureText } from "./failure-text.js";
import { describedBy, Field, useFirstWrong } from "./fields.js";
import { JobPanel } from "./job-panel.js";
import { lacking, useLoaded } from "./loading.js";
import { MOST, NO_RELEASE, RELEASE_FORMATS, RELEASE_KEYS, RELEASE_NEEDED, releaseBodyOf, releaseLevels, wrongOf, type Reason, type ReleaseDraft, type ReleaseKey } from "./release-draft.js";
import { isBusy, useRun } from "./run.js";
import { RowTable, type Column } from "./table.js";
import { Withdrawal } from "./withdrawal.js";

/** Frozen states of what is published: makes one as a job, lists all, and lets an admin withdraw one for a reason. */
export function ReleasesSection({ api, t, changes, ended, shown }: SectionProps) {
  const { run, start } = useRun(api, ended);
  const [draft, setDraft] = useState<ReleaseDraft>(NO_RELEASE);
  const [asked, setAsked] = useState(0);
  const [checked, setChecked] = useState(false);
  const catalog = useLoaded(() => api.catalog(), shown, changes);
  const levels = catalog.value ? releaseLevels(catalog.value) : [];
  const wrong = checked ? wrongOf(draft, levels) : {};
  useFirstWrong(asked, wrong);
  const create = (): void => {
    setChecked(true);
    setAsked((before) => before + 1);
    if (Object.keys(wrongOf(draft, levels)).length > 0) return;
    start(false, async () => {
      const job = await api.createRelease(releaseBodyOf(draft, levels));
      // What the server refuses stays, to be mended.
      setDraft(NO_RELEASE);
      setChecked(false);
      return job;
    });
  };
  const mistake = (key: ReleaseKey): string | undefined => {
    const found = wrong[`release-${key}`];
    return found && t(found === "needed" ? "measures.needed" : "frozen.badId");
  };
  return (
    <>
      <p class="note">{t("frozen.intro")}</p>
      <p class="note-persons">{t("frozen.forEver")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <fieldset class="plain" disabled={isBusy(run)}>
          <legend>{t("frozen.new")}</legend>
          {RELEASE_KEYS.map((key) => (
            <Field key={key} id={`release-${key}`} label={t(`frozen.${key}`)} note={t(`frozen.${key}.note`)} wrong={mistake(key)}>
              <Entry name={key} value={draft[key]} invalid={mistake(key) !== undefined} enter={(value) => { setDraft({ ...draft, [key]: value }); }} />
            </Field>
          ))}
          <Choices
            name="level"
            legend={t("frozen.levels")}
            note={lacking(catalog) ? t("frozen.levels.failed") : t("frozen.levels.note")}
            wrong={Object.keys(wrong).some((one) => one.startsWith("release-level-")) ? t("frozen.chooseOne") : ""}
            all={levels.map(({ level, areas }) => ({ id: level.id, text: t.pair(level.plural), about: t.plural("frozen.areas", areas) }))}
            chosen={levels.map(({ level }) => level.id).filter((one) => !draft.without.includes(one))}
            put={(id, on) => { setDraft({ ...draft, without: on ? draft.without.filter((one) => one !== id) : [...draft.without, id] }); }}
          />
          <Choices
            name="format"
            legend={t("frozen.formats")}
            note={t("frozen.formats.note")}
            wrong={wrong["release-format-gpkg"] ? t("frozen.chooseOne") : ""}
            all={RELEASE_FORMATS.map((id) => ({ id, text: t(`frozen.format.${id}`), about: t(`frozen.format.${id}.about`) }))}
            chosen={draft.formats}
            put={(id, on) => { setDraft({ ...draft, formats: RELEASE_FORMATS.filter((one) => (one === id ? on : draft.formats.includes(one))) }); }}
          />
        </fieldset>
        <div class="actions">
          <button type="submit" class="primary" disabled={isBusy(run)}>{t("frozen.create")}</button>
        </div>
      </form>
      <JobPanel t={t} run={run} title={t("packages.result")} />
      <List api={api} t={t} changes={changes} shown={shown} />
    </>
  );
}

interface ChoicesProps {
  /** Ids of the boxes begin with it. */
  readonly name: string;
  readonly legend: string;
  readonly note: string;
  /** What is wrong; empty if nothing is. */
  readonly wrong: string;
  readonly all: readonly { readonly id: string; readonly text: string; readonly about: string }[];
  readonly chosen: readonly string[];
  readonly put: (id: string, on: boolean) => void;
}

/** Boxes of which at least one is to be ticked. */
function Choices({ name, legend, note, wrong, all, chosen, put }: ChoicesProps) {
  const id = `release-${name}s`;
  return (
    <fieldset class="boxes" aria-describedby={describedBy(id)}>
      <legend>{legend}</legend>
      <p class="note" id={`${id}-note`}>{note}</p>
      {all.map((one) => (
        <label key={one.id} class="box">
          <input id={`release-${name}-${one.id}`} type="checkbox" checked={chosen.includes(one.id)} aria-invalid={wrong !== ""} onChange={({ currentTarget }) => { put(one.id, currentTarget.checked); }} />
          <span>
            {one.text} <span class="note">{one.about}</span>
          </span>
        </label>
      ))}
      <p class="note note-wrong" id={`${id}-wrong`}>{wrong}</p>
    </fieldset>
  );
}

interface EntryProps {
  readonly name: ReleaseKey;
  readonly value: string;
  readonly invalid: boolean;
  readonly enter: (value: string) => void;
}

function Entry({ name, value, invalid, enter }: EntryProps) {
  const id = `release-${name}`;
  const common = { id, value, maxLength: MOST[name], "aria-describedby": describedBy(id), "aria-invalid": invalid, "aria-required": RELEASE_NEEDED.includes(name) };
  if (name === "notes") return <textarea {...common} rows={3} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
  return <input {...common} type="text" spellcheck={name === "titleDe" || name === "titleEn"} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
}

function List({ api, t, changes, shown }: Omit<SectionProps, "ended">) {
  const { changed, busy, said, failure, heading, alert, act } = useChanging();
  const loaded = useLoaded(() => api.releases(), shown, changes + changed);
  const [leaving, setLeaving] = useState<Release | null>(null);
  const withdraw = ({ id }: Release, reason: Reason): void => {
    setLeaving(null);
    void act(async () => {
      await api.withdrawRelease(id, reason);
      return t("withdrawal.done", { id });
    });
  };
  const mayWithdraw = api.role === "admin";
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>{t("frozen.list")}</h2>
      <p role="status">{said}</p>
      {failure && <div ref={alert} role="alert" tabIndex={-1}><FailureText t={t} failure={failure} what={t("withdrawal.failed")} /></div>}
      {loaded.failure && <FailureText t={t} failure={loaded.failure} what={t("waves.failed")} />}
      {loaded.value?.length === 0 && <p class="empty">{t("frozen.empty")}</p>}
      {loaded.value !== null && loaded.value.length > 0 && <Table t={t} releases={loaded.value} mayWithdraw={mayWithdraw} busy={busy} ask={setLeaving} />}
      {!mayWithdraw && <p class="note">{t("withdrawal.onlyAdmin")}</p>}
      {leaving && <Withdrawal t={t} release={leaving} cancel={() => { setLeaving(null); }} confirm={(reason) => { withdraw(leaving, reason); }} />}
    </>
  );
}

interface TableProps extends Pick<SectionProps, "t"> {
  readonly releases: readonly Release[];
  readonly mayWithdraw: boolean;
  readonly busy: boolean;
  readonly ask: (release: Release) => void;
}

function Table({ t, releases, mayWithdraw, busy, ask }: TableProps) {
  const withdraw: Column<Release> = {
    head: t("waves.action"),
    kind: "action",
    cell: (one) =>
      !one.withdrawn && (
        <button type="button" disabled={busy} aria-label={t("withdrawal.one", { id: one.id })} onClick={() => { ask(one); }}>
          {t("withdrawal.ask")}
        </button>
      ),
  };
  return (
    <RowTable
      caption={t("frozen.list")}
      name="releases"
      rows={releases}
      keyOf={(one) => one.id}
      columns={[
        { head: t("frozen.id"), kind: "name", cell: (one) => one.id },
        {
          head: t("frozen.title"),
          cell: (one) => (
            <>
              {t.pair(one.title)} {one.example && <span class="note">({t("frozen.example")})</span>}
            </>
          ),
        },
        { head: t("frozen.at"), cell: (one) => formatInstant(one.createdAt, t.lang) },
        { head: t("frozen.revision"), kind: "number", cell: (one) => formatNumber(one.revision, 0, t.lang) },
        { head: t("frozen.state"), cell: (one) => stateOf(one, t) },
        ...(mayWithdraw ? [withdraw] : []),
      ]}
    />
  );
}

function stateOf({ withdrawn, withdrawal, files }: Release, t: SectionProps["t"]): string {
  if (!withdrawn) return t.plural("frozen.given", files.length);
  const { at, reason } = withdrawal;
  return t("frozen.withdrawn", { at: at === undefined ? "–" : formatInstant(at, t.lang), reason: reason ? t.pair(reason) : "–" });
}
