import { describe, expect, test } from "vitest";
import type { ItemFacts, PassOnFacts, ReleaseFacts, Share, Withdrawal } from "../../consent/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import {
  aConsent,
  aShare,
  consentDutiesFacts,
  contentsFacts,
  itemFacts,
  keptNoteFacts,
  passOnFacts,
  releaseFacts,
} from "../../testing/consent.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const release = (of: Partial<ReleaseFacts>, day = "2026-02-23") =>
  book.gate("consent.release", releaseFacts(of), on(day));
const saidBy = (rule: string, of: Partial<ReleaseFacts>, day?: string) =>
  release(of, day).findings.find((finding) => finding.rule === `highland.${rule}`);

describe("HIG-20: sharing outside the agency needs recorded consent, or a recorded very good reason", () => {
  test("a share to speech therapy on 23 February 2026 with no consent recorded is refused", () => {
    const decision = release({ consents: [] });
    expect(decision.answer).toBe("prevents");
    expect(saidBy("release-consent", { consents: [] })).toMatchObject({
      clause: { source: "Highland", at: "H3, paragraph 2, sentence 6" },
      because: "There is no consent on record. Ask for it first, and say what is shared, with whom and why.",
    });
  });
  test.each([
    ["2026-02-21", "prevents"],
    ["2026-02-22", "permits"],
    ["2026-02-23", "permits"],
    ["2026-08-31", "permits"],
    ["2026-09-01", "prevents"],
  ])("with the mother's consent of 22 February to 31 August, asked on %s: %s", (day, answer) => {
    expect(release({}, day).answer).toBe(answer);
  });
  const without = { basis: "public-task", decidedBy: "mrs-shaw", consents: [] } as const;
  test.each([
    ["very-good", "permits"],
    ["good", "prevents"],
    ["none", "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("without consent, with a reason that is %s: %s", (reason, answer) => {
    expect(release({ ...without, reason }).answer).toBe(answer);
  });
  test("a good reason is enough inside the agency, and too little outside it (HN-7)", () => {
    const inside = { ...without, recipient: { id: "teacher-2", agency: "education" } } as const;
    expect(release({ ...inside, reason: "good" }).answer).toBe("permits");
    expect(release({ ...inside, reason: "none" }).answer).toBe("prevents");
    expect(saidBy("release-very-good-reason", { ...without, reason: "good" })?.because).toMatch(/very good reason/);
    expect(saidBy("release-very-good-reason", { ...inside, reason: "good" })?.because).toMatch(
      /stays inside the agency/,
    );
    expect(saidBy("release-very-good-reason", { ...inside, reason: "none" })?.because).toMatch(
      /record a good reason for/,
    );
  });
  test("a very good reason goes over a no, and nothing less does", () => {
    const refused = [aConsent({ answer: "refused" })];
    expect(release({ consents: refused }).answer).toBe("prevents");
    expect(release({ ...without, consents: refused, reason: "very-good" }).answer).toBe("permits");
    expect(release({ ...without, consents: refused, reason: "good" }).answer).toBe("prevents");
  });
  test("whether it leaves the agency is asked for where nobody recorded it", () => {
    const unknown = { ...without, reason: "very-good", recipient: { id: "somebody", agency: "not-recorded" } } as const;
    expect(release(unknown)).toMatchObject({ answer: "unknown", missing: ["whether it leaves the agency"] });
  });
  test("consents that nobody recorded are asked for, not taken as none", () => {
    expect(release({ consents: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["what was consented to"],
    });
  });
  test("no basis at all is no", () => {
    expect(release({ basis: "none" }).answer).toBe("prevents");
    expect(release({ basis: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["what the sharing rests on"],
    });
  });
  test.each([
    [{ recipient: { id: "therapist-2", agency: "health" } }],
    [{ recipient: { id: "ms-keir", agency: "social-work" } }],
    [{ item: { id: "attendance", about: ["child-1"], isMeetingInvitation: false } }],
  ] as const)("the mother's consent is for therapy only: %j is refused", (of) => {
    expect(release(of).answer).toBe("prevents");
    expect(saidBy("release-consent", of)?.because).toBe(
      "The consent on record is for other items or other recipients. Ask for consent to this one.",
    );
  });
  test("spoken consent counts here as written consent does", () => {
    expect(release({ consents: [aConsent({ form: "spoken" })] }).answer).toBe("permits");
  });
});

describe("GD-13: a child who can consent is asked; the parent's answer stands beside the child's own", () => {
  const bornOn = localDate("2014-02-23");
  const own = aConsent({ id: "consent-2", by: "child" });
  test.each([
    ["2026-02-22", "permits"],
    ["2026-02-23", "prevents"],
    ["2026-02-24", "prevents"],
  ])("twelve on 23 February 2026, the mother's consent alone, asked on %s: %s", (day, answer) => {
    expect(release({ child: { id: "child-1", bornOn } }, day).answer).toBe(answer);
  });
  test("the need is the child's own yes, and with it the item goes", () => {
    const decision = release({ child: { id: "child-1", bornOn } });
    expect(decision.needs).toEqual([
      { what: "agreement", from: "child", for: "the child's own consent", code: "childs-consent" },
    ]);
    expect(release({ child: { id: "child-1", bornOn }, consents: [aConsent(), own] }).answer).toBe("permits");
  });
  test("the child says yes and the mother no: the named person decides, with a reason", () => {
    const split = [own, aConsent({ answer: "refused" })];
    expect(release({ child: { id: "child-1", bornOn }, consents: split })).toMatchObject({
      answer: "refers",
      decidedBy: ["named-person"],
    });
  });
  test("a child of twelve who says no is not asked again, and the mother's yes does not stand in for it", () => {
    const no = aConsent({ id: "consent-2", by: "child", answer: "refused" });
    const decision = release({ child: { id: "child-1", bornOn }, consents: [aConsent(), no] });
    expect(decision).toMatchObject({ answer: "prevents", needs: [], decidedBy: [] });
    expect(saidBy("release-childs-own", { child: { id: "child-1", bornOn }, consents: [aConsent(), no] })).toEqual(
      expect.objectContaining({
        effect: "prevents",
        because:
          "The child said no, and from 12 on is presumed able to decide. A parent's yes does not stand in for the child's. Without consent it is shared only on another basis, with the reason recorded.",
      }),
    );
    expect(release({ consents: [aConsent(), no] })).toMatchObject({ answer: "refers", decidedBy: ["named-person"] });
  });
  test.each([
    ["2026-03-01", "permits"],
    ["2026-03-02", "prevents"],
    ["2026-03-03", "prevents"],
  ])(
    "a child's later no takes the child's earlier yes back (GN-16): said on 2 March, asked on %s: %s",
    (day, answer) => {
      const no = aConsent({ id: "consent-3", by: "child", answer: "refused", from: localDate("2026-03-02") });
      for (const consents of [
        [own, no],
        [no, own],
      ]) {
        expect(release({ consents }, day).answer).toBe(answer);
        expect(release({ child: { id: "child-1", bornOn }, consents: [aConsent(), ...consents] }, day).answer).toBe(
          answer,
        );
      }
    },
  );
  test("a child of twelve who took a yes back is not asked again either", () => {
    const took = { ...own, withdrawnOn: localDate("2026-03-02") };
    const twelve = { child: { id: "child-1", bornOn }, consents: [aConsent(), took] };
    expect(release(twelve, "2026-03-01").answer).toBe("permits");
    expect(release(twelve, "2026-03-02")).toMatchObject({ answer: "prevents", needs: [] });
    expect(saidBy("release-childs-own", twelve, "2026-03-02")?.because).toMatch(/^The child said no/);
    expect(release({ consents: [aConsent(), took] }, "2026-03-02").answer).toBe("refers");
  });
  test("and a later yes stands alone; of a yes and a no on one day the no counts", () => {
    const no = aConsent({ id: "consent-3", by: "child", answer: "refused" });
    const yes = { ...own, from: localDate("2026-02-23") };
    expect(release({ consents: [no, yes] }, "2026-02-22").answer).toBe("prevents");
    expect(release({ consents: [no, yes] }, "2026-02-23").answer).toBe("permits");
    expect(release({ consents: [own, no] }, "2026-02-23").answer).toBe("prevents");
  });
  test("without a date of birth nobody can say, unless the child's own yes is there", () => {
    const child = { id: "child-1", bornOn: "not-recorded" } as const;
    expect(release({ child })).toMatchObject({ answer: "unknown", missing: ["date of birth"] });
    expect(release({ child, consents: [own] }).answer).toBe("permits");
  });
});

describe("HIG-5: each act of sharing is about one named child and says its purpose", () => {
  test("on 23 February: 'arrange speech assessment', and consent of the mother asked in the same form", () => {
    expect(release({}).answer).toBe("permits");
    const asked = release({ consents: [] });
    expect(asked.needs).toEqual([
      expect.objectContaining({ what: "agreement", from: "parent-or-carer", code: "consent-requested" }),
    ]);
  });
  test("without a purpose, or about two children, it does not go", () => {
    expect(saidBy("release-purpose", { purposeStated: false })).toMatchObject({
      effect: "prevents",
      because: "Say in words what this is shared for. The child and the family are shown those words.",
    });
    const two = { id: "reading-scores", about: ["child-1", "child-2"], isMeetingInvitation: false };
    expect(release({ item: two }).answer).toBe("prevents");
  });
});

describe("HIG-24: what nothing covers goes to the named person", () => {
  const duties = (share: Partial<Share>) =>
    book
      .duty(
        "consent.duties",
        consentDutiesFacts({ shares: [aShare({ on: localDate("2026-03-02"), ...share })] }),
        on("2026-03-03"),
      )
      .owed.filter(({ act }) => act === "consent.settle-unmatched-share");
  test("the school nurse emails an assessment on 2 March with no consent entry: the named person settles it", () => {
    expect(duties({ by: "school-nurse", basis: "none" })).toEqual([
      expect.objectContaining({
        who: "named-person",
        due: "at-once",
        because: expect.stringMatching(/^Something was shared on 2 March 2026 without consent and on no other basis/),
      }),
    ]);
    expect(duties({ basis: "not-recorded" })[0]?.because).toMatch(
      /^It is not recorded what the sharing of 2 March 2026/,
    );
  });
  test.each(["consent", "safeguarding", "public-task"] as const)("shared on %s: nothing to settle", (basis) => {
    expect(duties({ basis })).toEqual([]);
  });
});

describe("HIG-25: a consent says what is shared, with whom and why before it is shown", () => {
  const draft = (of: Parameters<typeof contentsFacts>[0]) =>
    book.gate("consent.contents", contentsFacts({ step: "show", ...of }), on("2026-02-20"));
  test("with the purpose blank it is refused; with it, it can be shown", () => {
    const refused = draft({ saysWhy: false });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toBe(
      "Write down why, in words for the child and the family. It is shown to them after that.",
    );
    expect(draft({}).answer).toBe("permits");
  });
  test("a draft needs no answer yet", () => {
    expect(draft({ by: "not-recorded", answer: "not-recorded", on: "not-recorded", form: "not-recorded" }).answer).toBe(
      "permits",
    );
  });
});

describe("HIG-26, HD-14: whoever said yes and says no later has taken it back", () => {
  const yes = aConsent({ adult: "mother" });
  const no = aConsent({ id: "no", adult: "mother", answer: "refused", from: localDate("2026-03-02") });

  test("the mother's no prevents from its day on, with nothing for anybody to decide", () => {
    expect(release({ consents: [no, yes] }, "2026-03-01").answer).toBe("permits");
    expect(release({ consents: [no, yes] }, "2026-03-02").answer).toBe("prevents");
    expect(release({ consents: [yes, { ...no, from: yes.from }] }, "2026-02-22").answer).toBe("prevents");
    const again = aConsent({ id: "again", adult: "mother", from: localDate("2026-03-09") });
    expect(release({ consents: [again, no, yes] }, "2026-03-09").answer).toBe("permits");
  });

  test("another adult's no, or that of somebody who is not named, is decided by a person", () => {
    const { adult: _who, ...unnamed } = no;
    for (const other of [{ ...no, adult: "father" }, unnamed])
      expect(release({ consents: [other, yes] }, "2026-03-02").answer).toBe("refers");
  });
});

describe("HIG-26: a consent record holds who, what, when, how and until when", () => {
  const recorded = (of: Parameters<typeof contentsFacts>[0], day = "2026-02-22") =>
    book.gate("consent.contents", contentsFacts(of), on(day));
  test("mother, written, 22 February 2026, to 31 August 2026: whole", () => {
    expect(recorded({})).toMatchObject({ answer: "permits", missing: [] });
    expect(recorded({}).findings.map(({ because }) => because)).toContain(
      "Who answered, what, when, in which form and until when is on record.",
    );
  });
  test.each([
    [{ by: "not-recorded" }, "who answered"],
    [{ answer: "not-recorded" }, "what the answer was"],
    [{ on: "not-recorded" }, "the day of the answer"],
    [{ form: "not-recorded" }, "whether it was spoken or written"],
    [{ endsOn: "not-recorded" }, "until when it holds, or that it has no end"],
  ] as const)("%o: %s is missing", (of, missing) => {
    expect(recorded(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
  test("no end is an end that was thought about, and a refusal has none", () => {
    expect(recorded({ endsOn: "none" }).answer).toBe("permits");
    expect(recorded({ answer: "refused", endsOn: "not-recorded" }).answer).toBe("permits");
    expect(recorded({ answer: "withdrawn", endsOn: "not-recorded" }).answer).toBe("permits");
  });
  test.each([
    [{ understanding: "understands" }, "permits"],
    [{ understanding: "does-not-understand" }, "prevents"],
    [{ understanding: "not-recorded" }, "unknown"],
  ] as const)("a child of six, %o: %s", (of, answer) => {
    expect(recorded({ by: "child", form: "spoken", ...of }).answer).toBe(answer);
  });
  test("at twelve understanding is presumed, unless the contrary is noted", () => {
    const twelve = { by: "child", child: { id: "child-1", bornOn: localDate("2014-02-22") } } as const;
    expect(recorded(twelve, "2026-02-21").answer).toBe("unknown");
    expect(recorded(twelve, "2026-02-22").answer).toBe("permits");
    expect(recorded({ ...twelve, understanding: "does-not-understand" }, "2026-02-22").answer).toBe("prevents");
    expect(recorded({ by: "child", child: { id: "child-1", bornOn: "not-recorded" } }).missing).toEqual([
      "date of birth",
    ]);
  });
});

describe("HIG-27: child and family are told what went, to whom and when", () => {
  const tell = (share: Partial<Share>) =>
    book
      .duty("consent.duties", consentDutiesFacts({ shares: [aShare(share)] }), on("2026-02-25"))
      .owed.map(({ act, who, due, because }) => ({ act, who, due, because }));
  test("reading scores go to therapy on 24 February: mother and Eilidh are each owed it that day", () => {
    expect(tell({ childTold: "none", familyTold: "none" })).toEqual([
      {
        act: "consent.tell-family-of-sharing",
        who: "named-person",
        due: "at-once",
        because:
          "Something was shared on 24 February 2026. They have not been told: tell the family what went, to whom and on which day, or write down why not.",
      },
      expect.objectContaining({ act: "consent.tell-child-of-sharing", who: "named-person", due: "at-once" }),
    ]);
  });
  test("mother told on the 24th and Eilidh on the 25th: nothing is left", () => {
    expect(tell({})).toEqual([]);
  });
  test("a reason stands in for either, a blank does not", () => {
    expect(tell({ childTold: "reason-given", familyTold: "reason-given" })).toEqual([]);
    expect(tell({ familyTold: "not-recorded" })[0]?.because).toContain("It is not recorded whether they were told");
  });
});

describe("HD-14: a withdrawal works from its day on", () => {
  const withdrawal: Withdrawal = {
    consent: "consent-1",
    on: localDate("2026-11-27"),
    familyTold: "none",
    recipients: [
      {
        id: "charity-1",
        agency: "voluntary",
        toldOn: "none",
        hasOtherBasis: false,
        accessEndedOn: "none",
        openActions: 2,
        actionsDecidedOn: "none",
      },
    ],
  };
  const owed = (of: Partial<Withdrawal["recipients"][number]>, familyTold: Withdrawal["familyTold"] = "none") =>
    book
      .duty(
        "consent.duties",
        consentDutiesFacts({
          withdrawals: [
            { ...withdrawal, familyTold, recipients: withdrawal.recipients.map((one) => ({ ...one, ...of })) },
          ],
        }),
        on("2026-11-27"),
      )
      .owed.map(({ act, who, due }) => [act.replace("consent.", ""), who, due]);
  test("on Friday 27 November 2026: access ends, actions wait, the family hears what stays; the recipient is told by Tuesday", () => {
    expect(owed({})).toEqual([
      ["end-access", "named-person", "at-once"],
      ["decide-actions-on-hold", "lead-professional", "at-once"],
      ["tell-family-what-stays", "named-person", "at-once"],
      ["tell-recipient-of-withdrawal", "named-person", { day: "2026-12-01" }],
    ]);
  });
  test("what rests on another basis as well stays open, and its actions go on", () => {
    expect(owed({ hasOtherBasis: true }, "reason-given").map(([act]) => act)).toEqual(["tell-recipient-of-withdrawal"]);
  });
  test("not recorded is closed until it is known", () => {
    const acts = owed({ hasOtherBasis: "not-recorded" }).map(([act]) => act);
    expect(acts).toContain("end-access");
    expect(acts).toContain("decide-actions-on-hold");
  });
  test("each says why", () => {
    const because = (hasOtherBasis: false | "not-recorded") =>
      book
        .duty(
          "consent.duties",
          consentDutiesFacts({
            withdrawals: [
              { ...withdrawal, recipients: withdrawal.recipients.map((one) => ({ ...one, hasOtherBasis })) },
            ],
          }),
          on("2026-11-27"),
        )
        .owed.find(({ act }) => act === "consent.end-access")?.because;
    expect(because(false)).toBe(
      "Consent was withdrawn on 27 November 2026. What Voluntary or independent organisation sees on that consent alone is closed now.",
    );
    expect(because("not-recorded")).toMatch(/It is not recorded whether .* may see it on another basis/);
  });
  test("done is done, each for itself", () => {
    const day = localDate("2026-11-27");
    expect(owed({ toldOn: day }, day).map(([act]) => act)).toEqual(["end-access", "decide-actions-on-hold"]);
    expect(owed({ accessEndedOn: day, actionsDecidedOn: day }, day).map(([act]) => act)).toEqual([
      "tell-recipient-of-withdrawal",
    ]);
    expect(owed({ openActions: 0, accessEndedOn: day, toldOn: day }, day)).toEqual([]);
  });
  test("the day before it is shared, from the day on it is not, and what went stays told", () => {
    const consents = [aConsent({ withdrawnOn: localDate("2026-03-02") })];
    expect(release({ consents }, "2026-03-01").answer).toBe("permits");
    expect(release({ consents }, "2026-03-02").answer).toBe("prevents");
    expect(saidBy("release-consent", { consents }, "2026-03-02")?.because).toContain("stays recorded");
  });
});

const passOn = (of: Partial<PassOnFacts>) => book.gate("consent.pass-on", passOnFacts(of), on("2026-11-12"));

describe("HIG-71: the child is asked, and a no stops it", () => {
  test("Ewan said yes on 12 November 2026: the note goes to the named person in full", () => {
    const decision = passOn({});
    expect(decision).toMatchObject({ answer: "permits", needs: [] });
    expect(decision.findings[0]?.because).toBe("The child said yes. The note goes to the named person in full.");
  });
  test("'not asked' and no reason: it cannot be sent", () => {
    expect(passOn({ childSaid: "none" }).answer).toBe("prevents");
    expect(passOn({ childSaid: "none" }).findings).toHaveLength(1);
    expect(passOn({ childSaid: "none" }).findings[0]?.because).toMatch(/^Ask the child first/);
  });
  test("'no' hides even that something was said (HD-13)", () => {
    const decision = passOn({ childSaid: "no" });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toMatch(/nobody is told that anything was said/);
    expect([...decision.findings, ...decision.facts].map(({ about }) => about)).toEqual(
      Array.from({ length: decision.findings.length + decision.facts.length }, () => "practitioner:driver-1"),
    );
  });
  test("what is not recorded passes nothing on", () => {
    expect(passOn({ childSaid: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["what the child answered"],
    });
    for (const childSaid of ["no", "none"] as const)
      expect(passOn({ childSaid, reason: "not-recorded" })).toMatchObject({
        answer: "unknown",
        missing: ["whether there is a good reason to pass it on"],
      });
    expect(passOn({ childSaid: "no", reason: "not-recorded" }).findings[0]?.because).toMatch(
      /^The child said no\. Record/,
    );
    expect(passOn({ childSaid: "none", reason: "not-recorded" }).findings[0]?.because).toMatch(
      /^The child was not asked\. Record/,
    );
  });
});

describe("HIG-72: after a no it needs the good reason, and the child is told", () => {
  const hurtTonight = { childSaid: "no", reason: "good" } as const;
  test("Ewan would be hurt that night: the note goes, and that he was told is required, or why not", () => {
    const decision = passOn(hurtTonight);
    expect(decision.answer).toBe("permits-if");
    expect(decision.findings[0]?.because).toMatch(/^The child said no, and there is a good reason/);
    expect(passOn({ childSaid: "none", reason: "good" }).findings[0]?.because).toMatch(/^The child was not asked, and/);
    expect(decision.needs).toEqual([
      {
        what: "evidence",
        from: "trusted-adult",
        for: "that the child was told it is passed on, or why not",
        code: "child-told",
      },
    ]);
  });
  test.each([
    [{ childTold: localDate("2026-11-12") }, "The child was told on 12 November 2026 that it is passed on."],
    [{ childTold: "reason-given" }, "It is written down why the child is not told that it is passed on."],
  ] as const)("%o: it goes", (of, because) => {
    const decision = passOn({ ...hurtTonight, ...of });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map((finding) => finding.because)).toContain(because);
  });
  test("not asked, with a good reason, the child is told all the same; after a yes nobody needs to", () => {
    expect(passOn({ childSaid: "none", reason: "very-good" }).answer).toBe("permits-if");
    expect(passOn({ childSaid: "none", reason: "good", childTold: "not-recorded" }).answer).toBe("permits-if");
    expect(passOn({ childSaid: "yes", childTold: "none" }).answer).toBe("permits");
  });
  test("a referral goes whatever the child said", () => {
    for (const childSaid of ["no", "none", "not-recorded", "yes"] as const) {
      expect(passOn({ childSaid, isReferral: true, reason: "good" }).answer).toBe("permits");
      const later = passOn({ childSaid, isReferral: true, reason: "none" });
      expect(later.answer).toBe("permits-if");
      expect(later.needs.map(({ code }) => code)).toEqual(["referral-reason"]);
    }
  });
});

describe("HD-13: whoever keeps the note looks again within 5 working days", () => {
  const owed = (of: Parameters<typeof keptNoteFacts>[0], day = "2026-11-13") =>
    book.duty("consent.kept-note", keptNoteFacts(of), on(day)).owed;
  test("kept on Thursday 12 November 2026: by Thursday 19 November", () => {
    expect(owed({})).toEqual([
      expect.objectContaining({
        who: "trusted-adult",
        whoId: "driver-1",
        act: "consent.look-again-at-risk",
        due: { day: "2026-11-19" },
        about: "practitioner:driver-1",
      }),
    ]);
  });
  test("looked at again, or passed on after all, nothing is owed; not recorded is owed", () => {
    expect(owed({ lookedAgainOn: localDate("2026-11-16") }, "2026-11-16")).toEqual([]);
    expect(owed({ passedOnOn: localDate("2026-11-16") }, "2026-11-16")).toEqual([]);
    expect(owed({ lookedAgainOn: "not-recorded", passedOnOn: "not-recorded" })).toHaveLength(1);
  });
});

type ItemOf = Parameters<typeof itemFacts>[0];
const item = (of: ItemOf, day = "2026-10-06") => book.gate("consent.item", itemFacts(of), on(day));
const itemSays = (of: ItemOf, rule: string) =>
  item(of).findings.find((finding) => finding.rule === `highland.${rule}`)?.because;

describe("HIG-30: what came in is opened by the named person, practitioner by practitioner", () => {
  const opened = { id: "school-nurse", on: localDate("2026-10-06"), reasonGiven: true };
  const police: ItemFacts["item"] = {
    ...itemFacts().item,
    agency: "police",
    part: "none",
    cameIn: true,
    filed: "relevant",
    openedTo: [opened],
  };
  const nurse = { id: "school-nurse", agency: "health" } as const;
  test.each([
    ["2026-10-05", "prevents"],
    ["2026-10-06", "permits"],
    ["2026-10-07", "permits"],
  ])("a police note opened to the school nurse on 6 October, asked on %s: %s", (day, answer) => {
    expect(item({ item: police, reader: nurse }, day).answer).toBe(answer);
  });
  test("not to the class assistant", () => {
    const assistant = { id: "class-assistant", agency: "education" } as const;
    expect(item({ item: police, reader: assistant }).answer).toBe("prevents");
    expect(itemSays({ item: police, reader: assistant }, "item-opened")).toMatch(/has not opened this to this person/);
  });
  test("the reason for opening is kept: without one it is asked for", () => {
    const decision = item({ item: { ...police, openedTo: [{ ...opened, reasonGiven: false }] }, reader: nurse });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ from, code }) => [from, code])).toEqual([["named-person", "opened-because"]]);
  });
  test.each(["none", "not-recorded"] as const)("filed %s: closed to others, open to the named person", (filed) => {
    expect(item({ item: { ...police, filed }, reader: nurse }).answer).toBe("prevents");
    expect(item({ item: { ...police, filed }, reader: { id: "mr-bain", role: "named-person" } }).answer).toBe(
      "permits",
    );
  });
  test("what did not come in needs no opening", () => {
    expect(itemSays({}, "item-opened")).toBeUndefined();
  });
});

describe("HIG-182: an item is seen because of a role on this child", () => {
  test("Ms Orr is on the plan for speech and sees speech items; another therapist of her team does not", () => {
    expect(item({}).answer).toBe("permits");
    expect(item({ reader: { id: "therapist-2", role: "none" } }).answer).toBe("prevents");
    expect(itemSays({ reader: { role: "none" } }, "item-need-to-know")).toMatch(/of the same team .* is not enough/);
  });
  test("another part of the help stays with those who need it", () => {
    expect(item({ item: { part: "reading" } }).answer).toBe("prevents");
    expect(item({ item: { part: "none" } }).answer).toBe("permits");
    expect(item({ item: { part: "not-recorded" } }).missing).toEqual(["which part of the help it belongs to"]);
  });
  test.each(["named-person", "lead-professional"] as const)("the %s sees each part", (role) => {
    expect(item({ item: { part: "reading" }, reader: { role } }).answer).toBe("permits");
  });
  test("a role that nobody recorded opens nothing", () => {
    expect(item({ reader: { role: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["what this person is to the child"],
    });
  });
});

describe("HIG-68: the adult a child chose to talk to has no rights to the record", () => {
  test("the bus driver is stored as the one Ewan chose, and sees nothing", () => {
    const decision = item({ item: { part: "none" }, reader: { id: "driver-1", role: "chosen-adult" } });
    expect(decision.answer).toBe("prevents");
    expect(itemSays({ reader: { role: "chosen-adult" } }, "item-need-to-know")).toBe(
      "The child chose to talk to this person. That opens nothing of the child's record.",
    );
  });
});

describe("HIG-183: each agency's own file stays its own", () => {
  const entries = Array.from({ length: 41 }, (_, at) => ({
    id: `entry-${at}`,
    isShared: at < 5,
    part: "none" as const,
  }));
  const seenBy = (agency: ItemFacts["reader"]["agency"]) =>
    entries.filter((entry) => item({ item: entry, reader: { id: "somebody", agency } }).answer === "permits").length;
  test("health holds 41 entries and shares 5: another agency sees 5 and cannot list the other 36", () => {
    expect(seenBy("health")).toBe(41);
    expect(seenBy("social-work")).toBe(5);
    expect(itemSays({ item: { isShared: false }, reader: { agency: "social-work" } }, "item-own-file")).toMatch(
      /not shown, nor counted/,
    );
  });
  test("a reader whose agency nobody recorded is asked for it", () => {
    expect(item({ item: { isShared: false }, reader: { agency: "not-recorded" } }).missing).toEqual([
      "this person's agency",
    ]);
  });
});

describe("HIG-20, GN-15: where the child may not be safe it is shared first and written down after", () => {
  const referral = {
    basis: "safeguarding",
    consents: [],
    purposeStated: false,
    recipient: { id: "duty-worker-1", agency: "social-work" },
    decidedBy: "mrs-shaw",
    reason: "very-good",
  } as const;
  test("no consent, no purpose, nobody asked: it goes at once", () => {
    expect(release(referral).answer).toBe("permits");
    expect(saidBy("release-referral", referral)).toMatchObject({
      strength: "ours",
      clause: { source: "Highland", at: "H3, paragraph 2, sentence 6" },
      because: "This is a safeguarding referral. It waits for no consent and no approval.",
    });
  });
  test.each([
    [{ decidedBy: "none" }, ["referred-by"]],
    [{ reason: "none" }, ["referral-reason"]],
    [{ decidedBy: "not-recorded", reason: "not-recorded" }, ["referred-by", "referral-reason"]],
  ] as const)("%o: it still goes, and that is written down as soon as it can be", (of, codes) => {
    const decision = release({ ...referral, ...of });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(codes);
  });
  test("nothing else of this question speaks of it; the same item without the danger waits for consent", () => {
    expect(release(referral).findings.map(({ rule }) => rule)).toEqual(["highland.release-referral"]);
    expect(release({ ...referral, basis: "consent" }).answer).toBe("prevents");
  });
});
