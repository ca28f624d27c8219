import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  /** Endings that the browser's dialog offers first. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** What is wrong with the field now, if anything is. */
  readonly wrong?: string | undefined;
  readonly choose: (files: readonly File[]) => void;
}

/** A field for files; the browser itself shows which were chosen. */
export function FileField({ id, label, note, accept, multiple = false, wrong, choose }: FileFieldProps) {
  return (
    <Field id={id} label={label} note={note} wrong={wrong}>
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy(id)}
        aria-invalid={wrong !== undefined}
        onChange={(event) => { choose([...(event.currentTarget.files ?? [])]); }}
      />
    </Field>
  );
}

export const describedBy = (id: string): string => `${id}-note ${id}-wrong`;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}

/** A label, what is to be entered, and what is wrong with it. */
export function Field({ id, label, note, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <p class="note" id={`${id}-note`}>{note}</p>
      <p class="note note-wrong" id={`${id}-wrong`}>{wrong}</p>
    </div>
  );
}

/** Leads to the first field that is wrong, each time that a form was to be sent. */
export function useFirstWrong(asked: number, wrong: object): void {
  useEffect(() => {
    const [first] = Object.keys(wrong);
    if (asked > 0 && first !== undefined) document.getElementById(first)?.focus();
    // Only a person's wish to send moves the focus.
  }, [asked]);
}
