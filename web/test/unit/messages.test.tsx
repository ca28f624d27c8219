import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "preact-render-to-string";
import { RequestFailure } from "../../src/api/client.js";
import { PlacePage } from "../../src/place/place-page.js";
import { SocialResult } from "../../src/social/social-result.js";
import type { Notice } from "../../src/state/resolve.js";
import { translator } from "../../src/texts/texts.js";
import { Failure } from "../../src/view/messages.js";
import { ADDRESSES, model } from "./samples.js";

const de = translator("de");
const words = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[ \n]+/g, " ");

describe("a request that was refused", () => {
  const said = (status: number, detail = ""): string => words(render(<Failure t={de} failure={new RequestFailure("refused", status, detail, "")} what="Nichts da." retry={() => undefined} />));

  test("what does not fit is told with the server's reason, and cannot be asked again", () => {
    for (const status of [400, 413, 414, 415, 422]) {
      const text = said(status, "Der Rand kreuzt sich.");
      assert.match(text, /Der Server konnte mit den Angaben nicht arbeiten\..*Auskunft des Servers: Der Rand kreuzt sich\./);
      assert.doesNotMatch(text, /Noch einmal versuchen|kennt diese Daten nicht/);
    }
  });

  test("what is not there may be so again, and what was asked too often may be asked later", () => {
    for (const status of [404, 410]) assert.match(said(status), /kennt diese Daten nicht\..*Noch einmal versuchen/);
    assert.match(said(429), /zu viele Anfragen.*Noch einmal versuchen $/);
  });
});

describe("an area that is not there", () => {
  const loadable = (problem: string) => ({ key: "k", loading: false, value: null, failure: new RequestFailure("refused", 404, "", problem) });
  const shown = (problem: string, notices: readonly Notice[] = []) => {
    const opened = model({ area: "99999999" }, {}, { portrait: loadable(problem), social: loadable(problem), notices });
    return [PlacePage, SocialResult].map((Part) => words(render(<Part model={opened} radar={ADDRESSES} t={de} />)));
  };

  test("is told once, by the hint or by the page, and never as a fault", () => {
    for (const text of shown("/problems/unknown-area")) {
      assert.match(text, /Das Gebiet „99999999“ gibt es in „[^“]+“ nicht\..*Bitte ein/);
      assert.doesNotMatch(text, /kann gerade nicht/);
    }
    for (const text of shown("/problems/unknown-area", [{ key: "area", wanted: "99999999", shown: "2023" }])) {
      assert.match(text, /Bitte ein/);
      assert.doesNotMatch(text, /99999999|kann gerade nicht/);
    }
    for (const text of shown("/problems/no-values")) assert.match(text, /kann gerade nicht/);
  });
});
