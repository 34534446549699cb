import { type LocalDate, localDate, type Relation, type SharedByJoining, type StandingKind } from "@linchpin/domain";
import type { Rulebook } from "@linchpin/domain/rulebooks";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "../db/database.ts";
import { concern } from "../db/schema/concern.ts";
import { namedPerson, telling } from "../db/schema/named-person.ts";
import type { ProposalView } from "../features/lead-professional/views.ts";
import type { PlanView } from "../features/plan/views.ts";
import { aMonday, aTestArea, type Caller, type TestArea, type TestPerson } from "./area.ts";

/** Cleared, qualified ten years ago, trained, permanent, in the pool, has led before: nothing stands in the way. */
export const nothingInTheWay: Readonly<Partial<Record<StandingKind, Record<string, unknown>>>> = {
  "enhanced-check": { state: "cleared", on: "2024-03-04", issuedOn: "2024-02-26" },
  qualification: { state: "held", on: "2016-07-01" },
  training: { state: "completed", on: "2024-05-13" },
  "information-sharing-training": { state: "completed", on: "2024-05-13" },
  "first-led": { state: "led", on: "2020-01-06" },
  mentor: { state: "none" },
  engagement: { is: "permanent" },
  pool: { isIn: true },
  workplace: { isInArea: true },
};

export type TestCase = {
  readonly area: TestArea;
  /** Heads the school, and is the teacher's line manager. */
  readonly head: TestPerson;
  /** Opened the plan and is the contact until somebody leads. The named person where the rulebook knows one. */
  readonly teacher: TestPerson;
  /** Manages the nurse. */
  readonly helen: TestPerson;
  readonly nurse: TestPerson;
  /** Manages the worker. */
  readonly gary: TestPerson;
  readonly worker: TestPerson;
  readonly childId: string;
  readonly planId: string;
  readonly agencies: { readonly education: string; readonly health: string; readonly socialWork: string };
};

type Wanted = {
  readonly edition?: string;
  readonly invented?: Rulebook;
  /** False where no manager was consulted when the other agency came in. */
  readonly consulted?: boolean;
  readonly at?: Date;
  readonly bornOn?: LocalDate;
  readonly route?: "evidence-from-universal-services" | "specialist-within-universal-services";
};

const today = localDate("2026-11-23");
const told = { told: "yes" as const, on: today, how: "By phone" };

/** A child with a plan that needs a lead: a teacher of the school opened it, and a nurse and a family worker help. */
export async function aCase(
  database: Database,
  {
    edition = "highland",
    invented,
    consulted = true,
    at = aMonday,
    bornOn,
    route = "specialist-within-universal-services",
  }: Wanted = {},
): Promise<TestCase> {
  const area = await aTestArea(database, invented ? { invented } : { edition });
  const agencies = {
    education: await area.addAgency("education", "Tern Lane School"),
    health: await area.addAgency("health", "Community nursing"),
    socialWork: await area.addAgency("social-work", "Family support"),
  };
  const school = await area.addEstablishment(agencies.education, "primary");
  const person = (name: string, agencyId: string, more: Partial<Parameters<TestArea["addPractitioner"]>[0]> = {}) =>
    area.addPractitioner({ name, agencyId, standing: nothingInTheWay, agreedCapacity: 80, ...more });
  const head = await person("Isobel Laing", agencies.education, { role: "head", establishmentId: school });
  const teacher = await person("Morag Shaw", agencies.education, {
    establishmentId: school,
    lineManagerId: head.practitionerId,
    title: "Class teacher",
  });
  const helen = await person("Helen Marsh", agencies.health, { role: "team-manager" });
  const nurse = await person("Amina Yusuf", agencies.health, {
    lineManagerId: helen.practitionerId,
    title: "School nurse",
  });
  const gary = await person("Gary Holt", agencies.socialWork, { role: "team-manager" });
  const worker = await person("Dan Peel", agencies.socialWork, {
    lineManagerId: gary.practitionerId,
    title: "Family worker",
  });
  const childId = await area.addChild({ statusesConfirmedOn: today, ...(bornOn ? { bornOn } : {}) });
  await nameTeacher(area, teacher, head, childId);
  const planId = await openPlan(area.as(teacher, at), childId, { head, nurse, worker }, route);
  if (!consulted)
    await area.write((tx) => tx.update(concern).set({ managerConsultedId: null }).where(eq(concern.planId, planId)));
  return { area, head, teacher, helen, nurse, gary, worker, childId, planId, agencies };
}

/** The teacher becomes the named person. */
export async function nameTeacher(
  area: TestArea,
  teacher: TestPerson,
  head: TestPerson,
  childId: string,
): Promise<void> {
  await area.write((tx) =>
    tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId,
      practitionerId: teacher.practitionerId,
      stage: "primary",
      settledBy: "by-name",
      during: { from: "2026-08-18T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  await area.relate(teacher, childId, "named-person" satisfies Relation);
}

/** The plan goes to somebody of another agency without consent: somebody decided that, and everybody was told. */
export const sharedBy = (decider: TestPerson): SharedByJoining => ({
  purpose: "So that the help fits together",
  basis: "public-task",
  isPartOfAnswer: false,
  decidedById: decider.practitionerId,
  reason: "very-good",
  reasonWords: "The help cannot wait, and nobody could be reached",
  childTold: told,
  familyTold: told,
});

/** A concern that another agency is needed for opens the plan. */
export async function openPlan(
  teacher: Caller,
  childId: string,
  people: { readonly head: TestPerson; readonly nurse: TestPerson; readonly worker: TestPerson },
  route: NonNullable<Wanted["route"]> = "specialist-within-universal-services",
): Promise<string> {
  const { touches } = await teacher.concern.forChild({ childId });
  const recorded = await teacher.concern.record({
    idempotencyKey: newId(),
    childId,
    noticedOn: localDate("2026-11-20"),
    noticed: "Hard to settle after lunch, three days running.",
    touches: touches.slice(0, 1).map(({ code }) => code as "safe"), // the first of the nation's own list
    childsView: { asked: "given", words: "It is too loud", how: "With a picture card" },
    familysView: { asked: "given", words: "She does not sleep", how: "At the gate" },
  });
  const decided = await teacher.concern.decide({
    idempotencyKey: newId(),
    concernId: recorded.concernId,
    version: recorded.version,
    outcome: "another-agency-needed",
    reason: "School, nursing and family support together",
    help: "A quiet place after lunch",
    childTold: told,
    familyTold: told,
    manager: { practitionerId: people.head.practitionerId, on: today },
    leadDecision: "appoint-another",
    route,
    practitioners: [people.nurse, people.worker].map(({ practitionerId }) => ({
      practitionerId,
      posts: [],
      involvement: "involved" as const,
      sharing: sharedBy(people.head),
    })),
  });
  const planId = decided.decided?.planId;
  if (planId === undefined) throw new Error("no plan was opened");
  return planId;
}

/** Both were asked who should lead, and named nobody in particular. */
export async function asked(
  { area, teacher, childId, planId }: Pick<TestCase, "area" | "teacher" | "childId" | "planId">,
  wish?: TestPerson,
  at: Date = aMonday,
): Promise<void> {
  for (const whose of ["child", "family"] as const)
    await area.as(teacher, at).leadProfessional.recordView({
      idempotencyKey: newId(),
      planId,
      childId,
      whose,
      saidOn: today,
      view: {
        asked: "given",
        words: "Somebody who listens",
        how: "At home",
        ...(wish ? { wishedForId: wish.practitionerId } : {}),
      },
    });
}

/** Level, length and need answered, so that nothing is missing for the load. */
export const answered = async (
  { area, teacher, planId }: Pick<TestCase, "area" | "teacher" | "planId">,
  at: Date = aMonday,
): Promise<PlanView> => {
  const caller = area.as(teacher, at);
  const { version } = await caller.plan.get({ planId });
  return caller.plan.answer({
    idempotencyKey: newId(),
    planId,
    version,
    integratedResponse: true,
    integratedResponseReason: "Three services have to fit together",
    safetyIsPrimary: false,
    needsAreComplexHealth: false,
    levelOfNeed: "integrated",
    expectedMonths: 6,
  });
};

type Proposing = {
  readonly idempotencyKey?: string;
  /** A manager who is consulted now. */
  readonly consulted?: TestPerson;
  /** Rows of the sheet left blank, by their code. */
  readonly leaveBlank?: readonly string[];
  /** Reasons left out, by their code. */
  readonly without?: readonly string[];
  readonly by?: TestPerson;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly at?: Date;
};

/** Proposes somebody with every row of the sheet weighed and every reason given that their choice asks for. */
export async function proposed(
  of: TestCase,
  whom: TestPerson,
  {
    by,
    reasons = {},
    at = aMonday,
    leaveBlank = [],
    without = [],
    idempotencyKey = newId(),
    consulted,
  }: Proposing = {},
) {
  const caller = of.area.as(by ?? of.teacher, at);
  const { planVersion, sheet, candidates } = await caller.leadProfessional.candidates({ planId: of.planId });
  const needs = candidates.find(({ practitionerId }) => practitionerId === whom.practitionerId)?.needs ?? [];
  return caller.leadProfessional.propose({
    idempotencyKey,
    ...(consulted ? { consulted: { practitionerId: consulted.practitionerId, on: today } } : {}),
    planId: of.planId,
    version: planVersion,
    practitionerId: whom.practitionerId,
    reason: "Sees the family every week, and knows everybody on the plan",
    reasons: {
      ...Object.fromEntries(
        needs.filter(({ code }) => !without.includes(code)).map(({ code }) => [code, "It was talked over and agreed"]),
      ),
      ...reasons,
    },
    weighed: sheet
      .filter(({ from, code }) => from === "people" && !leaveBlank.includes(code))
      .map(({ code, of: whose, answer }) => ({
        criterion: code,
        words: "Talked over and written down",
        rating: answer === "yes-no" ? ("no" as const) : ("none" as const),
        evidence: "Since September",
        ...(whose === "candidate" ? { candidateId: whom.practitionerId } : {}),
      })),
  });
}

/** Whoever may enter the next stage enters it with its good outcome, until nobody is left to. Gives the order it went in. */
export async function agreeAll(
  of: TestCase,
  proposalId: string,
  most = 12,
  at: Date = aMonday,
): Promise<{ readonly order: readonly string[]; readonly last: ProposalView }> {
  const people: readonly TestPerson[] = [of.teacher, of.nurse, of.worker, of.head, of.helen, of.gary];
  const order: string[] = [];
  for (let steps = 0; steps < most; steps += 1) {
    const step = await nextStep(of, people, proposalId, at);
    if (step === undefined) break;
    const { person, view, stage } = step;
    order.push(stage.stage);
    const outcome =
      (["agreed", "done"] as const).find((one) => stage.may.outcomes.some(({ code }) => code === one)) ?? "done";
    await of.area.as(person, at).leadProfessional.recordStage({
      idempotencyKey: newId(),
      proposalId,
      version: view.version,
      stage: stage.stage,
      outcome,
      words: "It was talked over",
      ...(stage.may.evidenceNeededFor.includes(outcome) ? { evidence: "The note of the day" } : {}),
      ...(stage.may.asks.includes("held-on") ? { heldOn: localDate("2026-11-23") } : {}),
      ...(stage.may.asks.includes("participants")
        ? { participantIds: [of.teacher, of.nurse, of.worker, of.head].map(({ practitionerId }) => practitionerId) }
        : {}),
    });
  }
  const last = await of.area.as(of.teacher, at).leadProfessional.proposal({ proposalId });
  return { order, last };
}

async function nextStep(of: TestCase, people: readonly TestPerson[], proposalId: string, at: Date) {
  for (const person of people) {
    const view = await of.area
      .as(person, at)
      .leadProfessional.proposal({ proposalId })
      .catch(() => undefined);
    const stage =
      view?.state === "open" ? view.stages.find(({ may, kind }) => may.enter.may && kind.code !== "notice") : undefined;
    if (view && stage) return { person, view, stage };
  }
  return undefined;
}

/** The child's own copy of the plan, handed over. */
export async function handedOver(
  { area, teacher }: Pick<TestCase, "area" | "teacher">,
  { childId, planId }: Pick<TestCase, "childId" | "planId">,
): Promise<string> {
  const { copies } = area.as(teacher).consent;
  const asked = { planId, childId, recipient: { is: "child" as const }, way: "handed-over" as const };
  const { findings } = await copies.look(asked);
  const clearings = findings.map(({ key }) => ({ key, how: "out" as const }));
  const { hash } = await copies.look({ ...asked, clearings });
  const { sentCopyId } = await copies.send({
    ...asked,
    idempotencyKey: newId(),
    purpose: "It is theirs",
    basis: "their-own",
    clearings,
    hash,
  });
  return sentCopyId;
}

/** Somebody is still to tell the child who their named person is, and a letter that did went to them. */
export async function aLetterWent(
  { area, teacher }: Pick<TestCase, "area" | "teacher">,
  childId: string,
): Promise<{ readonly tellingId: string; readonly letterId: string }> {
  const tellingId = newId();
  await area.write(async (tx) => {
    const [named] = await tx.select().from(namedPerson).where(eq(namedPerson.childId, childId));
    await tx.insert(telling).values({
      ...{ areaId: area.areaId, tellingId, childId, about: "named-person", recipient: "child" },
      sourceId: named?.namedPersonId ?? "",
      recordedAt: aMonday.toISOString(),
    });
  });
  const { letters } = area.as(teacher).consent;
  const as = { tellingId, clearings: [], addressConfirmed: true, againConfirmed: false, nobodyNearConfirmed: true };
  const { findings } = await letters.look({ tellingId, way: "handed-over", clearings: [] });
  const clearings = findings.map(({ key }) => ({ key, how: "out" as const }));
  const { hash } = await letters.look({ tellingId, way: "handed-over", clearings });
  const { sentCopyId } = await letters.send({
    idempotencyKey: newId(),
    way: "handed-over",
    letters: [{ ...as, clearings, hash }],
  });
  if (sentCopyId === null) throw new Error("no letter went");
  return { tellingId, letterId: sentCopyId };
}

/** Child and family took part in making the plan, and agree to what is on it: as its documents ask before it is agreed. */
export async function heardOnPlan(
  { area, teacher }: Pick<TestCase, "area" | "teacher">,
  of: Pick<TestCase, "childId" | "planId">,
  at?: Date,
): Promise<void> {
  const { theirWord } = area.as(teacher, at).consent;
  const on = localDate("2026-11-23");
  const plan = { planId: of.planId, childId: of.childId };
  for (const whose of ["child", "family"] as const) {
    const word = { ...plan, whose, on };
    await theirWord.takingPart({
      ...word,
      idempotencyKey: newId(),
      part: "took-part",
      words: "Said what comes first.",
    });
    const { actions } = await theirWord.get(plan);
    if (actions.length > 0)
      await theirWord.agreement({
        ...word,
        idempotencyKey: newId(),
        how: "At the meeting",
        answers: actions.map(({ actionId }) => ({ actionId, answer: "agreed" as const })),
      });
  }
}
