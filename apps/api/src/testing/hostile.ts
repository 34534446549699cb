import { v7 as newId } from "uuid";
import { z } from "zod";

/** What a field of that name takes in a test's world: a real id, a day that fits. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly out?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly values?: readonly unknown[];
};
export const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as Def; // the parts that a kind of schema has

const anything = ["2026-11-23", "Some words", 1, true, "2026-11-24", 30, "a.csv"];

/** Inputs of a schema's shape: one, another for each other choice it offers, and one for each part that may be left out. */
export function samplesOf(schema: z.core.$ZodType, known: Known, key = ""): readonly unknown[] {
  const def = defOf(schema);
  if (def.shape) return objectsOf(def.shape, known);
  if (def.innerType) return samplesOf(def.innerType, known, key);
  if (def.options) return def.options.flatMap((option) => samplesOf(option, known, key));
  if (def.type === "pipe" && def.in && def.out) {
    const inside = samplesOf(defOf(def.in).type === "transform" ? def.out : def.in, known, key);
    const fitting = inside.filter(isAcceptedBy(schema));
    return fitting.length > 0 ? fitting : leafOf(schema, known, key);
  }
  if (def.element) return [samplesOf(def.element, known, key.replace(/s$/, "")).slice(0, 1)];
  if (def.type === "record" && def.keyType && def.valueType)
    return [{ [String(samplesOf(def.keyType, known, key)[0])]: samplesOf(def.valueType, known, key)[0] }];
  if (def.entries) return Object.values(def.entries);
  return def.values ?? leafOf(schema, known, key);
}

const isAcceptedBy = (schema: z.core.$ZodType) => (value: unknown) => z.safeParse(schema, value).success;

const leafOf = (schema: z.core.$ZodType, known: Known, key: string): readonly unknown[] =>
  [...(known[key] ?? []), newId(), ...anything].filter(isAcceptedBy(schema)).slice(0, 1);

function objectsOf(shape: Readonly<Record<string, z.core.$ZodType>>, known: Known): readonly unknown[] {
  const all = Object.entries(shape).map(([key, schema]) => [key, samplesOf(schema, known, key)] as const);
  const first = Object.fromEntries(all.map(([key, samples]) => [key, samples[0]]));
  const others = all.flatMap(([key, samples]) => samples.slice(1).map((other) => ({ ...first, [key]: other })));
  const optional = Object.entries(shape).filter(([, schema]) => z.safeParse(schema, undefined).success);
  const without = optional.map(([key]) => Object.fromEntries(Object.entries(first).filter(([one]) => one !== key)));
  return [first, ...others, ...without];
}

const id = "019ab8a0-0000-7000-8000-00000000abcd";
const nameCursor = (of: unknown) => Buffer.from(JSON.stringify(of)).toString("base64url");

/** Text that cannot be stored, or that means something to whoever reads it carelessly. */
const texts = [
  "\u0000",
  "half a pair \ud800",
  "\udfff before",
  "'; drop table child; -- %_\\ \\u0000 \u202e\u200b\ufeff",
  "ß".repeat(100_000),
  "",
  " \t\n ",
];
const days = ["infinity", "0001-01-01", "9999-12-31", "2026-02-30", "1890-01-01", "2090-01-01"];
const ids = [id, id.toUpperCase(), "00000000-0000-0000-0000-000000000000"];
const places = [
  `2026-13-45T25:61:61.000Z_${id}`,
  `9999-12-31T23:59:59.999Z_${id}`,
  `0000-01-01T00:00:00.000Z_${id}`,
  `infinity_${id}`,
  nameCursor(["\u0000", id]),
  nameCursor(["\ud800", id]),
  nameCursor(["x", "not an id"]),
  nameCursor({ name: "x" }),
  nameCursor(["9".repeat(1_000), id]),
];
/** Numbers that no column holds, and other kinds of value. */
const others: readonly unknown[] = [
  -1,
  0,
  0.1,
  2_000_000_000,
  2_147_483_647,
  2_147_483_648,
  9_007_199_254_740_991,
  1e300,
  true,
  null,
  [],
  {},
  { ["__proto__"]: 1, constructor: 1 },
  { text: "\ud800" },
  { "\u0000": 1 },
  { deep: JSON.parse(`${"[".repeat(9_000)}${"]".repeat(9_000)}`) as unknown },
];

/** A place in a list, of either kind: what a list that goes on takes. */
export const aPlaceInAList = [`2026-11-23T10:00:00.000Z_${id}`, nameCursor(["x", id])];

/** What somebody might send where this was expected: beside nonsense of any kind, nonsense of its own. */
export function hostileFor(value: unknown): readonly unknown[] {
  if (typeof value !== "string") return [...texts.slice(0, 2), ...others];
  if (aPlaceInAList.includes(value)) return [...texts, ...places, ...others];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [...texts, ...days, ...others];
  return [...texts, ...(/^[\da-f-]{36}$/.test(value) ? ids : []), ...others];
}

type Path = readonly (string | number)[];
export type Spoiled = { readonly at: string; readonly input: unknown };

/** The same input with each of its parts in turn replaced by each hostile value, with where. */
export const spoiled = (input: unknown): readonly Spoiled[] =>
  [[], ...pathsIn(input)].flatMap((path) =>
    hostileFor(valueAt(input, path)).map((value, which) => ({
      at: `${path.join(".")} ${which}`,
      input: replaced(input, path, value),
    })),
  );

export const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], input);

export function pathsIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return at.length === 0 ? [] : [at];
  const inside = Array.isArray(value)
    ? value.flatMap((one, index) => pathsIn(one, [...at, index]))
    : Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...at, key]));
  return at.length === 0 ? inside : [at, ...inside];
}

export function replaced(value: unknown, [head, ...rest]: Path, by: unknown): unknown {
  if (head === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === head ? replaced(one, rest, by) : one));
  const of = value as Record<string, unknown>; // a path leads through objects and lists only
  return { ...of, [head]: replaced(of[head], rest, by) };
}
