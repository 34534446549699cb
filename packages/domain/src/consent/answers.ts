import { type DayRange, holdsOn, type LocalDate } from "../kernel/local-date.ts";
import { nameKey } from "../kernel/names.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import type { Consent } from "./model.ts";
import { covers, isInForce, isReplaced } from "./standing.ts";

/** An answer about sharing, as it is on record. */
export type AnswerOnRecord = {
  readonly consentId: string;
  readonly answeredBy: "child" | "parent-or-carer";
  readonly answeredByName: string | null;
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

const nameOf = ({ answeredByName }: Pick<AnswerOnRecord, "answeredByName">): string => nameKey(answeredByName ?? "");

const areOnePersons = (one: AnswerOnRecord, other: AnswerOnRecord): boolean =>
  one.answeredBy === other.answeredBy &&
  (one.answeredBy === "child" || (nameOf(one) !== "" && nameOf(one) === nameOf(other)));

/**
 * The answers on record as facts about one item. Which of them are one adult's is told by the first of them, so that no name
 * is among the facts.
 */
export const asConsents = (answers: readonly AnswerOnRecord[], itemId: string): readonly Consent[] =>
  answers.map((one) => {
    const first = answers.find((other) => areOnePersons(one, other));
    return {
      ...asConsent(one, itemId),
      ...(one.answeredBy === "child" || first === undefined ? {} : { adult: first.consentId }),
    };
  });

/** That whoever gave a yes has said no since, to all of it or to a part. */
export type SaidNoSince = { readonly on: LocalDate; readonly toAll: boolean };

const overlap = <Id>(one: readonly Id[], other: readonly Id[]): boolean => one.some((id) => other.includes(id));
const within = <Id>(one: readonly Id[], other: readonly Id[]): boolean => one.every((id) => other.includes(id));

/**
 * Takes a yes, all answers on record and a day; gives the newest no of the same person to what the yes was about, and whether
 * it is a no to all of it. Undefined where there is none, and where the yes is newer.
 */
export function saidNoSince(
  yes: AnswerOnRecord,
  answers: readonly AnswerOnRecord[],
  day: LocalDate,
): SaidNoSince | undefined {
  if (yes.answer !== "given") return undefined;
  const said = answers
    .filter(
      (no) =>
        no.answer === "refused" &&
        areOnePersons(yes, no) &&
        no.during.from <= day &&
        no.during.from >= yes.during.from &&
        (no.items.length === 0 || yes.items.length === 0 || overlap(yes.items, no.items)) &&
        (overlap(yes.agencies, no.agencies) || overlap(yes.recipients, no.recipients)),
    )
    .map((no) => ({
      on: no.during.from,
      toAll:
        (no.items.length === 0 || (yes.items.length > 0 && within(yes.items, no.items))) &&
        within(yes.agencies, no.agencies) &&
        within(yes.recipients, no.recipients),
    }));
  return said.toSorted((one, other) => Number(other.toAll) - Number(one.toAll) || (one.on < other.on ? 1 : -1))[0];
}

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

const crossing = ({ itemId, toId, agency }: Crossing) => ({
  item: { id: itemId, about: [], isMeetingInvitation: false },
  recipient: { id: toId, agency },
});

/** Whether an answer is about something that goes somewhere, be it a yes or a no, and in force or not. */
export const speaksTo = (one: AnswerOnRecord, crosses: Crossing): boolean =>
  covers(asConsent(one, crosses.itemId), crossing(crosses));

/** Whether what went on an answer may still be read on it. */
export const carries = (one: AnswerOnRecord, crosses: Crossing, day: LocalDate): boolean =>
  one.answer === "given" && isInForce(asConsent(one, crosses.itemId), day) && speaksTo(one, crosses);

/**
 * The answer that something may go on: of those that carry it, one in writing before one that was spoken. A yes of somebody
 * who has since said no to it carries nothing.
 */
export function restsOn<One extends AnswerOnRecord>(
  answers: readonly One[],
  crosses: Crossing,
  day: LocalDate,
): One | undefined {
  const consents = asConsents(answers, crosses.itemId).filter((one) => covers(one, crossing(crosses)));
  const replaced = new Set(consents.filter((one) => isReplaced(one, consents, day)).map(({ id }) => id));
  const carrying = answers.filter((one) => carries(one, crosses, day) && !replaced.has(one.consentId));
  return carrying.find(({ form }) => form === "written") ?? carrying[0];
}
