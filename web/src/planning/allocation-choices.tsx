import { useState } from "preact/hooks";
import { criteriaOf } from "../state/criteria.js";
import { knowsPeople } from "../state/allocation.js";
import { LONGEST_NAME, MOST_KINDS } from "../state/units.js";
import { inPage } from "../view/links.js";
import { draftOf, faultId, faultsOf, fits, KIND_FIELDS, kindOf, RULE_FIELDS, ruleDraftOf, rulesOf, type Draft, type RuleDraft } from "./allocation-draft.js";
import { PriorityParts } from "./priority-parts.js";
import type { Props } from "../view/props.js";
import { words } from "./words.js";

/** What is to be spread and under which rules; it is computed when the form is sent, not while somebody types. */
export function AllocationChoices(props: Props) {
  const { model, radar, t } = props;
  const p = words(t.lang);
  const { units, rules, demand } = model.state;
  const [kinds, setKinds] = useState<readonly Draft[]>(() => units.map((one) => draftOf(one, t.lang)));
  const [rule, setRule] = useState<RuleDraft>(() => ruleDraftOf(rules, t.lang));
  const [sent, setSent] = useState(false);
  const faults = faultsOf(kinds, rule, t.lang);
  const send = (): void => {
    setSent(faults.length > 0);
    if (faults.length > 0) return;
    radar.openSheet("area");
    radar.go({ units: kinds.map((one) => kindOf(one, t.lang)), rules: rulesOf(rule, t.lang) });
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
        <KindFields key={i} {...props} one={one} index={i} only={kinds.length === 1} told={sent} put={(next) => { put(i, next); }} />
      ))}
      {kinds.length < MOST_KINDS && (
        <button type="button" class="quiet" onClick={() => { setKinds([...kinds, { name: p("allocation.kind.name", { n: kinds.length + 1 }), number: "1", capacity: "", radiusKm: "", cost: "" }]); }}>
          {p("allocation.kind.add")}
        </button>
      )}
      <fieldset class="field unit-kind">
        <legend>{p("allocation.rules")}</legend>
        {RULE_FIELDS.map((name) => (
          <DraftField key={name} label={p(`allocation.rule.${name}`)} value={rule[name]} valid={fits(name, rule[name], t.lang)} fault={sent ? faultId(name) : undefined} put={(value) => { setRule({ ...rule, [name]: value }); }} />
        ))}
        <p class="note">{p("allocation.rules.note")}</p>
      </fieldset>
      {sent && faults.length > 0 && (
        <div class="note-wrong" role="alert">
          <p>{p("allocation.wrong")}</p>
          <ul>
            {faults.map(({ id, text }) => (
              <li key={id} id={id}>
                {text}
              </li>
            ))}
          </ul>
        </div>
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
  /** Whether what is wrong is told below the fields. */
  readonly told: boolean;
  readonly put: (next: Draft | null) => void;
}

function KindFields({ t, one, index, only, told, put }: KindProps) {
  const p = words(t.lang);
  return (
    <fieldset class="field unit-kind">
      <legend>{p("allocation.kind", { n: index + 1 })}</legend>
      {KIND_FIELDS.map((name) => (
        <DraftField
          key={name}
          label={p(`allocation.${name}`)}
          text={name === "name"}
          value={one[name]}
          valid={fits(name, one[name], t.lang)}
          fault={told ? faultId(name, index) : undefined}
          put={(value) => { put({ ...one, [name]: value }); }}
        />
      ))}
      {!only && (
        <button type="button" class="quiet" onClick={() => { put(null); }}>
          {p("allocation.kind.remove", { name: one.name })}
        </button>
      )}
    </fieldset>
  );
}

interface FieldProps {
  readonly label: string;
  /** Whether it holds a name and no number. */
  readonly text?: boolean;
  readonly value: string;
  readonly valid: boolean;
  /** Id of the text that says what is possible, once it shows. */
  readonly fault: string | undefined;
  readonly put: (value: string) => void;
}

function DraftField({ label, text = false, value, valid, fault, put }: FieldProps) {
  return (
    <label class="unit-field">
      <span>{label}</span>
      <input
        type="text"
        inputMode={text ? undefined : "decimal"}
        maxLength={text ? LONGEST_NAME : undefined}
        value={value}
        aria-invalid={!valid}
        aria-describedby={valid ? undefined : fault}
        onInput={({ currentTarget }) => { put(currentTarget.value); }}
      />
    </label>
  );
}
