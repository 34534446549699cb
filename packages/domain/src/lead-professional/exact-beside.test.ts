import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { aCondition, besideFacts, conditionalFacts, searchFacts } from "../testing/leading.ts";
import { keyWorkerProvisions } from "../vocabulary/key-workers.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { BesideFacts } from "./key-worker-model.ts";
import type { Condition } from "./searching-model.ts";

const book = asItStands(england);
const day = localDate;
const on = (asked: string) => noonOn(localDate(asked));
const beside = (of: Partial<BesideFacts>) =>
  book.duty("lead-professional.beside", besideFacts(of), on("2026-11-24")).owed.map(({ act, due }) => [act, due]);

test("CWDC-ANNEXB-keyworker-2: what is not met is made an action at once", () => {
  const [provision] = codesOf(keyWorkerProvisions);
  expect(provision && beside({ provisions: [{ provision, isMet: false, action: "none" }] })).toEqual([
    [`beside.provision:${provision}`, "at-once"],
  ]);
});

test("CWDC-ANNEXB-cpa: of a change the team is told at once, and a review proposed at once", () => {
  const change = { id: "moved", notedOn: day("2026-11-24"), teamToldOn: "none", reviewProposedOn: "none" } as const;
  expect(beside({ changes: [change] })).toEqual([
    ["beside.tell-team:moved", "at-once"],
    ["beside.propose-review:moved", "at-once"],
  ]);
});

describe("CWDC-CASE-PARESH: what each condition asks for, and of whom", () => {
  const owed = (of: Partial<Condition>, asked = "2026-11-27") =>
    book
      .duty("lead-professional.conditions", conditionalFacts({ conditions: [aCondition("a", of)] }), on(asked))
      .owed.map(({ who, due, because }) => [who, due, because]);
  test("its owner sees to it; where nobody does, the manager who agreed names somebody", () => {
    expect(owed({})).toEqual([
      ["practitioner", { day: "2026-11-30" }, "See to this condition and attach what shows that it is met."],
    ]);
    for (const owner of ["none", "not-recorded"] as const)
      expect(owed({ owner, dueOn: owner })).toEqual([
        ["line-manager", "unknown", "Name who sees to this condition, and by when."],
      ]);
  });
  test("one that is broken is told at once, from the day it was, and no day before", () => {
    const broken = { metOn: day("2026-11-27"), brokenOn: day("2027-01-11") };
    const because =
      "A condition of the lead is not kept since 11 January 2027. Decide what follows; it ends no lead by itself.";
    expect(owed(broken, "2027-01-10")).toEqual([]);
    expect(owed(broken, "2027-01-11")).toEqual([
      ["line-manager", "at-once", because],
      ["second-line-manager", "at-once", because],
    ]);
  });
});

describe("CWDC-VAR-TIER-2: somebody looks for a person to lead", () => {
  const declined = (id: string) => ({ id, declinedOn: day("2026-11-24") });
  const owed = (...asked: ReturnType<typeof searchFacts>["asked"]) =>
    book
      .duty("lead-professional.search", searchFacts({ asked }), on("2026-11-25"))
      .owed.map(({ due, because }) => [due, because]);
  test("at once, once everybody who was asked has declined, and not while one of them has not answered", () => {
    expect(owed(declined("a"), declined("b"))).toEqual([
      [
        "at-once",
        "A lead has been needed since 24 November 2026 (1 day), and 2 declined: help them find who is best placed, and record each call.",
      ],
    ]);
    expect(owed(declined("a"), { id: "b", declinedOn: "none" })).toEqual([]);
    expect(owed({ id: "b", declinedOn: "not-recorded" })).toEqual([]);
  });
});
