import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { RequestFailure } from "../api/client.js";
import { at, inFull } from "../api/root.js";
import type { PriorityQuestion, PrioritySide, StoredQuestion, WeightSet } from "../api/types.js";
import { copied } from "../export/copied.js";
import { saveFile } from "../export/save-file.js";
import { formatInstant } from "../format/dates.js";
import { criteriaOf, wishOf } from "../state/criteria.js";
import { MOST_NAME, weightFile } from "../state/weight-file.js";
import { inPage } from "../view/links.js";
import { Failure } from "../view/messages.js";
import type { Props } from "../view/props.js";
import { deviceSets, forgetOnDevice, keepOnDevice, MOST_SETS, type DeviceSet, type Keeping } from "./device-sets.js";
import { words } from "./words.js";

/** Weights that an order can be compared with. */
export interface Base {
  readonly name: string;
  readonly side: PrioritySide;
  readonly key: string;
}

interface SetsProps extends Props {
  readonly question: PriorityQuestion;
  readonly compare: (base: Base) => void;
}

/** Ways to keep the weights that show and to hand them on, each with who can see them then. */
export function PrioritySets(props: SetsProps) {
  const p = words(props.t.lang);
  return (
    <section class="priority-sets screen-only" aria-labelledby="priority-sets">
      <h3 id="priority-sets">{p("sets.title")}</h3>
      <OnDevice {...props} />
      <AsLink {...props} />
      <ForAll {...props} />
    </section>
  );
}

/** A browser without storage still hands on links. */
function OnDevice({ radar, t, question, compare }: SetsProps) {
  const p = words(t.lang);
  /** Undefined until they were read. */
  const [sets, setSets] = useState<readonly DeviceSet[] | null | undefined>(undefined);
  const [name, setName] = useState("");
  const [came, setCame] = useState<{ readonly of: Keeping | "needed" | "deleted" | "restored" | "stays"; readonly name: string } | null>(null);
  const [gone, setGone] = useState<DeviceSet | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const look = (): void => { setSets(deviceSets()); };
  useEffect(() => {
    look();
    // Another window of the same browser may keep some too.
    addEventListener("storage", look);
    return () => { removeEventListener("storage", look); };
  }, []);
  const keep = (): void => {
    const wanted = name.trim();
    const of = wanted === "" ? "needed" : keepOnDevice({ name: wanted, savedAt: new Date().toISOString(), request: question });
    setCame({ of, name: wanted });
    setGone(null);
    look();
    if (of === "kept") setName("");
    else field.current?.focus();
  };
  const forget = (set: DeviceSet): void => {
    const done = forgetOnDevice(set.name);
    setCame({ of: done ? "deleted" : "stays", name: set.name });
    setGone(done ? set : null);
    look();
    field.current?.focus();
  };
  const restore = (set: DeviceSet): void => {
    const of = keepOnDevice(set);
    setCame({ of: of === "kept" ? "restored" : of, name: set.name });
    setGone(null);
    look();
    field.current?.focus();
  };
  const wrong = came !== null && !["kept", "deleted", "restored", "stays"].includes(came.of);
  if (sets === null) return <Way heading={p("sets.device")}><p class="note" role="status">{p("sets.refused")}</p></Way>;
  return (
    <Way heading={p("sets.device")}>
      <p class="note" id="sets-device-note">{p("sets.device.note")}</p>
      <form
        class="keep-set"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label>
          {p("sets.name")}
          <input ref={field} id="sets-name" type="text" autocomplete="off" maxLength={MOST_NAME} value={name} aria-invalid={wrong} aria-describedby="sets-device-note sets-device-said" onInput={({ currentTarget }) => { setName(currentTarget.value); }} />
        </label>
        <button type="submit">{p("sets.keep")}</button>
      </form>
      <p class="note" id="sets-device-said" role="status">
        {came && p(`sets.came.${came.of}`, { name: came.name, most: MOST_SETS })}
      </p>
      {gone && (
        <p>
          <button type="button" onClick={() => { restore(gone); }}>{p("sets.undo")}</button>
        </p>
      )}
      {sets && sets.length > 0 && (
        <ul class="weight-sets" aria-label={p("sets.device")}>
          {sets.map((set) => (
            <Kept key={set.name} radar={radar} t={t} name={set.name} about={p("sets.device.saved", { when: formatInstant(set.savedAt, t.lang) })} request={set.request} compare={() => { compare({ name: set.name, side: { request: set.request as PriorityQuestion }, key: JSON.stringify(set.request) }); }}>
              <button type="button" class="quiet" aria-label={p("sets.delete.one", { name: set.name })} onClick={() => { forget(set); }}>
                {p("sets.delete")}
              </button>
            </Kept>
          ))}
        </ul>
      )}
    </Way>
  );
}

/** The address with all weights in it, also with those that the page suggested. */
function AsLink({ model, radar, t }: SetsProps) {
  const p = words(t.lang);
  const [origin, setOrigin] = useState("");
  useEffect(() => { setOrigin(location.origin); }, []);
  const query = radar.addressOf({ criteria: criteriaOf(model.state, model.catalog) });
  const href = origin === "" ? query : inFull(at(`/${query}`), origin);
  const [said, setSaid] = useState({ href: "", words: "" });
  const copy = (): void => {
    void copied(href).then((done) => { setSaid({ href, words: t(done ? "share.copied" : "share.copyFailed") }); });
  };
  return (
    <Way heading={p("sets.link")}>
      <p class="note">{p("sets.link.note")}</p>
      <label>
        {p("sets.link.address")}
        <input id="sets-link" type="text" readOnly spellcheck={false} value={href} onFocus={({ currentTarget }) => { currentTarget.select(); }} />
      </label>
      <p class="sets-actions">
        <button type="button" onClick={copy}>{t("share.link.copy")}</button>
        <span class="note" role="status">{said.href === href ? said.words : ""}</span>
      </p>
    </Way>
  );
}

/** What the office stored for everybody, and how something comes there: this page itself stores nothing. */
function ForAll(props: SetsProps) {
  const { model, t, question } = props;
  const p = words(t.lang);
  const save = (): void => { saveFile(new Blob([weightFile({ name: "", request: question })], { type: "application/json" }), weightFileName(p("sets.file.name"), model.priorities)); };
  return (
    <Way heading={p("sets.all")}>
      <StoredSets {...props} />
      <p class="note">{p("sets.all.note")}</p>
      <p class="sets-actions">
        <button type="button" onClick={save}>{p("sets.file")}</button>
      </p>
    </Way>
  );
}

/** The id of the answer belongs to its question alone: while another one is on its way, the name has none. */
export const weightFileName = (name: string, { value, loading }: Props["model"]["priorities"]): string => `${name}${value && !loading ? `-${value.id}` : ""}.json`;

function Way({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <div class="sets-way">
      <h4>{heading}</h4>
      {children}
    </div>
  );
}

interface KeptProps extends Pick<Props, "radar" | "t"> {
  readonly name: string;
  readonly about: string;
  readonly request: StoredQuestion;
  readonly compare: () => void;
  readonly children?: ComponentChildren;
}

function Kept({ radar, t, name, about, request, compare, children }: KeptProps) {
  const wish = wishOf(request);
  return (
    <li>
      <span>
        <strong>{name}</strong> <span class="note">{about}</span>
      </span>
      {wish && (
        <a class="quiet button" href={radar.addressOf(wish)} aria-label={words(t.lang)("sets.open.one", { name })} onClick={inPage(() => { radar.go(wish); })}>
          {t("priorities.sets.open")}
        </a>
      )}
      <button type="button" class="quiet" aria-label={words(t.lang)("sets.compare.one", { name })} onClick={compare}>
        {t("priorities.sets.compare")}
      </button>
      {children}
    </li>
  );
}

/** Sets of weights that the office stored; there is no list where there are none. */
function StoredSets({ model, radar, t, compare }: SetsProps) {
  const [sets, setSets] = useState<readonly WeightSet[]>([]);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const look = (): void => {
    setFailure(null);
    radar.api.weightSets().then(setSets, (error: unknown) => { if (error instanceof RequestFailure) setFailure(error); });
  };
  useEffect(look, [radar, model.catalog]);
  if (failure) return <Failure t={t} failure={failure} what={t("priorities.sets.failure")} retry={look} />;
  if (sets.length === 0) return <p class="note">{t("priorities.sets.none")}</p>;
  return (
    <ul class="weight-sets" aria-label={words(t.lang)("sets.all")}>
      {sets.map((set) => (
        <Kept key={set.id} radar={radar} t={t} name={set.name} about={t("priorities.sets.saved", { when: formatInstant(set.savedAt, t.lang), id: set.id })} request={set.request} compare={() => { compare({ name: set.name, side: { id: set.id }, key: set.id }); }} />
      ))}
    </ul>
  );
}
