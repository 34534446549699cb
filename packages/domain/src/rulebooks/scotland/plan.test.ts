import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { AgreeingFacts } from "../../plan/agreeing-model.ts";
import type { ContentsFacts } from "../../plan/contents-model.ts";
import type { PlanDutiesFacts } from "../../plan/duties-model.ts";
import type { AmendFacts } from "../../plan/people-model.ts";
import {
  actionDutiesFacts,
  actionOwnerFacts,
  agreeingFacts,
  agrees,
  amendFacts,
  anAction,
  clearFacts,
  isClear,
  overlapFacts,
  planContentsFacts,
  planDutiesFacts,
  someHelp,
} from "../../testing/plan.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const day = localDate;
const on = (date: string) => noonOn(day(date));
const said = ({ findings }: { readonly findings: readonly { readonly because: string }[] }) =>
  findings.map(({ because }) => because).join(" ");

const holds = (of: Partial<ContentsFacts> = {}) => book.gate("plan.contents", planContentsFacts(of), on("2026-03-10"));

describe("GIR-8: the smallest plan of several agencies", () => {
  test("one need, one outcome, two actions and a review on 1 June: nothing longer is compulsory", () => {
    expect(holds().answer).toBe("permits");
    expect(holds().findings[0]).toMatchObject({
      rule: "scotland.plan-smallest",
      clause: { source: "GIRFEC", at: "G1, item 1, sentence 2" },
      because:
        "It has a need, an outcome, an owned and dated action for each agency, and a review. Nothing longer is compulsory.",
    });
  });
  test.each([
    [{ needs: [] }, "Write down at least one need."],
    [{ outcomes: [] }, "at least one outcome."],
    [{ reviewOn: "none" }, "Give the day on which the plan is reviewed."],
    [{ agencies: ["health"] }, "names at least two"],
    [{ actions: [anAction()] }, "Education has no action with an owner and a day"],
    [
      { actions: [anAction(), anAction({ id: "2", owners: [{ id: "shaw", agency: "education" }], dueOn: "none" })] },
      "Education has no action",
    ],
  ] as const)("with %j it is short", (of, because) => {
    expect(holds(of).answer).toBe("prevents");
    expect(said(holds(of))).toContain(because);
    expect(said(holds(of))).not.toContain("Nothing longer is compulsory");
  });
  test.each([
    [{ needs: "not-recorded" }, "which needs the plan holds"],
    [{ outcomes: "not-recorded" }, "which outcomes the plan holds"],
    [{ reviewOn: "not-recorded" }, "when the plan is reviewed"],
    [{ agencies: "not-recorded" }, "which agencies work to the plan"],
    [{ actions: "not-recorded" }, "which actions the plan holds"],
  ] as const)("with %j it is unknown", (of, missing) => {
    expect(holds(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
  test("two owners of one action count for the agency of each", () => {
    const owners = [
      { id: "orr", agency: "health" },
      { id: "shaw", agency: "education" },
    ] as const;
    expect(holds({ actions: [anAction({ owners })] }).answer).toBe("permits");
  });
  test("a plan of one agency is not asked for two", () => {
    expect(holds({ plan: { id: "plan-1", reach: "single-agency" }, agencies: ["health"], needs: [] }).answer).toBe(
      "silent",
    );
  });
});

describe("GIR-55: the lead does not own everything", () => {
  const ali = { id: "ali", agency: "health" } as const;
  const seven = (others: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((id) =>
      anAction({ id: `${id}`, owners: [id <= others ? { id: "teacher", agency: "education" } : ali] }),
    );
  const saved = (of: Partial<ContentsFacts>) =>
    holds({ lead: "ali", ...of }).findings.find(({ rule }) => rule === "scotland.plan-lead-owns-all");
  test("seven of seven are Mr Ali's: other owners, or a reason", () => {
    expect(saved({ actions: seven(0) })).toMatchObject({
      effect: "permits-if",
      because:
        "The lead professional owns 7 of 7 actions of a plan in the name of 2 agencies. Agree other owners, or write down why.",
      needs: [{ what: "reason", from: "lead-professional", code: "lead-owns-all" }],
    });
    expect(saved({ actions: seven(0), leadOwnsAllReasonGiven: true })).toMatchObject({ effect: "permits" });
  });
  test("after five are given to others, or one is, it clears", () => {
    expect(saved({ actions: seven(5) })).toBeUndefined();
    expect(saved({ actions: seven(1) })).toBeUndefined();
  });
  test("a plan in the name of one agency, or without a lead, is not asked", () => {
    expect(saved({ actions: seven(0), agencies: ["health", "health"] })).toBeUndefined();
    expect(saved({ actions: seven(0), agencies: "not-recorded" })).toBeUndefined();
    expect(saved({ actions: seven(0), lead: "none" })).toBeUndefined();
    expect(saved({ actions: [] })).toBeUndefined();
    expect(saved({ actions: [anAction({ owners: "not-recorded" })] })).toBeUndefined();
    expect(saved({ actions: [anAction({ owners: [ali, { id: "x", agency: "health" }] })] })).toBeUndefined();
  });
});

const lewis = (of: Partial<AgreeingFacts> = {}, date = "2026-05-27") =>
  book.gate(
    "plan.agreeing",
    agreeingFacts({
      lead: "lead",
      by: "lead",
      agencies: ["education", "social-work"],
      parties: [
        agrees("mother", "family", "none", "2026-05-20"),
        agrees("lewis", "child", "none", "2026-05-20"),
        agrees("school", "practitioner", "education", "2026-05-13"),
        agrees("social-worker", "practitioner", "social-work", "2026-05-27"),
      ],
      assessmentOn: day("2026-05-18"),
      ...of,
    }),
    on(date),
  );

describe("GIR-49: a plan is agreed when the lead records who agreed, and when", () => {
  const school = agrees("school", "practitioner", "education", "2026-05-13");
  test("naming only the school it stays a draft", () => {
    const decision = lewis({ parties: [school] });
    expect(decision.answer).toBe("prevents");
    expect(said(decision)).toContain("It is not written down what the child says to it");
    expect(said(decision)).toContain("It is not written down what the family says to it");
    expect(said(decision)).toContain("Nobody of Social work has agreed: the plan stays a draft.");
    expect(said(decision)).not.toContain("Nobody of Education");
  });
  test("with mother, Lewis, school and social work it is agreed on 27 May", () => {
    expect(lewis().answer).toBe("permits");
    expect(said(lewis())).toContain("the plan is agreed on 27 May 2026.");
    expect(lewis({}, "2026-05-26")).toMatchObject({ answer: "prevents", from: "2026-05-27" });
  });
  test("somebody else does not record it, and without a lead nobody does", () => {
    expect(lewis({ by: "school" }).answer).toBe("prevents");
    expect(said(lewis({ lead: "none" }))).toContain("Nobody leads the plan: agree on a lead professional");
    expect(lewis({ lead: "not-recorded" }).missing).toEqual(["who leads the plan"]);
    expect(lewis({ parties: "not-recorded" }).missing).toEqual(["who agreed to the plan"]);
    expect(lewis({ agencies: "not-recorded" }).missing).toEqual(["which agencies work to the plan"]);
  });

  const withMother = (word: ReturnType<typeof agrees>["word"]) =>
    lewis({
      agencies: ["education"],
      parties: [agrees("lewis", "child"), school, { ...agrees("mother", "family"), word }],
    });
  test("an objection is recorded with its reason, and the plan stays a draft", () => {
    const objects = { says: "objects", on: day("2026-05-20"), reasonGiven: true } as const;
    expect(said(withMother(objects))).toContain("each agency's own help goes on");
    expect(withMother(objects).answer).toBe("prevents");
    expect(said(withMother({ ...objects, reasonGiven: false }))).toContain("Write down to what, and why.");
    const teacher = { ...school, word: objects };
    const decision = lewis({
      agencies: ["education"],
      parties: [agrees("lewis", "child"), agrees("m", "family"), teacher],
    });
    expect(decision.answer).toBe("prevents");
    expect(said(decision)).toContain("raise it as a disagreement");
  });
  test("no word, no day, or nothing recorded", () => {
    expect(said(withMother("none"))).toContain("The family has not agreed: the plan stays a draft.");
    expect(withMother("not-recorded").missing).toEqual(["what the family says to the plan"]);
    expect(said(withMother({ says: "agrees", on: "none", reasonGiven: false }))).toContain(
      "Give the day on which the family",
    );
  });
  test("only a child too young says nothing, with the reason (GD-10)", () => {
    const cannot = { says: "cannot-say", on: "none", reasonGiven: true } as const;
    expect(withMother(cannot).answer).toBe("prevents");
    const baby = (reasonGiven: boolean) =>
      lewis({
        agencies: ["education"],
        parties: [{ ...agrees("baby", "child"), word: { ...cannot, reasonGiven } }, agrees("mother", "family"), school],
      }).answer;
    expect([baby(true), baby(false)]).toEqual(["permits", "prevents"]);
  });
});

test("GIR-50: a plan is not agreed without an assessment that it rests on", () => {
  const linked = (assessmentOn: AgreeingFacts["assessmentOn"], date = "2026-05-27") =>
    lewis({ assessmentOn }, date).findings.find(({ rule }) => rule === "scotland.plan-assessment");
  expect(lewis({ assessmentOn: "none" }, "2026-05-27").answer).toBe("prevents");
  expect(linked("none")).toMatchObject({ effect: "prevents" });
  expect(linked("not-recorded")).toMatchObject({
    effect: "unknown",
    missing: "whether the plan is linked to an assessment",
  });
  expect(linked(day("2026-05-18"))).toMatchObject({
    effect: "permits",
    because: "The plan rests on the assessment of 18 May 2026.",
  });
  expect(linked(day("2026-05-18"), "2026-05-18")).toMatchObject({ effect: "permits" });
  expect(linked(day("2026-05-18"), "2026-05-17")).toMatchObject({ effect: "prevents" });
  expect(lewis({ plan: { id: "p", reach: "single-agency" }, assessmentOn: "none" }).answer).toBe("permits");
});

describe("GIR-51: each agency's own plan is taken in first", () => {
  const reading = (of: Partial<Exclude<AgreeingFacts["ownPlans"], string>[number]> = {}) =>
    lewis({
      ownPlans: [
        {
          id: "reading",
          agency: "education",
          isLinked: true,
          actions: [
            { id: "1", became: "taken-in", reasonGiven: false },
            { id: "2", became: "taken-in", reasonGiven: false },
            { id: "3", became: "set-aside", reasonGiven: true },
          ],
          ...of,
        },
      ],
    });
  test("Lewis's reading plan: two taken in, one set aside because it finished at Easter", () => {
    expect(reading().answer).toBe("permits");
    expect(said(reading())).toContain(
      "The plan of Education is linked: 2 actions taken in, 1 set aside with a reason.",
    );
  });
  test.each([
    [{ isLinked: false }, "is still open by itself"],
    [{ actions: [{ id: "3", became: "set-aside", reasonGiven: false }] }, "1 action set aside without a reason"],
    [{ actions: [{ id: "3", became: "not-recorded", reasonGiven: false }] }, "1 action of which nothing is said"],
  ] as const)("%j holds it back", (of, because) => {
    expect(reading(of).answer).toBe("prevents");
    expect(said(reading(of))).toContain(because);
  });
  test("a plan that is itself of one agency is not asked", () => {
    expect(lewis({ plan: { id: "p", reach: "single-agency" }, ownPlans: "not-recorded" }).answer).toBe("permits");
  });
  test("not knowing of its actions, or of such plans, is unknown", () => {
    expect(reading({ actions: "not-recorded" }).missing).toEqual(["which actions the plan of Education holds"]);
    expect(lewis({ ownPlans: "not-recorded" }).missing).toEqual([
      "which agencies have a plan of their own for the child",
    ]);
  });
});

const amend = (of: Partial<AmendFacts> = {}, date = "2026-06-01") => book.gate("plan.amend", amendFacts(of), on(date));
const lead = { id: "ali", as: "lead-professional" } as const;

describe("GIR-75: who changes what in a plan", () => {
  test("the physiotherapist tries to change a school action: refused; her own saves", () => {
    const others = amend({ action: { id: "2", owner: "teacher" } });
    expect(others.answer).toBe("prevents");
    expect(said(others)).toContain("The action is somebody else's");
    expect(amend().answer).toBe("permits");
    for (const change of ["end-action", "move-action"] as const)
      expect(amend({ change, nextOwnerAcceptedOn: day("2026-06-01"), reasonGiven: false }).answer).toBe("permits");
    expect(amend({ reasonGiven: false, agreed: [] }).answer).toBe("permits");
    expect(amend({ action: "none" }).missing).toEqual(["which action it is"]);
    expect(amend({ action: { id: "2", owner: "not-recorded" } }).missing).toEqual(["who owns the action"]);
  });
  test("the plan itself is the lead's to change", () => {
    expect(amend({ by: lead, change: "amend" }).answer).toBe("permits");
    expect(amend({ change: "amend" }).answer).toBe("prevents");
    expect(amend({ change: "add-views" }).answer).toBe("prevents");
  });
  test.each(["child", "family"] as const)("the %s reads it and adds views", (as) => {
    expect(amend({ by: { id: "kai", as }, change: "add-views" }).answer).toBe("permits");
    expect(amend({ by: { id: "kai", as }, change: "update-action" }).answer).toBe("prevents");
  });
  test("nobody else", () => {
    for (const as of ["other", "services-manager"] as const)
      expect(amend({ by: { id: "x", as }, change: "add-views" }).answer).toBe("prevents");
  });
  test("whoever runs a part changes that one", () => {
    const by = { id: "youth-worker", as: "sub-plan-manager" } as const;
    const run = (manager: string) => amend({ by, change: "change-sub-plan", subPlan: { id: "s", manager } });
    expect([run("youth-worker").answer, run("nurse").answer]).toEqual(["permits", "prevents"]);
    expect(run("not-recorded").missing).toEqual(["who runs the sub-plan"]);
    expect(amend({ by, change: "change-sub-plan" }).missing).toEqual(["which sub-plan it is"]);
  });
});

describe("GIR-56: appointing a lead moves, ends and hides nothing of anybody else's", () => {
  test.each(["end-action", "move-action"] as const)("%s because of Mr Ali's appointment is refused", (change) => {
    const decision = amend({ by: lead, change, becauseOfNewLead: true, nextOwnerAcceptedOn: day("2026-05-01") });
    expect(decision.answer).toBe("prevents");
    expect(said(decision)).toContain("that alone ends or moves nothing");
  });
  test("for a reason of its own an action ends, and moves when the next owner says yes", () => {
    expect(amend({ by: lead, change: "end-action" }).answer).toBe("permits");
    const moved = (nextOwnerAcceptedOn: AmendFacts["nextOwnerAcceptedOn"]) =>
      amend({ by: lead, change: "move-action", nextOwnerAcceptedOn });
    expect(moved("none").answer).toBe("prevents");
    expect(moved("not-recorded").missing).toEqual(["whether the next owner said yes"]);
    expect(moved(day("2026-06-02")).answer).toBe("prevents");
    expect(moved(day("2026-06-01")).answer).toBe("permits");
  });
  test("after 13 July the physiotherapist's action is hers as before", () => {
    const whose = (date: string, of = {}) =>
      book.designation("plan.action-owner", actionOwnerFacts({ newLeadOn: day("2026-07-13"), ...of }), on(date));
    expect(whose("2026-07-13")).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "physio" }] });
    expect(said(whose("2026-07-13"))).toContain("Somebody became lead on 13 July 2026.");
    expect(whose("2026-07-12").answer).toBe("silent");
    expect(whose("2026-07-13", { owner: "not-recorded" }).answer).toBe("silent");
  });
});

describe("GIR-42: a change is a new dated version, with what, why and who agreed", () => {
  const change = (of: Partial<AmendFacts> = {}, date = "2026-06-01") =>
    amend({ by: lead, change: "amend", ...of }, date);
  test("version 2 of Finlay's plan, agreed on 1 June", () => {
    expect(change().answer).toBe("permits");
    expect(said(change())).toContain("It becomes a new version with its reason, agreed by 1 person.");
    expect(change({}, "2026-05-31").answer).toBe("prevents");
  });
  test("without a reason, or without anybody's agreement, it is none", () => {
    expect(said(change({ reasonGiven: false }))).toContain("Write down what changes in the plan, and why.");
    expect(said(change({ agreed: [] }))).toContain("Nobody has agreed to the change");
    expect(change({ agreed: "not-recorded" }).missing).toEqual(["who agreed to the change"]);
    expect(change({ plan: { id: "p", agreedOn: "not-recorded" } }).missing).toEqual(["whether the plan is agreed"]);
  });
  test("a draft is changed as it is; an earlier version stays as it was", () => {
    expect(said(change({ plan: { id: "p", agreedOn: "none" }, reasonGiven: false }))).toContain("The plan is a draft");
    expect(change({ change: "change-earlier-version" }).answer).toBe("prevents");
    expect(said(change({ change: "change-earlier-version" }))).toContain("An earlier version stays as it was");
  });
});

describe("GIR-70: the list of who does what is clear to everybody on it", () => {
  const asks = { says: "asks", on: day("2026-03-02") } as const;
  const five = (answeredOn: "none" | ReturnType<typeof day>) => [
    ...["kai", "teacher", "social-worker", "father"].map((id) => isClear(id)),
    isClear("nurse", { word: asks, answeredOn }),
  ];
  const clear = (of: Parameters<typeof clearFacts>[0], date = "2026-03-04") =>
    book.gate("plan.clear", clearFacts(of), on(date));
  test("four are clear and the nurse asks: not yet clear until the answer of 4 March", () => {
    expect(clear({ people: five("none") })).toMatchObject({ answer: "prevents" });
    expect(said(clear({ people: five("none") }))).toBe(
      "Not yet clear: on 2 March 2026 somebody on the list asked a question. The lead professional answers it.",
    );
    expect(clear({ people: five(day("2026-03-04")) }, "2026-03-03").answer).toBe("prevents");
    expect(said(clear({ people: five(day("2026-03-04")) }))).toBe("It is clear to all 5 of them who does what.");
    expect(clear({ people: five(day("2026-03-01")) }).answer).toBe("prevents");
    expect(clear({ people: five(day("2026-03-02")) }).answer).toBe("permits");
  });
  test("nobody is left out, and the list is issued", () => {
    expect(clear({ people: [isClear("nurse", { word: "none" })] }).answer).toBe("prevents");
    expect(clear({ people: [isClear("nurse", { word: "not-recorded" })] }).missing).toEqual([
      "whether the list is clear to everybody on it",
    ]);
    expect(clear({ people: [] }).missing).toEqual(["who is on the list of who does what"]);
    expect(clear({ people: "not-recorded" }).answer).toBe("unknown");
    expect(clear({ issuedOn: "none" }).answer).toBe("prevents");
    expect(clear({ issuedOn: "not-recorded" }).missing).toEqual(["when the list of who does what was issued"]);
  });
});

const owed = (of: Partial<PlanDutiesFacts>, date: string) =>
  book.duty("plan.duties", planDutiesFacts({ lead: "ann", ...of }), on(date)).owed;
const acts = (of: Partial<PlanDutiesFacts>, date: string) => owed(of, date).map(({ act }) => act);

test("GIR-32: what is brought to the lead stays on the lead's list until it is done", () => {
  const issues = [{ id: "place", raisedOn: day("2026-04-22"), doneOn: day("2026-04-28") }];
  expect(acts({ issues }, "2026-04-21")).toEqual([]);
  expect(owed({ issues }, "2026-04-22")).toMatchObject([
    { act: "plan.answer-issue:place", who: "lead-professional", whoId: "ann", due: "at-once" },
  ]);
  expect(acts({ issues }, "2026-04-27")).toHaveLength(1);
  expect(acts({ issues }, "2026-04-28")).toEqual([]);
  expect(acts({ issues: [{ id: "place", raisedOn: day("2026-04-22"), doneOn: "none" }] }, "2026-09-01")).toHaveLength(
    1,
  );
});

test("GIR-33: help that is not on the plan is added, stopped or found unrelated", () => {
  const help = (settled: PlanDutiesFacts["helpOutside"][number]["settled"]) => ({
    helpOutside: [{ id: "class", noticedOn: day("2026-05-04"), settled }],
  });
  expect(acts(help("none"), "2026-05-03")).toEqual([]);
  expect(owed(help("none"), "2026-05-04")[0]).toMatchObject({
    act: "plan.settle-help:class",
    whoId: "ann",
    due: "at-once",
    because:
      "Help that is not on the plan was recorded on 4 May 2026: add it, have it stopped, or record that it is unrelated.",
  });
  expect(acts(help("not-recorded"), "2026-05-04")).toHaveLength(1);
  const added = help({ as: "added", on: day("2026-05-06") });
  expect([acts(added, "2026-05-05").length, acts(added, "2026-05-06").length]).toEqual([1, 0]);
});

describe("GIR-34: two agencies do not give the same help side by side", () => {
  const play = (id: string, agency: "health" | "voluntary", of = {}) =>
    someHelp(id, { agency, kind: "play", forWhom: "finlay", from: day("2026-05-01"), ...of });
  const twice = (help: ReturnType<typeof play>[], date: string) =>
    book.duty("plan.overlap", overlapFacts({ help }), on(date)).owed;
  test("flagged on 6 May; gone when the one from health ends on 15 May", () => {
    const ends = { until: day("2026-05-16") };
    const flagged = twice([play("health", "health"), play("charity", "voluntary")], "2026-05-06");
    expect(flagged).toMatchObject([{ act: "plan.settle-overlap:health+charity", whoId: "ann", due: "at-once" }]);
    expect(flagged[0]?.because).toMatch(
      /Health and Voluntary or independent organisation give the same person the same help/,
    );
    const ending = [play("health", "health", ends), play("charity", "voluntary")];
    expect([twice(ending, "2026-05-15").length, twice(ending, "2026-05-16").length]).toEqual([1, 0]);
  });
});

describe("GIR-38: what is missed or declined is a task of the lead's", () => {
  const offers = [
    { id: "a", on: day("2026-04-21"), was: "missed" },
    { id: "b", on: day("2026-04-28"), was: "missed" },
  ] as const;
  const tasks = (of: Parameters<typeof actionDutiesFacts>[0], date: string) =>
    book.duty("plan.action-duties", actionDutiesFacts(of), on(date)).owed;
  test("two therapy sessions missed: Ann arranges transport on 30 April, and that closes it", () => {
    const after = { offers, lead: "ann", helpToUseOn: day("2026-04-30") };
    expect(tasks(after, "2026-04-29")).toMatchObject([
      {
        act: "plan.help-to-use:1",
        whoId: "ann",
        due: "at-once",
        because:
          "2 offers were missed or declined, the last on 28 April 2026. Find out what is in the way, and arrange help to use it.",
      },
    ]);
    expect(tasks(after, "2026-04-30")).toEqual([]);
    expect(tasks({ offers }, "2026-04-20")).toEqual([]);
    expect(tasks({ offers }, "2026-04-21")[0]?.because).toContain("One offer was missed or declined");
  });
  test("what is declined counts, what is taken up does not, and what is not recorded is asked for", () => {
    const one = (was: "declined" | "taken-up" | "not-recorded") =>
      tasks({ offers: [{ id: "a", on: day("2026-04-21"), was }] }, "2026-04-21").map(({ act }) => act);
    expect(one("declined")).toEqual(["plan.help-to-use:1"]);
    expect(one("taken-up")).toEqual([]);
    expect(one("not-recorded")).toEqual(["plan.record-take-up:a"]);
  });
  test("what is missed after help was arranged counts again", () => {
    expect(tasks({ offers, helpToUseOn: day("2026-04-28") }, "2026-04-28")).toEqual([]);
    const helpToUseOn = day("2026-04-27");
    expect(tasks({ offers, helpToUseOn }, "2026-04-28")[0]?.because).toContain("One offer was missed");
  });
});

describe("GIR-40: a request for other help is followed to its end", () => {
  const hearing = {
    id: "hearing",
    askedOn: day("2026-05-04"),
    advisedBy: "therapist",
    bookedFor: day("2026-05-26"),
    resultOn: day("2026-05-28"),
    sharedOn: day("2026-05-28"),
  } as const;
  const next = (of: Partial<PlanDutiesFacts["requests"][number]>, date: string) =>
    acts({ requests: [{ ...hearing, ...of }] }, date);
  test("Finlay's hearing test: advised on 4 May, booked for the 26th, result shared on the 28th", () => {
    expect(next({}, "2026-05-03")).toEqual([]);
    expect(next({ advisedBy: "none" }, "2026-05-03")).toEqual([]);
    expect(next({ advisedBy: "none" }, "2026-05-04")).toEqual(["plan.request-advice:hearing"]);
    expect(next({ bookedFor: "none", resultOn: "none" }, "2026-05-04")).toEqual(["plan.request-arrange:hearing"]);
    expect(next({ resultOn: "none" }, "2026-05-25")).toEqual([]);
    expect(next({ resultOn: "none" }, "2026-05-26")).toEqual(["plan.request-result:hearing"]);
    expect(next({}, "2026-05-27")).toEqual(["plan.request-result:hearing"]);
    expect(next({ sharedOn: "none" }, "2026-05-28")).toEqual(["plan.request-share:hearing"]);
    expect(next({}, "2026-05-28")).toEqual([]);
  });
});

test("whose fact an answer rests on: the child's own, the family's together, each practitioner's", () => {
  const parties = (["child", "family", "practitioner"] as const).map((as) => ({
    ...agrees("x", as, as === "practitioner" ? "education" : "none"),
    word: "none" as const,
  }));
  const held = lewis({ agencies: ["education"], parties }).findings.filter(
    ({ rule }) => rule === "scotland.plan-agreed",
  );
  expect(held.map(({ about }) => about)).toEqual(["child:child-1", "family:child-1", "practitioner:x"]);
  for (const [as, about] of [
    ["child", "child:child-1"],
    ["family", "family:child-1"],
  ] as const)
    expect(amend({ by: { id: "kai", as }, change: "add-views" }).findings[0]?.about).toBe(about);
});
