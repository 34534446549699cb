import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type {
  ReviewClosingFacts,
  ReviewDueFacts,
  ReviewPointFacts,
  ReviewPreparationFacts,
} from "../../plan/review-model.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import {
  aContributor,
  reviewClosingFacts,
  reviewDueFacts,
  reviewPointFacts,
  reviewPreparationFacts,
} from "../../testing/review.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const when = (day: string) => localDate(day);
const at = (day: string) => noonOn(when(day));
const calendar = workingCalendar("england-and-wales");
const point = (of: Partial<ReviewPointFacts>, day = "2026-11-24") =>
  book.gate("plan.review-point", reviewPointFacts({ calendar, ...of }), at(day));
const due = (of: Partial<ReviewDueFacts>, day: string) =>
  book.duty("plan.review-due", reviewDueFacts({ calendar, ...of }), at(day)).owed;
const close = (of: Partial<ReviewClosingFacts>) =>
  book.gate("plan.review-closing", reviewClosingFacts(of), at("2026-11-30"));
const reports = (of: Partial<ReviewPreparationFacts>, day: string) =>
  book.duty(
    "plan.review-preparation",
    reviewPreparationFacts({ calendar, reviewOn: when("2026-12-08"), ...of }),
    at(day),
  ).owed;

describe("CWDC-2.10c: the next review date is there, at most 13 weeks off, and the lead is reminded", () => {
  test("no date: refused; 12 January 2027: accepted", () => {
    expect(point({ reviewOn: "none" })).toMatchObject({ answer: "prevents" });
    expect(point({ reviewOn: when("2027-01-12") }).answer).toBe("permits");
    expect(point({ reviewOn: "not-recorded" }).missing).toEqual(["when the plan is reviewed"]);
  });
  test.each([
    ["2027-02-22", "permits"],
    ["2027-02-23", "permits"],
    ["2027-02-24", "permits-if"],
  ])("RN-15: agreed on 24 November, review on %s: %s", (day, answer) => {
    const agreedOn = when("2026-11-24");
    expect(point({ agreedOn, reviewOn: when(day) }).answer).toBe(answer);
    expect(point({ agreedOn, reviewOn: when(day), managersReasonGiven: true }).answer).toBe("permits");
  });
  test("later ones count from the last review; what they count from may be missing", () => {
    const later = { agreedOn: when("2026-08-03"), reviewOn: when("2027-02-20") };
    expect(point({ ...later, lastReviewedOn: when("2026-11-21") }).answer).toBe("permits");
    expect(point({ ...later, lastReviewedOn: when("2026-11-20") }).answer).toBe("permits-if");
    expect(point({ ...later, lastReviewedOn: "not-recorded" }).missing).toEqual(["when the plan was last reviewed"]);
    expect(point({ ...later, agreedOn: "not-recorded" }).missing).toEqual(["when the plan was agreed"]);
    expect(point({ ...later, reviewOn: when("2027-02-24") }).needs).toMatchObject([
      { code: "late-review", from: "line-manager" },
    ]);
  });
  test.each([
    ["2027-01-04", "2027-01-05"],
    ["2027-01-05", undefined],
  ])("on %s the lead's task for 12 January starts on %s", (day, from) => {
    const [task, ...more] = due({}, day);
    expect(more).toEqual([]);
    expect(task?.because).toMatch(/^The plan names 12 January 2027 for its next review\./);
    expect(task).toMatchObject({
      who: "lead-professional",
      whoId: "fay",
      act: "plan.review",
      due: { day: "2027-01-12" },
    });
    expect(task?.from).toBe(from);
  });
});

describe("RN-54: a review that nobody held is noticed, and goes up", () => {
  const roles = (day: string, of: Partial<ReviewDueFacts> = {}) => due(of, day).map(({ who, whoId }) => [who, whoId]);
  const lead = ["lead-professional", "fay"];
  const manager = ["line-manager", "carl"];
  const senior = ["senior-manager", undefined];
  test.each([
    ["2027-01-12", [lead]],
    ["2027-01-13", [lead, manager]],
    ["2027-01-19", [lead, manager]],
    ["2027-01-20", [senior, lead, manager]],
  ])("due on 12 January, on %s it is with %j", (day, who) => {
    expect(roles(day)).toEqual(who);
  });
  test("on the lead's account, whoever holds it now, with the days in words", () => {
    const [first, , second] = due({}, "2027-01-20");
    expect(first).toMatchObject({ act: "plan.review:overdue-still", due: "at-once", onAccountOf: "lead-professional" });
    expect(first?.because).toBe(
      "It was due by 12 January 2027 and no review is recorded. The line manager had until 19 January 2027. It is now one step up.",
    );
    expect(second).toMatchObject({
      act: "plan.review:overdue",
      due: { day: "2027-01-19" },
      onAccountOf: "lead-professional",
    });
  });
  test("with no date of its own it is due 13 weeks after the agreement, or after the last review", () => {
    expect(due({ reviewOn: "none" }, "2026-12-01")).toMatchObject([{ due: { day: "2027-02-23" } }]);
    expect(due({ reviewOn: "none" }, "2026-12-01")[0]?.because).toMatch(/is held by 23 February 2027 at the latest\./);
    const reviewed = { lastReviewedOn: when("2027-01-12") };
    expect(due(reviewed, "2027-01-20")).toMatchObject([{ due: { day: "2027-04-13" } }]);
    expect(due({ reviewOn: when("2027-06-01") }, "2026-12-01")).toMatchObject([{ due: { day: "2027-02-23" } }]);
    expect(due({ lastReviewedOn: when("2027-01-11") }, "2027-01-12")).toMatchObject([{ due: { day: "2027-01-12" } }]);
  });
  test("not agreed yet, or not recorded", () => {
    expect(due({ agreedOn: "none", reviewOn: "none" }, "2026-12-01")).toEqual([]);
    expect(due({ agreedOn: "none" }, "2026-12-01")).toMatchObject([{ due: { day: "2027-01-12" } }]);
    expect(due({ agreedOn: "not-recorded", reviewOn: "not-recorded" }, "2026-12-01")).toMatchObject([
      { due: "unknown" },
    ]);
    expect(due({ lastReviewedOn: "not-recorded", reviewOn: "none" }, "2026-12-01")).toMatchObject([{ due: "unknown" }]);
    expect(due({ lead: "none", leadsManager: "none" }, "2027-01-13").every((one) => !("whoId" in one))).toBe(true);
  });
});

describe("RN-53: what changes brings the review forward", () => {
  const moved = { id: "moved", kind: "change-of-placement", on: when("2026-12-01"), reviewedOn: "none" } as const;
  const sooner = (of: Partial<ReviewDueFacts>, day: string) =>
    due(of, day).filter(({ act }) => act.startsWith("plan.review-sooner"));
  test("a move of 1 December: reviewed by the 15th, then it goes up", () => {
    expect(sooner({ changes: [moved] }, "2026-11-30")).toEqual([]);
    expect(sooner({ changes: [moved] }, "2026-12-15")).toMatchObject([
      { act: "plan.review-sooner:moved", due: { day: "2026-12-15" }, about: "child:child-1", strength: "ours" },
    ]);
    expect(sooner({ changes: [moved] }, "2026-12-16").map(({ who }) => who)).toEqual([
      "lead-professional",
      "line-manager",
    ]);
    expect(sooner({ changes: [moved] }, "2026-12-16")[0]?.because).toMatch(/another placement, on 1 December 2026/);
  });
  test("a review of it, or one held since, answers it; one held before does not", () => {
    expect(sooner({ changes: [{ ...moved, reviewedOn: when("2026-12-04") }] }, "2026-12-16")).toEqual([]);
    expect(sooner({ changes: [moved], lastReviewedOn: when("2026-12-01") }, "2026-12-16")).toEqual([]);
    expect(sooner({ changes: [moved], lastReviewedOn: when("2026-11-30") }, "2026-12-16")).toHaveLength(2);
  });
  test("where bank holidays are not known, the clock is not", () => {
    expect(sooner({ changes: [{ ...moved, on: when("2028-12-27") }] }, "2028-12-27")).toMatchObject([
      { due: "not-published", onAccountOf: "lead-professional" },
    ]);
  });
});

describe("CWDC-ANNEXC-cin-review-statutory: social services see that reviews set by law are held in time", () => {
  const care = aStatus("looked-after", "2026-11-02", { id: "care", holder: "keir" });
  const looked = { child: { id: "child-1", statuses: [care] }, reviewOn: "none" } as const;
  const review = (of: Partial<ReviewDueFacts>, day: string) =>
    due({ ...looked, ...of }, day).filter(({ about }) => about === "child:child-1");
  test.each([
    ["2026-11-30", ["social-worker"]],
    ["2026-12-01", ["social-worker", "line-manager"]],
    ["2026-12-07", ["social-worker", "line-manager"]],
    ["2026-12-08", ["senior-manager", "social-worker", "line-manager"]],
  ])("RN-55: looked after from 2 November, first review by the 30th; on %s it is with %j", (day, who) => {
    expect(review({}, day).map((one) => one.who)).toEqual(who);
    expect(review({}, day).find((one) => one.who === "social-worker")).toMatchObject({
      whoId: "keir",
      due: { day: "2026-11-30" },
      strength: "law",
      act: "plan.statutory-review:care",
    });
  });
  test("the line manager is named where the social worker is the lead, whose manager is known", () => {
    const manager = (lead: string) => review({ lead }, "2026-12-01").find(({ who }) => who === "line-manager");
    expect(manager("keir")).toMatchObject({ whoId: "carl", onAccountOf: "social-worker" });
    expect(manager("fay")).not.toHaveProperty("whoId");
  });
  const held = (...days: readonly string[]) => days.map((day) => ({ statusId: "care", heldOn: when(day) }));
  test("the second three months after the first, the others six months apart", () => {
    expect(review({ statutoryReviews: held("2026-11-26") }, "2026-12-01")).toMatchObject([
      { due: { day: "2027-02-26" } },
    ]);
    const two = held("2027-02-24", "2026-11-26");
    expect(review({ statutoryReviews: two }, "2027-03-01")).toMatchObject([{ due: { day: "2027-08-24" } }]);
    expect(review({ statutoryReviews: two }, "2027-02-23")).toMatchObject([{ due: { day: "2027-02-26" } }]);
  });
  test("reviews of another status or before it started do not count; not recorded is unknown", () => {
    expect(
      review({ statutoryReviews: [{ statusId: "other", heldOn: when("2026-11-26") }] }, "2026-11-30"),
    ).toMatchObject([{ due: { day: "2026-11-30" } }]);
    expect(review({ statutoryReviews: held("2026-11-02") }, "2026-11-02")).toMatchObject([
      { due: { day: "2027-02-02" } },
    ]);
    expect(review({ statutoryReviews: held("2026-11-01") }, "2026-11-30")).toMatchObject([
      { due: { day: "2026-11-30" } },
    ]);
    expect(review({ statutoryReviews: "not-recorded" }, "2026-12-08")).toMatchObject([{ due: "unknown" }]);
    expect(review({}, "2026-11-01")).toEqual([]);
  });
  test("a child protection plan has its first review within three months, and then every six", () => {
    const statuses = [aStatus("child-protection-plan", "2026-11-18", { id: "care" })];
    const of = (statutoryReviews: ReturnType<typeof held>) =>
      review({ child: { id: "child-1", statuses }, statutoryReviews }, "2026-12-01")[0]?.due;
    expect(of([])).toEqual({ day: "2027-02-18" });
    expect(of(held("2026-11-30"))).toEqual({ day: "2027-05-30" });
  });
  test("the plan's own date is not after it", () => {
    const child = { id: "child-1", statuses: [care] };
    expect(point({ child, reviewOn: when("2026-11-30") }).answer).toBe("permits");
    const later = point({ child, reviewOn: when("2026-12-01") });
    expect(later.answer).toBe("prevents");
    expect(later.findings).toContainEqual(
      expect.objectContaining({
        strength: "law",
        because:
          "Looked after since 2 November 2026: the law asks for a review by 30 November 2026. The earlier day wins: set that or one before it.",
      }),
    );
    expect(point({ child, statutoryReviews: "not-recorded" }).missing).toEqual([
      "which reviews the law asks for were held",
    ]);
    expect(point({ child: { id: "child-1", statuses: "not-recorded" } }).missing).toEqual([
      "which legal statuses the child has",
    ]);
    expect(point({ child, reviewOn: "none" }).findings.map(({ rule }) => rule)).toEqual(["england.review-named"]);
  });
});

describe("CWDC-ANNEXC-cin-review-statutory: a plan's review is not after the one of a child protection plan", () => {
  test.each(["child-protection-plan", "child-protection-register"] as const)("%s since 18 November 2026", (kind) => {
    const child = { id: "child-1", statuses: [aStatus(kind, "2026-11-18", { id: "cp" })] };
    const agreed = (reviewOn: string) =>
      point({ child, agreedOn: when("2026-12-01"), reviewOn: when(reviewOn) }, "2026-12-01");
    expect(agreed("2027-02-17").answer).toBe("permits");
    expect(agreed("2027-02-18").answer).toBe("permits");
    const after = agreed("2027-02-19");
    expect(after.answer).toBe("prevents");
    expect(after.findings.find(({ effect }) => effect === "prevents")).toMatchObject({
      rule: "england.review-of-protection-first",
      strength: "law",
      because: expect.stringContaining("the law asks for a review by 18 February 2027. The earlier day wins"),
    });
  });
});

describe("CWDC-ANNEXC-cin-review-other: for other children in need the agencies agree on reviews first", () => {
  const inNeed = { child: { id: "child-1", statuses: [aStatus("child-in-need", "2026-11-02")] } } as const;
  const agreement = { on: when("2026-12-04"), leadAgency: "education", everyDays: 56 } as const;
  const plan = (of: Partial<ReviewPointFacts>, day = "2026-12-04") =>
    point({ ...inNeed, agreement, reviewOn: when("2027-01-29"), ...of }, day);
  test("school leads and reviews every 8 weeks; without an agreement the plan stays a draft", () => {
    expect(plan({}).answer).toBe("permits");
    expect(plan({}).findings.map(({ because }) => because)).toContain(
      "Agreed on 4 December 2026: education leads, with a review every 56 days.",
    );
    expect(plan({ agreement: "none" }).answer).toBe("prevents");
    expect(
      plan({ agreement: "none" })
        .findings.map(({ because }) => because)
        .join(),
    ).toMatch(/Until then it stays a draft\./);
    expect(plan({ agreement: "not-recorded" }).missing).toEqual(["what the agencies agreed on reviews"]);
  });
  test.each([
    ["2027-01-29", "permits"],
    ["2027-01-30", "prevents"],
  ])("the first review on %s: %s", (day, answer) => {
    expect(plan({ reviewOn: when(day) }).answer).toBe(answer);
  });
  test("later ones count from the last review; the agreement names agency and interval", () => {
    const reviewed = { lastReviewedOn: when("2027-01-29"), agreedOn: when("2026-12-04") };
    expect(plan({ ...reviewed, reviewOn: when("2027-03-26") }, "2027-01-29").answer).toBe("permits");
    expect(plan({ ...reviewed, reviewOn: when("2027-03-27") }, "2027-01-29").answer).toBe("prevents");
    expect(plan({ agreement: { ...agreement, leadAgency: "none" } }).answer).toBe("prevents");
    expect(plan({ agreement: { ...agreement, leadAgency: "not-recorded" } }).answer).toBe("prevents");
    expect(plan({ agreement: { ...agreement, everyDays: "none" } }).answer).toBe("prevents");
  });
  test("it is not asked of a child whose reviews the law sets, nor of one not in need", () => {
    const both = [aStatus("child-in-need", "2026-11-02"), aStatus("looked-after", "2026-11-30")];
    const byLaw = plan({ child: { id: "child-1", statuses: both }, agreement: "none", reviewOn: when("2026-12-20") });
    expect(byLaw.answer).toBe("permits");
    expect(plan({ child: { id: "child-1", statuses: [] }, agreement: "none" }).answer).toBe("permits");
  });
});

describe("CWDC-ANNEXC-youth-custody-6: after the transfer the training plan is reviewed within ten days", () => {
  const training = { transferredOn: when("2026-12-18"), reviewedOn: "none", officer: "yot" } as const;
  const owed = (of: Partial<Exclude<ReviewDueFacts["training"], string>>, day: string) =>
    due({ training: { ...training, ...of } }, day).filter(({ act }) => act === "plan.review-training");
  test("transferred on Friday 18 December: due on the 28th, and the 24th is the last working day before", () => {
    expect(owed({}, "2026-12-18")).toMatchObject([
      { who: "supervising-officer", whoId: "yot", due: { day: "2026-12-28" }, strength: "national standard" },
    ]);
    expect(owed({}, "2026-12-18")[0]?.because).toMatch(
      /holds and chairs the review.* The last working day before then is 24 December 2026\.$/,
    );
  });
  test("where the last day is a working day no other is named", () => {
    const [task] = owed({ transferredOn: when("2026-12-08") }, "2026-12-09");
    expect(task).toMatchObject({ due: { day: "2026-12-18" } });
    expect(task?.because).not.toMatch(/last working day/);
  });
  test("before the transfer, once reviewed, and with nobody named", () => {
    expect(owed({}, "2026-12-17")).toEqual([]);
    expect(owed({ reviewedOn: when("2026-12-23") }, "2026-12-24")).toEqual([]);
    expect(owed({ officer: "none" }, "2026-12-24")[0]).not.toHaveProperty("whoId");
    expect(due({ training: "not-recorded" }, "2026-12-24")).toHaveLength(1);
  });
});

describe("CWDC-3.13c: the lead gathers people, and each owner reports their own actions", () => {
  const came = ["a", "b", "c", "d"].map((id) => aContributor(id, { arrivedOn: when("2026-12-03") }));
  const housing = aContributor("hana", { agency: "housing", manager: "hugo", arrivedOn: "none" });
  const contributors = [...came, housing];
  test("housing has not reported 2 days before the review of 8 December: its officer and manager are told, the lead only informed", () => {
    const owed = reports({ contributors }, "2026-12-06");
    expect(owed.map(({ who, whoId, act }) => [who, whoId, act])).toEqual([
      ["action-owners-manager", "hugo", "plan.see-actions-reported:hana"],
      ["lead-professional", "shaw", "plan.know-of-missing-report:hana"],
      ["action-owner", "hana", "plan.report-actions:hana"],
    ]);
    expect(owed.every(({ onAccountOf }) => onAccountOf === "action-owner")).toBe(true);
    expect(owed[1]?.because).toMatch(/The lead professional is told only/);
  });
  test("the day before it is the owner's alone, due by the end of it; all in, nothing is owed", () => {
    expect(reports({ contributors }, "2026-12-05")).toMatchObject([
      { who: "action-owner", whoId: "hana", due: { day: "2026-12-05" } },
    ]);
    expect(reports({ contributors: came }, "2026-12-06")).toEqual([]);
    expect(reports({ contributors }, "2026-12-08")).toHaveLength(3);
    expect(reports({ contributors }, "2026-12-09")).toEqual([]);
    expect(reports({ contributors: [{ ...housing, manager: "none" }] }, "2026-12-06")[0]).not.toHaveProperty("whoId");
  });
});

describe("CWDC-4.8a: at a looked-after review owners deliver and the lead gathers, as everywhere", () => {
  test("each owner whose part is missing is named for the review of 30 November", () => {
    const contributors = ["a", "b", "c"].map((id) => aContributor(id, { arrivedOn: "none" }));
    const owed = reports({ lead: "keir", reviewOn: when("2026-11-30"), contributors }, "2026-11-24");
    expect(owed.map(({ who, whoId, onAccountOf }) => [who, whoId, onAccountOf])).toEqual(
      ["a", "b", "c"].map((id) => ["action-owner", id, "action-owner"]),
    );
  });
});

describe("CWDC-FIG3A-6: a review comes to one of five results, and the loop goes on", () => {
  test("30 November: continue, the lead re-confirmed, the next date 15 January", () => {
    const decision = close({});
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because)).toEqual(
      expect.arrayContaining([
        "The next review is on 15 January 2027.",
        "The lead professional is confirmed, with the reason.",
      ]),
    );
  });
  test.each(["continue", "change-lead", "step-up", "step-down"] as const)(
    "%s goes on, so it needs a next date",
    (result) => {
      expect(close({ result }).answer).toBe("permits");
      expect(close({ result, nextOn: "none" }).answer).toBe("prevents");
      expect(close({ result, nextOn: "not-recorded" }).missing).toEqual(["the next review date"]);
      expect(close({ result, nextOn: when("2026-11-30") }).answer).toBe("prevents");
      expect(close({ result, nextOn: when("2026-12-01") }).answer).toBe("permits");
    },
  );
  test("closing needs none; a result is chosen, and it is one of this book's", () => {
    const single = { before: "single", after: "single" } as const;
    expect(close({ result: "close", nextOn: "none", level: single }).answer).toBe("permits");
    expect(close({ result: "none" }).answer).toBe("prevents");
    expect(close({ result: "not-recorded" }).missing).toEqual(["what the review came to"]);
    expect(close({ result: "go-multi-agency" }).answer).toBe("prevents");
  });
});

describe("CWDC-3.2: every review asks whether the lead is still the right one", () => {
  const no = { isLeadStillRight: false, result: "change-lead" } as const;
  test("26 November, 'no, the school nurse is better': a handover opens", () => {
    expect(close({ ...no, handoverOpenedOn: "none" })).toMatchObject({ answer: "prevents" });
    expect(close({ ...no, handoverOpenedOn: when("2026-11-26") }).answer).toBe("permits");
    expect(close({ ...no, handoverOpenedOn: "not-recorded" }).missing).toEqual(["whether a handover was opened"]);
  });
  test("the answer has its reason, whichever it is; unasked is unknown", () => {
    expect(close({ leadReasonGiven: false })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "right-lead", for: "why the lead is still the right one" }],
    });
    expect(close({ ...no, leadReasonGiven: false }).needs).toMatchObject([{ for: "why somebody else fits better" }]);
    expect(close({ isLeadStillRight: "not-recorded" }).missing).toEqual(["whether the lead is still the right one"]);
    expect(close({ isLeadStillRight: "not-recorded", plan: { id: "p", reach: "single-agency" } }).answer).toBe(
      "permits",
    );
  });
});

describe("CWDC-4.7c: a review sets the level up or down, and who leads is asked anew", () => {
  const down = { level: { before: "complex", after: "integrated" }, result: "step-down" } as const;
  test("intensive support ends when the child starts school: down to integrated, and not closed", () => {
    expect(close({ ...down, askedAnewWhoLeads: true }).answer).toBe("permits");
    const closed = close({ ...down, result: "close", askedAnewWhoLeads: true });
    expect(closed.answer).toBe("prevents");
    expect(closed.findings.map(({ because }) => because).join()).toMatch(/The case is not closed/);
  });
  test("up as well as down it is asked anew; not recorded is no answer", () => {
    expect(close({ ...down, askedAnewWhoLeads: false }).answer).toBe("prevents");
    expect(close({ ...down, askedAnewWhoLeads: "not-recorded" }).missing).toEqual([
      "whether it was asked anew who leads",
    ]);
    const up = { level: { before: "integrated", after: "complex" }, result: "step-up" } as const;
    expect(close({ ...up, askedAnewWhoLeads: true }).answer).toBe("permits");
    expect(close({ ...up, askedAnewWhoLeads: false }).answer).toBe("prevents");
    expect(close({ level: "not-recorded" }).missing).toEqual(["which level of need holds"]);
  });
});

describe("CWDC-2.8: what a review decides holds the child's part and the family's, or why there is none", () => {
  test.each([
    ["present", "permits"],
    ["views-given", "permits"],
    ["reason-given", "permits"],
    ["none", "permits-if"],
    ["not-recorded", "unknown"],
  ] as const)("%s: %s", (part, answer) => {
    for (const without of [{ childsPart: part }, { familysPart: part }]) {
      const decision = close(without);
      expect(decision.answer).toBe(answer);
      expect(decision.findings.find(({ effect }) => effect === answer)).toBeDefined();
      if (answer !== "permits")
        expect(decision.findings.filter(({ effect }) => effect === answer).map(({ rule }) => rule)).toEqual([
          "england.review-family-takes-part",
        ]);
    }
  });
});
