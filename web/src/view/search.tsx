import { useEffect, useRef, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import type { AreaEntry } from "../api/types.js";
import { levelOf } from "../app/model.js";
import type { Props } from "./props.js";

const WAIT_MS = 120;

interface Found {
  readonly text: string;
  readonly areas: readonly AreaEntry[];
  readonly failed: boolean;
}

const NONE: Found = { text: "", areas: [], failed: false };

/** Of two areas with one name (a city and the district that it forms), the one on the map comes first. */
export function shownLevelFirst(areas: readonly AreaEntry[], level: string): AreaEntry[] {
  return [...areas].sort((a, b) => Number(b.level === level) - Number(a.level === level));
}

/** Reads the hits for a text shortly after the last key stroke; an answer that comes too late is dropped. */
function useHits({ radar, model }: Props, text: string): Found {
  const [found, setFound] = useState<Found>(NONE);
  const { edition, level } = model.state;
  useEffect(() => {
    if (text === "") {
      setFound(NONE);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      radar.api.search(text, edition, stop.signal).then(
        (areas) => { setFound({ text, areas: shownLevelFirst(areas, level), failed: false }); },
        (error: unknown) => {
          if (error instanceof RequestFailure) setFound({ text, areas: [], failed: true });
        },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, edition, level, radar]);
  return found;
}

/** Combobox after the WAI-ARIA pattern: the focus stays in the field, arrow keys move through the hits. */
export function Search(props: Props) {
  const { radar, t } = props;
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const found = useHits(props, typed.trim());
  const { areas } = found;
  const answered = typed.trim() !== "" && found.text === typed.trim();
  const shown = open && answered;
  useEffect(() => { setActive(areas.length > 0 ? 0 : -1); }, [areas]);

  const choose = (area: AreaEntry | undefined): void => {
    if (!area) return;
    setTyped("");
    setOpen(false);
    radar.find(area);
  };
  const move = (step: number): void => {
    setOpen(true);
    if (areas.length > 0) setActive((active + step + areas.length) % areas.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const actions: Record<string, () => void> = {
      ArrowDown: () => { move(1); },
      ArrowUp: () => { move(-1); },
      Enter: () => { if (shown) choose(areas[active]); },
      Escape: () => {
        if (open) setOpen(false);
        else setTyped("");
      },
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  return (
    <div class="search" role="search">
      <label class="visually-hidden" for="search-field">
        {t("search.label")}
      </label>
      <input
        ref={field}
        id="search-field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={t("search.placeholder")}
        aria-autocomplete="list"
        aria-expanded={shown && areas.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={shown && active >= 0 ? `search-hit-${active}` : undefined}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => { setOpen(true); }}
        onBlur={() => { setOpen(false); }}
      />
      <ul id="search-hits" role="listbox" aria-label={t("search.hits")} class="hits" hidden={!shown || areas.length === 0}>
        {areas.map((area, i) => (
          <Hit key={`${area.level} ${area.code}`} {...props} area={area} index={i} active={i === active} typed={found.text} choose={choose} />
        ))}
      </ul>
      {shown && areas.length === 0 && (
        <p class="hits hits-none">{found.failed ? t("search.failed") : t("search.none", { text: found.text })}</p>
      )}
      <p class="visually-hidden" role="status">
        {shown ? (found.failed ? t("search.failed") : t.plural("search.count", areas.length)) : ""}
      </p>
    </div>
  );
}

interface HitProps extends Props {
  readonly area: AreaEntry;
  readonly index: number;
  readonly active: boolean;
  readonly typed: string;
  readonly choose: (area: AreaEntry) => void;
}

function Hit({ model, t, area, index, active, typed, choose }: HitProps) {
  const level = levelOf(model.catalog, area.level);
  const notes = [area.designation || (level && t.pair(level.name)), area.district?.name].filter(Boolean);
  return (
    <li
      id={`search-hit-${index}`}
      role="option"
      aria-selected={active}
      class={active ? "hit hit-active" : "hit"}
      // The field would lose the focus, and with it the list, before the click arrives.
      onMouseDown={(event) => { event.preventDefault(); }}
      onClick={() => { choose(area); }}
      ref={(element) => { if (active) element?.scrollIntoView({ block: "nearest" }); }}
    >
      <span class="hit-name">
        <Marked name={area.name} typed={typed} />
      </span>{" "}
      <span class="hit-notes">{notes.join(" · ")}</span>
    </li>
  );
}

/** The name with the typed part set off, wherever it stands. */
function Marked({ name, typed }: { readonly name: string; readonly typed: string }) {
  const at = name.toLocaleLowerCase("de").indexOf(typed.toLocaleLowerCase("de"));
  if (at < 0) return <>{name}</>;
  const end = at + typed.length;
  return (
    <>
      {name.slice(0, at)}
      <b>{name.slice(at, end)}</b>
      {name.slice(end)}
    </>
  );
}
