import { type AgencyKind, restsOn, type SharedByJoining } from "@linchpin/domain";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { itemOf, ownAgency } from "./items-store.ts";
import { agenciesThatRead, hasPartByItself, planSharedBefore } from "./joining-store.ts";
import { keepAnswer } from "./record.ts";
import { askRelease, keepRelease, refuseDays, refuseUnlessItMayGo } from "./release.ts";
import { endReleases } from "./release-store.ts";
import { answersOf, lockChild, namesOf } from "./store.ts";

export type Newcomer = {
  readonly practitionerId: string;
  readonly name: string;
  readonly agency: AgencyKind;
  readonly agencyName: string;
};

type Joining = {
  readonly childId: string;
  readonly planId: string;
  readonly newcomer: Newcomer;
  readonly said: SharedByJoining | undefined;
  /** A safeguarding referral waits for nothing: what is missing is written down afterwards. */
  readonly isReferral: boolean;
  /** Where the form has what was said. */
  readonly path: string;
};

const referral: SharedByJoining = {
  basis: "safeguarding",
  isPartOfAnswer: false,
  childTold: { told: "not-yet" },
  familyTold: { told: "not-yet" },
};
const nothingSaid = { ...referral, basis: "none" } as const;

/** The documents of this area say what sharing rests on. */
export const asksWhatSharingRestsOn = (records: Records): boolean =>
  records.book().book.silence("consent.release") === undefined;

/** What the form about joining a plan has to know. Whoever opens one is its contact from then on, and asks as that. */
export const joiningView = async (
  records: Records,
  {
    planId,
    childIds,
    held,
  }: { readonly planId: string | undefined; readonly childIds: readonly string[]; readonly held: readonly string[] },
) => ({
  asks: asksWhatSharingRestsOn(records),
  agencies: await agenciesThatRead(records, planId, childIds),
  mayReadAnswers: mayOpen(records, "consent.read", held),
  mayRecordAnswer: mayOpen(records, "consent.record", planId === undefined ? [...held, "contact-of-record"] : held),
});

/**
 * Keeps what child or family answered just now about whoever is to join. Gives whether they said no: nobody joins on it,
 * and nothing of the plan goes to them, about a brother or sister who said yes neither.
 */
export async function answerOnJoining(records: Records, of: Joining): Promise<"may-go-on" | "said-no"> {
  const { childId, planId, newcomer, said, path } = of;
  if (said?.basis !== "consent" || said.answered === undefined) return "may-go-on";
  if (await hasPartByItself(records, childId, newcomer.practitionerId)) return "may-go-on";
  const { answered, purpose } = said;
  await refuseAbout(records, of, said);
  await records.authorise(childId, "consent.record");
  const left = await keepAnswer(records, childId, {
    ...answered,
    saysWhat:
      "The plan for help: why it was opened, who helps, what they do, and what the record says to whoever is on it",
    saysWithWhom: `${newcomer.name}, ${newcomer.agencyName}`,
    saysWhy: purpose ?? refuseInput(`${path}.purpose`, "Enter what it is shared for"),
    items: [planId],
    agencies: [],
    recipients: [newcomer.practitionerId],
  });
  await left(); // of the newcomer alone, who is not on the plan
  return answered.answer === "refused" ? "said-no" : "may-go-on";
}

/**
 * Whoever joins a plan reads it: where nobody of their agency reads it yet, that is an act of sharing about each child of
 * the plan, on an answer or on another basis with its reason (HIG-5, HIG-20). Refuses where it may not go. Whoever has a
 * part of their own in the child's care is asked nothing.
 */
export async function shareByJoining(records: Records, of: Joining): Promise<void> {
  const { childId, newcomer, isReferral } = of;
  const said = of.said ?? (isReferral ? referral : undefined);
  if (said === undefined && !asksWhatSharingRestsOn(records)) return;
  if (await hasPartByItself(records, childId, newcomer.practitionerId)) return;
  if (said === undefined) await refuseUnasked(records, of);
  else await sharePlan(records, of, said);
}

/** Nothing was said: the rulebook says what it asks for. */
async function refuseUnasked(records: Records, of: Joining): Promise<void> {
  const { decision } = await asked(records, of, nothingSaid);
  refuseUnlessItMayGo(decision, await records.relationsTo(of.childId), {});
}

async function sharePlan(records: Records, of: Joining, said: SharedByJoining): Promise<void> {
  const { childId, planId, newcomer, path } = of;
  await refuseAbout(records, of, said);
  const { decision, item, answers } = await asked(records, of, said);
  refuseUnlessItMayGo(decision, await records.relationsTo(childId), said); // of this child, whatever they are to another
  const crossing = { itemId: planId, toId: newcomer.practitionerId, agency: newcomer.agency };
  const answer = said.basis === "consent" ? restsOn(answers, crossing, records.today) : undefined;
  if (said.basis === "consent" && answer === undefined)
    refuseInput(
      `${path}.basis`,
      "No answer that is in force covers this person and the plan. Ask first, or choose another basis",
    );
  if (said.basis === "consent" && said.answered === undefined && !said.isPartOfAnswer)
    refuseInput(`${path}.isPartOfAnswer`, "Read what was put to them, and tick that this is part of it");
  const input = { ...said, childId, toId: newcomer.practitionerId };
  const recipient = { name: newcomer.name, agency: newcomer.agency };
  await endReleases(
    records,
    await planSharedBefore(records, { childId, planId, toId: newcomer.practitionerId }),
    "They were put on the plan",
  );
  await keepRelease(records, {
    input,
    item,
    recipient,
    decision,
    also: [],
    answer,
    fromReleaseId: undefined,
    isToldOtherwise: true,
  });
}

/** Asks about the part of the plan that is this child's: what is another child's is asked of that child. */
async function asked(
  records: Records,
  { childId, planId, newcomer }: Joining,
  said: Omit<SharedByJoining, "basis"> & { readonly basis: SharedByJoining["basis"] | "none" },
) {
  const { bornOn } = await lockChild(records, childId);
  const own = await ownAgency(records);
  const item = { ...(await itemOf(records, childId, "plan", planId)), agency: own.kind, about: [childId] };
  const answers = await answersOf(records, childId);
  const input = { ...said, childId, toId: newcomer.practitionerId };
  const decision = askRelease(records, { input, bornOn, item, by: own.kind, recipient: newcomer, answers });
  return { decision, item, answers };
}

async function refuseAbout(records: Records, { newcomer, path }: Joining, said: SharedByJoining): Promise<void> {
  const { decidedById, childTold, familyTold } = said;
  await refuseDays(records, { childTold, familyTold }, `${path}.`);
  if (decidedById === newcomer.practitionerId)
    refuseInput(`${path}.decidedById`, "Choose somebody else: nobody decides that a plan is shared with themselves");
  if (decidedById !== undefined && !(await namesOf(records, [decidedById])).has(decidedById))
    refuseInput(`${path}.decidedById`, "Choose somebody who works in this area");
}
