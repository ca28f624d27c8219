import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PlanningView } from "../app/model.js";
import { Waiting } from "./later-view.js";
import type { Props } from "./props.js";

/** Views whose script is read only when they open. */
type LateView = PlanningView | "place";

/** What a view puts on the two sides of the map; a page of its own has its choices above its result. */
interface Sides {
  readonly Choices: FunctionComponent<Props>;
  readonly Result: FunctionComponent<Props>;
}

const LOADERS: Readonly<Record<LateView, () => Promise<Sides>>> = {
  priorities: () => import("../planning/priorities-view.js"),
  scenario: () => import("../planning/scenario-view.js"),
  social: () => import("../social/social-view.js"),
  incident: () => import("../planning/incident-view.js"),
  place: () => import("../place/place-view.js"),
  allocation: () => import("../planning/allocation-view.js"),
};

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
  return <Waiting t={props.t} failed={failed} />;
}
