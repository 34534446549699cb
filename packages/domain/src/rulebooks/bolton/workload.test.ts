import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aCase, allocationFacts, aPost } from "../../testing/workload.ts";
import type { AllocationFacts, PostFacts } from "../../workload/model.ts";
import { quarters } from "../../workload/points.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const on = noonOn(localDate("2026-12-01"));
const book = asItStands(bolton);
const capacity = (posts: readonly PostFacts[]) =>
  book.measure("workload.capacity", { practitionerId: "fay", posts }, on);
const allocation = (of: Partial<AllocationFacts>) => book.gate("workload.allocation", allocationFacts(of), on);

describe("BOL-8.1: worker and manager agree a number of leads, post by post", () => {
  test("Fay leads 4 of the 6 agreed; what she supports does not count", () => {
    const cases = ["a", "b", "c", "d"].map((planId) => aCase({ planId, level: "complex", practitioners: 9 }));
    const supported = aCase({ planId: "e", role: "supporter" });
    const load = book.measure("workload.load", { practitionerId: "fay", cases: [...cases, supported] }, on).amount;
    expect([load, capacity([aPost({ agreedCapacity: quarters(6) })]).amount]).toEqual([quarters(4), quarters(6)]);
  });
  test("over it the manager is asked, and nothing blocks (BOL-D18)", () => {
    const over = {
      loadAfter: quarters(7),
      capacity: quarters(6),
      managers: [
        { id: "m1", acknowledged: false },
        { id: "m2", acknowledged: false },
      ],
    } as const;
    expect(allocation(over)).toMatchObject({ answer: "permits-if", needs: [{ code: "over-capacity" }] });
    expect(allocation({ ...over, reasonGiven: true }).answer).toBe("permits");
    expect(allocation({ ...over, loadAfter: quarters(6) }).answer).toBe("permits");
  });
  test("a lead still counts more than a case supported", () => {
    const weight = (role: "lead" | "supporter") =>
      book.measure("workload.weight", { practitionerId: "fay", case: aCase({ role }) }, on).amount;
    expect([weight("lead"), weight("supporter")]).toEqual([quarters(1), 0]);
  });
});

describe("BOL-8.2: whether leading is an everyday part of the post shows in capacity, and bars nobody", () => {
  test("the practice nurse leads now and then, with a capacity of 1", () => {
    expect(capacity([aPost({ leading: "occasional", agreedCapacity: quarters(1) })]).parts).toMatchObject([
      { label: "Post where leading comes now and then", amount: quarters(1) },
    ]);
    expect(allocation({ load: 0, loadAfter: quarters(1), capacity: quarters(1) }).answer).toBe("permits");
  });
  test("everyday, and not recorded", () => {
    const label = (leading: PostFacts["leading"]) => capacity([aPost({ leading })]).parts[0]?.label;
    expect([label("everyday"), label("not-recorded")]).toEqual(["Post where leading is an everyday part", "Post"]);
  });
});
