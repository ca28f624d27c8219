import type { PrioritiesAnswer } from "../api/types.js";
import type { CsvForm } from "../export/csv.js";
import { saveFile } from "../export/save-file.js";
import { today } from "../format/dates.js";
import type { Props } from "../view/props.js";
import { priorityCsv } from "./priority-csv.js";
import { words } from "./words.js";

const FORMS: readonly CsvForm[] = ["standard", "excel-de"];

/** The order that shows, for other programs; while a newer one is computed, none is given out. */
export function PriorityFiles({ model, t, answer }: Props & { readonly answer: PrioritiesAnswer }) {
  const p = words(t.lang);
  const save = (form: CsvForm): void => {
    const text = priorityCsv(answer, { form, on: today(), label: t("example.ribbon") });
    saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), `${answer.example ? "example-" : ""}${p("priorities.file.name")}-${answer.id}.csv`);
  };
  return (
    <section class="screen-only">
      <h3>{p("priorities.files")}</h3>
      <p class="note">{p("priorities.files.note")}</p>
      <div class="actions priority-files" role="group" aria-label={p("priorities.files")}>
        {FORMS.map((form) => (
          <button key={form} type="button" disabled={model.priorities.loading} onClick={() => { save(form); }}>
            {p(`priorities.file.${form}`)}
          </button>
        ))}
      </div>
    </section>
  );
}
