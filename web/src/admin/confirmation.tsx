import { useEffect, useId, useRef } from "preact/hooks";
import type { SectionProps } from "./administration.js";

interface ConfirmationProps extends Pick<SectionProps, "t"> {
  /** What is to be deleted. */
  readonly title: string;
  readonly cancel: () => void;
  readonly confirm: () => void;
}

/** Asks before something goes for good. The browser keeps the focus inside; Escape cancels. */
export function Confirmation({ t, title, cancel, confirm }: ConfirmationProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} class="warning" aria-labelledby={id} onClose={cancel}>
      <h2 id={id}>{t("measures.deleteTitle", { title })}</h2>
      <p class="note-wrong">{t("measures.deleteWarning")}</p>
      <div class="actions">
        <button type="button" class="primary" autofocus onClick={() => { dialog.current?.close(); }}>{t("deletion.cancel")}</button>
        <button type="button" class="danger" onClick={confirm}>{t("measures.deleteConfirm")}</button>
      </div>
    </dialog>
  );
}
