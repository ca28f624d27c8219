import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Release } from "../data/release.js";
import type { SectionProps } from "./administration.js";
import { describedBy, Field, useFirstWrong } from "./fields.js";
import { MOST_REASON, wrongReason, type Reason } from "./release-draft.js";

interface WithdrawalProps extends Pick<SectionProps, "t"> {
  readonly release: Release;
  readonly cancel: () => void;
  readonly confirm: (reason: Reason) => void;
}

const LANGUAGES = ["de", "en"] as const;

/** Asks why before a release is withdrawn for good. The browser keeps the focus inside; Escape cancels. */
export function Withdrawal({ t, release, cancel, confirm }: WithdrawalProps) {
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState<Reason>({ de: "", en: "" });
  const [asked, setAsked] = useState(0);
  const wrong = asked > 0 ? wrongReason(reason) : {};
  useEffect(() => { dialog.current?.showModal(); }, []);
  useFirstWrong(asked, wrong);
  return (
    <dialog ref={dialog} class="warning" aria-labelledby={title} onClose={cancel}>
      <h2 id={title}>{t("withdrawal.title", { id: release.id })}</h2>
      <p>{t("withdrawal.what")}</p>
      <p class="note-wrong">{t("measures.deleteWarning")}</p>
      <form
        class="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked((before) => before + 1);
          if (Object.keys(wrongReason(reason)).length === 0) confirm({ de: reason.de.trim(), en: reason.en.trim() });
        }}
      >
        {LANGUAGES.map((lang) => {
          const id = `reason-${lang}`;
          const mistake = wrong[id] ? t("measures.needed") : undefined;
          return (
            <Field key={lang} id={id} label={t(`withdrawal.reason.${lang}`)} note={t("withdrawal.reason.note")} wrong={mistake}>
              <input
                id={id}
                type="text"
                maxLength={MOST_REASON}
                value={reason[lang]}
                autofocus={lang === "de"}
                aria-required="true"
                aria-describedby={describedBy(id)}
                aria-invalid={mistake !== undefined}
                onInput={({ currentTarget }) => { setReason({ ...reason, [lang]: currentTarget.value }); }}
              />
            </Field>
          );
        })}
        <div class="actions">
          <button type="button" class="primary" onClick={() => { dialog.current?.close(); }}>{t("deletion.cancel")}</button>
          <button type="submit" class="danger">{t("withdrawal.confirm")}</button>
        </div>
      </form>
    </dialog>
  );
}
