import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ByNeedFacts, ReallocateFacts } from "../../lead-professional/leading-model.ts";
import { assessmentDutiesFacts } from "../../testing/assessment.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import { reallocateFacts } from "../../testing/leading.ts";
import { asItStands, questions } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const day = localDate;
const on = (asked: string) => noonOn(localDate(asked));

describe("WIG-6.3: when the main need becomes another one the team is asked who leads; nobody is replaced by it", () => {
  const owed = (askedWhoLeadsOn: "none" | ReturnType<typeof day>, asked: string) =>
    book.duty(
      "assessment.duties",
      assessmentDutiesFacts({ mainNeed: { id: "school-attendance", changedOn: day("2026-12-03"), askedWhoLeadsOn } }),
      on(asked),
    ).owed;
  test("Leo, from speech delay to school attendance on 3 December", () => {
    expect(owed("none", "2026-12-02")).toEqual([]);
    expect(owed("none", "2026-12-03")).toMatchObject([
      { who: "practitioners-involved", act: "assessment.review-who-leads", due: "at-once" },
    ]);
    expect(owed("none", "2026-12-03")[0]?.because).toContain("Whoever leads goes on until the team decides.");
  });
  test.each([
    ["2026-12-02", 1], // asked before: that was about the need of before
    ["2026-12-03", 0],
  ])("asked on %s: %s owed", (asked, owing) => {
    expect(owed(day(asked), "2026-12-04")).toHaveLength(owing);
  });
  test("a main need as it was asks for nothing", () => {
    const asIs = assessmentDutiesFacts({
      mainNeed: { id: "speech", changedOn: "none", askedWhoLeadsOn: "none" },
    });
    expect(book.duty("assessment.duties", asIs, on("2026-12-04")).owed).toEqual([]);
    for (const changedOn of ["none", "not-recorded"] as const) {
      const mainNeed = { id: "speech", changedOn, askedWhoLeadsOn: "none" } as const;
      const decision = book.duty("assessment.duties", assessmentDutiesFacts({ mainNeed }), on("2026-12-04"));
      expect(decision.findings).toEqual([]);
    }
    for (const mainNeed of ["none", "not-recorded"] as const)
      expect(book.duty("assessment.duties", assessmentDutiesFacts({ mainNeed }), on("2026-12-04")).findings).toEqual(
        [],
      );
  });
});

describe("WIG-6.3.1: the kind of need says whom to think of first among those already there", () => {
  const involved = [
    anInvolved("physio", { agency: "health" }),
    anInvolved("family-worker", { agency: "voluntary", posts: ["family-support-worker"] }),
    anInvolved("teacher", { agency: "education" }),
    anInvolved("housing-officer", { agency: "housing" }),
    anInvolved("gone", { agency: "health", involvement: "not-involved" }),
  ];
  const suggested = (needs: ByNeedFacts["needs"]) =>
    book
      .designation("lead-professional.by-need", { child: { id: "c" }, needs, involved }, on("2026-11-24"))
      .holders.map((holder) => (holder.kind === "person" ? holder.id : ""));
  test("case A, physiotherapy, speech and feeding: health; case B, mother's confidence and school: family and school", () => {
    expect(suggested(["physical-therapy", "speech", "feeding"])).toEqual(["physio"]);
    expect(suggested(["parental-confidence", "school-behaviour"])).toEqual(["family-worker", "teacher"]);
  });
  test.each([
    ["physical-therapy", ["physio"]],
    ["speech", ["physio"]],
    ["feeding", ["physio"]],
    ["parental-confidence", ["family-worker", "teacher"]],
    ["parenting-skills", ["family-worker", "teacher"]],
    ["school-behaviour", ["family-worker", "teacher"]],
    ["school-attendance", ["family-worker", "teacher"]],
  ] as const)("%s: %j", (need, people) => {
    expect(suggested([need])).toEqual(people);
  });
  test("everybody else may be chosen, in no order, and nobody has a figure", () => {
    const decision = book.designation(
      "lead-professional.by-need",
      { child: { id: "c" }, needs: ["speech"], involved },
      on("2026-11-24"),
    );
    expect(decision.answer).toBe("suggested");
    expect(decision.findings.map((f) => ("tier" in f ? f.tier : ""))).toEqual(["suggested", "may", "may", "may"]);
    expect(decision.findings.some((f) => "order" in f)).toBe(false);
  });
  test("needs that nobody recorded are asked for", () => {
    expect(
      book.designation(
        "lead-professional.by-need",
        { child: { id: "c" }, needs: "not-recorded", involved },
        on("2026-11-24"),
      ),
    ).toMatchObject({ answer: "open", missing: ["the identified needs"] });
  });
});

describe("WIG-8.5.2b: a manager may give a case to somebody else, with a reason, a day, the next lead, and notice", () => {
  const give = (of: Partial<ReallocateFacts> = {}) =>
    book.gate("lead-professional.reallocate", reallocateFacts(of), on("2026-12-01"));
  test("Helen gives Callum's case from Priya to Amina on 7 December", () => {
    expect(give().answer).toBe("permits");
    expect(give({ reasonGiven: false })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", from: "line-manager", for: "why somebody else leads", code: "reallocated-why" }],
    });
  });
  test("both workers and the family are told", () => {
    expect(give({ told: ["next-worker"] }).needs.map(({ code }) => code)).toEqual([
      "told-present-worker",
      "told-family",
    ]);
    expect(give({ told: [] }).needs.map(({ what, from, for: words }) => `${what} from ${from}: ${words}`)).toEqual([
      "evidence from line-manager: when the present lead was told",
      "evidence from line-manager: when the next lead was told",
      "evidence from line-manager: when the family was told",
    ]);
    expect(give({ told: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["who was told"] });
  });
  test("never without the next lead and the day, and never to the one who leads already", () => {
    expect(give({ to: "none" }).answer).toBe("prevents");
    expect(give({ to: "none" }).findings[0]?.because).toContain("the case is never left without a lead");
    expect(give({ to: "priya" }).findings[0]?.because).toContain("This person leads already");
    expect(give({ to: "not-recorded" }).missing).toEqual(["who leads next, and from when"]);
    expect(give({ on: "none" }).answer).toBe("prevents");
    expect(give({ to: "priya" }).answer).toBe("prevents");
    expect(give({ to: "not-recorded" }).answer).toBe("unknown");
    expect(give({ on: "not-recorded" }).answer).toBe("unknown");
  });
  test.each([
    ["line-manager", "permits"],
    ["team-manager", "permits"],
    ["senior-manager", "permits"],
    ["lead-professionals-manager", "permits"],
    ["practitioner", "prevents"],
    ["lead-professional", "prevents"],
    ["coordinator", "prevents"],
  ] as const)("%s: %s", (role, answer) => {
    expect(give({ by: { id: "helen", role } }).answer).toBe(answer);
  });
});

describe("WIG-3a: ethnicity, disability, gender, sexuality, class, faith and age of people are never weighed", () => {
  const words = /ethnic|race|religio|faith|gender|sexual|\bsex\b|social class|disab|\bage\b/i;
  test("the comparison sheet asks after none of them", () => {
    const rows = book.asks("lead-professional.choice", day("2026-11-24"));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ code, label, hint }) => words.test(`${code} ${label} ${hint ?? ""}`))).toEqual([]);
  });
  test.each([
    "lead-professional.training",
    "lead-professional.suitability",
    "lead-professional.best-placed",
    "lead-professional.choice",
    "lead-professional.by-need",
    "workload.weight",
    "workload.load",
    "workload.capacity",
  ] as const)("no fact of %s is any of them", (name) => {
    expect(fieldsOf(questions[name].facts).filter((field) => words.test(field.replace(/([A-Z])/g, " $1")))).toEqual([]);
  });
});

type Def = { shape?: Record<string, unknown>; element?: unknown; innerType?: unknown; options?: readonly unknown[] };

/** Every field name in a schema, however deep. */
function fieldsOf(schema: unknown, seen: Set<unknown> = new Set()): readonly string[] {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { def } = schema as { readonly def?: Readonly<Def> };
  const shape = def?.shape ?? {};
  const inner = [def?.element, def?.innerType, ...(def?.options ?? [])];
  return [...Object.keys(shape), ...[...Object.values(shape), ...inner].flatMap((one) => fieldsOf(one, seen))];
}
