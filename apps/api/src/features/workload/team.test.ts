import { localDate, quarters } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { leave } from "../../db/schema/practitioner.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, aPostOf, auditOf, hoursOf, statementsIn } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A team with a manager, and somebody beside it whom that manager does not manage. */
async function aTeam(edition = "wigan") {
  const area = await aTestArea(database, { edition });
  const agencyId = await area.addAgency("health", "Ashbeck Health");
  const helen = await area.addPractitioner({
    name: "Helen Ash",
    agencyId,
    role: "team-manager",
    title: "Team manager",
  });
  const teamId = await area.addTeam(agencyId, "North team", helen.practitionerId);
  const inTeam = (name: string, agreedCapacity?: number) =>
    area.addPractitioner({ name, agencyId, teamId, ...(agreedCapacity === undefined ? {} : { agreedCapacity }) });
  const priya = await inTeam("Priya Nair", quarters(20));
  const dan = await inTeam("Dan Orr", quarters(20));
  const stranger = await area.addPractitioner({ name: "Zoe Stranger", agencyId });
  return { area, agencyId, teamId, helen, priya, dan, stranger, inTeam };
}

describe("a team's workload", () => {
  test("WIG-8.5.2a: a manager sees how many cases each of their people leads and supports", async () => {
    const { area, helen, priya, dan } = await aTeam();
    for (let i = 0; i < 3; i += 1) await aPlanOf(area, helen, { lead: priya, practitioners: [priya, dan] });
    await aPlanOf(area, helen, { lead: dan, practitioners: [dan, priya] });
    await aPlanOf(area, helen, { lead: priya, practitioners: [priya], state: "closed" });
    const { practitioners } = await area.as(helen).workload.team({});
    expect(practitioners.map(({ name, leads, supports }) => [name, leads, supports])).toEqual([
      ["Dan Orr", 1, 3],
      ["Priya Nair", 3, 1],
    ]);
  });

  test("only the people they manage are on it, by team or as line manager, and nobody twice", async () => {
    const { area, helen, agencyId, teamId } = await aTeam();
    await area.addPractitioner({ name: "Ann Both", agencyId, teamId, lineManagerId: helen.practitionerId });
    await area.addPractitioner({ name: "Bea Line", agencyId, lineManagerId: helen.practitionerId });
    const { practitioners, teams } = await area.as(helen).workload.team({});
    expect(practitioners.map(({ name }) => name)).toEqual(["Ann Both", "Bea Line", "Dan Orr", "Priya Nair"]);
    expect(teams).toEqual([{ teamId, name: "North team" }]);
    const ofTeam = await area.as(helen).workload.team({ teamId });
    expect(ofTeam.practitioners.map(({ name }) => name)).toEqual(["Ann Both", "Dan Orr", "Priya Nair"]);
  });

  test("who is away today is shown with the first day back, and not why; leave to come, past or corrected is not", async () => {
    const { area, helen, priya, dan, inTeam } = await aTeam();
    const ann = await inTeam("Ann Soon");
    const given = [
      { person: dan, kind: "sick", during: { from: localDate("2026-11-09"), until: localDate("2026-12-07") } },
      { person: priya, kind: "other", during: { from: localDate("2026-11-23") } },
      { person: ann, kind: "planned", during: { from: localDate("2026-11-24"), until: localDate("2026-12-01") } },
      { person: ann, kind: "planned", during: { from: localDate("2026-11-16"), until: localDate("2026-11-23") } },
      { person: ann, kind: "sick", during: { from: localDate("2026-11-20") }, supersededAt: aMonday.toISOString() },
    ] as const;
    await area.write((tx) =>
      tx.insert(leave).values(
        given.map(({ person: { practitionerId }, ...one }) => ({
          ...one,
          practitionerId,
          areaId: area.areaId,
          leaveId: newId(),
          recordedAt: aMonday.toISOString(),
        })),
      ),
    );
    const { practitioners } = await area.as(helen).workload.team({});
    expect(practitioners.map(({ name, away }) => [name, away])).toEqual([
      ["Ann Soon", undefined],
      ["Dan Orr", { backOn: "2026-12-07" }],
      ["Priya Nair", {}],
    ]);
    expect(JSON.stringify(practitioners)).not.toContain("sick");
  });

  test("WIG-8.8.8: totals show, and no child's name or plan's words", async () => {
    const { area, helen, priya } = await aTeam();
    const childId = await area.addChild({ givenName: "Jodie", familyName: "Secret" });
    await area.relate(helen, childId, "line-manager");
    await aPlanOf(area, helen, {
      lead: priya,
      practitioners: [priya],
      children: [childId],
      level: "complex",
      months: 3,
    });
    const view = await area.as(helen).workload.team({});
    expect(view.practitioners.map(({ name, load, capacity }) => [name, load.points, capacity.points])).toEqual([
      ["Dan Orr", 0, 20],
      ["Priya Nair", 4, 20],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Jodie|Secret/);
    expect(await auditOf(area, "workload.team.read", "read")).toBe(0); // nobody's record was looked at
  });

  test("WIG-8.6: every figure comes with its parts, each with its clause or as ours", async () => {
    const { area, helen, priya, dan } = await aTeam();
    const others = await Promise.all(
      [1, 2, 3].map((i) => area.addPractitioner({ name: `Other ${i}`, agencyId: priya.agencyId })),
    );
    await aPlanOf(area, helen, { lead: priya, practitioners: [priya, dan, ...others], level: "complex", months: 9 });
    const { practitioners } = await area.as(helen).workload.team({});
    const row = practitioners.find(({ name }) => name === "Priya Nair");
    expect(row?.load).toMatchObject({ points: 6, isLeast: false, isKnown: true });
    expect(row?.load.parts).toEqual([
      {
        label: "Case led",
        points: 6,
        clause: "CWDC 5.21",
        because: "Leads this case.",
      },
    ]);
    expect(row?.capacity.parts.map(({ points }) => points)).toEqual([20]);
    expect(row?.percent).toBe(30);
  });

  test("CWDC-5.21e: the share of what was agreed shows, and who is over it", async () => {
    const { area, helen, inTeam } = await aTeam("england");
    const amina = await inTeam("Amina Yusuf", quarters(4));
    await aPlanOf(area, helen, { lead: amina, level: "complex", months: 9 });
    const { practitioners } = await area.as(helen).workload.team({ search: "amina" });
    expect(practitioners.map(({ percent, isOver }) => [percent, isOver])).toEqual([[113, true]]);
  });

  test("a missing fact makes a figure a least figure and is named; without an agreed capacity there is no share and no limit", async () => {
    const { area, helen, inTeam } = await aTeam();
    const lena = await inTeam("Lena Holm");
    await aPlanOf(area, helen, { lead: lena, level: "complex" });
    const { practitioners } = await area.as(helen).workload.team({ search: "Lena" });
    expect(practitioners[0]).toMatchObject({
      load: { points: 4, isLeast: true, missing: ["expected length in months"] },
      capacity: { points: 0, isLeast: true, missing: ["agreed capacity"] },
      isOver: false,
    });
    expect(practitioners[0]).not.toHaveProperty("percent");
  });

  test("CWDC-5.21d, WIG-8.6.4a: who works two half posts has one load, which both managers see, on neither board twice", async () => {
    const { area, helen, agencyId } = await aTeam();
    const youth = await area.addAgency("youth-justice", "Youth team");
    const carl = await area.addPractitioner({ name: "Carl Dee", agencyId: youth, role: "team-manager" });
    const ian = await area.addPractitioner({
      name: "Ian Webb",
      agencyId: youth,
      lineManagerId: carl.practitionerId,
      agreedCapacity: quarters(4),
    });
    await hoursOf(area, ian, 50);
    await aPostOf(area, ian, {
      agencyId,
      title: "Youth worker",
      lineManagerId: helen.practitionerId,
      agreedCapacity: quarters(4),
    });
    for (let i = 0; i < 2; i += 1) await aPlanOf(area, helen, { lead: ian, level: "complex", months: 9 });
    const [forCarl, forHelen] = await Promise.all(
      [carl, helen].map(async (manager) =>
        (await area.as(manager).workload.team({})).practitioners.filter(({ name }) => name === "Ian Webb"),
      ),
    );
    expect([forCarl?.length, forHelen?.length]).toEqual([1, 1]);
    const figures = forCarl?.map(({ load, capacity, leads, isOver }) => [load.points, capacity.points, leads, isOver]);
    expect(figures).toEqual([[9, 8, 2, true]]);
    expect(forHelen?.map(({ load, capacity, leads, isOver }) => [load.points, capacity.points, leads, isOver])).toEqual(
      figures,
    );
    expect(
      forHelen?.[0]?.posts.map(({ hours, isMine, lineManager }) => [hours, isMine, lineManager?.name]).sort(),
    ).toEqual([
      [50, false, "Carl Dee"],
      [50, true, "Helen Ash"],
    ]);
  });

  test("WIG-8.6.2: leads are shown as they are spread over the team, and whoever holds most of them is named", async () => {
    const { area, helen, priya, dan } = await aTeam();
    for (let i = 0; i < 4; i += 1) await aPlanOf(area, helen, { lead: priya });
    await aPlanOf(area, helen, { lead: dan });
    const { spread } = await area.as(helen).workload.team({ size: 1 });
    expect(spread).toEqual({
      leads: 5,
      people: 2,
      most: 4,
      uneven: [{ practitionerId: priya.practitionerId, name: "Priya Nair" }],
    });
  });

  test("GIR-16: who takes the lead of a child they help already has that child's case once", async () => {
    const { area, helen, priya } = await aTeam("highland");
    await aPlanOf(area, helen, { lead: priya, practitioners: [priya] });
    const { practitioners } = await area.as(helen).workload.team({ search: "Priya" });
    expect(practitioners.map(({ leads, supports, load }) => [leads, supports, load.points])).toEqual([[1, 0, 1]]);
  });

  test("CWDC-5.21a: no figure is a fixed number of cases, and more of a factor never weighs less", async () => {
    const { area, helen, priya, dan } = await aTeam("england");
    await aPlanOf(area, helen, { lead: priya, practitioners: [priya, dan], level: "integrated", months: 9 });
    const loads: (number | undefined)[] = [];
    for (const level of ["integrated", "complex"] as const) {
      const one = await area.addPractitioner({
        name: `Lead ${level}`,
        agencyId: priya.agencyId,
        lineManagerId: helen.practitionerId,
      });
      const more = await area.addPractitioner({ name: `More ${level}`, agencyId: priya.agencyId });
      await aPlanOf(area, helen, { lead: one, practitioners: [one, dan, priya, more], level, months: 9 });
      loads.push((await area.as(helen).workload.team({ search: `lead ${level}` })).practitioners[0]?.load.points);
    }
    const [least] = (await area.as(helen).workload.team({ search: "Priya" })).practitioners;
    expect([...loads]).toEqual([3.5, 5.5]);
    expect(least?.load.parts.find(({ label }) => label === "Case led")?.points).toBe(2.5);
  });

  test("a family plan is one case, however many children it is for", async () => {
    const { area, helen, priya } = await aTeam("england");
    const children = [await area.addChild(), await area.addChild(), await area.addChild()];
    await aPlanOf(area, helen, { lead: priya, kind: "family-plan", children, level: "integrated", months: 3 });
    const { practitioners } = await area.as(helen).workload.team({ search: "Priya" });
    expect(practitioners.map(({ leads, load }) => [leads, load.points])).toEqual([[1, 3]]);
  });

  test("a long team comes a page at a time by name, accents aside, nobody twice and nobody left out", async () => {
    const { area, helen, inTeam } = await aTeam();
    for (const name of ["Àine Bàn", "Aileen Muir", "Alasdair O'Hare"]) await inTeam(name);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await area.as(helen).workload.team({ size: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.practitioners.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["Aileen Muir", "Àine Bàn", "Alasdair O'Hare", "Dan Orr", "Priya Nair"]);
    const found = await area.as(helen).workload.team({ search: "aine b" });
    expect(found.practitioners.map(({ name }) => name)).toEqual(["Àine Bàn"]);
    const apostrophe = await area.as(helen).workload.team({ search: "OHare" });
    expect(apostrophe.practitioners.map(({ name }) => name)).toEqual(["Alasdair O'Hare"]);
  });

  test("more people cost no more statements: one for the team and one for all their work, beside the area's own", async () => {
    const { area, helen, inTeam } = await aTeam();
    const statements = () => statementsIn(database, helen, (caller) => caller.workload.team({ size: 250 }));
    const before = await statements();
    for (let i = 0; i < 30; i += 1) await inTeam(`Person ${i}`);
    expect([before, await statements()]).toEqual([3, 3]);
    expect((await area.as(helen).workload.team({ size: 250 })).practitioners).toHaveLength(32);
  });

  test("a practitioner has no team to look at, and another area's manager sees nobody of this one", async () => {
    const { area, priya } = await aTeam();
    const elsewhere = await aTeam();
    expect(await refusalOf(area.as(priya).workload.team({}))).toMatchObject({ kind: "not-allowed" });
    const { practitioners, spread } = await area.as({ ...elsewhere.helen, areaId: area.areaId }).workload.team({});
    expect([practitioners, spread.people]).toEqual([[], 0]);
  });
});
