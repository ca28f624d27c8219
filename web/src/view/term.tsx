import { useId } from "preact/hooks";

interface TermProps {
  readonly text: string;
  /** One sentence that says what the word means. */
  readonly meaning: string;
}

/** A technical word that explains itself in a sentence when it is pointed at, tapped or reached with the keyboard. */
export function Term({ text, meaning }: TermProps) {
  const id = useId();
  return (
    <span class="term">
      <button type="button" class="term-word" aria-describedby={id}>
        {text}
      </button>
      <span id={id} role="tooltip" class="term-meaning">
        {meaning}
      </span>
    </span>
  );
}
