import { holdsOn, isLocalDate, type LocalDate, lastDayOf, latestOf } from "../kernel/local-date.ts";
import type { Consent, ReleaseFacts } from "./model.ts";

/** How the consents on record stand to one item for one recipient on a day, the best of them first. */
export type Standing =
  | { readonly is: "given"; readonly consent: Consent }
  | { readonly is: "refused"; readonly consent: Consent }
  | { readonly is: "withdrawn"; readonly on: LocalDate }
  | { readonly is: "ended"; readonly on: LocalDate }
  | { readonly is: "not-yet"; readonly from: LocalDate }
  | { readonly is: "for-others" }
  | { readonly is: "never-asked" };

const isWithdrawn = ({ withdrawnOn }: Consent, day: LocalDate) => withdrawnOn !== undefined && withdrawnOn <= day;

/** A withdrawal works from its day on: what was shared on an earlier day rested on the consent, and stays recorded. */
export const isInForce = (consent: Consent, day: LocalDate): boolean =>
  holdsOn(consent, day) && !isWithdrawn(consent, day);

/** A consent speaks to an item and to a recipient that it names, or whose agency it names. */
export const covers = (consent: Consent, { item, recipient }: Pick<ReleaseFacts, "item" | "recipient">): boolean =>
  consent.items.includes(item.id) &&
  (consent.recipients.includes(recipient.id) ||
    (recipient.agency !== "not-recorded" && consent.agencies.includes(recipient.agency)));

/** Every consent that speaks to this item and this recipient, in force or not. */
export const covering = (facts: ReleaseFacts): readonly Consent[] =>
  facts.consents === "not-recorded" ? [] : facts.consents.filter((consent) => covers(consent, facts));

const areOnePersons = (one: Consent, other: Consent): boolean =>
  one.by === other.by && (one.by === "child" || (one.adult !== undefined && one.adult === other.adult));

/**
 * Somebody's newest answer is their answer: a no after a yes takes it back, and a yes after a no is a yes; of two on one day
 * the no counts. There is one child. Two parents may differ, so that no parent's answer replaces another parent's.
 */
export const isReplaced = (one: Consent, all: readonly Consent[], day: LocalDate): boolean =>
  all.some(
    (other) =>
      areOnePersons(one, other) &&
      other.answer !== one.answer &&
      other.from <= day &&
      (other.from > one.from || (other.from === one.from && other.answer === "refused")),
  );

/** What speaks to this item and this recipient, without answers that whoever gave them has since replaced by another. */
const standing = (facts: ReleaseFacts, day: LocalDate): readonly Consent[] => {
  const all = covering(facts);
  return all.filter((one) => !isReplaced(one, all, day));
};

/** What the child says on a day, where there is an answer of the child's own: a yes that was taken back is a no. */
export function childsAnswer(facts: ReleaseFacts, day: LocalDate): Consent["answer"] | undefined {
  const own = standing(facts, day).filter(({ by }) => by === "child");
  const inForce = own.filter((one) => isInForce(one, day)).map(({ answer }) => answer);
  if (inForce.length > 0) return inForce.includes("given") ? "given" : "refused";
  return own.some((one) => one.answer === "given" && isWithdrawn(one, day)) ? "refused" : undefined;
}

/** Takes the facts and a day, gives how consent stands. A written yes comes before a spoken one. */
export function standingOf(facts: ReleaseFacts, day: LocalDate): Standing {
  const all = standing(facts, day);
  const inForce = all.filter((consent) => isInForce(consent, day));
  const given = inForce.filter(({ answer }) => answer === "given");
  const best = given.find(({ form }) => form === "written") ?? given[0];
  if (best) return { is: "given", consent: best };
  const refused = inForce.find(({ answer }) => answer === "refused");
  if (refused) return { is: "refused", consent: refused };
  const yes = all.filter(({ answer }) => answer === "given");
  const withdrawn = latestOf(
    yes.flatMap(({ withdrawnOn }) => (withdrawnOn !== undefined && withdrawnOn <= day ? [withdrawnOn] : [])),
  );
  if (withdrawn) return { is: "withdrawn", on: withdrawn };
  const ended = latestOf(yes.flatMap(({ until }) => (until !== undefined && until <= day ? [lastDayOf(until)] : [])));
  if (ended) return { is: "ended", on: ended };
  const [next] = yes.map(({ from }) => from).sort();
  if (next !== undefined) return { is: "not-yet", from: next };
  return facts.consents !== "not-recorded" && facts.consents.length > 0 ? { is: "for-others" } : { is: "never-asked" };
}

/**
 * Whether there is a yes and a no to the same thing. Who took a yes back says no until a new yes, of that day or later: an
 * older one is the other parent's, or was taken back with it.
 */
export const isSplit = (facts: ReleaseFacts, day: LocalDate): boolean => {
  const all = standing(facts, day);
  const inForce = all.filter((one) => isInForce(one, day));
  const yes = inForce.filter(({ answer }) => answer === "given");
  const isNewYes = (tookBack: Consent) =>
    yes.some(
      ({ by, from }) => by === tookBack.by && tookBack.withdrawnOn !== undefined && from >= tookBack.withdrawnOn,
    );
  const no = all.filter((one) =>
    one.answer === "refused" ? isInForce(one, day) : isWithdrawn(one, day) && !isNewYes(one),
  );
  return yes.length > 0 && no.length > 0;
};

/** Told, or written down why not. */
export const isToldOrReasoned = (told: string): boolean => isLocalDate(told) || told === "reason-given";
