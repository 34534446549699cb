import { type Act, deniedBecause, localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "../app-router.ts";
import { areaInForce } from "../area-in-force.ts";
import { rowsOf } from "../db/asked.ts";
import type { Database } from "../db/database.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import { createLog } from "../log.ts";
import { aMonday } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { callerOf } from "../trpc.ts";
import { demonstrationAreas, isEmpty, isHalfMade } from "./made.ts";
import { seedDemonstration } from "./seed.ts";
import type { Caller } from "./world.ts";

const callerFor = callerOf(appRouter);
let database: Database;
let everybody: readonly Visitor[];

type Visitor = { readonly name: string; readonly area: string; readonly role: string; readonly call: Caller };

beforeAll(async () => {
  database = await testDatabase();
  expect(await isEmpty(database)).toBe(true);
  await seedDemonstration(database, () => aMonday, createLog("silent"));
  const people = await database.demonstrationPeople("2026-11-23");
  everybody = await Promise.all(people.map(({ subject }) => visitor(subject)));
}, 300_000);
afterAll(() => database.close());

/** The product as somebody of the demonstration calls it, signed in the way the session would have it. */
async function visitor(subject: string): Promise<Visitor> {
  const [who] = await database.postsFor(demonstrationIssuer, subject, "2026-11-23");
  if (!who) throw new Error(`${subject} has no post`);
  const context = { database, areaOf: areaInForce, clock: () => aMonday, requestId: "a-test", session: undefined };
  return { name: who.practitionerName, area: who.areaName, role: who.role, call: callerFor({ ...context, who }) };
}

const named = (name: string): Visitor => {
  const found = everybody.find((one) => one.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const may = (act: Act, { role }: Visitor) => deniedBecause(act, role, ["any relation"])?.why !== "role";

/** The lists that open a portal, each with the act it needs; how many rows it shows. */
const lists: readonly { readonly list: string; readonly act: Act; readonly rows: (call: Caller) => Promise<number> }[] =
  [
    { list: "duties", act: "duty.list-own", rows: async (call) => (await call.record.duties({})).duties.length },
    { list: "notices", act: "notice.read", rows: async (call) => (await call.record.notices({})).notices.length },
    { list: "rulebook", act: "rulebook.read", rows: async (call) => (await call.area.rulebook({})).questions.length },
    {
      list: "children",
      act: "named-person.list-own",
      rows: async (call) => (await call.namedPerson.mine({})).children.length,
    },
    {
      list: "waiting",
      act: "lead-professional.list-own",
      rows: async (call) => (await call.leadProfessional.waitingForMe({})).waiting.length,
    },
    {
      list: "leading",
      act: "lead-professional.list-own",
      rows: async (call) => (await call.leadProfessional.mine({})).plans.length,
    },
    {
      list: "desk",
      act: "allocation.desk.read",
      rows: async (call) => (await call.leadProfessional.desk({})).waiting.length,
    },
    {
      list: "without a lead",
      act: "allocation.without-lead.read",
      rows: async (call) => (await call.leadProfessional.withoutLead({})).plans.length,
    },
    {
      list: "emergencies to look at",
      act: "emergency.list",
      rows: async (call) => (await call.access.emergency.list({ show: "waiting" })).openings.length,
    },
    {
      list: "emergencies that were looked at",
      act: "emergency.list",
      rows: async (call) => (await call.access.emergency.list({ show: "reviewed" })).openings.length,
    },
    {
      list: "records held back",
      act: "block.list",
      rows: async (call) => (await call.access.heldBack.list({ show: "in-force" })).blocks.length,
    },
    ...(
      ["without-relation", "emergency", "same-name-or-home", "out-of-hours", "found-nobody", "without-part"] as const
    ).map((kind) => ({
      list: `the week's looks: ${kind}`,
      act: "record.looks.read" as const,
      rows: async (call: Caller) =>
        (await call.record.looksOfWeek({ week: localDate("2026-11-20"), kind })).people.length,
    })),
    {
      list: "parts given for a time",
      act: "part.list-own",
      rows: async (call) => (await call.parts.mine()).parts.length,
    },
    {
      list: "a light account's actions",
      act: "own-action.list",
      rows: async (call) => (await call.plan.ownActions()).actions.length,
    },
    {
      list: "the plans a light account contributes to",
      act: "contribution.list-own",
      rows: async (call) => (await call.plan.contribution.mine()).plans.length,
    },
    { list: "schools", act: "roll.list", rows: async (call) => (await call.people.establishments()).length },
    {
      list: "own workload",
      act: "workload.own.read",
      rows: async (call) => Object.keys(await call.workload.own()).length,
    },
  ];

test("three demonstration areas, whole, with people of each who may be signed in as", async () => {
  expect(await isEmpty(database)).toBe(false);
  expect(await isHalfMade(database, aMonday)).toBe(false);
  const areas = await database.areas();
  expect(areas.map(({ name }) => name)).toEqual([...demonstrationAreas].sort());
  const people = await database.demonstrationPeople("2026-11-23");
  for (const { name } of areas) expect(people.filter(({ area }) => area === name).length).toBeGreaterThanOrEqual(10);
  for (const { issuer, hint } of people) expect([issuer, hint.length > 20]).toEqual([demonstrationIssuer, true]);
});

describe.each(demonstrationAreas)("in %s", (area) => {
  test("everybody's lists open, and each list has something in it for somebody", async () => {
    const shown = new Map<string, number>();
    for (const one of everybody.filter((visitor) => visitor.area === area)) {
      if (may("today.read", one)) await one.call.record.today();
      for (const { list, act, rows } of lists)
        if (may(act, one)) shown.set(list, (shown.get(list) ?? 0) + (await rows(one.call)));
    }
    for (const { list } of lists.filter(({ list }) => list !== "desk" || area === "Ashbeck"))
      expect(shown.get(list), list).toBeGreaterThan(0);
  }, 120_000);

  test("each child somebody works with opens: record, chronology, every decision, concerns, plans and who has looked", async () => {
    let decisions = 0;
    for (const { call } of everybody.filter((one) => one.area === area && may("named-person.list-own", one))) {
      const { children } = await call.namedPerson.mine({ needsAttention: true });
      for (const { childId } of children) {
        await call.people.child({ childId });
        await call.record.whoLooked({ childId });
        await call.concern.forChild({ childId });
        for (const { planId } of (await call.plan.forChild({ childId })).plans) await call.plan.get({ planId });
        for (const { decisionId } of (await call.record.chronology({ childId })).steps) {
          if (decisionId === undefined) continue;
          expect((await call.record.decision({ decisionId })).decision.title).not.toBe("");
          decisions += 1;
        }
      }
    }
    expect(decisions).toBeGreaterThan(3);
  }, 180_000);
});

test("in each area somebody reads a plan by a part they were given, and an owner sees their own action", async () => {
  for (const one of everybody.filter((visitor) => may("part.list-own", visitor)))
    for (const { plans } of (await one.call.parts.mine()).parts)
      for (const { planId } of plans) expect((await one.call.plan.get({ planId })).state).toBe("open");
  const given = await Promise.all(
    ["Alasdair Munro", "Adrian Lomas", "Amina Dacre"].map(
      async (name) => (await named(name).call.parts.mine()).parts[0],
    ),
  );
  expect(given.map((part) => part?.part.code)).toEqual(["review-officer", "review-officer", "review-officer"]);
  console.info(`parts were given by ${given.map((part) => part?.givenBy.name).join(", ")}`);
  const { children } = await named("Mairi Nicolson").call.namedPerson.before();
  const [first] = children;
  expect(
    (await named("Mairi Nicolson").call.namedPerson.inMyTime({ childId: first?.childId ?? "" })).steps,
  ).toHaveLength(1);
});

test("HIG-66: in Strathorran packs are given, incomplete, printed and still to be printed, and each area says whom families ask", async () => {
  const office = named("Donella Reid").call;
  const [school] = await office.people.establishments();
  const packs = await office.namedPerson.paper.packs({
    establishmentId: school?.establishmentId ?? "",
    yearGroup: "P7",
  });
  const states = packs.known ? [...packs.open, ...packs.given].map(({ state }) => state.code) : [];
  expect(new Set(states)).toEqual(new Set(["given", "incomplete", "printed", "not-printed"]));
  for (const area of demonstrationAreas) {
    const coordinator = everybody.find((one) => one.area === area && one.role === "coordinator");
    const said = await coordinator?.call.area.whoHelps();
    expect(said?.offices.map(({ phone }) => phone)).toEqual(["01632 960240"]);
  }
});

test("CWDC-2.20b: in Ashbeck an index shows who leads, and an entry that failed waits with the co-ordinator as overdue", async () => {
  const coordinator = everybody.find(({ area, role }) => area === "Ashbeck" && role === "coordinator");
  const { index, waiting } = (await coordinator?.call.record.childIndex()) ?? { index: null, waiting: [] };
  expect(index?.isOn).toBe(true);
  expect(waiting.map(({ isOverdue, tries, problem }) => [isOverdue, tries, problem])).toEqual([
    [true, 1, "It could not be reached."],
  ]);
  const elsewhere = everybody.find(({ area, role }) => area === "Hallowdale" && role === "coordinator");
  expect(await elsewhere?.call.record.childIndex()).toEqual({ index: null, waiting: [] });
});

test("HIG-63, HIG-66: in Strathorran the office has sent letters and packs in one go, and each opens again as it went", async () => {
  const office = named("Donella Reid").call;
  const told = await office.namedPerson.toTell({});
  const went = told.known ? told.tellings.flatMap((one) => one.letter ?? []) : [];
  const opened = async (what: string) => {
    const letterId = went.find((one) => one.what === what)?.sentCopyId ?? expect.fail(`no ${what} went`);
    return office.consent.letters.sent({ letterId });
  };
  const letters = await opened("A letter");
  expect([letters.by, letters.letters.length]).toEqual(["Donella Reid", 12]);
  const packs = await opened("A pack");
  expect([packs.kind, new Set(packs.letters.map(({ childId }) => childId)).size]).toEqual(["pack", 5]);
  expect([...letters.letters, ...packs.letters].every(({ isIntact }) => isIntact)).toBe(true);
});

test("BOL-3.1: in each area somebody asked for texts on weekdays, and the child's page says so to whoever agreed it", async () => {
  for (const { areaId, name: area } of await database.areas()) {
    const agreed = await database.inArea({ areaId, now: aMonday.toISOString(), as: "system" }, (tx) =>
      rowsOf<{ readonly childId: string; readonly by: string }>(
        tx,
        sql`select w.child_id as "childId", p.name as by from agreed_way w
          join practitioner p on p.area_id = w.area_id and p.practitioner_id = w.recorded_by where w.area_id = ${areaId} and w.way = 'text'`,
      ),
    );
    expect([area, agreed.length]).toEqual([area, 1]);
    for (const { childId, by } of agreed) {
      const lead = everybody.find((one) => one.name === by && one.area === area);
      const { reached } = (await lead?.call.people.child({ childId })) ?? {};
      expect(reached?.map(({ name, inWords }) => [name === null, inWords])).toEqual(
        area === "Hallowdale"
          ? [[true, "by text on weekdays"]]
          : [
              [true, "in person on Mondays and Thursdays"],
              [false, "by text on weekdays"],
            ],
      );
    }
  }
});

test("the people on a plan are weighed by this area's own rules: nobody is ranked, and each for a reason of their own", async () => {
  const { call } = named("Claire Ormond");
  const { plans } = await call.leadProfessional.withoutLead({});
  const all = await Promise.all(
    plans.map(({ planId }) => call.leadProfessional.candidates({ planId }).catch(() => undefined)),
  );
  const answers = new Map(
    all.flatMap((one) => (one?.candidates ?? []).map(({ name, suitability }) => [name, suitability.decision.answer])),
  );
  expect(answers.get("Jamie Holroyd")).toBe("prevents");
  expect(answers.get("Stephen Marsh")).toBe("unknown");
  expect([answers.get("Bernadette Coyle"), answers.get("Darren Whitlock")]).not.toContain("permits");
});

test("whoever is offered to decide about an exception finds the person in the register, and a plan to decide about", async () => {
  const { call } = named("Ivor Penhallow");
  const { practitioners } = await call.workforce.register({});
  const nurse = practitioners.find(({ name }) => name === "Bernadette Coyle");
  const practitionerId = nurse?.practitionerId ?? "";
  expect((await call.workforce.standing({ practitionerId })).may.approveException).toEqual({ may: true });
  expect((await call.workload.person({ practitionerId })).cases.length).toBeGreaterThan(0);
});

test("a law fills the lead of a looked-after young person on a youth order", async () => {
  const { plans } = await named("Martha Quillan").call.leadProfessional.mine({});
  expect(plans.map(({ basis }) => basis)).toContain("by-law");
});

test("children without a named person are on a list somebody watches", async () => {
  const missing = await named("Gordon Shand").call.namedPerson.missing({});
  expect(missing).toMatchObject({ known: true, missing: 51 });
});

test("a manager with thirty staff has people of every kind to look at: over, with room, away, part-time, nothing agreed", async () => {
  const { practitioners, spread } = await named("Beatrix Holland").call.workload.team({ size: 250 });
  expect(practitioners).toHaveLength(30);
  const many = (of: (row: (typeof practitioners)[number]) => boolean) => practitioners.filter(of).length;
  expect(many(({ isOver }) => isOver)).toBeGreaterThan(2);
  expect(many(({ away }) => away !== undefined)).toBe(3);
  expect(many(({ posts }) => posts.some(({ hours }) => hours < 100))).toBeGreaterThan(8);
  expect(many(({ percent }) => percent === undefined)).toBeGreaterThan(1);
  expect(new Set(practitioners.map(({ load }) => load.points)).size).toBeGreaterThan(5);
  expect(spread.leads).toBe(3);
});
