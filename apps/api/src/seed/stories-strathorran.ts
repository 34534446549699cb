import { addDays } from "@linchpin/domain";
import { agree } from "./agreements.ts";
import { planOf } from "./beginning.ts";
import { childrenOn, nth } from "./children.ts";
import { anotherAgency, nothingMore, notice, ownHelp, said } from "./concerns.ts";
import { weekdaysBefore } from "./days.ts";
import { agreeAction, answerPlan, askWhetherNeeded, propose, wishes } from "./plans.ts";
import { answered, shareConcern, takenBack, toldInConfidence } from "./sharing.ts";
import { confirmStatuses, recordStatus } from "./statuses.ts";
import type { World } from "./world.ts";

/** What has been going on in Strathorran: a handful of children, one in the middle of every stage. */
export async function tellStrathorran(world: World): Promise<void> {
  await concernsAtSchool(world);
  await waitsForALead(world);
  await proposalToMeet(world);
  await proposalWithPerson(world);
  await leadAgreed(world);
  await healthVisitorLeads(world);
  await overlappingStatuses(world);
  await onTheRegister(world);
}

/** One noticed yesterday, one left too long, one closed, one helped by the school itself. */
async function concernsAtSchool(world: World): Promise<void> {
  const ago = (days: number) => weekdaysBefore(world.today, days);
  const primarySix = await childrenOn(world, "inverlochan", "P6");
  const primaryFive = await childrenOn(world, "inverlochan", "P5");
  await notice(world, {
    childId: nth(primarySix, 0).childId,
    by: "teacher",
    on: ago(1),
    noticed:
      "Tired and quiet for three weeks. Came without lunch on two days, and fell asleep in the afternoon. Has stopped going to football, which used to be the high point of the week.",
    touches: ["healthy", "nurtured", "active"],
    child: said("I don't sleep much because the baby cries. I look after him so Mum can rest."),
  });
  await notice(world, {
    childId: nth(primaryFive, 1).childId,
    by: "teacher",
    on: ago(26),
    noticed: "Often late, and twice collected by somebody the school does not know.",
    touches: ["safe", "included"],
    raisedBy: "A grandmother, at the gate",
  });
  const worried = await notice(world, {
    childId: nth(primarySix, 2).childId,
    by: "teacher",
    on: ago(18),
    noticed: "Would not speak in class for a week after moving to another group.",
    touches: ["achieving", "respected"],
    child: said("I missed my friends. It is all right now."),
    family: said("She told us on the Friday. We are glad you asked.", "By phone"),
  });
  await nothingMore(world, worried, {
    by: "teacher",
    on: ago(16),
    reason: "Settled by herself within the week; the family agrees.",
  });
  const reading = await notice(world, {
    childId: nth(primaryFive, 3).childId,
    by: "teacher",
    on: ago(15),
    noticed: "Reading has not moved on since the spring, and he says he is stupid.",
    touches: ["achieving", "respected"],
    child: said("Everybody else is on the blue books."),
    family: said("We read with him every night and it ends in tears.", "At the parents' evening"),
  });
  await ownHelp(world, reading, {
    by: "teacher",
    on: ago(13),
    reason: "Help within the school is enough to begin with.",
    help: "Support for learning three times a week, looked at again before the holidays.",
  });
}

/** Several agencies help, a lead professional is needed, and nobody has been proposed. */
async function waitsForALead(world: World): Promise<void> {
  const on = weekdaysBefore(world.today, 7);
  const { childId } = nth(await childrenOn(world, "inverlochan", "P7"), 1);
  const concern = await notice(world, {
    childId,
    by: "teacher",
    on: weekdaysBefore(world.today, 9),
    noticed: "The family has to leave their flat by the new year. He has missed eleven days since the letter came.",
    touches: ["safe", "nurtured", "included"],
    child: said("I don't want to change school. Will my cat come?"),
    family: said("We don't know whom to ask first. Everybody sends us to somebody else.", "At the school"),
  });
  const planId = await anotherAgency(world, concern, {
    by: "teacher",
    on,
    reason: "Housing and family support have to work together with the school.",
    manager: "head",
    leadDecision: "appoint-another",
    helpers: [
      { who: "housingWorker", relationship: "Has known the family since the first letter." },
      { who: "familyWorker", relationship: "Saw the older sister through last year.", startsOn: addDays(on, 3) },
      { who: "support", basedInSchool: true, relationship: "Reads with him twice a week." },
      { who: "officer", relationship: "Knows the family from the youth club." },
    ],
  });
  await answerPlan(world, planId, { by: "teacher", on, why: "Where they live settles what school and health can do." });
  await agreeAction(world, planId, childId, {
    by: "teacher",
    on,
    owner: "housingWorker",
    what: "Put in the application for the ground-floor flat, with the school's letter.",
    outcome: "The family knows by the middle of next month where they will live.",
    inDays: 14,
  });
  await agreeAction(world, planId, childId, {
    by: "teacher",
    on,
    owner: "familyWorker",
    what: "Visit weekly, and go with them to appointments.",
    outcome: "The parents are not alone with the letters.",
    inDays: 28,
  });
  await askWhetherNeeded(world, planId, { by: "teacher", on });
  await confirmStatuses(world, childId, { by: "teacher", on });
  await whatMayBeShared(world, childId);
}

/** A yes that holds with something shared on it, a child's no, and a yes that was taken back. */
async function whatMayBeShared(world: World, childId: string): Promise<void> {
  const of = { childId, by: "teacher", on: weekdaysBefore(world.today, 5) };
  await answered(world, of, {
    saysWhat: "What the school noticed since the letter about the flat came.",
    saysWithWhom: "The housing officer who deals with the application.",
    saysWhy: "So that she can say how the move touches him.",
    agencies: ["housing"],
    ends: { is: "on", lastDay: addDays(world.today, 120) },
  });
  await shareConcern(world, of, "housingWorker", "To go with the application for the ground-floor flat.");
  await answered(world, of, {
    answeredBy: "child",
    answeredByName: undefined,
    answer: "refused",
    form: "spoken",
    understanding: "understands",
    understandingWords: "Said back in his own words who would read it.",
    saysWhat: "What I said about the youth club.",
    saysWithWhom: "The police officer who knows the club.",
    saysWhy: "So that she can look after everybody there.",
    agencies: ["police"],
  });
  const consentId = await answered(world, of, {
    saysWhat: "How often he comes to school.",
    saysWithWhom: "The family support team.",
    saysWhy: "So that visits fit the days he is at home.",
    agencies: ["social-work"],
  });
  const on = weekdaysBefore(world.today, 3);
  await takenBack(world, { ...of, on }, consentId, "They talk about this themselves when she visits.");
  await toldInConfidence(world, {
    by: "teacher",
    on,
    about: "A girl of P7, on the way in from the yard",
    words: "Two of the others leave her out of the game. She wants to sort it out herself first.",
  });
  await toldInConfidence(
    world,
    {
      by: "support",
      on,
      about: "A boy of P5 I read with",
      words: "He would like to read with somebody after school, because at home there is no quiet place.",
    },
    "teacher",
  );
}

/** Proposed from another agency, and waiting for the child's meeting. */
async function proposalToMeet(world: World): Promise<void> {
  const on = weekdaysBefore(world.today, 4);
  const { childId } = nth(await childrenOn(world, "academy", "S2"), 2);
  const planId = await planOf(world, childId, {
    by: "guidanceLower",
    manager: "rector",
    route: "specialist-within-universal-services",
    noticedOn: weekdaysBefore(world.today, 12),
    on: weekdaysBefore(world.today, 9),
    noticed: "Has not been to a full week of school since the summer. Says the corridors are too loud.",
    child: "I can do mornings. The afternoons are like being inside a drum.",
    family: "We need one person who talks to everybody.",
    helpers: [
      { who: "familyWorker", relationship: "Visits every Tuesday." },
      { who: "secondSocialWorker", relationship: "Offered short breaks." },
    ],
  });
  await wishes(world, planId, childId, {
    by: "guidanceLower",
    on,
    child: { words: "Ruth. She does not shout.", for: "familyWorker" },
    family: { words: "Ruth, if she can.", for: "familyWorker" },
  });
  const proposalId = await propose(world, planId, {
    by: "guidanceLower",
    on,
    who: "familyWorker",
    reason:
      "Sees the family every week, is whom the child asked for, and already brings school and social work together.",
  });
  await agree(world, proposalId, {
    people: ["guidanceLower", "familyWorker"],
    on: weekdaysBefore(world.today, 3),
    until: ({ kind }) => kind.code === "meeting",
  });
}

/** Proposed, and it is for the person to accept or decline. */
async function proposalWithPerson(world: World): Promise<void> {
  const on = weekdaysBefore(world.today, 2);
  const { childId } = nth(await childrenOn(world, "inverlochan", "P6"), 4);
  const planId = await planOf(world, childId, {
    by: "teacher",
    manager: "head",
    noticedOn: weekdaysBefore(world.today, 11),
    on: weekdaysBefore(world.today, 8),
    noticed: "Her mother is ill again and she does the shopping and the washing.",
    child: "I like helping. I just want to go to my dancing.",
    family: "I did not want to ask. I am glad you came.",
    helpers: [
      { who: "familyWorker", relationship: "Runs the young carers' evening she goes to." },
      { who: "housingWorker", relationship: "Is fitting rails in the flat." },
    ],
  });
  await wishes(world, planId, childId, {
    by: "teacher",
    on,
    child: { words: "Somebody who lets me go to dancing.", for: "familyWorker" },
    family: { words: "Whoever comes to the house anyway." },
  });
  const proposalId = await propose(world, planId, {
    by: "teacher",
    on,
    who: "familyWorker",
    reason: "Comes to the house already, and knows what young carers need.",
  });
  await agree(world, proposalId, {
    people: ["teacher", "head", "lochsideManager"],
    on: weekdaysBefore(world.today, 1),
    until: ({ kind }) => kind.code === "acceptance",
  });
}

/** Agreed by everybody whose agreement is asked: she leads. */
async function leadAgreed(world: World): Promise<void> {
  const on = weekdaysBefore(world.today, 19);
  const { childId } = nth(await childrenOn(world, "inverlochan", "P3"), 2);
  const planId = await planOf(world, childId, {
    by: "depute",
    manager: "head",
    noticedOn: weekdaysBefore(world.today, 26),
    on: weekdaysBefore(world.today, 23),
    noticed: "Hits out when plans change, and the family has no rest.",
    child: "I want to know what happens next.",
    family: "We have told the story seven times. Once more and no more.",
    helpers: [
      { who: "familyWorker", relationship: "Has worked with both parents since the spring." },
      { who: "support", basedInSchool: true, relationship: "Is with him every morning." },
    ],
  });
  await wishes(world, planId, childId, {
    by: "depute",
    on,
    child: { words: "Ruth with the green car.", for: "familyWorker" },
    family: { words: "Ruth knows us.", for: "familyWorker" },
  });
  const proposalId = await propose(world, planId, {
    by: "depute",
    on,
    who: "familyWorker",
    reason: "Known and trusted by the whole family, and in touch with everybody who helps.",
  });
  await agree(world, proposalId, {
    people: ["depute", "head", "familyWorker", "lochsideManager"],
    on: weekdaysBefore(world.today, 17),
  });
}

/** A named person who becomes lead professional herself. */
async function healthVisitorLeads(world: World): Promise<void> {
  const on = weekdaysBefore(world.today, 14);
  const { childId } = nth(await childrenOn(world, "clinic"), 12);
  const planId = await planOf(world, childId, {
    by: "healthVisitor",
    manager: "healthManager",
    noticedOn: weekdaysBefore(world.today, 20),
    on: weekdaysBefore(world.today, 17),
    noticed: "Is not yet pulling up to stand, and the flat is damp through.",
    child: "Too young to say. She reaches for the window and laughs at the gulls.",
    family: "The doctor, the housing, the nursery: each of them asks for the same form.",
    leadDecision: "become-lead",
    helpers: [
      { who: "housingWorker", relationship: "Has the damp report." },
      { who: "familyWorker", relationship: "Baby group on Thursdays." },
    ],
  });
  await wishes(world, planId, childId, {
    by: "healthVisitor",
    on,
    child: { words: "Too young to be asked. Settles with her health visitor." },
    family: { words: "Mairi.", for: "healthVisitor" },
  });
  const proposalId = await propose(world, planId, {
    by: "healthVisitor",
    on,
    who: "healthVisitor",
    reason: "Already the family's first contact, and the needs are chiefly of health.",
  });
  await agree(world, proposalId, { people: ["healthVisitor", "healthManager"], on: weekdaysBefore(world.today, 13) });
}

/** Looked after and on a youth order at the same time: a law says who leads. */
async function overlappingStatuses(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "academy", "S4"), 1);
  const planId = await planOf(world, childId, {
    by: "guidanceMiddle",
    manager: "rector",
    noticedOn: weekdaysBefore(world.today, 16),
    on: weekdaysBefore(world.today, 14),
    noticed:
      "Placed with foster carers in the next town since the hearing, with a supervision order from August still running.",
    child: "Everybody has a plan for me. Nobody has one plan.",
    family: "His carers want one number to ring.",
    route: "safety-or-statute",
    helpers: [
      { who: "socialWorker", posts: ["social-worker"], relationship: "His social worker since the hearing." },
      { who: "youthWorker", posts: ["yot-supervising-officer"], relationship: "Supervises the order." },
    ],
  });
  const of = { by: "guidanceMiddle", on: weekdaysBefore(world.today, 13) };
  await recordStatus(world, childId, {
    ...of,
    kind: "youth-order",
    from: weekdaysBefore(world.today, 70),
    holder: "youthWorker",
    youthOrderSetting: "community",
  });
  await recordStatus(world, childId, {
    ...of,
    kind: "looked-after",
    from: weekdaysBefore(world.today, 17),
    holder: "socialWorker",
    lookedAfterBasis: "hearing-requirement",
    accommodated: true,
  });
  await agreeAction(world, planId, childId, {
    by: "guidanceMiddle",
    on: weekdaysBefore(world.today, 12),
    owner: "youthWorker",
    what: "Move the appointments of the order to the town he lives in now.",
    outcome: "He can keep them and be at school.",
    inDays: 10,
  });
  const on = weekdaysBefore(world.today, 11);
  await wishes(world, planId, childId, {
    by: "guidanceMiddle",
    on,
    child: { words: "Neil. He turned up every time.", for: "socialWorker" },
    family: { words: "Whoever it is, one number.", for: "socialWorker" },
  });
  const proposalId = await propose(world, planId, {
    by: "guidanceMiddle",
    on,
    who: "socialWorker",
    reason: "Social work has to lead, and he is the one the young person asked for.",
  });
  await agree(world, proposalId, {
    people: ["guidanceMiddle", "rector", "socialWorker", "socialWorkManager"],
    on: weekdaysBefore(world.today, 10),
  });
}

/** On the child protection register. */
async function onTheRegister(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "inverlochan", "P2"), 1);
  const on = weekdaysBefore(world.today, 6);
  await planOf(world, childId, {
    by: "depute",
    manager: "head",
    noticedOn: weekdaysBefore(world.today, 10),
    on: weekdaysBefore(world.today, 9),
    noticed: "Came with a bruise that the story did not fit. Social work was told at once, the same hour.",
    child: "I fell. I was told to say I fell.",
    family: "Not asked by the school, at social work's word.",
    route: "safety-or-statute",
    safetyIsPrimary: true,
    helpers: [
      { who: "secondSocialWorker", posts: ["social-worker"], relationship: "Leads the inquiry." },
      { who: "officer", relationship: "Took part in the joint interview." },
    ],
  });
  await recordStatus(world, childId, {
    by: "depute",
    on,
    kind: "child-protection-register",
    from: on,
    holder: "secondSocialWorker",
  });
}
