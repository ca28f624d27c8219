import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Props } from "./props.js";

/** What a view puts on the two sides of the map. */
interface Sides {
  readonly Choices: FunctionComponent<Props>;
  readonly Result: FunctionComponent<Props>;
}

const LOADERS = {
  scenario: (): Promise<Sides> => import("../planning/scenario-view.js"),
};

type LateView = keyof typeof LOADERS;

const loaded = new Map<LateView, Sides>();

/** One side of a view whose script is read only when it opens. */
export function Later({ view, part, ...props }: Props & { readonly view: LateView; readonly part: keyof Sides }) {
  const [failed, setFailed] = useState(false);
  const [, setRead] = useState<LateView | null>(null);
  const sides = loaded.get(view);
  useEffect(() => {
    if (loaded.has(view)) return;
    setFailed(false);
    LOADERS[view]().then(
      (found) => {
        loaded.set(view, found);
        setRead(view);
      },
      () => { setFailed(true); },
    );
  }, [view]);
  if (sides) {
    const Part = sides[part];
    return <Part {...props} />;
  }
  const { t } = props;
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
