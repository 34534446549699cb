import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { momentOn, noonOn } from "../../kernel/moment.ts";
import type {
  ContactFacts,
  SettledFacts,
  TakenOverFacts,
  WithoutFacts,
} from "../../lead-professional/leading-model.ts";
import type { ConditionalFacts, SearchFacts } from "../../lead-professional/searching-model.ts";
import type { LegalStatus } from "../../people/model.ts";
import { anInvolved, aStatus, holderInShort, inShort } from "../../testing/lead-professional.ts";
import {
  aCondition,
  aLead,
  bySettingFacts,
  conditionalFacts,
  contactFacts,
  searchFacts,
  settledFacts,
  withoutFacts,
} from "../../testing/leading.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const day = localDate;
const on = (asked: string) => noonOn(localDate(asked));
const contact = (of: Partial<ContactFacts>, asked: string) =>
  book.designation("lead-professional.contact", contactFacts(of), on(asked));

describe("CWDC-2.7a: one contact from the minute the lead is active, and the old one's card is withdrawn", () => {
  const before = { lead: aLead("old", "2026-09-01") };
  const after = { lead: aLead("new", "2026-11-24") };
  test("changed on 24 November at 09:00: the new name from then, the old one until then", () => {
    const ask = (of: Partial<ContactFacts>, time: string) =>
      inShort(book.designation("lead-professional.contact", contactFacts(of), momentOn(day("2026-11-24"), time)));
    expect(ask(before, "08:59")).toBe("filled | old");
    expect(ask(after, "09:00")).toBe("filled | new");
  });
  test("a lead who starts on a later day is not the contact before it", () => {
    expect(inShort(contact(after, "2026-11-23"))).toBe("required | the line-manager");
    expect(inShort(contact(after, "2026-11-24"))).toBe("filled | new");
  });
});

describe("CWDC-2.17a: before anybody leads (RN-11), the assessor is the contact for now, and is not the lead", () => {
  const pending = { id: "mentor", proposedOn: day("2026-11-11"), proposersManager: "manager" };
  test("a pending lead leads nobody: the assessor is the contact, and is said to be that only", () => {
    const decision = contact({ pending, assessor: "ewo" }, "2026-11-12");
    expect(inShort(decision)).toBe("required | ewo");
    expect(decision.findings[0]?.because).toBe(
      "Somebody has been proposed since 11 November 2026 and leads nobody until that is agreed. This is the contact for now, and not the lead professional.",
    );
  });
  test("without an assessor the proposing manager, and without one the line manager", () => {
    expect(inShort(contact({ pending }, "2026-11-12"))).toBe("required | manager");
    expect(inShort(contact({ pending: { ...pending, proposersManager: "none" } }, "2026-11-12"))).toBe(
      "required | the line-manager",
    );
    expect(contact({}, "2026-11-12").findings[0]?.because).toContain("Nobody leads and nobody is proposed.");
  });
  test("who leads is asked for where nobody recorded it, and somebody is the contact meanwhile", () => {
    expect(contact({ lead: "not-recorded", assessor: "ewo" }, "2026-11-12")).toMatchObject({
      answer: "required",
      missing: ["who leads"],
      holders: [{ kind: "person", id: "ewo" }],
    });
  });
});

describe("CWDC-3.12: who assesses and who leads are two things, for two people or for one", () => {
  const of = { assessor: "ewo", lead: aLead("family-worker", "2026-11-19") };
  test.each([
    ["2026-11-12", "required | ewo"], // the assessment is finished, and the assessor is the contact for now
    ["2026-11-18", "required | ewo"],
    ["2026-11-19", "filled | family-worker"],
  ])("Dara, assessed by the welfare officer, led by the family worker from 19 November; on %s: %s", (asked, answer) => {
    expect(inShort(contact(of, asked))).toBe(answer);
  });
  test("the assessor may lead too, and is not put there by having assessed", () => {
    expect(inShort(contact({ assessor: "ewo", lead: aLead("ewo", "2026-11-19") }, "2026-11-19"))).toBe("filled | ewo");
    expect(contact({ assessor: "ewo" }, "2026-11-19").tier).toBe("expected");
    expect(contact({ assessor: "ewo" }, "2026-11-19").findings[0]?.because).toContain("not the lead professional");
  });
});

describe("CWDC-CASE-NICOLE: a family has one lead (RN-13); a child with a lock has its own beside that one", () => {
  const byLaw = { holder: "sw-amin", from: day("2026-11-24"), until: day("2027-02-01") };
  const family = { lead: aLead("family-worker", "2026-09-01") };
  test.each([
    ["2026-11-23", "filled | family-worker"],
    ["2026-11-24", "filled | sw-amin"],
    ["2027-01-31", "filled | sw-amin"],
    ["2027-02-01", "filled | family-worker"],
  ])("a lock from 24 November to 31 January, on %s: %s", (asked, answer) => {
    expect(inShort(contact({ ...family, byLaw }, asked))).toBe(answer);
  });
  test("both are on the family's card while it holds, each with what is theirs", () => {
    const said = (asked: string) =>
      contact({ ...family, byLaw }, asked).findings.map((f) => [f.rule, "holder" in f ? holderInShort(f.holder) : ""]);
    expect(said("2026-11-24")).toEqual([
      ["england.contact-of-record", "sw-amin"],
      ["england.contact-family-lead-beside", "family-worker"],
    ]);
    expect(said("2026-11-23")).toEqual([["england.contact-of-record", "family-worker"]]);
  });
  test("until the social worker is named the team manager holds the record", () => {
    expect(inShort(contact({ ...family, byLaw: { ...byLaw, holder: "none" } }, "2026-11-24"))).toBe(
      "required | the social-work-team-manager",
    );
    expect(inShort(contact({ ...family, byLaw: { ...byLaw, holder: "not-recorded" } }, "2026-11-24"))).toBe(
      "required | the social-work-team-manager",
    );
  });
  test("why is said: the law, and who stands in until a name is there", () => {
    const because = (holder: string) => contact({ byLaw: { ...byLaw, holder } }, "2026-11-24").findings[0]?.because;
    expect(because("sw-amin")).toContain("The law puts this person in the lead of this child");
    expect(because("none")).toContain("nobody is named in it: the team manager holds the record");
    expect(contact({ ...family, byLaw }, "2026-11-24").findings[1]).toMatchObject({
      tier: "may",
      from: "2026-09-01",
      about: "practitioner:family-worker",
    });
  });
  test("a lead whom the law names as well is one person, not two", () => {
    const decision = contact({ lead: aLead("sw-amin", "2026-09-01"), byLaw }, "2026-11-24");
    expect(decision.findings).toHaveLength(1);
  });
});

describe("CWDC-2.17b: holding and acting are two things: a lead who is away is held, and not ended", () => {
  const lead = aLead("fay", "2026-09-01", true);
  const acting = { id: "rob", from: day("2026-12-14"), until: day("2027-01-11") };
  test.each([
    ["2026-12-13", "required | the line-manager"],
    ["2026-12-14", "filled | rob"],
    ["2027-01-10", "filled | rob"],
    ["2027-01-11", "required | the line-manager"],
  ])("on %s: %s", (asked, answer) => {
    expect(inShort(contact({ lead, acting }, asked))).toBe(answer);
  });
  test("back again, the one who held it is the contact", () => {
    expect(inShort(contact({ lead: aLead("fay", "2026-09-01"), acting }, "2027-01-11"))).toBe("filled | fay");
    expect(contact({ lead, acting }, "2026-12-14").findings[0]?.because).toContain(
      "The lead is held by the person who is away, and is not ended.",
    );
    expect(contact({ acting }, "2026-12-14").findings[0]?.because).toContain("while nobody holds the lead");
    expect(contact({ lead, acting }, "2026-12-14").findings[0]).toMatchObject({ tier: "must", from: "2026-12-14" });
    expect(contact({ lead }, "2026-12-13").findings[0]).toMatchObject({
      tier: "expected",
      because: "The lead is away and nobody acts: this is the contact meanwhile. The lead is held, and is not ended.",
    });
    expect(contact({ lead: aLead("fay", "2026-09-01") }, "2026-12-14").findings[0]).toMatchObject({
      from: "2026-09-01",
      because: "Leads since 1 September 2026, and is the contact.",
    });
  });
  test("whether the lead is away is not known: whoever leads is still the contact", () => {
    const unknown = { stretch: { id: "fay", from: day("2026-09-01") }, isPaused: "not-recorded" as const };
    expect(inShort(contact({ lead: unknown }, "2026-12-14"))).toBe("filled | fay");
  });
});

describe("CWDC-4.6a: the child's own chosen contact stands beside the accountable lead", () => {
  const chosen = { id: "jo", by: "child", from: day("2026-11-10"), hasReason: true } as const;
  test("the lead stays the contact of record and answers", () => {
    const decision = contact({ lead: aLead("sw", "2026-09-01"), chosen }, "2026-11-10");
    expect(inShort(decision)).toBe("filled | sw");
    expect(decision.findings.find(({ rule }) => rule === "england.contact-chosen")).toMatchObject({
      tier: "may",
      holder: { id: "jo" },
      accountable: { id: "sw" },
    });
    expect(contact({ lead: aLead("sw", "2026-09-01"), chosen }, "2026-11-09").findings).toHaveLength(1);
  });
  const said = (of: Partial<ContactFacts>) =>
    contact(of, "2026-11-10").findings.find(({ rule }) => rule === "england.contact-chosen");
  test("whom the law names answers before a family's lead; where nobody leads nobody is said to", () => {
    const byLaw = { holder: "sw-amin", from: day("2026-09-01") };
    expect(said({ byLaw, lead: aLead("family-worker", "2026-09-01"), chosen })).toMatchObject({
      accountable: { id: "sw-amin" },
      from: "2026-11-10",
      about: "family:child-1",
    });
    expect(said({ chosen })).not.toHaveProperty("accountable");
  });
  test("why is asked of the lead where it is not written down", () => {
    for (const hasReason of [false, "not-recorded"] as const)
      expect(said({ chosen: { ...chosen, hasReason } })?.needs).toEqual([
        {
          what: "reason",
          from: "lead-professional",
          for: "why the child would rather be in touch with somebody else",
          code: "chosen-contact-why",
        },
      ]);
    expect(said({ chosen })).not.toHaveProperty("needs");
    expect(said({ chosen })?.because).toBe(
      "The child chose this person to be in touch with from 10 November 2026. Whoever leads goes on leading and answers for the plan.",
    );
  });
});

const settled = (of: Partial<SettledFacts>) =>
  book.gate("lead-professional.settled", settledFacts(of), on("2026-11-20"));
const saying = (of: Partial<SettledFacts>, rule: string) =>
  settled(of).findings.find((finding) => finding.rule === `england.${rule}`)?.because;

describe("CWDC-2.4: a lead rests on an assessment; without one the choice is provisional", () => {
  test("appointed on 20 November with none attached: provisional, and the line manager hears of it", () => {
    expect(settled({ assessment: "none" }).answer).toBe("prevents");
    expect(saying({ assessment: "none" }, "settled-on-assessment")).toBe(
      "Provisional: no assessment is attached. The line manager is told; attach one to settle who leads.",
    );
    expect(settled({}).answer).toBe("permits");
    expect(settled({ assessment: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["the assessment"] });
  });
});

describe("CWDC-3.13a: named in a referral before anything was agreed together, the choice is provisional", () => {
  test("the mentor of the referral of 11 November, and the family worker of the meeting of 18 November", () => {
    expect(settled({ proposed: "mentor", wasOpen: false }).answer).toBe("prevents");
    expect(saying({ proposed: "mentor", wasOpen: false }, "settled-agreed-first")).toContain(
      "Provisional: this person was named before child, family and practitioners had agreed",
    );
    expect(settled({ proposed: "family-worker", wasOpen: true }).answer).toBe("permits");
    expect(settled({ wasOpen: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether needs, outcomes and contributions were agreed"],
    });
  });
});

describe("CWDC-4.5: with complex needs the lead is taken over from the lead agency's own process", () => {
  const conference = { kind: "protection-conference", heldOn: day("2026-11-18"), names: "sw" } as const;
  const statuses = [aStatus("child-protection-plan", "2026-11-18")];
  const takeOver = (
    process: TakenOverFacts["process"],
    held: readonly LegalStatus[] | "not-recorded" = statuses,
    asked = "2026-11-18",
  ) =>
    book.gate(
      "lead-professional.taken-over",
      { child: { id: "child", statuses: held }, plan: { id: "plan" }, process },
      on(asked),
    );
  test("the initial conference of 18 November named the key worker: recorded from that, without a second meeting", () => {
    const decision = takeOver(conference);
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]?.because).toBe(
      "Child protection conference of 18 November 2026 named the lead: it is recorded from that, without a second meeting.",
    );
  });
  test("it has named nobody yet, or is still to come", () => {
    expect(takeOver("none").answer).toBe("prevents");
    expect(takeOver({ ...conference, names: "none" }).answer).toBe("prevents");
    expect(takeOver({ ...conference, heldOn: day("2026-11-19") }).answer).toBe("prevents");
  });
  test("with no such status the lead is chosen together; what is not recorded is asked for", () => {
    expect(takeOver(conference, []).answer).toBe("prevents");
    expect(takeOver(conference, statuses, "2026-11-17").answer).toBe("prevents");
    expect(takeOver(conference, "not-recorded")).toMatchObject({ missing: ["legal statuses"] });
    expect(takeOver("not-recorded")).toMatchObject({ missing: ["the process that named the lead"] });
    expect(takeOver({ ...conference, kind: "not-recorded" }).answer).toBe("unknown");
    expect(takeOver({ ...conference, heldOn: "not-recorded" }).answer).toBe("unknown");
    expect(takeOver({ ...conference, heldOn: "none" }).answer).toBe("unknown");
    expect(takeOver({ ...conference, names: "not-recorded" }).answer).toBe("unknown");
  });
});

const setting = (of: Parameters<typeof bySettingFacts>[0], asked = "2026-11-24") =>
  book.designation("lead-professional.by-setting", bySettingFacts(of), on(asked));

describe("CWDC-3.4a: somebody of the school fits where three things are so; a suggestion, no more", () => {
  test("all three: somebody of the school; one not, with five from outside: another service", () => {
    expect(inShort(setting({}))).toBe("suggested | the member-of-school-staff");
    expect(inShort(setting({ school: { overviewIsUseful: false }, outsidePractitioners: 5 }))).toBe(
      "suggested | the practitioner-from-outside-school",
    );
  });
  test.each([
    [{ hasStrongestRelationship: false }],
    [{ needsAreMainlyInSchool: false }],
    [{ overviewIsUseful: false }],
  ])("%j alone suggests another service", (school) => {
    const decision = setting({ school });
    expect(inShort(decision)).toBe("suggested | the practitioner-from-outside-school");
    expect(decision.findings[0]?.because).toContain("Not all three are so");
  });
  test.each([
    [2, "the member-of-school-staff"],
    [3, "the practitioner-from-outside-school"],
    ["not-recorded" as const, "the member-of-school-staff"],
  ])("all three so, and %s from outside: %s", (outsidePractitioners, post) => {
    expect(inShort(setting({ outsidePractitioners }))).toBe(`suggested | ${post}`);
  });
  test("why is said, and it decides nothing", () => {
    expect(setting({}).findings[0]).toMatchObject({
      force: "may",
      because: "All three are so: somebody of the school fits. Anybody else may be chosen.",
    });
    expect(setting({ outsidePractitioners: 5 }).findings[0]?.because).toBe(
      "5 practitioners come from outside the school: consider another service. Somebody of the school may still be chosen.",
    );
  });
  test("an answer that is missing is asked for, and never read as no", () => {
    expect(setting({ school: { overviewIsUseful: "not-recorded" } })).toMatchObject({
      answer: "open",
      missing: ["whether somebody of the school fits"],
    });
    expect(setting({ setting: "none" }).answer).toBe("silent");
    expect(setting({ setting: "not-recorded" }).answer).toBe("silent");
  });
});

describe("CWDC-3.7: in further education three kinds of people come into question, and nobody is chosen by that", () => {
  test("at college, 17: adviser, tutor or somebody else involved", () => {
    expect(inShort(setting({ setting: "further-education" }))).toBe(
      "open | the personal-adviser | the college-personal-tutor | the practitioner-on-the-team",
    );
    const involved = [anInvolved("ms-hart", { posts: ["personal-adviser"], agency: "personal-advice" })];
    expect(inShort(setting({ setting: "further-education", involved }))).toBe(
      "open | ms-hart | the college-personal-tutor | the practitioner-on-the-team",
    );
  });
});

describe("CWDC-3.8: on an Entry to Employment programme the adviser leads, unless the law names a social worker", () => {
  const involved = [anInvolved("pa", { posts: ["personal-adviser"], agency: "personal-advice" })];
  const programme = { setting: "entry-to-employment", involved } as const;
  const statuses = [aStatus("looked-after", "2026-12-10", { holder: "sw" })];
  test.each([
    ["2026-12-09", "required | pa"],
    ["2026-12-10", "filled | sw"],
  ])("looked after from 10 December, on %s: %s", (asked, answer) => {
    expect(inShort(setting({ ...programme, child: { statuses } }, asked))).toBe(answer);
  });
  test("from then the adviser stays on the team", () => {
    const decision = setting({ ...programme, child: { statuses } }, "2026-12-10");
    expect(decision.findings.at(-1)).toMatchObject({
      tier: "may",
      holder: { id: "pa" },
      because: "The personal adviser stays on the team while the law says that a social worker leads.",
    });
  });
  test.each([
    [1, "silent"],
    [2, "required | pa"],
    ["not-recorded" as const, "open"],
  ])("with %s services: %s", (services, answer) => {
    expect(inShort(setting({ ...programme, services }))).toBe(answer);
  });
  test("the adviser's manager answers, and statuses that nobody recorded are asked for", () => {
    expect(setting(programme).accountable).toEqual([{ kind: "post", post: "personal-adviser-manager" }]);
    expect(setting({ ...programme, child: { statuses: "not-recorded" } })).toMatchObject({
      answer: "open",
      missing: ["legal statuses"],
    });
  });
});

describe("CWDC-ANNEXC-additional: with several professionals, no lead only in exceptional local circumstances", () => {
  const without = (of: Partial<WithoutFacts>) =>
    book.gate("lead-professional.without", withoutFacts(of), on("2026-11-24"));
  test("three services and no lead: the circumstances in words, and who approved", () => {
    expect(without({ exceptionalCircumstances: "none", approvedBy: "none" })).toMatchObject({
      answer: "permits-if",
      needs: [
        { what: "reason", code: "without-lead-why" },
        { what: "approval", code: "without-lead-approved" },
      ],
    });
    expect(without({ exceptionalCircumstances: "none" }).needs).toHaveLength(1);
    expect(without({ approvedBy: "practitioner" }).needs).toMatchObject([{ what: "approval" }]);
    expect(without({}).answer).toBe("permits");
    expect(without({}).findings[0]?.because).toContain("It shows among the month's departures.");
    expect(without({ approvedBy: "director" }).answer).toBe("permits");
  });
  test.each([
    [1, "permits"],
    [2, "permits-if"],
  ])("%s practitioners: %s", (practitioners, answer) => {
    expect(without({ practitioners, exceptionalCircumstances: "none" }).answer).toBe(answer);
  });
  test("what is not recorded is asked for", () => {
    expect(without({ practitioners: 1 }).findings[0]?.because).toBe(
      "Fewer practitioners help than would ask for a lead.",
    );
    expect(without({ exceptionalCircumstances: "none" }).findings[0]?.because).toContain(
      "3 practitioners help this child",
    );
    expect(without({ practitioners: "not-recorded" }).missing).toEqual(["how many practitioners help"]);
    expect(without({ exceptionalCircumstances: "not-recorded" }).answer).toBe("unknown");
    expect(without({ approvedBy: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("CWDC-CASE-PARESH: the manager agrees on conditions, and the lead begins once they are met", () => {
  const met = (id: string, metOn = "2026-11-27") => aCondition(id, { metOn: day(metOn) });
  const begin = (of: Partial<ConditionalFacts> = {}, asked = "2026-11-27") =>
    book.gate("lead-professional.conditional", conditionalFacts(of), on(asked));
  const both = [met("managers-support"), met("plan-is-delivered")];
  const firstReviewOn = day("2026-12-15");
  test("conditionally agreed on 24 November: neither condition shown, no review dated", () => {
    const decision = begin({}, "2026-11-24");
    expect(decision.answer).toBe("prevents");
    expect(decision.findings.map(({ because }) => because)).toEqual([
      "Conditionally agreed: 0 of 2 conditions are shown to be met. The lead begins once all are; until then whoever is the contact for now goes on.",
      "Conditionally agreed: the first review of progress has no date yet.",
    ]);
  });
  test("each alone is not enough; both and a dated first review are", () => {
    expect(begin({ conditions: both }).answer).toBe("prevents");
    expect(begin({ firstReviewOn }).answer).toBe("prevents");
    expect(
      begin({ conditions: [met("managers-support"), aCondition("plan-is-delivered")], firstReviewOn }).answer,
    ).toBe("prevents");
    expect(begin({ conditions: both, firstReviewOn }).answer).toBe("permits");
    expect(begin({ conditions: both, firstReviewOn }, "2026-11-26").answer).toBe("prevents");
  });
  test("conditions that nobody recorded are asked for", () => {
    expect(begin({ conditions: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["the conditions"] });
  });
  const owed = (of: Partial<ConditionalFacts>, asked = "2026-11-27") =>
    book.duty("lead-professional.conditions", conditionalFacts(of), on(asked)).owed;
  test("somebody sees to each by its day; where nobody does, that is asked of the manager who agreed", () => {
    expect(owed({ conditions: [aCondition("a")] })).toMatchObject([
      { who: "practitioner", whoId: "youth-workers-manager", due: { day: "2026-11-30" } },
    ]);
    expect(owed({ conditions: [aCondition("a", { owner: "none", dueOn: "none" })] })).toMatchObject([
      { who: "line-manager", whoId: "team-manager", due: "unknown" },
    ]);
    expect(owed({ conditions: both })).toEqual([]);
    expect(owed({ conditions: "not-recorded" })).toEqual([]);
  });
  test("one that is broken later is told to who agreed and to the next manager, and ends no lead", () => {
    const broken = [aCondition("a", { metOn: day("2026-11-27"), brokenOn: day("2027-01-11") })];
    expect(owed({ conditions: broken }, "2027-01-10")).toEqual([]);
    expect(owed({ conditions: broken }, "2027-01-11").map(({ who }) => who)).toEqual([
      "line-manager",
      "second-line-manager",
    ]);
    expect(owed({ conditions: broken }, "2027-01-11")[0]?.because).toContain("it ends no lead by itself");
    expect(begin({ conditions: broken, firstReviewOn }, "2027-01-11").answer).toBe("permits");
  });
});

describe("CWDC-VAR-TIER-2: a case that needs a lead and has none is brokered, with the days it waits", () => {
  const declined = (id: string, declinedOn = "2026-11-24") => ({ id, declinedOn: day(declinedOn) });
  const three = ["a", "b", "c"].map((id) => declined(id));
  const owed = (of: Partial<SearchFacts>, asked: string, of_ = book) =>
    of_.duty("lead-professional.search", searchFacts(of), on(asked)).owed;
  test("three decline on 24 November: on the list the same day, until somebody is found on the 27th", () => {
    const facts = { asked: three, foundOn: day("2026-11-27") };
    expect(owed(facts, "2026-11-23")).toEqual([]);
    expect(owed(facts, "2026-11-24")[0]?.because).toContain("since 24 November 2026 (0 days), and 3 declined");
    expect(owed(facts, "2026-11-25")[0]?.because).toContain("(1 day)");
    expect(owed(facts, "2026-11-26")).toHaveLength(1);
    expect(owed(facts, "2026-11-27")).toEqual([]);
  });
  test("while somebody who was asked has not answered nobody is chased for it", () => {
    expect(owed({ asked: [...three, { id: "d", declinedOn: "none" }] }, "2026-11-26")).toEqual([]);
    expect(owed({ asked: [declined("a", "2026-11-26")] }, "2026-11-25")).toEqual([]);
    expect(owed({}, "2026-11-24")[0]?.because).toContain("nobody has been asked");
  });
  test("it falls to the line manager, or to the managers for integrated working where an area has them", () => {
    const settings = { integratedWorkingManagers: true };
    const tier = adopt(england, { id: "a", from: day("2026-01-01"), settings, terms: {}, departures: [] });
    expect(owed({ asked: three }, "2026-11-24")).toMatchObject([{ who: "line-manager" }]);
    expect(owed({ asked: three }, "2026-11-24", tier)).toMatchObject([{ who: "coordinator" }]);
  });
});
