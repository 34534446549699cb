import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChoiceOpensFacts, ContentsFacts } from "../../plan/contents-model.ts";
import type { ActionOwnerFacts, AmendFacts } from "../../plan/people-model.ts";
import { anAdoption } from "../../testing/builders.ts";
import {
  actionOwnerFacts,
  aMissingService,
  amendFacts,
  anAction,
  anOutcome,
  aPlanNeed,
  familyPlanFacts,
  overlapFacts,
  planContentsFacts,
  planDutiesFacts,
  signingFacts,
  signs,
  someHelp,
  statutoryPlanFacts,
} from "../../testing/plan.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const rafi = (of: Partial<ContentsFacts> = {}, day = "2026-11-24") =>
  book.gate("plan.contents", planContentsFacts(of), on(day));
const said = ({ findings }: { readonly findings: readonly { readonly because: string }[] }) =>
  findings.map(({ because }) => because).join(" ");

describe("CWDC-1.5: every need, outcome and action serves an outcome area", () => {
  const college = anAction({ id: "9", tags: ["enjoy-and-achieve", "achieve-economic-wellbeing"] });
  test("help with a college application is tagged with two of them", () => {
    expect(rafi({ actions: [college] }).answer).toBe("permits");
  });
  test.each([
    ["action", { actions: [anAction({ id: "9", tags: [] })] }],
    ["need", { needs: [aPlanNeed({ id: "9", tags: [] })] }],
    ["outcome", { outcomes: [anOutcome({ id: "9", tags: [] })] }],
  ] as const)("an untagged %s keeps the plan a draft", (what, of) => {
    const decision = rafi(of);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]).toMatchObject({
      rule: "england.plan-tagged",
      clause: { source: "CWDC", at: "1.5" },
      because: `Say which of the 5 outcome areas ${what} 9 serves. The plan stays a draft until then.`,
    });
  });
  test("not knowing is not the same as none", () => {
    expect(rafi({ actions: [anAction({ id: "9", tags: "not-recorded" })] })).toMatchObject({
      answer: "unknown",
      missing: ["which outcome areas action 9 serves"],
    });
    expect(rafi({ actions: "not-recorded" }).missing).toContain("which actions the plan holds");
    expect(rafi({ outcomes: "not-recorded" }).missing).toContain("which outcomes the plan holds");
    expect(rafi({ needs: "not-recorded" }).missing).toEqual([
      "which needs the plan holds",
      "which needs the plan is for",
    ]);
  });
});

describe("CWDC-2.7b: each action has one owner, a day and a state", () => {
  const owners = ["nurse", "teacher", "housing", "mother", "lead"].map((id) => ({ id, agency: "none" as const }));
  const action = (of: Parameters<typeof anAction>[0]) => {
    const { id, owners, dueOn, state } = anAction(of);
    return book.gate("plan.action", { plan: { id: "plan-1" }, action: { id, owners, dueOn, state } }, on("2026-11-24"));
  };
  test("seven actions of five owners, each with its own", () => {
    const seven = [0, 1, 2, 3, 4, 0, 1].map((owner, at) =>
      action({ id: `${at}`, owners: owners.slice(owner, owner + 1) }),
    );
    expect(seven.map(({ answer }) => answer)).toEqual(Array(7).fill("permits"));
  });
  test("nobody, or two at once, is no owner", () => {
    expect(action({ owners: [] })).toMatchObject({ answer: "prevents" });
    expect(said(action({ owners: [] }))).toContain("Say who owns the action");
    expect(said(action({ owners: owners.slice(0, 2) }))).toContain("The action has 2 owners. Choose one");
    expect(action({ owners: owners.slice(0, 2) }).answer).toBe("prevents");
    expect(action({ owners: "not-recorded" }).missing).toEqual(["who owns the action"]);
  });
  test("a day and how it stands", () => {
    expect(said(action({}))).toBe(
      "The action has one owner. It is due on 29 May 2026. How it stands is on record: Running.",
    );
    expect(action({ dueOn: "none" }).answer).toBe("prevents");
    expect(action({ dueOn: "not-recorded" }).missing).toEqual(["when the action is due"]);
    expect(action({ state: "not-recorded" }).missing).toEqual(["how the action stands"]);
  });
});

describe("CWDC-FIG3A-4: needs, then outcomes, then contributions; only then who leads", () => {
  const opens = (of: Partial<ChoiceOpensFacts> = {}) =>
    book.gate(
      "plan.choice-opens",
      {
        plan: { id: "plan-1" },
        needs: 5,
        outcomes: 3,
        attendees: [
          { id: "nurse", hasContribution: true },
          { id: "teacher", hasContribution: true },
        ],
        ...of,
      },
      on("2026-11-17"),
    );
  test("five needs and no outcome: closed; three outcomes and everybody's part: open", () => {
    expect(opens({ outcomes: 0 })).toMatchObject({ answer: "prevents" });
    expect(said(opens({ outcomes: 0 }))).toContain("Agree what is to be better");
    expect(opens()).toMatchObject({ answer: "permits" });
    expect(opens().findings).toMatchObject([
      { rule: "england.plan-choice-opens", clause: { source: "CWDC", at: "Figure 3a, step 4" } },
    ]);
  });
  test("no needs, nobody there, or somebody who has not said", () => {
    expect(said(opens({ needs: 0, outcomes: 0 }))).toBe("Agree the needs first.");
    expect(opens({ attendees: [] }).answer).toBe("prevents");
    const oneUnknown = [
      { id: "nurse", hasContribution: true },
      { id: "teacher", hasContribution: "not-recorded" },
    ] as const;
    expect(opens({ attendees: oneUnknown }).answer).toBe("unknown");
    const one = { id: "teacher", hasContribution: false };
    expect(opens({ attendees: [{ id: "nurse", hasContribution: "not-recorded" }, one] }).answer).toBe("prevents");
  });
  test.each([
    [{ needs: "not-recorded" }, "which needs were agreed"],
    [{ outcomes: "not-recorded" }, "which outcomes were agreed"],
    [{ attendees: "not-recorded" }, "who is at the meeting"],
    [{ attendees: [{ id: "nurse", hasContribution: "not-recorded" }] }, "what each person at the meeting contributes"],
  ] as const)("%j: it is not known %s", (of, missing) => {
    expect(opens(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
});

const whose = (of: Partial<ActionOwnerFacts>, day = "2026-11-24") =>
  book.designation("plan.action-owner", actionOwnerFacts(of), on(day));

describe("CWDC-3.13b: agreeing a plan puts duties on each owner, and not on the lead alone", () => {
  const welfare = { id: "welfare-officer", as: "practitioner" } as const;
  test("the education welfare officer said yes: the action is theirs, and so is its being late", () => {
    const decision = whose({ owner: welfare });
    expect(decision).toMatchObject({
      answer: "filled",
      holders: [{ kind: "person", id: "welfare-officer" }],
      accountable: [{ kind: "person", id: "welfare-officer" }],
    });
    expect(said(decision)).toMatch(/on 6 October 2026 owns it.*not for the lead professional/);
  });
  test("late, it is on the officer's list and the officer's manager's; the lead answers for nothing", () => {
    const late = book.duty(
      "dispute.late-action",
      {
        action: {
          id: "1",
          agency: "education",
          owner: "welfare-officer",
          ownersManager: "education-manager",
          dueOn: localDate("2026-11-20"),
          doneOn: "none",
        },
        lead: "fay",
        reportedOn: "none",
        calendar: planDutiesFacts().calendar,
      },
      on("2026-11-25"),
    );
    expect(late.owed.filter(({ act }) => act !== "dispute.know-of-late-action").map(({ whoId }) => whoId)).toEqual([
      "welfare-officer",
      "education-manager",
    ]);
    expect(late.owed.map(({ onAccountOf }) => onAccountOf)).not.toContain("lead-professional");
  });
  test("without a yes it is expected of them and asks for one", () => {
    const decision = whose({ owner: welfare, word: "none" });
    expect(decision).toMatchObject({ answer: "required", tier: "expected" });
    expect(decision.needs).toMatchObject([{ what: "agreement", from: "action-owner", code: "accept-action" }]);
    expect(whose({ owner: "none" })).toMatchObject({ answer: "open", missing: ["who owns the action"] });
  });
});

describe("CWDC-4.8b: a plan set by law can be the plan of record", () => {
  const open = (planOfRecord: "care-plan" | "none" | "not-recorded", purpose: "help" | "statutory" = "help") =>
    book.gate("plan.open", { child: { id: "child-1" }, plan: "none", planOfRecord, purpose }, on("2026-11-24"));
  test("a second plan is refused; the care plan itself is no second plan", () => {
    expect(open("care-plan").answer).toBe("prevents");
    expect(said(open("care-plan"))).toContain(
      "a new action goes to whoever holds that plan. No second plan is opened.",
    );
    expect(open("none").answer).toBe("permits");
    expect(open("not-recorded").missing).toEqual(["whether a plan set by law is the plan of record"]);
    expect(open("care-plan", "statutory").answer).toBe("silent");
  });
  test("a new action goes on the list of whoever holds the care plan", () => {
    const planOfRecord = { id: "care-plan", holder: "social-worker" };
    expect(whose({ owner: "none", word: "none", planOfRecord })).toMatchObject({
      answer: "required",
      tier: "expected",
      holders: [{ kind: "person", id: "social-worker" }],
    });
    expect(whose({ planOfRecord }).holders).toEqual([{ kind: "person", id: "physio" }]);
    expect(whose({ owner: "none", planOfRecord: { id: "care-plan", holder: "none" } }).missing).toContain(
      "who holds the plan of record",
    );
  });
});

describe("CWDC-ANNEXC-youth-custody-4: the establishment carries the training plan out", () => {
  const custody = { caseManager: "case-manager", supervisingOfficer: "officer" } as const;
  test("a late action is the case manager's; the officer supports and is told", () => {
    const decision = whose({ owner: { id: "case-manager", as: "practitioner" }, custody });
    expect(decision).toMatchObject({
      answer: "filled",
      holders: [{ kind: "person", id: "case-manager" }],
      accountable: [{ kind: "person", id: "case-manager" }],
    });
    expect(decision.findings.filter(({ rule }) => rule === "england.plan-action-in-custody")).toMatchObject([
      { tier: "must", about: "practitioner:case-manager" },
      { tier: "may", about: "practitioner:officer" },
    ]);
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: "england.plan-action-in-custody",
        tier: "may",
        holder: { kind: "person", id: "officer" },
        because: "The supervising officer supports the establishment actively, and is told how it goes.",
      }),
    );
  });
  test("without a case manager that is missing; without an officer nobody is named beside", () => {
    expect(whose({ custody: { ...custody, caseManager: "none" } }).missing).toEqual([
      "who the establishment's case manager is",
    ]);
    expect(whose({ custody: { ...custody, supervisingOfficer: "none" } }).findings).toHaveLength(2);
  });
});

describe("CWDC-VAR-TIER-3: a services' manager may draft, and the lead approves", () => {
  const withTier = adopt(england, anAdoption({ settings: { servicesManagerMayDraft: true } }));
  const amend = (of: Partial<AmendFacts>, area = withTier, day = "2026-11-24") =>
    area.gate("plan.amend", amendFacts(of), on(day));
  const manager = { id: "manager", as: "services-manager" } as const;
  test("drafted on 24 November, approved by the lead on the 26th; both names stay", () => {
    expect(amend({ by: manager, change: "draft" }).answer).toBe("permits");
    const approved = amend(
      { by: { id: "fay", as: "lead-professional" }, change: "approve-draft" },
      withTier,
      "2026-11-26",
    );
    expect(approved.answer).toBe("permits");
    expect(said(approved)).toContain("Both names stay with it.");
  });
  test("the manager does not approve it, and drafts nothing where the area has no such managers", () => {
    expect(amend({ by: manager, change: "approve-draft" }).answer).toBe("prevents");
    expect(amend({ by: manager, change: "draft" }, book).answer).toBe("prevents");
    expect(amend({ by: { id: "fay", as: "lead-professional" }, change: "draft" }).answer).toBe("silent");
  });
});

describe("CWDC-HINT-plan: needs are ranked, the top three become the plan, and everybody signs", () => {
  const ranked = (taken: readonly number[], section = "rafi") =>
    [1, 2, 3, 4, 5, 6].map((rank) =>
      aPlanNeed({ id: `${section}-${rank}`, section, rank, inPlan: taken.includes(rank) }),
    );
  test("six ranked, three in the plan, three 'not now'", () => {
    const decision = rafi({ needs: ranked([1, 2, 3]) });
    expect(decision.answer).toBe("permits");
    expect(said(decision)).toContain(
      'The plan takes up 3 needs now; 3 needs stay listed as "not now" with their rank.',
    );
    expect(
      said(
        rafi({
          needs: ranked([1, 2, 3, 4, 5, 6])
            .slice(0, 4)
            .map((need) => ({ ...need, inPlan: need.rank !== 4 })),
        }),
      ),
    ).toContain('1 need stays listed as "not now" with its rank.');
  });
  test("four at a time are too many for one person, and not for two (RN-19)", () => {
    const four = rafi({ needs: ranked([1, 2, 3, 4]) });
    expect(four.answer).toBe("prevents");
    expect(said(four)).toContain("takes up 4 needs: at most 3 at a time");
    expect(rafi({ needs: [...ranked([1, 2, 3]), ...ranked([1], "sister")] }).answer).toBe("permits");
  });
  test("a higher rank is not passed over, none is left unranked, and one is taken up", () => {
    expect(rafi({ needs: ranked([1, 2, 4]) }).answer).toBe("prevents");
    const even = [aPlanNeed({ id: "a", rank: 1 }), aPlanNeed({ id: "b", rank: 1, inPlan: false })];
    expect(rafi({ needs: even }).answer).toBe("permits");
    expect(rafi({ needs: [aPlanNeed({ rank: "none" })] }).missing).toEqual(["the rank of every need"]);
    expect(said(rafi({ needs: ranked([]) }))).toContain("Choose the needs that the plan takes up first.");
  });

  const signed = (of: Parameters<typeof signingFacts>[0] = {}) =>
    book.gate("plan.signing", signingFacts(of), on("2026-11-24"));
  const refusal = { on: localDate("2026-11-24"), reasonGiven: true };
  test("five signatures", () => {
    expect(signed()).toMatchObject({ answer: "permits" });
    expect(said(signed())).toBe("The plan is signed: 5 signatures, 0 refusals with a reason.");
  });
  test("a refusal with its reason stands in the place of a signature (RN-18); the family's goes back to the meeting", () => {
    const nurse = signs("nurse", "practitioner", { signature: "none", refusal });
    expect(said(signed({ parties: [signs("rafi", "child"), nurse] }))).toBe(
      "The plan is signed: 1 signature, 1 refusal with a reason.",
    );
    const mother = signs("mother", "family", { signature: "none", refusal });
    const both = signs("nurse", "practitioner", { refusal });
    expect(said(signed({ parties: [both] }))).toBe("The plan is signed: 1 signature, 0 refusals with a reason.");
    expect(said(signed({ parties: [mother] }))).toContain("The family's refusal goes back to the meeting");
    expect(signed({ parties: [{ ...mother, refusal: { ...refusal, reasonGiven: false } }] }).answer).toBe("prevents");
  });
  test("nobody is left out: neither a signature nor a refusal, or nothing recorded", () => {
    const silent = signs("mother", "family", { signature: "none" });
    expect(signed({ parties: [silent] })).toMatchObject({ answer: "prevents" });
    expect(signed({ parties: [{ ...silent, refusal: "not-recorded" }] })).toMatchObject({
      answer: "unknown",
      missing: ["whether the plan was signed by the family"],
    });
    const about = (["child", "family", "practitioner"] as const).map(
      (as) => signed({ parties: [signs("x", as, { signature: "none" })] }).findings[0]?.about,
    );
    expect(about).toEqual(["child:child-1", "family:child-1", "practitioner:x"]);
    expect(signed({ parties: [] }).answer).toBe("prevents");
    expect(signed({ parties: "not-recorded" }).missing).toEqual(["who is to sign the plan"]);
  });
  test("by telephone somebody else heard it; what was signed before this version does not count", () => {
    const phone = { by: "telephone", on: localDate("2026-11-24") } as const;
    const by = (witness: string) =>
      signed({ parties: [signs("mother", "family", { signature: { ...phone, witness } })] });
    expect(by("none").answer).toBe("prevents");
    expect(said(by("none"))).toBe("Said on the telephone by the family: name whoever heard it too.");
    expect(by("clerk").answer).toBe("permits");
    const early = signs("mother", "family", { signature: { by: "ink", on: localDate("2026-11-23"), witness: "none" } });
    expect(said(signed({ parties: [early] }))).toContain("ask again for the one of 24 November 2026");
    const refusedEarly = signs("mother", "family", {
      signature: "none",
      refusal: { on: localDate("2026-11-23"), reasonGiven: true },
    });
    expect(signed({ parties: [refusedEarly] }).answer).toBe("prevents");
  });
});

describe("CWDC-2.7c: what is given twice is found, and the lead settles it", () => {
  const twice = (of: Parameters<typeof overlapFacts>[0], day = "2026-11-25") =>
    book.duty("plan.overlap", overlapFacts(of), on(day)).owed.map(({ act }) => act);
  const school = someHelp("school", { from: localDate("2026-11-01") });
  const centre = someHelp("centre", { agency: "voluntary", from: localDate("2026-11-25") });
  test("a parenting course of the school's and of the children's centre's, until one is kept", () => {
    const help = [school, centre];
    expect(twice({ help })).toEqual(["plan.settle-overlap:school+centre"]);
    const settled = (as: "stopped" | "kept", reasonGiven: boolean) =>
      twice({ help, settled: [{ ids: ["centre", "school"], as, on: localDate("2026-11-25"), reasonGiven }] });
    expect(settled("stopped", false)).toEqual([]);
    expect(settled("kept", false)).toHaveLength(1);
    expect(settled("kept", true)).toEqual([]);
    const elsewhere = {
      ids: ["school", "play"] as [string, string],
      as: "stopped",
      on: localDate("2026-11-25"),
      reasonGiven: true,
    } as const;
    expect(twice({ help, settled: [elsewhere] })).toHaveLength(1);
  });
  test("one service alone, another person, another kind of help, or one after the other is no overlap", () => {
    expect(twice({ help: [school, { ...centre, service: "school" }] })).toEqual([]);
    expect(twice({ help: [school, { ...centre, forWhom: "father" }] })).toEqual([]);
    expect(twice({ help: [school, { ...centre, kind: "play" }] })).toEqual([]);
    expect(twice({ help: [{ ...school, until: localDate("2026-11-25") }, centre] })).toEqual([]);
    expect(twice({ help: [{ ...school, until: localDate("2026-11-26") }, centre] })).toHaveLength(1);
    expect(twice({ help: [{ ...school, until: localDate("2026-11-26") }, centre] }, "2026-11-26")).toEqual([]);
  });
  test("another kind of help for the same outcome is", () => {
    expect(
      twice({
        help: [
          { ...school, outcome: "calm" },
          { ...centre, kind: "play", outcome: "calm" },
        ],
      }),
    ).toHaveLength(1);
  });
  const open = (id: string, of = {}) => ({ id, service: id, domain: "family", from: localDate("2026-11-01"), ...of });
  test("two open assessments of one domain", () => {
    expect(twice({ assessments: [open("a"), open("b")] })).toEqual(["plan.settle-overlap:a+b"]);
    expect(twice({ assessments: [open("a"), open("b", { domain: "health" })] })).toEqual([]);
    expect(twice({ assessments: [open("a"), open("b", { until: localDate("2026-11-25") })] })).toEqual([]);
    expect(twice({ assessments: [open("a"), open("b", { from: localDate("2026-11-26") })] })).toEqual([]);
  });
  test("two visits on one day, by two services, until the day is past", () => {
    const visits = ["health", "housing"].map((id) => ({ id, service: id, on: localDate("2026-12-08") }));
    expect(twice({ visits }, "2026-12-08")).toEqual(["plan.settle-overlap:health+housing"]);
    expect(twice({ visits }, "2026-12-09")).toEqual([]);
    expect(twice({ visits: visits.map((visit) => ({ ...visit, service: "health" })) })).toEqual([]);
  });
});

describe("CWDC-ANNEXC-CP-1: the key worker's detailed plan, with everybody's contribution", () => {
  const owed = (of: Parameters<typeof statutoryPlanFacts>[0], day: string) =>
    book.duty("plan.statutory-plan", statutoryPlanFacts(of), on(day)).owed;
  test.each([
    ["2026-11-17", []],
    ["2026-11-18", ["key-worker plan.link-detailed-plan"]],
    ["2026-12-02", ["key-worker plan.link-detailed-plan"]],
    ["2026-12-03", ["manager plan.detailed-plan-late", "key-worker plan.link-detailed-plan"]],
  ])("conference on 18 November, on %s: %j (RN-70)", (day, tasks) => {
    expect(owed({}, day).map(({ whoId, act }) => `${whoId} ${act}`)).toEqual(tasks);
  });
  test("the day is ten working days on, and a linked plan clears it from its day", () => {
    expect(owed({}, "2026-11-20")[0]).toMatchObject({ due: { day: "2026-12-02" }, who: "social-worker" });
    const detailedPlanOn = localDate("2026-12-01");
    expect(owed({ detailedPlanOn }, "2026-11-30")).toHaveLength(1);
    expect(owed({ detailedPlanOn }, "2026-12-01")).toEqual([]);
    expect(owed({ conferenceOn: "none" }, "2026-12-10")).toEqual([]);
  });
  test("four of five members contributed: the fifth is asked", () => {
    const contributions = ["a", "b", "c", "d", "e"].map((by) => ({
      by,
      on: by === "e" ? ("none" as const) : localDate("2026-11-20"),
    }));
    const coreAssessment = { on: localDate("2026-11-20"), contributions };
    const [task, ...more] = owed({ coreAssessment, detailedPlanOn: localDate("2026-11-20") }, "2026-11-25");
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      act: "plan.ask-contribution:e",
      due: "at-once",
      whoId: "key-worker",
      because: "The core assessment has contributions by 4 of 5 members. Ask this one for theirs.",
    });
    expect(owed({ kind: "care-plan", coreAssessment }, "2026-11-25")).toEqual([]);
  });
});

describe("CWDC-ANNEXC-LAC-careplan: a care plan rests on a core assessment", () => {
  const owed = (of: Parameters<typeof statutoryPlanFacts>[0], day = "2026-11-24") =>
    book
      .duty(
        "plan.statutory-plan",
        statutoryPlanFacts({ kind: "care-plan", savedOn: localDate("2026-11-24"), ...of }),
        on(day),
      )
      .owed.map(({ whoId, act }) => `${whoId} ${act}`);
  const flagged = ["key-worker plan.link-core-assessment", "manager plan.core-assessment-missing"];
  test("saved on 24 November without one: the social worker and the manager see it", () => {
    expect(owed({})).toEqual(flagged);
    expect(owed({ coreAssessment: "not-recorded" })).toEqual(flagged);
    expect(owed({}, "2026-11-23")).toEqual([]);
    expect(owed({ savedOn: "none" })).toEqual([]);
    expect(owed({ kind: "protection-plan", conferenceOn: "none" })).toEqual([]);
    const why = (coreAssessment: "none" | "not-recorded") =>
      book
        .duty(
          "plan.statutory-plan",
          statutoryPlanFacts({ kind: "care-plan", savedOn: localDate("2026-11-24"), coreAssessment }),
          on("2026-11-24"),
        )
        .owed.map(({ due, because }) => `${due} ${because}`);
    expect(why("none")[1]).toBe("at-once The care plan was saved on 24 November 2026 without a core assessment.");
    expect(why("not-recorded")[1]).toContain("it is not recorded on which core assessment it rests.");
    expect(why("none")[0]).toMatch(/^at-once /);
  });
  test("linked, with what others contributed, it is quiet", () => {
    const contributions = ["camhs", "school"].map((by) => ({ by, on: localDate("2026-11-20") }));
    expect(owed({ coreAssessment: { on: localDate("2026-11-24"), contributions } })).toEqual([]);
    expect(owed({ coreAssessment: { on: localDate("2026-11-25"), contributions } })).toEqual(flagged);
  });
});

test("RN-13: a plan for a family has a part for each person", () => {
  const family = (of: Parameters<typeof familyPlanFacts>[0]) =>
    book.gate("plan.family", familyPlanFacts(of), on("2026-12-02"));
  expect(family({}).answer).toBe("permits");
  expect(said(family({ sections: ["ali"] }))).toContain("no part for 5 people");
  expect(family({ sections: ["ali"] }).answer).toBe("prevents");
  expect(family({ sections: "not-recorded" }).missing).toEqual(["which parts the Family Plan has"]);
  expect(family({ people: "not-recorded" }).answer).toBe("silent");
});

describe("CWDC-2.10d: a missing service is brought in by the lead, or by the line manager once it is passed on", () => {
  const owed = (of: Parameters<typeof aMissingService>[0], day: string) =>
    book.duty("plan.duties", planDutiesFacts({ missingServices: [aMissingService(of)] }), on(day)).owed;
  const passed = { passedOn: localDate("2026-11-26") };
  test.each([
    ["2026-11-25", "lead-professional", "fay", "2026-12-04"],
    ["2026-11-26", "line-manager", "manager", "2026-12-10"],
    ["2026-11-27", "line-manager", "manager", "2026-12-10"],
  ])(
    "a CAMHS place passed on 26 November: on %s it is the %s's, due from the last word on it",
    (day, who, whoId, due) => {
      expect(owed(passed, day)).toEqual([
        expect.objectContaining({
          rule: "england.plan-service-brokered",
          clause: { source: "CWDC", at: "2.10" },
          force: "should",
          act: "plan.broker-service:place",
          who,
          whoId,
          onAccountOf: who,
          due: { day: due },
        }),
      ]);
    },
  );
  test("not before it is noticed, and not once it is found, cannot be had or is no longer needed", () => {
    expect(owed({}, "2026-11-19")).toEqual([]);
    expect(owed({}, "2026-11-20")).toHaveLength(1);
    for (const state of ["found", "not-to-be-had", "no-longer-needed"] as const)
      expect(owed({ ...passed, state }, "2026-11-27")).toEqual([]);
  });
  test("how it stands is written down every 14 days, and counts from its own day (RN-72)", () => {
    const updated = { ...passed, updatedOn: localDate("2026-12-08") };
    const due = (day: string) => owed(updated, day).map((one) => one.due);
    expect(due("2026-12-07")).toEqual([{ day: "2026-12-10" }]);
    expect(due("2026-12-08")).toEqual([{ day: "2026-12-22" }]);
    expect(owed(updated, "2026-12-08")[0]?.because).toContain("passed to the line manager on 26 November 2026");
    expect(owed({}, "2026-11-21")[0]?.because).toContain("or pass it to the line manager");
  });
  test("service, reason, how it stands and whose it is: what is not recorded is asked for by name", () => {
    const asked = (of: Parameters<typeof aMissingService>[0], day = "2026-11-27") =>
      owed(of, day).filter(({ rule }) => rule === "england.plan-missing-service");
    expect(asked(passed)).toEqual([]);
    expect(asked({ ...passed, service: "not-recorded", reasonGiven: false, state: "not-recorded" })).toMatchObject([
      {
        who: "line-manager",
        act: "plan.describe-missing-service:place",
        due: "at-once",
        because:
          "A service was found to be missing on 20 November 2026. Record which service it is, why it is needed and how it stands.",
      },
    ]);
    expect(asked({ reasonGiven: "not-recorded" })[0]?.because).toContain("Record why it is needed.");
    expect(asked({ passedOn: "not-recorded" })).toMatchObject([
      { who: "lead-professional", because: expect.stringContaining("Record whether the line manager took it on.") },
    ]);
    expect(asked({ service: "not-recorded" }, "2026-11-19")).toEqual([]);
  });
  test("one that nobody said how it stands is still to be brought in", () => {
    expect(owed({ state: "not-recorded" }, "2026-11-27").map(({ act }) => act)).toContain("plan.broker-service:place");
  });
});
