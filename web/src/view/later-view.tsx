import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Props } from "./props.js";

/** Views that fill the page and whose script is read only when they open. */
const LOADERS = {
  sources: async () => (await import("../data/data-view.js")).DataView,
} satisfies Record<string, () => Promise<FunctionComponent<Props>>>;

type LaterViewId = keyof typeof LOADERS;

const loaded = new Map<LaterViewId, FunctionComponent<Props>>();

/** A whole view, or word that it is on its way or did not come. */
export function LaterView({ id, ...props }: Props & { readonly id: LaterViewId }) {
  const [failed, setFailed] = useState(false);
  const [, setRead] = useState<LaterViewId | null>(null);
  const View = loaded.get(id);
  useEffect(() => {
    if (loaded.has(id)) return;
    setFailed(false);
    LOADERS[id]().then(
      (found) => {
        loaded.set(id, found);
        setRead(id);
      },
      () => { setFailed(true); },
    );
  }, [id]);
  if (View) return <View {...props} />;
  return <Waiting t={props.t} failed={failed} />;
}

/** A script that is on its way, or that did not come. */
export function Waiting({ t, failed }: Pick<Props, "t"> & { readonly failed: boolean }) {
  if (!failed) return <p class="note">{t("loading")}</p>;
  return (
    <div class="failure" role="alert">
      <p class="failure-what">{t("failure.script")}</p>
      <button type="button" onClick={() => { location.reload(); }}>
        {t("failure.reload")}
      </button>
    </div>
  );
}
