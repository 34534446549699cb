import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { assessment } from "../../db/schema/assessment.ts";
import { duty } from "../../db/schema/change.ts";
import { levelChange, levelChangeBasis } from "../../db/schema/level-change.ts";
import { plan } from "../../db/schema/plan.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Health with two teams, education with none, and a service manager who reads the figures on 30 November 2026. */
async function anArea() {
  const area = await aTestArea(database, { edition: "wigan" });
  const health = await area.addAgency("health", "Community health");
  const education = await area.addAgency("education", "Schools");
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId: health, role: "service-manager" });
  const north = await area.addTeam(health, "North");
  const south = await area.addTeam(health, "South");
  const person = (name: string, agencyId: string, teamId?: string) =>
    area.addPractitioner({ name, agencyId, ...(teamId ? { teamId } : {}) });
  const ann = await person("Ann", health, north);
  const ben = await person("Ben", health, south);
  const cat = await person("Cat", education);
  const at = new Date("2026-11-30T12:00:00.000Z");
  const figures = (of: { to?: string; months?: number } = {}, by: TestPerson = kate) =>
    area.as(by, at).quality.figures(of);
  return { area, kate, ann, ben, cat, figures };
}

describe("WIG-8.6.3a: lead load by team, agency and month", () => {
  test("health holds 60% of the leads of November 2026, and the report shows it by agency and by team", async () => {
    const { area, kate, ann, ben, cat, figures } = await anArea();
    const leadSince = "2026-11-02T09:00:00.000Z";
    for (const lead of [ann, ann, ben, cat, cat]) await aPlanOf(area, kate, { lead, leadSince });
    const { agencies, leads, from, to } = await figures();
    expect([from, to]).toEqual(["2026-06", "2026-11"]);
    expect(agencies).toEqual([
      { month: "2026-11", agency: "Community health", leads: 3, share: 60 },
      { month: "2026-11", agency: "Schools", leads: 2, share: 40 },
    ]);
    expect(leads).toEqual([
      { month: "2026-11", agency: "Community health", team: "North", leads: 2, people: 1, share: 40 },
      { month: "2026-11", agency: "Schools", team: "No team", leads: 2, people: 1, share: 40 },
      { month: "2026-11", agency: "Community health", team: "South", leads: 1, people: 1, share: 20 },
    ]);
  });

  test("a month counts from its first instant to its last in London, and a month to come is empty", async () => {
    const { area, kate, ann, figures } = await anArea();
    await aPlanOf(area, kate, { lead: ann, leadSince: "2026-09-30T22:59:59.000Z" }); // 23:59:59 in London
    await aPlanOf(area, kate, { lead: ann, leadSince: "2026-09-30T23:00:00.000Z" }); // midnight in London
    const months = (await figures({ to: "2026-12", months: 4 })).agencies.map(({ month, leads }) => [month, leads]);
    expect(months).toEqual([
      ["2026-11", 2],
      ["2026-10", 2],
      ["2026-09", 1],
    ]);
  });
});

describe("GIR-6: needs for a lead by route, quarter and lead agency", () => {
  test("each plan is counted once, in the quarter its need began, with the agency that led first", async () => {
    const { area, kate, ann, cat, figures } = await anArea();
    const need = async (since: string, route: string | null, lead?: TestPerson) => {
      const planId = await aPlanOf(area, kate, { ...(lead ? { lead } : {}) });
      await area.write((tx) =>
        tx
          .update(plan)
          .set({ leadNeededSince: localDate(since), route })
          .where(sql`plan_id = ${planId}`),
      );
    };
    await need("2026-10-01", "evidence-from-universal-services", ann);
    await need("2026-11-20", "evidence-from-universal-services", ann);
    await need("2026-11-21", "safety-or-statute", cat);
    await need("2026-11-22", null);
    await need("2026-09-30", "evidence-from-universal-services", cat);
    const { needs } = await figures();
    expect(needs.map(({ quarter, route, agency, plans }) => [quarter, route.split(" ")[0], agency, plans])).toEqual([
      ["2026 Q4", "Evidence", "Community health", 2],
      ["2026 Q4", "Safety", "Schools", 1],
      ["2026 Q4", "Not", "Nobody has led yet", 1],
      ["2026 Q3", "Evidence", "Schools", 1],
    ]);
  });
});

describe("WIG-8.7.5c: notices that were not immediate, and those beyond 2 working days, by agency", () => {
  test("9 disputes in a quarter with 2 notices late: the report shows 2 late, both from one agency", async () => {
    const { area, kate, ann, cat, figures } = await anArea();
    const { areaId } = area;
    /** A dispute of Monday 23 November 2026 at 14:20: somebody owes it to have told their manager by the end of Wednesday. */
    const dispute = async (who: TestPerson, toldOn?: string) => {
      const childId = await area.addChild();
      const planId = await aPlanOf(area, kate, { children: [childId] });
      const recordedAt = "2026-11-23T14:20:00.000Z";
      await area.write(async (tx) => {
        await tx.insert(duty).values({
          areaId,
          dutyId: newId(),
          childId,
          planId,
          act: "lead-professional.line-manager-told",
          rule: "wigan.managers-told",
          clause: "CP3.1 8.7.5",
          because: "The line manager has been told.",
          owedBy: who.practitionerId,
          dueBy: "2026-11-26T00:00:00.000Z",
          recordedAt,
        });
        if (toldOn !== undefined)
          await tx.insert(chronologyEntry).values({
            areaId,
            entryId: newId(),
            childId,
            planId,
            act: "lead-professional.manager-told",
            title: "A line manager was told that nobody was agreed on",
            byId: who.practitionerId,
            byName: who.practitionerName,
            happenedAt: `${toldOn}T12:00:00.000Z`,
            recordedAt: "2026-11-27T09:00:00.000Z",
          });
      });
    };
    for (let told = 0; told < 5; told += 1) await dispute(ann, "2026-11-23");
    await dispute(ann, "2026-11-24");
    await dispute(ann, "2026-11-25");
    await dispute(cat, "2026-11-26");
    await dispute(cat);
    expect((await figures()).notices).toEqual([
      { quarter: "2026 Q4", agency: "Schools", disputes: 2, notices: 2, notImmediate: 2, late: 2 },
      { quarter: "2026 Q4", agency: "Community health", disputes: 7, notices: 7, notImmediate: 2, late: 0 },
    ]);
  });
});

describe("BOL-8.4: work that was not done twice, by quarter", () => {
  /** An assessment of a child begun on a day, and a change of level that rests on it. */
  async function usedAgain(
    { area, kate, ann }: Awaited<ReturnType<typeof anArea>>,
    begunOn: string,
    recordedAt: string,
    stoppedBecause?: "by-mistake",
  ) {
    const { areaId } = area;
    const childId = await area.addChild();
    const planId = await aPlanOf(area, kate, { children: [childId], lead: ann });
    const [changeId, assessmentId] = [newId(), newId()];
    const by = { recordedBy: ann.practitionerId, recordedAt };
    const { agencyId } = ann;
    await area.write(async (tx) => {
      await tx.insert(assessment).values({
        ...{ ...by, areaId, assessmentId, childId, agencyId, kind: "common", about: "Home and school" },
        begunOn: localDate(begunOn),
        ...(stoppedBecause === undefined ? {} : { stoppedBecause, stoppedOn: localDate("2026-11-23") }),
      });
      await tx.insert(levelChange).values({
        ...{ ...by, areaId, changeId, planId, childId, fromLevel: "integrated", toLevel: "complex" },
        ...{ saysAssessment: true, lead: "carries-on", consent: "asked-again" },
      });
      await tx.insert(levelChangeBasis).values({ areaId, changeId, planId, childId, agencyId, assessmentId });
    });
  }

  test("12 assessments used again in Q4: the report says 12", async () => {
    const here = await anArea();
    for (let used = 0; used < 12; used += 1) await usedAgain(here, "2026-09-14", "2026-11-20T10:00:00.000Z");
    await usedAgain(here, "2026-09-14", "2026-09-30T22:59:59.000Z"); // 23:59:59 in London, the quarter before
    expect((await here.figures()).notDoneTwice).toEqual([
      { quarter: "2026 Q4", assessments: 12, actions: 0 },
      { quarter: "2026 Q3", assessments: 1, actions: 0 },
    ]);
  });

  test("begun the day before it is used again, begun for it on the day or by mistake it is not; small numbers are left out for figures alone", async () => {
    const here = await anArea();
    await usedAgain(here, "2026-11-19", "2026-11-20T10:00:00.000Z");
    await usedAgain(here, "2026-11-20", "2026-11-20T10:00:00.000Z");
    await usedAgain(here, "2026-11-02", "2026-11-20T10:00:00.000Z", "by-mistake");
    expect((await here.figures()).notDoneTwice).toEqual([{ quarter: "2026 Q4", assessments: 1, actions: 0 }]);
    const agencyId = await here.area.addAgency("other", "Council");
    const reader = await here.area.addPractitioner({ name: "Cllr Wood", agencyId, role: "lead-member" });
    expect((await here.figures({}, reader)).notDoneTwice[0]?.assessments).toBe("fewer-than-5");
  });
});

describe("who sees the figures", () => {
  test("managers, co-ordinators and strategic managers do, and each look is kept; a practitioner does not; another area's are never in them", async () => {
    const other = await anArea();
    await aPlanOf(other.area, other.kate, { lead: other.ann });
    const { area, ann, figures } = await anArea();
    const agencyId = await area.addAgency("other", "Council");
    for (const role of ["coordinator", "strategic-manager", "team-manager"] as const) {
      const reader = await area.addPractitioner({ name: role, agencyId, role });
      expect((await figures({}, reader)).leads).toEqual([]);
    }
    expect(await auditOf(area, "quality.figures.read", "read")).toBe(3);
    expect(await refusalOf(figures({}, ann))).toMatchObject({ kind: "not-allowed" });
  });

  test.each(["strategic-manager", "lead-member"] as const)(
    "WIG-D30, WIG-9.1.1: a %s sees no number under five, no share and no team that would give one back",
    async (role) => {
      const { area, kate, ann, ben, cat, figures } = await anArea();
      const agencyId = await area.addAgency("other", "Council");
      const reader = await area.addPractitioner({ name: "Cllr Wood", agencyId, role });
      const leadSince = "2026-11-02T09:00:00.000Z";
      for (const lead of [ann, ann, ann, ann, ben, cat, cat]) await aPlanOf(area, kate, { lead, leadSince });
      const seen = await figures({ months: 1 }, reader);
      expect(seen.smallLeftOut).toBe(true);
      expect(seen.agencies).toEqual([
        { month: "2026-11", agency: "Community health", leads: 5 },
        { month: "2026-11", agency: "Schools", leads: "fewer-than-5" },
      ]);
      expect(seen.leads.map(({ team, leads, people }) => [team, leads, people])).toEqual([
        ["North", "not-shown", "not-shown"],
        ["South", "not-shown", "not-shown"],
      ]);
      expect([seen.from, seen.to], "whole quarters, so that two stretches do not give back a month").toEqual([
        "2026-10",
        "2026-12",
      ]);
      expect((await figures()).agencies[1]).toMatchObject({ leads: 2, share: 29 });
    },
  );

  test("a month that is none and a stretch too long are refused in words", async () => {
    const { figures } = await anArea();
    await expect(figures({ to: "2026-13" })).rejects.toThrow(/Enter a month/);
    await expect(figures({ months: 25 })).rejects.toThrow(/24 months or fewer/);
  });
});
