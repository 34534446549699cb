import { expect, test } from "vitest";
import { PanelFacts } from "../meeting/panel-model.ts";
import { DiaryFacts } from "../people/family-model.ts";
import { ActionFacts, PlanNeed } from "../plan/contents-model.ts";
import { ReviewPointFacts } from "../plan/review-model.ts";
import { AnnualReviewFacts } from "../transition/annual-review-model.ts";
import { TakenInFacts } from "../transition/concepts.ts";

const { everyWeeks } = PanelFacts.shape;
const { rank } = PlanNeed.shape;
const { yearGroup } = AnnualReviewFacts.shape;
const visitAt = (startsAt: number) => ({ id: "visit", agency: "health", on: "2026-11-24", startsAt, minutes: 30 });

test.each([
  ["a panel meets every 1 to 26 weeks", everyWeeks, [0, 27], [1, 26]],
  ["a need stands first or later", rank, [0], [1, 2]],
  ["a year group is from nursery to the sixth form and after", yearGroup, [-3, 15], [-2, 14]],
] as const)("facts are taken within their limits: %s", (_, schema, refused, taken) => {
  for (const value of refused) expect(schema.safeParse(value).success).toBe(false);
  for (const value of taken) expect(schema.safeParse(value).success).toBe(true);
});

test("facts are taken within their limits: a visit begins between midnight and midnight", () => {
  const begins = (startsAt: number) => DiaryFacts.shape.visits.safeParse([visitAt(startsAt)]).success;
  expect([-1, 0, 1439, 1440].map(begins)).toEqual([false, true, true, false]);
});

test("facts are taken within their limits: a concept of another area has a label", () => {
  const labelled = (label: string) => TakenInFacts.shape.concepts.safeParse([{ code: "none", label }]).success;
  expect([labelled(""), labelled("x")]).toEqual([false, true]);
});

test("facts are taken within their limits: agencies review a plan each day at the most", () => {
  const reviewed = (everyDays: number) =>
    ReviewPointFacts.shape.agreement.safeParse({ on: "2026-11-24", leadAgency: "health", everyDays }).success;
  expect([0, 1].map(reviewed)).toEqual([false, true]);
});

test("an action is asked about with its id, owners, day and state", () => {
  expect(Object.keys(ActionFacts.shape.action.shape).sort()).toEqual(["dueOn", "id", "owners", "state"]);
});
