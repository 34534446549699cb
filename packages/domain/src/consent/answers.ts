import { type DayRange, holdsOn, type LocalDate } from "../kernel/local-date.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import type { Consent } from "./model.ts";
import { covers, isInForce } from "./standing.ts";

/** An answer about sharing, as it is on record. */
export type AnswerOnRecord = {
  readonly consentId: string;
  readonly answeredBy: "child" | "parent-or-carer";
  readonly answer: "given" | "refused";
  readonly form: "spoken" | "written" | null;
  readonly items: readonly string[];
  readonly agencies: readonly AgencyKind[];
  readonly recipients: readonly string[];
  readonly during: DayRange;
  readonly withdrawnOn: LocalDate | null;
};

/** An answer as a fact about one item. One that names no item is about all that its words name, this one among them. */
export const asConsent = (one: AnswerOnRecord, itemId: string): Consent => ({
  id: one.consentId,
  by: one.answeredBy,
  answer: one.answer,
  form: one.form ?? "not-recorded",
  items: one.items.length === 0 ? [itemId] : one.items,
  agencies: one.agencies,
  recipients: one.recipients,
  ...(one.withdrawnOn === null ? {} : { withdrawnOn: one.withdrawnOn }),
  ...one.during,
});

/** How an answer stands on a day. A yes that was taken back is that, whatever its days say. */
export type AnswerStanding = "in-force" | "refused" | "taken-back" | "ended" | "not-yet";

export function standsOn(
  one: Pick<AnswerOnRecord, "answer" | "during" | "withdrawnOn">,
  day: LocalDate,
): AnswerStanding {
  if (one.withdrawnOn !== null && one.withdrawnOn <= day) return "taken-back";
  if (holdsOn(one.during, day)) return one.answer === "given" ? "in-force" : "refused";
  return day < one.during.from ? "not-yet" : "ended";
}

/** Where something went: the item, the person, and the service they work for. */
export type Crossing = { readonly itemId: string; readonly toId: string; readonly agency: AgencyKind };

/** Whether what went on an answer may still be read on it. */
export function carries(one: AnswerOnRecord, { itemId, toId, agency }: Crossing, day: LocalDate): boolean {
  const consent = asConsent(one, itemId);
  const of = { item: { id: itemId, about: [], isMeetingInvitation: false }, recipient: { id: toId, agency } };
  return consent.answer === "given" && isInForce(consent, day) && covers(consent, of);
}

/** The answer that something may go on: of those that carry it, one in writing before one that was spoken. */
export function restsOn<One extends AnswerOnRecord>(
  answers: readonly One[],
  crossing: Crossing,
  day: LocalDate,
): One | undefined {
  const carrying = answers.filter((one) => carries(one, crossing, day));
  return carrying.find(({ form }) => form === "written") ?? carrying[0];
}
