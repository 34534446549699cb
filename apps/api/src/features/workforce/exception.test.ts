import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, auditOf, toldOf } from "../../testing/work.ts";
import { askSuitability, factsOf } from "./gates.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate;
const bank = {
  "enhanced-check": { state: "cleared", on: "2020-02-03", issuedOn: "2020-01-20" },
  qualification: { state: "held", on: "2005-07-01" },
  training: { state: "completed", on: "2015-03-02" },
  "information-sharing-training": { state: "completed", on: "2015-03-02" },
  "first-led": { state: "led", on: "2015-05-01" },
  mentor: { state: "none" },
  engagement: { is: "bank" },
  workplace: { isInArea: true },
};

/** A bank nurse on two children's plans, under a team manager and a service manager. */
async function aNurse({
  standing = bank,
  edition = "wigan",
}: {
  standing?: Readonly<Record<string, Record<string, unknown>>>;
  edition?: string;
} = {}) {
  const area = await aTestArea(database, { edition });
  const agencyId = await area.addAgency("health", "Atherton Health");
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId, role: "service-manager" });
  const coordinator = await area.addPractitioner({ name: "Cath Lee", agencyId, role: "coordinator" });
  const helen = await area.addPractitioner({
    name: "Helen Ash",
    agencyId,
    role: "team-manager",
    lineManagerId: kate.practitionerId,
  });
  const lena = await area.addPractitioner({
    name: "Lena Holm",
    agencyId,
    lineManagerId: helen.practitionerId,
    standing,
  });
  const childId = await area.addChild({ givenName: "Jo", familyName: "Secret" });
  const planId = await aPlanOf(area, helen, { practitioners: [lena], children: [childId] });
  const otherPlan = await aPlanOf(area, helen, { practitioners: [lena] });
  const exception = {
    idempotencyKey: newId(),
    practitionerId: lena.practitionerId,
    planId,
    reason: "Four of seven posts are unfilled.",
    planToReplace: "Two posts are advertised; Dan Orr takes over in February.",
    from: day("2026-12-01"),
    lastDay: day("2027-02-22"),
  };
  const approve = (change: Partial<typeof exception> = {}) =>
    area.as(kate).workforce.approveException({ ...exception, idempotencyKey: newId(), ...change });
  /** What the gate of the role says on a day, for a lead of a plan from then. */
  const mayLead = (ofPlan: string, on: string) =>
    recordsOf(database, helen, new Date(`${on}T12:00:00.000Z`), "workload.team.read", async (records) =>
      askSuitability(records, await factsOf(records, lena.practitionerId, ofPlan, records.today)),
    );
  const see = (at?: string) =>
    area
      .as(helen, at === undefined ? undefined : new Date(`${at}T12:00:00.000Z`))
      .workforce.standing({ practitionerId: lena.practitionerId });
  return {
    area,
    agencyId,
    kate,
    coordinator,
    helen,
    lena,
    childId,
    planId,
    otherPlan,
    exception,
    approve,
    mayLead,
    see,
  };
}

describe("WIG-8.4.3b: an exception for agency, bank and supply staff", () => {
  test("a senior manager approves it for one person, one plan and its days, and for nothing else", async () => {
    const { approve, planId, otherPlan, mayLead } = await aNurse();
    expect(await approve()).toMatchObject({
      from: "2026-12-01",
      lastDay: "2027-02-22",
      state: "to-come",
      approvedBy: { name: "Kate Mold" },
    });
    const answers = [];
    for (const on of ["2026-11-30", "2026-12-01", "2027-02-22", "2027-02-23"])
      answers.push((await mayLead(planId, on)).answer);
    expect(answers).toEqual(["prevents", "permits", "permits", "prevents"]);
    expect((await mayLead(otherPlan, "2026-12-01")).answer).toBe("prevents");
    const lapsed = (await mayLead(planId, "2027-02-23")).findings.map(({ because }) => because).join(" ");
    expect(lapsed).toMatch(/Exemption lapsed/);
  });

  test("WIG-D6: eighty-four days with both ends counted, and not one more", async () => {
    const { approve } = await aNurse();
    expect(await refusalOf(approve({ lastDay: day("2027-02-23") }))).toMatchObject({
      kind: "input",
      problems: [{ path: "lastDay", message: expect.stringContaining("84 days at most") }],
    });
    expect(await approve({ lastDay: day("2027-02-22") })).toMatchObject({ lastDay: "2027-02-22" });
  });

  test("an area that set fewer days has fewer", async () => {
    const area = await aTestArea(database, { edition: "wigan", settings: { daysOfException: 28 } });
    const agencyId = await area.addAgency("health");
    const kate = await area.addPractitioner({ name: "Kate", agencyId, role: "service-manager" });
    const lena = await area.addPractitioner({
      name: "Lena",
      agencyId,
      lineManagerId: kate.practitionerId,
      standing: bank,
    });
    const planId = await aPlanOf(area, kate, { practitioners: [lena] });
    const of = { practitionerId: lena.practitionerId, planId, reason: "Short.", planToReplace: "Advertised." };
    const approve = (lastDay: string) =>
      area
        .as(kate)
        .workforce.approveException({ idempotencyKey: newId(), ...of, from: day("2026-12-01"), lastDay: day(lastDay) });
    expect(await refusalOf(approve("2026-12-29"))).toMatchObject({ kind: "input" });
    expect(await approve("2026-12-28")).toMatchObject({ lastDay: "2026-12-28" });
  });

  test("all other conditions still hold", async () => {
    const { approve, planId, mayLead } = await aNurse({
      standing: { ...bank, "enhanced-check": { state: "applied-for" } },
    });
    await approve();
    expect((await mayLead(planId, "2026-12-01")).answer).toBe("prevents");
  });

  test("the person, their manager and the Co-ordinator are told, without the child; the approval is on the record with its decision", async () => {
    const { area, approve, lena, helen, coordinator, see } = await aNurse();
    await approve();
    const told = await toldOf(area, "workforce.exception.approve");
    expect(told.map(({ to }) => to).sort()).toEqual(
      [lena, helen, coordinator].map(({ practitionerId }) => practitionerId).sort(),
    );
    expect(told[0]?.words).toBe(
      "Kate Mold approved an exception: Lena Holm may lead on one plan from 1 December 2026 to 22 February 2027. Every other condition still holds.",
    );
    expect(await auditOf(area, "workforce.exception.approve", "changed")).toBe(1);
    expect((await see()).exceptions).toMatchObject([
      {
        reason: "Four of seven posts are unfilled.",
        planToReplace: expect.stringContaining("advertised"),
        child: { visibility: "restricted" },
        state: "to-come",
      },
    ]);
    expect(JSON.stringify(await see())).not.toMatch(/Secret/);
    expect((await see("2026-12-01")).exceptions[0]?.state).toBe("holds");
    expect((await see("2027-02-23")).exceptions[0]?.state).toBe("lapsed");
  });

  test("whoever may open the plan sees whose it is", async () => {
    const { area, approve, helen, childId, see } = await aNurse();
    await approve();
    await area.relate(helen, childId, "line-manager");
    expect((await see()).exceptions[0]?.child).toMatchObject({ visibility: "full", name: "Jo Secret" });
  });

  test("a team manager cannot, nor a service manager of another organisation or area, nor anybody for themselves", async () => {
    const { area, helen, exception, lena } = await aNurse();
    expect(await refusalOf(area.as(helen).workforce.approveException(exception))).toMatchObject({
      kind: "not-allowed",
    });
    const other = await area.addAgency("voluntary", "Another");
    const rita = await area.addPractitioner({ name: "Rita", agencyId: other, role: "service-manager" });
    expect(await refusalOf(area.as(rita).workforce.approveException(exception))).toMatchObject({ kind: "not-visible" });
    const elsewhere = await aNurse();
    expect(await refusalOf(elsewhere.area.as(elsewhere.kate).workforce.approveException(exception))).toMatchObject({
      kind: "not-visible",
    });
    const herself = { ...lena, role: "service-manager" };
    expect(await refusalOf(area.as(herself).workforce.approveException(exception))).toMatchObject({
      kind: "not-allowed",
    });
  });

  test("the hosting organisation's senior manager can, though nobody in the line is", async () => {
    const { area, agencyId, exception } = await aNurse();
    const host = await area.addPractitioner({ name: "Host", agencyId, role: "service-manager" });
    expect(await area.as(host).workforce.approveException(exception)).toMatchObject({ state: "to-come" });
  });

  test("days already approved are not approved again; the day after them can be", async () => {
    const { approve, planId, mayLead } = await aNurse();
    await approve({ lastDay: day("2026-12-31") });
    expect(await refusalOf(approve({ from: day("2026-12-31"), lastDay: day("2027-01-31") }))).toMatchObject({
      kind: "already",
      because: expect.stringContaining("1 December 2026 to 31 December 2026"),
    });
    await approve({ from: day("2027-01-01"), lastDay: day("2027-01-31") });
    const answers = [];
    for (const on of ["2026-12-15", "2026-12-31", "2027-01-01", "2027-02-01"])
      answers.push((await mayLead(planId, on)).answer);
    expect(answers).toEqual(["permits", "permits", "permits", "prevents"]);
  });

  test("sent twice, it is approved once", async () => {
    const { area, kate, exception, see } = await aNurse();
    const first = await area.as(kate).workforce.approveException(exception);
    expect(await area.as(kate).workforce.approveException(exception)).toEqual(first);
    expect((await see()).exceptions).toHaveLength(1);
  });

  test.each([
    ["from", { from: day("2026-11-22"), lastDay: day("2026-12-01") }, /today or a later day/],
    ["from", { from: day("2027-11-24"), lastDay: day("2027-12-01") }, /within the next year/],
  ])("a day that cannot be is refused at %s", async (path, change, message) => {
    const { approve } = await aNurse();
    expect(await refusalOf(approve(change))).toMatchObject({
      kind: "input",
      problems: [{ path, message: expect.stringMatching(message) }],
    });
  });

  test("there is none for a plan the person does not work on, nor where nothing bars them", async () => {
    const { area, helen, approve } = await aNurse();
    const planId = await aPlanOf(area, helen);
    expect(await refusalOf(approve({ planId }))).toMatchObject({ kind: "not-visible" });
    const permanent = await aNurse({ standing: { ...bank, engagement: { is: "permanent" } } });
    expect(await refusalOf(permanent.approve())).toMatchObject({
      kind: "already",
      because: expect.stringContaining("no exception is needed"),
    });
    const unknown = await aNurse({ standing: {} });
    expect(await refusalOf(unknown.approve())).toMatchObject({
      kind: "already",
      because: expect.stringContaining("not recorded"),
    });
    const elsewhere = await aNurse({ edition: "bolton" });
    expect(await refusalOf(elsewhere.approve())).toMatchObject({ kind: "already" });
  });

  test("without its reason or a plan to replace it is not taken", async () => {
    const { approve } = await aNurse();
    await expect(approve({ reason: " " })).rejects.toThrow(/exceptional circumstances/);
    await expect(approve({ planToReplace: "" })).rejects.toThrow(/permanent lead/);
  });
});

describe("ending an exception", () => {
  const reason = "Dan Orr leads from today.";

  test("it holds no longer from that day, and the days it held stay on the record with why and by whom it ended", async () => {
    const { area, kate, approve, planId, mayLead, see } = await aNurse();
    const { exceptionId } = await approve();
    const at = new Date("2026-12-10T12:00:00.000Z");
    const ended = await area.as(kate, at).workforce.endException({ idempotencyKey: newId(), exceptionId, reason });
    expect(ended).toMatchObject({
      from: "2026-12-01",
      lastDay: "2026-12-09",
      state: "ended",
      endedBecause: reason,
      endedBy: { name: "Kate Mold" },
    });
    expect((await mayLead(planId, "2026-12-10")).answer).toBe("prevents");
    expect((await see("2026-12-10")).exceptions).toMatchObject([{ state: "ended", lastDay: "2026-12-09" }]);
    expect(await auditOf(area, "workforce.exception.end", "changed")).toBe(1);
    expect(await toldOf(area, "workforce.exception.end")).toHaveLength(3);
  });

  test("one that has not begun never holds", async () => {
    const { area, kate, approve, planId, mayLead, see } = await aNurse();
    const { exceptionId } = await approve();
    const ended = await area.as(kate).workforce.endException({ idempotencyKey: newId(), exceptionId, reason });
    expect(ended).toMatchObject({ state: "ended", endedBecause: reason });
    expect((await mayLead(planId, "2026-12-01")).answer).toBe("prevents");
    expect((await see()).exceptions).toEqual([]);
    expect(await approve()).toMatchObject({ state: "to-come" });
  });

  test("twice with one key it ends once; once ended or lapsed there is nothing to end", async () => {
    const { area, kate, approve } = await aNurse();
    const { exceptionId } = await approve();
    const at = new Date("2026-12-10T12:00:00.000Z");
    const same = { idempotencyKey: newId(), exceptionId, reason };
    const first = await area.as(kate, at).workforce.endException(same);
    expect(await area.as(kate, at).workforce.endException(same)).toEqual(first);
    const again = (id: string, when = at) =>
      refusalOf(area.as(kate, when).workforce.endException({ ...same, idempotencyKey: newId(), exceptionId: id }));
    expect(await again(first.exceptionId)).toMatchObject({ kind: "already" });
    expect(await again(exceptionId)).toMatchObject({ kind: "not-visible" });
    const other = await approve({ from: day("2026-12-20"), lastDay: day("2026-12-31") });
    expect(await again(other.exceptionId, new Date("2027-01-01T12:00:00.000Z"))).toMatchObject({ kind: "already" });
  });

  test("only a senior manager of theirs ends it", async () => {
    const { area, helen, approve } = await aNurse();
    const { exceptionId } = await approve();
    const end = { idempotencyKey: newId(), exceptionId, reason };
    expect(await refusalOf(area.as(helen).workforce.endException(end))).toMatchObject({ kind: "not-allowed" });
    const rita = await area.addPractitioner({
      name: "Rita",
      agencyId: await area.addAgency("voluntary", "Other"),
      role: "service-manager",
    });
    expect(await refusalOf(area.as(rita).workforce.endException(end))).toMatchObject({ kind: "not-visible" });
    const elsewhere = await aNurse();
    expect(await refusalOf(elsewhere.area.as(elsewhere.kate).workforce.endException(end))).toMatchObject({
      kind: "not-visible",
    });
  });
});
