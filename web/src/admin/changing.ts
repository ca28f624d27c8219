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
  /** Takes back what was said. */
  readonly clear: () => void;
  /** Does something that resolves with what to say of it; resolves with whether it succeeded. */
  readonly act: (what: () => Promise<string>) => Promise<boolean>;
}

export function useChanging(): Changing {
  const [changed, setChanged] = useState(0);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (said !== "" && !busy && document.activeElement === document.body) heading.current?.focus();
  }, [said, busy]);
  const clear = (): void => {
    setSaid("");
    setFailure(null);
  };
  const act = async (what: () => Promise<string>): Promise<boolean> => {
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
  return { changed, busy, said, failure, heading, clear, act };
}
