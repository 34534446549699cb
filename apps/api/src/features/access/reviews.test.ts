import { accessReviews, localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { accessReview, accessReviewAsk, childAccess, emergencyAccess } from "../../db/schema/access.ts";
import { area as areaTable } from "../../db/schema/area.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { oweAccessReviews } from "../../jobs/access-reviews.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { aCase, sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const daysLater = (days: number) => new Date(aMonday.getTime() + days * 86_400_000);

/**
 * Tess manages Nia, who is named person for Robin and Wren and works on the plan of Lark, whom Otto of another agency
 * leads. Tess works with Robin as a line manager, and not with the others. Sam manages Tess.
 */
async function aTeam() {
  const area = await aTestArea(database);
  const health = await area.addAgency("health", "Community nursing");
  const other = await area.addAgency("social-work", "Family support");
  const sam = await area.addPractitioner({ name: "Sam Orr", agencyId: health, role: "service-manager" });
  const tess = await area.addPractitioner({
    name: "Tess Marsh",
    agencyId: health,
    role: "team-manager",
    lineManagerId: sam.practitionerId,
  });
  const nia = await area.addPractitioner({
    name: "Nia Fell",
    agencyId: health,
    title: "Health visitor",
    lineManagerId: tess.practitionerId,
  });
  const otto = await area.addPractitioner({ name: "Otto Lind", agencyId: other });
  const coordinator = await area.addPractitioner({ name: "Cora Vane", agencyId: other, role: "coordinator" });
  const robin = await area.addChild({ givenName: "Robin" });
  const wren = await area.addChild({ givenName: "Wren" });
  const lark = await area.addChild({ givenName: "Lark", familyName: "Quaid" });
  const recently = { from: "2026-11-02T00:00:00.000Z" };
  await area.relate(nia, robin, "named-person");
  await area.relate(nia, wren, "named-person", recently);
  await area.relate(nia, lark, "plan-practitioner");
  await area.relate(otto, lark, "lead");
  await area.relate(tess, robin, "line-manager");
  return { area, health, sam, tess, nia, otto, coordinator, robin, wren, lark };
}
type Team = Awaited<ReturnType<typeof aTeam>>;

const said = (of: { readonly practitionerId: string }, end: readonly string[] = [], words?: string) => ({
  idempotencyKey: newKey(),
  practitionerId: of.practitionerId,
  end: [...end],
  ...(words === undefined ? {} : { words }),
});

async function told({ area }: Team, who: TestPerson, at = aMonday) {
  await doDue(database, area.areaId, at);
  return area.write((tx) =>
    tx
      .select({ words: notice.words, childId: notice.childId, link: notice.link, act: notice.act })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, who.practitionerId))),
  );
}
const owedTo = ({ area }: Team, who: TestPerson) =>
  area.write((tx) =>
    tx
      .select()
      .from(duty)
      .where(and(eq(duty.areaId, area.areaId), eq(duty.owedBy, who.practitionerId), eq(duty.act, accessReviews.act))),
  );

describe("who may not go through what somebody can see", () => {
  test.each(["practitioner", "record-keeper", "coordinator", "strategic-manager", "privacy-officer"] as const)(
    "a %s may not, whomever they ask about",
    async (role) => {
      const { area, health, nia } = await aTeam();
      const person = await area.addPractitioner({ name: "Kit Ray", agencyId: health, role });
      const { access } = area.as(person);
      for (const call of [
        () => access.reviews.list({}),
        () => access.reviews.person({ practitionerId: nia.practitionerId }),
        () => access.reviews.record(said(nia)),
      ])
        expect((await refusalOf(call())).kind).toBe("not-allowed");
    },
  );

  test("somebody else's staff, nobody at all and another area's person read the same", async () => {
    const { area, nia, otto, sam } = await aTeam();
    const elsewhere = await aTeam();
    const { access } = area.as(await area.addPractitioner({ name: "Gil Ash", agencyId: otto.agencyId, role: "head" }));
    const asked = [nia.practitionerId, newId(), elsewhere.nia.practitionerId];
    for (const practitionerId of asked) {
      expect(await refusalOf(access.reviews.person({ practitionerId }))).toEqual({
        kind: "not-visible",
        what: "practitioner",
      });
      expect(await refusalOf(access.reviews.record(said({ practitionerId })))).toEqual({
        kind: "not-visible",
        what: "practitioner",
      });
    }
    // the manager's own manager goes through the manager, and not through the manager's staff
    const { people } = await area.as(sam).access.reviews.list({});
    expect(people.map(({ name }) => name)).toEqual(["Tess Marsh"]);
  });

  test("nobody goes through what they can see themselves, not even as the manager of their own team", async () => {
    const { area, health, tess } = await aTeam();
    const team = await area.addTeam(health, "Own team", tess.practitionerId);
    await area.addPost(tess, { agencyId: health, teamId: team, role: "team-manager" });
    const { access } = area.as(tess);
    expect((await access.reviews.list({})).people.map(({ name }) => name)).toEqual(["Nia Fell"]);
    for (const call of [
      () => access.reviews.person({ practitionerId: tess.practitionerId }),
      () => access.reviews.record(said(tess)),
    ])
      expect(await refusalOf(call())).toMatchObject({
        kind: "not-allowed",
        why: "Your own line manager goes through what you can see.",
      });
  });

  test("the database keeps no review by somebody who does not manage the person, nor of oneself", async () => {
    const { area, tess, nia, otto } = await aTeam();
    const keep = (by: TestPerson, of: TestPerson) =>
      database.inArea(
        { areaId: area.areaId, practitionerId: by.practitionerId, now: aMonday.toISOString(), as: "person" },
        (tx) =>
          tx.insert(accessReview).values({
            areaId: area.areaId,
            reviewId: newId(),
            practitionerId: of.practitionerId,
            reviewedBy: by.practitionerId,
            outcome: "keep",
            seen: {},
            reviewedAt: aMonday.toISOString(),
          }),
      );
    await keep(tess, nia);
    for (const [by, of] of [
      [otto, nia],
      [nia, tess],
      [tess, tess],
    ] as const)
      await expect(keep(by, of)).rejects.toThrow();
    const seen = (who: TestPerson) =>
      database.inArea(
        { areaId: area.areaId, practitionerId: who.practitionerId, now: aMonday.toISOString(), as: "person" },
        (tx) => rowsOf(tx, sql`select 1 from access_review`),
      );
    expect(await seen(tess)).toHaveLength(1);
    expect([await seen(nia), await seen(otto)]).toEqual([[], []]);
  });

  test("what was said is never changed or taken away", async () => {
    const of = await aTeam();
    await of.area.as(of.tess).access.reviews.record(said(of.nia));
    for (const change of ["update access_review set words = 'other'", "delete from access_review"])
      await expect(database.jobs.executeSql(change)).rejects.toThrow(/insert only/);
  });
});

describe("who can see what", () => {
  test("is said in numbers: by relation, since when, and how many were not looked at for 90 days", async () => {
    const { area, tess, nia, wren } = await aTeam();
    await area.as(nia).people.child({ childId: wren });
    const { people, everyDays } = await area.as(tess).access.reviews.list({});
    expect(everyDays).toBe(90);
    expect(people).toEqual([
      {
        practitionerId: nia.practitionerId,
        name: "Nia Fell",
        postTitle: "Health visitor",
        agency: "Community nursing",
        round: { dueOn: "2026-12-07", isLate: false },
        parts: [
          {
            code: "named-person",
            label: "named person",
            children: 2,
            since: "2026-01-05",
            lastLook: "2026-11-23",
            withoutLook: 1,
          },
          { code: "plan-practitioner", label: "works on the plan", children: 1, since: "2026-01-05", withoutLook: 1 },
        ],
        children: 3,
        childrenApart: 0,
        withoutLook: 2,
        flags: [
          { code: "no-look", label: "Not looked at for 90 days", count: 2 },
          { code: "outside-team", label: "Nobody in their team leads or is named person for the child", count: 1 },
        ],
        openAsks: 0,
      },
    ]);
  });

  test("counts a post that ends within 30 days and openings in an emergency, and not a record held back", async () => {
    const of = await aTeam();
    const { area, health, tess, nia, lark, otto } = of;
    const leaver = await area.addPractitioner({
      name: "Lee Moss",
      agencyId: health,
      lineManagerId: tess.practitionerId,
      during: { from: localDate("2026-10-05"), until: localDate("2026-12-01") },
    });
    await area.write((tx) =>
      tx.insert(emergencyAccess).values({
        areaId: area.areaId,
        emergencyAccessId: newId(),
        practitionerId: leaver.practitionerId,
        postId: leaver.postId,
        childId: lark,
        reason: "missing",
        words: "Not home",
        during: { from: "2026-11-20T08:00:00.000Z", until: "2026-11-20T09:00:00.000Z" },
        reviewBy: "2026-11-25T00:00:00.000Z",
      }),
    );
    const row = async (who: TestPerson) =>
      (await area.as(tess).access.reviews.list({ search: who.practitionerName })).people[0];
    expect(await row(leaver)).toMatchObject({
      children: 0,
      flags: [
        { code: "post-ends", count: 1, on: "2026-11-30" },
        { code: "emergency", count: 1 },
      ],
      round: { dueOn: "2027-01-03", isLate: false },
    });
    await area.as(nia).access.outsideWork.declareChild({
      idempotencyKey: newKey(),
      child: { by: "name", given: "Lark", family: "Quaid", bornOn: localDate("2016-05-04") },
      tie: "own-child",
    });
    expect(await row(nia)).toMatchObject({ children: 2 });
    expect((await area.as(tess).access.reviews.list({ show: "due" })).people.map(({ name }) => name)).toEqual([
      "Nia Fell",
    ]);
    expect((await area.as(tess).access.reviews.list({ search: "nobody" })).people).toEqual([]);
    expect((await refusalOf(area.as(otto).access.reviews.list({}))).kind).toBe("not-allowed");
  });

  test("names only the children whom the manager works with, one audit entry each, and counts the others", async () => {
    const { area, tess, nia, robin, wren, lark } = await aTeam();
    const seen = await area.as(tess).access.reviews.person({ practitionerId: nia.practitionerId });
    expect(seen.lines.map(({ key, child, children }) => [key, child.visibility, children])).toEqual([
      [`${robin}.named-person`, "full", 1],
      ["others-not-looked-at.plan-practitioner", "restricted", 1],
      ["others.named-person", "restricted", 1],
    ]);
    const answered = JSON.stringify(seen);
    for (const kept of ["Wren", "Lark", "Quaid", wren, lark]) expect(answered).not.toContain(kept);
    const entries = await area.write((tx) =>
      tx
        .select({ act: auditEntry.act, childId: auditEntry.childId })
        .from(auditEntry)
        .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.practitionerId, tess.practitionerId))),
    );
    expect(entries.filter(({ childId }) => childId !== null)).toEqual([{ act: "access-review.read", childId: robin }]);
    expect(entries).toHaveLength(2);
  });
});

describe("a review", () => {
  test("keeps everything, dated, and the next one is due 90 days on, or as many as the area set", async () => {
    const { area, tess, nia } = await aTeam();
    const after = await area.as(tess).access.reviews.record(said(nia));
    expect(after.round).toEqual({ lastOn: "2026-11-23", lastBy: "Tess Marsh", dueOn: "2027-02-21", isLate: false });
    expect(after.reviews).toMatchObject([{ by: "Tess Marsh", outcome: "keep", children: 3, asked: 0, stillOpen: 0 }]);
    await database.jobs.executeSql("update area set access_review_days = 30 where area_id = $1", [area.areaId]);
    const { people } = await area.as(tess).access.reviews.list({});
    expect(people[0]?.round.dueOn).toBe("2026-12-23");
    await expect(
      area.write((tx) => tx.update(areaTable).set({ accessReviewDays: 10 }).where(eq(areaTable.areaId, area.areaId))),
    ).rejects.toThrow();
  });

  test("asks that a part ends: whoever leads hears of it, without the reason, and it is open until it has ended", async () => {
    const of = await aTeam();
    const { area, tess, nia, otto, coordinator, lark } = of;
    const why = "Lark moved away in spring";
    const key = "others-not-looked-at.plan-practitioner";
    const after = await area.as(tess).access.reviews.record(said(nia, [key, key], why));
    expect(after).toMatchObject({
      openAsks: 1,
      reviews: [{ outcome: "ask-to-end", words: why, asked: 1, stillOpen: 1 }],
    });
    expect(after.lines.find((one) => one.key === key)?.isAsked).toBe(true);
    const [heard, ...more] = await told(of, otto);
    expect(more).toEqual([]);
    expect(heard).toMatchObject({
      childId: lark,
      words:
        "Tess Marsh, who manages Nia Fell, asks that the part of Nia Fell (works on the plan) ends in one child's care. End it, or speak with them about why it goes on.",
    });
    expect(await told(of, coordinator)).toEqual([]);
    expect(await told(of, nia)).toEqual([]);
    await area.write((tx) =>
      tx
        .update(childAccess)
        .set({ during: sql`tstzrange(lower(during), ${daysLater(1).toISOString()}::timestamptz)` })
        .where(and(eq(childAccess.areaId, area.areaId), eq(childAccess.basis, "plan-practitioner"))),
    );
    const later = await area.as(tess, daysLater(2)).access.reviews.person({ practitionerId: nia.practitionerId });
    expect(later).toMatchObject({ openAsks: 0, children: 2, reviews: [{ asked: 1, stillOpen: 0 }] });
  });

  test("puts it to the co-ordinators where nobody else leads, and names the child to none of them", async () => {
    const of = await aTeam();
    const { area, tess, nia, coordinator, robin } = of;
    await area.as(tess).access.reviews.record(said(nia, [`${robin}.named-person`], "She moves to another school"));
    const [heard] = await told(of, coordinator);
    expect(heard).toMatchObject({ childId: null, link: null });
    expect(heard?.words).toContain("for whom nobody else leads");
  });

  test("of a line that is no longer there is refused, and nothing is kept", async () => {
    const { area, tess, nia, wren } = await aTeam();
    for (const key of ["others.lead", `${wren}.named-person`, "x"])
      expect(
        await refusalOf(area.as(tess).access.reviews.record(said(nia, [key, "others.named-person"], "It is over"))),
      ).toEqual({ kind: "changed-since", what: "access" });
    const kept = await area.write((tx) =>
      tx.select().from(accessReviewAsk).where(eq(accessReviewAsk.areaId, area.areaId)),
    );
    expect(kept).toEqual([]);
  });
});

describe("the round of access reviews", () => {
  test("comes to a manager's desk once, is closed when all were gone through, and comes back a quarter later", async () => {
    const of = await aTeam();
    const { area, tess, nia } = of;
    await oweAccessReviews(database, aMonday);
    await oweAccessReviews(database, daysLater(1));
    const [owed, ...twice] = await owedTo(of, tess);
    expect(twice).toEqual([]);
    expect(owed).toMatchObject({ dueBy: "2026-12-08T00:00:00.000Z", onAccountOf: of.sam.practitionerId, doneAt: null });
    const { duties } = await area.as(tess).record.duties({});
    expect(duties.map(({ act }) => act)).toEqual([accessReviews.act]);
    await area.as(tess, daysLater(2)).access.reviews.record(said(nia));
    expect((await area.as(tess, daysLater(2)).record.duties({})).duties).toEqual([]);
    expect((await area.as(tess, daysLater(2)).access.reviews.list({ show: "due" })).people).toEqual([]);
    await oweAccessReviews(database, daysLater(60));
    expect(await owedTo(of, tess)).toHaveLength(1);
    await oweAccessReviews(database, daysLater(80));
    expect(await owedTo(of, tess)).toHaveLength(2);
  });

  test("that is late goes to the service manager, once", async () => {
    const of = await aTeam();
    await oweAccessReviews(database, aMonday);
    const late = daysLater(16);
    for (let at = 0; at < 3; at += 1) await doDue(database, of.area.areaId, late);
    const heard = (await told(of, of.sam, late)).filter(({ words }) => words.startsWith("Tess Marsh"));
    expect(heard.map(({ words }) => words)).toEqual([
      "Tess Marsh has run out of time for this. Go through what the people you manage can see: keep it, or ask for it to end. (ours)",
    ]);
    expect((await told(of, of.tess, late)).filter(({ act }) => act === "clock.missed")).toHaveLength(1);
    const { people } = await of.area.as(of.tess, late).access.reviews.list({});
    expect(people.map(({ round }) => round)).toEqual([{ dueOn: "2026-12-07", isLate: true }]);
    const { duties } = await of.area.as(of.sam, late).record.duties({ whose: "on-my-account" });
    expect(duties).toHaveLength(1);
  });

  test("is owed by nobody who manages nobody, nor at a post that may not go through it", async () => {
    const of = await aTeam();
    const keeper = await of.area.addPractitioner({ name: "Una Reid", agencyId: of.health, role: "record-keeper" });
    await of.area.addPractitioner({ name: "Ben Hay", agencyId: of.health, lineManagerId: keeper.practitionerId });
    await oweAccessReviews(database, aMonday);
    for (const who of [keeper, of.otto, of.nia]) expect(await owedTo(of, who)).toEqual([]);
  });
});

describe("HIG-26: what is open to somebody without a part in a child's care is gone through too", () => {
  test("what was shared with them, and a light account's own actions, until each ends", async () => {
    const of = await aCase(database);
    const { area, agencies, teacher, head, helen, planId, childId } = of;
    const staff = (name: string, more: object = {}) =>
      area.addPractitioner({ name, agencyId: agencies.health, lineManagerId: helen.practitionerId, ...more });
    const therapist = await staff("Rosa Brand");
    const light = await staff("Lou Bell", { role: "light" });
    const asTeacher = area.as(teacher);
    const { items } = await asTeacher.consent.forChild({ childId });
    const concern = items.find(({ kind }) => kind === "concern");
    const joined = await asTeacher.plan.addPractitioner({
      idempotencyKey: newKey(),
      planId,
      practitioner: { practitionerId: light.practitionerId, posts: [], involvement: "involved" },
    });
    await asTeacher.plan.addAction({
      ...{ idempotencyKey: newKey(), planId, childId, what: "Swimming", outcome: "At ease" },
      ...{ ownerId: light.practitionerId, dueOn: localDate("2026-12-10") },
    });
    await asTeacher.consent.release({
      ...sharedBy(head),
      ...{ idempotencyKey: newKey(), childId, kind: "concern", itemId: concern?.itemId ?? "" },
      ...{ toId: therapist.practitionerId, lastDay: localDate("2026-11-24") },
    });
    const seen = async (who: TestPerson, at: Date) => {
      const person = await area.as(helen, at).access.reviews.person({ practitionerId: who.practitionerId });
      const { people } = await area.as(helen, at).access.reviews.list({});
      const inList = people.find(({ practitionerId }) => practitionerId === who.practitionerId)?.childrenApart;
      return [person.children, inList, ...person.apart.map(({ what, child, things }) => [what.code, child, things])];
    };
    const restricted = { visibility: "restricted" };
    expect(await seen(therapist, daysLater(1))).toEqual([0, 1, ["shared", restricted, 1]]);
    expect(await seen(light, daysLater(1))).toEqual([0, 1, ["own-action", restricted, 1]]);
    const row = joined.practitioners.find(({ practitionerId }) => practitionerId === light.practitionerId);
    await area.as(teacher, daysLater(1)).plan.endPractitioner({
      ...{ idempotencyKey: newKey(), planPractitionerId: row?.planPractitionerId ?? "", reason: "Left" },
    });
    expect(await seen(therapist, daysLater(2))).toEqual([0, 0]);
    expect(await seen(light, daysLater(2))).toEqual([0, 0]);
  });
});
