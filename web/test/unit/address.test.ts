import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatAddress, methodShown, parseAddress, roundCamera } from "../../src/state/address.js";
import { DATA_PARTS, EXPORT_FORMATS, EXPORT_SYSTEMS, STANDARD_EXPORT } from "../../src/state/data.js";
import type { Change } from "../../src/state/scenario.js";
import { SHAPES, type Shape } from "../../src/state/place.js";
import { NO_RULES, STANDARD_UNITS } from "../../src/state/units.js";
import { METHODS, RANKINGS, ROLES, SCHEMES, SIZES, STANDARD_EXPONENTS, VIEWS, type ViewState } from "../../src/state/view-state.js";

const id = fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/);
const camera = fc.record({
  zoom: fc.double({ min: 0, max: 16, noNaN: true }),
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});
const manual = fc.uniqueArray(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 1, maxLength: 8 }).map((values) => ({
  method: "manual" as const,
  breaks: values.map((value) => value / 8).sort((a, b) => a - b),
}));
const automatic = fc.constantFrom(...METHODS.filter((method) => method !== "manual")).map((method) => ({ method, breaks: [] as number[] }));

const criteria = fc.uniqueArray(fc.record({ indicator: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), role: fc.constantFrom(...ROLES), weight: fc.integer({ min: 0, max: 100 }) }, { noNullPrototype: true }), {
  maxLength: 20,
  selector: (one) => one.indicator,
});

const changes = fc.uniqueArray(
  fc
    .tuple(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), fc.oneof(
      fc.record({ kind: fc.constant("relative" as const), value: fc.integer({ min: -100, max: 300 }) }, { noNullPrototype: true }),
      fc.record({ kind: fc.constant("absolute" as const), value: fc.integer({ min: -4000, max: 4000 }).map((one) => one / 8) }, { noNullPrototype: true }),
      fc.record({ kind: fc.constant("percentile" as const), value: fc.integer({ min: 0, max: 100 }) }, { noNullPrototype: true }),
      fc.record({ kind: fc.constant("like" as const), code: fc.stringMatching(/^\d{2,12}$/) }, { noNullPrototype: true }),
    ))
    .map(([indicator, change]): Change => ({ indicator, ...change })),
  { maxLength: 8, selector: (one) => one.indicator },
);

const corner = fc.tuple(fc.integer({ min: -180_000, max: 180_000 }).map((one) => one / 1000), fc.integer({ min: -90_000, max: 90_000 }).map((one) => one / 1000));
const shape = fc
  .tuple(fc.constantFrom(...SHAPES), fc.array(corner, { minLength: 3, maxLength: 12 }))
  .map(([kind, corners]): Shape => ({ kind, corners: kind === "point" ? corners.slice(0, 1) : corners }));

const limit = fc.option(fc.nat(4000).map((one) => one / 8));
const units = fc.array(
  fc.record({ name: fc.constantFrom("Team", "Pumpe 2", "Sand-Palette", "Träger"), number: fc.nat(20_000), capacity: limit, radiusKm: limit, cost: limit }, { noNullPrototype: true }),
  { minLength: 1, maxLength: 5 },
);

const words = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), { minLength: 1, maxLength: 6 });
const exported = fc.record(
  {
    format: fc.constantFrom(...EXPORT_FORMATS),
    level: fc.option(id),
    edition: fc.option(id),
    indicators: fc.option(fc.oneof(words, fc.constant([]))),
    periods: fc.oneof(fc.constantFrom("newest" as const, "all" as const), fc.uniqueArray(fc.stringMatching(/^(19|20)\d\d$/), { minLength: 1, maxLength: 5 })),
    area: fc.option(fc.stringMatching(/^\d{2,12}$/)),
    system: fc.option(fc.constantFrom(...EXPORT_SYSTEMS)),
    excel: fc.boolean(),
    bare: fc.boolean(),
  },
  { noNullPrototype: true },
);

const states: fc.Arbitrary<ViewState> = fc
  .tuple(
    fc.record({
      lang: fc.constantFrom("de" as const, "en" as const),
      view: fc.constantFrom(...VIEWS),
      indicator: id,
      year: fc.stringMatching(/^(19|20)\d\d(-\d\d-\d\d)?$/),
      level: id,
      edition: id,
      classes: fc.integer({ min: 3, max: 9 }),
      scheme: fc.constantFrom(...SCHEMES),
      area: fc.option(fc.stringMatching(/^\d{2,12}$/)),
      only: fc.uniqueArray(fc.integer({ min: 0, max: 8 }), { maxLength: 9 }).map((all) => all.sort((a, b) => a - b)),
      range: fc.option(fc.tuple(fc.integer({ min: -8000, max: 0 }), fc.integer({ min: 0, max: 80_000 })).map(([low, high]) => [low / 8 + 0, high / 8 + 0] as const), { nil: null }),
      transparency: fc.integer({ min: 0, max: 80 }),
      borders: fc.boolean(),
      network: fc.boolean(),
      until: fc.option(fc.integer({ min: 1900, max: 2099 }), { nil: null }),
      layers: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), { maxLength: 5 }),
      labels: fc.boolean(),
      uncertainty: fc.boolean(),
      background: fc.boolean(),
      camera: fc.option(camera),
      criteria,
      ranking: fc.constantFrom(...RANKINGS),
      within: fc.option(fc.constantFrom("14521", "14612")),
      peers: fc.option(fc.constantFrom(...SIZES)),
      exponents: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 0.5, 0.9)),
      units,
      rules: fc.record({ minimum: fc.option(fc.nat(9)), cap: fc.option(fc.nat(9)), budget: fc.option(fc.nat(5000).map((one) => one / 8)) }, { noNullPrototype: true }),
      demand: fc.constantFrom("people" as const, "areas" as const),
      prediction: fc.option(id),
      where: fc.constantFrom("all", "selected", "14521"),
      changes,
      place: fc.option(fc.oneof(shape, fc.record({ kind: fc.constantFrom("layer" as const, "incident" as const), id: fc.constantFrom("example-flood-zone", "Elbe.2026") }, { noNullPrototype: true }))),
      buffer: fc.nat(100_000),
      groups: fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/), { maxLength: 6 })),
      part: fc.constantFrom(...DATA_PARTS),
      find: fc.constantFrom("", "Hilfe in der Nähe", "50 % & mehr", "a+b"),
      entry: fc.option(id),
      exported,
    }),
    fc.oneof(manual, automatic),
  )
  .map(([state, classes]) => ({ ...state, ...(state.range ? { only: [] } : {}), ...classes }));

describe("address", () => {
  test("reopens the state that it was made from", () => {
    fc.assert(
      fc.property(states, (state) => {
        const { wish, complaints } = parseAddress(formatAddress(state));
        assert.deepEqual(complaints, []);
        const { area, camera: place, network, until, layers, labels, borders, only, transparency, uncertainty, background, view, breaks, ...rest } = state;
        assert.deepEqual(
          { view: "map", area: null, camera: null, network: false, until: null, layers: [], labels: true, borders: true, only: [], range: null, transparency: 0, uncertainty: false, background: false, breaks: [], criteria: [], ranking: "two-axes", within: null, peers: null, exponents: STANDARD_EXPONENTS, units: STANDARD_UNITS, rules: NO_RULES, demand: "people", prediction: null, where: "all", changes: [], place: null, buffer: 0, groups: null, part: "catalogue", find: "", entry: null, exported: STANDARD_EXPORT, ...wish },
          { ...rest, view, area, network, until, layers, labels, borders, only, transparency, uncertainty, background, breaks, camera: place && roundCamera(place) },
        );
      }),
    );
  });

  test("writing what was read changes nothing more", () => {
    fc.assert(
      fc.property(states, (state) => {
        const once = formatAddress(state);
        assert.equal(formatAddress({ ...state, ...parseAddress(once).wish }), once);
      }),
    );
  });

  test("any text can be read, and what is read is within bounds", () => {
    const names = ["indicator", "year", "level", "classes", "breaks", "scheme", "z", "lat", "lon", "lang", "area", "method", "network", "until", "layers", "other"];
    const query = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: "binary" })), { maxLength: 20 });
    fc.assert(
      fc.property(query, (parts) => {
        const { wish } = parseAddress(`?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`);
        if (wish.classes !== undefined) assert.ok(wish.classes >= 3 && wish.classes <= 9);
        if (wish.camera) assert.ok(Math.abs(wish.camera.lat) <= 90);
        for (const value of Object.values(wish)) assert.notEqual(value, undefined);
      }),
    );
  });

  test("broken escapes are no reason to stop", () => {
    assert.doesNotThrow(() => parseAddress("?indicator=%E0%A4%A&year=%"));
  });

  test("unreadable values are named, unknown parameters are not", () => {
    const { wish, complaints } = parseAddress("?classes=99&scheme=rainbow&utm_source=mail&indicator=population");
    assert.deepEqual(wish, { indicator: "population" });
    assert.deepEqual(complaints, [
      { parameter: "classes", value: "99" },
      { parameter: "scheme", value: "rainbow" },
    ]);
  });

  for (const [breaks, expected] of [
    ["1,2,3", [1, 2, 3]],
    ["-1.5,0,2e3", [-1.5, 0, 2000]],
    ["3,2,1", undefined],
    ["1,,2", undefined],
    ["1,2,2", undefined],
    ["1,2,3,4,5,6,7,8,9", undefined],
    ["NaN", undefined],
  ] as const) {
    test(`own bounds ${breaks}`, () => {
      assert.deepEqual(parseAddress(`?breaks=${breaks}`).wish.breaks, expected);
    });
  }

  test("own bounds that cannot be read, or are none, leave the standard classes and a word", () => {
    for (const query of ["method=manual&breaks=5,3", "method=manual&breaks=1,2,3,4,5,6,7,8,9"]) assert.deepEqual(parseAddress(`?${query}`), { wish: {}, complaints: [{ parameter: "breaks", value: query.slice("method=manual&breaks=".length) }] });
    for (const query of ["method=manual", "method=manual&breaks="]) assert.deepEqual(parseAddress(`?${query}`), { wish: {}, complaints: [{ parameter: "method", value: "manual" }] });
    assert.deepEqual(parseAddress("?method=manual&breaks=5").wish, { method: "manual", breaks: [5] });
    assert.deepEqual([methodShown({ method: "manual", breaks: [] }), methodShown({ method: "manual", breaks: [5] }), methodShown({ method: "equal", breaks: [] })], ["quantile", "manual", "equal"]);
  });

  test("half a camera is none", () => {
    assert.equal(parseAddress("?z=7&lat=51").wish.camera, undefined);
  });

  test("Fisher and Jenks are one method", () => {
    assert.equal(parseAddress("?method=fisher").wish.method, "jenks");
  });

  test("criteria that cannot be read are a complaint", () => {
    for (const text of ["a", "a:need", "a:luck:5", "a:need:101", "a:need:-1", "a:need:5,a:support:5", "A:need:5", Array.from({ length: 21 }, (_, i) => `a${i}:need:1`).join(",")]) {
      assert.deepEqual(parseAddress(`?criteria=${text}`).complaints.map((one) => one.parameter), ["criteria"], text);
    }
  });

  test("classes are counted from one, each once; others are a complaint", () => {
    assert.deepEqual(parseAddress("?only=5,1,5").wish.only, [0, 4]);
    assert.deepEqual(parseAddress("?only=0").complaints, [{ parameter: "only", value: "0" }]);
    assert.deepEqual(parseAddress("?transparency=90").complaints, [{ parameter: "transparency", value: "90" }]);
    assert.equal(parseAddress("?borders=0").wish.borders, false);
  });
});
