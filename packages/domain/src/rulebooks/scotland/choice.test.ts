import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { BestPlacedFacts, ChoiceFacts, CriterionAnswer } from "../../lead-professional/model.ts";
import { bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const day = localDate("2026-05-12");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const placed = (of: Partial<BestPlacedFacts> = {}) =>
  book.designation("lead-professional.best-placed", bestPlacedFacts(of), noonOn(day));
const answering = (criterion: string, of: Partial<CriterionAnswer>): Partial<ChoiceFacts> => ({
  answers: choiceFacts(asks).answers.map((answer) =>
    answer.criterion === criterion && answer.candidate === "teacher" ? { ...answer, ...of } : answer,
  ),
});
const nurse = anInvolved("epilepsy-nurse", { posts: ["specialist-health-practitioner"] });
const jude: Partial<BestPlacedFacts> = {
  route: "specialist-within-universal-services",
  needsAreComplexHealth: true,
  involved: [
    anInvolved("health-visitor", { posts: ["health-visitor"] }),
    nurse,
    anInvolved("home-teacher", { agency: "education", posts: ["specialist-education-practitioner"] }),
  ],
};
const lookedAfter = { statutory: { requiredAgency: "social-work", holders: [] } } as const;

describe("GIR-11: from evidence in universal services the practitioner already there comes first", () => {
  test("Kai's class teacher is the first choice, and is not appointed by that", () => {
    expect(placed()).toMatchObject({ answer: "required", tier: "expected", holders: [{ id: "teacher" }] });
  });
  test("choosing the psychologist needs a reason", () => {
    const other = { chosen: "nurse", wishOf: { child: "nurse", family: "nurse" }, chosenAgency: "health" } as const;
    expect(ask(other)).toMatchObject({ answer: "permits-if", needs: [{ code: "passed-over-universal-practitioner" }] });
    expect(ask({ ...other, reasons: ["passed-over-universal-practitioner"] }).answer).toBe("permits");
  });
  test("who already works with the child may be not recorded, and is asked for", () => {
    expect(placed({ universalPractitioner: "not-recorded" }).missing).toEqual([
      "the universal practitioner already working with the child",
    ]);
    expect(ask({ universalPractitioner: "not-recorded" }).answer).toBe("unknown");
    expect(placed({ universalPractitioner: "none" })).toMatchObject({ answer: "open", missing: [] });
  });
});

describe("GIR-5: nobody is confirmed while it is not recorded how the need arose", () => {
  test("a blank route is asked for", () => {
    expect(ask({ route: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["how the need arose"] });
    expect(placed({ route: "not-recorded" }).missing).toEqual(["how the need arose"]);
  });
});

describe("GIR-17: more specialist help opens the list to specialists of health and education", () => {
  test("Jude's list has the nurse and the home-visiting teacher as well as the health visitor", () => {
    const listed = placed(jude).findings.flatMap((finding) =>
      "holder" in finding && finding.holder.kind === "person" ? [finding.holder.id] : [],
    );
    expect(listed).toEqual(expect.arrayContaining(["epilepsy-nurse", "home-teacher", "health-visitor"]));
  });
});

describe("GIR-18: complex health needs suggest a specialist health practitioner", () => {
  test("the nurse is suggested, with the need as the reason", () => {
    expect(placed(jude)).toMatchObject({ answer: "suggested", holders: [{ id: "epilepsy-nurse" }] });
  });
  test("choosing somebody else needs a reason", () => {
    const other = {
      ...jude,
      candidates: ["home-teacher"],
      chosen: "home-teacher",
      chosenAgency: "education",
      wishOf: { child: "none", family: "none" },
    } as const;
    expect(ask(other).needs.map(({ code }) => code)).toEqual(["passed-over-health-specialist"]);
    expect(ask({ ...other, reasons: ["passed-over-health-specialist"] }).answer).toBe("permits");
  });
  test("with no specialist recorded the post is suggested; without the mark nothing is", () => {
    expect(placed({ ...jude, involved: [] })).toMatchObject({ answer: "suggested", holders: [{ kind: "post" }] });
    expect(placed({ ...jude, needsAreComplexHealth: "not-recorded" }).answer).toBe("open");
  });
});

describe("GIR-21: where safety is the reason a lead from health or education needs a manager's reason", () => {
  const forSafety = { route: "safety-or-statute" } as const;
  test("the class teacher raises it, a social worker does not", () => {
    expect(ask(forSafety)).toMatchObject({
      answer: "permits-if",
      needs: [{ from: "line-manager", code: "universal-lead-for-safety" }],
    });
    expect(ask({ ...forSafety, reasons: ["universal-lead-for-safety"] }).answer).toBe("permits");
    expect(ask({ ...forSafety, chosenAgency: "social-work" }).answer).toBe("permits");
  });
});

describe("GIR-22: social work is thought of first for safety or statute, and nothing is ticked", () => {
  test("the agency is suggested and another may be chosen", () => {
    expect(placed({ route: "safety-or-statute" })).toMatchObject({
      answer: "suggested",
      holders: [{ kind: "agency", agency: "social-work" }],
    });
    expect(ask({ route: "safety-or-statute", chosenAgency: "voluntary" }).answer).toBe("permits");
  });
});

describe("GIR-24: no confirmation before child and family took part, or a reason why not", () => {
  test.each([
    [{ familysView: "not-recorded" }, "unknown"],
    [{ childsView: "not-recorded" }, "unknown"],
    [{ familysView: "not-possible", wishOf: { child: "teacher", family: "not-recorded" } }, "permits"],
  ] as const)("%o: %s", (of, answer) => {
    expect(ask(of).answer).toBe(answer);
  });
  test("Lewis, looked after: blocked on 12 May with the family's entry empty, through with the visit of the 13th", () => {
    const lewis = {
      ...lookedAfter,
      route: "safety-or-statute",
      involved: [anInvolved("teacher", { agency: "education" }), anInvolved("sw", { agency: "social-work" })],
      candidates: ["sw"],
      chosen: "sw",
      chosenAgency: "social-work",
      wishOf: { child: "none", family: "none" },
    } as const;
    expect(ask({ ...lewis, familysView: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["the family's view"],
    });
    expect(ask({ ...lewis, childsView: "not-recorded" }).missing).toEqual(["the child's view"]);
    expect(ask(lewis).answer).toBe("permits");
  });
});

describe("GIR-58: why this person is best placed is stored", () => {
  test("an empty reason is refused", () => {
    expect(ask({ reasonGiven: false })).toMatchObject({ answer: "permits-if", needs: [{ code: "best-placed" }] });
    expect(ask().answer).toBe("permits");
  });
});

describe("GIR-59: a gap in somebody's profile is a need for support, not a bar", () => {
  test.each(["leading", "other-agencies"])("nothing on record for %s offers support", (criterion) => {
    const decision = ask(answering(criterion, { answered: false }));
    expect(decision.answer).toBe("permits");
    expect(decision.findings.some(({ because }) => because.includes("keeps nobody out"))).toBe(true);
  });
});

describe("GIR-60: child's and family's wish are asked apart, and another decision needs a reason for each", () => {
  test("Mia gets the teacher she wants, her mother wanted the nurse", () => {
    const wishOf = { child: "teacher", family: "nurse" };
    expect(ask({ wishOf }).needs.map(({ code }) => code)).toEqual(["family-wish-not-followed"]);
    expect(ask({ wishOf, reasons: ["family-wish-not-followed"] }).answer).toBe("permits");
  });
});

describe("GIR-61: the kind of help is weighed for each person", () => {
  test("a blank stops it", () => {
    expect(ask(answering("kind-of-help", { answered: false })).missing).toEqual(["The kind of help that is needed"]);
  });
});

describe("GIR-62: earlier contact or a good relationship counts, with its evidence", () => {
  test("'strong' with evidence is accepted, without it refused", () => {
    expect(ask(answering("relationship", { rating: "strong", evidenced: true })).answer).toBe("permits");
    expect(ask(answering("relationship", { rating: "strong", evidenced: false }))).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "evidence", code: "evidence-relationship" }],
    });
    expect(ask(answering("relationship", { rating: "none", evidenced: false })).answer).toBe("permits");
  });
});

describe("GIR-63: a duty in law is shown for each person's agency, drawn from the statuses", () => {
  test("social work reads duty, school none", () => {
    const involved = [
      anInvolved("teacher", { agency: "education" }),
      anInvolved("nurse"),
      anInvolved("sw", { agency: "social-work" }),
    ];
    const decision = ask({
      ...lookedAfter,
      involved,
      candidates: ["teacher", "sw"],
      chosen: "sw",
      chosenAgency: "social-work",
      wishOf: { child: "sw", family: "sw" },
    });
    const said = decision.findings
      .filter(({ rule }) => rule === "scotland.criterion-statutory-duty")
      .map(({ about, because }) => [about, because]);
    expect(said).toEqual([
      ["practitioner:teacher", "Education has no duty in law to co-ordinate for this child."],
      ["practitioner:sw", "Social work has a duty in law to co-ordinate for this child."],
    ]);
  });
});

describe("GIR-64: where the law asks for one agency the list is limited to it", () => {
  test("for a looked-after child a nurse is barred, and refused unless a manager records an exception", () => {
    expect(placed(lookedAfter)).toMatchObject({
      answer: "required",
      holders: [{ kind: "agency", agency: "social-work" }],
    });
    expect(placed(lookedAfter).barred).toHaveLength(2);
    const asNurse = {
      ...lookedAfter,
      chosen: "nurse",
      chosenAgency: "health",
      universalPractitioner: "nurse",
      wishOf: { child: "nurse", family: "nurse" },
    } as const;
    expect(ask(asNurse)).toMatchObject({
      answer: "prevents",
      needs: [{ what: "approval", code: "outside-required-agency" }],
    });
    expect(ask({ ...asNurse, reasons: ["outside-required-agency"] })).toMatchObject({
      answer: "permits-if",
      needs: [{ from: "required-agency-manager" }],
    });
  });
  test("somebody of that agency passes", () => {
    const involved = [anInvolved("sw", { agency: "social-work" })];
    expect(placed({ ...lookedAfter, involved, universalPractitioner: "none" }).holders).toMatchObject([{ id: "sw" }]);
  });
});

describe("GIR-17: a specialist is on the list as one, by the clause on specialists", () => {
  const asSpecialists = (of: Partial<BestPlacedFacts>) =>
    placed(of).findings.flatMap((said) =>
      said.rule === "scotland.best-placed-specialists" && "holder" in said && said.holder.kind === "person"
        ? [[said.tier, said.holder.id, said.because]]
        : [],
    );
  const says = "A specialist of health or education, who can be chosen without a meeting of the agencies.";
  test("Jude's epilepsy nurse and home-visiting teacher, and not the health visitor", () => {
    expect(asSpecialists(jude)).toEqual([
      ["may", "epilepsy-nurse", says],
      ["may", "home-teacher", says],
    ]);
  });
  test("not on another route, nor somebody who does not work with Jude, nor a specialist of another service", () => {
    expect(asSpecialists({ ...jude, route: "evidence-from-universal-services" })).toEqual([]);
    const others = [
      { ...nurse, involvement: "not-involved" as const },
      anInvolved("psychologist", { agency: "social-work", posts: ["specialist-health-practitioner"] }),
    ];
    expect(asSpecialists({ ...jude, involved: others })).toEqual([]);
  });
});

describe("GIR-64: an obligation in law leaves nothing to choose", () => {
  const involved = [anInvolved("teacher", { agency: "education" }), anInvolved("sw", { agency: "social-work" })];
  const byLaw = { involved, statutory: { requiredAgency: "social-work", holders: ["sw"] } } as const;
  test("Lewis's social worker, whom the law puts in the lead, leads", () => {
    expect(placed(byLaw)).toMatchObject({ answer: "filled", tier: "must", holders: [{ id: "sw" }] });
    expect(placed(byLaw).findings).toContainEqual(
      expect.objectContaining({
        tier: "must",
        clause: { source: "GIRFEC", at: "G2, paragraph 2" },
        because: "A law or procedure puts this person in the lead, so there is nothing to choose.",
      }),
    );
  });
  test("two whom the law puts in the lead decide together; with nobody there the agency is asked for", () => {
    const two = { ...byLaw, statutory: { ...byLaw.statutory, holders: ["sw", "sw-2"] } };
    expect(placed(two).answer).toBe("decide-together");
    expect(placed({ ...byLaw, involved: [], statutory: lookedAfter.statutory })).toMatchObject({
      answer: "required",
      holders: [{ kind: "agency", agency: "social-work" }],
    });
  });
  test("nothing is compared, and the choice says so", () => {
    const chosen = { ...byLaw, candidates: ["sw"], chosen: "sw", chosenAgency: "social-work", answers: [] } as const;
    const decision = ask({ ...chosen, wishOf: { child: "not-recorded", family: "not-recorded" } });
    expect(decision.answer).toBe("permits");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        effect: "permits",
        about: "practitioner:sw",
        clause: { source: "GIRFEC", at: "G2, paragraph 2" },
        because: "A law or procedure puts this person in the lead, so nothing is compared.",
      }),
    );
    expect(ask({ ...chosen, statutory: lookedAfter.statutory, answers: [] }).answer).toBe("unknown");
  });
});
