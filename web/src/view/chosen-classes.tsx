import type { Props } from "./props.js";
import { choiceNote } from "./view-data.js";

/** Says that only some classes, or a range of values, show, and offers the way back; nothing while all show. */
export function ChosenClasses({ model, radar, t }: Props) {
  const note = choiceNote(model, t);
  if (note === "") return null;
  return (
    <p class="chosen-classes">
      <span>{note}</span>{" "}
      <button type="button" class="quiet" onClick={() => { radar.showOnly([]); }}>
        {t("only.all")}
      </button>
    </p>
  );
}
