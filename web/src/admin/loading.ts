import { useEffect, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { failureOf } from "./admin-api.js";

/** Something that the server lists: not there yet, there, or failed. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly failure: RequestFailure | null;
  readonly again: () => void;
}

/** Why something is not there at all; what was read before still holds when a later reading fails. */
export const lacking = ({ value, failure }: Pick<Loaded<unknown>, "value" | "failure">): RequestFailure | null => (value === null ? failure : null);

/** Reads a list when it is first shown, and anew with each change; what was read stays until the new one is there. */
export function useLoaded<T>(read: () => Promise<T>, shown: boolean, changes: number): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!shown) return undefined;
    let wanted = true;
    read().then(
      (found) => {
        if (!wanted) return;
        setValue(found);
        setFailure(null);
      },
      (error: unknown) => { if (wanted) setFailure(failureOf(error)); },
    );
    return () => { wanted = false; };
    // The reading itself is the same each time.
  }, [shown, changes, tries]);
  return { value, failure, again: () => { setTries((before) => before + 1); } };
}
