import { describe, expect, test } from "vitest";
import { isLate } from "../../kernel/due.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type {
  AreaStartFacts,
  ChainFacts,
  DepartureFacts,
  PublishingFacts,
} from "../../quality/accountability-model.ts";
import { chainOf } from "../../quality/chain.ts";
import type { CellFacts, CheckFacts } from "../../quality/check-model.ts";
import type { ProcedureFacts, SignalsFacts } from "../../quality/procedure-model.ts";
import {
  accountFacts,
  checkFacts,
  departureFacts,
  procedureFacts,
  publishingFacts,
  signalsFacts,
} from "../../testing/quality.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day = "2026-11-23") => noonOn(localDate(day));
const depart = (of: Partial<DepartureFacts>) => book.gate("quality.departure", departureFacts(of), at());
const by = (post: Exclude<DepartureFacts["approval"], string>["post"], id = "approver") =>
  ({ approval: { id, post, on: localDate("2026-11-23") } }) as const;

describe("CWDC-STATUS: an area departs from a rule with reason, approver and start", () => {
  test("switching off family agreement with an empty reason: refused; with a reason and the director: accepted", () => {
    expect(depart({ reasonGiven: false })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", code: "departure" }],
    });
    const accepted = depart({});
    expect(accepted.answer).toBe("permits");
    expect(accepted.findings.map(({ because }) => because)).toEqual([
      "The reason is written down and stands in the list of departures.",
      "It works from 23 November 2026.",
      "Approved by the director on 23 November 2026.",
    ]);
  });
  test("approval comes first: it works from that day, not from the day before", () => {
    expect(depart({ startsOn: localDate("2026-11-22") }).answer).toBe("prevents");
    expect(depart({ startsOn: localDate("2026-11-23") }).answer).toBe("permits");
    expect(depart({ startsOn: "none" }).missing).toEqual(["the day it works from"]);
    expect(depart({ approval: "none" }).answer).toBe("prevents");
    expect(depart({ approval: "not-recorded" }).missing).toEqual(["who approved the departure"]);
  });
  test("a departure for all is a strategic manager's or the director's, one case an operational manager's too (RN-02)", () => {
    expect(depart(by("operational-manager")).answer).toBe("prevents");
    expect(depart(by("strategic-manager")).answer).toBe("permits");
    for (const post of ["operational-manager", "strategic-manager", "director"] as const)
      expect(depart({ ...by(post), scope: "case" }).answer).toBe("permits");
    const other = depart({ ...by("other"), scope: "case" });
    expect(other.findings.find(({ effect }) => effect === "prevents")?.because).toBe(
      "This takes the approval of an operational manager, a strategic manager or the director; somebody else cannot give it.",
    );
    expect(depart({ approval: "none" }).findings.find(({ effect }) => effect === "prevents")?.because).toBe(
      "This takes the approval of a strategic manager or the director.",
    );
  });
  test("exceptional circumstances take the director", () => {
    expect(depart({ takes: "exceptional" }).answer).toBe("permits");
    const refused = depart({ takes: "exceptional", scope: "case", ...by("strategic-manager") });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.find(({ effect }) => effect === "prevents")?.because).toBe(
      "This takes the approval of the director; a strategic manager cannot give it.",
    );
  });
});

describe("CWDC-ANNEXC-youth-departure: a departure from the youth standard", () => {
  const youth = { takes: "youth-standard", scope: "case", askedBy: "officer" } as const;
  test("the officer names herself: refused; the team's manager with a reason: accepted", () => {
    expect(depart({ ...youth, ...by("other", "officer") }).answer).toBe("prevents");
    for (const post of ["yot-manager", "governor", "head-of-establishment"] as const)
      expect(depart({ ...youth, ...by(post) }).answer).toBe("permits");
    expect(depart({ ...youth, ...by("director") }).answer).toBe("prevents");
    expect(depart({ ...youth, ...by("yot-manager"), reasonGiven: false }).answer).toBe("permits-if");
  });
  test("nobody approves their own", () => {
    const own = depart({ ...youth, ...by("yot-manager", "officer") });
    expect(own.answer).toBe("prevents");
    expect(own.findings.find(({ effect }) => effect === "prevents")).toMatchObject({
      because: "Nobody approves a departure they ask for themselves.",
      strength: "national standard",
    });
  });
});

describe("CWDC-5.10a: the chain of each lead, up to the director", () => {
  const chain = (of: Partial<ChainFacts>) => book.gate("quality.chain", accountFacts(of), at());
  test("practitioner, home agency, the area's arrangement, the director", () => {
    expect(chainOf(accountFacts())).toEqual([
      { node: "practitioner", holder: "amina" },
      { node: "home-agency", holder: "helen" },
      { node: "arrangement", holder: "trust-board" },
      { node: "director", holder: "dcs" },
    ]);
    expect(chain({}).answer).toBe("permits");
  });
  test.each(["lineManager", "arrangement", "director"] as const)("without %s the lead does not begin", (node) => {
    expect(chain({ [node]: "none" }).answer).toBe("prevents");
    expect(chain({ [node]: "not-recorded" }).answer).toBe("unknown");
  });
  test("a doctor without a line manager names the practice manager (RN-14)", () => {
    const doctor = { lineManager: "none", accountableContact: "practice-manager", lines: [] } as const;
    expect(chain(doctor).answer).toBe("permits");
    expect(chainOf(accountFacts(doctor))[1]).toEqual({ node: "home-agency", holder: "practice-manager" });
    expect(chain({ ...doctor, accountableContact: "none" }).findings[0]?.because).toMatch(/a practice manager/);
    expect(chainOf(accountFacts({ ...doctor, lineManager: "not-recorded" }))[1]?.holder).toBe("practice-manager");
    expect(chainOf(accountFacts({ accountableContact: "practice-manager" }))[1]?.holder).toBe("helen");
  });
});

describe("CWDC-5.8: the lead answers to the home agency, and for nobody else's work", () => {
  test("CWDC-EXEC-SUMMARY: a new youth worker answers to her own service for her work and for leading", () => {
    const decision = book.gate("quality.chain", accountFacts(), at());
    expect(decision.findings.filter(({ rule }) => rule === "england.chain-own-agency").map((f) => f.because)).toEqual([
      "Answers to helen of the own agency for own work.",
      "Answers to helen of the own agency for leading.",
    ]);
  });
  test("a manager of another agency has no line over her", () => {
    const lines = [{ for: "leading", manager: "gary", agency: "housing" }] as const;
    expect(book.gate("quality.chain", accountFacts({ lines }), at()).answer).toBe("prevents");
    for (const open of [{ homeAgency: "not-recorded" }, { lines: [{ ...lines[0], agency: "not-recorded" }] }] as const)
      expect(book.gate("quality.chain", accountFacts(open), at()).answer).toBe("unknown");
  });
});

describe("CWDC-1.2: an area begins with its director named", () => {
  const start = (of: Partial<AreaStartFacts>) =>
    book.gate("quality.area-start", { area: "northside", director: "dcs", partners: [], ...of }, at());
  test("Northside without a director: refused", () => {
    const refused = start({ director: "none" });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toMatch(/Name the director/);
    expect(start({ director: "not-recorded" }).missing).toEqual(["the director"]);
    expect(start({}).answer).toBe("permits");
  });
  test("CWDC-2.20c: housing signed on 1 June and is listed; who has not is listed too", () => {
    const partners = [
      { id: "housing", signedOn: localDate("2026-06-01") },
      { id: "police", signedOn: "none" },
      { id: "health", signedOn: localDate("2026-11-24") },
    ] as const;
    const listed = start({ partners });
    expect(listed.answer).toBe("permits");
    expect(listed.findings[1]?.because).toBe("1 of 3 partners have signed. Not yet signed: police, health.");
    const onTheDay = start({ partners: ["health", "police"].map((id) => ({ id, signedOn: localDate("2026-11-23") })) });
    expect(onTheDay.findings[1]?.because).toBe("All 2 partners have signed.");
    expect(start({ partners: "not-recorded" }).missing).toEqual(["the partner agencies"]);
  });
});

describe("CWDC-1.3: a version goes live once the director has signed it off", () => {
  const publish = (of: Partial<PublishingFacts>, day?: string) =>
    book.gate("quality.publishing", publishingFacts(of), at(day));
  const partners = ["a", "b", "c", "d", "e", "f", "g"].map((id) => ({
    id,
    signedOn: id === "g" ? ("none" as const) : localDate("2026-11-01"),
  }));
  test("version 3, agreed by 6 of 7 partners: live, with the missing one listed", () => {
    const live = publish({ partners });
    expect(live.answer).toBe("permits");
    expect(live.findings.map(({ because }) => because)).toContain("6 of 7 partners have signed. Not yet signed: g.");
    expect(publish({ partners: partners.slice(0, 6) }).findings.map(({ because }) => because)).toContain(
      "All 6 partners have signed.",
    );
  });
  test("without the director it waits, and so it does on the day before the signature", () => {
    const signed = [{ by: "director", on: localDate("2026-11-24") }] as const;
    expect(publish({ signatures: [] }).answer).toBe("prevents");
    expect(publish({ signatures: [{ by: "lead-member", on: localDate("2026-11-20") }] }).answer).toBe("prevents");
    expect(publish({ signatures: signed }, "2026-11-23").answer).toBe("prevents");
    expect(publish({ signatures: signed }, "2026-11-24").answer).toBe("permits");
  });
  test("CWDC-1.20: a change without its assessment for equality stays a draft, from April 2007", () => {
    const draft = publish({ impactAssessed: false });
    expect(draft.answer).toBe("prevents");
    expect(draft.findings.find(({ effect }) => effect === "prevents")?.because).toMatch(/stays a draft/);
    expect(publish({ impactAssessed: "not-recorded" }).answer).toBe("unknown");
    const then = [{ by: "director", on: localDate("2007-01-02") }] as const;
    expect(publish({ impactAssessed: false, signatures: then }, "2007-03-31").answer).toBe("permits");
    expect(publish({ impactAssessed: false, signatures: then }, "2007-04-01").answer).toBe("prevents");
  });
});

describe("CWDC-5.11d: the steering group looks at how the work goes", () => {
  const owed = (of: Partial<ProcedureFacts>) =>
    book.duty("quality.procedure-duties", procedureFacts(of), at("2026-11-20")).owed;
  test("last on 20 May, every six months: overdue from 20 November", () => {
    const [task] = owed({ lastEvaluatedOn: localDate("2026-05-20") });
    expect(task).toMatchObject({ who: "steering-group", act: "quality.evaluate", due: { day: "2026-11-19" } });
    const due = { day: localDate("2026-11-19") };
    expect([isLate(due, at("2026-11-19")), isLate(due, at("2026-11-20"))]).toEqual([false, true]);
  });
  test("never, or not recorded", () => {
    expect(owed({ lastEvaluatedOn: "none" })[0]).toMatchObject({ due: "at-once" });
    expect(owed({ lastEvaluatedOn: "none" })[0]?.because).toMatch(/^It was never looked at/);
    expect(owed({ lastEvaluatedOn: "not-recorded" })[0]).toMatchObject({ due: "unknown" });
    expect(owed({ lastEvaluatedOn: "not-recorded" })[0]?.because).toMatch(/^It is not recorded when/);
  });
});

describe("CWDC-1.16a: a check has its sample, and each finding an owner and a day", () => {
  const close = (of: Partial<CheckFacts>) => book.gate("quality.check", checkFacts(of), at("2026-12-18"));
  const finding = (of: object = {}) => ({
    id: "finding-1",
    owner: "ism",
    dueOn: localDate("2027-01-29"),
    toldLeadOn: "none" as const,
    ...of,
  });
  const records = Array.from({ length: 10 }, (_, n) => ({
    id: `case-${n}`,
    childInvolved: "not-recorded" as const,
    followUpOwner: "none" as const,
  }));
  test("an audit of 10 cases with 2 findings, each with owner and day", () => {
    const audit = { kind: "audit", records, findings: [finding(), finding({ id: "finding-2" })] } as const;
    expect(close(audit).answer).toBe("permits");
    expect(close({ ...audit, findings: [finding({ owner: "none" })] }).answer).toBe("prevents");
    expect(close({ ...audit, findings: [finding({ dueOn: "none" })] }).answer).toBe("prevents");
    expect(close({ ...audit, findings: [finding({ dueOn: "not-recorded" })] }).answer).toBe("unknown");
    expect(close({ ...audit, findings: "not-recorded" }).missing).toEqual(["what was found"]);
  });
  test("without a single record it is none", () => {
    expect(close({ records: [] }).answer).toBe("prevents");
    expect(close({ records: "not-recorded" }).missing).toEqual(["the sample"]);
    expect(close({}).findings[0]?.because).toBe("1 record was looked at.");
    expect(close({ records }).findings[0]?.because).toBe("10 records were looked at.");
  });
});

describe("CWDC-1.16b: a cell under 5 is hidden", () => {
  const show = (people: CellFacts["people"]) =>
    book.gate("quality.cell", { area: "east", of: "needs", people, use: "in-a-report" }, at()).answer;
  test.each([
    [0, "prevents"],
    [4, "prevents"],
    [5, "permits"],
    [23, "permits"],
    ["not-recorded", "unknown"],
  ] as const)("%s people: %s", (people, answer) => {
    expect(show(people)).toBe(answer);
  });
});

describe("what people signal has somebody who answers", () => {
  const owed = (of: Partial<SignalsFacts>, day: string) => book.duty("quality.signals", signalsFacts(of), at(day)).owed;
  const flag = (day: string, of: Partial<SignalsFacts["barriers"][number]> = {}) => ({
    id: day,
    kind: "poor-referral" as const,
    agency: "speech-therapy",
    on: localDate(day),
    manager: "ops",
    ...of,
  });
  const four = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-30"].map((day) => flag(day));
  test("CWDC-2.6: four flags against one service in November reach its operational manager", () => {
    expect(owed({ barriers: four }, "2026-11-30")).toMatchObject([
      {
        who: "team-manager",
        whoId: "ops",
        act: "quality.look-at-barrier",
        due: "at-once",
        about: "agency:speech-therapy",
      },
    ]);
    expect(owed({ barriers: four }, "2026-11-30")[0]?.because).toMatch(/flagged 4 times.*information in referrals/);
    expect(owed({ barriers: four }, "2026-11-29")).toEqual([]);
    expect(owed({ barriers: four }, "2026-12-01")).toEqual([]);
  });
  test("of two kinds, or against two services, they are not added up", () => {
    const [a, b, c] = four as [(typeof four)[0], (typeof four)[0], (typeof four)[0]];
    expect(owed({ barriers: [a, b, c, flag("2026-11-30", { agency: "housing" })] }, "2026-11-30")).toEqual([]);
    expect(owed({ barriers: [a, b, c, flag("2026-11-30", { kind: "sharing-barrier" })] }, "2026-11-30")).toEqual([]);
    expect(
      owed({ barriers: four.map((one) => ({ ...one, manager: "none" })) }, "2026-11-30")[0]?.whoId,
    ).toBeUndefined();
  });

  const chased = (days: readonly string[], of: Partial<SignalsFacts["commitments"][number]> = {}) => ({
    commitments: [
      {
        actionId: "tenancy-visit",
        owner: "housing-officer",
        manager: "housing-manager",
        acceptedOn: localDate("2026-11-10"),
        askedOn: days.map(localDate),
        doneOn: "none" as const,
        ...of,
      },
    ],
  });
  test("CWDC-5.9: the third time the lead has to ask, housing's manager hears that it slips", () => {
    const three = chased(["2026-11-20", "2026-11-24", "2026-11-27"]);
    expect(owed(three, "2026-11-26")).toEqual([]);
    const [task] = owed(three, "2026-11-27");
    expect(task).toMatchObject({
      who: "action-owners-manager",
      whoId: "housing-manager",
      onAccountOf: "action-owner",
      due: "at-once",
    });
    expect(task?.because).toBe(
      "The lead professional had to ask 3 times for tenancy-visit, which was accepted on 10 November 2026. The commitment is slipping.",
    );
    const done = chased(["2026-11-20", "2026-11-24", "2026-11-27"], { doneOn: localDate("2026-11-27") });
    expect(owed(done, "2026-11-27")).toEqual([]);
  });
  test("CWDC-2.13: what nobody accepted is said to be so", () => {
    const open = chased(["2026-11-20", "2026-11-24", "2026-11-27"], { acceptedOn: "none", manager: "not-recorded" });
    expect(owed(open, "2026-11-27")[0]?.because).toMatch(/which nobody has accepted/);
    expect(owed(open, "2026-11-27")[0]?.whoId).toBeUndefined();
  });

  test("CWDC-5.11e: a challenge of 20 November is the steering group's to answer, within ten working days", () => {
    const raised = { id: "c", kind: "agency-not-delivering", raisedOn: localDate("2026-11-20") } as const;
    const [task] = owed({ challenges: [{ ...raised, answeredOn: "none" }] }, "2026-11-23");
    expect(task).toMatchObject({ who: "steering-group", due: { day: "2026-12-04" } });
    expect(task?.because).toMatch(/an agency does not deliver/);
    expect(
      owed({ challenges: [{ ...raised, kind: "unsupported", answeredOn: "not-recorded" }] }, "2026-11-23")[0]?.because,
    ).toMatch(/is not supported/);
    expect(owed({ challenges: [{ ...raised, answeredOn: localDate("2026-12-01") }] }, "2026-12-02")).toEqual([]);
  });
});
