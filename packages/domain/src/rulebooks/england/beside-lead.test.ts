import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type {
  BesideFacts,
  DischargeFacts,
  KeyWorkerFacts,
  YouthFacts,
} from "../../lead-professional/key-worker-model.ts";
import { besideFacts, keyWorkerFacts, youthFacts } from "../../testing/leading.ts";
import type { AnnualReviewFacts } from "../../transition/annual-review-model.ts";
import { keyWorkerKinds, keyWorkerProvisions } from "../../vocabulary/key-workers.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const day = localDate;
const on = (asked: string) => noonOn(localDate(asked));
const asked = on("2026-11-24");
const may = (of: Partial<KeyWorkerFacts>) => book.gate("lead-professional.key-worker", keyWorkerFacts(of), asked);
const beside = (of: Partial<BesideFacts>, at = "2026-11-24") =>
  book.duty("lead-professional.beside", besideFacts(of), on(at)).owed;
const youth = (of: Partial<YouthFacts>, at = "2026-11-24") =>
  book.duty("lead-professional.youth", youthFacts(of), on(at)).owed;
const acts = (owed: readonly { readonly act: string; readonly who: string }[]) =>
  owed.map(({ who, act }) => `${who}: ${act}`);

describe("CWDC-ANNEXB-keyworker-1: the kind of key worker (RN-22) is always recorded, and only some kinds lead", () => {
  test.each([
    ["protection", "permits"],
    ["disability", "permits"],
    ["voluntary", "permits"],
    ["local-lead", "permits"],
    ["childrens-home", "prevents"],
    ["residential-school", "prevents"],
    ["care-programme", "prevents"],
    ["final-warning", "prevents"],
    ["custody", "prevents"],
    ["foster-carer", "prevents"],
    ["responsible-officer", "permits-if"],
  ] as const)("%s as lead: %s", (kind, answer) => {
    expect(may({ kind, as: "lead" }).answer).toBe(answer);
  });
  test("without its kind nobody is key worker or lead by that word", () => {
    for (const as of ["key-worker", "lead"] as const)
      expect(may({ kind: "not-recorded", as })).toMatchObject({
        answer: "unknown",
        missing: ["the kind of key worker"],
      });
    expect(may({ kind: "not-recorded", as: "chosen-contact" }).answer).toBe("permits");
  });
});

describe("CWDC-4.3: the title is one thing, leading another", () => {
  test.each(codesOf(keyWorkerKinds))("%s keeps the title without leading", (kind) => {
    const decision = may({ kind, as: "key-worker" });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ rule }) => rule)).toEqual(["england.key-worker-kind"]);
    expect(decision.findings[0]?.because).toContain("leading is recorded apart from it");
  });
});

describe("CWDC-ANNEXC-LAC-foster: a foster carer is the child's own contact, never the lead", () => {
  test("as lead refused, as the one the child turns to accepted", () => {
    const refused = may({ kind: "foster-carer", as: "lead" });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.find(({ effect }) => effect === "prevents")).toMatchObject({
      rule: "england.foster-carer-never-leads",
      because:
        "A foster carer is not accountable for the care plan: the social worker leads. The child may choose the foster carer as the person to turn to.",
    });
    const chosen = may({ kind: "foster-carer", as: "chosen-contact" });
    expect(chosen.answer).toBe("permits");
    expect(chosen.findings.map(({ rule }) => rule)).toEqual(["england.child-may-choose"]);
  });
});

describe("CWDC-ANNEXC-youth-terms: a prevention officer leads only with the support of mainstream services", () => {
  const officer = (mainstream: KeyWorkerFacts["mainstream"]) =>
    may({ kind: "responsible-officer", as: "lead", mainstream });
  test("with no support recorded the officer stays proposed", () => {
    expect(officer("not-recorded")).toMatchObject({
      answer: "unknown",
      missing: ["the support of mainstream services"],
    });
    expect(officer([])).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "agreement", from: "mainstream-agencies" }],
    });
  });
  test("every one supports it, or is named", () => {
    const education = { agency: "education", supports: true } as const;
    expect(officer([education]).answer).toBe("permits");
    for (const supports of [false, "not-recorded"] as const) {
      const decision = officer([education, { agency: "health", supports }]);
      expect(decision.answer).toBe("permits-if");
      expect(decision.needs[0]?.for).toBe("this officer co-ordinating: health");
    }
  });
  test("a supervising part is another kind: this clause does not speak to it", () => {
    expect(may({ kind: "final-warning", as: "lead", mainstream: "not-recorded" }).missing).toEqual([]);
  });
});

describe("CWDC-ANNEXC-residential-school: at least one key worker for each child", () => {
  const school = (keyWorkers: Exclude<BesideFacts["placement"], string>["keyWorkers"]) => ({
    placement: { kind: "residential-school", hasScheme: true, keyWorkers, nominee: "none" } as const,
  });
  const two = school([
    { id: "a", from: day("2026-11-24"), until: day("2026-12-01") },
    { id: "b", from: day("2026-11-24"), until: day("2026-12-11") },
  ]);
  test.each([
    ["2026-11-23", 2],
    ["2026-11-24", 0],
    ["2026-12-10", 0],
    ["2026-12-11", 2],
  ])("two from 24 November, the last gone on 11 December; on %s: %s alerts", (at, alerts) => {
    expect(beside(two, at)).toHaveLength(alerts);
  });
  test("the head and the named social worker know the same day", () => {
    expect(acts(beside(two, "2026-12-11"))).toEqual([
      "head-teacher: beside.name-school-key-worker",
      "social-worker: beside.no-school-key-worker",
    ]);
    expect(beside(two, "2026-12-11")[0]).toMatchObject({ due: "at-once", onAccountOf: "establishment" });
    expect(beside(school("not-recorded"))[0]?.because).toContain("not recorded who is the child's key worker");
    expect(beside(school([]))[0]?.because).toContain("has no key worker in the residential school");
  });
});

describe("CWDC-ANNEXC-LAC-homes: in a children's home a key worker, or somebody nominated where there are none", () => {
  const home = (of: Partial<Exclude<BesideFacts["placement"], string>> = {}) => ({
    placement: { kind: "childrens-home", hasScheme: false, keyWorkers: [], nominee: "none", ...of } as const,
  });
  test("without key working a nominee is entered before the placement page is complete", () => {
    expect(acts(beside(home()))).toEqual(["establishment: beside.name-home-key-worker"]);
    expect(beside(home())[0]?.because).toContain("name the registered person or a member of its staff");
    expect(beside(home({ nominee: "not-recorded" }))).toHaveLength(1);
    expect(beside(home({ nominee: "registered-person" }))).toEqual([]);
  });
  test("with key working a nominee is not enough", () => {
    for (const hasScheme of [true, "not-recorded"] as const) {
      expect(beside(home({ hasScheme, nominee: "manager" }))[0]?.because).toContain("Name the child's key worker");
      expect(beside(home({ hasScheme, keyWorkers: [{ id: "kw", from: day("2026-11-24") }] }))).toEqual([]);
      expect(beside(home({ hasScheme, keyWorkers: [{ id: "kw", from: day("2026-11-25") }] }))).toHaveLength(1);
      expect(beside(home({ hasScheme, keyWorkers: "not-recorded" }))).toHaveLength(1);
    }
  });
});

describe("CWDC-ANNEXB-keyworker-2: what of the seven is not met becomes an action", () => {
  const review = (...open: readonly (keyof typeof keyWorkerProvisions)[]): Partial<BesideFacts> => ({
    provisions: codesOf(keyWorkerProvisions).map((provision) => ({
      provision,
      isMet: !open.includes(provision),
      action: "none",
    })),
  });
  test("six of seven met, emotional support not: it asks for an action with an owner", () => {
    const owed = beside(review("emotional-support"));
    expect(acts(owed)).toEqual(["key-worker: beside.provision:emotional-support"]);
    expect(owed[0]?.because).toBe(
      "Personal or emotional support is not met, while 6 of 7 are: make it an action with an owner.",
    );
    expect(beside(review())).toEqual([]);
  });
  test("an action answers it; a provision that nobody judged is asked for", () => {
    const of = (isMet: boolean | "not-recorded", action: string) =>
      beside({ provisions: [{ provision: "information", isMet, action }] });
    expect(of(false, "action-1")).toEqual([]);
    expect(of(false, "not-recorded")).toHaveLength(1);
    expect(of("not-recorded", "none")[0]?.because).toContain("record whether it is met");
  });
});

describe("CWDC-ANNEXC-careleaver: reasonable steps that what is offered is used", () => {
  const offered = (
    id: string,
    isUsed: boolean | "not-recorded",
    lastStepOn: "none" | ReturnType<typeof day> = "none",
  ) => ({
    id,
    offeredOn: day("2026-11-02"),
    isUsed,
    lastStepOn,
  });
  test("Jay: three of four used; a step on 25 November for housing advice, and the next on 9 December", () => {
    const services = ["college", "health", "benefits"].map((id) => offered(id, true));
    const owed = beside({ offered: [...services, offered("housing", false, day("2026-11-25"))] }, "2026-11-25");
    expect(owed).toMatchObject([
      { who: "personal-adviser", act: "beside.reasonable-step:housing", due: { day: "2026-12-09" } },
    ]);
    expect(owed[0]?.because).toBe(
      "4 services are offered and 3 are used. The last step was on 25 November 2026: take the next.",
    );
  });
  test("no step yet: due from the day it was offered; use that nobody recorded is found out", () => {
    const owed = beside({ offered: [offered("college", true), offered("housing", false)] });
    expect(owed).toMatchObject([{ due: { day: "2026-11-02" } }]);
    expect(owed[0]?.because).toContain("2 services are offered and 1 is used. Take a reasonable step");
    expect(beside({ offered: [offered("housing", "not-recorded")] })[0]?.because).toContain("find out, and record it");
    expect(beside({ offered: [offered("housing", true)] })).toEqual([]);
  });
});

describe("CWDC-ANNEXB-cpa: a change of circumstances is told to the team, and a review proposed", () => {
  const change = (of: Partial<BesideFacts["changes"][number]> = {}) => ({
    changes: [
      { id: "home", notedOn: day("2026-11-26"), teamToldOn: "none" as const, reviewProposedOn: "none" as const, ...of },
    ],
  });
  test("noted on 26 November: the team gets notice, and a review is proposed", () => {
    expect(beside(change(), "2026-11-25")).toEqual([]);
    expect(acts(beside(change(), "2026-11-26"))).toEqual([
      "care-co-ordinator: beside.tell-team:home",
      "care-co-ordinator: beside.propose-review:home",
    ]);
  });
  test("each is done by itself", () => {
    expect(acts(beside(change({ teamToldOn: day("2026-11-26") }), "2026-11-27"))).toEqual([
      "care-co-ordinator: beside.propose-review:home",
    ]);
    expect(acts(beside(change({ reviewProposedOn: day("2026-11-26") }), "2026-11-27"))).toEqual([
      "care-co-ordinator: beside.tell-team:home",
    ]);
  });
});

describe("CWDC-ANNEXC-youth-custody-1: somebody inside the establishment is allocated for the whole stay", () => {
  const stay = (of: Partial<Exclude<YouthFacts["custody"], string>> = {}) => ({
    custody: { arrivedOn: day("2026-11-20"), leftOn: "none", worker: "none", ...of } as const,
  });
  test.each([
    ["2026-11-19", []],
    ["2026-11-20", ["establishment: youth.allocate-worker-inside"]],
    ["2026-11-21", ["supervising-officer: youth.no-worker-inside", "establishment: youth.allocate-worker-inside"]],
  ])("arrived on 20 November without one, on %s: %j", (at, owed) => {
    expect(acts(youth(stay(), at))).toEqual(owed);
  });
  test("until a name is there, from the day it is; and only for the stay", () => {
    const worker = { id: "case-manager", from: day("2026-11-23") };
    expect(youth(stay({ worker }), "2026-11-22")).toHaveLength(2);
    expect(youth(stay({ worker }), "2026-11-23")).toEqual([]);
    expect(youth(stay({ worker: "not-recorded" }), "2026-11-23")).toHaveLength(2);
    expect(youth(stay({ leftOn: day("2026-12-18") }), "2026-12-17")).toHaveLength(2);
    expect(youth(stay({ leftOn: day("2026-12-18") }), "2026-12-18")).toEqual([]);
    expect(youth(stay())[0]).toMatchObject({ onAccountOf: "establishment" });
  });
});

describe("CWDC-ANNEXC-youth-final-warning: one key worker from start to finish, and who leads is not touched", () => {
  const worker = (
    id: string,
    from: string,
    more: { until?: string; changeReasonGiven?: boolean; readFileOn?: string } = {},
  ) => ({
    person: { id, from: day(from), ...(more.until ? { until: day(more.until) } : {}) },
    changeReasonGiven: more.changeReasonGiven ?? false,
    readFileOn: more.readFileOn ? day(more.readFileOn) : ("none" as const),
  });
  const warning = (...keyWorkers: readonly ReturnType<typeof worker>[]) => ({
    finalWarning: { on: day("2026-11-16"), keyWorkers },
  });
  test("A from 16 November: nothing is asked", () => {
    expect(youth(warning(worker("a", "2026-11-16")))).toEqual([]);
    expect(acts(youth(warning()))).toEqual(["youth-offending-team: youth.name-final-warning-worker"]);
  });
  test("A leaves on 7 December: the change needs its reason, and B reads the file", () => {
    const a = worker("a", "2026-11-16", { until: "2026-12-07" });
    expect(youth(warning(a))).toMatchObject([{ act: "youth.name-next-worker", due: { day: "2026-12-07" } }]);
    expect(youth(warning(a))[0]?.because).toContain("last day is 6 December 2026");
    expect(youth(warning(a))[0]?.because).toContain("Who leads is not touched by it.");
    const b = worker("b", "2026-12-07");
    for (const chain of [warning(a, b), warning(b, a)])
      expect(acts(youth(chain))).toEqual([
        "youth-offending-team: youth.say-why-changed:b",
        "practitioner: youth.read-file:b",
      ]);
    const read = worker("b", "2026-12-07", { changeReasonGiven: true, readFileOn: "2026-12-08" });
    expect(youth(warning(a, read), "2026-12-07").map(({ act }) => act)).toEqual(["youth.read-file:b"]);
    for (const day of ["2026-12-08", "2026-12-09"]) expect(youth(warning(a, read), day)).toEqual([]);
  });
});

describe("CWDC-ANNEXB-yot: attendance is reported to the officer, and a change looks at the plan", () => {
  const held = (id: string, reported: boolean) => ({
    id,
    heldOn: day("2026-11-27"),
    reportedOn: reported ? day("2026-11-27") : ("none" as const),
  });
  const group = ["1", "2", "3"].map((id) => held(id, true));
  test("Kai's group: three of four reported on 27 November, the fourth asked for", () => {
    const owed = youth({ activities: [...group, held("4", false)] }, "2026-11-27");
    expect(acts(owed)).toEqual(["supervising-officer: youth.ask-for-report:4"]);
    expect(owed[0]?.because).toContain(
      "3 of 4 activities are reported. Nobody has reported on the one of 27 November 2026",
    );
    expect(youth({ activities: [...group, held("4", false)] }, "2026-11-26")).toEqual([]);
  });
  test("a home move noted on 28 November: the plan is looked at", () => {
    const change = (planLookedAtOn: "none" | ReturnType<typeof day>) => ({
      changes: [{ id: "home", notedOn: day("2026-11-28"), planLookedAtOn }],
    });
    expect(youth(change("none"), "2026-11-27")).toEqual([]);
    expect(acts(youth(change("none"), "2026-11-28"))).toEqual(["supervising-officer: youth.look-at-plan:home"]);
    expect(youth(change(day("2026-11-27")), "2026-11-28")).toHaveLength(1); // looked at before it
    expect(youth(change(day("2026-11-28")), "2026-11-28")).toEqual([]);
  });
});

describe("CWDC-ANNEXC-youth-issp: intensive supervision has its basis and a supervising officer", () => {
  const intensive = (basis: Exclude<YouthFacts["intensive"], string>["basis"]) => ({
    intensive: { from: day("2026-11-24"), basis },
  });
  test("as part of community supervision from 24 November, with an officer", () => {
    expect(youth(intensive("community-supervision"))).toEqual([]);
    expect(youth(intensive("none"), "2026-11-23")).toEqual([]);
    expect(acts(youth(intensive("none")))).toEqual(["youth-offending-team: youth.record-basis"]);
    expect(acts(youth(intensive("not-recorded")))).toEqual(["youth-offending-team: youth.record-basis"]);
  });
  test("the officer is mandatory, from the same day", () => {
    for (const supervisingOfficer of ["none", "not-recorded"] as const)
      expect(youth({ ...intensive("bail"), supervisingOfficer })).toMatchObject([
        { act: "youth.name-supervising-officer", due: { day: "2026-11-24" } },
      ]);
  });
});

describe("CWDC-ANNEXC-mental-2: a co-ordinator stays named across a discharge, or a move to adult services", () => {
  const discharge = (
    coordinator: DischargeFacts["coordinator"],
    kind: DischargeFacts["kind"] = "in-patient-discharge",
  ) =>
    book.gate(
      "lead-professional.discharge",
      { child: { id: "lee" }, kind, on: day("2026-12-03"), coordinator },
      on("2026-12-03"),
    );
  test("in-patient until 3 December: the record needs the co-ordinator's name", () => {
    const refused = discharge("none");
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toBe(
      "The discharge of 3 December 2026 names nobody: name the lead or care co-ordinator who stays across it.",
    );
    expect(discharge("none", "child-to-adult").findings[0]?.because).toContain("The move to services for adults of");
    expect(discharge({ id: "co", from: day("2026-11-01") }).answer).toBe("permits");
    expect(discharge("not-recorded")).toMatchObject({ answer: "unknown", missing: ["who co-ordinates"] });
  });
  test.each([
    [{ from: "2026-12-03" }, "permits"],
    [{ from: "2026-12-04" }, "prevents"],
    [{ from: "2026-11-01", until: "2026-12-03" }, "prevents"],
    [{ from: "2026-11-01", until: "2026-12-04" }, "permits"],
  ] as const)("named for %j: %s", (stretch, answer) => {
    const { from, until } = { until: undefined, ...stretch };
    const coordinator = { id: "co", from: day(from), ...(until === undefined ? {} : { until: day(until) }) };
    expect(discharge(coordinator).answer).toBe(answer);
  });
});

describe("CWDC-ANNEXC-SEN: the annual review of Year 9 makes a transition plan that the adviser co-ordinates", () => {
  const review = (of: Partial<AnnualReviewFacts> = {}) =>
    book.duty(
      "transition.annual-review",
      {
        child: { id: "omar" },
        yearGroup: 9,
        reviewOn: day("2027-02-09"),
        adviserInvitedOn: "none",
        transitionPlanOn: "none",
        planCoordinator: "none",
        ...of,
      },
      on("2027-01-11"),
    ).owed;
  test("review on 9 February 2027: the adviser is asked to it, and it makes the plan", () => {
    expect(review()).toMatchObject([
      { who: "senco", act: "transition.invite-adviser", due: { day: "2027-02-09" } },
      { who: "senco", act: "transition.make-plan", due: { day: "2027-02-09" } },
    ]);
  });
  test("the plan is there: the adviser co-ordinates its delivery", () => {
    const invited = { adviserInvitedOn: day("2027-01-11"), transitionPlanOn: day("2027-01-11") };
    expect(acts(review({ ...invited, planCoordinator: "senco" }))).toEqual(["senco: transition.adviser-co-ordinates"]);
    expect(review({ ...invited, planCoordinator: "personal-adviser" })).toEqual([]);
  });
  test.each([
    [8, 0],
    [9, 2],
    [10, 0],
  ])("in Year %s: %s owed", (yearGroup, owed) => {
    expect(review({ yearGroup })).toHaveLength(owed);
  });
  test("a year group that nobody recorded is asked for", () => {
    expect(acts(review({ yearGroup: "not-recorded" }))).toEqual(["senco: transition.record-year"]);
  });
});
