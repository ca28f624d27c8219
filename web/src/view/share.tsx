import { useId, useRef, useState } from "preact/hooks";
import { at, inFull } from "../api/root.js";
import { copied } from "../export/copied.js";
import type { Props } from "./props.js";

/** The snippet that shows a view inside another page; the frame says what it holds. */
export const frameSnippet = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="600" style="border:0" loading="lazy" allowfullscreen></iframe>`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Where a state shows inside a frame. */
export const embedAddress = (query: string, root?: string, origin?: string): string => inFull(at(`/embed${query}`, root), origin);

/** Hands on any view: as a link, or as a frame for another page. */
export function Share(props: Props) {
  const { t } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="share" onKeyDown={close}>
      <button ref={button} id="share" type="button" class="quiet" aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open); }}>
        {t("share")}
      </button>
      <div id={id} class="share-panel" hidden={!open}>
        {open && <Ways {...props} />}
      </div>
    </div>
  );
}

function Ways({ model, radar, t }: Props) {
  const query = radar.addressOf({});
  const title = t.pair(model.config.title);
  const snippet = frameSnippet(embedAddress(query), title);
  return (
    <>
      <Taken t={t} name="link" text={inFull(at(`/${query}`))} />
      <Taken t={t} name="frame" text={snippet} />
      <p class="note">{t(model.config.embeddable ? "share.frame.allowed" : "share.frame.nobody")}</p>
    </>
  );
}

function Taken({ t, name, text }: Pick<Props, "t"> & { readonly name: "link" | "frame"; readonly text: string }) {
  const [said, setSaid] = useState({ text: "", words: "" });
  const copy = (): void => {
    void copied(text).then((done) => { setSaid({ text, words: t(done ? "share.copied" : "share.copyFailed") }); });
  };
  return (
    <div class="field">
      <label for={`share-${name}`}>{t(`share.${name}`)}</label>
      <textarea id={`share-${name}`} readOnly rows={3} spellcheck={false} value={text} onFocus={(event) => { event.currentTarget.select(); }} />
      <p class="share-copy">
        <button type="button" class="quiet" onClick={copy}>
          {t(`share.${name}.copy`)}
        </button>
        <span class="note" role="status">
          {said.text === text ? said.words : ""}
        </span>
      </p>
    </div>
  );
}
