import {
  ageOn,
  type ConcernTouches,
  type JoinsAndReads,
  type JoinsPlan,
  type LocalDate,
  type Post,
  type SaidView,
  type SharedByJoining,
  type Told,
} from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { child } from "../db/schema/child.ts";
import { at } from "./days.ts";
import type { Caller, World } from "./world.ts";

type Concern = Awaited<ReturnType<Caller["concern"]["record"]>>;

export const said = (words: string, how = "In a quiet room, with somebody they know"): SaidView => ({
  asked: "given",
  words,
  how,
});
export const notYetAsked: SaidView = { asked: "not-yet" };
const told = (on: LocalDate, how: string): Told => ({ told: "yes", on, how });

/** Something noticed: who wrote it down, on which day, and what the child and the family said. */
export const notice = (
  world: World,
  of: {
    readonly childId: string;
    readonly by: string;
    readonly on: LocalDate;
    readonly noticed: string;
    readonly touches: readonly ConcernTouches[];
    readonly child?: SaidView;
    readonly family?: SaidView;
    readonly raisedBy?: string;
  },
): Promise<Concern> =>
  world.as(of.by, at(of.on, "15:20")).concern.record({
    idempotencyKey: newId(),
    childId: of.childId,
    noticedOn: of.on,
    noticed: of.noticed,
    touches: [...of.touches],
    childsView: of.child ?? notYetAsked,
    familysView: of.family ?? notYetAsked,
    ...(of.raisedBy === undefined ? {} : { raisedBy: of.raisedBy }),
  });

type Decided = { readonly by: string; readonly on: LocalDate; readonly reason: string };

const decision = ({ concernId, version }: Concern, { on, reason }: Decided) => ({
  idempotencyKey: newId(),
  concernId,
  version,
  reason,
  childTold: told(on, "Face to face"),
  familyTold: told(on, "By phone"),
});

export const nothingMore = (world: World, concern: Concern, of: Decided): Promise<Concern> =>
  world.as(of.by, at(of.on, "11:05")).concern.decide({ ...decision(concern, of), outcome: "nothing-more" });

export const ownHelp = (world: World, concern: Concern, of: Decided & { readonly help: string }): Promise<Concern> =>
  world
    .as(of.by, at(of.on, "11:05"))
    .concern.decide({ ...decision(concern, of), outcome: "own-agency-help", help: of.help });

export type Helper = {
  readonly who: string;
  readonly posts?: readonly Post[];
  readonly relationship?: string;
  readonly basedInSchool?: boolean;
  /** The day they start, for somebody who does not work with the child yet. */
  readonly startsOn?: LocalDate;
};

export const joining = (
  world: World,
  { who, posts = ["practitioner-on-the-team"], relationship, basedInSchool = false, startsOn }: Helper,
): JoinsPlan => ({
  practitionerId: world.person(who).practitionerId,
  posts: [...posts],
  involvement: startsOn === undefined ? "involved" : "about-to-start",
  basedInSchool,
  ...(startsOn === undefined ? {} : { startsOn }),
  ...(relationship === undefined ? {} : { relationship }),
});

/** What was answered when one more person was to read the plan: a child of 12 or over is asked, and of a younger one a parent. */
export async function agreedToReading(
  world: World,
  childId: string,
  { on, purpose }: { readonly on: LocalDate; readonly purpose?: string },
): Promise<SharedByJoining> {
  const [found] = await world.write((tx) =>
    tx.select({ bornOn: child.bornOn }).from(child).where(eq(child.childId, childId)),
  );
  const isAsked = found?.bornOn != null && ageOn(found.bornOn, on) >= 12;
  return {
    purpose: purpose ?? "So that everybody who helps works to one plan",
    basis: "consent",
    isPartOfAnswer: false,
    answered: {
      ...(isAsked ? { answeredBy: "child" } : { answeredBy: "parent-or-carer", answeredByName: "Their mother" }),
      answer: "given",
      form: "written",
      understanding: "understands",
      understandingWords: "Said back who reads the plan, and what for.",
      from: on,
      ends: { is: "open" },
    },
    childTold: told(on, "Face to face"),
    familyTold: told(on, "By phone"),
  };
}

/** Another agency is needed: a plan opens with whoever helps. Gives the plan's id. */
export async function anotherAgency(
  world: World,
  concern: Concern,
  of: Decided & {
    readonly manager: string;
    readonly leadDecision: "become-lead" | "appoint-another";
    readonly route?: "evidence-from-universal-services" | "specialist-within-universal-services" | "safety-or-statute";
    readonly helpers: readonly Helper[];
  },
): Promise<string> {
  const waiting = world.plan.editionId === "bolton" ? of.helpers.filter(({ startsOn }) => startsOn !== undefined) : [];
  const agencyOf = (who: string) => world.plan.people[who]?.agency;
  const reading = new Set([agencyOf(of.by)]);
  const practitioners: JoinsAndReads[] = [];
  for (const helper of of.helpers.filter((one) => !waiting.includes(one))) {
    const isNew = !reading.has(agencyOf(helper.who));
    reading.add(agencyOf(helper.who));
    const sharing = isNew ? { sharing: await agreedToReading(world, concern.childId, of) } : {};
    practitioners.push({ ...joining(world, helper), ...sharing });
  }
  const decided = await world.as(of.by, at(of.on, "11:05")).concern.decide({
    ...decision(concern, of),
    outcome: "another-agency-needed",
    help: "Each of them goes on with their own part; the family is visited this week.",
    manager: { practitionerId: world.person(of.manager).practitionerId, on: of.on },
    leadDecision: of.leadDecision,
    route: of.route ?? "evidence-from-universal-services",
    practitioners,
  });
  const planId = decided.decided?.planId;
  if (planId === undefined) throw new Error("a concern that needs another agency opened no plan");
  for (const helper of waiting) await invite(world, planId, concern.childId, helper, of);
  return planId;
}

/** A service that is to start: the family is asked, agrees, and somebody of it is put on the plan (BOL-4.14). */
async function invite(
  world: World,
  planId: string,
  childId: string,
  helper: Helper,
  { by, on }: Pick<Decided, "by" | "on">,
): Promise<void> {
  const { agencies, people } = world.plan;
  const service = agencies[people[helper.who]?.agency ?? ""]?.kind;
  if (service === undefined) throw new Error(`the plan of the area has no agency of "${helper.who}"`);
  const { consent, plan } = world.as(by, at(on, "11:40"));
  await consent.services.record({
    idempotencyKey: newId(),
    childId,
    service,
    answer: "agreed",
    answeredBy: "parent-or-carer",
    on,
    how: "By phone",
  });
  await plan.addPractitioner({
    idempotencyKey: newId(),
    planId,
    practitioner: joining(world, helper),
    sharing: [{ ...(await agreedToReading(world, childId, { on })), childId }],
  });
}
