import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ReviewClosingFacts, ReviewDueFacts, ReviewPointFacts } from "../../plan/review-model.ts";
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
import { highland } from "./highland.ts";

const book = asItStands(highland);
const when = (day: string) => localDate(day);
const at = (day: string) => noonOn(when(day));
const single = { id: "isla", reach: "single-agency" } as const;
const point = (of: Partial<ReviewPointFacts>, day: string) =>
  book.gate("plan.review-point", reviewPointFacts(of), at(day));
const due = (of: Partial<ReviewDueFacts>, day: string) =>
  book.duty("plan.review-due", reviewDueFacts({ plan: single, ...of }), at(day)).owed;

describe("HIG-36: a single-agency plan has a review date, and each review says how effective it was and what follows", () => {
  const isla = (of: Partial<ReviewClosingFacts>) =>
    book.gate(
      "plan.review-closing",
      reviewClosingFacts({
        plan: single,
        heldOn: when("2027-02-12"),
        effectiveness: "partly-effective",
        result: "change",
        nextOn: when("2027-05-12"),
        isLeadStillRight: "not-recorded",
        agencies: [],
        ...of,
      }),
      at("2027-02-12"),
    );
  test("12 February, partly effective: one of four is picked, and 'change' asks a new date", () => {
    expect(isla({}).answer).toBe("permits");
    expect(isla({ nextOn: "none" }).answer).toBe("prevents");
    expect(isla({ result: "none" }).answer).toBe("prevents");
    expect(isla({ result: "none" }).findings.map(({ because }) => because)).toContain(
      "Choose what the review came to: go on as it is, go on, changed, end the plan, become a multi-agency plan.",
    );
    expect(isla({ result: "continue", nextOn: "none" }).answer).toBe("prevents");
    expect(isla({ result: "end", nextOn: "none" }).answer).toBe("permits");
    expect(isla({ result: "go-multi-agency", nextOn: "none" }).answer).toBe("permits");
    expect(isla({ result: "step-up" }).answer).toBe("prevents");
  });
  test("how effective it was is said", () => {
    expect(isla({ effectiveness: "none" })).toMatchObject({ answer: "prevents" });
    expect(isla({ effectiveness: "not-recorded" }).missing).toEqual(["how effective the plan was"]);
    expect(isla({}).findings.map(({ because }) => because)).toContain("The plan was found: partly effective.");
  });
  test.each([
    ["2027-05-20", "permits"],
    ["2027-05-21", "prevents"],
  ])("HD-7: agreed on 20 November, reviewed on %s: %s", (day, answer) => {
    expect(point({ plan: single, agreedOn: when("2026-11-20"), reviewOn: when(day) }, "2026-11-20").answer).toBe(
      answer,
    );
  });
  test("without a date it is refused", () => {
    expect(point({ plan: single, reviewOn: "none" }, "2026-11-20").answer).toBe("prevents");
  });
  test("HD-30: the named person is reminded, then their manager and the area manager see it", () => {
    const agreed = { agreedOn: when("2026-11-20"), reviewOn: when("2027-02-12"), lead: "bain" };
    expect(due(agreed, "2027-01-28")).toMatchObject([
      {
        who: "named-person",
        whoId: "bain",
        due: { day: "2027-02-12" },
        from: "2027-01-29",
        onAccountOf: "named-person",
      },
    ]);
    const who = (day: string) => due(agreed, day).map((one) => one.who);
    expect(who("2027-02-12")).toEqual(["named-person"]);
    expect(who("2027-02-13")).toEqual(["named-person", "line-manager"]);
    expect(who("2027-02-19")).toEqual(["named-person", "line-manager"]);
    expect(who("2027-02-20")).toEqual(["area-manager", "named-person", "line-manager"]);
    expect(due({ ...agreed, reviewOn: "none" }, "2027-02-12")).toMatchObject([{ due: { day: "2027-05-20" } }]);
    expect(due({ agreedOn: "none", reviewOn: "none" }, "2027-02-12")).toEqual([]);
  });
});

describe("HIG-101: agencies review their involvement together, and the review stays open until each has answered", () => {
  const review = (school: "none" | "stays") =>
    book.gate(
      "plan.review-closing",
      reviewClosingFacts({
        heldOn: when("2026-05-29"),
        agencies: [
          { agency: "health", hasOpenAction: true, answer: "changes" },
          { agency: "voluntary", hasOpenAction: true, answer: "ends" },
          { agency: "education", hasOpenAction: true, answer: school },
        ],
      }),
      at("2026-05-29"),
    );
  test("therapy changes, family support stops, school says nothing: open until it answers", () => {
    expect(review("none").answer).toBe("prevents");
    expect(review("none").findings.filter(({ effect }) => effect === "prevents")).toMatchObject([
      { about: "agency:education" },
    ]);
    expect(review("stays").answer).toBe("permits");
  });
});

describe("HIG-108: the plan states when a review is needed", () => {
  const plan = (reviewOn: ReviewPointFacts["reviewOn"]) =>
    point({ agreedOn: when("2026-03-10"), reviewOn }, "2026-03-10");
  test("empty is refused; 29 May is within 3 months of 10 March", () => {
    expect(plan("none").answer).toBe("prevents");
    expect(plan(when("2026-05-29")).answer).toBe("permits");
    expect(plan(when("2026-06-10")).answer).toBe("permits");
    expect(plan(when("2026-06-11")).answer).toBe("prevents");
  });
});

describe("HIG-109: the lead sees who has not supplied their part of the review's materials", () => {
  const asked = { askedOn: when("2026-05-08"), dueOn: "none" } as const;
  const contributors = ["a", "b", "c", "reid"].map((id) =>
    aContributor(id, { ...asked, arrivedOn: id === "reid" ? "none" : when("2026-05-18") }),
  );
  test("asked on 8 May, three are in by the 20th: the lead can chase the fourth", () => {
    const { owed } = book.duty(
      "plan.review-preparation",
      reviewPreparationFacts({ reviewOn: when("2026-05-29"), contributors }),
      at("2026-05-20"),
    );
    expect(owed).toMatchObject([{ who: "lead-professional", act: "plan.chase-part:reid", about: "practitioner:reid" }]);
  });
});

describe("HIG-110: materials go to everybody, child and family first among them, each with a day", () => {
  const workers = ["a", "b", "c"].map((id) => aRecipient(id, "practitioner", { sentOn: when("2026-05-21") }));
  const mother = aRecipient("mother", "family", { sentOn: when("2026-05-21") });
  const materials = (...recipients: readonly ReturnType<typeof aRecipient>[]) =>
    book.gate(
      "plan.review-materials",
      reviewMaterialsFacts({ reviewOn: when("2026-05-29"), recipients }),
      at("2026-05-28"),
    );
  const eilidh = (sentOn: string) => aRecipient("eilidh", "child", { sentOn: when(sentOn) });
  test("mother and three workers only: incomplete; Eilidh's version of 21 May makes it complete", () => {
    expect(materials(...workers, mother).answer).toBe("prevents");
    expect(materials(...workers, mother, eilidh("2026-05-21")).answer).toBe("permits");
  });
  test("HD-9: 5 working days before 29 May, over the holiday of the 25th, is 21 May", () => {
    expect(materials(...workers, mother, eilidh("2026-05-22")).answer).toBe("permits-if");
  });
});
