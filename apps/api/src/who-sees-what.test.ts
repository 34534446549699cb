import { isAboutChild, localDate } from "@linchpin/domain";
import { rulebook } from "@linchpin/domain/rulebooks";
import { TRPCError } from "@trpc/server";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "./app-router.ts";
import { areasWith } from "./area-in-force.ts";
import type { Database } from "./db/database.ts";
import { aMonday, type TestPerson } from "./testing/area.ts";
import { testDatabase } from "./testing/database.ts";
import { type Known, samplesOf } from "./testing/hostile.ts";
import { aWholeWorld, procedures } from "./testing/whole-world.ts";
import { aPlanOf } from "./testing/work.ts";
import { callerOf } from "./trpc.ts";

/**
 * What each kind of person is answered by every question the product knows, about a child they are tied to and about
 * another of the same area. What they should be answered is written here by hand, from the permission tables of the
 * documents, and not from the table of acts.
 */

/** Their own things, for everybody at work but a light account. */
const ones = [
  ...["session.read", "session.list-own", "draft.read", "area.read", "rulebook.read", "today.read", "notice.read"],
  ...["duty.list-own", "known-child.read", "private-note.read", "received.read", "worry.pass-on"],
  "discussion.own.read",
  "sharing-agreement.read",
  "record-stage.read",
  "referral.route.read",
  "group.seats.read",
];
/** Beside that, for whoever works with children or manages those who do. */
const works = [
  ...["named-person.list-own", "named-person.before.list-own", "child.search", "lead-professional.list-own"],
  ...["supervision.own.read", "core-information.list-own", "arrival.list-own", "family-word.list-own"],
  ...["workload.own.read", "workforce.standing.read", "part.list-own", "telling.record", "ways-to-reach.keep"],
];
const manages = [
  ...["named-person.missing.read", "allocation.desk.read", "allocation.without-lead.read", "quality.figures.read"],
  ...[
    "workload.team.read",
    "workforce.register.read",
    "workforce.post.end",
    "session.staff.read",
    "access-review.read",
  ],
  ...["supervision.read", "supervision.arrange", "group.agenda.read"],
];
/** The whole record of a child, for those who answer for the child (HIG-30, HIG-35, HIG-106, HIG-134). */
const wholeRecord = [
  ...["child.read", "record.chronology.read", "record.who-looked.read", "record.decision.read", "concern.read"],
  ...[
    "consent.read",
    "plan.read",
    "part.read",
    "restriction.read",
    "lead-professional.ask",
    "named-person.history.read",
  ],
  ...["core-information.read", "health-check.read", "discussion.read", "referral.read", "family-word.read"],
  ...["people-around.read", "common-element.read", "sibling.read", "assessment.read", "reference.read"],
];

type Kind = {
  readonly who: string;
  /** Rows of the documents that give it. */
  readonly rows: string;
  /** What they read of the child they are tied to. */
  readonly own: readonly string[];
  /** What they read that is about no one child. */
  readonly lists: readonly string[];
  /** Of what they read, what belongs to the file of an agency that is not theirs (HIG-183). */
  readonly ofOtherAgencies?: readonly string[];
};
const kinds: readonly Kind[] = [
  {
    who: "health visitor",
    rows: "HIG-23, HIG-30, HIG-35, HIG-65, HIG-106",
    own: [...wholeRecord, "consent.send", "family-paper.print", "telling.record", "arrival.read", "arrival.enter"],
    lists: [...ones, ...works, "named-person.here.read"],
  },
  {
    who: "head teacher",
    rows: "HIG-23, HIG-57, HIG-70",
    own: [
      ...["child.read", "child.read-roll", "concern.read", "restriction.read", "named-person.history.read"],
      ...["family-paper.print", "telling.record", "core-information.read", "common-element.read"],
      ...["referral.read", "family-word.read", "arrival.read", "arrival.enter"],
    ],
    lists: [
      ...[...ones, ...works, ...manages, "roll.list", "roll-in.read", "named-person.arrangement.read", "worry.place"],
      "family-pack.list",
    ],
  },
  {
    who: "therapist on the plan",
    rows: "HIG-182, HIG-183, BOL-2.3",
    own: [...wholeRecord, "consent.send"],
    lists: [...ones, ...works, "named-person.here.read"],
    ofOtherAgencies: ["consent.item", "consent.released", "concern.get"],
  },
  {
    who: "youth worker with a light account",
    rows: "CWDC-3.10, CWDC-3.13b, RN-34, GIR-75",
    own: ["contribution.read"],
    lists: [
      ...["session.read", "session.list-own", "draft.read", "own-action.list", "referral.route.read"],
      "contribution.list-own",
    ],
  },
  {
    who: "team manager",
    rows: "CWDC-1.1a, WIG-D30, HIG-142, HIG-151",
    own: [...wholeRecord, "consent.open-copy", "arrival.read"],
    lists: [...ones, ...works, ...manages],
    ofOtherAgencies: ["consent.item", "consent.released", "concern.get"],
  },
  {
    who: "review officer",
    rows: "HIG-166, HIG-168, HIG-169",
    own: [
      "child.read",
      "record.chronology.read",
      "record.decision.read",
      "plan.read",
      "restriction.read",
      "named-person.history.read",
      ...["referral.read", "arrival.read", "family-word.read"],
    ],
    lists: [...ones, "part.list-own"],
  },
  { who: "quality auditor", rows: "HIG-166", own: ["plan.read", "referral.read"], lists: [...ones, "part.list-own"] },
  {
    who: "co-ordinator",
    rows: "HIG-158, HIG-161, HIG-180, WIG-D30",
    own: ["plan.read", "part.read", "referral.read"],
    lists: [
      ...ones,
      "child.search",
      "named-person.missing.read",
      "allocation.without-lead.read",
      "quality.figures.read",
      "part.list-own",
      "supervision.read",
      "group.agenda.read",
      "worry.place",
      "ways-to-reach.keep",
      "holiday-contact.keep",
      "senior-manager.read",
      "departure.ask",
      "child-index.read",
    ],
  },
  {
    who: "strategic manager",
    rows: "CWDC-1.1a, WIG-D30, HIG-144",
    own: [],
    lists: [
      ...ones,
      "quality.figures.read",
      "supervision.figures.read",
      "senior-manager.read",
      "departure.ask",
      "departure.decide",
    ],
  },
  {
    who: "director",
    rows: "WIG-9.1.1, WIG-D30, CWDC-1.1a",
    own: [],
    lists: [...ones, "quality.figures.read", "senior-manager.read", "departure.ask", "departure.decide"],
  },
  { who: "chief officer", rows: "WIG-9.2.1", own: [], lists: [...ones, "senior-manager.read"] },
  { who: "lead member", rows: "WIG-9.1.1, WIG-D30", own: [], lists: [...ones, "quality.figures.read"] },
  {
    who: "privacy officer",
    rows: "HIG-182",
    own: [],
    lists: [...ones, "emergency.list", "block.list", "sealing.read", "record.looks.read"],
  },
];

type Answer = "allowed" | "refused" | "unknown";
let database: Database;
let people: Readonly<Record<string, TestPerson>>;
let known: Known;
let other: { readonly childId: string; readonly planId: string };

beforeAll(async () => {
  database = await testDatabase();
  const world = await aWholeWorld(database, "highland");
  const { area, agencies, helen, childId, planId } = world.of;
  const of = (role: string) => world.people.find((person) => person.role === role);
  const add = (name: string, role: Parameters<typeof area.addPractitioner>[0]["role"]) =>
    area.addPractitioner({ name, agencyId: agencies.health, ...(role ? { role } : {}) });
  const headTeacher = await area.addPractitioner({ name: "Ishbel Rae", agencyId: agencies.education, role: "head" });
  const therapist = await add("Ms Orr", undefined);
  await area.relate(therapist, childId, "plan-practitioner");
  await area.relate(headTeacher, childId, "head");
  const auditor = await add("Bel Orr", "quality-auditor");
  const coordinator = await add("M. Grant", "coordinator");
  const give = { idempotencyKey: "", childId, planId, why: "Asked for", lastDay: localDate("2026-12-18") };
  await area
    .as(helen)
    .parts.give({ ...give, idempotencyKey: newId(), practitionerId: auditor.practitionerId, part: "quality-auditor" });
  await area
    .as(helen)
    .parts.give({ ...give, idempotencyKey: newId(), practitionerId: coordinator.practitionerId, part: "coordinator" });
  const nobody = await add("Nan Other", "team-manager");
  const unknownChild = await area.addChild({ givenName: "Juniper", familyName: "Quaid" });
  other = { childId: unknownChild, planId: await aPlanOf(area, nobody, { children: [unknownChild] }) };
  const { steps } = await area.as(world.of.teacher).record.chronology({ childId });
  // that a lead is needed is no agency's own file, as what is owed of a share is
  const needed = steps.filter(({ title }) => title.endsWith("lead professional is needed"));
  known = { ...world.known, decisionId: needed.flatMap((step) => step.decisionId ?? []) };
  const must = (person: TestPerson | undefined) => {
    if (person === undefined) throw new Error("the world lacks somebody");
    return person;
  };
  people = {
    "health visitor": world.of.teacher, // the named person, whose post is a practitioner's
    "head teacher": headTeacher,
    "therapist on the plan": therapist,
    "youth worker with a light account": must(of("light")),
    "team manager": helen,
    "review officer": must(of("review-officer")),
    "quality auditor": auditor,
    "co-ordinator": coordinator,
    "strategic manager": await add("Helen Voe", "strategic-manager"),
    director: must(of("director")),
    "chief officer": must(of("chief-officer")),
    "lead member": must(of("lead-member")),
    "privacy officer": must(of("privacy-officer")),
  };
}, 120_000);
afterAll(() => database.close());

const queries = procedures.flatMap(([path, { _def }]) =>
  _def.type === "query" && _def.meta ? [{ path, act: _def.meta.act, schema: _def.inputs?.[0] }] : [],
);

const callerFor = (who: TestPerson) =>
  callerOf(appRouter)({
    database,
    areaOf: areasWith(rulebook),
    clock: () => aMonday,
    requestId: newId(),
    who,
    session: undefined,
  });

async function answer(path: string, who: TestPerson, input: unknown): Promise<Answer> {
  const caller = callerFor(who);
  const call = path.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).then(
    () => "allowed",
    (error: unknown) => {
      if (!(error instanceof TRPCError)) throw error;
      return error.code === "FORBIDDEN" ? "refused" : error.code === "NOT_FOUND" ? "unknown" : "allowed";
    },
  );
}

/** Lists of what there is to tell the families of one's own children, and of the letters to them: of another child they have nothing. */
const ofOnesOwnChildren = ["namedPerson.toTell", "consent.letters.run"];

const isAboutOther = (sample: unknown): sample is object =>
  typeof sample === "object" && sample !== null && ("childId" in sample || "planId" in sample);

/** The best of what somebody is answered, however the question is put. */
async function bestAnswer(path: string, who: TestPerson, samples: readonly unknown[]): Promise<Answer> {
  let best: Answer = "refused";
  for (const sample of samples.slice(0, 4)) {
    const one = await answer(path, who, sample);
    if (one === "allowed") return one;
    if (one === "unknown") best = one;
    else if (best === "refused") return one; // refused by post or part: another way of asking changes nothing
  }
  return best;
}

describe.each(kinds)("$rows: a $who", ({ who, own, lists, ofOtherAgencies = [] }) => {
  test("has nothing to tell the family of a child who is not theirs", async () => {
    const person = people[who] as TestPerson;
    if (!lists.includes("telling.record")) return;
    const told = await callerFor(person).namedPerson.toTell({ childId: other.childId });
    expect("tellings" in told ? told.tellings : []).toEqual([]);
    const { ready, oneByOne, without } = await callerFor(person).consent.letters.run({
      childId: other.childId,
      way: "post",
    });
    expect([ready, oneByOne, without]).toEqual([[], [], []]);
  });

  test("is answered what the documents give them of the child they are tied to, and nothing of another", async () => {
    const person = people[who] as TestPerson;
    const wrong: string[] = [];
    let cells = 0;
    for (const { path, act, schema } of queries) {
      const about = isAboutChild(act) && !ofOnesOwnChildren.includes(path);
      const samples =
        schema === undefined ? [undefined] : samplesOf(schema, known).filter((one) => schema.safeParse(one).success);
      const got = await bestAnswer(path, person, samples);
      const should = (about ? own : lists).includes(act) && !ofOtherAgencies.includes(path);
      cells += 1;
      // what is about nobody in particular may still name a thing that is not theirs
      if (should ? got === "refused" || (about && got === "unknown") : got === "allowed")
        wrong.push(`${path} (${act}): ${got}`);
      if (!about && !should && got !== "refused") wrong.push(`${path} (${act}): ${got}, not refused`);
      for (const sample of samples.slice(0, 2).filter(isAboutOther)) {
        cells += 1;
        const ofOther = {
          ...sample,
          ...("childId" in sample ? { childId: other.childId } : {}),
          ...("planId" in sample ? { planId: other.planId } : {}),
        };
        const gotOther = await answer(path, person, ofOther);
        const nowhere = {
          ...sample,
          ...("childId" in sample ? { childId: newId() } : {}),
          ...("planId" in sample ? { planId: newId() } : {}),
        };
        if (about && gotOther === "allowed") wrong.push(`${path} (${act}) of another child: allowed`);
        if (about && gotOther !== (await answer(path, person, nowhere)))
          wrong.push(`${path} (${act}): another child is told from none`);
      }
    }
    console.info(`${who}: ${cells} cells, wrong ${wrong.length}`);
    expect(wrong).toEqual([]);
  }, 240_000);
});
