import { useState } from "preact/hooks";
import { copied } from "../export/copied.js";
import type { Props } from "./props.js";

/** Hands on the address of what shows now. */
export function CopyLink({ t }: Pick<Props, "t">) {
  const [said, setSaid] = useState("");
  const copy = (): void => {
    void copied(location.href).then((done) => { setSaid(t(done ? "action.copied" : "action.copyFailed")); });
  };
  return (
    <>
      <span class="note" role="status">
        {said}
      </span>
      <button type="button" class="quiet copy-link" onClick={copy}>
        {t("action.link")}
      </button>
    </>
  );
}
