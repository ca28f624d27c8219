import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import type { Lang } from "../api/types.js";
import type { AdminTranslator } from "../texts/admin-texts.js";
import { AdminApi, failureOf } from "./admin-api.js";
import { FailureText } from "./failure-text.js";

interface Props {
  readonly t: AdminTranslator;
  readonly lang: () => Lang;
  /** Why an earlier token stopped being good. */
  readonly thrownOut: RequestFailure | null;
  readonly enter: (api: AdminApi) => void;
}

/** Asks for the token. It is read from the field when it is sent, and stands nowhere else. */
export function SignIn({ t, lang, thrownOut, enter }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState(thrownOut);
  const [busy, setBusy] = useState(false);
  useEffect(() => { field.current?.focus(); }, []);
  const submit = async (): Promise<void> => {
    const input = field.current;
    if (!input || busy) return;
    setBusy(true);
    try {
      enter(await AdminApi.signIn(input.value.trim(), lang));
    } catch (error) {
      setFailure(failureOf(error));
      input.value = "";
      input.focus();
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="admin-section sign-in" aria-labelledby="sign-in">
      <h1 id="sign-in">{t("signIn.title")}</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div class="field">
          <label for="token">{t("signIn.token")}</label>
          <input id="token" ref={field} type="password" autocomplete="off" spellcheck={false} aria-describedby="token-note token-wrong" aria-invalid={failure !== null} />
          <p class="note" id="token-note">{t("signIn.note")}</p>
          <div id="token-wrong" role="alert">{failure && <FailureText t={t} failure={failure} what={t("signIn.failed")} />}</div>
        </div>
        <button type="submit" class="primary" disabled={busy}>{t("signIn.submit")}</button>
      </form>
      <p class="note">{t("signIn.help")}</p>
    </section>
  );
}
