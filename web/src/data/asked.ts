import { useEffect, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import type { Props } from "../view/props.js";

/** Something that a part of the view asks the server for when it opens. */
export interface Asked<T> {
  readonly value: T | null;
  readonly failure: RequestFailure | null;
  readonly again: () => void;
}

interface Found<T> {
  readonly key: string;
  readonly value: T | null;
  readonly failure: RequestFailure | null;
}

/**
 * Asks when the key changes; what was asked before is given up. Nothing is asked without a key. A server that does not
 * answer is asked again when the page has found it back.
 */
export function useAsked<T>({ model, radar }: Pick<Props, "model" | "radar">, key: string | null, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [found, setFound] = useState<Found<T> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (key === null) return undefined;
    const stop = new AbortController();
    ask(stop.signal).then(
      (value) => { if (!stop.signal.aborted) setFound({ key, value, failure: null }); },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        if (!(error instanceof RequestFailure)) throw error;
        setFound({ key, value: null, failure: error });
        if (error.kind === "unreachable") radar.missAnswer();
      },
    );
    return () => { stop.abort(); };
    // What is asked follows from the key alone.
  }, [key, tries]);
  const again = (): void => { setFound(null); setTries((before) => before + 1); };
  useEffect(() => {
    if (!model.away && found?.failure?.kind === "unreachable") again();
  }, [model.away]);
  const current = found?.key === key ? found : null;
  return { value: current?.value ?? null, failure: current?.failure ?? null, again };
}
