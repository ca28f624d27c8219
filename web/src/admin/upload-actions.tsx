import type { AdminTranslator } from "../texts/admin-texts.js";
import { isBusy, isChecked, type Run } from "./run.js";

interface Props {
  readonly t: AdminTranslator;
  readonly run: Run;
  /** Stores the very files that were checked. */
  readonly store: () => void;
}

/** First check, which is what Enter does; then, with the same files, store. */
export function UploadActions({ t, run, store }: Props) {
  const checked = isChecked(run);
  return (
    <div class="actions">
      <button type="submit" class={checked ? "" : "primary"} disabled={isBusy(run)}>{t("upload.check")}</button>
      <button type="button" class={checked ? "primary" : ""} disabled={!checked} onClick={store}>{t("upload.store")}</button>
      <span class="note">{t(checked ? "upload.checked" : "upload.checkFirst")}</span>
    </div>
  );
}
