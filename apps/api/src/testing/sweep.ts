import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "../db/database.ts";
import {
  accessBlock,
  childAccess,
  heldFromList,
  partGiven,
  restriction,
  restrictionReader,
} from "../db/schema/access.ts";
import { carer, childAddress } from "../db/schema/child.ts";
import { decision } from "../db/schema/record.ts";
import { refusalIn } from "../errors.ts";
import { released } from "../trpc.ts";
import { aMonday, aTestArea, type TestPerson } from "./area.ts";
import { call, codeOfThrown } from "./call.ts";
import { type Known, samplesOf } from "./hostile.ts";
import { type Line, oracle, otherFilesAreClosedTo, type Part, parts, type Role, roles } from "./oracle.ts";
import { undoing } from "./undoing.ts";
import { aWholeWorld, procedures } from "./whole-world.ts";

/** How somebody stands to the child: by one part, or by what once was, is not yet, or is kept from them. */
export const situations = [
  ...parts.map((part) => `own, as ${part}` as const),
  "the team's",
  "another team's",
  "another agency's",
  "another area's",
  "where they are is kept",
  "held back",
  "ended, the second after",
  "not begun, the second before",
] as const;
export type Situation = (typeof situations)[number];

/** The part that goes with a post. Where none does, that of a named person: the post is to hold by itself. */
const usual: Readonly<Partial<Record<Role, Part>>> = {
  head: "head",
  "team-manager": "line-manager",
  "service-manager": "line-manager",
  "record-keeper": "record-keeper",
  coordinator: "coordinator",
  "review-officer": "review-officer",
  "quality-auditor": "quality-auditor",
};

/** The parts that somebody holds at the moment of asking. */
const held = (situation: Situation, role: Role): readonly Part[] => {
  if (situation.startsWith("own, as ")) return [situation.slice("own, as ".length) as Part];
  return situation === "where they are is kept" ? [usual[role] ?? "named-person"] : [];
};

const now = aMonday.toISOString();
const justAfter = new Date(aMonday.getTime() + 1).toISOString();
const lately = "2026-11-02T00:00:00.000Z";

const forATime = ["review-officer", "forum-member", "quality-auditor", "coordinator"] as const;
const isForATime = (part: Part): part is (typeof forATime)[number] => (forATime as readonly Part[]).includes(part);

const address = { line1: "9 Kept Lane", town: "Keptham", postcode: "IV9 9ZZ" };
const adult = { name: "Orla Keptwell", phone: "01632 960999", email: "orla@kept.example" };
/** What says where a child is. A school's office and its head know where their own children are. */
const whereabouts = [...Object.values(address), ...Object.values(adult)];

/** What a teacher wrote down as a concern, and what child and family said of it. */
const wordsOfConcern = [
  "Hard to settle after lunch",
  "It is too loud",
  "A quiet place after lunch",
  "She does not sleep",
];

type Case = {
  readonly areaId: string;
  readonly known: Known;
  /** What nobody may read who may not see the child. */
  readonly canaries: readonly string[];
  readonly theirIds: ReadonlySet<string>;
  readonly person: (role: Role, situation: Situation) => Promise<TestPerson>;
};

/** A case with something in it for every procedure, and somebody of each role in each situation to it, made when asked for. */
async function aSweptCase(database: Database, edition: string, isKept: boolean): Promise<Case> {
  const world = await aWholeWorld(database, edition);
  const { area, agencies, teacher, nurse, childId, planId } = world.of;
  const elsewhere = await aTestArea(database, { edition });
  const away = await elsewhere.addAgency("education");
  /** Of whom nobody is named for the child, leads or is turned to: its managers read nothing with them. */
  const withNobody = await area.addAgency("housing", "Housing");
  const [here, there] = [
    await area.addTeam(agencies.health, "Swept team"),
    await area.addTeam(agencies.health, "Far team"),
  ];
  const asTeacher = area.as(teacher);
  await area.addStatus(childId, teacher, { kind: "child-in-need", during: { from: localDate("2026-11-02") } });
  const at = { areaId: area.areaId, childId, recordedAt: now };
  const [restrictionId, partId, heldId] = [newId(), newId(), newId()];
  const aPart = {
    why: "For the review",
    during: { from: lately },
    lastDay: localDate("2026-12-18"),
    givenBy: teacher.practitionerId,
  };
  await area.write(async (tx) => {
    await tx.insert(childAddress).values({ ...at, addressId: newId(), ...address });
    await tx.insert(carer).values({ ...at, carerId: newId(), ...adult, position: "1" });
    await tx.insert(restriction).values({
      ...at,
      restrictionId,
      ...(isKept
        ? { kind: "whereabouts" as const, safeContact: { name: "Gail Moor", phone: "01632 960112" } }
        : { kind: "contact-risk" as const, adult: "Denzil Riskwell" }),
      ownerId: teacher.practitionerId,
      reason: "An order of the court",
      reviewOn: localDate("2027-02-01"),
      during: { from: now },
      recordedBy: teacher.practitionerId,
    });
    await tx.insert(restrictionReader).values({
      ...at,
      readerId: newId(),
      restrictionId,
      practitionerId: nurse.practitionerId,
      because: "Visits the family",
      during: { from: now },
      recordedBy: teacher.practitionerId,
    });
    await tx.insert(heldFromList).values({
      areaId: area.areaId,
      heldId,
      childId,
      establishmentId: world.school,
      given: { carers: [{ name: adult.name, relationship: "not-recorded" }] },
      givenBy: nurse.practitionerId,
      givenAt: now,
    });
    await tx
      .insert(partGiven)
      .values({ ...at, ...aPart, partId, part: "review-officer", practitionerId: nurse.practitionerId });
  });
  const withAction = await asTeacher.plan.addAction({
    idempotencyKey: newId(),
    planId,
    childId,
    what: "A walk each morning with Quillon",
    outcome: "Settles after lunch",
    ownerId: nurse.practitionerId,
    dueOn: localDate("2026-12-23"),
  });
  const shown = JSON.stringify(withAction);
  const idsCalled = (name: string, of: string) =>
    [...of.matchAll(new RegExp(`"${name}":"([0-9a-f-]{36})"`, "g"))].map(([, id]) => id ?? "");
  const [proposalId = ""] = (world.known.proposalId ?? []).map(String);
  const { stages } = await asTeacher.leadProfessional.proposal({ proposalId });
  const [chronology, statuses, duties] = [
    JSON.stringify(await asTeacher.record.chronology({ childId })),
    JSON.stringify(await asTeacher.people.legalStatus.list({ childId })),
    JSON.stringify(await asTeacher.record.duties({ whose: "mine" })),
  ];
  // that a lead is needed is no agency's own file, as what is owed of a share is
  const needed = await area.write((tx) =>
    tx
      .select({ decisionId: decision.decisionId })
      .from(decision)
      .where(and(eq(decision.childId, childId), eq(decision.question, "lead-professional.needed")))
      .limit(1),
  );
  const known: Known = {
    ...world.known,
    actionId: idsCalled("actionId", shown).slice(0, 1),
    planPractitionerId: idsCalled("planPractitionerId", shown).slice(0, 1),
    legalStatusId: idsCalled("legalStatusId", statuses).slice(0, 1),
    decisionId: needed.map(({ decisionId }) => decisionId),
    dutyId: idsCalled("dutyId", duties).slice(0, 1),
    ticked: idsCalled("entryId", chronology).slice(0, 1),
    unticked: idsCalled("entryId", chronology).slice(0, 1),
    stage: stages.slice(0, 1).map(({ stage }) => stage),
    hash: ["a".repeat(64)],
    restrictionId: [restrictionId],
    heldId: [heldId],
    partId: [partId],
  };
  const theirs = [
    "childId",
    "planId",
    "concernId",
    "proposalId",
    "itemId",
    "consentId",
    "releaseId",
    "actionId",
    "contributorId",
    "planPractitionerId",
    "legalStatusId",
    "decisionId",
    "dutyId",
    "ticked",
    "restrictionId",
    "heldId",
    "partId",
    "requestId",
    "sentCopyId",
    "tellingId",
    "letterId",
    "noteId",
    "worryId",
    "shareId",
    "groupItemId",
    "eventId",
    "milestoneId",
    "entryId",
    "linkId",
    "holdId",
  ];
  const theirIds = new Set(theirs.flatMap((key) => (known[key] ?? []).map(String)));
  const made = new Map<string, Promise<TestPerson>>();
  const agencyOf = (role: Role, situation: Situation): string => {
    if (held(situation, role).some((part) => part === "line-manager" || part === "head")) return withNobody;
    return situation === "another agency's" ? agencies.socialWork : agencies.health;
  };
  const make = async (role: Role, situation: Situation): Promise<TestPerson> => {
    if (situation === "another area's")
      return elsewhere.addPractitioner({ name: `Away ${role}`, agencyId: away, role });
    const person = await area.addPractitioner({
      name: `${role} ${situation}`,
      agencyId: agencyOf(role, situation),
      teamId: situation === "another team's" ? there : here,
      role,
    });
    const { practitionerId } = person;
    /** The part, and the row it comes from where it was given for a time. */
    const relate = (part: Part, during: { from: string; until?: string }) =>
      area.write(async (tx) => {
        const sourceId = newId();
        if (isForATime(part))
          await tx.insert(partGiven).values({ ...at, ...aPart, partId: sourceId, practitionerId, part, during });
        await tx
          .insert(childAccess)
          .values({ ...at, accessId: newId(), practitionerId, basis: part, sourceId, during });
      });
    if (situation === "held back")
      await area.write((tx) =>
        tx.insert(accessBlock).values({
          ...at,
          blockId: newId(),
          practitionerId,
          because: "declared",
          tie: "niece-or-nephew",
          during: { from: lately },
        }),
      );
    for (const part of held(situation, role)) await relate(part, { from: lately });
    for (const part of parts) {
      if (situation === "held back") await relate(part, { from: lately });
      if (situation === "ended, the second after") await relate(part, { from: lately, until: now });
      if (situation === "not begun, the second before") await relate(part, { from: justAfter });
    }
    return person;
  };
  const person = (role: Role, situation: Situation) => {
    const key = `${role} ${situation}`;
    const found = made.get(key) ?? make(role, situation);
    made.set(key, found);
    return found;
  };
  const canaries = [
    childId,
    planId,
    "Ashdown",
    ...wordsOfConcern,
    "Ana Lind",
    "Quillon",
    "Wheatear",
    "Thrumsett",
    ...whereabouts,
  ];
  return { areaId: area.areaId, known, canaries, theirIds, person };
}

export type Cell = { readonly path: string; readonly role: Role; readonly situation: Situation };

/** Every procedure, as every role, in every situation. */
export const everyCell: readonly Cell[] = procedures.flatMap(([path]) =>
  roles.flatMap((role) => situations.map((situation) => ({ path, role, situation }))),
);

export type Sweep = {
  /** How long a procedure takes to say that somebody's child, and a child of nobody, is not there: in milliseconds. */
  readonly time: (path: string) => Promise<{ readonly real: number; readonly madeUp: number }>;
  /** Gives what is wrong with a cell; undefined when it is as the oracle has it. */
  readonly ask: (cell: Cell) => Promise<string | undefined>;
};

type Answer = { readonly is: "answered" | "refused"; readonly text: string; readonly why: string };

/** Two cases, one of which keeps where the child is, for cells to be asked of. */
export async function aSweep(database: Database, edition = "highland"): Promise<Sweep> {
  const [open, kept] = [await aSweptCase(database, edition, false), await aSweptCase(database, edition, true)];
  const on = undoing(database);
  const asked = async (who: TestPerson, path: string, input: unknown): Promise<Answer> =>
    call(on, who, path, input).then(
      (answer) => ({ is: "answered" as const, text: JSON.stringify(answer) ?? "", why: "" }),
      (error: unknown) => {
        const refusal = refusalIn(error);
        const why = JSON.stringify([codeOfThrown(error), refusal && released(refusal)]);
        return { is: "refused" as const, text: why, why };
      },
    );
  const nothingThere = new Map<string, Promise<Answer>>();
  const ask = async ({ path, role, situation }: Cell): Promise<string | undefined> => {
    const line = oracle[path];
    if (line === undefined) return "the oracle has no line for it";
    const of = situation === "where they are is kept" ? kept : open;
    const who = await of.person(role, situation);
    const input = inputOf(path, of.known);
    const answer = await asked(who, path, input);
    if (answer.why.includes("a fault of ours")) return answer.why;
    const expected = expectedOf(line, role, situation);
    const leaked = mayShow(line, expected, { role, situation, of }).filter((canary) => answer.text.includes(canary));
    if (leaked.length > 0) return `leaks ${leaked.join(", ")}`;
    const key = `${of.areaId} ${path} ${role}`;
    const ofNobody = () => {
      const found = nothingThere.get(key) ?? asked(who, path, madeUp(input, of.theirIds));
      nothingThere.set(key, found);
      return found;
    };
    return differs(path, expected, answer, ofNobody);
  };
  const time: Sweep["time"] = async (path) => {
    const who = await open.person("practitioner", "another team's");
    const input = inputOf(path, open.known);
    const lasting = async (of: unknown) => {
      const began = performance.now();
      await call(database, who, path, of).catch(() => undefined);
      return performance.now() - began;
    };
    return { real: await lasting(input), madeUp: await lasting(madeUp(input, open.theirIds)) };
  };
  return { ask, time };
}

const median = (of: readonly number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

/** For some doors to a child: the median of many alternating asks of one who is not theirs, as a part of that of nobody. */
export async function timesTold({ time }: Sweep, many: number) {
  const told: { readonly path: string; readonly ratio: number }[] = [];
  for (const path of ["people.child", "plan.get", "concern.get", "record.chronology", "leadProfessional.proposal"]) {
    const [real, nobody]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < many; turn += 1) {
      const taken = await time(path);
      real.push(taken.real);
      nobody.push(taken.madeUp);
    }
    told.push({ path, ratio: median(real) / median(nobody) });
  }
  return told;
}

type Expected = "not with this post" | "nothing there" | "not with this part" | "kept from them" | "open";

const knowsWhere = (of: readonly Part[]) => of.some((part) => part === "head" || part === "record-keeper");
const isWhereKept = (situation: Situation, of: readonly Part[]) =>
  situation === "where they are is kept" && !knowsWhere(of);

const expectedOf = (line: Line, role: Role, situation: Situation): Expected => {
  const of = held(situation, role);
  if (!line.roles.includes(role)) return "not with this post";
  if (line.parts === undefined) return "open";
  if (of.length === 0 || line.isAnothers) return "nothing there";
  if (line.mayTellWhere && isWhereKept(situation, of)) return "kept from them";
  if (!line.parts.some((part) => of.includes(part))) return "not with this part";
  return of.every((part) => line.isOfAnotherAgencyTo?.includes(part)) ? "kept from them" : "open";
};

/** The canaries that an answer may not hold. */
function mayShow(
  line: Line,
  expected: Expected,
  { role, situation, of }: { readonly role: Role; readonly situation: Situation; readonly of: Case },
): readonly string[] {
  const isTied = held(situation, role).length > 0;
  if (expected !== "open" || line.names === "nobody") return of.canaries;
  if (line.names === "area" && situation !== "another area's" && situation !== "held back") return whereabouts;
  if (!isTied) return of.canaries;
  const mine = held(situation, role);
  return [
    ...(mine.every((part) => otherFilesAreClosedTo.includes(part)) ? wordsOfConcern : []),
    ...(isWhereKept(situation, mine) ? whereabouts : []),
  ];
}

async function differs(
  path: string,
  expected: Expected,
  answer: Answer,
  ofNobody: () => Promise<Answer>,
): Promise<string | undefined> {
  const isPost = answer.why.includes("Your post cannot");
  const isPart = answer.why.includes("Your part in this child's care");
  const isNothing = answer.why.startsWith('["NOT_FOUND"');
  const got = answer.is === "answered" ? "an answer" : answer.why;
  const type = procedures.find(([one]) => one === path)?.[1]._def.type;
  switch (expected) {
    case "not with this post":
      return isPost ? undefined : `is not for this post, and gives ${got}`;
    case "not with this part":
      // what is in another agency's file is not there, before anybody asks by what part
      return isPart || (isNothing && oracle[path]?.isOfAnotherAgencyTo)
        ? undefined
        : `is not for this part, and gives ${got}`;
    case "kept from them":
      return isNothing ? undefined : `is kept from them, and gives ${got}`;
    case "nothing there": {
      const nobody = await ofNobody();
      if (answer.why !== nobody.why || answer.is !== nobody.is)
        return `tells ${got} from ${nobody.why}, of nobody at all`;
      return answer.is === "refused" ? undefined : "answers about a child who is not theirs";
    }
    default: {
      if (isPost || isPart) return `is for them, and gives ${got}`;
      const isAbout = oracle[path]?.parts !== undefined;
      if (isAbout && isNothing) return `is for them, and finds nothing: ${got}`;
      return isAbout && type === "query" && answer.is === "refused"
        ? `is for them to read, and gives ${got}`
        : undefined;
    }
  }
}

/** An item of a kind: there is a concern to share here. */
const isOfAConcern = (input: unknown): boolean =>
  typeof input === "object" && input !== null && "itemId" in input && "kind" in input && input.kind === "concern";

const inputs = new WeakMap<Known, Map<string, unknown>>();

/** The first input a procedure's schema takes, about the case. */
function inputOf(path: string, known: Known): unknown {
  const of = inputs.get(known) ?? new Map<string, unknown>();
  inputs.set(known, of);
  if (!of.has(path)) {
    const schema = procedures.find(([one]) => one === path)?.[1]._def.inputs?.[0];
    const fitting =
      schema === undefined ? [undefined] : samplesOf(schema, known).filter((one) => schema.safeParse(one).success);
    if (fitting.length === 0)
      throw new Error(`no input that ${path} takes could be made: see known in the whole world`);
    of.set(path, fitting.find(isOfAConcern) ?? fitting[0]);
  }
  return of.get(path);
}

/** The same input about what is not there: every id of the case's own is one that nobody has. */
function madeUp(input: unknown, theirIds: ReadonlySet<string>): unknown {
  if (typeof input === "string") return theirIds.has(input) ? newId() : input;
  if (Array.isArray(input)) return input.map((one) => madeUp(one, theirIds));
  if (typeof input !== "object" || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, one]) => [key, madeUp(one, theirIds)]));
}

/** The figures in one line. */
export const saidOf = (on: string, cells: number, wrong: readonly string[]): string =>
  `sweep on ${on}: ${cells} cells (${procedures.length} procedures, ${roles.length} roles, ${situations.length} situations), ` +
  `leaks ${wrong.filter((one) => one.includes("leaks")).length}, other differences ${wrong.filter((one) => !one.includes("leaks")).length}`;
