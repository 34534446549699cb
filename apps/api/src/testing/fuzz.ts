import { setTimeout as after } from "node:timers/promises";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { z } from "zod";
import type { Database } from "../db/database.ts";
import type { SignedIn } from "../records.ts";
import { call, codeOfThrown } from "./call.ts";
import { defOf, hostileFor, type Known, pathsIn, replaced, samplesOf, valueAt } from "./hostile.ts";
import { undoing } from "./undoing.ts";
import { mayAsk, procedures, type WholeWorld } from "./whole-world.ts";

const accepts = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

const aDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aLeaf = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.lorem({ maxCount: 12 }),
  aDay,
  fc.uuid(),
  fc.integer({ min: -5, max: 400 }),
  fc.boolean(),
  fc.emailAddress(),
  fc.constant("IV1 1AA"),
);

/** Values of a schema's own: of what a text or number may be, whichever of some it takes. */
function arbitraryOf(schema: z.core.$ZodType, known: Known, key = ""): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  if (def.shape) {
    const parts = Object.entries(def.shape).map(([name, of]) => [name, arbitraryOf(of, known, name)] as const);
    return fc.record(Object.fromEntries(parts)).map(withoutUndefined);
  }
  if (def.innerType) {
    const inside = arbitraryOf(def.innerType, known, key);
    if (def.type === "nullable") return fc.option(inside, { nil: null });
    return accepts(schema, undefined) ? fc.option(inside, { nil: undefined, freq: 2 }) : inside;
  }
  if (def.options) return fc.oneof(...def.options.map((option) => arbitraryOf(option, known, key)));
  if (def.type === "pipe" && def.in && def.out) {
    const inside = arbitraryOf(defOf(def.in).type === "transform" ? def.out : def.in, known, key);
    const [fallback] = samplesOf(schema, known, key);
    return inside.map((value) => (accepts(schema, value) ? value : fallback));
  }
  if (def.element)
    return fc.array(arbitraryOf(def.element, known, key.replace(/Ids$/, "Id").replace(/s$/, "")), { maxLength: 3 });
  if (def.type === "record" && def.keyType && def.valueType)
    return fc.dictionary(arbitraryOf(def.keyType, known, key).map(String), arbitraryOf(def.valueType, known, key), {
      maxKeys: 3,
    });
  if (def.entries) return fc.constantFrom(...Object.values(def.entries));
  if (def.values) return fc.constantFrom(...def.values);
  return leafOf(schema, known, key);
}

function leafOf(schema: z.core.$ZodType, known: Known, key: string): fc.Arbitrary<unknown> {
  const [fallback] = samplesOf(schema, known, key);
  const fitting = fc
    .array(aLeaf, { minLength: 8, maxLength: 8 })
    .map((some) => some.find((one) => accepts(schema, one)) ?? fallback);
  const real = (known[key] ?? []).filter((one) => accepts(schema, one));
  // Mostly what is there: a made-up id only ever finds nothing.
  return real.length === 0
    ? fitting
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...real) }, { weight: 1, arbitrary: fitting });
}

const withoutUndefined = (of: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));

/** Takes a sample that the schema accepts, and puts in its place every generated part that it accepts as well. */
function fitted(schema: z.core.$ZodType, sample: unknown, made: unknown): unknown {
  if (accepts(schema, made)) return made;
  if (typeof sample !== "object" || sample === null || typeof made !== "object" || made === null) return sample;
  let so = sample;
  for (const [key, value] of Object.entries(made)) {
    const tried = { ...so, [key]: value };
    if (accepts(schema, tried)) so = tried;
  }
  return so;
}

export type Case = { readonly kind: "valid" | "near-valid" | "hostile"; readonly input: unknown };

/** Inputs of a procedure: what its schema takes, what it nearly takes, and what nobody honest sends. A key is new each time. */
export function casesOf(schema: z.core.$ZodType | undefined, known: Known): fc.Arbitrary<Case> {
  const hostile = fc.jsonValue().map((input): Case => ({ kind: "hostile", input }));
  if (schema === undefined) return fc.oneof(fc.constant<Case>({ kind: "valid", input: undefined }), hostile);
  const samples = samplesOf(schema, known).filter((sample) => accepts(schema, sample));
  const valid = fc
    .tuple(fc.constantFrom(...samples), arbitraryOf(schema, known))
    .map(([sample, made]) => withNewKey(fitted(schema, sample, made)));
  const changedAt = (kind: "near-valid" | "hostile", value: (was: unknown) => fc.Arbitrary<unknown>) =>
    valid.chain((input) => {
      const paths = pathsIn(input);
      if (paths.length === 0) return fc.constant<Case>({ kind, input });
      return fc
        .constantFrom(...paths)
        .chain((path) => value(valueAt(input, path)).map((by): Case => ({ kind, input: replaced(input, path, by) })));
    });
  return fc.oneof(
    { weight: 3, arbitrary: valid.map((input): Case => ({ kind: "valid", input })) },
    { weight: 3, arbitrary: changedAt("near-valid", nearly) },
    { weight: 3, arbitrary: changedAt("hostile", (was) => fc.constantFrom(...hostileFor(was))) },
    { weight: 1, arbitrary: hostile },
  );
}

function withNewKey(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !("idempotencyKey" in input)) return input;
  return { ...input, idempotencyKey: newId() };
}

/** One step away from what was there: a letter more or less, a number beside, a day beside, another kind of value. */
function nearly(was: unknown): fc.Arbitrary<unknown> {
  if (typeof was === "string")
    return fc.oneof(
      fc.constantFrom(
        was.slice(1),
        `${was} `,
        ` ${was}`,
        was.toUpperCase(),
        was.repeat(40),
        `${was}\u0000`,
        [was],
        null,
      ),
      aDay,
      fc.uuid(),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
  if (typeof was === "number")
    return fc.oneof(fc.constantFrom(was - 1, was + 1, -was, was + 0.5, String(was)), fc.integer());
  if (typeof was === "boolean") return fc.constantFrom(!was, String(was), 0);
  if (Array.isArray(was)) return fc.constantFrom([], [...was, ...was], [...was, was[0]], was[0], { ...was });
  return fc.constantFrom({}, [was], { ...(was as object), more: 1 }, null);
}

export type Fuzzed = {
  readonly cases: number;
  readonly accepted: number;
  readonly answered: number;
  readonly faults: readonly string[];
  readonly hangs: readonly string[];
};

const longest = 10_000;

type Sent = { readonly many: number; readonly seed: number; readonly inFlight?: number };

/** Sends a procedure its cases, each undone, as somebody who may ask. */
export async function fuzzed(
  database: Database,
  { people, known }: WholeWorld,
  path: string,
  { many, seed, inFlight = 1 }: Sent,
): Promise<Fuzzed> {
  const def = procedures.find(([one]) => one === path)?.[1]._def;
  const schema = def?.inputs?.[0];
  const callers = people.filter((person) => mayAsk(def?.meta?.act, person));
  if (callers.length === 0) throw new Error(`nobody here may ask ${path}`);
  const on = undoing(database);
  const cases = fc.sample(casesOf(schema, known), { numRuns: many, seed });
  const faults: string[] = [];
  const hangs: string[] = [];
  let [accepted, answered] = [0, 0];
  const waiting = cases.entries();
  const send = async () => {
    for (const [index, { input }] of waiting) {
      const who = callers[index % callers.length] as SignedIn; // there is at least one
      if (schema === undefined || accepts(schema, input)) accepted += 1;
      const given = call(on, who, path, input).then(() => "answered", codeOfThrown);
      const said = await Promise.race([given, after(longest, "hangs", { ref: false })]);
      const shown = () => `${path} as ${who.role}: ${said}: ${JSON.stringify(input)?.slice(0, 300)}`;
      if (said === "answered") answered += 1;
      if (said === "hangs") hangs.push(shown());
      if (said.startsWith("a fault")) faults.push(shown());
    }
  };
  await Promise.all(Array.from({ length: inFlight }, send));
  return { cases: cases.length, accepted, answered, faults, hangs };
}

/** The figures of all that was sent, in one line. */
export function saidOf(all: readonly Fuzzed[], unhandled: readonly string[]): string {
  const sum = (of: (one: Fuzzed) => number) => all.reduce((total, one) => total + of(one), 0);
  return (
    `fuzz: ${all.length} procedures, ${sum(({ cases }) => cases)} cases, ` +
    `${sum(({ accepted }) => accepted)} taken by their schema, ${sum(({ answered }) => answered)} answered; ` +
    `500s ${sum(({ faults }) => faults.length)}, hangs ${sum(({ hangs }) => hangs.length)}, unhandled ${unhandled.length}`
  );
}

/** What is thrown where nobody waits for it, from now until it is asked. */
export function unhandledFromNow(): () => readonly string[] {
  const found: string[] = [];
  const keep = (reason: unknown) => void found.push(String(reason));
  process.on("unhandledRejection", keep);
  return () => {
    process.off("unhandledRejection", keep);
    return found;
  };
}
