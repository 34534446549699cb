import { localDate } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { notice } from "../../db/schema/change.ts";
import { release } from "../../db/schema/consent.ts";
import { planAction, planMember } from "../../db/schema/plan.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A youth worker with a light account, put on the plan with one action by the teacher; another is a colleague's. */
async function aLightAccount() {
  const of = await aCase(database);
  const { area, agencies, teacher, worker, planId, childId } = of;
  const light = await area.addPractitioner({
    name: "Lou Bell",
    agencyId: agencies.socialWork,
    role: "light",
    title: "Youth worker",
  });
  const asTeacher = area.as(teacher);
  const joined = await asTeacher.plan.addPractitioner({
    idempotencyKey: newId(),
    planId,
    practitioner: { practitionerId: light.practitionerId, posts: [], involvement: "involved" },
  });
  const add = (owner: TestPerson, what: string) =>
    asTeacher.plan.addAction({
      idempotencyKey: newId(),
      planId,
      childId,
      what,
      outcome: "Feels at home in the water",
      ownerId: owner.practitionerId,
      dueOn: localDate("2026-12-10"),
    });
  await add(light, "Swimming on Thursdays");
  await add(worker, "Visit the family weekly");
  const say = (more: object = {}, who = light) =>
    area
      .as(who)
      .plan.ownActions()
      .then(({ actions: [own] }) =>
        area.as(who).plan.sayOwnAction({
          idempotencyKey: newId(),
          actionId: own?.actionId ?? newId(),
          version: own?.version ?? 1,
          stands: "done",
          words: "Came four times and liked it",
          ...more,
        }),
      );
  return { of, light, say, joined };
}

describe("a light account sees its own actions, and nothing else", () => {
  test("what was agreed, by when, and the child by given name and initial; no colleague's action", async () => {
    const { of, light } = await aLightAccount();
    const { actions } = await of.area.as(light).plan.ownActions();
    expect(actions).toMatchObject([
      { child: "Robin A", what: "Swimming on Thursdays", dueOn: "2026-12-10", isOpen: true, isLate: false },
    ]);
    expect(JSON.stringify(actions)).not.toMatch(/Ashdown|Visit the family/);
  });

  test("the whole name once the plan was released to them, and only while it is", async () => {
    const { of, light } = await aLightAccount();
    const { area, childId, planId, teacher } = of;
    await area.write((tx) =>
      tx.insert(release).values({
        areaId: area.areaId,
        releaseId: newId(),
        childId,
        itemKind: "plan",
        itemId: planId,
        ofAgency: "education",
        toId: light.practitionerId,
        toAgency: "social-work",
        purpose: "To plan the sessions",
        basis: "consent",
        title: "Plan",
        releasedBy: teacher.practitionerId,
        releasedAt: aMonday.toISOString(),
        during: { from: aMonday.toISOString(), until: "2026-11-24T10:00:00.000Z" },
        decisionId: newId(),
      }),
    );
    const childOn = async (at: Date) => (await area.as(light, at).plan.ownActions()).actions[0]?.child;
    expect(await childOn(aMonday)).toBe("Robin Ashdown");
    expect(await childOn(new Date("2026-11-24T10:00:00.000Z"))).toBe("Robin A");
  });

  test("no page of a child, plan, list or colleague opens, and what is not theirs reads the same as what is not there", async () => {
    const { of, light, say } = await aLightAccount();
    const call = of.area.as(light);
    const looks = [
      call.people.child({ childId: of.childId }),
      call.plan.get({ planId: of.planId }),
      call.plan.colleagues({ search: "a" }),
      call.record.today(),
      call.record.notices({}),
      call.people.search({ text: "Ashdown" }),
    ];
    for (const refusal of await Promise.all(looks.map((look) => refusalOf(look))))
      expect(refusal).toMatchObject({ kind: "not-allowed" });
    const others = await of.area.write((tx) =>
      tx.select({ id: planAction.actionId }).from(planAction).where(eq(planAction.ownerId, of.worker.practitionerId)),
    );
    const unknown = await refusalOf(say({ actionId: newId() }));
    expect(unknown).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(say({ actionId: others[0]?.id }))).toEqual(unknown);
    expect(await refusalOf(of.area.as(of.worker).plan.ownActions())).toMatchObject({ kind: "not-allowed" });
  });

  test("the database itself shows a light account no row of the child: being on the plan opens nothing", async () => {
    const { of, light } = await aLightAccount();
    const seen = await recordsOf(database, light, aMonday, "own-action.list", ({ tx }) =>
      rowsOf<{ rows: number }>(
        tx,
        // a plan's own row names nobody, and is the area's
        sql`select (select count(*) from child)::int + (select count(*) from plan_action)::int
          + (select count(*) from chronology_entry)::int + (select count(*) from concern)::int as rows`,
      ),
    );
    expect(seen).toEqual([{ rows: 0 }]);
    expect(of.planId).toBeTruthy();
  });

  test("nothing of a child who is their kin", async () => {
    const { of, light } = await aLightAccount();
    await of.area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: of.area.areaId,
        blockId: newId(),
        practitionerId: light.practitionerId,
        childId: of.childId,
        because: "declared",
        tie: "own-child",
        during: { from: aMonday.toISOString() },
        recordedBy: light.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    expect((await of.area.as(light).plan.ownActions()).actions).toEqual([]);
  });
});

describe("CWDC-3.13b, RN-34, GIR-75: the owner says how their own action stands", () => {
  test("done, with words: kept in the chronology, and whoever answers for the plan is told", async () => {
    const { of, say } = await aLightAccount();
    const { actions } = await say();
    expect(actions[0]).toMatchObject({ state: { code: "done" }, isOpen: false });
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    expect(steps[0]).toMatchObject({
      title: "Swimming on Thursdays: done",
      detail: "Came four times and liked it",
      by: { name: "Lou Bell" },
    });
    await doDue(database, of.area.areaId, aMonday);
    const told = await of.area.write((tx) =>
      tx.select({ to: notice.practitionerId }).from(notice).where(sql`act = 'plan.action-said'`),
    );
    expect(told).toEqual([{ to: of.teacher.practitionerId }]);
  });

  test("not done, with what stands in the way; sent twice it is kept once; an old version is refused", async () => {
    const { of, light, say } = await aLightAccount();
    const first = (await of.area.as(light).plan.ownActions()).actions[0];
    const sent = {
      idempotencyKey: newId(),
      actionId: first?.actionId ?? "",
      version: first?.version ?? 0,
      stands: "not-done" as const,
      words: "The pool is shut",
    };
    const call = of.area.as(light).plan;
    expect((await call.sayOwnAction(sent)).actions[0]).toMatchObject({ state: { code: "running" }, isOpen: true });
    await call.sayOwnAction(sent);
    expect(await refusalOf(call.sayOwnAction({ ...sent, idempotencyKey: newId() }))).toMatchObject({
      kind: "changed-since",
    });
    const { steps } = await of.area.as(of.teacher).record.chronology({ childId: of.childId });
    expect(steps.filter(({ title }) => title === "Swimming on Thursdays: not done yet")).toHaveLength(1);
    expect((await say()).actions[0]?.isOpen).toBe(false);
  });
});

describe("HIG-26, HD-14: what a light account sees ends with what it came from", () => {
  const day = localDate("2026-11-23");
  const later = new Date(aMonday.getTime() + 60_000);
  const afterThat = new Date(aMonday.getTime() + 3_600_000);

  /** A warden with a light account, on the plan for some children on a mother's yes about each, with an action about each. */
  async function onAYes(hasSister = false) {
    const of = await aCase(database, { edition: "highland", bornOn: localDate("2018-05-04") });
    const { area, teacher, planId, childId } = of;
    const sister = await area.addChild({ givenName: "Juniper" });
    if (hasSister) {
      await area.write((tx) =>
        tx.insert(planMember).values({ areaId: area.areaId, planId, childId: sister, addedAt: aMonday.toISOString() }),
      );
      await area.relate(teacher, sister, "contact-of-record");
    }
    const children = hasSister ? [childId, sister] : [childId];
    const housing = await area.addAgency("housing", "Tern homes");
    const warden = (name: string) => area.addPractitioner({ name, agencyId: housing, role: "light", title: "Warden" });
    const light = await warden("Lou Bell");
    const add = (who: TestPerson, isAsked = true, at = aMonday) =>
      area.as(teacher, at).plan.addPractitioner({
        idempotencyKey: newId(),
        planId,
        practitioner: { practitionerId: who.practitionerId, posts: [], involvement: "involved" },
        sharing: isAsked
          ? children.map((about) => ({
              childId: about,
              purpose: "So that the flat is quiet",
              basis: "consent" as const,
              isPartOfAnswer: false,
              childTold: { told: "not-yet" as const },
              familyTold: { told: "not-yet" as const },
              answered: {
                answeredBy: "parent-or-carer" as const,
                answeredByName: "Ana Lind",
                answer: "given" as const,
                form: "written" as const,
                from: day,
                ends: { is: "open" as const },
              },
            }))
          : [],
      });
    await add(light);
    const act = (about: string, owner = light) =>
      area.as(teacher).plan.addAction({
        idempotencyKey: newId(),
        planId,
        childId: about,
        what: "A quiet flat",
        outcome: "Sleeps through",
        ownerId: owner.practitionerId,
        dueOn: localDate("2026-12-10"),
      });
    for (const about of children) await act(about);
    const own = async (at: Date, who = light) => (await area.as(who, at).plan.ownActions()).actions;
    const takeOff = async (who = light) => {
      const asTeacher = area.as(teacher, later).plan;
      const row = (await asTeacher.get({ planId })).practitioners.find(
        ({ practitionerId }) => practitionerId === who.practitionerId,
      );
      return asTeacher.endPractitioner({
        idempotencyKey: newId(),
        planPractitionerId: row?.planPractitionerId ?? "",
        reason: "Left housing",
      });
    };
    const takeBack = async (about = childId) => {
      const asTeacher = area.as(teacher, later).consent;
      const yes = (await asTeacher.forChild({ childId: about })).answers.find(
        ({ standing }) => standing === "in-force",
      );
      return asTeacher.takeBack({
        idempotencyKey: newId(),
        consentId: yes?.consentId ?? "",
        version: yes?.version ?? 0,
        because: "Changed her mind",
        familyTold: { told: "yes", on: day, how: "By phone" },
      });
    };
    return { of, light, sister, warden, add, act, own, takeOff, takeBack };
  }

  test.each(["taken off the plan", "the yes taken back"])("%s: no name, no action, no word more", async (how) => {
    const { of, light, own, takeOff, takeBack } = await onAYes();
    const [before] = await own(later);
    expect(before).toMatchObject({ child: "Robin Ashdown", isOpen: true });
    await (how === "taken off the plan" ? takeOff() : takeBack());
    expect(await own(afterThat)).toEqual([]);
    const say = of.area.as(light, afterThat).plan.sayOwnAction({
      idempotencyKey: newId(),
      actionId: before?.actionId ?? "",
      version: before?.version ?? 0,
      stands: "not-done",
      words: "Still here",
    });
    expect(await refusalOf(say)).toMatchObject({ kind: "not-visible", what: "action" });
  });

  test("GIR-70: nor their line on the list of who does what, whatever they own still", async () => {
    const { of, light, takeOff } = await onAYes();
    const { area, teacher, planId, childId } = of;
    await area.as(teacher).plan.whoDoesWhat.issue({
      idempotencyKey: newId(),
      planId,
      childId,
      childIsAsked: "yes",
      childsPart: "Says when it is loud",
      familysPart: "They ring the warden",
    });
    expect((await area.as(light, later).plan.whoDoesWhat.own()).lines).toHaveLength(1);
    await takeOff();
    expect((await area.as(light, afterThat).plan.whoDoesWhat.own()).lines).toEqual([]);
  });

  test("whoever leads is shown that nobody present owes what they were to do, and is told", async () => {
    const { of, takeOff, light } = await onAYes();
    const { area, teacher, worker, planId, childId } = of;
    await area.as(teacher).plan.addAction({
      idempotencyKey: newId(),
      planId,
      childId,
      what: "Visit the family",
      outcome: "Sleeps through",
      ownerId: worker.practitionerId,
      dueOn: localDate("2026-12-10"),
    });
    const { actions } = await takeOff();
    expect(actions.map(({ owner, ownerHasLeft }) => [owner?.name, ownerHasLeft]).sort()).toEqual([
      ["Dan Peel", false],
      ["Lou Bell", true],
    ]);
    expect(actions.find(({ owner }) => owner?.practitionerId === light.practitionerId)?.state.code).toBe("planned");
  });

  test("about one of two children: the other's action stays theirs", async () => {
    const { own, takeBack, sister } = await onAYes(true);
    expect((await own(later)).map(({ child }) => child.split(" ")[0]).sort()).toEqual(["Juniper", "Robin"]);
    await takeBack();
    expect((await own(afterThat)).map(({ child }) => child.split(" ")[0])).toEqual(["Juniper"]);
    expect(sister).toBeTruthy();
  });
});
