import { useState } from "preact/hooks";
import { copied } from "../export/copied.js";
import type { DataWords } from "./words.js";

interface CopyTextProps {
  readonly d: DataWords;
  /** What it is, as a heading of the text. */
  readonly label: string;
  readonly text: string;
  /** Commands keep their letters apart. */
  readonly code?: boolean;
}

/** A text to take along, with a button that puts it on the clipboard. */
export function CopyText({ d, label, text, code = false }: CopyTextProps) {
  const [said, setSaid] = useState({ text: "", words: "" });
  const copy = (): void => {
    void copied(text).then((done) => { setSaid({ text, words: d(done ? "copy.done" : "copy.failed") }); });
  };
  return (
    <div class="copy-text" role="group" aria-label={label}>
      <p class="copy-label">{label}</p>
      <p class={code ? "copy-body copy-code" : "copy-body"}>{code ? <code>{text}</code> : text}</p>
      <p class="copy-actions">
        <button type="button" class="quiet" aria-label={d("copy.button.of", { what: label })} onClick={copy}>
          {d("copy.button")}
        </button>
        <span class="note" role="status">
          {said.text === text ? said.words : ""}
        </span>
      </p>
    </div>
  );
}
