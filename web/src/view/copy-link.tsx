import { useState } from "preact/hooks";
import type { Props } from "./props.js";

/** Hands on the address of what shows now. */
export function CopyLink({ t }: Pick<Props, "t">) {
  const [copied, setCopied] = useState("");
  const copy = (): void => {
    navigator.clipboard.writeText(location.href).then(
      () => { setCopied(t("action.copied")); },
      () => { setCopied(t("action.copyFailed")); },
    );
  };
  return (
    <>
      <span class="note" role="status">
        {copied}
      </span>
      <button type="button" class="quiet copy-link" onClick={copy}>
        {t("action.link")}
      </button>
    </>
  );
}
