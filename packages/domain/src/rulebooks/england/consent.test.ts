import { describe, expect, test } from "vitest";
import type { ReleaseFacts } from "../../consent/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import {
  aConsent,
  aShare,
  consentDutiesFacts,
  contentsFacts,
  newServiceFacts,
  referralFacts,
  releaseFacts,
} from "../../testing/consent.ts";
import { bolton } from "../bolton/bolton.ts";
import { adopt, asItStands } from "../questions.ts";
import { wigan } from "../wigan/wigan.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = (day: string) => noonOn(localDate(day));
const release = (of: Partial<ReleaseFacts>, day = "2026-03-02") =>
  book.gate("consent.release", releaseFacts(of), on(day));
const said = (of: Partial<ReleaseFacts>, rule: string, day?: string) =>
  release(of, day).findings.find((finding) => finding.rule === `england.${rule}`);

describe("CWDC-3.19c: no basis, no release", () => {
  const adultServices = {
    item: { id: "common-assessment", about: ["child-1"], isMeetingInvitation: false },
    by: { id: "lead-1", agency: "social-work" },
    recipient: { id: "adult-team", agency: "adult-services" },
  } as const;
  const forChildrensServices = aConsent({
    items: ["common-assessment"],
    recipients: [],
    agencies: ["social-work", "health"],
    from: localDate("2026-10-01"),
    until: localDate("2027-10-01"),
  });
  test("adult mental health asked on 30 November, consent covers children's services only: refused, and consent is asked for", () => {
    const decision = release({ ...adultServices, consents: [forChildrensServices] }, "2026-11-30");
    expect(decision.answer).toBe("prevents");
    expect(decision.needs).toEqual([expect.objectContaining({ what: "agreement", code: "consent-requested" })]);
    expect(
      said({ ...adultServices, consents: [forChildrensServices] }, "release-written-consent", "2026-11-30"),
    ).toMatchObject({
      clause: { source: "CWDC", at: "3.19" },
      strength: "ours",
      because: expect.stringContaining("other items or other recipients"),
    });
  });
  test("the same to children's health services goes", () => {
    const health = { ...adultServices, recipient: { id: "clinic", agency: "health" } } as const;
    expect(release({ ...health, consents: [forChildrensServices] }, "2026-11-30").answer).toBe("permits");
  });
  test.each([
    ["none", "none", "prevents"],
    ["not-recorded", "none", "unknown"],
    ["public-task", "none", "prevents"],
    ["public-task", "not-recorded", "unknown"],
    ["public-task", "team-manager-1", "permits"],
  ] as const)("basis %s, decided by %s: %s", (basis, decidedBy, answer) => {
    expect(release({ ...adultServices, basis, decidedBy, consents: [] }, "2026-11-30").answer).toBe(answer);
  });
  test("what nothing rests on is refused with a request for consent", () => {
    const finding = said({ ...adultServices, basis: "none" }, "release-basis");
    expect(finding).toMatchObject({ effect: "prevents", because: expect.stringContaining("Ask for consent") });
    expect(finding?.needs).toHaveLength(1);
  });
});

describe("CWDC-CASE-NATALIE: an update to children's services goes with consent and not before", () => {
  const update = {
    child: { id: "natalie", bornOn: localDate("2009-05-01") },
    item: { id: "update", about: ["natalie"], isMeetingInvitation: false },
    by: { id: "adviser-1", agency: "voluntary" },
    recipient: { id: "children's-services", agency: "social-work" },
  } as const;
  const hers = aConsent({
    by: "child",
    items: ["update"],
    recipients: ["children's-services"],
    from: localDate("2026-12-03"),
    until: localDate("2027-06-03"),
  });
  test("on 2 December nobody was asked: refused", () => {
    const decision = release({ ...update, consents: [] }, "2026-12-02");
    expect(decision.answer).toBe("prevents");
    expect(said({ ...update, consents: [] }, "release-written-consent", "2026-12-02")?.because).toMatch(
      /There is no consent on record/,
    );
  });
  test("consent of 3 December: refused the day before with its day, sent on the day", () => {
    expect(release({ ...update, consents: [hers] }, "2026-12-02")).toMatchObject({
      answer: "prevents",
      from: "2026-12-03",
    });
    expect(release({ ...update, consents: [hers] }, "2026-12-03").answer).toBe("permits");
  });
  test("it ends on its day: 2 June 2027 is the last", () => {
    expect(release({ ...update, consents: [hers] }, "2027-06-02").answer).toBe("permits");
    const after = release({ ...update, consents: [hers] }, "2027-06-03");
    expect(after.answer).toBe("prevents");
    expect(after.findings.map(({ because }) => because).join()).toContain("ended on 2 June 2027");
  });
});

describe("CWDC-CASE-SAMANTHA: consent spoken and written, and what waits for the mother", () => {
  const spoken = aConsent({ form: "spoken", from: localDate("2026-11-09"), until: localDate("2027-11-09") });
  const written = aConsent({ id: "consent-2", from: localDate("2026-11-10"), until: localDate("2027-11-09") });
  test("spoken on 9 November opens nothing, written on 10 November does", () => {
    expect(release({ consents: [spoken, written] }, "2026-11-09").answer).toBe("prevents");
    expect(release({ consents: [spoken, written] }, "2026-11-10").answer).toBe("permits");
  });
  test("spoken alone opens the invitation to the meeting, and nothing else (RN-32)", () => {
    const invitation = { id: "reading-scores", about: ["child-1"], isMeetingInvitation: true };
    expect(release({ item: invitation, consents: [spoken] }, "2026-11-09").answer).toBe("permits");
    const refused = said({ consents: [spoken] }, "release-written-consent", "2026-11-09");
    expect(refused).toMatchObject({
      effect: "prevents",
      because:
        "The consent was spoken. It opens the invitation to the meeting and nothing else: ask for it in writing.",
      needs: [
        { what: "agreement", from: "parent-or-carer", for: "written consent that names the item and the recipient" },
      ],
    });
  });
  test("an area may ask for writing before the invitation too", () => {
    const strict = adopt(england, {
      id: "strict",
      from: localDate("2026-01-01"),
      settings: { spokenConsentOpensInvitation: false },
      terms: {},
      departures: [],
    });
    const invitation = { id: "reading-scores", about: ["child-1"], isMeetingInvitation: true };
    const decision = strict.gate(
      "consent.release",
      releaseFacts({ item: invitation, consents: [spoken] }),
      on("2026-11-09"),
    );
    expect(decision.answer).toBe("prevents");
    expect(decision.values.map(({ name, value }) => [name, value])).toEqual([["spokenConsentOpensInvitation", false]]);
  });
  test("whether it was written is not recorded: that is asked for", () => {
    const decision = release({ consents: [{ ...spoken, form: "not-recorded" }] }, "2026-11-09");
    expect(decision).toMatchObject({ answer: "unknown", missing: ["whether the consent is in writing"] });
  });
  test("the counselling service stays the mother's to decide until she says yes", () => {
    const counselling = (answer: "agreed" | "undecided", day: string) =>
      book.gate(
        "consent.new-service",
        newServiceFacts({ agreement: { answer, on: localDate("2026-11-12"), by: "family" } }),
        on(day),
      );
    const waiting = counselling("undecided", "2026-11-12");
    expect(waiting.answer).toBe("prevents");
    expect(waiting.findings[0]?.because).toMatch(/stays theirs to decide/);
    expect(counselling("agreed", "2026-11-12").answer).toBe("permits");
    expect(counselling("agreed", "2026-11-11")).toMatchObject({ answer: "prevents", from: "2026-11-12" });
  });
});

describe("RN-32: withdrawal stops future sharing at once, and nothing that was shared", () => {
  const withdrawn = aConsent({ withdrawnOn: localDate("2026-03-02") });
  test.each([
    ["2026-03-01", "permits"],
    ["2026-03-02", "prevents"],
    ["2026-03-03", "prevents"],
  ])("withdrawn on 2 March, asked on %s: %s", (day, answer) => {
    expect(release({ consents: [withdrawn] }, day).answer).toBe(answer);
  });
  test("the refusal says what stays", () => {
    expect(said({ consents: [withdrawn] }, "release-written-consent")?.because).toBe(
      "The consent was withdrawn on 2 March 2026. Nothing more is shared on it; what was shared before stays recorded.",
    );
  });
  test("of several that are over the last is named, and one that will be withdrawn later has simply ended", () => {
    const because = (of: readonly ReturnType<typeof aConsent>[], day: string) =>
      said({ consents: of }, "release-written-consent", day)?.because;
    const ended = (until: string) => aConsent({ id: until, until: localDate(until) });
    for (const both of [
      [ended("2026-03-02"), ended("2026-04-02")],
      [ended("2026-04-02"), ended("2026-03-02")],
    ])
      expect(because(both, "2026-05-01")).toContain("ended on 1 April 2026");
    const endedFirst = aConsent({ until: localDate("2026-03-01"), withdrawnOn: localDate("2026-04-01") });
    expect(because([endedFirst], "2026-03-15")).toContain("ended on 28 February 2026");
    expect(because([endedFirst], "2026-04-01")).toContain("withdrawn on 1 April 2026");
  });
  test("a new consent after the withdrawal opens it again", () => {
    const again = aConsent({ id: "consent-2", from: localDate("2026-03-03") });
    expect(release({ consents: [withdrawn, again] }, "2026-03-02").answer).toBe("prevents");
    expect(release({ consents: [withdrawn, again] }, "2026-03-03").answer).toBe("permits");
  });
});

describe("RN-32: written consent names recipients and items, and a no stands beside a yes", () => {
  test("a no is a no, and asks nobody again", () => {
    const decision = release({ consents: [aConsent({ answer: "refused" })] });
    expect(decision).toMatchObject({ answer: "prevents", needs: [] });
    expect(decision.findings.map(({ because }) => because).join()).toContain("The answer was no");
  });
  test("one says yes and the other no: the lead professional decides and writes down why", () => {
    const decision = release({ consents: [aConsent(), aConsent({ id: "consent-2", by: "child", answer: "refused" })] });
    expect(decision).toMatchObject({ answer: "refers", decidedBy: ["lead-professional"] });
    expect(decision.needs.map(({ code }) => code)).toEqual(["answers-differ"]);
  });
  test("who took a yes back says no", () => {
    const took = aConsent({ id: "consent-2", by: "child", withdrawnOn: localDate("2026-03-02") });
    expect(release({ consents: [aConsent(), took] }, "2026-03-01").answer).toBe("permits");
    expect(release({ consents: [aConsent(), took] }, "2026-03-02").answer).toBe("refers");
    const gaveAgain = aConsent({ id: "consent-3", by: "child", from: localDate("2026-03-03") });
    expect(release({ consents: [aConsent(), took, gaveAgain] }, "2026-03-02").answer).toBe("refers");
    expect(release({ consents: [aConsent(), took, gaveAgain] }, "2026-03-03").answer).toBe("permits");
  });
  test("one parent takes a yes back and the other's stands: a person decides, and no older yes passes for a new one", () => {
    const took = aConsent({ id: "consent-2", withdrawnOn: localDate("2026-03-02") });
    expect(release({ consents: [aConsent(), took] }, "2026-03-01").answer).toBe("permits");
    expect(release({ consents: [aConsent(), took] }, "2026-03-02").answer).toBe("refers");
    const again = aConsent({ id: "consent-3", from: localDate("2026-03-02") });
    expect(release({ consents: [took, again] }, "2026-03-02").answer).toBe("permits");
  });
  test("consents that nobody recorded are asked for", () => {
    expect(release({ consents: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["what was consented to"],
    });
  });
  test.each([
    [{ id: "reading-scores", about: ["child-1", "child-2"], isMeetingInvitation: false }, /one named child/],
    [{ id: "reading-scores", about: ["child-2"], isMeetingInvitation: false }, /one named child/],
    [{ id: "reading-scores", about: [], isMeetingInvitation: false }, /one named child/],
  ])("an item about %o is not shared as this child's", (item, because) => {
    expect(said({ item }, "release-purpose")).toMatchObject({
      effect: "prevents",
      because: expect.stringMatching(because),
    });
  });
  test("each item has its own answer: what one consent names opens nothing else", () => {
    const other = { id: "attendance", about: ["child-1"], isMeetingInvitation: false };
    expect(release({}).answer).toBe("permits");
    expect(release({ item: other }).answer).toBe("prevents");
  });
});

describe("CWDC-2.20d: each act of sharing is kept whole, and the family can be given the list", () => {
  const duties = (of: Parameters<typeof consentDutiesFacts>[0]) =>
    book.duty("consent.duties", consentDutiesFacts(of), on("2026-11-22"));
  test("an entry that leaves something out is completed by whoever shared", () => {
    const [duty, ...more] = duties({ shares: [aShare({ basis: "none", leavesOut: ["why"] })] }).owed;
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      who: "practitioner",
      whoId: "teacher-1",
      act: "consent.complete-entry",
      due: "at-once",
      because:
        "The entry of 24 February 2026 does not say what for, on what basis. Complete it: the family can be given the list.",
    });
  });
  test.each([
    [{ leavesOut: ["what"] }, "what was shared"],
    [{ leavesOut: ["to-whom", "to-whom"] }, "with whom"],
    [{ by: "not-recorded" }, "by whom"],
    [{ basis: "not-recorded" }, "on what basis"],
  ] as const)("%o: does not say %s", (of, words) => {
    expect(duties({ shares: [aShare(of)] }).owed[0]?.because).toContain(`does not say ${words}. Complete`);
  });
  test("a whole entry owes nothing", () => {
    expect(duties({ shares: [aShare()] }).answer).toBe("nothing-owed");
  });
  test("1 October to 22 November 2026: 7 shares, 6 by consent, 1 on a safeguarding basis", () => {
    const shares = Array.from({ length: 7 }, (_, at) => ({
      id: `share-${at}`,
      on: localDate(at === 0 ? "2026-10-01" : "2026-11-22"),
      basis: at === 6 ? ("safeguarding" as const) : ("consent" as const),
    }));
    const before = { id: "share-8", on: localDate("2026-09-30"), basis: "consent" } as const;
    const after = { id: "share-9", on: localDate("2026-11-23"), basis: "consent" } as const;
    const list = book.measure(
      "consent.shared",
      {
        child: { id: "child-1" },
        shares: [...shares, before, after],
        from: localDate("2026-10-01"),
        until: localDate("2026-11-23"),
      },
      on("2026-11-22"),
    );
    expect(list).toMatchObject({ answer: "measured", amount: 7 });
    expect(list.parts.map(({ label, amount }) => [label, amount])).toEqual([
      ["Consent", 6],
      ["Safeguarding", 1],
    ]);
  });
  test("what nobody recorded makes it a least figure, and nothing shared is nothing", () => {
    const asked = (basis: "none" | "not-recorded" | undefined) =>
      book.measure(
        "consent.shared",
        {
          child: { id: "child-1" },
          shares: basis === undefined ? [] : [{ id: "share-1", on: localDate("2026-11-22"), basis }],
          from: localDate("2026-10-01"),
        },
        on("2026-11-22"),
      );
    expect(asked("not-recorded")).toMatchObject({
      answer: "at-least",
      amount: 1,
      missing: ["what some of the sharing rests on"],
    });
    expect(asked("none").parts).toEqual([{ rule: "england.shared-by-basis", label: "On no basis", amount: 1 }]);
    expect(asked(undefined)).toMatchObject({ answer: "measured", amount: 0 });
  });
});

describe("CWDC-2.20d: nothing is shared without a purpose in words", () => {
  test("no purpose stated: refused, whatever the consent; with one it goes", () => {
    expect(release({ purposeStated: false })).toMatchObject({ answer: "prevents" });
    expect(said({ purposeStated: false }, "release-purpose")).toMatchObject({
      effect: "prevents",
      because: "Say in words what this is shared for. The child and the family are shown those words.",
    });
    expect(said({}, "release-purpose")?.effect).toBe("permits");
  });
});

describe("RN-32: a consent is whole before it is shown and when it is recorded", () => {
  const contents = (of: Parameters<typeof contentsFacts>[0]) =>
    book.gate("consent.contents", contentsFacts(of), on("2026-02-22"));
  test("written consent names what, with whom and why (RN-32)", () => {
    expect(contents({}).answer).toBe("permits");
    expect(contents({ saysWithWhom: false }).findings[0]?.because).toContain("Write down with whom,");
    expect(contents({ saysWhat: false, saysWhy: false }).findings[0]?.because).toContain("what is shared, why,");
  });
  test.each([
    ["by", "who answered"],
    ["answer", "what the answer was"],
    ["on", "the day of the answer"],
    ["form", "whether it was spoken or written"],
    ["endsOn", "until when it holds, or that it has no end"],
  ] as const)("%s not recorded: it is on record only once it says %s (CWDC-CASE-SAMANTHA)", (field, missing) => {
    const decision = contents({ [field]: "not-recorded" });
    expect(decision).toMatchObject({ answer: "unknown", missing: [missing] });
    expect(decision.findings.find(({ effect }) => effect === "unknown")?.rule).toBe("england.consent-holds");
    expect(contents({ step: "show", [field]: "not-recorded" }).answer).toBe("permits");
  });
  test("a no needs no day until when it holds", () => {
    expect(contents({ answer: "refused", endsOn: "not-recorded" }).answer).toBe("permits");
  });
});

describe.each([england, wigan, bolton])("RN-32: a safeguarding referral waits for nothing, in $id", (edition) => {
  const areas = asItStands(edition);
  test("with no consent, a refusal or a withdrawal, it is shared at once", () => {
    for (const consents of ["not-recorded", [], [aConsent({ answer: "refused" })]] as const) {
      const facts = releaseFacts({
        basis: "safeguarding",
        decidedBy: "dan",
        reason: "very-good",
        consents,
        purposeStated: false,
      });
      expect(areas.gate("consent.release", facts, on("2026-11-24")).answer).toBe("permits");
    }
  });
  test.each([
    [{ decidedBy: "none", reason: "good" }, ["referred-by"]],
    [{ decidedBy: "dan", reason: "none" }, ["referral-reason"]],
    [{ decidedBy: "not-recorded", reason: "not-recorded" }, ["referred-by", "referral-reason"]],
  ] as const)("%o: it goes, and %o is written down after", (of, codes) => {
    const decision = areas.gate("consent.release", releaseFacts({ basis: "safeguarding", ...of }), on("2026-11-24"));
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(codes);
  });
  test("whatever else is open about the child", () => {
    const facts = referralFacts({ consent: "refused", waitingFor: ["dispute", "workload", "dispute", "signature"] });
    const decision = areas.gate("concern.referral", facts, on("2026-11-24"));
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]?.because).toBe(
      "A safeguarding referral can be made now. It does not wait for a disagreement, somebody's workload, a signature, consent.",
    );
  });
});
