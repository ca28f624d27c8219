import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PrioritiesAnswer } from "../../src/api/types.js";
import { NOTHING } from "../../src/app/model.js";
import { at } from "../../src/api/root.js";
import { copied } from "../../src/export/copied.js";
import { deviceSets, forgetOnDevice, keyOf, keepOnDevice, MOST_SETS, type DeviceSet } from "../../src/planning/device-sets.js";
import { weightFileName } from "../../src/planning/priority-sets.js";
import { isIdle, lacksAxis } from "../../src/state/idle.js";
import type { Criterion, Role } from "../../src/state/view-state.js";

const request = { level: "municipality", criteria: [{ indicator: "strain", role: "need", weight: 50 }] };
const set = (name: string): DeviceSet => ({ name, savedAt: "2026-01-02T10:00:00.000Z", request });

/** A storage with room for so many characters. */
function storage(room = Infinity): Storage & { text: string | null } {
  const held = { text: null as string | null };
  return Object.assign(held, {
    getItem: () => held.text,
    setItem: (_: string, text: string) => {
      if (text.length > room) throw new DOMException("full", "QuotaExceededError");
      held.text = text;
    },
  }) as unknown as Storage & { text: string | null };
}

describe("weights on the device", () => {
  test("are kept in the order in which they came, each name once, and deleted by it", () => {
    const mine = storage();
    const open = (): Storage => mine;
    assert.deepEqual(deviceSets(open), []);
    assert.equal(keepOnDevice(set("a"), open), "kept");
    assert.equal(keepOnDevice(set("b"), open), "kept");
    assert.equal(keepOnDevice(set("a"), open), "taken");
    assert.deepEqual(deviceSets(open), [set("a"), set("b")]);
    assert.equal(forgetOnDevice("a", open), true);
    assert.deepEqual(deviceSets(open), [set("b")]);
  });

  test("are so many at most", () => {
    const mine = storage();
    for (let i = 0; i < MOST_SETS; i++) assert.equal(keepOnDevice(set(`s${i}`), () => mine), "kept");
    assert.equal(keepOnDevice(set("one more"), () => mine), "full");
  });

  test("a storage that is refused, or full, is said to be, and loses nothing", () => {
    const refuse = (): Storage => { throw new DOMException("no", "SecurityError"); };
    assert.equal(deviceSets(refuse), null);
    assert.equal(keepOnDevice(set("a"), refuse), "refused");
    assert.equal(forgetOnDevice("a", refuse), false);
    const small = storage(200);
    assert.equal(keepOnDevice(set("a"), () => small), "kept");
    assert.equal(keepOnDevice(set("b"), () => small), "refused");
    assert.deepEqual(deviceSets(() => small), [set("a")]);
  });

  test("two servers below one host have their own", () => {
    assert.notEqual(keyOf("/"), keyOf("/radar/"));
    const keys: string[] = [];
    const mine = { getItem: (key: string) => { keys.push(key); return null; }, setItem: (key: string) => { keys.push(key); } } as unknown as Storage;
    assert.equal(keepOnDevice(set("a"), () => mine), "kept");
    assert.deepEqual(new Set(keys), new Set([keyOf(at("/"))]));
  });

  test("what others wrote there is read as far as it fits", () => {
    const mine = storage();
    const read = (text: string): unknown => {
      mine.text = text;
      return deviceSets(() => mine);
    };
    for (const nonsense of ["", "{", "null", "7", '{"a":1}', "[null,1,[]]", '[{"name":"","savedAt":"2026-01-02T10:00:00Z","request":{}}]']) assert.deepEqual(read(nonsense), [], nonsense);
    assert.deepEqual(read(JSON.stringify([{ ...set("a"), savedAt: "then" }, { ...set("b"), request: { ...request, criteria: "x" } }, { ...set("d"), request: { ...request, method: "product", exponents: { a: "much" } } }, { ...set("e"), request: { ...request, exponents: { kappa: null } } }, { ...set("c"), more: 1 }])), [set("c")]);
  });
});

describe("handing on", () => {
  test("a browser without a clipboard, or one that refuses, is told to have copied nothing", async () => {
    const clipboard = async (value: unknown): Promise<boolean> => {
      const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
      Object.defineProperty(globalThis, "navigator", { configurable: true, value: { clipboard: value } });
      try {
        return await copied("text");
      } finally {
        if (before) Object.defineProperty(globalThis, "navigator", before);
        else Reflect.deleteProperty(globalThis, "navigator");
      }
    };
    assert.equal(await clipboard(undefined), false);
    assert.equal(await clipboard({ writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }), false);
    const held: string[] = [];
    assert.equal(await clipboard({ writeText: (text: string) => Promise.resolve(held.push(text)) }), true);
    assert.deepEqual(held, ["text"]);
  });

  test("a file is named after the answer of its own question alone", () => {
    const value = { id: "abc" } as PrioritiesAnswer;
    assert.equal(weightFileName("gewichtung", { ...NOTHING, value }), "gewichtung-abc.json");
    assert.equal(weightFileName("gewichtung", { ...NOTHING, value, loading: true }), "gewichtung.json");
    assert.equal(weightFileName("gewichtung", NOTHING), "gewichtung.json");
  });
});

describe("a weight that changes nothing", () => {
  const one = (indicator: string, role: Role, weight = 50): Criterion => ({ indicator, role, weight });
  const idle = (criteria: readonly Criterion[], ranking: Parameters<typeof isIdle>[2]): string[] => criteria.filter((each) => isIdle(each, criteria, ranking)).map((each) => each.indicator);

  test("is that of the only criterion of an axis, a factor, or at all", () => {
    const pair = [one("a", "need"), one("b", "support")];
    assert.deepEqual(idle(pair, "two-axes"), ["a", "b"]);
    assert.deepEqual(idle(pair, "product"), ["a", "b"]);
    assert.deepEqual(idle(pair, "weighted-sum"), []);
    assert.deepEqual(idle(pair, "topsis"), []);
    const three = [one("a", "need"), one("b", "hazard"), one("c", "capacity")];
    assert.deepEqual(idle(three, "two-axes"), ["c"]);
    assert.deepEqual(idle(three, "product"), ["a", "b", "c"]);
    assert.deepEqual(idle([one("a", "need")], "weighted-sum"), ["a"]);
    assert.deepEqual(idle([one("a", "support"), one("b", "capacity")], "product"), []);
  });

  test("two axes need a criterion each", () => {
    assert.equal(lacksAxis([one("a", "need")], "two-axes"), true);
    assert.equal(lacksAxis([one("a", "need"), one("b", "hazard"), one("c", "support", 0)], "two-axes"), true);
    assert.equal(lacksAxis([one("a", "need"), one("b", "support")], "two-axes"), false);
    assert.equal(lacksAxis([one("a", "need")], "product"), false);
  });

  test("what weighs nothing counts for nothing, and is never told to be idle", () => {
    assert.deepEqual(idle([one("a", "need"), one("b", "need", 0)], "two-axes"), ["a"]);
  });
});
