import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "preact-render-to-string";
import { translator } from "../../src/texts/texts.js";
import { MobileBar } from "../../src/view/mobile-bar.js";
import { explains, subjectOf } from "../../src/view/subject.js";
import { ADDRESSES, model } from "./samples.js";

const de = translator("de");

test("no legend where nothing is coloured, and no button for it on a phone", () => {
  for (const view of ["incident", "social", "scenario", "allocation"] as const) {
    const bare = model({ view });
    assert.equal(explains(subjectOf(bare, de), bare), false, view);
    assert.doesNotMatch(render(<MobileBar model={bare} radar={ADDRESSES} t={de} />), /open-legend/);
    const layered = model({ view, layers: ["flood"] });
    assert.equal(explains(subjectOf(layered, de), layered), true, "a layer that is switched on has a sign");
  }
  assert.match(render(<MobileBar model={model()} radar={ADDRESSES} t={de} />), /open-legend/);
});
