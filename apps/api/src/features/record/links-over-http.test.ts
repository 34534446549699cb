import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notice } from "../../db/schema/change.ts";
import { post } from "../../db/schema/practitioner.ts";
import { linkTo } from "../../links.ts";
import { owe } from "../../outbox.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import { recordsOf } from "../../testing/records.ts";
import { statementsIn } from "../../testing/work.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
beforeAll(async () => {
  house = await aHouseWithCalls();
});
afterAll(() => house.close());

/** The teacher is the child's named person; the head sees that the child is at the school; Helen has no part in it. */
async function aSchool() {
  const of = await aCase(house.database, { route: "evidence-from-universal-services" });
  await of.area.relate(of.head, of.childId, "head");
  return of;
}

type Told = { readonly childId?: string; readonly planId?: string; readonly link?: string };

const tell = (of: TestCase, who: TestPerson, told: readonly Told[]) =>
  of.area.write((tx) =>
    tx.insert(notice).values(
      told.map((one, place) => ({
        ...one,
        areaId: of.area.areaId,
        noticeId: newId(),
        practitionerId: who.practitionerId,
        act: "plan.changed",
        words: `Notice ${place}`,
        at: new Date(aMonday.getTime() - place * 1000).toISOString(),
      })),
    ),
  );

/** Puts something that is owed on the plan to somebody's account, as often as is said. */
const oweOnPlan = (
  of: TestCase,
  who: TestPerson,
  given: { readonly because: string; readonly decisionId?: string },
  many = 1,
) =>
  recordsOf(house.database, of.teacher, aMonday, "concern.record", (records) =>
    owe(
      records,
      Array.from({ length: many }, () => ({
        ...given,
        childId: of.childId,
        planId: of.planId,
        act: "lead-professional.help-held-up",
        rule: "highland.held-up",
        clause: "HIG 3.12",
        owedBy: who.practitionerId,
      })),
    ),
  );

type Notices = { readonly notices: readonly { readonly words: string; readonly link?: string }[] };

/** The links of what was told, in that order. */
const linksOf = async (call: Call, many: number) => {
  const { notices } = dataOf<Notices>(await call("record.notices", {}));
  return Array.from({ length: many }, (_, place) => notices.find(({ words }) => words === `Notice ${place}`)?.link);
};

test("a notice leads to its page for those to whom that opens, to the child's for those to whom only that does, and for others nowhere", async () => {
  const of = await aSchool();
  const { childId, planId } = of;
  const concernId = newId();
  const told = [
    { planId, link: linkTo.plan(planId) },
    { childId, planId, link: linkTo.plan(planId) },
    { childId, planId },
    { childId, link: linkTo.concern(childId, concernId) },
    { childId, link: linkTo.proposal(childId, newId()) },
    { childId, link: "/named-person/a-page-of-next-year" },
    { link: linkTo.myChildren },
    { link: linkTo.roll },
  ];
  for (const who of [of.teacher, of.head, of.helen]) await tell(of, who, told);
  const [teacher, head, helen] = await Promise.all(
    [of.teacher, of.head, of.helen].map((who) => house.signedIn(of.area, who)),
  );
  if (!teacher || !head || !helen) throw new Error("somebody could not sign in");
  const [plan, child, concern] = [linkTo.plan(planId), linkTo.child(childId), linkTo.concern(childId, concernId)];
  expect(await linksOf(teacher, 8)).toEqual([
    plan,
    plan,
    plan,
    concern,
    told[4]?.link,
    child,
    linkTo.myChildren,
    undefined,
  ]);
  expect(await linksOf(head, 8)).toEqual([
    undefined,
    child,
    child,
    concern,
    child,
    child,
    linkTo.myChildren,
    linkTo.roll,
  ]);
  expect(await linksOf(helen, 8)).toEqual([...Array(6).fill(undefined), linkTo.myChildren, undefined]);

  expect((await teacher("plan.get", { planId })).status).toBe(200);
  expect(refusedWith(await head("plan.get", { planId }))).toMatchObject({ kind: "not-allowed" });
  expect((await head("people.child", { childId })).status).toBe(200);
  expect(refusedWith(await helen("plan.get", { planId }))).toMatchObject({ kind: "not-visible" });
});

test("what somebody who leaves has left open is linked for those who manage them, at any step, and for nobody else", async () => {
  const of = await aSchool();
  const above = await of.area.addPractitioner({
    name: "Senga Rae",
    agencyId: of.agencies.socialWork,
    role: "service-manager",
  });
  await of.area.write((tx) =>
    tx
      .update(post)
      .set({ lineManagerId: above.practitionerId })
      .where(and(eq(post.areaId, of.area.areaId), eq(post.postId, of.gary.postId))),
  );
  const link = linkTo.leaver(of.worker.practitionerId);
  for (const [who, expected] of [
    [of.gary, link],
    [above, link],
    [of.helen, undefined],
    [of.worker, undefined],
  ] as const) {
    await tell(of, who, [{ link }]);
    const call = await house.signedIn(of.area, who);
    expect(await linksOf(call, 1), who.practitionerName).toEqual([expected]);
    expect((await call("workforce.leaving", { practitionerId: of.worker.practitionerId })).status === 200).toBe(
      expected !== undefined,
    );
  }
});

test("what is owed on a plan keeps its words, and leads only where its reader may go", async () => {
  const of = await aSchool();
  const decisionId = newId();
  const because = "Help from social work was to start on 10 November.";
  for (const who of [of.teacher, of.head, of.helen]) await oweOnPlan(of, who, { because, decisionId });
  const owedTo = async (who: TestPerson) => {
    const call = await house.signedIn(of.area, who);
    const { duties } = dataOf<{ duties: readonly { readonly because: string }[] }>(await call("record.duties", {}));
    return duties.filter((one) => one.because === because);
  };
  const { childId, planId } = of;
  const [opens] = await owedTo(of.teacher);
  expect(opens).toMatchObject({ child: { visibility: "full" }, mayOpenChild: true, planId, decisionId });
  const [knowsTheChild] = await owedTo(of.head);
  expect(knowsTheChild).toMatchObject({ child: { visibility: "full", childId }, mayOpenChild: true });
  expect(knowsTheChild).not.toHaveProperty("planId");
  expect(knowsTheChild).not.toHaveProperty("decisionId");
  const [knowsNobody] = await owedTo(of.helen);
  expect(knowsNobody).toMatchObject({ child: { visibility: "restricted" }, mayOpenChild: false });
  expect(knowsNobody).not.toHaveProperty("planId");
});

test("of a plan without a lead, who was proposed and why it came to nothing is for those who may open the proposal", async () => {
  const of = await aSchool();
  await of.area.relate(of.gary, of.childId, "line-manager");
  await answered(of);
  await asked(of);
  const proposal = await proposed(of, of.nurse);
  type List = { readonly plans: readonly Record<string, unknown>[] };
  const listOf = async (who: TestPerson) => {
    const call = await house.signedIn(of.area, who);
    return dataOf<List>(await call("leadProfessional.withoutLead", {})).plans[0];
  };
  expect(await listOf(of.gary)).toMatchObject({
    mayOpen: true,
    proposalId: proposal.proposalId,
    why: "Amina Yusuf is proposed, and not everybody has agreed yet.",
  });
  const open = await listOf(of.head);
  expect(open).toMatchObject({
    child: { visibility: "full" },
    mayOpen: false,
    why: "Somebody is proposed, and not everybody has agreed yet.",
  });
  expect(open).not.toHaveProperty("proposalId");

  const nurse = await house.signedIn(of.area, of.nurse);
  const declined = await nurse("leadProfessional.recordStage", {
    idempotencyKey: newKey(),
    proposalId: proposal.proposalId,
    version: proposal.version,
    stage: "acceptance",
    outcome: "declined",
    words: "Moving teams in January",
  });
  expect(dataOf<{ state: string }>(declined).state).toBe("stopped");
  expect((await listOf(of.gary))?.["why"]).toContain("Moving teams in January");
  expect((await listOf(of.head))?.["why"]).toBe("Somebody was proposed and it was not agreed.");
});

test("thirty notices and thirty duties take as many statements as one", async () => {
  const of = await aSchool();
  const { planId, childId } = of;
  const asks = async () => [
    await statementsIn(house.database, of.teacher, (caller) => caller.record.notices({})),
    await statementsIn(house.database, of.teacher, (caller) => caller.record.duties({})),
  ];
  const told = { childId, planId, link: linkTo.plan(planId) };
  await tell(of, of.teacher, [told]);
  await oweOnPlan(of, of.teacher, { because: "One thing." });
  const before = await asks();
  await tell(of, of.teacher, Array(30).fill(told));
  await oweOnPlan(of, of.teacher, { because: "Another thing." }, 30);
  expect(await asks()).toEqual(before);
});
