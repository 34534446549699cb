import { type Act, deniedBecause, localDate, relations } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { z } from "zod";
import { appRouter } from "../app-router.ts";
import type { Database } from "../db/database.ts";
import { actingLead, deputy } from "../db/schema/lead-professional.ts";
import type { SignedIn } from "../records.ts";
import { aMonday, type Caller, type TestPerson } from "./area.ts";
import { aCase, aLetterWent, answered, asked, handedOver, proposed, type TestCase } from "./case.ts";
import { aPlaceInAList, type Known } from "./hostile.ts";
import { aKeptChild, type KeptChild } from "./kept-child.ts";
import { addCarer } from "./school.ts";
import { withWhatGoesAlong } from "./whole-world-along.ts";
import { withGroup } from "./whole-world-group.ts";
import { withParts } from "./whole-world-parts.ts";
import { withRoles } from "./whole-world-roles.ts";
import { withSupervision } from "./whole-world-supervision.ts";
import { withWhatWasTold } from "./whole-world-told.ts";

type Procedure = {
  readonly _def: {
    readonly type: "query" | "mutation";
    readonly inputs?: readonly z.ZodType[];
    readonly meta?: { readonly act: Act };
  };
};

/** Every procedure of the product by its path, with its act and what it takes. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);

/** Whether a post's role may ask at all, whatever the child. */
export const mayAsk = (act: Act | undefined, { role }: Pick<SignedIn, "role">): boolean =>
  act === undefined || deniedBecause(act, role, Object.keys(relations)) === undefined;

export type WholeWorld = {
  readonly of: TestCase;
  /** Somebody of each kind who works here. */
  readonly people: readonly TestPerson[];
  /** What each field of an input takes here, by its name. */
  readonly known: Known;
  readonly school: string;
  /** A child where it is kept private where they are. */
  readonly kept: KeptChild;
};

/** A case with something in it for every procedure to answer: a plan with a proposal, a roll with an import, a team. */
export async function aWholeWorld(database: Database, edition = "wigan"): Promise<WholeWorld> {
  const of = await aCase(database, { edition });
  const { area, agencies, head, teacher, helen, nurse, worker, childId, planId } = of;
  await asked(of);
  await answered(of);
  const { proposalId } = await proposed(of, of.nurse);
  const school = await area.addEstablishment(agencies.education, "primary", "Elm Lane School");
  const keeper = await area.addPractitioner({
    name: "Una Reid",
    agencyId: agencies.education,
    role: "record-keeper",
    establishmentId: school,
  });
  const service = await area.addPractitioner({ name: "Vic Orr", agencyId: agencies.health, role: "service-manager" });
  const officer = await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "privacy-officer" });
  await area.addPlace(childId, school);
  for (const [person, basis] of [
    [keeper, "record-keeper"],
    [service, "line-manager"],
    [helen, "line-manager"],
    [head, "line-manager"],
  ] as const)
    await area.relate(person, childId, basis);
  const concern = (await area.as(teacher).concern.forChild({ childId })).concerns[0];
  const therapist = await area.addPractitioner({ name: "Rosa Brand", agencyId: agencies.health, title: "Therapist" });
  const { consentId, releaseId } = await sharedOf(of, concern?.concernId ?? "", therapist);
  const receivedId = await sharedWith(of, concern?.concernId ?? "", nurse, "safeguarding");
  const noteIds = await notesOf(area.as(teacher), nurse);
  const row = "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH\nAda,Fell,01/02/2017\n";
  const previewed = await area.as(keeper).people.rollIn.preview({
    idempotencyKey: newId(),
    establishmentId: school,
    fileName: "a.csv",
    content: Buffer.from(row).toString("base64"),
  });
  const plan = await area.as(teacher).plan.get({ planId });
  const team = await area.addTeam(agencies.health, "North team", helen.practitionerId);
  const parts = await withParts(of);
  const roles = await withRoles(of);
  const { sealingId } = await area.as(service).sealing.ask({
    idempotencyKey: newId(),
    child: { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") },
    orderedOn: localDate("2026-11-16"),
    court: "The sheriff court",
    reason: "An adoption order was made",
  });
  const kept = await aKeptChild(of);
  const worryId = await worryToPlace(area.as(keeper), school);
  const contactId = await trustedPersonOf(of, childId);
  const awayFrom = await whileTheLeadIsAway(of);
  const group = await withGroup(of);
  const { tellingId, letterId } = await aLetterWent(of, childId);
  const known = {
    ...awayFrom,
    ...(await withWhatWasTold(of)),
    ...group.known,
    ...(await withWhatGoesAlong(of)),
    contactId: [contactId],
    carerId: [await addCarer(area, childId, "Ana Lind")],
    worryId: [worryId],
    shareId: [await shareNobodyCovers(area.as(teacher), childId)],
    partId: [parts.partId],
    namingId: [roles.namingId],
    departureId: [roles.departureId],
    requestId: [await withSupervision(of)],
    practiceSupervisorId: [helen.practitionerId],
    sealingId: [sealingId],
    actionId: [parts.actionId],
    contributorId: [parts.contributorId],
    otherActionId: [parts.actionId],
    lineId: [parts.lineId],
    outcomeId: [parts.outcomeId],
    viewId: [parts.viewId],
    assessmentId: [parts.assessmentId],
    reference: ["IDX 40/119"],
    was: ["IDX 40/118"],
    childId: [childId],
    planId: [planId],
    concernId: [concern?.concernId],
    proposalId: [proposalId],
    itemId: [concern?.concernId],
    consentId: [consentId],
    sentCopyId: [await handedOver(of, of)],
    tellingId: [tellingId],
    letterId: [letterId],
    hash: ["0".repeat(64)],
    noteId: noteIds,
    releaseId: [receivedId, releaseId],
    establishmentId: [school],
    rollInId: [previewed.outcome === "previewed" ? previewed.rollIn.rollInId : undefined],
    practitionerId: [nurse.practitionerId],
    ownerId: [worker.practitionerId],
    end: [`${childId}.plan-practitioner`],
    teamId: [team],
    postId: [nurse.postId],
    version: [plan.version],
    content: [Buffer.from(row).toString("base64")],
    heldOn: [localDate("2026-12-09")],
    asOf: ["2026-11-23T10:00:00.000Z"],
    from: [localDate("2026-11-23")],
    week: [localDate("2026-11-23")],
    lastDay: [localDate("2027-02-01")],
    endedOn: [localDate("2026-11-02")],
    reviewOn: [localDate("2027-03-01")],
    points: [40],
    cursor: aPlaceInAList,
  };
  return {
    of,
    people: [teacher, head, helen, keeper, service, nurse, officer, ...parts.people, ...roles.people, ...group.people],
    known,
    school,
    kept,
  };
}

/** A parent's yes, and what was shared on it. */
async function sharedOf(of: TestCase, itemId: string, to: TestPerson) {
  const { area, teacher, childId } = of;
  const asTeacher = area.as(teacher);
  const given = await asTeacher.consent.record({
    idempotencyKey: newId(),
    childId,
    answeredBy: "parent-or-carer",
    answeredByName: "Ana Lind",
    answer: "given",
    form: "written",
    saysWhat: "What was noticed at school",
    saysWithWhom: "The speech therapist",
    saysWhy: "So that she can plan sessions",
    items: [],
    agencies: ["health"],
    recipients: [],
    from: localDate("2026-11-23"),
    ends: { is: "on", lastDay: localDate("2027-02-26") },
  });
  return { consentId: given.answers[0]?.consentId, releaseId: await sharedWith(of, itemId, to, "consent") };
}

/** A deputy of the plan, and somebody who stands in. */
async function whileTheLeadIsAway({ area, nurse, worker, planId }: TestCase) {
  const [deputyId, actingLeadId] = [newId(), newId()];
  const at = {
    areaId: area.areaId,
    planId,
    during: { from: aMonday.toISOString() },
    recordedBy: worker.practitionerId,
    recordedAt: aMonday.toISOString(),
  };
  const { practitionerId } = nurse;
  await area.write(async (tx) => {
    await tx.insert(deputy).values({ ...at, deputyId, practitionerId, agreedOn: localDate("2026-11-23") });
    await tx.insert(actingLead).values({ ...at, actingLeadId, practitionerId, as: "deputy", reason: "leave" });
  });
  return { deputyId: [deputyId], actingLeadId: [actingLeadId] };
}

/** Something that left by another way, and that nothing covers. */
async function shareNobodyCovers(by: Caller, childId: string): Promise<string> {
  const { shareId } = await by.consent.sharesMade.record({
    idempotencyKey: newId(),
    childId,
    what: "An assessment",
    toWhom: "The clinic",
    toAgency: "health",
    why: "So that they know",
    sharedOn: localDate("2026-11-23"),
    basis: "none",
  });
  return shareId;
}

/** Somebody the child would rather talk to. */
export async function trustedPersonOf({ area, teacher }: TestCase, childId: string): Promise<string | undefined> {
  const { around } = area.as(teacher).people;
  await around.recordContact({
    idempotencyKey: newId(),
    childId,
    as: "trusted",
    chosenBy: "child",
    who: { is: "other", name: "Jo Marne", whoTheyAre: "Foster carer", reach: "01632 960444" },
    words: "Jo listens to me",
    from: localDate("2026-11-23"),
  });
  return (await around.get({ childId })).chosen[0]?.contactId;
}

/** A worry that fits nobody on the roll. */
async function worryToPlace(keeper: Caller, establishmentId: string): Promise<string | undefined> {
  const { worries } = keeper.concern;
  await worries.passOn({
    idempotencyKey: newId(),
    establishmentId,
    about: "Somebody small",
    words: "He had no coat",
    childChoseMe: false,
  });
  return (await worries.toPlace()).worries[0]?.worryId;
}

/** One note that somebody keeps to themselves, and one that they passed on. */
async function notesOf(caller: Caller, to: TestPerson): Promise<readonly string[]> {
  const keep = (words: string) =>
    caller.consent.notes.keep({
      idempotencyKey: newId(),
      about: "A boy in the class",
      words,
      heardOn: localDate("2026-11-23"),
      childSaid: "yes",
    });
  const kept = await keep("It is loud at home");
  const passed = await keep("He would like to come earlier");
  await caller.consent.notes.passOn({
    idempotencyKey: newId(),
    noteId: passed.noteId,
    version: 1,
    toId: to.practitionerId,
    isReferral: false,
    childTold: { told: "not-yet" },
  });
  return [passed.noteId, kept.noteId];
}

/** One thing that was shared with somebody. */
async function sharedWith(
  { area, teacher, childId }: TestCase,
  itemId: string,
  to: TestPerson,
  basis: "consent" | "safeguarding",
): Promise<string | undefined> {
  const { releases } = await area.as(teacher).consent.release({
    idempotencyKey: newId(),
    childId,
    kind: "concern",
    itemId,
    toId: to.practitionerId,
    purpose: "So that she can plan sessions",
    basis,
    isPartOfAnswer: true,
    childTold: { told: "not-yet" },
    familyTold: { told: "not-yet" },
  });
  return releases.find((one) => one.to.practitionerId === to.practitionerId)?.releaseId;
}
