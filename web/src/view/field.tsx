import type { ComponentChildren } from "preact";

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A choice with its label above it. */
export function Field({ id, label, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

/** Something that is on or off. */
export function Toggle({ id, label, on, set }: ToggleProps) {
  return (
    <label class="toggle">
      <input id={`layer-${id}`} type="checkbox" checked={on} onChange={(event) => { set(event.currentTarget.checked); }} />
      <span>{label}</span>
    </label>
  );
}
