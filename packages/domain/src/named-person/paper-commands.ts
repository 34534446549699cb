import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf } from "../vocabulary/term.ts";
import { waysOfTelling } from "../vocabulary/ways-of-telling.ts";

const text = (enter: string) => optional(prose({ max: limits.line, enter }));
const phone = optional(line({ max: 40, enter: "Enter a telephone number" }));

const ways = {
  phone,
  hours: text("Enter where and when"),
  writeTo: text("Enter where to write"),
  childPhone: phone,
  childHours: text("Enter where and when"),
  childWriteTo: text("Enter where to write"),
};

/** How families and children reach somebody, apart (HIG-67). */
export const WaysOnScreen = z.object(ways);

/** Keep how families reach the caller, or the school or clinic whose roll the caller keeps. */
export const KeepWays = z.object({
  idempotencyKey: IdempotencyKeySchema,
  /** The version that the page showed; none where nothing was recorded. */
  version: VersionSchema.optional(),
  /** Left out for one's own. */
  establishmentId: IdSchema.optional(),
  ...ways,
});
export type KeepWays = z.infer<typeof KeepWays>;

const holiday = {
  name: line({ max: limits.name, enter: "Enter who answers in the holidays" }),
  phone,
  hours: text("Enter where and when"),
  writeTo: text("Enter where to write"),
};

export const HolidayContactOnScreen = z
  .object(holiday)
  .refine(({ phone, hours, writeTo }) => [phone, hours, writeTo].some((one) => one !== undefined), {
    path: ["phone"],
    message: "Enter at least one way to reach them",
  });

/** Keep whom families reach in the school holidays (HD-4). */
export const KeepHolidayContact = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    version: VersionSchema.optional(),
    agencyId: z.uuid({ error: "Choose the education service" }),
    ...holiday,
  })
  .refine(({ phone, hours, writeTo }) => [phone, hours, writeTo].some((one) => one !== undefined), {
    path: ["phone"],
    message: "Enter at least one way to reach them",
  });
export type KeepHolidayContact = z.infer<typeof KeepHolidayContact>;

const children = z.array(IdSchema).min(1, "Choose whose pack it is").max(500, "Choose fewer at a time");

/** Parts of a pack. */
export const partsOfPack = {
  child: { label: "The child's part" },
  carer: { label: "The part for parents and carers" },
} as const;

const given = {
  childIds: children,
  parts: z.array(z.enum(codesOf(partsOfPack))).min(1, "Choose which parts were given"),
  givenOn: workingLifeDay("Enter the day they were given"),
  how: z.enum(codesOf(waysOfTelling), { error: "Choose how they were given" }),
};
export const PacksOnScreen = z.object(given);

/** Record that packs were given: to the child, to parents and carers, or to both. */
export const GivePacks = z.object({ idempotencyKey: IdempotencyKeySchema, establishmentId: IdSchema, ...given });
export type GivePacks = z.infer<typeof GivePacks>;
