import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCase, type TestCase } from "../../testing/case.ts";
import { aHouseWithCalls, type Call, dataOf, refusedWith } from "../../testing/over-http.ts";
import type { ConcernView } from "./views.ts";

let house: Awaited<ReturnType<typeof aHouseWithCalls>>;
let of: TestCase;
let teacher: Call;
let gary: Call;
beforeAll(async () => {
  house = await aHouseWithCalls();
  of = await aCase(house.database);
  teacher = await house.signedIn(of.area, of.teacher);
  gary = await house.signedIn(of.area, of.gary);
});
afterAll(() => house.close());

const noticed = () => ({
  idempotencyKey: newKey(),
  childId: of.childId,
  noticedOn: "2026-11-20",
  noticed: "Came without a coat again.",
  touches: ["safe"],
  childsView: { asked: "given", words: "I like the rain", how: "In the playground" },
  familysView: { asked: "not-possible", because: "Nobody answered the phone" },
});

test("a concern is recorded from a browser, sent twice by accident, and found once", async () => {
  const body = noticed();
  const [first, again] = [await teacher("concern.record", body), await teacher("concern.record", body)];
  const recorded = dataOf<ConcernView>(first);
  expect(recorded).toMatchObject({
    noticed: body.noticed,
    childsView: { asked: "given", words: "I like the rain" },
    familysView: { asked: "not-possible", because: "Nobody answered the phone" },
  });
  expect(dataOf<ConcernView>(again).concernId).toBe(recorded.concernId);
  const { concerns } = dataOf<{ concerns: { readonly beginning: string }[] }>(
    await teacher("concern.forChild", { childId: of.childId }),
  );
  expect(concerns.filter(({ beginning }) => beginning === body.noticed)).toHaveLength(1);
});

test("what is left out comes back with a sentence for its field", async () => {
  const { childsView: _, ...rest } = noticed();
  const answer = await teacher("concern.record", {
    ...rest,
    noticed: " ",
    touches: [],
    childsView: { asked: "given", words: "I like the rain", how: "" },
  });
  expect(answer.status).toBe(400);
  expect(refusedWith(answer)).toMatchObject({
    kind: "input",
    problems: [
      { path: "noticed", message: "Enter what was noticed" },
      { path: "touches", message: "Choose what the concern touches" },
      { path: "childsView.how", message: "Enter how they were asked" },
    ],
  });
});

test("a child of somebody else's and one that does not exist read the same", async () => {
  const [theirs, nobodys] = [
    await gary("concern.forChild", { childId: of.childId }),
    await gary("concern.forChild", { childId: newId() }),
  ];
  expect(theirs.status).toBe(404);
  expect(theirs).toEqual(nobodys);
});
