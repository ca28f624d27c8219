import { useEffect, useId, useRef } from "preact/hooks";
import type { SectionProps } from "./administration.js";

interface QuestionProps extends Pick<SectionProps, "t"> {
  readonly heading: string;
  readonly warning: string;
  /** What the button that does it says. */
  readonly action: string;
  readonly cancel: () => void;
  readonly confirm: () => void;
}

/** Asks before something is done. The browser keeps the focus inside; Escape cancels. */
export function Question({ t, heading, warning, action, cancel, confirm }: QuestionProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} class="warning" aria-labelledby={id} onClose={cancel}>
      <h2 id={id}>{heading}</h2>
      <p class="note-wrong">{warning}</p>
      <div class="actions">
        <button type="button" class="primary" autofocus onClick={() => { dialog.current?.close(); }}>{t("deletion.cancel")}</button>
        <button type="button" class="danger" onClick={confirm}>{action}</button>
      </div>
    </dialog>
  );
}

interface ConfirmationProps extends Pick<QuestionProps, "t" | "cancel" | "confirm"> {
  /** What is to be deleted. */
  readonly title: string;
}

/** Asks before something goes for good. */
export function Confirmation({ t, title, ...what }: ConfirmationProps) {
  return <Question t={t} heading={t("measures.deleteTitle", { title })} warning={t("measures.deleteWarning")} action={t("measures.deleteConfirm")} {...what} />;
}
