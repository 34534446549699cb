import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { BestPlacedFacts, ChoiceFacts } from "../../lead-professional/model.ts";
import type { LegalStatus } from "../../people/model.ts";
import { allAnswered, bestPlacedFacts, choiceFacts } from "../../testing/choice.ts";
import { anInvolved, aStatus, statutoryFacts } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const day = localDate("2026-11-24");
const asks = book.asks("lead-professional.choice", day);
const ask = (of: Partial<ChoiceFacts> = {}) =>
  book.gate("lead-professional.choice", choiceFacts(asks, of), noonOn(day));
const placed = (of: Partial<BestPlacedFacts> = {}) =>
  book.designation("lead-professional.best-placed", bestPlacedFacts(of), noonOn(day));
const ids = (of: Partial<BestPlacedFacts> = {}) =>
  placed(of).holders.map((holder) => (holder.kind === "person" ? holder.id : holder.kind));

describe("BOL-5.1: no formula, and nobody is preselected", () => {
  test("four candidates stand side by side", () => {
    const involved = ["fay", "rob", "senco", "nurse"].map((id) => anInvolved(id));
    expect(placed({ involved, assessor: "fay" })).toMatchObject({ answer: "open", tier: "may" });
    expect(ids({ involved, assessor: "fay" })).toHaveLength(4);
  });
});

describe("BOL-5.2: somebody already working with the family may lead", () => {
  test("Rob works with the mother, Dr Shah does not", () => {
    const involved = [anInvolved("rob"), anInvolved("dr-shah", { involvement: "not-involved" })];
    expect(ids({ involved, assessor: "none" })).toEqual(["rob"]);
  });
});

describe("BOL-5.3: somebody about to take a major part may lead", () => {
  const starting = (startsOn: string, openActions = 3) =>
    ids({
      assessor: "none",
      involved: [anInvolved("sian", { involvement: "about-to-start", startsOn: localDate(startsOn), openActions })],
    });
  test("starting on 7 December with 3 actions, proposed on 24 November", () => {
    expect(starting("2026-12-07")).toEqual(["sian"]);
  });
  test.each([
    ["the twentieth working day", "2026-12-22", ["sian"]],
    ["the day after", "2026-12-23", []],
  ])("%s (BOL-D24)", (_, startsOn, listed) => {
    expect(starting(startsOn)).toEqual(listed);
  });
  test("without an action of the plan it is no major part", () => {
    expect(starting("2026-12-07", 0)).toEqual([]);
  });
  test("without a day of starting nobody is about to start", () => {
    expect(ids({ assessor: "none", involved: [anInvolved("sian", { involvement: "about-to-start" })] })).toEqual([]);
  });
});

describe("BOL-5.4: whoever made the assessment is offered to start, and may decline", () => {
  test("an offer that needs their acceptance, above nobody", () => {
    const decision = placed({ assessor: "nurse" });
    expect(decision.tier).toBe("may");
    expect(decision.needs).toMatchObject([{ what: "agreement", from: "proposed-lead" }]);
    expect(ids({ assessor: "nurse" })).toEqual(["teacher", "nurse"]);
  });
  test.each(["none", "not-recorded"] as const)("assessor %s: no offer", (assessor) => {
    expect(placed({ assessor }).needs).toEqual([]);
  });
});

describe("BOL-5.7: young person and family are asked whom they would like", () => {
  const twoWishes = {
    chosen: "fay",
    chosenAgency: "voluntary",
    candidates: ["fay", "rob"],
    wishOf: { child: "rob", family: "fay" },
  } as const;
  test("Ali wants Rob, his mother Fay: Fay is confirmed with the reason", () => {
    expect(ask(twoWishes).needs.map(({ code }) => code)).toContain("child-wish-not-followed");
    expect(ask({ ...twoWishes, reasons: ["child-wish-not-followed", "child-told-why"] }).answer).toBe("permits");
    expect(ask(twoWishes).facts).toContainEqual({ about: "child:child-1", name: "child's wish", value: "rob" });
    expect(ask(twoWishes).facts).toContainEqual({ about: "family:child-1", name: "family's wish", value: "fay" });
  });
  test.each([
    ["childsView", "the child's view", "child:child-1"],
    ["familysView", "the family's view", "family:child-1"],
  ] as const)("%s: recorded before the lead is confirmed, or why it could not be had", (view, missing, about) => {
    const unasked = ask({ [view]: "not-recorded" });
    expect(unasked).toMatchObject({ answer: "unknown", missing: [missing] });
    expect(unasked.findings.find(({ effect }) => effect === "unknown")).toMatchObject({
      rule: "bolton.choice-views",
      clause: { at: "5.7" },
      about,
      because: `Record ${missing} on who should lead, or why it could not be had.`,
    });
    expect(ask({ [view]: "not-possible" }).answer).toBe("permits");
    expect(ask({ [view]: "given" }).answer).toBe("permits");
  });
  test("an answer or a refusal has to be there, and not asked is neither", () => {
    expect(ask({ wishOf: { child: "not-recorded", family: "fay" } }).answer).toBe("unknown");
    expect(ask({ wishOf: { child: "none", family: "none" } }).answer).toBe("permits");
  });
});

describe.each([
  ["BOL-8.2", "post", "an everyday part of the post"],
  ["BOL-8.3", "contact", "often they see the family"],
])("%s: %s is shown for each person and keeps nobody out", (id, code, words) => {
  test(`the sheet shows it from what is recorded (${id})`, () => {
    expect(asks.find((one) => one.code === code)).toMatchObject({
      from: "records",
      label: expect.stringContaining(words),
    });
  });
  test("a blank is said and bars nobody", () => {
    const answers = choiceFacts(asks).answers.filter(({ criterion }) => criterion !== code);
    expect(ask({ answers }).answer).toBe("permits");
    expect(ask({ answers }).findings.filter(({ because }) => because.includes("keeps nobody out"))).toHaveLength(2);
  });
});

/** What a row of the sheet shows for the practice nurse and the nursery nurse, under its clause. */
const shownFor = (of: string, evidenced: boolean) => {
  const answers = choiceFacts(asks).answers.map((one) => (one.criterion === of ? { ...one, evidenced } : one));
  const involved = ["teacher", "nurse"].map((id) => anInvolved(id));
  const decision = ask({ involved, candidates: ["teacher", "nurse"], answers });
  const said = decision.findings.filter(({ rule }) => rule === `bolton.criterion-${of}`);
  return {
    answer: decision.answer,
    said: said.map(({ about, because, clause, effect }) => [about, clause.at, effect, because]),
  };
};

describe("BOL-8.2: whether leading is an everyday part of a post shows for each person and bars nobody", () => {
  test("on record, it is shown", () => {
    const shows = "Shown: whether leading is an everyday part of the post.";
    expect(shownFor("post", true)).toEqual({
      answer: "permits",
      said: [
        ["practitioner:teacher", "8.2", "permits", shows],
        ["practitioner:nurse", "8.2", "permits", shows],
      ],
    });
  });
  test("not on record, that is said, and the practice nurse is allowed all the same", () => {
    const blank = "It is not recorded whether leading is an everyday part of this post. That keeps nobody out.";
    expect(shownFor("post", false)).toEqual({
      answer: "permits",
      said: [
        ["practitioner:teacher", "8.2", "permits", blank],
        ["practitioner:nurse", "8.2", "permits", blank],
      ],
    });
  });
});

describe("BOL-8.3: how often somebody sees the family, and when last, shows beside the name", () => {
  test("on record, it is shown", () => {
    const shows = "Shown: how often they see the family, and when last.";
    expect(shownFor("contact", true)).toEqual({
      answer: "permits",
      said: [
        ["practitioner:teacher", "8.3", "permits", shows],
        ["practitioner:nurse", "8.3", "permits", shows],
      ],
    });
  });
  test("not on record, that is said, and keeps nobody out", () => {
    const blank = "It is not recorded how often this person sees the family. That keeps nobody out.";
    expect(shownFor("contact", false)).toEqual({
      answer: "permits",
      said: [
        ["practitioner:teacher", "8.3", "permits", blank],
        ["practitioner:nurse", "8.3", "permits", blank],
      ],
    });
  });
});

describe("BOL-7.5: a care leaver's personal adviser leads instead of the social worker with a reason", () => {
  const named = [
    { holder: { kind: "post", post: "social-worker" }, tier: "expected", order: 1, needs: [] },
    {
      holder: { kind: "person", id: "esther", post: "personal-adviser" },
      tier: "may",
      needs: [
        {
          what: "reason",
          from: "practitioners-involved",
          for: "why the adviser leads",
          code: "care-leaver-other-lead",
        },
      ],
    },
  ] as const;
  const involved = [
    anInvolved("esther", { posts: ["personal-adviser"], agency: "personal-advice" }),
    anInvolved("denise", { posts: ["social-worker"], agency: "social-work" }),
    anInvolved("moira", { agency: "housing" }),
  ];
  const choose = (chosen: string, reasons: readonly string[] = []) =>
    ask({
      involved,
      statutory: { holders: [], named },
      chosen,
      candidates: [chosen],
      answers: allAnswered(asks, [chosen]),
      wishOf: { child: chosen, family: chosen },
      reasons,
    });
  test.each([
    ["the social worker", "denise", [], []],
    ["the personal adviser", "esther", [], ["care-leaver-other-lead"]],
    ["the personal adviser, with the reason", "esther", ["care-leaver-other-lead"], []],
    ["somebody else", "moira", [], ["status-names-another"]],
    ["somebody else, with a reason", "moira", ["status-names-another"], []],
  ])("%s", (_, chosen, reasons, asked) => {
    const decision = choose(chosen, reasons);
    expect(decision.answer).toBe(asked.length === 0 ? "permits" : "permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(asked);
  });
  test("the reason cites heading 7 and names the post", () => {
    const said = choose("moira").findings.find(({ needs }) => needs !== undefined);
    expect(said?.clause).toMatchObject({ at: "7" });
    expect(said?.needs?.[0]?.for).toBe("why a social worker does not lead");
  });
});

describe("BOL-7.P5: two statuses of one tier are decided with a reason and the young person's wish", () => {
  const reason = {
    what: "reason",
    from: "action-meeting",
    for: "why",
    code: "choice-between-statutory-posts",
  } as const;
  const wish = { what: "evidence", from: "child", for: "wish", code: "wish-between-statutory-posts" } as const;
  const both = ["yot-supervising-officer", "care-co-ordinator"].map(
    (post, at) => ({ holder: { kind: "post", post }, tier: "expected", order: at + 1, needs: [reason, wish] }) as const,
  );
  const involved = [
    anInvolved("nasreen", { posts: ["care-co-ordinator"] }),
    anInvolved("des", { posts: ["yot-supervising-officer"], agency: "youth-justice" }),
  ];
  const statutory = { holders: [], named: both };
  test("both are listed in the table's order, and nobody is chosen", () => {
    expect(placed({ involved, statutory })).toMatchObject({ answer: "decide-together", tier: "expected" });
    expect(ids({ involved, statutory })).toEqual(["des", "nasreen"]);
  });
  test("either asks for the reason; the wish has been recorded as a view", () => {
    const given = {
      involved,
      statutory,
      chosen: "des",
      candidates: ["des"],
      answers: allAnswered(asks, ["des"]),
      wishOf: { child: "des", family: "des" },
    };
    expect(ask(given).needs.map(({ code }) => code)).toEqual(["choice-between-statutory-posts"]);
    expect(ask({ ...given, reasons: ["choice-between-statutory-posts"] }).answer).toBe("permits");
  });
});

describe("BOL-7.10d: the officer is not confirmed on a short order before there is a deputy, or a manager's dated reason", () => {
  const involved = [
    anInvolved("des", { posts: ["yot-supervising-officer"], agency: "youth-justice" }),
    anInvolved("nasreen", { posts: ["care-co-ordinator"] }),
  ];
  const order = aStatus("youth-order", "2026-11-23", { holder: "des", until: "2027-02-15" });
  const cpa = aStatus("care-programme-approach", "2026-11-01", { holder: "nasreen" });
  /** What the table says on 23 November, when 84 days are left, as the choice takes it. */
  const namedOn = (statuses: readonly LegalStatus[]) =>
    book
      .designation(
        "lead-professional.statutory",
        statutoryFacts({ child: { statuses }, involved }),
        noonOn(localDate("2026-11-23")),
      )
      .findings.flatMap((said) =>
        "holder" in said && said.tier === "expected"
          ? [{ holder: said.holder as never, tier: said.tier, needs: said.needs ?? [] }]
          : [],
      );
  const confirm = (reasons: readonly string[], statuses = [order]) =>
    ask({
      involved,
      statutory: { holders: [], named: namedOn(statuses) },
      chosen: "des",
      candidates: ["des"],
      answers: allAnswered(asks, ["des"]),
      wishOf: { child: "des", family: "des" },
      reasons,
    });
  const saying = (decision: ReturnType<typeof confirm>) =>
    decision.findings.find(({ needs }) => needs !== undefined)?.because;
  const deputyFirst =
    "Before this person is confirmed as lead, agree and write down a deputy who can carry on after 14 February 2027, or a manager's dated reason for having none.";
  test("with neither, it waits, and says for what", () => {
    const decision = confirm([]);
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(["deputy-on-short-order"]);
    expect(saying(decision)).toBe(`A status names this post. ${deputyFirst}`);
    expect(confirm(["deputy-on-short-order"]).answer).toBe("permits");
  });
  test("beside another status of its tier, the reason for this one and the deputy are both asked for", () => {
    const both = [order, cpa];
    expect(confirm([], both).needs.map(({ code }) => code)).toEqual([
      "choice-between-statutory-posts",
      "deputy-on-short-order",
    ]);
    expect(saying(confirm([], both))).toBe(
      `The child's statuses name more than one post. Those who decide write down why this one leads. ${deputyFirst}`,
    );
    expect(saying(confirm(["choice-between-statutory-posts"], both))).toBe(`A status names this post. ${deputyFirst}`);
    expect(saying(confirm(["deputy-on-short-order"], both))).not.toContain("deputy");
  });
});

describe("BOL-7.7a: the SENCO is suggested, and somebody else is chosen without an override", () => {
  const involved = [anInvolved("ravi", { posts: ["senco"], agency: "education" }), anInvolved("nurse")];
  const statutory = {
    holders: [],
    named: [{ holder: { kind: "post", post: "senco" }, tier: "suggested", needs: [] } as const],
  };
  test("listed under the table's clause", () => {
    expect(placed({ involved, statutory })).toMatchObject({ answer: "suggested" });
    expect(ids({ involved, statutory })).toEqual(["ravi"]);
  });
  test("the nurse instead", () => {
    const decision = ask({
      involved,
      statutory,
      chosen: "nurse",
      candidates: ["nurse"],
      answers: allAnswered(asks, ["nurse"]),
      wishOf: { child: "nurse", family: "nurse" },
    });
    expect(decision.answer).toBe("permits");
  });
});
