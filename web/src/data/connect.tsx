import { at, inFull } from "../api/root.js";
import type { Props } from "../view/props.js";
import { CopyText } from "./copy-text.js";
import { collectionOf, programs } from "./programs.js";
import { dataWords } from "./words.js";

/** How other programs read the same data without a file in between. */
export function Connect({ model, t }: Props) {
  const d = dataWords(t.lang);
  const ogc = inFull(at("/ogc"));
  return (
    <>
      <p>{d("connect.intro")}</p>
      <CopyText d={d} label={d("connect.address")} text={ogc} code />
      {programs(ogc, collectionOf(model.state)).map(({ id, code }) => (
        <section key={id} aria-labelledby={`connect-${id}`}>
          <h2 id={`connect-${id}`}>{d(`connect.${id}`)}</h2>
          <p>{d(`connect.${id}.about`)}</p>
          {code !== null && <CopyText d={d} label={d("connect.command", { program: d(`connect.${id}`) })} text={code} code />}
        </section>
      ))}
      <h2>{d("connect.more")}</h2>
      <ul class="result-list">
        <li>
          <a href={at("/docs/api")}>{d("connect.docs")}</a>
        </li>
        <li>
          <a href={at("/ogc")}>{d("connect.landing")}</a>
        </li>
        <li>
          <a href={at("/api/openapi.json")}>{d("connect.openapi")}</a>
        </li>
        <li>
          <a href={at("/api/catalog")}>{d("connect.catalog")}</a>
        </li>
      </ul>
    </>
  );
}
