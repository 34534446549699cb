import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { AgreeingFacts, CoreGroupFacts } from "../../plan/agreeing-model.ts";
import type { FormatFacts, ItemFacts } from "../../plan/contents-model.ts";
import type { CopiesFacts, PlanDutiesFacts } from "../../plan/duties-model.ts";
import type { ActionOwnerFacts, AmendFacts, MessageFacts, SingleAgencyFacts } from "../../plan/people-model.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import {
  type aCopyFor,
  actionDutiesFacts,
  actionOwnerFacts,
  agreeingFacts,
  type agrees,
  amendFacts,
  anAction,
  clearFacts,
  copiesFacts,
  formatFacts,
  isClear,
  overlapFacts,
  planContentsFacts,
  planDutiesFacts,
  planItemFacts,
  singleAgencyFacts,
  someHelp,
} from "../../testing/plan.ts";
import { planHeadings } from "../../vocabulary/plan-headings.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const day = localDate;
const on = (date: string) => noonOn(day(date));
const calendar = workingCalendar("scotland");
const said = ({ findings }: { readonly findings: readonly { readonly because: string }[] }) =>
  findings.map(({ because }) => because).join(" ");
const owed = (of: Partial<PlanDutiesFacts>, date: string) =>
  book.duty("plan.duties", planDutiesFacts({ calendar, ...of }), on(date)).owed;
const acts = (of: Partial<PlanDutiesFacts>, date: string) => owed(of, date).map(({ act }) => act);
const ofAction = (of: Parameters<typeof actionDutiesFacts>[0], date: string) =>
  book.duty("plan.action-duties", actionDutiesFacts({ calendar, ...of }), on(date)).owed;

describe("HIG-1: a recorded need without owner, decision or day is the manager's the next working day", () => {
  const settle = {
    id: "settle",
    recordedOn: day("2026-02-02"),
    owner: "none",
    isDecided: false,
    helpOn: "none",
  } as const;
  const list = (of: Partial<PlanDutiesFacts["needs"][number]>, date: string) =>
    owed({ needs: [{ ...settle, ...of }] }, date);
  test("'hard to settle' of 2 February is on the head teacher's list on 3 February", () => {
    expect(list({}, "2026-02-02")).toEqual([]);
    expect(list({}, "2026-02-03")).toMatchObject([
      {
        rule: "highland.plan-needs",
        clause: { source: "Highland", at: "H0, sentence 1" },
        who: "line-manager",
        act: "plan.take-up-need:settle",
        due: "at-once",
        because:
          "A need was recorded on 2 February 2026 and still lacks an owner, a decision and a day for help. See to it that somebody takes it up.",
      },
    ]);
  });
  test("recorded on a Friday it waits for the Monday; what is recorded of it is not asked again", () => {
    expect(list({ recordedOn: day("2026-02-06") }, "2026-02-08")).toEqual([]);
    expect(list({ recordedOn: day("2026-02-06") }, "2026-02-09")).toHaveLength(1);
    const all = { owner: "shaw", isDecided: true, helpOn: day("2026-02-20") };
    expect(list(all, "2026-02-03")).toEqual([]);
    expect(list({ ...all, owner: "none", isDecided: false }, "2026-02-03")[0]?.because).toContain(
      "still lacks an owner and a decision.",
    );
    expect(list({ ...all, owner: "not-recorded" }, "2026-02-03")[0]?.because).toContain("still lacks an owner. See");
    expect(list({ ...all, isDecided: "not-recorded" }, "2026-02-03")[0]?.because).toContain("still lacks a decision.");
    expect(list({ ...all, helpOn: "not-recorded" }, "2026-02-03")[0]?.because).toContain("still lacks a day for help.");
  });
});

describe("HIG-35: the named person leads a plan of one agency", () => {
  const isla = (of: Partial<SingleAgencyFacts> = {}) =>
    book.gate("plan.single-agency", singleAgencyFacts(of), on("2026-11-20"));
  const teacher = { id: "class-teacher", agency: "education" } as const;
  test("Isla's plan of 20 November has three actions, all of education", () => {
    expect(isla().answer).toBe("permits");
    expect(said(isla())).toBe(
      "The named person leads the plan, from preparing it on. Every action is one of Education.",
    );
    expect(isla({ namedPerson: "class-teacher", leader: teacher }).answer).toBe("permits");
  });
  test("another leader of the school takes a reason; one of another agency is refused", () => {
    const other = isla({ leader: teacher });
    expect(other.answer).toBe("permits-if");
    expect(other.needs).toMatchObject([{ what: "reason", code: "leads-for-named-person" }]);
    expect(isla({ leader: teacher, reasonGiven: true }).answer).toBe("permits");
    expect(isla({ leader: { id: "nurse", agency: "health" }, reasonGiven: true }).answer).toBe("prevents");
    expect(said(isla({ leader: "none" }))).toContain("Nobody leads the plan: the named person does");
  });
  test("an action of another agency makes it a plan of several", () => {
    const mixed = isla({ actionAgencies: ["education", "health"] });
    expect(mixed.answer).toBe("prevents");
    expect(said(mixed)).toContain("Health owns an action too: this is now a plan of several agencies");
  });
  test.each([
    [{ leader: "not-recorded" }, "who leads the single-agency plan"],
    [{ namedPerson: "not-recorded" }, "who the named person is"],
    [{ actionAgencies: "not-recorded" }, "which agencies own the plan's actions"],
  ] as const)("%j is unknown", (of, missing) => {
    expect(isla(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
});

const form = (of: Partial<FormatFacts> = {}, date = "2026-11-20") =>
  book.gate("plan.format", formatFacts(of), on(date));
const all = codesOf(planHeadings).filter((heading) => heading !== "reasons-for-compulsion");

describe("HIG-46: one form, short or long", () => {
  test("Eilidh's plan uses 5 headings and her cousin's all 14, in one order", () => {
    expect(all).toHaveLength(14);
    expect(form().answer).toBe("permits");
    expect(said(form())).toContain("The plan has 5 headings, in the order of every plan.");
    expect(form({ headings: all }).answer).toBe("permits");
  });
  test("another order, a heading twice, or none is refused", () => {
    const turned = form({ headings: ["outcomes", "needs"] });
    expect(turned.answer).toBe("prevents");
    expect(said(turned)).toContain('"Needs and risks" is not in its place.');
    expect(form({ headings: ["needs", "needs"] }).answer).toBe("prevents");
    expect(form({ headings: [] }).answer).toBe("prevents");
  });
});

const hearing = (reasonsWrittenOn: "none" | "not-recorded" | ReturnType<typeof day>) => ({
  on: day("2026-12-01"),
  reasonsWrittenOn,
});

test("HIG-187: a change of status never changes the form, but for one part", () => {
  const before = form({ headings: all }, "2026-10-06");
  const after = form(
    { headings: [...all, "reasons-for-compulsion"], hearing: hearing(day("2026-11-20")) },
    "2026-12-02",
  );
  expect([before.answer, after.answer]).toEqual(["permits", "permits"]);
  expect(form({ headings: ["reasons-for-compulsion", ...all], hearing: hearing(day("2026-11-20")) }).answer).toBe(
    "prevents",
  );
});

describe("HIG-188: the reasons for compulsion, only where a hearing asks for a plan", () => {
  const withPart = { headings: [...all, "reasons-for-compulsion"] } as const;
  test("Rory's hearing of 1 December: written on 20 November; Eilidh's plan has no such part", () => {
    const rory = form({ ...withPart, hearing: hearing(day("2026-11-20")) });
    expect(rory.answer).toBe("permits");
    expect(said(rory)).toContain("The reasons for compulsion were written on 20 November 2026.");
    expect(form().answer).toBe("permits");
    expect(form(withPart).answer).toBe("prevents");
    expect(form({ hearing: hearing("none") }).answer).toBe("prevents");
    expect(said(form({ hearing: hearing("none") }))).toContain(
      "add the part on reasons for compulsion. Nothing else changes.",
    );
  });
  test.each([
    ["2026-11-30", "permits-if"],
    ["2026-12-01", "permits-if"],
    ["2026-12-02", "prevents"],
  ])("not yet written, on %s: %s", (date, answer) => {
    expect(form({ ...withPart, hearing: hearing("none") }, date).answer).toBe(answer);
  });
  test("they are due by the day of the hearing, and not knowing is unknown", () => {
    expect(form({ ...withPart, hearing: hearing("none") }).needs).toMatchObject([{ by: { day: "2026-12-01" } }]);
    expect(form({ ...withPart, hearing: hearing("not-recorded") }).missing).toEqual([
      "when the reasons for compulsion were written",
    ]);
    expect(form({ hearing: "not-recorded" }).missing).toEqual([
      "whether compulsory measures ask for a plan for a hearing",
    ]);
  });
});

test("HIG-47: help has an owner and a day", () => {
  const help = (of: Parameters<typeof anAction>[0]) => {
    const { id, owners, dueOn, state } = anAction(of);
    return book.gate("plan.action", { plan: { id: "p" }, action: { id, owners, dueOn, state } }, on("2026-03-10"));
  };
  expect(help({ owners: [], dueOn: "none" })).toMatchObject({ answer: "prevents" });
  expect(help({ owners: [], dueOn: "none" }).findings.map(({ effect }) => effect)).toEqual(["prevents", "prevents"]);
  expect(help({ owners: [], dueOn: day("2026-05-29") }).answer).toBe("prevents");
  expect(help({ dueOn: "none" }).answer).toBe("prevents");
  expect(help({ dueOn: day("2026-05-29"), state: "not-recorded" }).answer).toBe("permits");
});

describe("HIG-48: an entry of a record is picked by itself, and confirmed as accurate and relevant", () => {
  const entry = (of: Partial<ItemFacts> = {}) => book.gate("plan.item", planItemFacts(of), on("2026-03-06"));
  test("of 11 entries Mrs Shaw picks 4: those 4 go in, with their day", () => {
    const entries = Array.from({ length: 11 }, (_, at) => entry({ isPicked: at < 4 }).answer);
    expect(entries.filter((answer) => answer === "permits")).toHaveLength(4);
    expect(entries.filter((answer) => answer === "prevents")).toHaveLength(7);
    expect(said(entry())).toBe("The entry of 20 January 2026 was confirmed as accurate and relevant on 6 March 2026.");
  });
  const confirmed = { by: "shaw", on: day("2026-03-06"), isAccurate: true, isRelevant: true };
  test.each([
    [{ confirmed: { ...confirmed, by: "teacher" } }],
    [{ confirmed: { ...confirmed, isAccurate: false } }],
    [{ confirmed: { ...confirmed, isRelevant: false } }],
  ] as const)("%j stays out", (of) => {
    expect(entry(of).answer).toBe("prevents");
  });
  test("without a word of the named person's it waits", () => {
    expect(entry({ confirmed: "none" }).answer).toBe("prevents");
    expect(said(entry({ confirmed: "none" }))).toContain("has not yet confirmed");
  });
  test.each([
    [{ confirmed: "not-recorded" }, "whether the named person confirmed the entry"],
    [{ confirmed: { ...confirmed, isAccurate: "not-recorded" } }, "whether the entry is accurate and relevant"],
    [{ confirmed: { ...confirmed, isRelevant: "not-recorded" } }, "whether the entry is accurate and relevant"],
    [{ namedPerson: "not-recorded" }, "who the named person is"],
    [{ item: { id: "1", sourceOn: "none" } }, "the day of the entry"],
    [{ item: { id: "1", sourceOn: "not-recorded" } }, "the day of the entry"],
  ] as const)("%j is unknown", (of, missing) => {
    expect(entry(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
});

describe("HIG-50: an agreed plan goes to the child, the family and every relevant agency", () => {
  const copies = (of: Partial<CopiesFacts> = {}, date = "2026-03-12") =>
    book.duty("plan.copies", copiesFacts(of), on(date)).owed;
  const { recipients } = copiesFacts();
  const replaced = (id: string, of: Parameters<typeof aCopyFor>[2]) =>
    recipients.map((one) => (one.id === id ? { ...one, ...of } : one));
  test("version 1 of 10 March was sent to four on the 11th: 4 of 4, nothing is owed", () => {
    expect(recipients).toHaveLength(4);
    expect(copies()).toEqual([]);
    expect(copies({}, "2026-03-10")).toHaveLength(4);
    expect(copies({}, "2026-03-09")).toEqual([]);
    expect(copies({}, "2026-03-11")).toEqual([]);
  });
  test("whoever has none is owed one within 5 working days, or a reason", () => {
    expect(copies({ recipients: replaced("eilidh", { sentOn: "none" }) })).toMatchObject([
      {
        act: "plan.send-copy:eilidh",
        whoId: "shaw",
        due: { day: "2026-03-17" },
        about: "child:child-1",
        because: "The plan was agreed on 10 March 2026: send a copy to the child, or write down why not.",
      },
    ]);
    expect(copies({ recipients: replaced("orr", { sentOn: "not-recorded" }) })[0]).toMatchObject({
      act: "plan.send-copy:orr",
      about: "practitioner:orr",
    });
    expect(copies({ recipients: replaced("mother", { sentOn: "none", leftOutReasonGiven: true }) })).toEqual([]);
  });
  test("nobody is forgotten: child, family, an agency", () => {
    const only = (id: string) => recipients.filter((one) => one.id === id);
    expect(copies({ recipients: only("orr") }).map(({ act, about }) => [act, about])).toEqual([
      ["plan.send-copy-to-child", "child:child-1"],
      ["plan.send-copy-to-family", "family:child-1"],
      ["plan.send-copy-to-agency:social-work", "agency:social-work"],
    ]);
    expect(copies({ agencies: "not-recorded" }).map(({ act }) => act)).toEqual(["plan.name-agencies-for-copies"]);
    expect(copies({ plan: { id: "p", version: "1", agreedOn: "none" }, recipients: [] })).toEqual([]);
  });
});

describe("HIG-51: help starts straight away, or it is said why not", () => {
  const respite = { action: { id: "respite", state: "planned", startedOn: "none" } } as const;
  const therapy = { action: { id: "therapy", startedOn: day("2026-03-16") } };
  test.each([
    ["2026-03-24", []],
    ["2026-03-25", ["plan.say-why-not-started:respite"]],
  ])("agreed on 10 March, on %s: %j", (date, asked) => {
    expect(ofAction(respite, date).map(({ act }) => act)).toEqual(asked);
    expect(ofAction(therapy, date)).toEqual([]);
  });
  test("by 24 March, as the reason says; with a reason, or once done, nothing more is asked", () => {
    expect(ofAction(respite, "2026-03-25")[0]?.because).toContain("was to have begun by 24 March 2026");
    expect(ofAction({ action: { ...respite.action, noStartReasonGiven: true } }, "2026-03-25")).toEqual([]);
    expect(ofAction({ action: { ...respite.action, state: "ended" } }, "2026-03-25")).toEqual([]);
    expect(ofAction({ action: { ...respite.action, startedOn: day("2026-03-26") } }, "2026-03-25")).toHaveLength(1);
    expect(ofAction({ action: { ...respite.action, startedOn: day("2026-03-25") } }, "2026-03-25")).toEqual([]);
    expect(ofAction(respite, "2026-03-25")[0]?.due).toBe("at-once");
    expect(ofAction({ ...respite, plan: { id: "p", agreedOn: "none" } }, "2026-03-25")).toEqual([]);
  });
});

test("HIG-94: help that is not in the plan is added, stopped or found unrelated", () => {
  const mentoring = (settled: PlanDutiesFacts["helpOutside"][number]["settled"]) => ({
    helpOutside: [{ id: "mentoring", noticedOn: day("2026-04-01"), settled }],
  });
  expect(owed(mentoring("none"), "2026-04-01")).toMatchObject([
    { rule: "highland.plan-help-outside", act: "plan.settle-help:mentoring" },
  ]);
  for (const as of ["added", "stopped", "unrelated"] as const)
    expect([
      acts(mentoring({ as, on: day("2026-04-03") }), "2026-04-02").length,
      acts(mentoring({ as, on: day("2026-04-03") }), "2026-04-03").length,
    ]).toEqual([1, 0]);
});

test("HIG-95: the same help from two agencies stays flagged until one ends or both are kept with a reason", () => {
  const courses = [someHelp("school"), someHelp("health", { agency: "health" })];
  const flagged = (of: Parameters<typeof overlapFacts>[0], date = "2026-05-11") =>
    book.duty("plan.overlap", overlapFacts({ help: courses, ...of }), on(date)).owed;
  expect(flagged({})).toMatchObject([
    { rule: "highland.plan-help-doubled", act: "plan.settle-overlap:school+health", about: "child:child-1" },
  ]);
  const ends = [someHelp("school", { until: day("2026-05-12") }), someHelp("health", { agency: "health" })];
  expect([flagged({ help: ends }).length, flagged({ help: ends }, "2026-05-12").length]).toEqual([1, 0]);
  const kept = (reasonGiven: boolean, date = "2026-05-12") =>
    flagged({ settled: [{ ids: ["school", "health"], as: "kept", on: day("2026-05-12"), reasonGiven }] }, date);
  expect([kept(true).length, kept(false).length, kept(true, "2026-05-11").length]).toEqual([0, 1, 1]);
});

test("HIG-98: a missed visit is a task of the lead's until help is arranged; the next one's take-up is recorded", () => {
  const clinic = { id: "clinic", on: day("2026-03-18"), was: "missed" } as const;
  const next = { id: "next", on: day("2026-04-01"), was: "not-recorded" } as const;
  const tasks = (date: string) =>
    ofAction({ offers: [clinic, next], helpToUseOn: day("2026-03-25") }, date).map(({ rule, act }) => [rule, act]);
  expect(tasks("2026-03-17")).toEqual([]);
  expect(tasks("2026-03-24")).toEqual([["highland.plan-missed-offers", "plan.help-to-use:1"]]);
  expect(tasks("2026-03-25")).toEqual([]);
  expect(ofAction({ offers: [next] }, "2026-04-01")[0]?.due).toBe("at-once");
  expect(tasks("2026-04-01")).toEqual([["highland.plan-missed-offers", "plan.record-take-up:next"]]);
});

test("HIG-100: a request runs asked, booked, held, result, shared, each with its day", () => {
  const hearing = { id: "hearing", askedOn: day("2026-03-20"), advisedBy: "orr" } as const;
  const step = (of: object, date: string) =>
    owed({ requests: [{ ...hearing, bookedFor: "none", resultOn: "none", sharedOn: "none", ...of }] }, date)[0];
  const booked = { bookedFor: day("2026-04-14") };
  expect(step({}, "2026-03-20")).toMatchObject({
    rule: "highland.plan-requests",
    act: "plan.request-arrange:hearing",
    due: "at-once",
    because: "Other help was asked for on 20 March 2026. Record what was arranged, and for which day.",
  });
  expect(step(booked, "2026-04-13")).toBeUndefined();
  expect(step(booked, "2026-04-14")?.act).toBe("plan.request-result:hearing");
  const held = { ...booked, resultOn: day("2026-04-14") };
  expect(step(held, "2026-04-14")?.because).toContain("The result is there: share it with those who need it");
  expect(step({ ...held, sharedOn: day("2026-04-15") }, "2026-04-15")).toBeUndefined();
});

const amend = (of: Partial<AmendFacts>, date = "2026-06-01") => book.gate("plan.amend", amendFacts(of), on(date));
const keir = { id: "keir", as: "lead-professional" } as const;

test("HIG-102: version 2 lists what changed, why, and who agreed; version 1 is unchanged", () => {
  const version2 = amend({ by: keir, change: "amend" });
  expect(version2.answer).toBe("permits");
  expect(version2.findings.map(({ rule }) => rule)).toContain("highland.plan-version");
  expect(amend({ by: keir, change: "amend", reasonGiven: false }).answer).toBe("prevents");
  expect(amend({ by: keir, change: "amend", agreed: [] }).answer).toBe("prevents");
  expect(amend({ by: keir, change: "change-earlier-version" }).answer).toBe("prevents");
});

const agree = (of: Partial<AgreeingFacts> = {}, date = "2026-03-10") =>
  book.gate("plan.agreeing", agreeingFacts(of), on(date));

describe("HIG-107: agreed needs the names and the days of those who agree", () => {
  test("mother, Eilidh, Ms Orr and Dan Reid with their days: accepted", () => {
    expect(agree().answer).toBe("permits");
    expect(said(agree())).toContain("the plan is agreed on 10 March 2026.");
    expect(agree().findings.map(({ rule }) => rule)).toContain("highland.plan-agreed");
  });
  test("with Ms Orr undated it stays a draft", () => {
    const parties = agreeingFacts().parties as readonly ReturnType<typeof agrees>[];
    const undated = parties.map((party) =>
      party.id === "orr" ? { ...party, word: { says: "agrees", on: "none", reasonGiven: false } as const } : party,
    );
    expect(agree({ parties: undated })).toMatchObject({ answer: "prevents" });
    expect(said(agree({ parties: undated }))).toContain(
      "Give the day on which a practitioner said so: without one the plan stays a draft.",
    );
  });
});

describe("HIG-107: it is the lead professional who sets it to agreed", () => {
  const recordsIt = (of: Partial<AgreeingFacts>) => agree(of).findings.filter(({ rule }) => rule.endsWith("records"));
  test("Mrs Shaw, who leads, records it", () => {
    expect(recordsIt({})).toMatchObject([
      {
        effect: "permits",
        clause: { source: "Highland", at: "H8, paragraph after list" },
        because: "The lead professional records who agreed.",
      },
    ]);
  });
  test("Dan Reid may not, though everybody has agreed; nor may anybody while nobody leads", () => {
    expect(agree({ by: "reid" }).answer).toBe("prevents");
    expect(said(agree({ by: "reid" }))).toContain("It is the lead professional who records that the plan is agreed.");
    expect(agree({ lead: "none" }).answer).toBe("prevents");
    expect(said(agree({ lead: "none" }))).toContain("Nobody leads the plan: agree on a lead professional");
  });
  test("who leads is asked for where nobody recorded it; a plan of one agency needs no lead for it", () => {
    expect(agree({ lead: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["who leads the plan"] });
    expect(recordsIt({ plan: { id: "p", reach: "single-agency" }, lead: "none" })).toEqual([]);
  });
});

describe("HIG-138: every plan of several agencies has a core group, with or without an issue of safety", () => {
  test("agreed with an empty core group: refused", () => {
    expect(agree({ coreGroup: [] })).toMatchObject({ answer: "prevents" });
    expect(said(agree({ coreGroup: [] }))).toContain("The core group is empty.");
    expect(agree({ coreGroup: "not-recorded" }).missing).toEqual(["who is in the core group"]);
  });
  test("with the teacher, Ms Orr and Dan Reid: accepted; those who left do not count", () => {
    expect(said(agree())).toContain("The core group has 3 members.");
    const left = {
      id: "orr",
      agency: "health",
      role: "nurse",
      from: day("2026-01-01"),
      until: day("2026-03-10"),
    } as const;
    expect(agree({ coreGroup: [left] }).answer).toBe("prevents");
    expect(agree({ plan: { id: "p", reach: "single-agency" }, coreGroup: [], lead: "none" }).answer).toBe("permits");
  });
});

describe("HIG-139: a core group is of two agencies at least, each member with a role and days", () => {
  const teachers = ["shaw", "bell"].map((id) => ({
    id,
    agency: "education",
    role: "teacher",
    from: day("2026-03-02"),
  })) as Exclude<CoreGroupFacts["members"], string>;
  const orr = { id: "orr", agency: "health", role: "therapist", from: day("2026-03-10") } as const;
  const group = (members: CoreGroupFacts["members"], date: string) =>
    book.gate("plan.core-group", { plan: { id: "p" }, members }, on(date));
  test("two teachers: one agency only; with Ms Orr from 10 March it is accepted", () => {
    expect(group(teachers, "2026-03-10").answer).toBe("prevents");
    expect(said(group(teachers, "2026-03-10"))).toContain("people of one agency only");
    expect(group([...teachers, orr], "2026-03-09").answer).toBe("prevents");
    expect(group([...teachers, orr], "2026-03-10").answer).toBe("permits");
    expect(said(group([...teachers, orr], "2026-03-10"))).toBe(
      "The core group has 3 members of 2 agencies, co-ordinated by the lead professional.",
    );
  });
  test("nobody, not recorded, or without a role", () => {
    expect(group([], "2026-03-10").answer).toBe("prevents");
    expect(said(group([], "2026-03-10"))).toBe("Nobody is in the core group today.");
    expect(group([orr], "2026-03-10").answer).toBe("prevents");
    expect(said(group([orr], "2026-03-10"))).toContain("people of one agency only");
    expect(group("not-recorded", "2026-03-10").missing).toEqual(["who is in the core group"]);
    expect(group([...teachers, { ...orr, role: "none" }], "2026-03-10").missing).toEqual(["the role of each member"]);
  });
});

describe("HIG-137: a child whose safety is an issue has a core group that very day", () => {
  const registered = { id: "rory", statuses: [aStatus("child-protection-register", "2026-10-05")] };
  const alerts = (of: Partial<PlanDutiesFacts>, date: string) =>
    owed({ child: registered, lead: "keir", coreGroup: "not-recorded", ...of }, date).map(
      ({ whoId, act }) => `${whoId} ${act}`,
    );
  const member = (id: string, agency: "health" | "education" | "social-work") => ({
    id,
    agency,
    role: "member",
    from: day("2026-10-06"),
  });
  const four = [member("a", "health"), member("b", "health"), member("c", "education"), member("d", "social-work")];
  test.each([
    ["2026-10-04", []],
    ["2026-10-05", ["keir plan.form-core-group"]],
    ["2026-10-06", ["manager plan.core-group-missing", "keir plan.form-core-group"]],
  ])("registered on 5 October, on %s: %j", (date, tasks) => {
    expect(alerts({}, date)).toEqual(tasks);
    expect(alerts({ coreGroup: [] }, date)).toEqual(tasks);
  });
  test("not knowing whether safety is an issue is found out, and is no reason to go without", () => {
    const ask = "keir plan.say-whether-safety-is-an-issue";
    const without = { id: "rory", statuses: [] };
    expect(alerts({ child: { id: "rory", statuses: "not-recorded" } }, "2026-10-05")).toEqual([ask]);
    expect(alerts({ child: without, safetySince: "not-recorded" }, "2026-10-05")).toEqual([ask]);
    expect(alerts({ child: without, safetySince: "not-recorded", coreGroup: four }, "2026-10-06")).toEqual([]);
    expect(alerts({ child: without }, "2026-10-05")).toEqual([]);
    expect(owed({ child: without, safetySince: "not-recorded" }, "2026-10-05")[0]).toMatchObject({
      due: "unknown",
      because: expect.stringMatching(/a core group is formed that day\.$/),
    });
  });
  test("four people of three agencies on 6 October clear it; people of one agency do not", () => {
    expect(alerts({ coreGroup: four }, "2026-10-05")).toHaveLength(1);
    expect(alerts({ coreGroup: four }, "2026-10-06")).toEqual([]);
    expect(alerts({ coreGroup: four.slice(0, 2) }, "2026-10-06")).toHaveLength(2);
    expect(alerts({ coreGroup: four.slice(1, 3) }, "2026-10-06")).toEqual([]);
  });
  test("it is due that day, and says of what; without a status people's own word counts", () => {
    expect(owed({ child: registered, coreGroup: [] }, "2026-10-05")[0]).toMatchObject({
      due: { day: "2026-10-05" },
      because:
        "Child protection register since 5 October 2026, and there is no core group: form one, of people of different agencies.",
    });
    const said = { child: { id: "rory", statuses: "not-recorded" }, safetySince: day("2026-10-05") } as const;
    expect(alerts(said, "2026-10-04")).toEqual(["keir plan.say-whether-safety-is-an-issue"]);
    expect(alerts(said, "2026-10-05")).toEqual(["keir plan.form-core-group"]);
    expect(alerts(said, "2026-10-06")).toHaveLength(2);
    expect(alerts({ child: { id: "rory", statuses: [] } }, "2026-10-06")).toEqual([]);
    expect(
      owed({ coreGroup: four.slice(0, 2), safetySince: day("2026-10-01") }, "2026-10-06").map(
        ({ because }) => because,
      )[1],
    ).toContain("Safety has been an issue since 1 October 2026, and the core group has 2 members of one agency only");
  });
});

const whose = (of: Partial<ActionOwnerFacts>, date = "2026-10-07") =>
  book.designation("plan.action-owner", actionOwnerFacts(of), on(date));

describe("HIG-134: a task that is queried has no owner in force until it is settled", () => {
  const queries = { says: "queries", on: day("2026-10-06"), settledOn: day("2026-10-08") } as const;
  test("of five tasks given on 6 October four are accepted and one is queried until the 8th", () => {
    const five = (date: string) =>
      ["a", "b", "c", "d", "e"].map(
        (id) => whose({ owner: { id, as: "practitioner" }, ...(id === "e" ? { word: queries } : {}) }, date).answer,
      );
    expect(five("2026-10-07")).toEqual(["filled", "filled", "filled", "filled", "open"]);
    expect(five("2026-10-08")).toEqual(["filled", "filled", "filled", "filled", "filled"]);
    expect(whose({ word: queries }).missing).toEqual(["who owns the action while it is queried"]);
    expect(said(whose({ word: queries }, "2026-10-08"))).toContain("on 8 October 2026 owns it");
    const accepted = { says: "accepts", on: day("2026-10-06"), settledOn: day("2026-10-08") } as const;
    expect(said(whose({ word: accepted }))).toContain("on 6 October 2026 owns it");
    expect(whose({ word: { ...queries, settledOn: "none" } }, "2026-12-01").answer).toBe("open");
  });
  test("the lead settles it", () => {
    const asked = (date: string) =>
      ofAction({ action: { queriedOn: day("2026-10-06"), querySettledOn: day("2026-10-08") } }, date);
    expect(asked("2026-10-05")).toEqual([]);
    expect(asked("2026-10-06")).toMatchObject([
      { act: "plan.settle-query:1", who: "lead-professional", due: "at-once" },
    ]);
    expect(asked("2026-10-07")).toHaveLength(1);
    expect(asked("2026-10-08")).toEqual([]);
    expect(
      ofAction({ action: { queriedOn: day("2026-10-06"), querySettledOn: day("2026-10-06") } }, "2026-10-06"),
    ).toEqual([]);
    const before = { queriedOn: day("2026-10-06"), querySettledOn: day("2026-10-05") };
    expect(ofAction({ action: before }, "2026-10-08")).toHaveLength(1);
  });
});

describe("HIG-133: the named person owns tasks of the plan like anybody else", () => {
  test("the weekly weight check is Nan Sim's, in the plan and on her own list", () => {
    const decision = whose({ owner: { id: "sim", as: "named-person" } });
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "sim" }] });
    expect(decision.findings.find(({ rule }) => rule === "highland.plan-named-person-owns")).toMatchObject({
      tier: "must",
    });
    expect(said(decision)).toContain("on the named person's own list, marked as a task of the plan.");
  });
  test("while she queries it, it is nobody's; another's task is not marked so", () => {
    const word = { says: "queries", on: day("2026-10-06"), settledOn: "none" } as const;
    expect(whose({ owner: { id: "sim", as: "named-person" }, word }).answer).toBe("open");
    expect(whose({}).findings.map(({ rule }) => rule)).toEqual(["highland.plan-action-accepted"]);
  });
});

describe("HIG-111: a change of lead moves nobody's action or assessment", () => {
  test("on 18 January the physiotherapist still owns hers", () => {
    const decision = whose({ newLeadOn: day("2027-01-18") }, "2027-01-18");
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "physio" }] });
    expect(decision.findings.map(({ rule }) => rule)).toContain("highland.plan-action-stays");
    expect(whose({ newLeadOn: day("2027-01-18") }, "2027-01-17").findings).toHaveLength(1);
  });
  test("no task moves without its owner's acceptance, and none because of the new lead", () => {
    const moved = (of: Partial<AmendFacts>) => amend({ by: keir, change: "move-action", ...of }, "2027-01-18").answer;
    expect(moved({})).toBe("prevents");
    expect(moved({ nextOwnerAcceptedOn: day("2027-01-18") })).toBe("permits");
    expect(moved({ nextOwnerAcceptedOn: day("2027-01-18"), becauseOfNewLead: true })).toBe("prevents");
  });
});

test("HIG-128: the list of who does what is not yet clear until the lead answers", () => {
  const asks = { says: "asks", on: day("2026-10-12") } as const;
  const seven = [
    ...["a", "b", "c", "d", "e", "f"].map((id) => isClear(id)),
    isClear("g", { word: asks, answeredOn: day("2026-10-14") }),
  ];
  const clear = (date: string) =>
    book.gate("plan.clear", clearFacts({ issuedOn: day("2026-10-09"), people: seven }), on(date));
  expect(clear("2026-10-13").answer).toBe("prevents");
  expect(said(clear("2026-10-13"))).toContain("Not yet clear: on 12 October 2026");
  expect(clear("2026-10-14").answer).toBe("permits");
  expect(clear("2026-10-14").findings.map(({ rule }) => rule)).toEqual(["highland.plan-clear"]);
});

describe("HIG-141: the plan says who carries out, who follows and who reviews each part", () => {
  const weight = (of: Parameters<typeof anAction>[0]) =>
    book.gate(
      "plan.contents",
      planContentsFacts({
        actions: [
          anAction({ id: "weight", owners: [{ id: "sim", agency: "health" }], ...of }),
          anAction({ id: "2", owners: [{ id: "shaw", agency: "education" }] }),
        ],
      }),
      on("2026-03-10"),
    );
  test("a weight check with somebody to do it and nobody to follow it: refused", () => {
    const blank = weight({ monitor: "none" });
    expect(blank.answer).toBe("prevents");
    expect(said(blank)).toContain("Say who follows action weight.");
    expect(weight({}).answer).toBe("permits");
  });
  test("nobody to do it, or to review it, or not recorded", () => {
    expect(said(weight({ review: "none" }))).toContain("Say who reviews action weight, or which review does.");
    expect(said(weight({ owners: [] }))).toContain("Say who carries out action weight.");
    const none = book.gate("plan.contents", planContentsFacts({ actions: "not-recorded" }), on("2026-03-10"));
    expect(none.findings.find(({ rule }) => rule === "highland.plan-each-part")).toMatchObject({
      missing: "which actions the plan holds",
    });
    expect(weight({ monitor: "not-recorded" }).missing).toEqual(["who follows action weight"]);
    expect(weight({ owners: "not-recorded" }).missing).toContain("who carries out action weight");
  });
});

describe("HIG-140: the core group sees what it writes; the family what is meant for them", () => {
  const sees = (as: MessageFacts["reader"]["as"], meantFor: MessageFacts["meantFor"]) =>
    book.gate("plan.message", { plan: { id: "p" }, reader: { id: "rory", as }, meantFor }, on("2026-10-07")).answer;
  const posts: readonly MessageFacts["meantFor"][] = [[], ["family"], []];
  const seen = (as: MessageFacts["reader"]["as"]) => posts.filter((post) => sees(as, post) === "permits").length;
  test("of three posts one is marked for the family: Rory's mother sees that one, all members see three", () => {
    expect(seen("family")).toBe(1);
    expect(seen("core-group-member")).toBe(3);
    expect(seen("lead-professional")).toBe(3);
    expect(seen("child")).toBe(0);
    expect(seen("other")).toBe(0);
  });
  test("not knowing for whom it is meant shows it to no family", () => {
    expect([sees("family", "not-recorded"), sees("core-group-member", "not-recorded")]).toEqual(["unknown", "permits"]);
  });
});

test("whose fact a message is: the reader's own", () => {
  const read = (as: "child" | "family" | "other") =>
    book.gate("plan.message", { plan: { id: "p" }, reader: { id: "rory", as }, meantFor: [] }, on("2026-10-07"));
  expect(read("child").findings[0]?.about).toBe("child:rory");
  expect(read("family").findings[0]?.about).toBe("family:rory");
  expect(said(read("other"))).toContain("Only the core group and the lead professional see");
});
