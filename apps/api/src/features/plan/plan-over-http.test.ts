import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCase, type TestCase } from "../../testing/case.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import type { PlanView } from "./views.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
let of: TestCase;
let teacher: Call;
beforeAll(async () => {
  house = await aHouseWithCalls();
  of = await aCase(house.database);
  teacher = await house.signedIn(of.area, of.teacher);
});
afterAll(() => house.close());

const action = () => ({
  idempotencyKey: newKey(),
  planId: of.planId,
  childId: of.childId,
  what: "Sit with her after lunch",
  outcome: "She settles by one o'clock",
  ownerId: of.teacher.practitionerId,
  dueOn: "2026-12-14",
});

test("a plan reaches the browser of somebody on it, whole, and an action agreed there is on it", async () => {
  const before = dataOf<PlanView>(await teacher("plan.get", { planId: of.planId }));
  expect(before).toMatchObject({
    members: [{ childId: of.childId }],
    contact: { practitionerId: of.teacher.practitionerId },
    actions: [],
  });
  await teacher("plan.addAction", action());
  const after = dataOf<PlanView>(await teacher("plan.get", { planId: of.planId }));
  expect(after.actions).toMatchObject([{ what: "Sit with her after lunch", dueOn: "2026-12-14" }]);
});

test("an answer without its reason comes back beside the reason, and one over an older plan with what changed", async () => {
  const { version } = dataOf<PlanView>(await teacher("plan.get", { planId: of.planId }));
  const said = { planId: of.planId, version, integratedResponse: true };
  const unexplained = await teacher("plan.answer", { ...said, idempotencyKey: newKey() });
  expect(unexplained.status).toBe(400);
  expect(refusedWith(unexplained)).toMatchObject({
    problems: [
      {
        path: "integratedResponseReason",
        message: "Enter why the help does or does not have to be one integrated response",
      },
    ],
  });
  const explained = { ...said, integratedResponseReason: "Three services have to fit together" };
  expect(await teacher("plan.answer", { ...explained, idempotencyKey: newKey() })).toMatchObject({ status: 200 });
  const late = await teacher("plan.answer", { ...explained, idempotencyKey: newKey() });
  expect(late.status).toBe(409);
  expect(refusedWith(late)).toMatchObject({ kind: "changed-since" });
});
