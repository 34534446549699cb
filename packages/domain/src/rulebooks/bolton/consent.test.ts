import { describe, expect, test } from "vitest";
import type { AgreedAction } from "../../consent/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { aConsent, anAgreedAction, newServiceFacts, releaseFacts } from "../../testing/consent.ts";
import { familyContactFacts, messageFacts } from "../../testing/family.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const on = (day: string) => noonOn(localDate(day));
const no = { answer: "not-agreed", on: localDate("2026-11-24"), saysWhy: true } as const;

describe("BOL-4.8: by the end of the meeting it is recorded what they agree to", () => {
  const agreement = (actions: readonly AgreedAction[]) =>
    book.gate("consent.agreement", { child: { id: "child-1" }, plan: { id: "plan-1" }, actions }, on("2026-11-24"));
  test("Mr Iqbal disagrees with action 4, with his reason: agreed except action 4", () => {
    const decision = agreement([anAgreedAction(), anAgreedAction({ id: "action 4", family: no })]);
    expect(decision).toMatchObject({ answer: "permits", needs: [] });
    expect(decision.findings).toEqual([
      expect.objectContaining({
        rule: "bolton.agreement-recorded",
        clause: { source: "Bolton", at: "4.8" },
        because: expect.stringMatching(/^The plan is agreed except for action 4\. That is no reason to close it/),
      }),
    ]);
  });
  test("without his reason that is asked for, of him", () => {
    const decision = agreement([anAgreedAction({ id: "action 4", family: { ...no, saysWhy: false } })]);
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs).toEqual([
      { what: "reason", from: "family", for: "what stands against action 4", code: "not-agreed-why" },
    ]);
  });
  test("the child's agreement is recorded apart", () => {
    const childsNo = agreement([anAgreedAction({ id: "action 2", child: { ...no, saysWhy: false } })]);
    expect(childsNo.needs[0]).toMatchObject({ from: "child", for: "what stands against action 2" });
    expect(agreement([anAgreedAction({ child: "none" })])).toMatchObject({
      answer: "unknown",
      missing: ["what the child says to action-1"],
    });
  });
  test.each([
    ["none", "Ask the family about action-1, and record the answer before the meeting ends."],
    ["not-recorded", "It is not recorded what the family says to action-1."],
  ] as const)("the family's answer is %s: not yet", (family, because) => {
    const decision = agreement([anAgreedAction({ family })]);
    expect(decision.answer).toBe("unknown");
    expect(decision.findings.map((finding) => finding.because)).toEqual([because]);
  });
  test("all agreed, and what protects the child asks nobody", () => {
    expect(agreement([anAgreedAction()]).findings[0]?.because).toBe("The plan is agreed.");
    const protects = anAgreedAction({ isSafeguarding: true, child: "none", family: "not-recorded" });
    expect(agreement([protects]).answer).toBe("permits");
  });
});

describe("BOL-D15: what needs their agreement waits, everything else goes ahead", () => {
  const action = (of: Partial<AgreedAction>) =>
    book.gate("consent.action", { child: { id: "child-1" }, action: anAgreedAction(of) }, on("2026-11-24"));
  test.each([
    [{}, "permits"],
    [{ family: no }, "prevents"],
    [{ child: no }, "prevents"],
    [{ family: "none" }, "unknown"],
    [{ child: "not-recorded" }, "unknown"],
    [{ needsAgreement: false, family: no }, "permits"],
    [{ needsAgreement: "not-recorded" }, "unknown"],
    [{ isSafeguarding: true, family: no, child: no, needsAgreement: true }, "permits"],
  ] as const)("%o: %s", (of, answer) => {
    expect(action(of).answer).toBe(answer);
  });
  test("a no is looked at again at the next contact", () => {
    expect(action({ family: no }).findings.map(({ effect, because }) => [effect, because])).toEqual([
      ["permits", "It is recorded that the child agrees."],
      [
        "prevents",
        "It is recorded that the family does not agree. The action waits; talk it over at the next contact.",
      ],
    ]);
  });
  test("what is missing is named", () => {
    expect(action({ family: "none" }).missing).toEqual(["what the family says to it"]);
    expect(action({ needsAgreement: "not-recorded" }).missing).toEqual(["whether the action needs their agreement"]);
  });
});

describe("BOL-4.14: no invitation before their agreement is recorded", () => {
  const service = (of: Parameters<typeof newServiceFacts>[0], day = "2026-12-01") =>
    book.gate("consent.new-service", newServiceFacts(of), on(day));
  test("mental health services are suggested and nothing is recorded: refused", () => {
    const decision = service({ agreement: "none" });
    expect(decision.answer).toBe("prevents");
    expect(decision.needs).toEqual([
      { what: "agreement", from: "family", for: "that this service comes in", code: "service-agreed" },
    ]);
    expect(decision.findings.map(({ rule }) => rule)).toEqual(["bolton.new-service-agreed"]);
  });
  test("recorded on 1 December 2026: sent that day, and not the day before", () => {
    expect(service({}, "2026-11-30")).toMatchObject({ answer: "prevents", from: "2026-12-01" });
    expect(service({}, "2026-12-01").answer).toBe("permits");
    expect(service({}, "2026-12-02").answer).toBe("permits");
  });
  test("not recorded is asked for, a no stands, a referral waits for neither", () => {
    expect(service({ agreement: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether they agree that the service comes in"],
    });
    const refused = { answer: "refused", on: localDate("2026-11-30"), by: "child" } as const;
    expect(service({ agreement: refused })).toMatchObject({ answer: "prevents", needs: [] });
    expect(service({ agreement: refused, isReferral: true }).answer).toBe("permits");
    expect(service({ agreement: "none", isReferral: true }).answer).toBe("permits");
  });
});

describe("BOL-2.3: what consent does not cover for a service stays hidden from it", () => {
  const health = { item: { id: "health-details", about: ["child-1"], isMeetingInvitation: false } };
  const forHealthAndSchool = aConsent({
    items: ["health-details"],
    recipients: [],
    agencies: ["health", "education"],
    until: localDate("2027-02-22"),
  });
  test.each([
    ["housing", "prevents"],
    ["education", "permits"],
    ["health", "permits"],
  ] as const)("consent covers health and school, %s opens the case: %s", (agency, answer) => {
    const facts = releaseFacts({ ...health, recipient: { id: "none", agency }, consents: [forHealthAndSchool] });
    expect(book.gate("consent.release", facts, on("2026-11-24")).answer).toBe(answer);
  });
});

describe("BOL-2.2: the family sees one name, and who covers", () => {
  const contact = (of: Parameters<typeof familyContactFacts>[0], day = "2026-11-24") =>
    book.designation("people.family-contact", familyContactFacts(of), on(day));
  const inOrder = (of: Parameters<typeof familyContactFacts>[0], day?: string) =>
    contact(of, day)
      .findings.flatMap((finding) => ("holder" in finding && finding.holder.kind === "person" ? [finding] : []))
      .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(({ holder, tier }) => [holder.kind === "person" ? holder.id : "", tier]);
  test("on 24 November 2026 Fay is named first and Rob as cover", () => {
    expect(inOrder({})).toEqual([
      ["fay", "must"],
      ["rob", "may"],
    ]);
    expect(contact({})).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "fay" }] });
  });
  test("while Fay is away Rob comes first", () => {
    expect(inOrder({ leadIsAway: true })).toEqual([
      ["rob", "must"],
      ["fay", "may"],
    ]);
  });
  test("the day before she leads nobody is named by this clause", () => {
    expect(contact({}, "2026-11-23").findings).toEqual([]);
  });
  test("who leads, or who covers, is asked for where nobody recorded it", () => {
    expect(contact({ lead: "not-recorded" })).toMatchObject({ missing: ["who leads"] });
    expect(contact({ cover: "not-recorded" })).toMatchObject({ missing: ["who covers when the lead is away"] });
    expect(contact({ cover: "none", leadIsAway: true })).toMatchObject({
      missing: ["who covers when the lead is away"],
    });
    expect(contact({ cover: "none" }).missing).toEqual([]);
  });
  test("Bolton says it once, in its own words", () => {
    expect(new Set(contact({}).findings.map(({ clause }) => clause.source))).toEqual(new Set(["Bolton"]));
  });
});

describe("BOL-3.1: the family is reached in the way that was agreed", () => {
  const message = (of: Parameters<typeof messageFacts>[0]) =>
    book.gate("people.message", messageFacts(of), on("2026-11-24"));
  const letter = { id: "message-1", way: "letter", on: localDate("2026-11-24"), reasonGiven: false } as const;
  test("texts on weekdays are agreed and a letter is queued: the lead is reminded", () => {
    const decision = message({ message: letter });
    expect(decision.answer).toBe("permits-if");
    expect(decision.findings[0]).toMatchObject({
      clause: { source: "Bolton", at: "3.1" },
      because: "The family wants to be reached by text on weekdays. Send it that way, or write down why not.",
    });
    expect(decision.needs.map(({ from, code }) => [from, code])).toEqual([["lead-professional", "other-way"]]);
  });
  test.each([
    ["2026-11-27", "permits"],
    ["2026-11-28", "permits-if"],
    ["2026-11-29", "permits-if"],
    ["2026-11-30", "permits"],
  ])("a text on %s: %s", (day, answer) => {
    expect(message({ message: { ...letter, way: "text", on: localDate(day) } }).answer).toBe(answer);
  });
  test("any day is agreed: a text on Saturday goes; a reason lets a letter go", () => {
    const anyDay = { way: "text", days: [], on: localDate("2026-11-02") } as const;
    expect(message({ agreed: anyDay, message: { ...letter, way: "text", on: localDate("2026-11-28") } }).answer).toBe(
      "permits",
    );
    expect(message({ message: { ...letter, reasonGiven: true } }).answer).toBe("permits");
  });
  test("days that are named one by one count, and are said as the family says them", () => {
    const agreed = { way: "text", days: ["thursday", "monday"], on: localDate("2026-11-02") } as const;
    const on = (day: string) => message({ agreed, message: { ...letter, way: "text", on: localDate(day) } });
    expect(on("2026-11-23").answer).toBe("permits");
    expect(on("2026-11-26").answer).toBe("permits");
    expect(on("2026-11-24").answer).toBe("permits-if");
    expect(on("2026-11-24").findings[0]?.because).toContain("by text on Mondays and Thursdays");
    const weekend = { ...agreed, days: ["saturday", "sunday"] as const };
    expect(message({ agreed: weekend, message: letter }).findings[0]?.because).toContain("by text at weekends.");
    const fridays = { ...agreed, days: ["friday"] as const };
    expect(message({ agreed: fridays, message: letter }).findings[0]?.because).toContain("by text on Fridays.");
    const anyDay = { ...agreed, way: "visit", days: [] } as const;
    expect(message({ agreed: anyDay, message: letter }).findings[0]?.because).toContain("reached in person. Send");
  });
  test.each(["none", "not-recorded"] as const)("%s agreed: it is to be agreed with them", (agreed) => {
    const decision = message({ agreed });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs).toEqual([
      { what: "agreement", from: "family", for: "how and how often to be reached", code: "way-of-communicating" },
    ]);
  });
});
