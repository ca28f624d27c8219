import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { RequestFailure } from "../api/client.js";
import { failureOf } from "./admin-api.js";

/** What people change on the server, one thing after another, and what became of the last. */
export interface Changing {
  /** How often something was tried: a list is read anew each time. */
  readonly changed: number;
  readonly busy: boolean;
  readonly said: string;
  readonly failure: RequestFailure | null;
  /** Heading of the list, which needs a `tabIndex`: takes the focus when the button that was pressed has gone with its row. */
  readonly heading: RefObject<HTMLHeadingElement>;
  /** Tells of the failure; needs a `tabIndex`, as it takes the focus that was lost meanwhile. */
  readonly alert: RefObject<HTMLDivElement>;
  /** Takes back what was said. */
  readonly clear: () => void;
  /**
   * Does something that resolves with what to say of it; resolves with whether it succeeded. Fields and buttons rest
   * meanwhile and lose the focus: it goes on at what has the id `where`, without one at the heading of the list.
   */
  readonly act: (what: () => Promise<string>, where?: string) => Promise<boolean>;
}

export function useChanging(): Changing {
  const [changed, setChanged] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  const next = useRef("");
  useEffect(() => {
    if (busy || document.activeElement !== document.body) return;
    if (failure) alert.current?.focus();
    else if (said !== "") (document.getElementById(next.current) ?? heading.current)?.focus();
  }, [said, failure, busy]);
  const clear = (): void => {
    setSaid("");
    setFailure(null);
  };
  const act = async (what: () => Promise<string>, where = ""): Promise<boolean> => {
    next.current = where;
    setBusy(true);
    clear();
    try {
      setSaid(await what());
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    } finally {
      setBusy(false);
      setChanged((before) => before + 1);
    }
  };
  return { changed, busy, said, failure, heading, alert, clear, act };
}
