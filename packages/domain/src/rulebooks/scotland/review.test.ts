import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type {
  ReviewClosingFacts,
  ReviewDueFacts,
  ReviewMaterialsFacts,
  ReviewPointFacts,
  ReviewPreparationFacts,
} from "../../plan/review-model.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import { arrangeFacts } from "../../testing/meeting.ts";
import {
  aContributor,
  aRecipient,
  reviewClosingFacts,
  reviewDueFacts,
  reviewMaterialsFacts,
  reviewPointFacts,
  reviewPreparationFacts,
} from "../../testing/review.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const when = (day: string) => localDate(day);
const at = (day: string) => noonOn(when(day));
const point = (of: Partial<ReviewPointFacts>, day = "2026-06-10") =>
  book.gate("plan.review-point", reviewPointFacts(of), at(day));
const due = (of: Partial<ReviewDueFacts>, day: string) =>
  book.duty("plan.review-due", reviewDueFacts(of), at(day)).owed;
const parts = (of: Partial<ReviewPreparationFacts>, day: string) =>
  book.duty("plan.review-preparation", reviewPreparationFacts(of), at(day)).owed;
const materials = (of: Partial<ReviewMaterialsFacts>) =>
  book.gate("plan.review-materials", reviewMaterialsFacts(of), at("2026-08-31"));
const close = (of: Partial<ReviewClosingFacts>) =>
  book.gate("plan.review-closing", reviewClosingFacts(of), at("2026-11-30"));

describe("GIR-52: the plan says when a review is needed, as a day or with a longest wait", () => {
  test("'1 September, or sooner if the placement changes' is accepted; 'when needed' has no longest wait", () => {
    const september = point({ reviewOn: when("2026-09-01"), hasTrigger: true });
    expect(september.answer).toBe("permits");
    expect(september.findings.map(({ because }) => because)).toContain(
      "The plan is reviewed by 1 September 2026, or sooner if what it names comes about.",
    );
    const whenNeeded = point({ reviewOn: "none", hasTrigger: true });
    expect(whenNeeded.answer).toBe("prevents");
    expect(whenNeeded.findings[0]?.because).toMatch(/it has no longest wait/);
    expect(point({ reviewOn: "not-recorded", hasTrigger: true }).answer).toBe("prevents");
  });
  test("blank is refused; a day alone is enough; not recorded is unknown", () => {
    expect(point({ reviewOn: "none" }).answer).toBe("prevents");
    expect(point({ reviewOn: "none", hasTrigger: "not-recorded" }).answer).toBe("prevents");
    expect(point({ reviewOn: when("2026-09-01") }).answer).toBe("permits");
    expect(point({ reviewOn: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["when the plan is reviewed"],
    });
  });
  test.each([
    ["2026-09-10", "permits"],
    ["2026-09-11", "prevents"],
  ])("GD-3: agreed on 10 June, first review on %s: %s", (day, answer) => {
    expect(point({ agreedOn: when("2026-06-10"), reviewOn: when(day) }).answer).toBe(answer);
    expect(point({ agreedOn: when("2026-06-10"), reviewOn: when(day), managersReasonGiven: true }).answer).toBe(answer);
  });
  test.each([
    ["2026-12-01", "permits"],
    ["2026-12-02", "prevents"],
  ])("GD-3: reviewed on 1 June, the next on %s: %s", (day, answer) => {
    expect(
      point({ agreedOn: when("2026-03-02"), lastReviewedOn: when("2026-06-01"), reviewOn: when(day) }).answer,
    ).toBe(answer);
  });
});

describe("GD-3: an earlier statutory date wins", () => {
  const care = (more: Parameters<typeof aStatus>[2]) => ({
    child: { id: "child-1", statuses: [aStatus("looked-after", "2026-06-01", more)] },
  });
  test.each([
    ["2026-07-13", "permits"],
    ["2026-07-14", "prevents"],
  ])("GN-22: away from home since 1 June, review on %s: %s", (day, answer) => {
    expect(point({ ...care({ accommodated: true }), reviewOn: when(day) }).answer).toBe(answer);
    expect(point({ ...care({ accommodated: "not-recorded" }), reviewOn: when(day) }).answer).toBe(answer);
    expect(point({ ...care({ accommodated: false }), reviewOn: when(day) }).answer).toBe("permits");
  });
  test("GN-22: second after 3 months, later ones after 6; GN-24: a support plan every 12", () => {
    const next = (...held: readonly string[]) =>
      due(
        {
          ...care({ accommodated: true, id: "care" }),
          statutoryReviews: held.map((day) => ({ statusId: "care", heldOn: when(day) })),
        },
        "2026-11-24",
      ).find(({ who, rule }) => rule === "scotland.review-of-care" && who === "social-worker")?.due;
    expect(next()).toEqual({ day: "2026-07-13" });
    expect(next("2026-07-01")).toEqual({ day: "2026-10-01" });
    expect(due({ reviewOn: "none", agreedOn: when("2026-11-24") }, "2026-11-24").map(({ rule }) => rule)).toEqual([
      "scotland.review-held",
    ]);
    expect(next("2026-07-01", "2026-09-30")).toEqual({ day: "2027-03-30" });
    const planned = [aStatus("co-ordinated-support-plan", "2025-09-01")];
    const yearly = (day: string) => point({ child: { id: "child-1", statuses: planned }, reviewOn: when(day) });
    expect(yearly("2026-09-01").answer).toBe("permits");
    expect(yearly("2026-09-02").answer).toBe("prevents");
    const supported = { child: { id: "child-1", statuses: [aStatus("co-ordinated-support-plan", "2026-06-01")] } };
    expect(due(supported, "2026-11-24").find(({ rule }) => rule === "scotland.review-of-support-plan")).toMatchObject({
      due: { day: "2027-06-01" },
      strength: "law",
    });
  });
});

describe("GD-26 to GD-28: a review is noticed before it is due, when things change, and when nobody held it", () => {
  test("reminded 14 days before, no later than 3 months from the agreement", () => {
    expect(due({}, "2026-12-28")).toMatchObject([{ due: { day: "2027-01-12" }, from: "2026-12-29", whoId: "fay" }]);
    expect(due({}, "2026-12-29")[0]).not.toHaveProperty("from");
    expect(due({ reviewOn: "none" }, "2026-12-01")).toMatchObject([{ due: { day: "2027-02-24" } }]);
    expect(due({ reviewOn: "none", lastReviewedOn: when("2026-12-01") }, "2026-12-01")).toMatchObject([
      { due: { day: "2027-06-01" } },
    ]);
  });
  test("late on 13 January, with senior managers from the 20th", () => {
    const who = (day: string) => due({}, day).map((one) => one.who);
    expect(who("2027-01-12")).toEqual(["lead-professional"]);
    expect(who("2027-01-13")).toEqual(["lead-professional", "line-manager"]);
    expect(who("2027-01-19")).toEqual(["lead-professional", "line-manager"]);
    expect(who("2027-01-20")).toEqual(["senior-manager", "lead-professional", "line-manager"]);
  });
  test("what the plan itself named came about: within 10 working days of Scotland", () => {
    const changes = [{ id: "t", kind: "stated-trigger", on: when("2026-11-24"), reviewedOn: "none" }] as const;
    const sooner = (of: Partial<ReviewDueFacts> = {}) =>
      due({ changes, ...of }, "2026-11-25").find(({ act }) => act.includes("sooner"));
    expect(sooner()).toMatchObject({ who: "lead-professional", due: { day: "2026-12-09" } });
    expect(sooner({ plan: { id: "p", reach: "single-agency" } })).toMatchObject({ who: "named-person" });
  });
  test("a single-agency plan is the area's own matter", () => {
    expect(due({ plan: { id: "p", reach: "single-agency" } }, "2027-01-20")).toEqual([]);
  });
});

describe("GIR-41: every agency with an open action says whether it stays, changes or ends", () => {
  const therapy = { agency: "health", hasOpenAction: true, answer: "stays" } as const;
  const nursery = { agency: "education", hasOpenAction: true, answer: "changes" } as const;
  const charity = { agency: "voluntary", hasOpenAction: true, answer: "ends" } as const;
  const review = (...agencies: Exclude<ReviewClosingFacts["agencies"], string>) => close({ agencies });
  test("therapy continues, the nursery changes, the charity ends: the review can be closed", () => {
    expect(review(therapy, nursery, charity).answer).toBe("permits");
    expect(review(therapy, nursery, charity).findings.map(({ because }) => because)).toEqual(
      expect.arrayContaining(["Health: stays.", "Education: changes.", "Voluntary or independent organisation: ends."]),
    );
  });
  test("one with an open action and no answer keeps it open; one without an open action does not", () => {
    const silent = { ...charity, answer: "none" } as const;
    expect(review(therapy, silent).findings).toContainEqual(
      expect.objectContaining({
        effect: "prevents",
        about: "agency:voluntary",
        rule: "scotland.review-agencies-answer",
      }),
    );
    expect(review(therapy, { ...silent, hasOpenAction: false }).answer).toBe("permits");
    expect(review({ ...silent, hasOpenAction: "not-recorded" }).missing).toEqual([
      "whether the agency has an open action",
    ]);
    expect(review({ ...charity, answer: "not-recorded" }).missing).toEqual(["what the agency said of its involvement"]);
    expect(close({ agencies: "not-recorded" }).missing).toEqual(["which agencies have open actions"]);
  });
  test("the lead arranges it, or administration on the lead's behalf", () => {
    const meeting = { id: "r", kind: "review-meeting" } as const;
    const arrange = (of: Partial<Parameters<typeof arrangeFacts>[0]>) =>
      book.gate("meeting.arrange", arrangeFacts({ meeting, ...of }), at("2026-11-24")).answer;
    expect(arrange({})).toBe("permits");
    expect(arrange({ by: { id: "rob", role: "practitioner" } })).toBe("refers");
    expect(arrange({ by: { id: "ann", role: "administrator" }, hasAdministrativeHelp: true })).toBe("permits");
    expect(arrange({ lead: "none", assessor: "fay" })).toBe("refers");
    expect(arrange({ meeting: { id: "d", kind: "group-discussion" } })).toBe("silent");
  });
  test("results of Scotland's reviews, and the lead asked about at each (GN-14)", () => {
    expect(close({ result: "change" }).answer).toBe("permits");
    expect(close({ result: "end", nextOn: "none" }).answer).toBe("permits");
    expect(close({ result: "change-lead", nextOn: "none" }).answer).toBe("prevents");
    expect(close({ result: "change", nextOn: "none" }).answer).toBe("prevents");
    expect(close({ result: "step-up" }).answer).toBe("prevents");
    expect(close({ isLeadStillRight: "not-recorded" }).answer).toBe("unknown");
    expect(close({ childsPart: "none" }).answer).toBe("permits-if");
    const single = close({
      plan: { id: "p", reach: "single-agency" },
      agencies: [{ ...therapy, answer: "none" }],
      result: "none",
    });
    expect(single.answer).toBe("permits");
  });
});

describe("GIR-53: each contributor is asked with a day, and the lead sees what has not come", () => {
  const four = ["a", "b", "c", "orr"].map((id) => aContributor(id));
  const three = four.map((one) => (one.id === "orr" ? { ...one, arrivedOn: "none" as const } : one));
  test("asked on 11 August, due on the 21st: on the 22nd one of four is outstanding, by name", () => {
    expect(parts({ contributors: three }, "2026-08-22")).toMatchObject([
      {
        who: "lead-professional",
        whoId: "shaw",
        act: "plan.chase-part:orr",
        due: "at-once",
        about: "practitioner:orr",
      },
    ]);
    expect(parts({ contributors: four }, "2026-08-22")).toEqual([]);
  });
  test("until the 21st it is the contributor's; who was not asked yet is", () => {
    expect(parts({ contributors: three }, "2026-08-21")).toMatchObject([
      {
        who: "practitioner",
        whoId: "orr",
        act: "plan.give-part:orr",
        due: { day: "2026-08-21" },
        onAccountOf: "practitioner",
      },
    ]);
    for (const askedOn of ["none", "not-recorded"] as const)
      expect(
        parts({ contributors: [aContributor("orr", { askedOn, arrivedOn: "none" })] }, "2026-08-12"),
      ).toMatchObject([{ who: "lead-professional", act: "plan.ask-for-part:orr", due: "at-once" }]);
  });
  test("the day that was given counts, whichever it is", () => {
    const early = [aContributor("orr", { dueOn: when("2026-08-17"), arrivedOn: "none" })];
    expect(parts({ contributors: early }, "2026-08-17")).toMatchObject([{ due: { day: "2026-08-17" } }]);
    expect(parts({ contributors: early }, "2026-08-18")).toMatchObject([{ act: "plan.chase-part:orr" }]);
  });
  test("GD-29: where no day was given it is the 7th working day before, which is the 21st", () => {
    const noDay = [aContributor("orr", { dueOn: "none", arrivedOn: "none" })];
    expect(parts({ contributors: noDay }, "2026-08-21")).toMatchObject([{ due: { day: "2026-08-21" } }]);
    expect(parts({ contributors: noDay }, "2026-08-22")).toMatchObject([{ act: "plan.chase-part:orr" }]);
    const far = parts({ contributors: noDay, reviewOn: when("2029-02-01") }, "2026-08-22");
    expect(far).toMatchObject([{ act: "plan.give-part:orr", due: "not-published" }]);
  });
  test("not for a review without a meeting, nor once it is over", () => {
    expect(parts({ contributors: three, isAtMeeting: false }, "2026-08-22")).toEqual([]);
    expect(parts({ contributors: three, isAtMeeting: "not-recorded" }, "2026-08-22")).toHaveLength(1);
    expect(parts({ contributors: three }, "2026-09-01")).toHaveLength(1);
    expect(parts({ contributors: three }, "2026-09-02")).toEqual([]);
  });
});

describe("GIR-54: the materials go to everybody, and child and family get them in their own right", () => {
  const mother = aRecipient("mother", "family");
  const workers = ["a", "b", "c", "d"].map((id) => aRecipient(id, "practitioner"));
  const lewis = (sentOn: string) => aRecipient("lewis", "child", { sentOn: when(sentOn) });
  test("four practitioners and the mother, and not Lewis: incomplete until his version goes on 25 August", () => {
    const without = materials({ recipients: [...workers, mother] });
    expect(without.answer).toBe("prevents");
    expect(without.findings).toContainEqual(
      expect.objectContaining({
        effect: "prevents",
        about: "child:child-1",
        because: expect.stringMatching(/^Incomplete: the child/),
      }),
    );
    const notYet = aRecipient("lewis", "child", { sentOn: "none" });
    expect(materials({ recipients: [...workers, mother, notYet] }).answer).toBe("prevents");
    expect(materials({ recipients: [...workers, mother, lewis("2026-08-25")] }).answer).toBe("permits");
  });
  test.each([
    ["2026-08-25", "permits"],
    ["2026-08-26", "permits-if"],
  ])("GD-5: sent on %s, for 1 September: %s", (day, answer) => {
    const decision = materials({ recipients: [...workers, mother, lewis(day)] });
    expect(decision.answer).toBe(answer);
    if (answer === "permits-if")
      expect(decision.needs).toMatchObject([{ code: "late-materials", from: "lead-professional" }]);
  });
  test("a reason stands in for a day; a practitioner is owed them too; what is not recorded is unknown", () => {
    const recipients = reviewMaterialsFacts().recipients as Exclude<ReviewMaterialsFacts["recipients"], string>;
    const but = (id: string, of: Partial<(typeof recipients)[number]>) =>
      materials({ recipients: recipients.map((one) => (one.id === id ? { ...one, ...of } : one)) });
    expect(but("lewis", { sentOn: "none", reasonGiven: true }).answer).toBe("permits");
    const owedTo = (id: string) => but(id, { sentOn: "none" }).findings.filter(({ effect }) => effect === "prevents");
    expect(owedTo("orr")).toMatchObject([{ about: "practitioner:orr" }]);
    expect(owedTo("mother")).toMatchObject([{ about: "family:child-1" }]);
    expect(owedTo("lewis")).toMatchObject([{ about: "child:child-1" }]);
    expect(but("mother", { sentOn: "not-recorded" }).missing).toEqual(["whether the materials went to the family"]);
    expect(materials({ recipients: "not-recorded" }).missing).toEqual(["who gets the materials"]);
    expect(materials({ recipients: recipients.filter(({ as }) => as !== "family") }).answer).toBe("prevents");
    expect(materials({ reviewOn: when("2029-02-01") }).missing).toEqual(["the bank holidays of that year"]);
  });
});
