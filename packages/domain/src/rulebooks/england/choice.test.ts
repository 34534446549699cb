import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChoiceFacts } from "../../lead-professional/model.ts";
import { bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const day = localDate("2026-11-24");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const team = ["youth-worker", "ewo", "nurse"];
const chosenFrom = (chosen: string) =>
  ({ candidates: team, chosen, chosenAgency: "health", wishOf: { child: "none", family: "none" } }) as const;

describe("CWDC-3.14a: nine criteria, each for every person considered", () => {
  test("the comparison sheet asks nine things of each candidate", () => {
    expect(asks.map(({ code }) => code)).toEqual([
      "main-need",
      "trust",
      "wishes",
      "responsibility",
      "statutory-duty",
      "relationship",
      "leading",
      "drawing-in",
      "support-systems",
    ]);
    expect(new Set(asks.map(({ of }) => of))).toEqual(new Set(["candidate"]));
  });
  test("with all answered for three people the choice may be confirmed", () => {
    expect(ask(chosenFrom("ewo")).answer).toBe("permits");
  });
  test.each([
    ["main-need", "How the person fits the child's main need"],
    ["trust", "Trust built with the child and the family"],
    ["wishes", "What the child or the family want"],
    ["responsibility", "Whether their service is the one mainly responsible for the need"],
    ["relationship", "Earlier contact, and whether it can go on"],
    ["leading", "Skill, ability and room to lead and co-ordinate others"],
    ["drawing-in", "Whether universal and specialist services come when they ask"],
    ["support-systems", "Knowing the support that keeps the role going"],
  ])("%s left blank: the choice is not confirmed, and that criterion is asked for by name", (code, label) => {
    const full = choiceFacts(asks, chosenFrom("ewo"));
    const decision = ask({ ...chosenFrom("ewo"), answers: full.answers.filter(({ criterion }) => criterion !== code) });
    expect(decision).toMatchObject({ answer: "unknown", missing: [label] });
    expect(decision.findings.filter(({ effect }) => effect === "unknown")).toMatchObject([
      { rule: `england.criterion-${code}`, clause: { source: "CWDC", at: "3.14" }, about: "child:child-1" },
    ]);
  });
  test("a clear duty in law to lead is shown for each person from the records, and asks nothing of anybody", () => {
    const involved = team.map((id) => anInvolved(id, { agency: id === "nurse" ? "health" : "education" }));
    const of = { ...chosenFrom("nurse"), involved, statutory: { requiredAgency: "health", holders: [] } } as const;
    const full = choiceFacts(asks, of);
    const decision = ask({ ...of, answers: full.answers.filter(({ criterion }) => criterion !== "statutory-duty") });
    expect(
      decision.findings
        .filter(({ rule }) => rule === "england.criterion-statutory-duty")
        .map(({ about, effect, because }) => [about, effect, because]),
    ).toEqual([
      ["practitioner:youth-worker", "permits", "Education has no duty in law to co-ordinate for this child."],
      ["practitioner:ewo", "permits", "Education has no duty in law to co-ordinate for this child."],
      ["practitioner:nurse", "permits", "Health has a duty in law to co-ordinate for this child."],
    ]);
  });
  test("one blank for one person is asked for, and whoever fills in the sheet is told", () => {
    const full = choiceFacts(asks, chosenFrom("ewo"));
    const answers = full.answers.filter(
      ({ criterion, candidate }) => !(criterion === "trust" && candidate === "nurse"),
    );
    const decision = ask({ ...chosenFrom("ewo"), answers });
    expect(decision).toMatchObject({ answer: "unknown", missing: ["Trust built with the child and the family"] });
    expect(decision.findings.filter(({ effect }) => effect === "unknown").map(({ about }) => about)).toEqual([
      "child:child-1",
    ]);
  });
});

describe("CWDC-3.14b: the comparison never appoints", () => {
  test("saving without a written reason is refused, however many criteria somebody meets", () => {
    const decision = ask({ ...chosenFrom("youth-worker"), reasonGiven: false });
    expect(decision).toMatchObject({ answer: "permits-if", needs: [{ what: "reason", code: "best-placed" }] });
  });
  test("of three people nobody is listed above the others", () => {
    const facts = bestPlacedFacts({ involved: team.map((id) => anInvolved(id)), assessor: "none" });
    const decision = book.designation("lead-professional.best-placed", facts, noonOn(day));
    expect(decision).toMatchObject({ answer: "open", tier: "may" });
    expect(decision.holders).toHaveLength(3);
  });
  test("only a duty in law removes the choice", () => {
    const facts = bestPlacedFacts({ statutory: { requiredAgency: "social-work", holders: ["sw"] } });
    expect(book.designation("lead-professional.best-placed", facts, noonOn(day))).toMatchObject({
      answer: "filled",
      tier: "must",
    });
    const byLaw = ask({
      statutory: { requiredAgency: "social-work", holders: ["sw"] },
      chosen: "sw",
      chosenAgency: "social-work",
      answers: [],
      reasonGiven: false,
    });
    expect(byLaw.answer).toBe("permits");
  });
  test("two people whom the law puts in the lead are for people to decide between", () => {
    const facts = bestPlacedFacts({ statutory: { holders: ["care-co-ordinator", "key-worker"] } });
    expect(book.designation("lead-professional.best-placed", facts, noonOn(day)).answer).toBe("decide-together");
  });
});

describe("CWDC-3.14c: the version of the criteria is kept with the choice", () => {
  test("version 2 is named in the decision", () => {
    expect(ask().findings.map(({ because }) => because)).toContain(
      "The choice keeps that version 2 of the criteria was used.",
    );
    expect(ask().facts).toContainEqual({ about: "child:child-1", name: "criteria used", value: "2" });
  });
  test.each([
    ["an unpublished version cannot be used", { version: "3", agreed: false }, "prevents"],
    ["not recorded is asked for", "not-recorded", "unknown"],
  ] as const)("%s", (_, criteria, answer) => {
    expect(ask({ criteria }).answer).toBe(answer);
  });
});

describe("CWDC-3.15: the assessor has equal standing and no more", () => {
  test("the assessor is one of those who may, beside the others", () => {
    const decision = book.designation("lead-professional.best-placed", bestPlacedFacts(), noonOn(day));
    expect(decision.answer).toBe("open");
    expect(decision.holders.map((holder) => (holder.kind === "person" ? holder.id : ""))).toEqual(["teacher", "nurse"]);
  });
  test("choosing the assessor is answered as choosing anybody else", () => {
    fc.assert(
      fc.property(fc.constantFrom(...team), fc.constantFrom(...team), fc.boolean(), (assessor, chosen, reasonGiven) => {
        const of = { ...chosenFrom(chosen), reasonGiven };
        const asAssessor = ask({ ...of, assessor });
        const asAnybody = ask({ ...of, assessor: "none" });
        expect([asAssessor.answer, asAssessor.needs]).toEqual([asAnybody.answer, asAnybody.needs]);
      }),
    );
  });
});

describe("CWDC-BOX1-SEN-Y9: whom a status suggests is listed first, and nobody is chosen by it", () => {
  const adviser = { kind: "post", post: "personal-adviser" } as const;
  const suggested = { holder: adviser, tier: "suggested", order: 1, needs: [] } as const;
  const listed = (involved: Parameters<typeof bestPlacedFacts>[0]) =>
    book.designation("lead-professional.best-placed", bestPlacedFacts(involved), noonOn(day));
  const statutory = { holders: [], named: [suggested] };
  const pat = anInvolved("pat", { agency: "personal-advice", posts: ["personal-adviser"] });
  test("the adviser who works with the pupil, before the nurse; without one, the post", () => {
    const nurse = anInvolved("nurse");
    expect(listed({ involved: [nurse, pat], statutory })).toMatchObject({
      answer: "suggested",
      tier: "suggested",
      holders: [{ kind: "person", id: "pat" }],
    });
    const decision = listed({ involved: [nurse], statutory });
    expect(decision.holders).toEqual([adviser]);
    expect(decision.findings.find(({ rule }) => rule === "england.best-placed-named-by-status")).toMatchObject({
      because: "One of the child's statuses suggests this post. Somebody else may be chosen.",
    });
    expect(decision.findings.some(({ tier, about }) => tier === "may" && about === "child:child-1")).toBe(true);
    expect(listed({ involved: [nurse, pat], statutory: { holders: [] } }).answer).toBe("open");
  });
});

describe("CWDC-BOX1-disability-keyworker: a choice that goes past the key worker needs its reason", () => {
  const named = [{ holder: { kind: "person", id: "physio" }, tier: "expected", needs: [] }] as const;
  const past = (of: Partial<ChoiceFacts> = {}) =>
    ask({ ...chosenFrom("nurse"), statutory: { holders: [], named: [...named] }, ...of });
  test("without one it is asked for, with one the choice may be confirmed", () => {
    expect(past()).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", from: "practitioners-involved", code: "status-names-another" }],
    });
    const confirmed = past({ reasons: ["status-names-another"] });
    expect(confirmed.answer).toBe("permits");
    expect(confirmed.findings.map(({ because }) => because)).toContain(
      "It is written down why somebody leads whom no status names.",
    );
  });
  test("the key worker chosen, no reason is asked", () => {
    const candidates = [...team, "physio"];
    expect(past({ ...chosenFrom("physio"), candidates }).needs).toEqual([]);
  });
});

describe("CWDC-BOX1-CP: while a lock asks for social work the list holds nobody of another agency", () => {
  const statutory = { requiredAgency: "social-work", holders: [] } as const;
  const listed = (involved: readonly ReturnType<typeof anInvolved>[]) =>
    book.designation("lead-professional.best-placed", bestPlacedFacts({ involved, statutory }), noonOn(day));
  const hv = anInvolved("hv", { posts: ["health-visitor"] });
  test("a health visitor is barred, with the reason; a social worker on the team may be chosen", () => {
    const decision = listed([hv, anInvolved("sw", { agency: "social-work", posts: ["social-worker"] })]);
    expect(decision.findings.find(({ tier }) => tier === "barred")).toMatchObject({
      rule: "england.best-placed-within-agency",
      holder: { kind: "person", id: "hv" },
      about: "practitioner:hv",
      because: expect.stringContaining("has to come from social work"),
    });
    expect(decision.holders).toEqual([{ kind: "person", id: "sw" }]);
  });
  test("nobody of that agency recorded: the agency is what has to be filled", () => {
    expect(listed([hv])).toMatchObject({ answer: "required", holders: [{ kind: "agency", agency: "social-work" }] });
  });
});

describe("where a lock asks for social work nobody else is confirmed, and no manager makes an exception", () => {
  test.each(["health", "social-work"] as const)("somebody of %s", (chosenAgency) => {
    const decision = ask({
      chosenAgency,
      statutory: { requiredAgency: "social-work", holders: [] },
      reasons: ["outside-required-agency"],
    });
    expect(decision.answer).toBe(chosenAgency === "health" ? "prevents" : "permits");
    expect(decision.needs).toEqual([]);
  });
});

describe("CWDC-2.15: a young person's wish for somebody is weighed, and a refusal has a reason they were told", () => {
  const wantsMentor = { ...chosenFrom("ewo"), wishOf: { child: "mentor", family: "none" } } as const;
  test("asked for the mentor, got the welfare officer: the reason, and when they were told", () => {
    expect(ask(wantsMentor).needs.map(({ code }) => code)).toEqual(["child-wish-not-followed", "child-told-why"]);
    expect(ask({ ...wantsMentor, reasons: ["child-wish-not-followed"] }).needs.map(({ code }) => code)).toEqual([
      "child-told-why",
    ]);
    expect(ask({ ...wantsMentor, reasons: ["child-wish-not-followed", "child-told-why"] }).answer).toBe("permits");
  });
  test("nobody asked is not the same as nobody named", () => {
    expect(ask({ wishOf: { child: "not-recorded", family: "none" } })).toMatchObject({
      answer: "unknown",
      missing: ["whom the child would like"],
    });
    expect(ask({ wishOf: { child: "none", family: "none" } }).answer).toBe("permits");
  });
});

describe("CWDC-2.8: a choice holds the views of child and family", () => {
  test.each([
    [{ childsView: "not-recorded" }, "unknown"],
    [{ familysView: "not-recorded" }, "unknown"],
    [{ childsView: "not-possible", wishOf: { child: "not-recorded", family: "none" } }, "permits"],
  ] as const)("%o: %s", (of, answer) => {
    expect(ask(of).answer).toBe(answer);
  });
});
