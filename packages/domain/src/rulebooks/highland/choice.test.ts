import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { BestPlacedFacts, ChoiceFacts, CriterionAnswer } from "../../lead-professional/model.ts";
import { agencyOf, offersByAgency } from "../../lead-professional/offers.ts";
import { bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { anInvolved } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const day = localDate("2026-09-30");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const placed = (of: Partial<BestPlacedFacts> = {}) =>
  book.designation("lead-professional.best-placed", bestPlacedFacts(of), noonOn(day));
const keir = {
  chosen: "ms-keir",
  chosenAgency: "social-work",
  candidates: ["ms-keir", "nan-sim"],
  namedPerson: "nan-sim",
  namedPersonAgency: "health",
  involved: [anInvolved("nan-sim"), anInvolved("ms-keir", { agency: "social-work" })],
  wishOf: { child: "none", family: "none" },
} as const;
const answering = (criterion: string, of: Partial<CriterionAnswer>): Partial<ChoiceFacts> => ({
  answers: choiceFacts(asks).answers.map((answer) => (answer.criterion === criterion ? { ...answer, ...of } : answer)),
});

test("the sheet asks each thing once, though the national guidance asks it too", () => {
  expect(asks.map(({ code, clause }) => [clause.source, code])).toEqual([
    ["Highland", "leading"],
    ["Highland", "other-agencies"],
    ["Highland", "kind-of-help"],
    ["Highland", "relationship"],
    ["Highland", "statutory-duty"],
  ]);
});

describe("HIG-83: the named person is considered first, and passing over needs a reason", () => {
  test("first choice, and nothing is ticked", () => {
    expect(placed()).toMatchObject({ answer: "required", tier: "expected", holders: [{ id: "teacher" }] });
  });
  test("the named person can be chosen without such a reason", () => {
    expect(ask().answer).toBe("permits");
  });
  test("passing over Nan Sim needs one", () => {
    expect(ask(keir)).toMatchObject({ answer: "permits-if", needs: [{ code: "passed-over-named-person" }] });
    expect(ask({ ...keir, reasons: ["passed-over-named-person"] }).answer).toBe("permits");
  });
  test("not recorded is asked for; none passes over nobody", () => {
    expect(ask({ ...keir, namedPerson: "not-recorded" }).answer).toBe("unknown");
    expect(placed({ namedPerson: "not-recorded" }).missing).toEqual(["the named person"]);
    expect(ask({ ...keir, namedPerson: "none" }).answer).toBe("permits");
  });
});

describe("HIG-42: a named person leads only after a manager was consulted", () => {
  test.each([
    [true, "permits"],
    [false, "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("consulted %s: %s", (managerConsulted, answer) => {
    expect(ask({ managerConsulted }).answer).toBe(answer);
  });
  test("it is the named person's gate and nobody else's", () => {
    expect(ask({ ...keir, reasons: ["passed-over-named-person"], managerConsulted: "not-recorded" }).answer).toBe(
      "permits",
    );
  });
});

describe("HIG-89: another practitioner may come from the named person's own agency or another", () => {
  test("which of the two is kept", () => {
    expect(agencyOf("education", "education")).toBe("own-agency");
    expect(agencyOf("social-work", "health")).toBe("other-agency");
    expect(agencyOf("health", "not-recorded")).toBe("not-recorded");
    const said = placed(keir).findings.find(
      (finding) => "holder" in finding && finding.holder.kind === "person" && finding.holder.id === "ms-keir",
    );
    expect(said?.because).toMatch(/another agency/);
  });
});

describe("HIG-113: the reason is stored with the appointment", () => {
  test("no reason, no confirmation", () => {
    expect(ask({ reasonGiven: false })).toMatchObject({ answer: "permits-if", needs: [{ code: "best-placed" }] });
  });
});

describe("HIG-114: no evidence yet is an offer of support, and bars nobody", () => {
  test.each(["leading", "other-agencies"])("%s", (criterion) => {
    const decision = ask(answering(criterion, { answered: false }));
    expect(decision.answer).toBe("permits");
    expect(decision.findings.filter(({ because }) => because.includes("Offer support"))).toHaveLength(2);
  });
});

describe("HIG-115: one signed version of the criteria", () => {
  test("version 2 is kept; a draft cannot be used; not recorded is asked for", () => {
    expect(ask().facts).toContainEqual({ about: "child:child-1", name: "criteria used", value: "2" });
    expect(ask({ criteria: { version: "3", agreed: false } }).answer).toBe("prevents");
    expect(ask({ criteria: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("HIG-116: each agency's list of people offered, and its refusals", () => {
  test("police shows none offered, and refusals are counted by agency", () => {
    const listed = [
      ...Array.from({ length: 14 }, (_, index) => ({ id: `h${index}`, agency: "health" as const })),
      ...Array.from({ length: 22 }, (_, index) => ({ id: `e${index}`, agency: "education" as const })),
      ...Array.from({ length: 11 }, (_, index) => ({ id: `s${index}`, agency: "social-work" as const })),
    ];
    expect(offersByAgency(["health", "education", "social-work", "police"], listed, [{ agency: "health" }])).toEqual([
      { agency: "health", offered: 14, refusals: 1 },
      { agency: "education", offered: 22, refusals: 0 },
      { agency: "social-work", offered: 11, refusals: 0 },
      { agency: "police", offered: 0, refusals: 0, note: "none offered" },
    ]);
  });
});

describe("HIG-117: in all cases views are on record before the decision and answered in it", () => {
  test("Rory's mother prefers the health visitor: the social worker needs a reason", () => {
    const wish = { ...keir, wishOf: { child: "none", family: "nan-sim" }, reasons: ["passed-over-named-person"] };
    expect(ask(wish).needs.map(({ code }) => code)).toEqual(["family-wish-not-followed"]);
    expect(ask({ ...wish, reasons: [...wish.reasons, "family-wish-not-followed"] }).answer).toBe("permits");
  });
  test("a wish that is on record is answered, even where the view on this choice could not be had", () => {
    const wished = { ...keir, wishOf: { child: "nan-sim", family: "none" }, reasons: ["passed-over-named-person"] };
    expect(ask({ ...wished, childsView: "not-possible" }).needs.map(({ code }) => code)).toEqual([
      "child-wish-not-followed",
    ]);
    const family = { ...wished, wishOf: { child: "none", family: "nan-sim" }, familysView: "not-possible" } as const;
    expect(ask(family).needs.map(({ code }) => code)).toEqual(["family-wish-not-followed"]);
  });
  test("not asked stops it; not possible with a reason does not", () => {
    expect(ask({ childsView: "not-recorded" }).answer).toBe("unknown");
    expect(ask({ childsView: "not-possible", wishOf: { child: "not-recorded", family: "none" } }).answer).toBe(
      "permits",
    );
  });
});

describe("HIG-118: the kind of help is weighed for each candidate", () => {
  test("a blank is asked for", () => {
    expect(ask(answering("kind-of-help", { answered: false })).missing).toEqual(["The kind of help that is needed"]);
  });
});

describe("HIG-119: earlier contact or a good relationship is enough, with its evidence", () => {
  test("a strong word without a date is asked to say what it rests on", () => {
    expect(ask(answering("relationship", { rating: "strong", evidenced: false })).answer).toBe("permits-if");
    expect(ask(answering("relationship", { rating: "strong", evidenced: true })).answer).toBe("permits");
  });
});

describe("HIG-120: a responsibility in law is shown per candidate, drawn from the status", () => {
  test("social work yes, school none", () => {
    const statutory = { requiredAgency: "social-work", holders: [] } as const;
    const said = ask({ ...keir, statutory }).findings.filter(
      ({ rule }) => rule === "highland.criterion-statutory-duty",
    );
    expect(said.map(({ because }) => because)).toEqual([
      "Social work has a duty in law to co-ordinate for this child.",
      "Health has no duty in law to co-ordinate for this child.",
    ]);
  });
});

describe("HIG-121: a required agency limits the list; an exception is that agency's manager's", () => {
  const skye = { statutory: { requiredAgency: "social-work", holders: [] }, namedPerson: "teacher" } as const;
  test("her guidance teacher is refused unless a social work manager records an exception", () => {
    expect(ask(skye)).toMatchObject({
      answer: "prevents",
      needs: [{ from: "required-agency-manager", code: "outside-required-agency" }],
    });
    const decision = ask({ ...skye, reasons: ["outside-required-agency"] });
    expect(decision).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "approval", from: "required-agency-manager" }],
    });
    expect(decision.findings.find(({ rule }) => rule === "highland.choice-within-agency")?.liftedBy).toBe(
      "highland.choice-agency-exception",
    );
  });
  test("passing over a named person of another agency needs no reason then", () => {
    expect(ask({ ...keir, ...skye, namedPerson: "nan-sim" }).needs).toEqual([]);
  });
});
