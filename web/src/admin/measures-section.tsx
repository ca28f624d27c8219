import { STEPS, type Measure } from "../api/social-types.js";
import { formatDate } from "../format/dates.js";
import type { SectionProps } from "./administration.js";
import { describedBy, Field } from "./fields.js";
import { bodyOf, draftOf, EMPTY, LINES, newId, NEEDED, wrongOf, type Draft, type DraftKey } from "./measure-draft.js";
import { RecordsSection, type RecordKind } from "./records-section.js";

type EntryKind = "line" | "date" | "text" | "number";

/** How each entry is written, in the order of the form. */
const ENTRIES: readonly (readonly [DraftKey, EntryKind])[] = [
  ...LINES.map((key) => [key, "line"] as const),
  ["from", "date"],
  ["to", "date"],
  ...STEPS.map((step) => [step, "text"] as const),
  ["indicators", "line"],
  ["lon", "number"],
  ["lat", "number"],
];

/** Measures of the office, each in five steps. */
export function MeasuresSection({ api, t, shown }: SectionProps) {
  const kind: RecordKind<Measure, Draft> = {
    name: "measures",
    words: {
      intro: t("measures.intro"),
      noPersons: t("measures.noPersons"),
      new: t("measures.new"),
      change: t("measures.change"),
      list: t("measures.list"),
      empty: t("measures.empty"),
    },
    nothing: EMPTY,
    draftOf,
    wrongOf,
    titleOf: (one) => one.title,
    firstField: "measure-title",
    list: () => api.measures(),
    save: (id, draft) => api.saveMeasure(id ?? newId(draft.title), bodyOf(draft)),
    remove: (id) => api.deleteMeasure(id),
    fields: (draft, wrong, enter) =>
      ENTRIES.map(([key, entry]) => {
        const id = `measure-${key}`;
        const found = wrong[id];
        const mistake = found && t(found === "needed" ? "measures.needed" : "measures.number");
        return (
          <Field key={key} id={id} label={t(`measure.${key}`)} note={t(`measure.${key}.note`)} wrong={mistake}>
            <Entry id={id} kind={entry} value={draft[key]} invalid={found !== undefined} needed={NEEDED.includes(key)} enter={(value) => { enter({ ...draft, [key]: value }); }} />
          </Field>
        );
      }),
    columns: [
      { head: t("measure.title"), kind: "name", cell: (one) => one.title },
      { head: t("measure.area"), cell: (one) => one.areaName ?? t("measures.areaUnknown", { code: one.area }) },
      { head: t("measure.from"), class: "nowrap", cell: (one) => formatDate(one.from, t.lang) },
      { head: t("measure.office"), cell: (one) => one.office },
    ],
  };
  return <RecordsSection api={api} t={t} shown={shown} kind={kind} />;
}

interface EntryProps {
  readonly id: string;
  readonly kind: EntryKind;
  readonly value: string;
  readonly invalid: boolean;
  readonly needed: boolean;
  readonly enter: (value: string) => void;
}

const MOST_TEXT = 2000;
const MOST_LINE = 200;

function Entry({ id, kind, value, invalid, needed, enter }: EntryProps) {
  const common = { id, value, "aria-describedby": describedBy(id), "aria-invalid": invalid, "aria-required": needed };
  if (kind === "text") return <textarea {...common} rows={3} maxLength={MOST_TEXT} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
  const type = kind === "date" ? "date" : "text";
  return <input {...common} type={type} class={kind === "line" ? undefined : "short"} inputMode={kind === "number" ? "decimal" : undefined} maxLength={MOST_LINE} onInput={({ currentTarget }) => { enter(currentTarget.value); }} />;
}
