import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { allAnswered, bestPlacedFacts, choiceFacts } from "../testing/choice.ts";
import {
  anInvolved,
  aStatus,
  helpFrom,
  holderInShort,
  neededFacts,
  statusDutiesFacts,
  statutoryFacts,
} from "../testing/lead-professional.ts";
import type { BestPlacedFacts, ChoiceFacts, NamedByStatus } from "./model.ts";
import { agenciesHelping } from "./needed.ts";

const [ofEngland, ofBolton] = [asItStands(england), asItStands(bolton)];
const on = (day: string) => noonOn(localDate(day));
type Book = typeof ofEngland;

/** What one clause says of who must lead: tier, whose, the order it is listed in. */
const statutory = (of: Parameters<typeof statutoryFacts>[0], day: string, rule: string, book: Book = ofEngland) =>
  book
    .designation("lead-professional.statutory", statutoryFacts(of), on(day))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [
      finding.tier,
      "holder" in finding ? holderInShort(finding.holder) : undefined,
      "order" in finding ? finding.order : undefined,
    ]);
const duties = (of: Parameters<typeof statusDutiesFacts>[0], day: string, rule: string, book: Book = ofEngland) =>
  book
    .duty("lead-professional.status-duties", statusDutiesFacts(of), on(day))
    .owed.filter((finding) => finding.rule === rule)
    .map(({ act, because }) => [act, because]);

describe("CWDC-BOX1-CIN-ASSESS: a child in need who is being assessed", () => {
  const assessed = aStatus("child-in-need", "2026-11-09", { id: "assessment", childInNeedPhase: "assessment" });
  test("is led by a social worker; one who is looked after or protected by a named social worker", () => {
    const who = (...statuses: ReturnType<typeof aStatus>[]) =>
      statutory({ child: { statuses } }, "2026-11-10", "england.child-in-need-assessment");
    expect(who(assessed)).toEqual([["must", "the social-worker", undefined]]);
    expect(who(assessed, aStatus("adoption-plan", "2026-11-10"))).toEqual([["must", "the social-worker", undefined]]);
    for (const kind of ["looked-after", "child-protection-plan"] as const) {
      expect(who(assessed, aStatus(kind, "2026-11-10"))).toEqual([["must", "the named-social-worker", undefined]]);
      expect(who(assessed, aStatus(kind, "2026-11-11"))).toEqual([["must", "the social-worker", undefined]]);
    }
  });
  test("CWDC-4.2: has somebody named, which is asked of the social workers' manager and of nobody else", () => {
    const words =
      "Child in need, being assessed, since 9 November 2026, and nobody is named: name the person by the end of 9 November 2026. Until then the manager is the contact.";
    const asked = (rule: string, statuses = [assessed]) => duties({ child: { statuses } }, "2026-11-09", rule);
    expect(asked("england.name-social-worker")).toEqual([["name-holder:child-in-need", words]]);
    expect(asked("england.name-case-supervisor")).toEqual([]);
    expect(asked("england.appoint-officer-in-custody")).toEqual([]);
    expect(asked("england.name-social-worker", [{ ...assessed, holder: "sw" }])).toEqual([]);
  });
});

describe("CWDC-BOX1-CIN-OTHER: once services are decided for a child in need", () => {
  const decided = aStatus("child-in-need", "2026-11-02", { id: "decided", childInNeedPhase: "decided", holder: "sw" });
  const again = aStatus("child-in-need", "2026-11-16", { id: "again", childInNeedPhase: "assessment", holder: "sw" });
  const rule = "england.child-in-need-decided";
  const both = [
    ["may", "sw", 1],
    ["may", "the practitioner-on-the-team", 2],
  ];
  test("the social worker is listed first and another practitioner second", () => {
    expect(statutory({ child: { statuses: [decided] } }, "2026-11-01", rule)).toEqual([]);
    expect(statutory({ child: { statuses: [decided] } }, "2026-11-02", rule)).toEqual(both);
  });
  test("one new assessment is enough, and nobody else may lead from its first day on", () => {
    const statuses = [decided, again];
    expect(statutory({ child: { statuses } }, "2026-11-15", rule)).toEqual(both);
    expect(statutory({ child: { statuses } }, "2026-11-16", rule)).toEqual([]);
  });
});

describe("CWDC Box 1, care leaver: one who is still looked after", () => {
  const said = (careLeaverKind: "eligible" | "relevant", book: Book, rule: string) =>
    statutory(
      { child: { statuses: [aStatus("care-leaver", "2026-11-02", { careLeaverKind })] } },
      "2026-11-02",
      rule,
      book,
    ).map(([tier, who]) => [tier, who]);
  test("is not led like one who has left", () => {
    expect(said("eligible", ofEngland, "england.care-leaver")).toEqual([]);
    expect(said("eligible", ofBolton, "bolton.care-leaver")).toEqual([]);
    expect(said("relevant", ofEngland, "england.care-leaver")).toEqual([
      ["expected", "the personal-adviser"],
      ["may", "the social-worker"],
    ]);
    expect(said("relevant", ofBolton, "bolton.care-leaver")).toEqual([
      ["expected", "the social-worker"],
      ["may", "the personal-adviser"],
    ]);
  });
});

describe("CWDC Box 1, care leaver: while a lock decides who leads", () => {
  const leaver = aStatus("care-leaver", "2026-11-02", { careLeaverKind: "relevant" });
  const words = (...more: ReturnType<typeof aStatus>[]) =>
    ofEngland
      .designation(
        "lead-professional.statutory",
        statutoryFacts({ child: { statuses: [leaver, ...more] } }),
        on("2026-11-24"),
      )
      .findings.filter(({ rule, tier }) => rule === "england.care-leaver" && tier === "expected")
      .map(({ because }) => because);
  test("one lock is enough for the adviser to keep the post on the team, and not to lead", () => {
    expect(words()).toEqual(["Care leaver since 2 November 2026: the personal adviser leads."]);
    const keeps =
      "Care leaver since 2 November 2026: the personal adviser keeps that post on the team while another status decides who leads.";
    expect(words(aStatus("child-protection-plan", "2026-11-24"))).toEqual([keeps]);
    expect(words(aStatus("child-protection-plan", "2026-11-25"))).toHaveLength(1);
    expect(words(aStatus("child-protection-plan", "2026-11-25"))).not.toEqual([keeps]);
  });
});

describe("CWDC-BOX1-SEN: where the SENCO is listed", () => {
  const said = (outside: number) =>
    statutory(
      {
        child: { statuses: [aStatus("special-educational-needs", "2026-09-01")] },
        help: [
          helpFrom("education"),
          ...(["health", "voluntary", "housing"] as const).slice(0, outside).map((agency) => helpFrom(agency)),
        ],
      },
      "2026-11-24",
      "england.senco",
    );
  test("after a personal adviser while much of the help is the school's, and after somebody from outside where it is not", () => {
    expect(said(0)).toEqual([["may", "the senco", 2]]);
    expect(said(3)).toEqual([
      ["suggested", "the practitioner-from-outside-school", 2],
      ["may", "the senco", 3],
    ]);
  });
});

describe("BOL-7.10e: of several statuses of one kind the last one is settled", () => {
  const rule = "bolton.plan-outlasts-status";
  const first = aStatus("youth-order", "2026-02-02", { id: "first", holder: "des", until: "2026-11-02" });
  const second = aStatus("youth-order", "2026-11-02", { id: "second", holder: "des", until: "2027-02-15" });
  test("an earlier one that has ended is not asked about again", () => {
    const owed = (statuses: readonly ReturnType<typeof aStatus>[], day: string) =>
      duties({ child: { statuses } }, day, rule, ofBolton).map(([, because]) => because);
    const words = (ends: string) =>
      `Youth justice order or sentence ${ends}. The plan stays open with 1 open action: settle with the family whether it goes on, and hand over the lead.`;
    expect(owed([first], "2026-11-01")).toEqual([words("ends on 1 November 2026")]);
    expect(owed([first], "2026-11-02")).toEqual([words("ended on 1 November 2026")]);
    for (const both of [
      [first, second],
      [second, first],
    ]) {
      expect(owed(both, "2026-11-24")).toEqual([]);
      expect(owed(both, "2027-02-13")).toEqual([words("ends on 14 February 2027")]);
    }
  });
});

describe("GD-1: how many agencies help", () => {
  test("two of one service line are one; each voluntary or other body is its own, and counts once", () => {
    expect(agenciesHelping([helpFrom("voluntary")])).toBe(1);
    expect(agenciesHelping([helpFrom("other")])).toBe(1);
    expect(agenciesHelping([helpFrom("education"), helpFrom("education")])).toBe(1);
    expect(agenciesHelping([helpFrom("education"), helpFrom("voluntary"), helpFrom("voluntary")])).toBe(3);
    expect(agenciesHelping([helpFrom("education"), helpFrom("voluntary"), helpFrom("other")])).toBe(3);
    expect(agenciesHelping([helpFrom("education"), helpFrom("voluntary", 0)])).toBe(1);
    expect(agenciesHelping("not-recorded")).toBe("not-recorded");
  });
  test("one voluntary body alone asks for nobody, and with the school for a lead", () => {
    const tiers = (...help: ReturnType<typeof helpFrom>[]) =>
      ofBolton
        .designation("lead-professional.needed", neededFacts({ help }), on("2026-11-24"))
        .findings.filter(({ because }) => /help/.test(because))
        .map(({ tier }) => tier);
    expect(tiers(helpFrom("voluntary"))).toContain("not-needed");
    expect(tiers(helpFrom("voluntary"), helpFrom("education"))).not.toContain("not-needed");
  });
});

const named = (
  tier: NamedByStatus["tier"],
  holder: NamedByStatus["holder"],
  more: Partial<NamedByStatus> = {},
): NamedByStatus => ({ tier, holder, needs: [], ...more });
const adviser = { kind: "post", post: "personal-adviser" } as const;

describe("CWDC Box 1: whom a status names is listed where the document lists them", () => {
  const listed = (...all: readonly NamedByStatus[]) =>
    ofEngland
      .designation(
        "lead-professional.best-placed",
        bestPlacedFacts({ statutory: { holders: [], named: all } } satisfies Partial<BestPlacedFacts>),
        on("2026-11-24"),
      )
      .findings.filter(({ rule }) => rule === "england.best-placed-named-by-status");
  test("with its order, and with none where it has none", () => {
    expect(listed(named("suggested", adviser, { order: 1 }))).toMatchObject([{ tier: "suggested", order: 1 }]);
    const [unordered] = listed(named("expected", adviser));
    expect(unordered).toMatchObject({ tier: "expected", holder: adviser });
    expect(unordered).not.toHaveProperty("order");
    expect(listed(named("may", adviser))).toEqual([]);
  });
});

describe("CWDC 3.4: passing over the adviser whom a status suggests", () => {
  const asks = ofEngland.asks("lead-professional.choice", localDate("2026-11-24"));
  const choice = (of: Partial<ChoiceFacts>) =>
    ofEngland
      .gate(
        "lead-professional.choice",
        choiceFacts(asks, { answers: allAnswered(asks, ["teacher"]), ...of }),
        on("2026-11-24"),
      )
      .findings.filter(({ rule }) => rule === "england.choice-year-9-adviser")
      .map(({ effect, because }) => [effect, because]);
  const suggested = (...all: readonly NamedByStatus[]) => ({ statutory: { holders: [], named: all } });
  const writeDown =
    "One of the child's statuses suggests the personal adviser as the likely lead. Write down why somebody else leads.";
  const chosen = "One of the child's statuses suggests the personal adviser, who is chosen.";
  test("asks for a reason where it is suggested, and not where the post is expected or only may lead", () => {
    expect(choice(suggested(named("suggested", adviser)))).toEqual([["permits-if", writeDown]]);
    for (const tier of ["expected", "may"] as const) expect(choice(suggested(named(tier, adviser)))).toEqual([]);
    expect(choice(suggested(named("suggested", { kind: "post", post: "senco" })))).toEqual([]);
    expect(choice(suggested(named("suggested", { kind: "agency", agency: "education" })))).toEqual([]);
  });
  test("with the reason it is free; where the law names somebody nothing is asked", () => {
    const passedOver = { ...suggested(named("suggested", adviser)), reasons: ["suggestion-passed-over"] };
    expect(choice(passedOver)).toEqual([["permits", "It is written down why the personal adviser does not lead."]]);
    expect(choice({ statutory: { holders: ["teacher"], named: [named("suggested", adviser)] } })).toEqual([]);
  });
  test("of two who are suggested one is enough", () => {
    const [one, other] = ["teacher", "nurse"].map((id) =>
      named("suggested", { kind: "person", id, post: "personal-adviser" }),
    ) as [NamedByStatus, NamedByStatus];
    expect(choice(suggested(one, other))).toEqual([["permits", chosen]]);
    expect(choice(suggested(other, one))).toEqual([["permits", chosen]]);
    expect(choice(suggested(other))).toEqual([["permits-if", writeDown]]);
  });
  test("somebody who holds the post for this child is the one suggested", () => {
    const involved = [anInvolved("teacher", { agency: "education", posts: ["personal-adviser"] })];
    expect(choice({ ...suggested(named("suggested", adviser)), involved })).toEqual([["permits", chosen]]);
  });
});

describe("CWDC Box 1: another than whom a status names is chosen", () => {
  const asks = ofEngland.asks("lead-professional.choice", localDate("2026-11-24"));
  const said = (all: readonly NamedByStatus[], reasons: readonly string[] = []) =>
    ofEngland
      .gate(
        "lead-professional.choice",
        choiceFacts(asks, { statutory: { holders: [], named: all }, reasons }),
        on("2026-11-24"),
      )
      .findings.filter(({ rule }) => rule === "england.choice-named-by-status")
      .map(({ effect, because }) => [effect, because]);
  const teacher = { kind: "person", id: "teacher" } as const;
  const reason = (code: string) => ({ what: "reason", from: "practitioners-involved", for: "why", code }) as const;
  const agreement = { what: "agreement", from: "family", for: "the family's word", code: "family-agrees" } as const;
  const expected = named("expected", adviser);
  test("whom it names beside that one may lead, with the reason it asks for", () => {
    const may = named("may", teacher, { needs: [reason("other-lead")] });
    expect(said([expected, may])).toEqual([
      [
        "permits-if",
        "The child's statuses say that the personal adviser leads, and allow this choice with its reason.",
      ],
    ]);
    expect(said([expected, may], ["other-lead"])).toEqual([["permits", "A status names this post."]]);
  });
  test("between two posts the choice is given its reason; what has to be agreed first is said after it, or alone", () => {
    const choice = "The child's statuses name more than one post. Those who decide write down why this one leads.";
    const first = "Before this person is confirmed as lead, agree and write down the family's word.";
    const mine = (...needs: NamedByStatus["needs"]) => said([named("expected", teacher, { needs })]);
    expect(mine(reason("tie"))).toEqual([["permits-if", choice]]);
    expect(mine(reason("tie"), agreement)).toEqual([["permits-if", `${choice} ${first}`]]);
    expect(mine(agreement)).toEqual([["permits-if", `A status names this post. ${first}`]]);
  });
});
