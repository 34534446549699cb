import type { z } from "zod";
import { DoneOn } from "./facts.ts";
import { isDoneBy, isLocalDate, type LocalDate } from "./local-date.ts";

type Reading = (facts: unknown, day: LocalDate) => unknown;

const readings = new WeakMap<z.core.$ZodType, { readonly reading: Reading | undefined }>();

/**
 * Takes the schema of a question's facts, gives how they read on a day: what was to be done and is written down for a
 * later day is not done yet, so it reads as "none". Undefined where nothing in the facts is such a day.
 */
export function readingOf(schema: z.core.$ZodType): Reading | undefined {
  const known = readings.get(schema);
  if (known) return known.reading;
  const reading = schema === DoneOn ? day : insideOf(schema);
  readings.set(schema, { reading });
  return reading;
}

const day: Reading = (on, asked) => (typeof on === "string" && isLocalDate(on) && !isDoneBy(on, asked) ? "none" : on);

function insideOf(schema: z.core.$ZodType): Reading | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return ofFields(Object.entries(def.shape).flatMap(([name, of]) => paired(name, readingOf(of))));
    case "array":
      return ofEach(readingOf(def.element));
    case "readonly":
    case "optional":
      return readingOf(def.innerType);
    case "union":
      return inTurn(def.options.flatMap((option) => readingOf(option) ?? []));
    default:
      return undefined;
  }
}

const paired = (name: string, reading: Reading | undefined): readonly (readonly [string, Reading])[] =>
  reading === undefined ? [] : [[name, reading]];

const inTurn = (all: readonly Reading[]): Reading | undefined =>
  all.length === 0 ? undefined : (facts, asked) => all.reduce((read, one) => one(read, asked), facts);

/** Facts in which nothing reads otherwise stay the same object. */
const ofFields = (fields: readonly (readonly [string, Reading])[]): Reading | undefined =>
  fields.length === 0
    ? undefined
    : (facts, asked) => {
        if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return facts;
        let read: Readonly<Record<string, unknown>> = facts as Readonly<Record<string, unknown>>;
        for (const [name, reading] of fields) {
          const was = read[name];
          const is = was === undefined ? was : reading(was, asked);
          if (is !== was) read = { ...read, [name]: is };
        }
        return read;
      };

const ofEach = (reading: Reading | undefined): Reading | undefined =>
  reading === undefined
    ? undefined
    : (facts, asked) => {
        if (!Array.isArray(facts)) return facts;
        const read = facts.map((one: unknown) => reading(one, asked));
        return read.some((one, at) => one !== facts[at]) ? read : facts;
      };
