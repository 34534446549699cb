import fc from "fast-check";
import { describe, expect, inject, test } from "vitest";
import { addDays, type LocalDate, localDate } from "../kernel/local-date.ts";
import { dayOf, noonOn } from "../kernel/moment.ts";
import { ContactFacts } from "../lead-professional/leading-model.ts";
import type { LegalStatus } from "../people/model.ts";
import { notAgreedFacts } from "../testing/agreement.ts";
import { anyMoment, arbitraryOf } from "../testing/arbitrary.ts";
import { actingFacts, anAssignment, chainFacts } from "../testing/continuity.ts";
import { anInvolved, aStatus, everyOrder, inShort, statutoryFacts } from "../testing/lead-professional.ts";
import { bolton } from "./bolton/bolton.ts";
import { england } from "./england/england.ts";
import { rulebooks } from "./index.ts";
import { asItStands } from "./questions.ts";
import { wigan } from "./wigan/wigan.ts";

const options = { seed: 20_261_122, numRuns: inject("proof") ? 10_000 : 200 };
const on = (day: string) => noonOn(localDate(day));
const every = rulebooks.map((of) => [of.id, asItStands(of)] as const);
const english = [england, wigan, bolton].map((of) => [of.id, asItStands(of)] as const);

describe.each(every)("%s: an open plan always has exactly one contact of record", (_, book) => {
  test("for any facts on any day", () => {
    fc.assert(
      fc.property(arbitraryOf(ContactFacts), anyMoment, (facts, asAt) => {
        fc.pre(dayOf(asAt) >= book.edition.from); // before its document was issued a book says nothing
        const decision = book.designation("lead-professional.contact", facts, asAt);
        expect(decision.holders).toHaveLength(1);
        expect(["filled", "required"]).toContain(decision.answer);
      }),
      options,
    );
  });
  test("whoever was chosen by the child or the family is never put in the lead's place", () => {
    fc.assert(
      fc.property(arbitraryOf(ContactFacts), anyMoment, (facts, asAt) => {
        const ask = (of: ContactFacts) => book.designation("lead-professional.contact", of, asAt).holders;
        expect(ask(facts)).toEqual(ask({ ...facts, chosen: "none" }));
      }),
      options,
    );
  });
});

describe.each([
  ["CWDC-2.2", england],
  ["BOL-4.3", bolton],
  ["WIG-1.2", wigan],
] as const)("%s: leading is an assignment with days on one plan, not a post", (_, of) => {
  const book = asItStands(of);
  const lead = { id: "fay", from: localDate("2026-11-24"), ends: "none" } as const;
  const onPlan = (id: string, leads: typeof lead | { id: string; from: LocalDate; ends: "none" }, asked: string) =>
    book.designation("lead-professional.acting", actingFacts({ plan: { id }, lead: leads }), on(asked));
  test("from its first day, and held by the person without a post", () => {
    expect(inShort(onPlan("a", lead, "2026-11-23"))).toBe("required | the lead-professional");
    expect(onPlan("a", lead, "2026-11-24").holders).toEqual([{ kind: "person", id: "fay" }]);
  });
  test("the same person leads one plan and is on the team of another on the same day", () => {
    expect(inShort(onPlan("a", lead, "2026-11-24"))).toBe("filled | fay");
    expect(inShort(onPlan("b", { ...lead, id: "another" }, "2026-11-24"))).toBe("filled | another");
  });
});

describe.each(english)("%s: a lock set by law starts in the middle of a plan", (_, book) => {
  const lock = aStatus("child-protection-plan", "2026-11-25", { holder: "sw", until: "2027-03-01" });
  const statutory = (asked: string, statuses: readonly LegalStatus[] = [lock]) =>
    book.designation("lead-professional.statutory", statutoryFacts({ child: { statuses } }), on(asked));
  const acting = (asked: string) =>
    inShort(
      book.designation(
        "lead-professional.acting",
        actingFacts({
          lead: { id: "mentor", from: localDate("2026-09-01"), ends: "none" },
          successor: {
            id: "sw",
            isByLaw: true,
            effectiveOn: localDate("2026-11-25"),
            acceptedOn: "none",
            familyToldOn: "none",
          },
        }),
        on(asked),
      ),
    );
  test.each([
    ["2026-11-24", "may", "filled | mentor"],
    ["2026-11-25", "must", "filled | sw"],
    ["2026-11-26", "must", "filled | sw"],
  ])("on %s the law says %s, and who leads is %s: no acceptance is waited for", (asked, tier, leads) => {
    expect(statutory(asked).tier).toBe(tier);
    expect(acting(asked)).toBe(leads);
  });
  test("there is no day without a lead, and none with two", () => {
    const chain = [anAssignment("mentor", "2026-09-01", "2026-11-25"), anAssignment("sw", "2026-11-25")];
    const neededFrom = localDate("2026-09-01");
    for (const order of everyOrder(chain))
      expect(book.gate("lead-professional.chain", chainFacts(order, { neededFrom }), on("2026-11-25")).answer).toBe(
        "permits",
      );
    const late = [anAssignment("mentor", "2026-09-01", "2026-11-25"), anAssignment("sw", "2026-11-26")];
    expect(book.gate("lead-professional.chain", chainFacts(late, { neededFrom }), on("2026-11-25")).answer).toBe(
      "prevents",
    );
  });
  test("a second lock that starts before the first one ends leaves no day open, in any order of entry", () => {
    const next = aStatus("looked-after", "2027-02-22", { holder: "sw" });
    for (const statuses of everyOrder([lock, next]))
      for (const asked of ["2027-02-21", "2027-02-22", "2027-02-28", "2027-03-01", "2027-03-02"])
        expect(inShort(statutory(asked, statuses))).toBe("filled | sw");
    expect(statutory("2027-03-01").tier).not.toBe("must");
  });
  test("any run of locks by law: whoever is named leads on each of its days, and on no other day is anybody locked in", () => {
    const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }));
    const kinds = ["looked-after", "child-protection-plan", "adoption-plan"] as const;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(stretch, fc.constantFrom(...kinds)), { maxLength: 4 }),
        fc.nat(100),
        (locks, at) => {
          const first = localDate("2026-11-01");
          const asked: LocalDate = addDays(first, at);
          const statuses = locks.map(([[from, days], kind], id) =>
            aStatus(kind, addDays(first, from), { id: `${id}`, holder: "sw", until: addDays(first, from + days) }),
          );
          const isLocked = locks.some(([[from, days]]) => at >= from && at < from + days);
          expect(statutory(asked, statuses).tier === "must").toBe(isLocked);
        },
      ),
      options,
    );
  });
});

describe.each(english)("%s: a status that was learned late, or corrected", (_, book) => {
  const asAt = on("2026-11-16");
  const ask = (statuses: readonly LegalStatus[], knownAt: string) =>
    book.designation("lead-professional.statutory", statutoryFacts({ child: { statuses } }), asAt, on(knownAt));
  const asEntered = aStatus("looked-after", "2026-11-23", { holder: "sw" });
  const corrected = aStatus("looked-after", "2026-11-09", { holder: "sw" });
  test("the start is put right from 23 to 9 November: the answer about the 16th changes from the day that was known", () => {
    const then = ask([asEntered], "2026-11-20");
    const later = ask([corrected], "2026-11-27");
    expect([then.tier, inShort(later)]).toEqual(["may", "filled | sw"]);
    expect([then.asKnownAt, later.asKnownAt]).toEqual([on("2026-11-20"), on("2026-11-27")]);
    expect([then.asAt, later.asAt]).toEqual([asAt, asAt]);
    expect(ask([asEntered], "2026-11-20")).toEqual(then); // what was answered then stays as it was
  });
  test("and a status withdrawn as never true leaves the choice open for that day again", () => {
    expect(inShort(ask([corrected], "2026-11-27"))).toBe("filled | sw");
    expect(ask([], "2026-11-30").tier).toBe("may");
  });
});

describe("a young person leaves care: eligible, relevant, and later", () => {
  const leaver = (careLeaverKind: "eligible" | "relevant" | "care-leaver-18-plus", from: string, until?: string) =>
    aStatus("care-leaver", from, {
      id: careLeaverKind,
      careLeaverKind,
      holder: careLeaverKind === "eligible" ? "sw" : "pa",
      ...(until === undefined ? {} : { until }),
    });
  const statuses = [
    aStatus("looked-after", "2020-01-06", { holder: "sw", until: "2026-11-02" }),
    leaver("eligible", "2025-03-10", "2026-11-02"),
    leaver("relevant", "2026-11-02", "2027-03-10"),
    leaver("care-leaver-18-plus", "2027-03-10", "2030-03-10"),
  ];
  const involved = [anInvolved("pa", { agency: "personal-advice", posts: ["personal-adviser"] })];
  const ask = (of: typeof england, asked: string, entered: readonly LegalStatus[] = statuses) =>
    inShort(
      asItStands(of).designation(
        "lead-professional.statutory",
        statutoryFacts({ child: { statuses: entered }, involved }),
        on(asked),
      ),
    );
  test.each([
    ["2026-11-01", "filled | sw"], // eligible: still looked after
    ["2026-11-02", "required | pa"], // relevant: left care before 18
    ["2027-03-09", "required | pa"],
    ["2027-03-10", "required | pa"], // 18
    ["2030-03-09", "required | pa"],
  ])("in England, on %s: %s", (asked, answer) => {
    for (const entered of everyOrder(statuses)) expect(ask(england, asked, entered)).toBe(answer);
  });
  test("after the last of it no status names anybody", () => {
    expect(ask(england, "2030-03-10")).toBe("open | the practitioner-on-the-team");
  });
  test.each(["2026-11-01", "2026-11-02", "2027-03-10"])("in Bolton a social worker throughout, on %s", (asked) => {
    expect(ask(bolton, asked)).toMatch(
      asked === "2026-11-01" ? /^filled [|] sw$/ : /^required [|] the .*social-worker$/,
    );
  });
});

describe("a lead that is pending has a clock, and a list on which somebody sees it", () => {
  test.each(english)("%s: while nobody leads somebody owes an answer by a day, or at once", (_, book) => {
    const facts = notAgreedFacts({ hasLead: false });
    const { owed } = book.duty("lead-professional.not-agreed", facts, on("2026-11-24"));
    expect(owed.length).toBeGreaterThan(0);
    expect(owed.every(({ due }) => due !== "unknown")).toBe(true);
    const settled = book.duty("lead-professional.not-agreed", { ...facts, hasLead: true }, on("2026-11-24"));
    expect(settled.owed.map(({ act }) => act)).not.toContain("lead-professional.managers-agree");
  });
});
