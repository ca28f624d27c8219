import { useState } from "preact/hooks";
import { parseNumber } from "../format/numbers.js";
import { criteriaOf } from "../state/criteria.js";
import { knowsPeople } from "../state/allocation.js";
import { isKindName, MOST_KINDS, MOST_UNITS, type FairnessRules, type UnitKind } from "../state/units.js";
import { inPage } from "../view/links.js";
import { PriorityParts } from "./priority-parts.js";
import type { Props } from "../view/props.js";
import { words, type PlanningKey } from "./words.js";

/** A kind of units as it is typed; a field that is empty sets no limit. */
interface Draft {
  readonly name: string;
  readonly number: string;
  readonly capacity: string;
  readonly radiusKm: string;
  readonly cost: string;
}

type RuleDraft = Readonly<Record<keyof FairnessRules, string>>;

const numberText = (value: number | null, lang: Props["t"]["lang"]): string => (value === null ? "" : lang === "de" ? String(value).replace(".", ",") : String(value));

/** What is to be spread and under which rules; it is computed when the form is sent, not while somebody types. */
export function AllocationChoices(props: Props) {
  const { model, radar, t } = props;
  const p = words(t.lang);
  const { units, rules, demand } = model.state;
  const [kinds, setKinds] = useState<readonly Draft[]>(() => units.map((one) => draftOf(one, t.lang)));
  const [rule, setRule] = useState<RuleDraft>(() => ({ minimum: numberText(rules.minimum, t.lang), cap: numberText(rules.cap, t.lang), budget: numberText(rules.budget, t.lang) }));
  const [wrong, setWrong] = useState(false);
  const send = (): void => {
    const read = kinds.map((one) => kindOf(one, t.lang));
    const kept = rulesOf(rule, t.lang);
    setWrong(read.includes(undefined) || kept === undefined);
    if (read.includes(undefined) || !kept) return;
    radar.openSheet("area");
    radar.go({ units: read as UnitKind[], rules: kept });
  };
  const put = (i: number, next: Draft | null): void => { setKinds(kinds.flatMap((one, k) => (k === i ? (next ? [next] : []) : [one]))); };
  return (
    <form class="choices" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <PriorityParts {...props} />
      <p class="note">{p("allocation.intro")}</p>
      <DemandSource {...props} />
      {knowsPeople(model.catalog) && (
        <div class="field">
          <label for="demand">{p("allocation.demand")}</label>
          <select id="demand" value={demand} onChange={({ currentTarget }) => { radar.go({ demand: currentTarget.value === "areas" ? "areas" : "people" }); }}>
            <option value="people">{p("allocation.demand.people")}</option>
            <option value="areas">{p("allocation.demand.areas")}</option>
          </select>
        </div>
      )}
      {kinds.map((one, i) => (
        <KindFields key={i} {...props} one={one} index={i} only={kinds.length === 1} put={(next) => { put(i, next); }} />
      ))}
      {kinds.length < MOST_KINDS && (
        <button type="button" class="quiet" onClick={() => { setKinds([...kinds, { name: p("allocation.kind.name", { n: kinds.length + 1 }), number: "1", capacity: "", radiusKm: "", cost: "" }]); }}>
          {p("allocation.kind.add")}
        </button>
      )}
      <fieldset class="field unit-kind">
        <legend>{p("allocation.rules")}</legend>
        {(["minimum", "cap", "budget"] as const).map((name) => (
          <NumberField key={name} label={p(`allocation.rule.${name}`)} value={rule[name]} valid={isNumber(rule[name], t.lang, name !== "budget")} put={(value) => { setRule({ ...rule, [name]: value }); }} />
        ))}
        <p class="note">{p("allocation.rules.note")}</p>
      </fieldset>
      {wrong && (
        <p class="note-wrong" role="alert">
          {p("allocation.wrong")}
        </p>
      )}
      <button type="submit" class="primary">
        {p("allocation.send")}
      </button>
    </form>
  );
}

/** Which priorities are the demand, and where they can be changed. */
function DemandSource({ model, radar, t }: Props) {
  const p = words(t.lang);
  const names = criteriaOf(model.state, model.catalog)
    .filter((one) => one.weight > 0)
    .map((one) => {
      const indicator = model.catalog.indicators.find((other) => other.id === one.indicator);
      return p("allocation.criterion", { name: indicator ? t.pair(indicator.name) : one.indicator, weight: one.weight });
    });
  return (
    <div class="assumed">
      <p>{names.length > 0 ? p("allocation.source", { names: names.join(", ") }) : p("allocation.source.none")}</p>
      {model.state.ranking === "two-axes" && <p>{p("allocation.source.sum")}</p>}
      <a href={radar.addressOf({ view: "priorities" })} onClick={inPage(() => { radar.go({ view: "priorities" }); })}>
        {p("allocation.source.change")}
      </a>
    </div>
  );
}

interface KindProps extends Props {
  readonly one: Draft;
  readonly index: number;
  readonly only: boolean;
  readonly put: (next: Draft | null) => void;
}

const FIELDS = ["capacity", "radiusKm", "cost"] as const satisfies readonly (keyof Draft)[];

function KindFields({ t, one, index, only, put }: KindProps) {
  const p = words(t.lang);
  return (
    <fieldset class="field unit-kind">
      <legend>{p("allocation.kind", { n: index + 1 })}</legend>
      <label class="unit-field">
        <span>{p("allocation.name")}</span>
        <input type="text" value={one.name} maxLength={30} aria-invalid={!isKindName(one.name)} onInput={({ currentTarget }) => { put({ ...one, name: currentTarget.value }); }} />
      </label>
      <NumberField label={p("allocation.number")} value={one.number} valid={countOf(one.number, t.lang) !== undefined} put={(number) => { put({ ...one, number }); }} />
      {FIELDS.map((name) => (
        <NumberField key={name} label={p(`allocation.${name}` satisfies PlanningKey)} value={one[name]} valid={isNumber(one[name], t.lang, false)} put={(value) => { put({ ...one, [name]: value }); }} />
      ))}
      {!only && (
        <button type="button" class="quiet" onClick={() => { put(null); }}>
          {p("allocation.kind.remove", { name: one.name })}
        </button>
      )}
    </fieldset>
  );
}

function NumberField({ label, value, valid, put }: { readonly label: string; readonly value: string; readonly valid: boolean; readonly put: (value: string) => void }) {
  return (
    <label class="unit-field">
      <span>{label}</span>
      <input type="text" inputMode="decimal" value={value} aria-invalid={!valid} onInput={({ currentTarget }) => { put(currentTarget.value); }} />
    </label>
  );
}

const draftOf = (one: UnitKind, lang: Props["t"]["lang"]): Draft => ({
  name: one.name,
  number: String(one.number),
  capacity: numberText(one.capacity, lang),
  radiusKm: numberText(one.radiusKm, lang),
  cost: numberText(one.cost, lang),
});

/** A number, null for an empty field; undefined for what cannot be read. */
function optional(text: string, lang: Props["t"]["lang"]): number | null | undefined {
  if (text.trim() === "") return null;
  const value = parseNumber(text, lang);
  return value !== undefined && value >= 0 ? Number(value.toFixed(3)) : undefined;
}

function isNumber(text: string, lang: Props["t"]["lang"], whole: boolean): boolean {
  const value = optional(text, lang);
  return value !== undefined && (!whole || value === null || Number.isInteger(value));
}

function countOf(text: string, lang: Props["t"]["lang"]): number | undefined {
  const value = parseNumber(text, lang);
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= MOST_UNITS ? value : undefined;
}

function kindOf(one: Draft, lang: Props["t"]["lang"]): UnitKind | undefined {
  const number = countOf(one.number, lang);
  const [capacity, radiusKm, cost] = FIELDS.map((name) => optional(one[name], lang));
  const name = one.name.trim();
  if (number === undefined || capacity === undefined || radiusKm === undefined || cost === undefined || !isKindName(name)) return undefined;
  return { name, number, capacity, radiusKm, cost };
}

function rulesOf(rule: RuleDraft, lang: Props["t"]["lang"]): FairnessRules | undefined {
  if (!isNumber(rule.minimum, lang, true) || !isNumber(rule.cap, lang, true) || !isNumber(rule.budget, lang, false)) return undefined;
  return { minimum: optional(rule.minimum, lang) ?? null, cap: optional(rule.cap, lang) ?? null, budget: optional(rule.budget, lang) ?? null };
}
