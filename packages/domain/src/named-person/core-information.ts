import { z } from "zod";
import type { DutyFinding } from "../kernel/duty.ts";
import { IdempotencyKeySchema, IdSchema } from "../kernel/id.ts";
import { addDays, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { limits, line, optional } from "../kernel/text.ts";
import { carerRelationships } from "../vocabulary/carer-relationships.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { InformationFacts } from "./model.ts";

/** What the named person's agency keeps of every child and has to keep up to date (HIG-28). */
export const coreItems = {
  name: { label: "Name" },
  born: { label: "Date of birth" },
  address: { label: "Address" },
  carers: { label: "Parents and carers, and how to reach them" },
  place: { label: "School, nursery or clinic" },
} as const;
export type CoreItem = keyof typeof coreItems;

/** What says where a child is: where that is kept private, nothing is said of it, not even that it is old. */
export const itemsThatTellWhere: readonly CoreItem[] = ["address", "carers", "place"];

/** One item that is on record: the day somebody last went through it, and the day it last changed, if they are known. */
export type ItemStanding = {
  readonly item: CoreItem;
  readonly confirmedOn: LocalDate | "none";
  readonly changedOn: LocalDate | "none";
};

/**
 * Takes a child's items and the last handover to a new stage, gives the facts of the child as a whole: confirmed on the
 * day of the item that waited longest, changed on the last day on which one changed that nobody has confirmed since.
 */
export function coreFacts(
  childId: string,
  items: readonly ItemStanding[],
  handedOverOn: LocalDate | "none",
): InformationFacts {
  const confirmed = items.map(({ confirmedOn }) => confirmedOn);
  const days = confirmed.filter(isLocalDate).sort();
  const changes = items.flatMap(({ confirmedOn, changedOn }) =>
    isLocalDate(changedOn) && isLocalDate(confirmedOn) && changedOn > confirmedOn ? [changedOn] : [],
  );
  return {
    child: { id: childId },
    confirmedOn: confirmed.includes("none") ? "none" : (days[0] ?? "none"),
    changedOn: changes.sort().at(-1) ?? "none",
    handedOverOn,
    cameIn: [],
  };
}

export const confirmsCoreInformation = "named-person.confirm-core-information";

/** Days before core information falls due on which the named person is asked: no earlier, or it is only noise. */
export const askedDaysBefore = 30;

/** How core information stands on a day, by what the rulebook says is owed on it; undefined where nothing is. */
export function coreStanding(
  owed: readonly DutyFinding[],
  today: LocalDate,
):
  | {
      readonly finding: DutyFinding;
      /** The last day on which it may be confirmed; left out where that is past. */
      readonly dueOn?: LocalDate;
      readonly isStale: boolean;
      /** Whether the named person is asked by now. */
      readonly isAsked: boolean;
    }
  | undefined {
  const finding = owed.find(({ act }) => act === confirmsCoreInformation);
  if (finding === undefined) return undefined;
  const { due } = finding;
  if (typeof due !== "object" || !("day" in due)) return { finding, isStale: true, isAsked: true };
  return {
    finding,
    dueOn: due.day,
    isStale: today > due.day,
    isAsked: addDays(today, askedDaysBefore) >= due.day,
  };
}

/** Say that a child's core information is as it is on record, all of it or some. `asOf` is when whoever confirms read it. */
export const ConfirmCoreInformation = z.object({
  idempotencyKey: IdempotencyKeySchema,
  childId: IdSchema,
  items: z.array(z.enum(codesOf(coreItems))).min(1, "Choose what is as it is on record"),
  asOf: z.iso.datetime(),
});
export type ConfirmCoreInformation = z.infer<typeof ConfirmCoreInformation>;

const address = {
  line1: line({ max: limits.name, enter: "Enter the house and street" }),
  town: line({ max: limits.name, enter: "Enter the town" }),
  postcode: line({ max: 12, enter: "Enter the postcode" }),
};

/** What the form about an address asks. */
export const AddressOnScreen = z.object(address);

/** Put right where a child lives. It counts as confirmed. */
export const PutAddressRight = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...address });
export type PutAddressRight = z.infer<typeof PutAddressRight>;

const carer = {
  name: line({ max: limits.name, enter: "Enter the parent's or carer's name" }),
  relationship: z.enum(codesOf(carerRelationships), { error: "Choose the relationship" }),
  phone: optional(
    line({ max: 40, enter: "Enter a phone number" }).refine(
      (text) => /^[+\d][\d\s().-]{5,}$/.test(text),
      "Enter a phone number, like 01632 960 001",
    ),
  ),
  email: optional(
    line({ max: limits.name, enter: "Enter an email address" }).refine(
      (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
      "Enter an email address, like name@example.com",
    ),
  ),
};

/** What the form about a parent or carer asks. */
export const CarerOnScreen = z.object(carer);

/** Put a parent or carer right, or add one: the same name is the same person. What is left empty stays as it is. */
export const PutCarerRight = z.object({ idempotencyKey: IdempotencyKeySchema, childId: IdSchema, ...carer });
export type PutCarerRight = z.infer<typeof PutCarerRight>;
