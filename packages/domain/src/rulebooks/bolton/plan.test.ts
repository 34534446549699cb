import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ContentsFacts } from "../../plan/contents-model.ts";
import type { PlanDutiesFacts } from "../../plan/duties-model.ts";
import type { AdviceFacts, AmendFacts, FamilyPlanFacts, HearsFacts } from "../../plan/people-model.ts";
import {
  actionDutiesFacts,
  actionOwnerFacts,
  adviceFacts,
  amendFacts,
  clearFacts,
  familyPlanFacts,
  hearsFacts,
  isClear,
  overlapFacts,
  planContentsFacts,
  planDutiesFacts,
  someHelp,
} from "../../testing/plan.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const day = localDate;
const on = (date: string) => noonOn(day(date));
const said = ({ findings }: { readonly findings: readonly { readonly because: string }[] }) =>
  findings.map(({ because }) => because).join(" ");

describe("BOL-3.2: the child's and the family's own views are in the plan, or why they are not", () => {
  const asked = { on: day("2026-11-02"), reasonGiven: false };
  const published = (views: Partial<ContentsFacts["views"]>) =>
    book.gate(
      "plan.contents",
      planContentsFacts({ views: { child: asked, family: asked, ...views } }),
      on("2026-11-24"),
    );
  test("no child's view: shown as missing, and a reason asked", () => {
    const none = published({ child: { on: "none", reasonGiven: false } });
    expect(none.answer).toBe("permits-if");
    expect(none.needs).toMatchObject([
      { what: "reason", code: "no-child-view", for: "why the child's view is not in the plan" },
    ]);
    expect(said(none)).toContain("The child's view is missing: ask for it, or write down why it is not in the plan.");
  });
  test("not recorded is unknown, and the reason is asked as well", () => {
    const unknown = published({ family: { on: "not-recorded", reasonGiven: false } });
    expect(unknown).toMatchObject({ answer: "unknown", missing: ["the family's view"] });
    expect(unknown.needs).toMatchObject([{ code: "no-family-view" }]);
  });
  test("with the views, or a reason, nothing is asked", () => {
    expect(published({}).answer).toBe("permits");
    expect(said(published({}))).toContain("The child's view of 2 November 2026 is in the plan.");
    expect(published({ child: { on: "none", reasonGiven: true } }).answer).toBe("permits");
    expect(published({ child: { on: "not-recorded", reasonGiven: true } }).answer).toBe("permits");
  });
});

const ofAction = (of: Parameters<typeof actionDutiesFacts>[0], date: string) =>
  book.duty("plan.action-duties", actionDutiesFacts(of), on(date)).owed;

describe("BOL-3.3: every action is checked, and Fay sees which were not for too long", () => {
  const second = { id: "2", checkedOn: day("2026-11-01"), notedOn: day("2026-11-28") } as const;
  test.each([
    ["2026-11-28", []],
    ["2026-11-29", ["plan.check-action:2"]],
    ["2026-12-01", ["plan.check-action:2"]],
  ])("last checked on 1 November, on %s: %j", (date, acts) => {
    expect(ofAction({ action: second }, date).map(({ act }) => act)).toEqual(acts);
  });
  test("30 days ago it is on her list, with the day", () => {
    expect(ofAction({ action: second }, "2026-12-01")[0]).toMatchObject({
      rule: "bolton.plan-action-checked",
      clause: { source: "Bolton", at: "3.3" },
      whoId: "fay",
      due: { day: "2026-11-29" },
      because: "The action was last checked 30 days ago, on 1 November 2026.",
    });
  });
  test("never checked counts from the day the plan was agreed; not recorded is asked; what is done is left", () => {
    const never = { action: { ...second, checkedOn: "none" as const }, plan: { id: "p", agreedOn: day("2026-11-01") } };
    expect(ofAction(never, "2026-11-28")).toEqual([]);
    expect(ofAction(never, "2026-11-29")[0]?.because).toContain(
      "not been checked since the plan was agreed 28 days ago",
    );
    expect(ofAction({ action: { ...second, checkedOn: "not-recorded" } }, "2026-11-28")[0]).toMatchObject({
      due: "unknown",
    });
    expect(ofAction({ action: { ...second, state: "done" } }, "2026-12-20")).toEqual([]);
    expect(ofAction({ ...never, plan: { id: "p", agreedOn: "none" } }, "2026-11-29")).toEqual([]);
  });
});

describe("BOL-11.7: an action without a note reminds its owner, then Fay", () => {
  const fifth = { id: "5", owner: "housing", notedOn: day("2026-11-01"), checkedOn: day("2026-11-20") } as const;
  const list = (of: object, date: string) =>
    ofAction({ action: { ...fifth, ...of } }, date).map(({ who, whoId, act }) => [who, whoId, act]);
  const owner = ["action-owner", "housing", "plan.say-how-it-goes:5"];
  const fay = ["lead-professional", "fay", "plan.ask-how-it-goes:5"];
  test.each([
    ["2026-11-28", []],
    ["2026-11-29", [owner]],
    ["2026-12-05", [owner]],
    ["2026-12-06", [fay, owner]],
  ])("no note since 1 November, on %s: %j", (date, expected) => {
    expect(list({}, date)).toEqual(expected);
  });
  test("it stands on the owner's account, also when Fay is told", () => {
    const owed = ofAction({ action: fifth }, "2026-12-06");
    expect(owed.map(({ onAccountOf }) => onAccountOf)).toEqual(["action-owner", "action-owner"]);
    expect(owed[1]).toMatchObject({ due: { day: "2026-11-29" }, about: "practitioner:housing" });
    expect(owed[1]?.because).toBe("Nothing has been said about the action for 35 days: say how it goes.");
  });
  test("never, not recorded, no owner", () => {
    const agreed = { plan: { id: "p", agreedOn: day("2026-11-01") }, action: { ...fifth, notedOn: "none" as const } };
    expect(ofAction(agreed, "2026-11-29")).toHaveLength(1);
    expect(ofAction({ action: { ...fifth, notedOn: "not-recorded" } }, "2026-11-20")[0]).toMatchObject({
      due: "unknown",
    });
    expect(ofAction({ action: { ...fifth, owner: "none" } }, "2026-11-29")[0]).not.toHaveProperty("whoId");
    expect(list({ state: "ended" }, "2026-12-06")).toEqual([]);
  });
});

test("BOL-3.4: both services see that they plan the same", () => {
  const help = [someHelp("school"), someHelp("centre", { agency: "voluntary" })];
  const { owed } = book.duty("plan.overlap", overlapFacts({ help }), on("2026-05-06"));
  const notices = owed.filter(({ rule }) => rule === "bolton.plan-both-see");
  expect(notices).toMatchObject([
    {
      who: "agency",
      due: "at-once",
      whoId: "school",
      about: "agency:school",
      because:
        "Voluntary or independent organisation already does the same for this family. Agree between you who does it, and tell the lead professional.",
    },
    { who: "agency", whoId: "centre", about: "agency:centre" },
  ]);
  expect(notices[1]?.because).toContain("Education already does the same");
});

describe("BOL-4.9: each service at the meeting confirms its part before it closes", () => {
  const closes = (people: Parameters<typeof clearFacts>[0] = {}) =>
    book.gate("plan.clear", clearFacts(people), on("2026-11-24"));
  const school = isClear("head", { agency: "education", word: "none" });
  test("school has not confirmed: it is asked for", () => {
    const decision = closes({ people: [isClear("nurse"), school] });
    expect(decision.answer).toBe("prevents");
    expect(said(decision)).toBe(
      "Education has not confirmed what it will deliver, and that it does not do what another does. Ask before the meeting closes.",
    );
  });
  test("once somebody of each service has, it closes; who is not there is not asked", () => {
    const confirmed = closes({ people: [isClear("nurse"), school, isClear("teacher", { agency: "education" })] });
    expect(said(confirmed)).toBe("Each of the 2 services at the meeting has confirmed its part.");
    expect(confirmed.answer).toBe("permits");
    expect(closes({ people: [isClear("nurse"), { ...school, attends: false }] }).answer).toBe("permits");
    const asks = { ...school, word: { says: "asks", on: day("2026-11-24") } as const };
    expect(closes({ people: [isClear("nurse"), asks] }).answer).toBe("prevents");
  });
  test("not knowing who is there", () => {
    expect(closes({ people: "not-recorded" }).missing).toEqual(["who is at the meeting"]);
    expect(closes({ people: [] }).missing).toEqual(["which services are at the meeting"]);
  });
});

describe("BOL-4.12: being lead does not close one's own actions", () => {
  const fays = { owner: { id: "fay", as: "lead-professional" }, newLeadOn: day("2026-11-24") } as const;
  test("action 1 stays Fay's when she becomes lead", () => {
    const decision = book.designation("plan.action-owner", actionOwnerFacts(fays), on("2026-11-24"));
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "fay" }] });
    expect(decision.findings.map(({ rule }) => rule)).toContain("bolton.plan-action-stays");
  });
  test("and is not ended because of it", () => {
    const ends = amendFacts({
      by: { id: "fay", as: "lead-professional" },
      change: "end-action",
      becauseOfNewLead: true,
    });
    expect(book.gate("plan.amend", ends, on("2026-11-24")).answer).toBe("prevents");
  });
});

describe("BOL-4.13: between meetings the lead talks with the family of three things", () => {
  const three = ["progress", "new-changes", "new-difficulties"] as const;
  const due = (of: Partial<PlanDutiesFacts>, date: string) =>
    book.duty("plan.duties", planDutiesFacts(of), on(date)).owed.filter(({ act }) => act === "plan.meet-family");
  const contacts = [{ on: day("2026-10-20"), about: three }];
  test.each([
    ["2026-11-30", 0],
    ["2026-12-01", 1],
  ])("none since 20 October, on %s: %i (BOL-D16)", (date, many) => {
    expect(due({ contacts }, date)).toHaveLength(many);
  });
  test("Fay sees it, with the day", () => {
    expect(due({ contacts }, "2026-12-01")[0]).toMatchObject({
      whoId: "fay",
      due: { day: "2026-12-01" },
      about: "family:child-1",
      because:
        "Meet the family or the young person about progress, new changes and new difficulties: last done on 20 October 2026.",
    });
  });
  test("a contact that left one of the three out does not count, nor one still to come", () => {
    const short = { on: day("2026-11-20"), about: ["progress", "new-changes"] as const };
    const ahead = { on: day("2026-12-02"), about: three };
    expect(due({ contacts: [...contacts, short, ahead] }, "2026-12-01")).toHaveLength(1);
    expect(due({ contacts: [...contacts, { ...short, about: three }] }, "2026-12-01")).toEqual([]);
  });
  test("none yet counts from the day the lead began; not knowing is unknown", () => {
    const since = { contacts: [], leadSince: day("2026-10-20") };
    expect([due(since, "2026-11-30").length, due(since, "2026-12-01").length]).toEqual([0, 1]);
    expect(due(since, "2026-12-01")[0]?.because).toContain("not yet done since the lead began on 20 October 2026");
    expect(due({ contacts: "not-recorded" }, "2026-12-01")[0]).toMatchObject({ due: "unknown" });
    expect(due({ contacts: [], leadSince: "none" }, "2026-12-01")[0]).toMatchObject({ due: "unknown" });
  });
});

const iqbals = (of: Partial<FamilyPlanFacts> = {}) => book.gate("plan.family", familyPlanFacts(of), on("2026-12-02"));

describe("BOL-9.1: one plan for a whole family, with one lead", () => {
  test("the Iqbals: six people, one lead", () => {
    expect(iqbals().answer).toBe("permits");
    expect(said(iqbals())).toBe(
      "The plan is for 6 people: 4 children and 2 adults. One lead professional co-ordinates the Family Plan.",
    );
  });
  test("one person is no family, two leads are too many, and nobody knows is unknown", () => {
    expect(iqbals({ people: [{ id: "ali", as: "child" }] }).answer).toBe("prevents");
    expect(iqbals({ people: "not-recorded" }).missing).toEqual(["whom the Family Plan is for"]);
    expect(said(iqbals({ leads: ["sian", "fay"] }))).toContain("The Family Plan has 2 leads. Agree on one");
    expect(iqbals({ leads: ["sian", "fay"] }).answer).toBe("prevents");
    expect(iqbals({ leads: ["sian", "sian"] }).answer).toBe("permits");
  });
});

test("BOL-9.2: somebody who works with adults only, or with one age range, may lead it", () => {
  const adults = iqbals({
    people: [
      { id: "toddler", as: "child" },
      { id: "mother", as: "adult" },
    ],
    leadWorksWith: "adults-only",
  });
  expect(adults.answer).toBe("permits");
  expect(said(adults)).toContain("The lead works with adults only, and may lead a plan with children in it.");
  expect(said(iqbals({ leadWorksWith: "one-age-range" }))).toContain("may lead the plan of the whole family.");
  expect(iqbals({ leadWorksWith: "not-recorded" }).answer).toBe("permits");
});

describe("BOL-9.3: a sub-plan is run by somebody on the team, who changes that one only", () => {
  const by = { id: "youth-worker", as: "sub-plan-manager" } as const;
  const change = (of: Partial<AmendFacts>) => book.gate("plan.amend", amendFacts({ by, ...of }), on("2026-12-09"));
  test("the youth worker changes Ali's, and no other, and not the Family Plan", () => {
    const sub = (manager: string) => change({ change: "change-sub-plan", subPlan: { id: "ali", manager } });
    expect([sub("youth-worker").answer, sub("nurse").answer]).toEqual(["permits", "prevents"]);
    expect(change({ change: "amend" }).answer).toBe("prevents");
    expect(change({ action: { id: "1", owner: "youth-worker" } }).answer).toBe("permits");
    expect(change({ action: { id: "1", owner: "nurse" } }).answer).toBe("prevents");
    const own = { action: { id: "1", owner: "youth-worker" }, nextOwnerAcceptedOn: day("2026-12-09") } as const;
    for (const what of ["end-action", "move-action"] as const) {
      expect(change({ ...own, change: what }).answer).toBe("permits");
      expect(change({ ...own, change: what, action: { id: "1", owner: "nurse" } }).answer).toBe("prevents");
    }
    expect(change({ by: { id: "sian", as: "lead-professional" }, change: "amend" }).answer).toBe("silent");
  });
  const run = (manager: string, managerIsOnTheTeam: boolean | "not-recorded" = true) =>
    iqbals({ subPlans: [{ id: "s", person: "ali", manager, managerIsOnTheTeam }] });
  test("each has somebody on the team who runs it", () => {
    expect(run("youth-worker").answer).toBe("permits");
    expect(run("youth-worker", false).answer).toBe("prevents");
    expect(run("none").answer).toBe("prevents");
    expect(run("not-recorded").missing).toEqual(["who runs each sub-plan"]);
    expect(run("youth-worker", "not-recorded").missing).toEqual([
      "whether each sub-plan is run by somebody on the team",
    ]);
  });
});

test("BOL-9.4: without a lead a Family Plan is not active; that is urgent, and the deputy is offered", () => {
  const gone = iqbals({ leads: [] });
  expect(gone.answer).toBe("prevents");
  expect(said(gone)).toContain(
    "No lead: this is urgent. The deputy is offered to take it up until the next lead accepts.",
  );
  expect(said(iqbals({ leads: [], deputy: "none" }))).toContain("No lead: this is urgent, and there is no deputy.");
  expect(iqbals({ leads: "not-recorded" }).missing).toEqual(["who leads the Family Plan"]);
});

const hears = (of: Partial<HearsFacts>) => book.designation("plan.hears", hearsFacts(of), on("2026-12-15"));

describe("BOL-9.5: a change of a sub-plan is told to the Family Plan's lead that day", () => {
  const update = { id: "u", on: day("2026-12-09"), by: "youth-worker", subPlan: "ali" };
  test("the youth worker changes it on 9 December, and Sian is told", () => {
    const decision = hears({ lead: "sian", update });
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "sian" }] });
    expect(decision.findings).toMatchObject([
      {
        from: "2026-12-09",
        because: "A sub-plan was changed on 9 December 2026: the lead of the whole plan is told that day.",
      },
    ]);
  });
  test("her own needs no telling; without a lead that is missing", () => {
    expect(hears({ lead: "sian", update: { ...update, by: "sian" } }).answer).toBe("not-needed");
    expect(hears({ lead: "none", update }).missing).toEqual(["who leads the plan"]);
    expect(hears({ lead: "not-recorded", update })).toMatchObject({ answer: "open", missing: ["who leads the plan"] });
  });
});

describe("BOL-10.4: while a deputy acts updates go to the deputy", () => {
  const rob = { id: "rob", from: day("2026-12-15"), until: day("2027-01-05") };
  test("housing posts on 15 December: Rob is told, not Fay", () => {
    const decision = hears({ deputy: rob });
    expect(decision).toMatchObject({
      answer: "filled",
      holders: [{ kind: "person", id: "rob" }],
      barred: [{ kind: "person", id: "fay" }],
    });
    expect(decision.findings.map(({ rule }) => rule)).toEqual(["bolton.plan-deputy-hears", "bolton.plan-deputy-hears"]);
  });
  test.each([
    ["2026-12-14", "fay"],
    ["2026-12-15", "rob"],
    ["2027-01-04", "rob"],
    ["2027-01-05", "fay"],
  ])("an update of %s goes to %s", (date, id) => {
    const update = { id: "u", on: day(date), by: "housing", subPlan: "none" };
    expect(hears({ deputy: rob, update }).holders).toEqual([{ kind: "person", id }]);
  });
  test("nobody is barred where the lead is not known, or is the one who acts", () => {
    expect(hears({ deputy: rob, lead: "none" }).barred).toEqual([]);
    expect(hears({ deputy: { ...rob, id: "fay" } }).holders).toEqual([{ kind: "person", id: "fay" }]);
  });
});

describe("BOL-11.11: a specialist advises without joining the plan", () => {
  const ask = (of: Partial<AdviceFacts> = {}) => book.gate("plan.advice", adviceFacts(of), on("2026-12-04"));
  test("a question that shows nobody goes to CAMHS on 4 December, without access to the case", () => {
    expect(ask().answer).toBe("permits");
    expect(said(ask())).toBe(
      "The question does not show who the child is. The specialist sees what is sent and nothing else of the case.",
    );
  });
  test.each([
    ["given", "permits"],
    ["refused", "prevents"],
    ["none", "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("a question that shows the child, consent %s: %s", (consent, answer) => {
    expect(ask({ isAnonymous: false, consent }).answer).toBe(answer);
  });
  test("not knowing whether it shows the child", () => {
    expect(ask({ isAnonymous: "not-recorded", consent: "given" }).missing).toEqual([
      "whether the question shows who the child is",
    ]);
  });
});

test("an action that was never noted, of a plan not agreed, is asked of nobody", () => {
  const fresh = { plan: { id: "p", agreedOn: "none" }, action: { id: "5", notedOn: "none" } } as const;
  expect(ofAction(fresh, "2026-03-11")).toEqual([]);
});

test("a contact that is held today counts today", () => {
  const about = ["progress", "new-changes", "new-difficulties"] as const;
  const contacts = [
    { on: day("2026-10-20"), about },
    { on: day("2026-12-01"), about },
  ];
  expect(book.duty("plan.duties", planDutiesFacts({ contacts }), on("2026-12-01")).owed).toEqual([]);
});
