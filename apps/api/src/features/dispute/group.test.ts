import { localDate } from "@linchpin/domain";
import { and, eq, isNull, like, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database, Handle } from "../../db/database.ts";
import { accessBlock, childAccess } from "../../db/schema/access.ts";
import { adoption } from "../../db/schema/area.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { groupItem } from "../../db/schema/group.ts";
import { post } from "../../db/schema/practitioner.ts";
import { auditEntry, decision } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { aGroup, asking, meetingDay, named, nameSeat, type TestGroup } from "../../testing/group.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const soon = new Date("2026-11-23T11:00:00.000Z");
const atMeeting = new Date("2026-12-02T14:00:00.000Z");
const key = () => ({ idempotencyKey: newId() });

async function anItem(of: TestGroup, more: Parameters<typeof asking>[1] = {}) {
  const { groupItemId } = await of.area.as(of.teacher).dispute.items.ask(asking(of, more));
  return groupItemId;
}
const versionOf = async ({ area }: TestGroup, groupItemId: string): Promise<number> =>
  (
    await area.write((tx) =>
      tx
        .select({ version: groupItem.version })
        .from(groupItem)
        .where(and(eq(groupItem.areaId, area.areaId), eq(groupItem.groupItemId, groupItemId))),
    )
  )[0]?.version ?? 0;
const toItem = async (of: TestGroup, groupItemId: string) => ({
  ...key(),
  groupItemId,
  version: await versionOf(of, groupItemId),
});
const meetingOf = async (of: TestGroup) =>
  (await of.area.as(of.grant).dispute.agenda.arrange({ ...key(), heldOn: meetingDay })).meetingId;
const place = async (of: TestGroup, groupItemId: string, meetingId: string, by = of.grant, at = soon) =>
  of.area.as(by, at).dispute.items.place({ ...(await toItem(of, groupItemId)), meetingId });
const noHousing = async (of: TestGroup, groupItemId: string) =>
  of.area.as(of.grant, soon).dispute.items.markHousing({ ...(await toItem(of, groupItemId)), matters: "no" });
const publish = async (of: TestGroup, meetingId: string) => {
  const meeting = (await of.area.as(of.grant, soon).dispute.agenda.list()).meetings.find(
    (one) => one.meetingId === meetingId,
  );
  return of.area.as(of.grant, soon).dispute.agenda.publish({ ...key(), meetingId, version: meeting?.version ?? 0 });
};
/** An item on a published agenda. */
async function onAgenda(of: TestGroup, more: Parameters<typeof asking>[1] = {}) {
  const groupItemId = await anItem(of, more);
  const meetingId = await meetingOf(of);
  await place(of, groupItemId, meetingId);
  await noHousing(of, groupItemId);
  return { groupItemId, meetingId };
}
type Present = Parameters<ReturnType<TestGroup["area"]["as"]>["dispute"]["items"]["decide"]>[0]["present"];
const all: Present = [
  { service: "police", by: "member" },
  { service: "health", by: "member" },
  { service: "education", by: "member" },
  { service: "social-work", by: "member" },
];
const without = (service: string, by: "nobody" | "named-deputy" = "nobody"): Present =>
  all.map((one) => (one.service === service ? { ...one, by } : one));
const decide = async (of: TestGroup, groupItemId: string, more: object = {}, by = of.grant, at = atMeeting) =>
  of.area.as(by, at).dispute.items.decide({
    ...(await toItem(of, groupItemId)),
    present: all,
    decision: "The post is filled by 11 January.",
    ownerAgency: "health",
    dueOn: localDate("2027-01-11"),
    ...more,
  });

async function toldTo({ area }: TestGroup, who: TestPerson, at: Date) {
  await doDue(database, area.areaId, at);
  return area.write((tx) =>
    tx
      .select({ act: notice.act, words: notice.words, link: notice.link })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, who.practitionerId))),
  );
}

describe("who sits in the group", () => {
  test("HIG-160: an area without a co-ordinator shows it, one is named by a service manager, and a second one is refused", async () => {
    const of = await aGroup(database);
    const { area, agencies, chief, grant, teacher } = of;
    expect((await area.as(teacher).dispute.seats.list()).alerts[0]).toMatch(/no Integrated Services Co-ordinator/);
    expect(await refusalOf(nameSeat(of, grant, chief, "coordinator"))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(nameSeat(of, chief, chief, "coordinator"))).toMatchObject({ kind: "input" });
    expect(await refusalOf(nameSeat(of, chief, of.health, "coordinator"))).toMatchObject({ kind: "input" });
    await nameSeat(of, chief, grant, "coordinator");
    const { alerts, seats } = await area.as(teacher).dispute.seats.list();
    expect(alerts.join()).not.toMatch(/Co-ordinator/);
    expect(seats[0]?.holder?.who.name).toBe("M. Grant");
    const second = await area.addPractitioner({ name: "B. Two", agencyId: agencies.health, role: "coordinator" });
    expect(await refusalOf(nameSeat(of, chief, second, "coordinator"))).toMatchObject({
      kind: "already",
      because: "Somebody is named for this seat already. End that first, then name the new person.",
    });
    const [{ holder } = {}] = seats;
    await area.as(chief, soon).dispute.seats.end({ ...key(), seatId: holder?.seatId ?? "", because: "Retires" });
    await nameSeat(of, chief, second, "coordinator", "holder", new Date("2026-11-23T12:00:00.000Z"));
    const after = await area.as(chief, new Date("2026-11-23T13:00:00.000Z")).dispute.seats.list();
    expect(after.seats[0]).toMatchObject({
      holder: { who: { name: "B. Two" } },
      before: [{ who: { name: "M. Grant" }, ended: { on: "2026-11-23", because: "Retires" } }],
    });
  });

  test("HIG-177: four seats with named deputies, each for a manager of its own service, named by the co-ordinator", async () => {
    const of = await aGroup(database);
    await nameSeat(of, of.chief, of.grant, "coordinator");
    expect((await of.area.as(of.grant).dispute.seats.list()).alerts).toHaveLength(4);
    expect(await refusalOf(nameSeat(of, of.chief, of.health, "health"))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(nameSeat(of, of.grant, of.education, "health"))).toMatchObject({
      kind: "input",
      problems: [{ path: "practitionerId", message: "Choose a service manager of health" }],
    });
    expect(await refusalOf(nameSeat(of, of.grant, of.healthDeputy, "health"))).toMatchObject({ kind: "input" });
    await nameSeat(of, of.grant, of.health, "health");
    await nameSeat(of, of.grant, of.healthDeputy, "health", "deputy");
    const seat = (await of.area.as(of.helen).dispute.seats.list()).seats.find((one) => one.seat.code === "health");
    expect(seat).toMatchObject({ holder: { who: { name: "Hal Reid" } }, deputy: { who: { name: "Dot Hay" } } });
    expect(await refusalOf(nameSeat(of, of.grant, of.health, "health", "deputy"))).toMatchObject({
      kind: "already",
    });
  });

  test("HIG-158, HIG-159: a seat or the co-ordinator's post opens no child's record, and no service manager holds both", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, childId, planId, grant, health, chief } = of;
    for (const who of [grant, health, chief]) {
      const unknown = await refusalOf(area.as(who, soon).plan.get({ planId: newId() }));
      expect(await refusalOf(area.as(who, soon).plan.get({ planId }))).toEqual(unknown);
      expect(await refusalOf(area.as(who, soon).dispute.items.ofPlan({ planId, childId }))).toMatchObject({
        kind: "not-visible",
      });
    }
    expect((await area.as(grant, soon).dispute.agenda.list()).requests).toEqual([]);
    expect(await refusalOf(nameSeat(of, grant, of.chief, "coordinator"))).toMatchObject({ kind: "not-allowed" });
  });

  test("HIG-159: a service's manager who is co-ordinator as well is not named, and only the named co-ordinator names who sits", async () => {
    const of = await aGroup(database);
    const { area, agencies, chief, police, grant, health } = of;
    const both = await area.addPractitioner({ name: "B. Two", agencyId: agencies.health, role: "coordinator" });
    await area.write((tx) =>
      tx.insert(post).values({
        areaId: area.areaId,
        postId: newId(),
        practitionerId: both.practitionerId,
        agencyId: agencies.health,
        title: "Area manager",
        role: "service-manager",
        hours: 10,
        during: { from: localDate("2026-01-05") },
      }),
    );
    expect(await refusalOf(nameSeat(of, chief, both, "coordinator"))).toMatchObject({
      kind: "input",
      problems: [{ path: "practitionerId", message: expect.stringMatching(/no service's manager/) }],
    });
    await nameSeat(of, chief, grant, "coordinator");
    const seatOf = (who: TestPerson, by: TestPerson, seat: string) => (tx: Handle) =>
      rowsOf(
        tx,
        sql`insert into group_seat (area_id, seat_id, seat, holding, practitioner_id, during, recorded_by, recorded_at)
          values (${area.areaId}, ${newId()}, ${seat}, 'holder', ${who.practitionerId}, tstzrange(${soon.toISOString()}, null), ${by.practitionerId}, ${soon.toISOString()})`,
      );
    const by = (who: TestPerson) => ({
      areaId: area.areaId,
      practitionerId: who.practitionerId,
      now: soon.toISOString(),
      as: "person" as const,
    });
    for (const [who, seat, named] of [
      [both, "police", police],
      [grant, "police", health],
    ] as const)
      await expect(database.inArea(by(who), seatOf(named, who, seat))).rejects.toThrow();
    await database.inArea(by(grant), seatOf(police, grant, "police"));
  });

  test("HIG-177: a seat ends with the post it rests on, and another post of theirs keeps nothing of it", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, agencies, health, planId, helen } = of;
    await area.write(async (tx) => {
      await tx.insert(post).values({
        areaId: area.areaId,
        postId: newId(),
        practitionerId: health.practitionerId,
        agencyId: agencies.education,
        title: "Head",
        role: "head",
        hours: 2,
        during: { from: localDate("2026-01-05") },
      });
      await tx
        .update(post)
        .set({ lineManagerId: helen.practitionerId })
        .where(and(eq(post.areaId, area.areaId), eq(post.postId, health.postId)));
    });
    const groupItemId = await anItem(of);
    await place(of, groupItemId, await meetingOf(of));
    const read = (day: string) =>
      refusalOf(area.as(health, new Date(`${day}T12:00:00.000Z`)).dispute.items.one({ groupItemId }));
    await area.as(helen, soon).workforce.endPost({
      ...key(),
      postId: health.postId,
      version: 1,
      lastDay: localDate("2026-11-30"),
      reason: "Moves to a school",
    });
    const elsewhere = (
      await area.write((tx) =>
        tx
          .select({ postId: post.postId })
          .from(post)
          .where(
            and(eq(post.areaId, area.areaId), eq(post.title, "Head"), eq(post.practitionerId, health.practitionerId)),
          ),
      )
    )[0]?.postId;
    const asHead = area.as({ ...health, postId: elsewhere ?? "", role: "head" }, new Date("2026-12-01T00:00:00.000Z"));
    await area.as(health, new Date("2026-11-30T23:59:59.999Z")).dispute.items.one({ groupItemId });
    expect(await refusalOf(asHead.dispute.items.one({ groupItemId }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(asHead.plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    expect(await read("2026-12-01")).toBeDefined();
    const { seats, alerts } = await asHead.dispute.seats.list();
    expect(alerts).toContain("Nobody holds the seat for health.");
    expect(seats.find((one) => one.seat.code === "health")?.before).toMatchObject([
      { who: { name: "Hal Reid" }, ended: { on: "2026-11-30", because: "The post ended that it was held by" } },
    ]);
  });
});

describe("an item is asked for", () => {
  test("HIG-180, HIG-158: the lead's wish becomes a request to the named co-ordinator, to whom the plan opens, and to nobody else", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, childId, grant, teacher } = of;
    const groupItemId = await anItem(of);
    const desk = await area.as(grant, soon).dispute.agenda.list();
    expect(desk.requests).toMatchObject([
      { groupItemId, child: { visibility: "full" }, asked: { about: "A residential school outside the area" } },
    ]);
    await area.as(grant, soon).plan.get({ planId });
    expect(await toldTo(of, grant, soon)).toContainEqual(
      expect.objectContaining({ act: "group-item.asked", link: "/manager/group" }),
    );
    const second = await area.addPractitioner({ name: "B. Two", agencyId: of.agencies.health, role: "coordinator" });
    for (const who of [of.health, of.police, second]) {
      expect((await area.as(who, soon).dispute.agenda.list()).requests).toEqual([]);
      expect(await refusalOf(area.as(who, soon).dispute.items.one({ groupItemId }))).toMatchObject({
        kind: "not-visible",
      });
      expect(await refusalOf(area.as(who, soon).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    }
    // somebody who only works on the plan learns nothing of it, not that there is one
    expect((await area.as(of.nurse, soon).dispute.items.ofPlan({ planId, childId })).items).toEqual([]);
    const own = await area.as(teacher, soon).dispute.items.ofPlan({ planId, childId });
    expect(own).toMatchObject({ coordinator: { name: "M. Grant" }, items: [{ state: { code: "asked" } }] });
    expect(own.items[0]?.asked?.reason.label).toBe("Beyond area resources, or an external or specialist service");
    const meetingId = await meetingOf(of);
    expect(await refusalOf(place(of, groupItemId, meetingId, teacher))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(place(of, groupItemId, meetingId, second))).toMatchObject({ kind: "not-visible" });
    await place(of, groupItemId, meetingId);
    expect((await area.as(grant, soon).dispute.agenda.list()).meetings[0]?.items).toHaveLength(1);
  });

  test("HIG-180: who only works on the plan finds nothing of an item in the chronology, nor by a decision's id, until it is decided", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, childId, teacher, nurse, helen } = of;
    const { groupItemId, meetingId } = await onAgenda(of, {
      reason: "youth-justice",
      youngOffender: "parenting-order",
    });
    const stepsOf = async (who: TestPerson, at: Date) =>
      (await area.as(who, at).record.chronology({ childId })).steps.filter(({ kind }) => kind === "group-item");
    const own = await stepsOf(teacher, soon);
    expect(own.map(({ title }) => title)).toContain("An item was asked for at the Service Managers' Group");
    expect(await stepsOf(helen, soon)).toHaveLength(own.length);
    const decisionId = own.at(-1)?.decisionId ?? "";
    expect((await area.as(teacher, soon).record.decision({ decisionId })).decision.answer).toBeTruthy();
    expect(await stepsOf(nurse, soon)).toEqual([]);
    const unknown = await refusalOf(area.as(nurse, soon).record.decision({ decisionId: newId() }));
    const kept = await area.write((tx) =>
      tx
        .select({ id: decision.decisionId })
        .from(decision)
        .where(and(eq(decision.childId, childId), sql`${decision.question} like 'dispute.%'`)),
    );
    expect(kept.length).toBeGreaterThan(1);
    for (const { id } of kept)
      expect(await refusalOf(area.as(nurse, soon).record.decision({ decisionId: id }))).toEqual(unknown);
    await area.as(of.grant, soon).dispute.items.inviteReporter({
      ...(await toItem(of, groupItemId)),
      invitedOn: localDate("2026-11-23"),
    });
    await publish(of, meetingId);
    await decide(of, groupItemId, { reportersPart: "attended" });
    const after = new Date("2026-12-02T15:00:00.000Z");
    const [step, ...others] = await stepsOf(nurse, after);
    expect(step?.title).toMatch(/^The Service Managers' Group decided/);
    expect(others).toEqual([]);
    expect(step?.decisionId).toBeUndefined();
    expect((await stepsOf(teacher, after))[0]?.decisionId).toBeTruthy();
  });

  test("HIG-181: who owns the action hears what was decided and nothing before; who asked and leads no more hears nothing", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, childId, teacher, worker, helen, grant } = of;
    const { actions } = await area.as(teacher).plan.addAction({
      ...key(),
      planId,
      childId,
      what: "A nurse at the school each week",
      outcome: "Comes every day",
      ownerId: worker.practitionerId,
      dueOn: localDate("2026-12-18"),
    });
    const { groupItemId } = await area
      .as(helen)
      .dispute.items.ask(asking(of, { actionId: actions[0]?.actionId ?? newId() }));
    await area.write((tx) =>
      tx
        .update(childAccess)
        .set({ during: { from: "2026-01-05T00:00:00.000Z", until: aMonday.toISOString() } })
        .where(and(eq(childAccess.areaId, area.areaId), eq(childAccess.practitionerId, helen.practitionerId))),
    );
    await place(of, groupItemId, await meetingOf(of));
    const acts = async (who: TestPerson) => (await toldTo(of, who, soon)).map(({ act }) => act);
    expect(await acts(teacher)).toContain("group-item.placed");
    expect(await acts(worker)).not.toContain("group-item.placed");
    expect(await acts(helen)).not.toContain("group-item.placed");
    expect(await acts(grant)).toContain("group-item.asked");
  });

  test("a co-ordinator who is held back from the child is not told that an item was asked for", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, childId, grant } = of;
    await area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: area.areaId,
        blockId: newId(),
        practitionerId: grant.practitionerId,
        childId,
        because: "declared",
        tie: "niece-or-nephew",
        during: { from: aMonday.toISOString() },
        recordedBy: grant.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    const groupItemId = await anItem(of);
    expect((await toldTo(of, grant, soon)).map(({ act }) => act)).not.toContain("group-item.asked");
    expect((await area.as(grant, soon).dispute.agenda.list()).requests).toEqual([]);
    expect(await refusalOf(area.as(grant, soon).dispute.items.one({ groupItemId }))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("HIG-158: the co-ordinator changes nothing in a plan that was put to them", async () => {
    const of = await aGroup(database);
    await named(of);
    await anItem(of);
    const { planId, grant, area } = of;
    const { version } = await area.as(grant, soon).plan.get({ planId });
    expect(
      await refusalOf(area.as(grant, soon).plan.answer({ ...key(), planId, version, safetyIsPrimary: true })),
    ).toMatchObject({ kind: "not-allowed" });
  });

  test("HIG-180: a co-ordinator who is named later finds what was asked before, and one who stops sees it no more", async () => {
    const of = await aGroup(database);
    const groupItemId = await anItem(of);
    expect(await refusalOf(of.area.as(of.grant, soon).dispute.items.one({ groupItemId }))).toMatchObject({
      kind: "not-visible",
    });
    await nameSeat(of, of.chief, of.grant, "coordinator", "holder", soon);
    const { dispute } = of.area.as(of.grant, soon);
    expect((await dispute.agenda.list()).requests).toHaveLength(1);
    const [{ holder } = {}] = (await dispute.seats.list()).seats;
    await of.area.as(of.chief, atMeeting).dispute.seats.end({
      ...key(),
      seatId: holder?.seatId ?? "",
      because: "Has another post",
    });
    const after = of.area.as(of.grant, atMeeting);
    expect((await after.dispute.agenda.list()).requests).toEqual([]);
    expect(await refusalOf(after.plan.get({ planId: of.planId }))).toMatchObject({ kind: "not-visible" });
  });

  test("HIG-172, HIG-173: an item without its reason is refused, and one beyond the area's resources says what was tried locally", async () => {
    const of = await aGroup(database);
    await named(of);
    const ask = (more: object) =>
      refusalOf(of.area.as(of.teacher).dispute.items.ask({ ...asking(of), ...more } as ReturnType<typeof asking>));
    const missing = async (more: object) => {
      const raised = await of.area
        .as(of.teacher)
        .dispute.items.ask({ ...asking(of), ...more } as ReturnType<typeof asking>)
        .catch((error: unknown) => error);
      return JSON.stringify((raised as { cause?: { issues?: unknown } }).cause?.issues);
    };
    expect(await missing({ reason: undefined })).toMatch(/Choose why it comes before the group/);
    expect(await missing({ triedLocally: "  " })).toMatch(/Enter what was tried locally/);
    expect(await missing({ reason: "youth-justice", youngOffender: "none" })).toMatch(/Choose which of the four kinds/);
    expect(await ask({ actionId: newId() })).toMatchObject({ kind: "input", problems: [{ path: "actionId" }] });
    expect(await anItem(of, { reason: "significant-resource", triedLocally: "" })).toBeTruthy();
  });

  test("HIG-171: an item for a group that was replaced is refused and the group offered; what was written under its name is read", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, childId, teacher } = of;
    for (const body of ["youth-offender-forum", "caseworking-subgroup"] as const) {
      const refusal = await refusalOf(area.as(teacher).dispute.items.ask(asking(of, { body })));
      expect(JSON.stringify(refusal)).toMatch(/is closed: use \\"Service Managers' Group\\" instead/);
    }
    const groupItemId = newId();
    const [{ adoptionId } = { adoptionId: "" }] = await area.write((tx) =>
      tx.select({ adoptionId: adoption.adoptionId }).from(adoption).where(eq(adoption.areaId, area.areaId)),
    );
    await area.write((tx) =>
      tx.insert(groupItem).values({
        ...{ areaId: area.areaId, groupItemId, planId, childId, adoptionId },
        body: "youth-offender-forum",
        reason: "youth-justice",
        about: "As it was written then",
        youngOffender: "none",
        state: "asked",
        askedBy: teacher.practitionerId,
        askedAt: aMonday.toISOString(),
      }),
    );
    const read = await area.as(teacher).dispute.items.ofPlan({ planId, childId });
    expect(read.items).toMatchObject([{ groupItemId, body: { label: "Youth Offender Forum" } }]);
  });

  test("HIG-97: on a plan in dispute 'not considered' is a gap and is owed, until it is considered or the dispute is over", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, teacher, planId, childId } = of;
    const gaps = async () => (await area.as(teacher, soon).plan.get({ planId })).advocacyGaps;
    const owed = async () =>
      (
        await area.write((tx) =>
          tx
            .select({ act: duty.act })
            .from(duty)
            .where(and(eq(duty.areaId, area.areaId), like(duty.act, "plan.consider-advocacy"), isNull(duty.doneAt))),
        )
      ).length;
    expect([await gaps(), await owed()]).toEqual([[], 0]);
    const disagreement = {
      ...{ reason: "disagreement" as const, disagreement: "family-disagrees" as const },
      tried: [
        { way: "mediation" as const, was: "yes" as const, on: localDate("2026-11-16"), result: "Not settled" },
        { way: "own-agency" as const, was: "yes" as const, on: localDate("2026-11-23"), result: "No answer" },
      ],
    };
    const first = await anItem(of, disagreement);
    expect(await gaps()).toMatchObject([
      { childId, because: expect.stringMatching(/^The plan is in dispute, and nobody/), clause: expect.any(String) },
    ]);
    expect(await owed()).toBe(1);
    const toldTo = async (who: typeof teacher) =>
      (await area.as(who, soon).plan.get({ planId })).duties.some(({ act }) => act === "plan.consider-advocacy");
    expect(
      [await toldTo(teacher), await toldTo(of.nurse)],
      "whoever only works on the plan hears of no dispute",
    ).toEqual([true, false]);
    const kept = await area.write((tx) =>
      tx
        .select({ decision: decision.decision })
        .from(decision)
        .where(and(eq(decision.areaId, area.areaId), eq(decision.question, "plan.voices"))),
    );
    expect(JSON.stringify(kept)).not.toMatch(/the plan is in dispute|isInDispute":true/i);
    await area
      .as(of.grant, soon)
      .dispute.items.giveBack({ ...(await toItem(of, first)), because: "Settle it in the team first." });
    expect([await gaps(), await owed()]).toEqual([[], 0]);
    await anItem(of, disagreement);
    expect(await owed()).toBe(1);
    await area.as(teacher, soon).consent.theirWord.advocacy({
      ...{ ...key(), planId, childId, whose: "child", step: "not-needed" },
      ...{ words: "She speaks for herself.", on: localDate("2026-11-23") },
    });
    expect([await gaps(), await owed()]).toEqual([[], 0]);
  });

  test("HIG-175: a disagreement is taken with what was tried, and returned with nothing attached", async () => {
    const of = await aGroup(database);
    await named(of);
    const tried = [
      { way: "mediation" as const, was: "yes" as const, on: localDate("2026-11-16"), result: "Not settled" },
      { way: "own-agency" as const, was: "yes" as const, on: localDate("2026-11-23"), result: "No answer" },
    ];
    const asked = { reason: "disagreement" as const, disagreement: "family-disagrees" as const };
    const nothing = await refusalOf(
      of.area
        .as(of.teacher)
        .dispute.items.ask(asking(of, { ...asked, tried: tried.map(({ way }) => ({ way, was: "no" as const })) })),
    );
    expect(JSON.stringify(nothing)).toMatch(/Returned: attach the record of what was tried before/);
    const tomorrow = [{ ...tried[0], on: localDate("2026-11-24") } as (typeof tried)[0]];
    expect(
      await refusalOf(of.area.as(of.teacher).dispute.items.ask(asking(of, { ...asked, tried: tomorrow }))),
    ).toMatchObject({ kind: "input", problems: [{ path: "tried.0.on" }] });
    // what was agreed and not delivered has been with both agencies' management (HIG-152)
    const undelivered = { ...asked, disagreement: "will-not-deliver" as const, tried };
    expect(JSON.stringify(await refusalOf(of.area.as(of.teacher).dispute.items.ask(asking(of, undelivered))))).toMatch(
      /each partner agency's management/,
    );
    await anItem(of, { ...asked, tried });
    const [request] = (await of.area.as(of.grant, soon).dispute.agenda.list()).requests;
    expect(request?.asked?.tried).toMatchObject([
      { way: { code: "mediation" }, on: "2026-11-16", result: "Not settled" },
      { way: { code: "own-agency" }, on: "2026-11-23" },
    ]);
  });

  test("whoever only works on the plan, another child's people and another area ask for none; where the documents know no group nobody does", async () => {
    const of = await aGroup(database);
    await named(of);
    expect(await refusalOf(of.area.as(of.nurse).dispute.items.ask(asking(of)))).toMatchObject({ kind: "not-allowed" });
    const unknown = await refusalOf(
      of.area.as(of.chief).dispute.items.ask(asking({ planId: of.planId, childId: newId() })),
    );
    expect(await refusalOf(of.area.as(of.chief).dispute.items.ask(asking(of)))).toEqual(unknown);
    const elsewhere = await aGroup(database);
    expect(await refusalOf(elsewhere.area.as(elsewhere.teacher).dispute.items.ask(asking(of)))).toEqual(unknown);
    expect(await refusalOf(of.area.as(of.grant).dispute.items.ask(asking(of)))).toMatchObject({ kind: "not-allowed" });
    const wigan = await aCase(database, { edition: "wigan" });
    expect(await refusalOf(wigan.area.as(wigan.teacher).dispute.items.ask(asking(wigan)))).toMatchObject({
      kind: "not-allowed",
    });
    expect(await wigan.area.as(wigan.head).dispute.agenda.list()).toMatchObject({ hasGroup: false, meetings: [] });
    expect(await wigan.area.as(wigan.teacher).dispute.seats.list()).toMatchObject({ hasGroup: false });
  });

  test("asked twice under one key it is one; taken back or given back, the plan closes to the co-ordinator at once", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, teacher, grant, planId, childId } = of;
    const command = asking(of);
    const [one, two] = [
      await area.as(teacher).dispute.items.ask(command),
      await area.as(teacher).dispute.items.ask(command),
    ];
    expect(two).toEqual(one);
    await area.as(grant, soon).dispute.items.giveBack({
      ...(await toItem(of, one.groupItemId)),
      because: "Say which schools were asked",
    });
    expect(await refusalOf(area.as(grant, atMeeting).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    const read = await area.as(teacher, atMeeting).dispute.items.ofPlan({ planId, childId });
    expect(read.items).toMatchObject([
      { state: { code: "returned" }, asked: { because: "Say which schools were asked" }, withdraw: { may: false } },
    ]);
    const again = await anItem(of);
    const moved = await toItem(of, again);
    await area.as(teacher, soon).dispute.items.withdraw({ ...moved, because: "Settled" });
    expect((await area.as(grant, atMeeting).dispute.agenda.list()).requests).toEqual([]);
    expect(
      await refusalOf(area.as(teacher, soon).dispute.items.withdraw({ ...moved, ...key(), because: "Settled" })),
    ).toMatchObject({ kind: "already" });
  });
});

describe("on the agenda", () => {
  test("HIG-158, HIG-177: those who sit see item and plan from the second it is placed to the end of the meeting's day, or until it is taken off", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, health, healthDeputy, grant } = of;
    const groupItemId = await anItem(of);
    const meetingId = await meetingOf(of);
    await place(of, groupItemId, meetingId);
    for (const who of [health, healthDeputy, of.police]) {
      await area.as(who, soon).plan.get({ planId });
      expect((await area.as(who, soon).dispute.items.one({ groupItemId })).item.child.visibility).toBe("full");
      await area.as(who, new Date("2026-12-02T23:59:59.999Z")).plan.get({ planId });
      expect(await refusalOf(area.as(who, new Date("2026-12-03T00:00:00.000Z")).plan.get({ planId }))).toMatchObject({
        kind: "not-visible",
      });
    }
    const before = new Date(soon.getTime() - 1);
    expect(await refusalOf(area.as(health, before).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    const looks = await area.write((tx) =>
      tx
        .select({ basis: auditEntry.basis })
        .from(auditEntry)
        .where(and(eq(auditEntry.act, "group-item.read"), eq(auditEntry.practitionerId, health.practitionerId))),
    );
    expect(looks).toEqual([{ basis: "forum-member" }]);
    const off = new Date("2026-11-24T09:00:00.000Z");
    await area
      .as(grant, off)
      .dispute.items.takeOff({ ...(await toItem(of, groupItemId)), because: "Settled meanwhile" });
    expect(await refusalOf(area.as(health, off).dispute.items.one({ groupItemId }))).toMatchObject({
      kind: "not-visible",
    });
    await area.as(grant, off).dispute.items.one({ groupItemId });
  });

  test("HIG-177: somebody named while an item is on the agenda sees it from then on, and stops with the seat", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, agencies, grant, planId } = of;
    const { groupItemId } = await onAgenda(of);
    const other = await area.addPractitioner({ name: "Ed Two", agencyId: agencies.education, role: "head" });
    expect(await refusalOf(area.as(other, soon).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    await nameSeat(of, grant, other, "education", "deputy", soon);
    await area.as(other, soon).dispute.items.one({ groupItemId });
    const seat = (await area.as(grant, soon).dispute.seats.list()).seats.find((one) => one.seat.code === "education");
    const later = new Date("2026-11-25T09:00:00.000Z");
    await area
      .as(grant, later)
      .dispute.seats.end({ ...key(), seatId: seat?.deputy?.seatId ?? "", because: "Moved school" });
    expect(await refusalOf(area.as(other, later).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
  });

  test("HIG-178: an agenda with a young offender's item is not published before the Reporter is invited, who is given no vote", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, grant } = of;
    const { groupItemId, meetingId } = await onAgenda(of, {
      reason: "youth-justice",
      youngOffender: "antisocial-behaviour-order",
    });
    expect(JSON.stringify(await refusalOf(publish(of, meetingId)))).toMatch(
      /invite the Children's Reporter before it is published/,
    );
    const tomorrow = await refusalOf(
      area.as(grant, soon).dispute.items.inviteReporter({
        ...(await toItem(of, groupItemId)),
        invitedOn: localDate("2026-11-24"),
      }),
    );
    expect(tomorrow).toMatchObject({ kind: "input", problems: [{ path: "invitedOn" }] });
    await area.as(grant, soon).dispute.items.inviteReporter({
      ...(await toItem(of, groupItemId)),
      invitedOn: localDate("2026-11-23"),
    });
    await publish(of, meetingId);
    expect(JSON.stringify(await refusalOf(decide(of, groupItemId)))).toMatch(
      /not recorded whether the Children's Reporter was there/,
    );
    expect(JSON.stringify(await refusalOf(decide(of, groupItemId, { reportersPart: "absent" })))).toMatch(
      /write down why/,
    );
    await decide(of, groupItemId, { reportersPart: "absent-with-reason", reportersWords: "At a hearing" });
    const { items } = await area
      .as(of.teacher, atMeeting)
      .dispute.items.ofPlan({ planId: of.planId, childId: of.childId });
    expect(items[0]?.asked?.reporter).toMatchObject({ words: "At a hearing", part: { code: "absent-with-reason" } });
    expect(items[0]?.decided?.present.map(({ service }) => service.code)).toEqual([
      "police",
      "health",
      "education",
      "social-work",
    ]);
  });

  test("HIG-179: where housing matters it is said why, and the Area Housing Manager is invited before the agenda is published", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, grant } = of;
    const groupItemId = await anItem(of);
    const meetingId = await meetingOf(of);
    await place(of, groupItemId, meetingId);
    expect(JSON.stringify(await refusalOf(publish(of, meetingId)))).toMatch(/Say whether housing matters/);
    await area.as(grant, soon).dispute.items.markHousing({
      ...(await toItem(of, groupItemId)),
      matters: "yes",
      why: "The tenancy is at risk",
    });
    expect(JSON.stringify(await refusalOf(publish(of, meetingId)))).toMatch(/invite the Area Housing Manager/);
    await area.as(grant, soon).dispute.items.markHousing({
      ...(await toItem(of, groupItemId)),
      matters: "yes",
      why: "The tenancy is at risk",
      invitedOn: localDate("2026-11-23"),
    });
    await publish(of, meetingId);
    expect((await area.as(of.police, soon).dispute.agenda.list()).meetings[0]).toMatchObject({
      publishedOn: "2026-11-23",
      items: [{ asked: { housing: { matters: true, why: "The tenancy is at risk" } } }],
    });
    const next = await area.as(grant, soon).dispute.agenda.arrange({ ...key(), heldOn: localDate("2026-12-09") });
    const other = await anItem(of, { about: "A second one" });
    await place(of, other, next.meetingId);
    expect(await refusalOf(place(of, other, next.meetingId))).toMatchObject({ kind: "input" });
    expect(JSON.stringify(await refusalOf(place(of, other, meetingId)))).toMatch(/Say whether housing matters/);
  });

  test("HIG-180: meetings are set and published by the named co-ordinator alone, once a day", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, grant, agencies, health } = of;
    const second = await area.addPractitioner({ name: "B. Two", agencyId: agencies.health, role: "coordinator" });
    const arrange = (who: TestPerson, heldOn = meetingDay) => area.as(who).dispute.agenda.arrange({ ...key(), heldOn });
    expect(await refusalOf(arrange(second))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(arrange(health))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(arrange(grant, localDate("2026-11-22")))).toMatchObject({ kind: "input" });
    expect(await refusalOf(arrange(grant, localDate("2027-11-24")))).toMatchObject({ kind: "input" });
    const { meetingId } = await arrange(grant, localDate("2026-11-23"));
    expect(await refusalOf(arrange(grant, localDate("2026-11-23")))).toMatchObject({ kind: "already" });
    expect(await refusalOf(publish(of, meetingId))).toMatchObject({ kind: "not-allowed" });
    const { agenda } = area.as(grant).dispute;
    expect(await refusalOf(agenda.publish({ ...key(), meetingId, version: 2 }))).toMatchObject({
      kind: "changed-since",
    });
    expect(await refusalOf(agenda.publish({ ...key(), meetingId: newId(), version: 1 }))).toMatchObject({
      kind: "not-visible",
    });
  });
});

describe("what the group decides", () => {
  test("HIG-159, HIG-177: with health absent it is refused, 3 of 4; with the named deputy it closes; no one service closes it alone", async () => {
    const of = await aGroup(database);
    await named(of);
    const { groupItemId, meetingId } = await onAgenda(of);
    expect(await refusalOf(decide(of, groupItemId))).toMatchObject({ kind: "not-allowed" });
    await publish(of, meetingId);
    expect(await refusalOf(decide(of, groupItemId, { dueOn: localDate("2026-12-01") }))).toMatchObject({
      kind: "input",
      problems: [{ path: "dueOn" }],
    });
    const early = new Date("2026-12-01T23:59:59.999Z");
    expect(await refusalOf(decide(of, groupItemId, {}, of.grant, early))).toMatchObject({ kind: "not-allowed" });
    const alone = all.map((one) => (one.service === "education" ? one : { ...one, by: "nobody" as const }));
    expect(JSON.stringify(await refusalOf(decide(of, groupItemId, { present: alone }, of.education)))).toMatch(
      /Only 1 of 4 services took part/,
    );
    expect(JSON.stringify(await refusalOf(decide(of, groupItemId, { present: without("health") })))).toMatch(
      /Only 3 of 4 services took part. Missing, with no deputy named: health/,
    );
    const unsaid = all.filter(({ service }) => service !== "health");
    expect(JSON.stringify(await refusalOf(decide(of, groupItemId, { present: unsaid })))).toMatch(
      /recorded for 3 of 4 services/,
    );
    expect(await refusalOf(decide(of, groupItemId, { present: without("police", "named-deputy") }))).toMatchObject({
      kind: "input",
      problems: [{ path: "present.0.by" }],
    });
    await decide(of, groupItemId, { present: without("health", "named-deputy") }, of.education);
    const { items } = await of.area
      .as(of.teacher, atMeeting)
      .dispute.items.ofPlan({ planId: of.planId, childId: of.childId });
    expect(items[0]?.decided?.present).toContainEqual(
      expect.objectContaining({ by: { code: "named-deputy", label: "The named deputy" }, name: "Dot Hay" }),
    );
    expect(await refusalOf(decide(of, groupItemId, {}, of.grant))).toMatchObject({ kind: "not-visible" });
  });

  test("HIG-181: the decision goes back to the plan and its action the same day with owner and date, the lead is told, and the case closes to the group", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, childId, teacher, nurse, worker, grant, health } = of;
    const withAction = await area.as(teacher).plan.addAction({
      ...key(),
      planId,
      childId,
      what: "A nurse at the school each week",
      outcome: "Comes every day",
      ownerId: worker.practitionerId,
      dueOn: localDate("2026-12-18"),
    });
    const actionId = withAction.actions[0]?.actionId ?? "";
    const { groupItemId, meetingId } = await onAgenda(of, { actionId });
    await publish(of, meetingId);
    await decide(of, groupItemId, {}, grant, atMeeting);
    const after = new Date("2026-12-02T15:00:00.000Z");
    // whoever works on the plan reads what was decided, and not why it came
    const read = await area.as(nurse, after).dispute.items.ofPlan({ planId, childId });
    expect(read.items).toMatchObject([
      {
        action: { actionId },
        decided: {
          on: "2026-12-02",
          decision: "The post is filled by 11 January.",
          owner: { label: "Health" },
          dueOn: "2027-01-11",
          recordedBy: { name: "M. Grant" },
        },
      },
    ]);
    expect(read.items[0]?.asked).toBeUndefined();
    const own = await area.as(teacher, after).dispute.items.ofPlan({ planId, childId });
    expect(own.items[0]?.asked).toMatchObject({ by: { name: "Morag Shaw" }, triedLocally: /Three schools/ });
    for (const who of [teacher, worker])
      expect(await toldTo(of, who, after)).toContainEqual({
        act: "group-item.decided",
        words:
          "The Service Managers' Group decided on an item about one child's plan. Who sees to it: Health, by 11 January 2027.",
        link: `/named-person/plans/${planId}`,
      });
    const chronology = (await area.as(teacher, after).record.chronology({ childId })).steps;
    expect(chronology[0]).toMatchObject({
      title: "The Service Managers' Group decided on 2 December 2026: Health, by 11 January 2027",
    });
    for (const who of [grant, health])
      expect(await refusalOf(area.as(who, after).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    const { meetings } = await area.as(grant, after).dispute.agenda.list();
    expect(meetings[0]).toMatchObject({ items: [], decided: 1 });
    // what was asked is never written anew, and what was decided is never changed
    for (const as of ["person", "system"] as const)
      await expect(
        database.inArea(
          { areaId: area.areaId, practitionerId: teacher.practitionerId, now: after.toISOString(), as },
          (tx) => rowsOf(tx, sql`update group_item set about = 'Something else' returning 1`),
        ),
      ).rejects.toThrow();
    const changed = await database.inArea(
      { areaId: area.areaId, practitionerId: teacher.practitionerId, now: after.toISOString(), as: "person" },
      (tx) => rowsOf(tx, sql`update group_item set decision = 'Something else' returning 1`),
    );
    expect(changed).toEqual([]);
  });

  test("HIG-158: why a decided item came is for nobody who only reads the plan, nor for those who sit for another item", async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, planId, childId, nurse, health, teacher } = of;
    const tried = [
      { way: "mediation" as const, was: "yes" as const, on: localDate("2026-11-16"), result: "Not settled" },
    ];
    const { groupItemId, meetingId } = await onAgenda(of, {
      reason: "disagreement",
      disagreement: "family-disagrees",
      tried,
    });
    await publish(of, meetingId);
    await decide(of, groupItemId);
    const after = new Date("2026-12-02T15:00:00.000Z");
    const second = await anItem(of, { about: "A second one" });
    const next = await area.as(of.grant, after).dispute.agenda.arrange({ ...key(), heldOn: localDate("2026-12-16") });
    await place(of, second, next.meetingId, of.grant, after);
    const { items } = await area.as(health, after).dispute.items.ofPlan({ planId, childId });
    expect(items.map((one) => [one.groupItemId === second, one.asked !== undefined])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, false],
      ]),
    );
    const triedAs = (who: TestPerson) =>
      database.inArea(
        { areaId: area.areaId, practitionerId: who.practitionerId, now: after.toISOString(), as: "person" },
        (tx) => rowsOf(tx, sql`select result from group_item_tried`),
      );
    expect(await triedAs(teacher)).toEqual([{ result: "Not settled" }]);
    expect([await triedAs(nurse), await triedAs(health)]).toEqual([[], []]);
  });

  test("HIG-181: an item is changed from the version that was seen", async () => {
    const of = await aGroup(database);
    await named(of);
    const groupItemId = await anItem(of);
    const meetingId = await meetingOf(of);
    const stale = await toItem(of, groupItemId);
    await noHousing(of, groupItemId);
    expect(await refusalOf(of.area.as(of.grant, soon).dispute.items.place({ ...stale, meetingId }))).toMatchObject({
      kind: "changed-since",
    });
  });
});
