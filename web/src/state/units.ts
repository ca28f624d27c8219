/** Units of one kind that are to be spread: how many, and what one of them can do. Null where it has no limit or price. */
export interface UnitKind {
  readonly name: string;
  readonly number: number;
  /** Demand that one unit covers. */
  readonly capacity: number | null;
  readonly radiusKm: number | null;
  readonly cost: number | null;
}

/** What has to be kept, each null where nobody asked for it. */
export interface FairnessRules {
  readonly minimum: number | null;
  readonly cap: number | null;
  readonly budget: number | null;
}

export const NO_RULES: FairnessRules = { minimum: null, cap: null, budget: null };
export const STANDARD_UNITS: readonly UnitKind[] = [{ name: "Team", number: 3, capacity: null, radiusKm: null, cost: null }];
export const MOST_KINDS = 5;
export const MOST_UNITS = 20_000;
/** Greatest capacity, radius, cost or budget that an address holds. */
export const MOST_AMOUNT = 999_999_999;
export const LONGEST_NAME = 30;

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .-]{0,29}$/u;
const NUMBER = /^\d{1,9}(\.\d{1,3})?$/;
const RULE = /^(minimum|cap|budget):(.+)$/;

/** Reads `Team~3~500~10~,…`: name, number, capacity, radius in kilometres, cost; undefined if a part cannot be read. */
export function parseUnits(text: string): readonly UnitKind[] | undefined {
  const kinds = text.split(",").map(parseKind);
  return kinds.length > MOST_KINDS || kinds.includes(undefined) ? undefined : (kinds as UnitKind[]);
}

function parseKind(text: string): UnitKind | undefined {
  const [name = "", count = "", ...rest] = text.split("~");
  const [capacity, radiusKm, cost] = rest.map((one) => (one === "" ? null : NUMBER.test(one) ? Number(one) : undefined));
  if (!isKindName(name) || !isCount(count) || rest.length !== 3 || capacity === undefined || radiusKm === undefined || cost === undefined) return undefined;
  return { name, number: Number(count), capacity, radiusKm, cost };
}

export const isKindName = (text: string): boolean => NAME.test(text);

const isCount = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= MOST_UNITS;

export const formatUnits = (kinds: readonly UnitKind[]): string => kinds.map(({ name, number, capacity, radiusKm, cost }) => [name, number, capacity ?? "", radiusKm ?? "", cost ?? ""].join("~")).join(",");

/** Reads `minimum:1,cap:2,budget:40`. */
export function parseRules(text: string): FairnessRules | undefined {
  let rules = NO_RULES;
  for (const part of text.split(",")) {
    const [, name, value] = RULE.exec(part) ?? [];
    if (name === undefined || value === undefined || !NUMBER.test(value)) return undefined;
    rules = { ...rules, [name]: Number(value) };
  }
  const whole = [rules.minimum, rules.cap].every((one) => one === null || Number.isInteger(one));
  return whole ? rules : undefined;
}

export const formatRules = (rules: FairnessRules): string =>
  (["minimum", "cap", "budget"] as const).flatMap((name) => (rules[name] === null ? [] : [`${name}:${rules[name]}`])).join(",");
