import fc from "fast-check";
import type { z } from "zod";
import { Ref, WorkingDays } from "../kernel/facts.ts";
import { addDays, type LocalDate, LocalDateSchema, localDate } from "../kernel/local-date.ts";
import { type Moment, momentOn } from "../kernel/moment.ts";
import { workingCalendar } from "../kernel/working-days.ts";

const today = localDate("2026-11-22");

/** Mostly around today, where the calendars are published and the clocks run; sometimes long before or after. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .oneof(
    { arbitrary: fc.integer({ min: -40, max: 40 }), weight: 3 },
    { arbitrary: fc.integer({ min: -900, max: 900 }), weight: 2 },
    { arbitrary: fc.integer({ min: -9000, max: 3000 }), weight: 1 },
  )
  .map((days) => addDays(today, days));
export const anyMoment: fc.Arbitrary<Moment> = fc
  .tuple(anyDay, fc.constantFrom("00:00", "08:59", "12:00", "17:00", "23:59"))
  .map(([day, time]) => momentOn(day, time));

/** Words for texts that are drawn from somewhere: the schema of the text, and what to draw. */
export type Sharper = ReadonlyMap<z.core.$ZodType, fc.Arbitrary<unknown>>;

const pieces: Sharper = new Map<z.core.$ZodType, fc.Arbitrary<unknown>>([
  [LocalDateSchema, anyDay],
  [Ref, fc.constantFrom("a", "b", "c", "d")],
  [WorkingDays, fc.constantFrom(workingCalendar("england-and-wales"), workingCalendar("scotland"))],
]);

/**
 * Takes the schema of a question's facts, gives arbitrary facts: few people, so that one person turns up in two
 * places; days around today; lists short enough to read. What a refinement refuses is not given.
 */
export function arbitraryOf<T>(schema: z.ZodType<T>, sharper: Sharper = new Map()): fc.Arbitrary<T> {
  const drawn = drawnFrom(schema as unknown as z.core.$ZodTypes, sharper);
  const refined = (schema._zod.def.checks ?? []).some((check) => check._zod.def.check === "custom");
  return (refined ? drawn.filter((value) => schema.safeParse(value).success) : drawn) as fc.Arbitrary<T>;
}

function drawnFrom(schema: z.core.$ZodTypes, sharper: Sharper): fc.Arbitrary<unknown> {
  const piece = sharper.get(schema) ?? pieces.get(schema);
  if (piece) return piece;
  const of = (inner: z.core.$ZodType) => arbitraryOf(inner as z.ZodType, sharper);
  const { def } = schema._zod;
  switch (def.type) {
    case "object":
      return ofFields(def.shape, of);
    case "array":
      return fc.array(of(def.element), { maxLength: 4 });
    case "tuple":
      return fc.tuple(...def.items.map(of));
    case "record":
      return fc.dictionary(fc.constantFrom("a", "b", "c"), of(def.valueType), { maxKeys: 3 });
    case "union":
      return fc.oneof(...def.options.map(of));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries));
    case "literal":
      return fc.constantFrom(...def.values);
    case "boolean":
      return fc.boolean();
    case "number":
      return ofNumber(schema as z.ZodNumber);
    case "string":
      return "format" in def && def.format === "datetime"
        ? anyMoment.map(({ at }) => at)
        : fc.constantFrom("a", "b", "c", "d");
    case "readonly":
    case "default":
      return of(def.innerType);
    case "nullable":
      return fc.option(of(def.innerType));
    case "optional":
      return fc.option(of(def.innerType), { nil: undefined });
    default:
      throw new RangeError(`Facts of the kind "${def.type}" cannot be drawn: give an arbitrary for their schema.`);
  }
}

const isDay = (schema: z.core.$ZodType | undefined): boolean =>
  schema !== undefined &&
  (schema === LocalDateSchema || ("innerType" in schema._zod.def && schema._zod.def.innerType === LocalDateSchema));

function ofFields(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  of: (inner: z.core.$ZodType) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const isOptional = (field: z.core.$ZodType) => field._zod.def.type === "optional";
  const inner = (field: z.core.$ZodType) =>
    "innerType" in field._zod.def && isOptional(field) ? field._zod.def.innerType : field;
  const fields = Object.entries(shape);
  const drawn = fc.record(
    Object.fromEntries(fields.map(([name, field]) => [name, of(inner(field) as z.core.$ZodType)])),
    { requiredKeys: fields.filter(([, field]) => !isOptional(field)).map(([name]) => name) },
  );
  if (!isDay(shape.from) || !isDay(shape.until)) return drawn;
  // Days that follow each other: drawn apart, every other stretch would end before it begins.
  return fc
    .tuple(drawn, fc.integer({ min: 1, max: 800 }))
    .map(([fact, days]) =>
      fact.until === undefined ? fact : { ...fact, until: addDays(fact.from as LocalDate, days) },
    );
}

/** Mostly small, since rules count people, actions and days; sometimes as large as a caseload. */
function ofNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const least = Math.max(schema.minValue ?? Number.NEGATIVE_INFINITY, -20);
  const most = Math.min(schema.maxValue ?? Number.POSITIVE_INFINITY, least + 420);
  const small = Math.min(Math.max(least, -4) + 8, most);
  const whole = fc.oneof(
    { arbitrary: fc.integer({ min: Math.max(least, -4), max: small }), weight: 3 },
    { arbitrary: fc.integer({ min: least, max: Math.min(most, least + 60) }), weight: 2 },
    { arbitrary: fc.integer({ min: least, max: most }), weight: 1 },
  );
  return schema.isInt
    ? whole
    : fc.tuple(whole, fc.constantFrom(0, 0.25, 0.5)).map(([n, part]) => Math.min(n + part, most));
}
