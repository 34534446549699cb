import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { leave } from "../../db/schema/practitioner.ts";
import { aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);
const cleared = { state: "cleared", on: "2020-02-03", issuedOn: "2020-01-20" };
const settled = {
  "enhanced-check": cleared,
  qualification: { state: "held", on: "2005-07-01", name: "Nursing degree", awardedBy: "Ashbeck College" },
  training: { state: "completed", on: "2015-03-02" },
  "information-sharing-training": { state: "completed", on: "2015-03-02" },
  "first-led": { state: "led", on: "2015-05-01" },
  mentor: { state: "none" },
  engagement: { is: "permanent" },
  pool: { isIn: true },
  workplace: { isInArea: true },
};
type Standing = Readonly<Record<string, Record<string, unknown>>>;

async function aPerson(standing: Standing = settled, edition = "wigan") {
  const area = await aTestArea(database, { edition });
  const agencyId = await area.addAgency("health", "Ashbeck Health");
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId, role: "service-manager" });
  const helen = await area.addPractitioner({
    name: "Helen Ash",
    agencyId,
    role: "team-manager",
    lineManagerId: kate.practitionerId,
  });
  const person = await area.addPractitioner({
    name: "Nina Cole",
    agencyId,
    lineManagerId: helen.practitionerId,
    standing,
  });
  const colleague = await area.addPractitioner({ name: "Omar Reid", agencyId });
  const rival = await area.addPractitioner({ name: "Rita Vale", agencyId, role: "team-manager" });
  const of = { practitionerId: person.practitionerId };
  const see = (who: TestPerson = helen, at?: string) =>
    area.as(who, at === undefined ? undefined : noon(at)).workforce.standing(of);
  return { area, agencyId, kate, helen, person, colleague, rival, of, see };
}

const said = (
  view: Awaited<ReturnType<Awaited<ReturnType<typeof aPerson>>["see"]>>,
  gate: "training" | "suitability" = "training",
) =>
  [
    view[gate].answer,
    view[gate].findings
      .filter(({ effect }) => effect !== "permits")
      .map(({ because }) => because)
      .join(" "),
  ] as const;
const inWords = (view: { facts: readonly { kind: string; inWords: string }[] }, kind: string) =>
  view.facts.find((fact) => fact.kind === kind)?.inWords;

describe("a practitioner's standing for the role", () => {
  test("each kind shows what is recorded, or that nothing is", async () => {
    const view = await (await aPerson()).see();
    expect(view).toMatchObject({ name: "Nina Cole", postTitle: "Practitioner", agency: { name: "Ashbeck Health" } });
    expect(inWords(view, "enhanced-check")).toBe("Judged suitable on 3 February 2020, issued on 20 January 2020.");
    expect(inWords(view, "recommendation")).toBe("Not recorded.");
    expect([view.training.answer, view.suitability.answer, view.suitability.hiddenFindings]).toEqual([
      "permits",
      "permits",
      0,
    ]);
  });

  test("they see their own, their manager and the managers above see it, and each look is on the record", async () => {
    const { area, kate, helen, person, see } = await aPerson();
    for (const who of [person, helen, kate]) expect((await see(who)).suitability.hiddenFacts).toBe(0);
    expect(await auditOf(area, "workforce.standing.read", "read")).toBe(3);
    const may = async (who: TestPerson) => (await see(who)).may;
    expect(await may(person)).toMatchObject({ record: { may: false }, approveException: { may: false } });
    expect(await may(helen)).toMatchObject({ record: { may: true }, approveException: { may: false } });
    expect(await may(kate)).toMatchObject({ record: { may: true }, approveException: { may: true } });
  });

  test("a colleague, a manager of another team and another area's manager are not shown that there is one", async () => {
    const { area, colleague, rival, of } = await aPerson();
    const elsewhere = await aPerson();
    for (const call of [area.as(colleague), area.as(rival), elsewhere.area.as(elsewhere.helen)]) {
      expect(await refusalOf(call.workforce.standing(of))).toMatchObject({ kind: "not-visible" });
      expect(await refusalOf(call.workforce.history(of))).toMatchObject({ kind: "not-visible" });
    }
  });

  test("a manager of the team somebody works in sees it, where no line manager is named", async () => {
    const { area, agencyId } = await aPerson();
    const boss = await area.addPractitioner({ name: "Boss", agencyId, role: "team-manager" });
    const teamId = await area.addTeam(agencyId, "South team", boss.practitionerId);
    const worker = await area.addPractitioner({ name: "Worker", agencyId, teamId, standing: settled });
    const view = await area.as(boss).workforce.standing({ practitionerId: worker.practitionerId });
    expect([view.suitability.answer, view.suitability.hiddenFindings]).toEqual(["permits", 0]);
  });
});

describe("what Wigan's procedure asks before training and before a lead", () => {
  const newly = {
    ...settled,
    qualification: { state: "held", on: "2025-05-23" },
    training: { state: "none" },
    "first-led": { state: "never" },
  };

  test("WIG-8.4.2a: eighteen months after qualifying, and the day itself counts", async () => {
    const { see, helen } = await aPerson(newly);
    const before = said(await see(helen, "2026-11-22"));
    expect(before).toEqual(["prevents", expect.stringContaining("from 23 November 2026")]);
    expect(said(await see(helen, "2026-11-23"))[0]).toBe("permits");
  });

  test.each([
    ["applied-for", "2026-12-01", /Applying is not enough/],
    ["standard-only", "2026-12-01", /standard level/],
    ["none", "2026-12-01", /no enhanced check/],
  ])("WIG-8.3: no training is offered with a check that is %s", async (state, day, why) => {
    const { see, helen } = await aPerson({ ...settled, "enhanced-check": { state } });
    expect(said(await see(helen, day))).toEqual(["prevents", expect.stringMatching(why)]);
  });

  test("WIG-8.3: cleared on the day of the offer is cleared, and a check not recorded is not a yes", async () => {
    const onTheDay = await aPerson({
      ...settled,
      "enhanced-check": { state: "cleared", on: "2026-12-01", issuedOn: "2026-11-27" },
    });
    expect(said(await onTheDay.see(onTheDay.helen, "2026-11-30"))[0]).toBe("prevents");
    expect(said(await onTheDay.see(onTheDay.helen, "2026-12-01"))[0]).toBe("permits");
    const { "enhanced-check": _, ...rest } = settled;
    const unknown = await (await aPerson(rest)).see();
    expect([unknown.training.answer, unknown.training.missing]).toEqual(["unknown", ["enhanced check"]]);
  });

  test("WIG-8.4.4: life experience with a manager's recommendation opens training the same day; without one it does not", async () => {
    const unqualified = { ...settled, qualification: { state: "none" }, training: { state: "none" } };
    const recommended = { state: "given", on: "2026-11-24", experience: "Has fostered for eleven years." };
    const marsha = await aPerson({ ...unqualified, recommendation: recommended });
    const view = await marsha.see(marsha.helen, "2026-11-24");
    expect(said(view)[0]).toBe("permits");
    expect(inWords(view, "recommendation")).toBe(
      "Recommended on 24 November 2026. Experience relied on: Has fostered for eleven years.",
    );
    const without = await aPerson({ ...unqualified, recommendation: { state: "none" } });
    expect(said(await without.see())[0]).toBe("prevents");
    const unchecked = await aPerson({
      ...unqualified,
      recommendation: recommended,
      "enhanced-check": { state: "applied-for" },
    });
    expect(said(await unchecked.see(unchecked.helen, "2026-11-24"))[0]).toBe("prevents");
  });

  const underMentor = (mentor: Record<string, unknown>) => ({
    ...settled,
    qualification: { state: "held", on: "2025-05-23" },
    training: { state: "completed", on: "2027-01-11" },
    "first-led": { state: "never" },
    mentor,
  });

  test("WIG-8.4.2d: somebody new to the role waits for the day their mentor starts", async () => {
    const { area, helen, agencyId } = await aPerson();
    const amina = await area.addPractitioner({
      name: "Amina Yusuf",
      agencyId,
      standing: { ...settled, "first-led": { state: "led", on: "2024-11-01" } },
    });
    const mentor = { state: "named", periods: [{ mentorId: amina.practitionerId, from: "2027-02-08" }] };
    const nina = await area.addPractitioner({
      name: "New",
      agencyId,
      lineManagerId: helen.practitionerId,
      standing: underMentor(mentor),
    });
    const on = (day: string) => area.as(helen, noon(day)).workforce.standing({ practitionerId: nina.practitionerId });
    const early = await on("2027-02-01");
    expect(said(early, "suitability")).toEqual([
      "prevents",
      expect.stringContaining("No active mentor until 8 February 2027"),
    ]);
    expect(inWords(early, "mentor")).toBe("Amina Yusuf, from 8 February 2027.");
    expect((await on("2027-02-08")).suitability.answer).toBe("permits");
  });

  test("WIG-D5: while the mentor is off for more than 28 days no new lead starts", async () => {
    const { area, helen, agencyId } = await aPerson();
    const amina = await area.addPractitioner({
      name: "Amina Yusuf",
      agencyId,
      lineManagerId: helen.practitionerId,
      standing: { ...settled, "first-led": { state: "led", on: "2024-11-01" } },
    });
    const periods = [{ mentorId: amina.practitionerId, from: "2027-02-08" }];
    const nina = await area.addPractitioner({
      name: "New",
      agencyId,
      lineManagerId: helen.practitionerId,
      standing: underMentor({ state: "named", periods }),
    });
    const off = { from: localDate("2027-03-01"), until: localDate("2027-05-03") };
    const corrected = { from: localDate("2027-02-08"), until: localDate("2027-06-01") };
    const given = [{ during: off }, { during: corrected, supersededAt: noon("2027-02-09").toISOString() }];
    await area.write((tx) =>
      tx.insert(leave).values(
        given.map((one) => ({
          ...one,
          kind: "sick" as const,
          practitionerId: amina.practitionerId,
          areaId: area.areaId,
          leaveId: newId(),
          recordedAt: noon("2027-02-08").toISOString(),
        })),
      ),
    );
    const on = async (day: string) =>
      said(await area.as(helen, noon(day)).workforce.standing({ practitionerId: nina.practitionerId }), "suitability");
    expect((await on("2027-03-28"))[0]).toBe("permits");
    expect(await on("2027-03-29")).toEqual([
      "prevents",
      expect.stringContaining("The mentor is off for more than 28 days: from 29 March 2027 no new lead starts"),
    ]);
    expect((await on("2027-05-03"))[0]).toBe("permits");
  });

  test("WIG-8.4.2b: the year under a mentor runs from the first day in role, not from the training", async () => {
    const { area, helen, agencyId } = await aPerson();
    const amina = await area.addPractitioner({ name: "Amina Yusuf", agencyId, standing: settled });
    const mentor = {
      state: "named",
      periods: [{ mentorId: amina.practitionerId, from: "2027-01-11", until: "2028-01-31" }],
    };
    const standing = { ...underMentor(mentor), "first-led": { state: "led", on: "2027-02-01" } };
    const nina = await area.addPractitioner({ name: "New", agencyId, lineManagerId: helen.practitionerId, standing });
    const view = await area.as(helen, noon("2028-01-31")).workforce.standing({ practitionerId: nina.practitionerId });
    expect(view.suitability.answer).toBe("prevents"); // a year from the training would have been served
    const served = {
      ...standing,
      mentor: {
        state: "named",
        periods: [{ mentorId: amina.practitionerId, from: "2027-01-11", until: "2028-02-01" }],
      },
    };
    const other = await area.addPractitioner({
      name: "Served",
      agencyId,
      lineManagerId: helen.practitionerId,
      standing: served,
    });
    const after = await area.as(helen, noon("2028-02-01")).workforce.standing({ practitionerId: other.practitionerId });
    expect(after.suitability.answer).toBe("permits");
  });

  test("WIG-8.4.2c: what stops a mentor is in the answer, and the mentor's own record is not", async () => {
    const { area, helen, agencyId } = await aPerson();
    const omar = await area.addPractitioner({
      name: "Omar Reid",
      agencyId,
      standing: { ...settled, training: { state: "none" } },
    });
    const mentor = { state: "named", periods: [{ mentorId: omar.practitionerId, from: "2027-01-11" }] };
    const nina = await area.addPractitioner({
      name: "New",
      agencyId,
      lineManagerId: helen.practitionerId,
      standing: underMentor(mentor),
    });
    const view = await area.as(helen, noon("2027-02-01")).workforce.standing({ practitionerId: nina.practitionerId });
    expect([view.suitability.answer, view.suitability.hiddenFindings]).toEqual(["prevents", 1]);
    expect(JSON.stringify(view.suitability)).not.toMatch(/not trained for the role: name/);
  });

  test.each(["agency", "bank", "supply"])(
    "WIG-8.4.3a: %s staff are shown as barred unless it is approved",
    async (is) => {
      const view = await (await aPerson({ ...settled, engagement: { is } })).see();
      expect(said(view, "suitability")).toEqual([
        "prevents",
        expect.stringContaining("in exceptional circumstances a senior manager can approve it"),
      ]);
      const own = await (await aPerson({ ...settled, engagement: { is: "fixed-term" } })).see();
      expect(own.suitability.answer).toBe("permits");
    },
  );

  test("WIG-8.4: somebody looked at to manage leads is shown by qualification and development, not by a mentor", async () => {
    const view = await (
      await aPerson({
        qualification: { state: "held", on: "2008-07-01" },
        development: { entries: [{ on: "2026-05-04", what: "Supervising others" }] },
        pool: { isIn: true, as: "manager", reason: "Manages six leads." },
      })
    ).see();
    const kinds = view.facts.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["qualification", "development"]));
    expect(kinds).not.toContain("mentor");
  });

  test("where the rulebook sets no conditions, training is open and nothing bars anybody", async () => {
    const view = await (await aPerson({ engagement: { is: "agency" } }, "bolton")).see();
    expect([view.training.answer, view.suitability.answer]).toEqual(["permits", "permits"]);
  });
});

test("what was recorded before stays in the history, a page at a time", async () => {
  const { area, helen, of, see } = await aPerson({});
  let standingId: string | undefined;
  for (let i = 0; i < 53; i += 1) {
    const view = await area.as(helen, new Date(Date.UTC(2026, 10, 23, 10, i))).workforce.recordStanding({
      idempotencyKey: newId(),
      ...of,
      ...(standingId === undefined ? {} : { supersedes: standingId }),
      standing: { kind: "training", fact: { state: "completed", on: localDate(`2026-0${1 + (i % 9)}-01`) } },
    });
    standingId = view.facts.find(({ kind }) => kind === "training")?.standingId;
  }
  const view = await see();
  expect([view.history.length, view.history[0]?.recordedBy?.name, view.hasMoreHistory === null]).toEqual([
    50,
    "Helen Ash",
    false,
  ]);
  const rest = await area.as(helen).workforce.history({ ...of, cursor: view.hasMoreHistory ?? "" });
  expect([rest.entries.length, rest.nextCursor]).toEqual([2, null]);
  const seen = new Set([...view.history, ...rest.entries].map((entry) => entry.standingId));
  expect([seen.size, seen.has(standingId ?? "")]).toEqual([52, false]);
});
