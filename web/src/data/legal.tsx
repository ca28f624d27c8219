import type { LegalText } from "../api/types.js";
import type { Props } from "../view/props.js";
import { dataWords } from "./words.js";

const TEXTS = ["imprint", "privacy", "accessibility"] as const;

/** Who runs this site and what the law asks for; the texts are the operator's own. */
export function Legal({ model, t }: Props) {
  const d = dataWords(t.lang);
  return (
    <>
      {TEXTS.map((one) => (
        <section key={one} id={one} aria-labelledby={`legal-${one}`} class="legal">
          <h2 id={`legal-${one}`}>{d(`legal.${one}`)}</h2>
          <Words text={model.config.legal[one]} none={d(`legal.${one}.none`)} operator={d("legal.operator", { setting: one })} elsewhere={d("legal.elsewhere")} />
          {one !== "imprint" && (
            <>
              <h3>{d(`legal.${one}.facts`)}</h3>
              <p>{d(`legal.${one}.facts.text`)}</p>
              {one === "privacy" && model.config.background && <p>{d("legal.privacy.background", { attribution: model.config.background.attribution })}</p>}
            </>
          )}
        </section>
      ))}
    </>
  );
}

interface WordsProps {
  readonly text: LegalText | null;
  readonly none: string;
  readonly operator: string;
  readonly elsewhere: string;
}

function Words({ text, none, operator, elsewhere }: WordsProps) {
  if (text === null) {
    return (
      <>
        <p class="warning">{none}</p>
        <p class="note">{operator}</p>
      </>
    );
  }
  if (text.address !== null) {
    return (
      <p>
        {elsewhere} <a href={text.address}>{text.address}</a>
      </p>
    );
  }
  return (
    <>
      {(text.text ?? "").split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph} class="legal-text">
          {paragraph}
        </p>
      ))}
    </>
  );
}
