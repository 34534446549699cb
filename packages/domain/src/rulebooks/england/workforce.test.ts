import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { anAdoption } from "../../testing/builders.ts";
import {
  aNeed,
  developmentFacts,
  managerFacts,
  partnerFacts,
  postFacts,
  requestFacts,
} from "../../testing/workforce.ts";
import type { ManagerCapability } from "../../vocabulary/skills.ts";
import type { AttendanceFacts, DevelopmentFacts, EvidenceFacts } from "../../workforce/development-model.ts";
import type {
  ManagerFacts,
  PartnerFacts,
  PartnershipFacts,
  PostFacts,
  RequestFacts,
} from "../../workforce/managers-model.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const day = (of: string) => localDate(of);
const at = (of: string) => noonOn(localDate(of));
const owed = (of: Partial<DevelopmentFacts>, on = "2026-11-25") =>
  book.duty("workforce.development", developmentFacts(of), at(on)).owed;
const acts = (of: Partial<DevelopmentFacts>, on?: string) => owed(of, on).map(({ act }) => act);

describe("CWDC-2.11: what is to be developed proposes training", () => {
  const convenes = (of: Partial<DevelopmentFacts["skills"][number]>) => ({
    skills: [{ skill: "convenes", state: "to-develop", evidenced: true, takenUpOn: "none", ...of }] as const,
  });
  test("chairing meetings marked to develop: a training offer, that day, by the line manager", () => {
    expect(owed(convenes({}))).toMatchObject([
      {
        rule: "england.to-develop-offered",
        act: "workforce.offer-training:convenes",
        who: "line-manager",
        whoId: "helen",
        due: "at-once",
        because: "To develop: calls and chairs meetings of several agencies. Offer training for it.",
      },
    ]);
  });
  test.each(["none", "not-recorded"] as const)("with the line manager %s it is owed by nobody's name", (manager) => {
    expect(owed({ ...convenes({}), manager })[0]).toMatchObject({ who: "line-manager" });
    expect(owed({ ...convenes({}), manager })[0]).not.toHaveProperty("whoId");
  });
  test("offered on 25 November, nothing more is owed", () => {
    expect(acts(convenes({ takenUpOn: day("2026-11-25") }))).toEqual([]);
  });
  test.each(["strength", "adequate", "not-recorded"] as const)("a skill that is %s proposes nothing", (state) => {
    expect(acts(convenes({ state }))).toEqual([]);
  });
});

describe("CWDC-2.21b, CWDC-5.18g: a training need has a day, and stands on both lists", () => {
  const needs = [
    aNeed({ id: "a", topic: "chairing", foundOn: day("2026-11-25"), dueOn: day("2027-02-26") }),
    aNeed({ id: "b", topic: "other-agencies", foundOn: day("2026-11-25"), dueOn: day("2027-02-26") }),
  ];
  test("Tom's two, ticked on 25 November, are due by 26 February 2027 on his list and on his manager's", () => {
    expect(owed({ needs }).map(({ act, who, whoId, due }) => [act, who, whoId, due])).toEqual([
      ["workforce.meet-need:a", "practitioner", "omar", { day: "2027-02-26" }],
      ["workforce.see-need-met:a", "line-manager", "helen", { day: "2027-02-26" }],
      ["workforce.meet-need:b", "practitioner", "omar", { day: "2027-02-26" }],
      ["workforce.see-need-met:b", "line-manager", "helen", { day: "2027-02-26" }],
    ]);
    expect(owed({ needs })[0]?.because).toBe(
      "Chairing, planning and reviewing meetings: found on 25 November 2026, to be met by 26 February 2027.",
    );
  });
  test("a session of 26 November marks chairing, due by 31 January 2027", () => {
    const need = aNeed({ foundOn: day("2026-11-26"), dueOn: day("2027-01-31") });
    expect(owed({ needs: [need] })[0]).toMatchObject({ due: { day: "2027-01-31" } });
    expect(acts({ needs: [{ ...need, doneOn: day("2027-01-20") }] }, "2027-01-20")).toEqual([]);
  });
  test.each(["none", "not-recorded"] as const)("with its day %s, the manager agrees one", (dueOn) => {
    expect(owed({ needs: [aNeed({ dueOn })] })).toMatchObject([
      {
        act: "workforce.date-need:need-1",
        who: "line-manager",
        due: "at-once",
        because:
          "Chairing, planning and reviewing meetings: found on 2 December 2026, with no day by which it is met. Agree one.",
      },
    ]);
  });
});

describe("CWDC-5.16: five modules, each booked, done or lapsed", () => {
  const done = (module: DevelopmentFacts["modules"][number]["module"]) =>
    ({ module, state: "done", on: day("2026-03-02") }) as const;
  const three = [
    done("introduction-to-lead-professional"),
    done("introduction-to-assessment"),
    done("introduction-to-common-assessment"),
  ];
  test("3 of 5 done, one lapsed on 30 June 2026, one booked: the plan shows two", () => {
    const modules = [
      ...three,
      { module: "lead-professional-in-practice", state: "lapsed", on: day("2026-06-30") },
      { module: "introduction-to-information-sharing", state: "booked", on: day("2027-01-14") },
    ] as const;
    expect(owed({ modules }).map(({ act, due, because }) => [act, due, because])).toEqual([
      [
        "workforce.take-module:lead-professional-in-practice",
        "at-once",
        "The lead professional in practice: lapsed on 30 June 2026. Plan it again, with a day and who gives it.",
      ],
      [
        "workforce.take-module:introduction-to-information-sharing",
        { day: "2027-01-14" },
        "Introduction to information sharing: booked for 14 January 2027.",
      ],
    ]);
  });
  test("not taken, not on record, lapsed or booked with no day", () => {
    const rest = (state: "none" | "not-recorded" | "lapsed" | "booked") =>
      owed({
        modules: [
          ...three,
          done("lead-professional-in-practice"),
          { module: "introduction-to-information-sharing", state, on: "not-recorded" },
        ],
      })[0];
    expect(rest("none")).toMatchObject({
      due: "unknown",
      because: "Introduction to information sharing: not taken yet. Plan it, with a day and who gives it.",
    });
    expect(rest("not-recorded")?.because).toBe(
      "Introduction to information sharing: it is not recorded whether it was taken.",
    );
    expect(rest("lapsed")?.because).toBe(
      "Introduction to information sharing: lapsed. Plan it again, with a day and who gives it.",
    );
    expect(rest("booked")).toMatchObject({ due: "unknown" });
    expect(acts({ modules: three })).toEqual([
      "workforce.take-module:lead-professional-in-practice",
      "workforce.take-module:introduction-to-information-sharing",
    ]);
  });
});

describe("CWDC-5.14: worries before a first lead are answered with support before the first meeting", () => {
  const worry = (
    code: "never-chaired" | "taking-work-home",
    offered: "none" | "not-recorded" | "mentor" | "workload-talk",
  ) => ({ worry: code, saidOn: day("2026-11-24"), offered }) as const;
  const mentor = { id: "ines", from: day("2026-11-02"), hasLedBefore: true };
  const first = { hasLedBefore: false, firstMeetingOn: day("2026-12-08"), mentor } as const;
  test("'never chaired' and 'takes work home' said on 24 November: both to be answered by the meeting", () => {
    const worries = [worry("never-chaired", "none"), worry("taking-work-home", "not-recorded")];
    expect(owed({ ...first, worries }).map(({ act, due, because }) => [act, due, because])).toEqual([
      [
        "workforce.answer-worry:never-chaired",
        { day: "2026-12-08" },
        "Has never chaired a meeting, said on 24 November 2026: offer support before the first meeting on 8 December 2026.",
      ],
      [
        "workforce.answer-worry:taking-work-home",
        { day: "2026-12-08" },
        "Is worried about taking the work home, said on 24 November 2026: offer support before the first meeting on 8 December 2026.",
      ],
    ]);
  });
  test("a mentor and a talk about workload offered: answered", () => {
    expect(
      acts({ ...first, worries: [worry("never-chaired", "mentor"), worry("taking-work-home", "workload-talk")] }),
    ).toEqual([]);
  });
  test("nobody asked yet, or no meeting is set", () => {
    expect(owed({ ...first, worries: "not-recorded" })).toMatchObject([
      { act: "workforce.ask-worries", due: { day: "2026-12-08" } },
    ]);
    expect(owed({ hasLedBefore: false, worries: "not-recorded" })[0]).toMatchObject({
      due: "unknown",
      because:
        "Leads for the first time: ask before the first meeting what worries them about chairing, about whom they will work with, about taking work home.",
    });
    expect(acts({ ...first, worries: "none" })).toEqual([]);
  });
  test.each([true, "not-recorded"] as const)("led before is %s: nobody is asked", (hasLedBefore) => {
    expect(acts({ hasLedBefore, worries: "not-recorded" })).toEqual([]);
  });
});

describe("CWDC-5.18a, CWDC-5.18h: seven capabilities attested one by one; what is missing is shown, and blocks nothing", () => {
  const without = (...missing: readonly ManagerCapability[]): Partial<ManagerFacts> => ({
    capabilities: managerFacts().capabilities.filter(({ capability }) => !missing.includes(capability)),
  });
  const of = (facts: Partial<ManagerFacts>) =>
    book.duty("workforce.managers", managerFacts(facts), at("2026-11-25")).owed;
  const may = (facts: Partial<ManagerFacts>) =>
    book.gate("workforce.may-manage", managerFacts(facts), at("2026-11-25"));

  test("5 of 7 attested, supervising two: on the senior manager's register with the two missing", () => {
    expect(of(without("challenges", "identifies-training"))).toMatchObject([
      {
        rule: "england.capabilities-shown",
        act: "workforce.look-at-capability",
        who: "senior-manager",
        whoId: "kate",
        due: "at-once",
        because:
          "Supervises 2 lead professionals with 5 of 7 capabilities attested. Not attested: can challenge the lead and others on a case; identifies training. Nothing is blocked.",
      },
    ]);
    expect(may(without("challenges", "identifies-training"))).toMatchObject({ answer: "permits" });
    expect(may(without("challenges", "identifies-training")).findings[0]?.because).toBe(
      "May supervise: 5 of 7 capabilities attested. Not attested: can challenge the lead and others on a case; identifies training. The senior manager sees that; it stops nothing.",
    );
  });
  test("seven attested on 24 November but for one declined: shown", () => {
    const capabilities = managerFacts().capabilities.map((one) =>
      one.capability === "directs-others" ? { ...one, state: "declined" as const } : one,
    );
    expect(of({ capabilities, supervises: 1, seniorManager: "none" })).toMatchObject([
      {
        who: "senior-manager",
        because:
          "Supervises 1 lead professional with 6 of 7 capabilities attested. Not attested: can direct others (declined). Nothing is blocked.",
      },
    ]);
  });
  test.each(["none", "not-recorded"] as const)("with the senior manager %s no name is given", (seniorManager) => {
    const [shown] = of({ ...without("challenges"), seniorManager });
    expect(shown).toMatchObject({ who: "senior-manager" });
    expect(shown).not.toHaveProperty("whoId");
  });
  test("all attested, or supervising nobody who leads: nothing is shown", () => {
    expect(of({})).toEqual([]);
    expect(may({}).findings[0]?.because).toBe("All seven capabilities are attested.");
    expect(of({ ...without("challenges"), supervises: 0 })).toEqual([]);
  });
  test("a capability nobody recorded is not attested", () => {
    const capabilities = managerFacts().capabilities.map((one) =>
      one.capability === "challenges" ? { ...one, state: "not-recorded" as const } : one,
    );
    expect(of({ capabilities })).toHaveLength(1);
  });
});

describe("CWDC-5.17: managers of people who lead take the introduction and the managers' modules", () => {
  const modules = (over: Partial<ManagerFacts["modules"][number]>) =>
    managerFacts().modules.map((one) => (one.module === "common-assessment-for-managers" ? { ...one, ...over } : one));
  const of = (facts: Partial<ManagerFacts>) =>
    book.duty("workforce.managers", managerFacts(facts), at("2026-11-30")).owed;
  test("one without it is named, with the booked day or with none", () => {
    expect(of({ modules: modules({ doneOn: "none", bookedFor: day("2027-01-12") }) })).toMatchObject([
      {
        rule: "england.managers-modules-taken",
        who: "lead-professionals-manager",
        whoId: "helen",
        due: { day: "2027-01-12" },
        because: "Common assessment, for managers: booked for 12 January 2027.",
      },
    ]);
    expect(of({ modules: modules({ doneOn: "not-recorded" }) })).toMatchObject([
      { due: "unknown", because: "Common assessment, for managers: not done, and not booked." },
    ]);
    expect(of({ modules: [] })).toHaveLength(3);
  });
  test("all done, or supervising nobody who leads", () => {
    expect(of({})).toEqual([]);
    expect(of({ modules: [], supervises: 0 })).toEqual([]);
  });
  test("6 of 8 managers done on 30 November: the two others are named", () => {
    const eight = Array.from({ length: 8 }, (_, n) =>
      managerFacts({ managerId: `m${n}`, ...(n < 6 ? {} : { modules: modules({ doneOn: "none" }) }) }),
    );
    const named = eight.flatMap((facts) =>
      book.duty("workforce.managers", facts, at("2026-11-30")).owed.map(({ whoId }) => whoId),
    );
    expect(named).toEqual(["m6", "m7"]);
  });
});

describe("CWDC-2.9: leading is embedded in a job, unless the post is for leading only", () => {
  const of = (facts: Partial<PostFacts>) => book.duty("workforce.post", postFacts(facts), at("2026-11-25")).owed;
  test("a youth worker with 12 leads and no cases of their own: alert; a designated key worker: none", () => {
    expect(of({})).toMatchObject([
      {
        act: "workload.balance-caseload",
        who: "line-manager",
        whoId: "helen",
        due: "at-once",
        because:
          "Leads 12 cases and has no case of their own: an unbalanced caseload, unless the post is for leading only.",
      },
    ]);
    expect(of({ post: "designated" })).toEqual([]);
  });
  test.each(["none", "not-recorded"] as const)("with the line manager %s no name is given", (manager) => {
    expect(of({ manager })[0]).not.toHaveProperty("whoId");
  });
  test("with cases of one's own, or leading nothing, there is no alert", () => {
    expect(of({ ownCases: 1 })).toEqual([]);
    expect(of({ leads: 0 })).toEqual([]);
  });
  test("what is not recorded is asked for", () => {
    expect(of({ ownCases: "not-recorded", leads: 1 })).toMatchObject([
      {
        act: "workload.record-post",
        due: "unknown",
        because: "Leads 1 case, and it is not recorded how many cases of their own this person has.",
      },
    ]);
    expect(of({ post: "not-recorded", manager: "none" })[0]?.because).toBe(
      "Leads 12 cases, and it is not recorded whether the post is for leading only.",
    );
    expect(of({ post: "designated", ownCases: "not-recorded" })).toEqual([]);
  });
});

describe("CWDC-5.5: what shows that partners are committed", () => {
  const of = (facts: Partial<PartnerFacts>, on = "2026-11-22") =>
    book.duty("workforce.partner", partnerFacts(facts), at(on)).owed;
  test("CWDC-5.5a: nine of eleven agencies acknowledged by 22 November, the two others are reminded", () => {
    const eleven = Array.from({ length: 11 }, (_, n) =>
      partnerFacts({ agency: { id: `agency-${n}` }, ...(n < 9 ? {} : { acknowledgedOn: "none" }) }),
    );
    const reminded = eleven.flatMap((facts) => book.duty("workforce.partner", facts, at("2026-11-22")).owed);
    expect(reminded.map(({ act, about }) => [act, about])).toEqual([
      ["workforce.acknowledge-role", "agency:agency-9"],
      ["workforce.acknowledge-role", "agency:agency-10"],
    ]);
    expect(reminded[0]?.due).toBe("at-once");
    expect(reminded[0]?.because).toBe(
      "This agency has not acknowledged what a lead professional is and does. It is reminded until it has.",
    );
    expect(of({}, "2026-11-21").map(({ act }) => act)).toEqual(["workforce.acknowledge-role"]);
    expect(of({ acknowledgedOn: "not-recorded" })).toHaveLength(1);
  });
  test("CWDC-5.5b: a service lists who could lead and names who holds its links", () => {
    expect(of({})).toEqual([]);
    expect(of({ listsWhoCouldLead: false, linkPerson: "none" }).map(({ act, because }) => [act, because])).toEqual([
      ["workforce.list-who-could-lead", "This service has no list of who could lead. Make one."],
      [
        "workforce.name-link-person",
        "Nobody is named in this service for the links when a child moves on to the next one. Name somebody.",
      ],
    ]);
    expect(of({ listsWhoCouldLead: "not-recorded" })[0]?.because).toBe(
      "It is not recorded whether this service has a list of who could lead.",
    );
    expect(of({ linkPerson: "not-recorded" })).toHaveLength(1);
  });
  test("CWDC-5.5c: 60 of 80 posts say so, the 20 others by 31 March 2027", () => {
    expect(of({ posts: { listed: 80, flagged: 60 } })).toMatchObject([
      {
        act: "workforce.flag-posts",
        due: { day: "2027-03-31" },
        because: "60 of 80 posts say in their description that they may lead; 20 still have to, by 31 March 2027.",
      },
    ]);
    expect(of({ posts: { listed: 80, flagged: 79 }, targetOn: "none" })).toMatchObject([
      {
        due: "unknown",
        because: "79 of 80 posts say in their description that they may lead; 1 still has to. Set a day for that.",
      },
    ]);
    expect(of({ posts: "not-recorded" })[0]?.because).toBe(
      "It is not recorded in how many posts the description says that they may lead.",
    );
  });
});

describe("CWDC-5.13: a tier of managers for integrated working, where an area has one", () => {
  const withTier = adopt(england, anAdoption({ settings: { integratedWorkingManagers: true } }));
  const who = (of: Partial<RequestFacts>, on = book) =>
    on.designation("workforce.request", requestFacts(of), at("2026-11-24"));
  test.each(["advice", "disagreement", "plan-drafting", "best-placed"] as const)(
    "a request for %s goes to that manager; without the tier to the line manager",
    (kind) => {
      const request = { id: "r", kind };
      expect(who({ request }, withTier).holders).toEqual([{ kind: "person", id: "ines" }]);
      expect(who({ request }).holders).toEqual([{ kind: "person", id: "helen" }]);
      expect(who({ request }, withTier).findings[0]?.because).toMatch(
        /^This area has a manager for integrated working,/,
      );
      expect(who({ request }).findings[0]?.because).toMatch(/^This area has no manager for integrated working,/);
    },
  );
  test("with nobody in the post, or no line manager, that is what is missing", () => {
    expect(who({ coordinatingManager: "none" }, withTier).missing).toEqual([
      "who co-ordinates integrated working here",
    ]);
    expect(who({ lineManager: "not-recorded" }).missing).toEqual(["the line manager"]);
    expect(who({ coordinatingManager: "none" }, withTier).findings[0]?.because).toBe(
      "This area has a manager for integrated working, and nobody is recorded in that post.",
    );
    expect(who({ lineManager: "not-recorded" }).findings[0]?.because).toBe(
      "It is not recorded who this practitioner's line manager is.",
    );
    expect(who({ coordinatingManager: "none" }).answer).toBe("filled");
  });
});

describe("CWDC-1.15: leading holds no budget, unless an area switches it on", () => {
  const facts = { practitionerId: "tom", planId: "plan-1", pounds: 240, provider: "private" } as const;
  test("240 pounds: no budget authority", () => {
    expect(book.gate("workforce.commitment", facts, at("2026-11-25")).findings).toMatchObject([
      {
        effect: "prevents",
        because: "No budget authority: whoever leads commits no money here. Ask the service whose help it is.",
      },
    ]);
  });
  test("in an area of the pilot it may be committed, whoever provides", () => {
    const pilot = adopt(england, anAdoption({ settings: { budgetHolding: true } }));
    expect(pilot.gate("workforce.commitment", facts, at("2026-11-25")).answer).toBe("permits");
  });
});

describe("CWDC-2.16, CWDC-2.22a: an area's own words change what is shown and nothing that is decided", () => {
  const terms = { leadProfessional: "team co-ordinator", serviceDevelopmentManager: "practice manager" };
  const own = adopt(england, anAdoption({ terms }));
  test("the words are the area's, the names of questions and rules stay", () => {
    expect(own.terms).toEqual(terms);
    expect(Object.keys(own.questions)).toEqual(Object.keys(book.questions));
    const facts = managerFacts({ capabilities: [] });
    const decided = (on: typeof book) =>
      on.duty("workforce.managers", facts, at("2026-11-23")).owed.map(({ rule, who }) => [rule, who]);
    expect(decided(own)).toEqual(decided(book));
  });
});

describe("CWDC-1.10: a profile can show the common core of skills and knowledge", () => {
  const areas = ["communication", "development", "safeguarding", "transitions", "multi-agency-working"] as const;
  const count = (shown: number, more: readonly EvidenceFacts["commonCore"][number][] = []) =>
    book.measure(
      "workforce.evidence",
      {
        practitionerId: "tom",
        evidence: [],
        commonCore: [...areas.map((area, n) => ({ area, evidenced: n < shown })), ...more],
      },
      at("2026-11-25"),
    );
  test("four areas evidenced, two open", () => {
    const decision = count(4, [{ area: "sharing-information", evidenced: false }]);
    expect(decision).toMatchObject({ answer: "measured", amount: 4, missing: [] });
    expect(decision.findings.filter(({ amount }) => amount === 0).map(({ because }) => because)).toEqual([
      "Multi-agency working: open.",
      "Sharing information: open.",
    ]);
    expect(decision.findings[0]?.because).toBe("Effective communication and engagement: shown by the profile.");
  });
  test("an area nobody looked at makes it a least figure", () => {
    expect(count(5)).toMatchObject({ answer: "at-least", amount: 5, missing: ["sharing information"] });
    const unrecorded = count(5, [{ area: "sharing-information", evidenced: "not-recorded" }]);
    expect(unrecorded).toMatchObject({ answer: "at-least", missing: ["sharing information"] });
  });
});

describe("CWDC-3.11, CWDC-5.12b, CWDC-VAR-TIER-6: joint training is counted by service, and who was not reached shows", () => {
  const reached = (services: AttendanceFacts["services"]) =>
    book.measure(
      "workforce.attendance",
      { event: { id: "event-1", on: day("2027-01-20") }, services },
      at("2027-01-21"),
    );
  test("20 January 2027: 6 of health, 9 of education, no general practitioner", () => {
    const decision = reached([
      { id: "health", places: 8, came: 6 },
      { id: "education", places: "none", came: 9 },
      { id: "general-practice", places: "none", came: 0 },
    ]);
    expect(decision).toMatchObject({ answer: "measured", amount: 15 });
    expect(decision.findings.map(({ label, amount, because }) => [label, amount, because])).toEqual([
      ["health", 6, "Came on 20 January 2027: 6 of 8 places."],
      ["education", 9, "Came on 20 January 2027: 9."],
      ["general-practice", 0, "Nobody of this service was reached on 20 January 2027."],
    ]);
  });
  test("a service of which nobody recorded it makes it a least figure", () => {
    expect(reached([{ id: "health", places: 8, came: "not-recorded" }])).toMatchObject({
      answer: "at-least",
      amount: 0,
      missing: ["how many came from health"],
    });
  });
});

describe("CWDC-HINT-advocates: each agency has somebody who speaks of leading", () => {
  const of = (advocates: PartnerFacts["advocates"]) =>
    book.duty("workforce.partner", partnerFacts({ advocates }), at("2026-11-25")).owed;
  test("five agencies with one each; the agency with none shows", () => {
    expect(of(1)).toEqual([]);
    expect(of(0)).toMatchObject([
      {
        act: "workforce.find-advocate",
        force: "may",
        due: "at-once",
        because: "Nobody here who has led is willing to speak of it to colleagues yet. Ask those who have.",
      },
    ]);
    expect(of("not-recorded")).toMatchObject([{ due: "unknown" }]);
  });
});

describe("CWDC-HINT-mentor: whoever is new to leading is paired with somebody who has led, from the first day", () => {
  const pairing = (of: Partial<DevelopmentFacts>, on = "2026-11-25") =>
    owed({ hasLedBefore: false, leadsFrom: day("2026-12-01"), ...of }, on).filter(
      ({ rule }) => rule === "england.paired-when-new",
    );
  const mentor = (of: Partial<Exclude<DevelopmentFacts["mentor"], string>> = {}) => ({
    id: "ines",
    from: day("2026-12-01"),
    until: day("2027-06-01"),
    hasLedBefore: true,
    ...of,
  });
  test("new from 1 December 2026, paired until 31 May 2027: nothing is owed", () => {
    expect(pairing({ mentor: mentor() })).toEqual([]);
    expect(pairing({ mentor: mentor() }, "2026-12-01")).toEqual([]);
  });
  test("with no mentor one is owed by the first day in the role", () => {
    expect(pairing({})).toMatchObject([
      {
        act: "workforce.pair-with-mentor",
        who: "line-manager",
        force: "may",
        due: { day: "2026-12-01" },
        because:
          "Leads for the first time: pair this person with somebody who has led before, from the first day in the role.",
      },
    ]);
    expect(pairing({ mentor: "not-recorded", leadsFrom: "not-recorded" })).toMatchObject([
      { due: "unknown", because: "Leads for the first time, and it is not recorded who the mentor is." },
    ]);
  });
  test.each([
    ["2026-12-01", 0],
    ["2026-12-02", 1],
  ])("a pairing from %s: %i owed", (from, owedThen) => {
    const found = pairing({ mentor: mentor({ from: day(from) }) });
    expect(found).toHaveLength(owedThen);
    if (owedThen === 1)
      expect(found[0]?.because).toBe(
        "The pairing begins on 2 December 2026, after the first day in the role: begin it with the role.",
      );
    expect(pairing({ mentor: mentor({ from: day(from) }) }, "2026-12-02")).toEqual([]);
  });
  test("a mentor who has not led, or of whom nobody recorded it", () => {
    expect(pairing({ mentor: mentor({ hasLedBefore: false }) })[0]?.because).toBe(
      "The mentor has not led before: pair this person with somebody who has.",
    );
    expect(pairing({ mentor: mentor({ hasLedBefore: "not-recorded" }) })[0]?.because).toBe(
      "It is not recorded whether the mentor has led before.",
    );
  });
  test.each([true, "not-recorded"] as const)("who has led before (%s) is asked nothing", (hasLedBefore) => {
    expect(pairing({ hasLedBefore })).toEqual([]);
  });
});

describe("CWDC-3.5: a partnership of schools has one designated person, who leads or makes sure another does", () => {
  const pupil = (of: Partial<PartnershipFacts["pupils"][number]> = {}): PartnershipFacts["pupils"][number] => ({
    childId: "ada",
    needsSeveralServices: true,
    lead: "none",
    ...of,
  });
  const of = (pupils: PartnershipFacts["pupils"], designee: PartnershipFacts["designee"] = "ms-hart") =>
    book.duty("workforce.partnership", { partnership: "north", designee, pupils }, at("2026-11-25")).owed;
  test("the designee's list: pupils who need several services and have nobody who leads", () => {
    const pupils = [
      pupil(),
      pupil({ childId: "ben", lead: "tom" }),
      pupil({ childId: "cal", needsSeveralServices: false }),
    ];
    expect(of(pupils)).toMatchObject([
      {
        act: "workforce.see-to-lead:ada",
        whoId: "ms-hart",
        due: "at-once",
        about: "child:ada",
        because:
          "Several services are needed and nobody leads: lead for this pupil, or make sure that somebody else does.",
      },
    ]);
    expect(of([pupil({ needsSeveralServices: "not-recorded" })])).toEqual([]);
    expect(of([pupil({ lead: "not-recorded" })])[0]?.because).toBe(
      "Several services are needed, and it is not recorded who leads: find out, and make sure that somebody does.",
    );
  });
  test("with nobody designated that comes first", () => {
    expect(of([pupil()], "none")).toMatchObject([
      {
        act: "workforce.name-designee",
        who: "head-teacher",
        due: "at-once",
        because: "This partnership has nobody designated for pupils with a range of needs. Designate somebody.",
      },
    ]);
    expect(of([pupil()], "not-recorded")).toMatchObject([
      {
        due: "unknown",
        because: "It is not recorded who is designated here for pupils with a range of needs.",
      },
    ]);
  });
});
