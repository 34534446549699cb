import { describe, expect, test } from "vitest";
import { addDays, addMonths, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { PractitionerFacts } from "../../lead-professional/model.ts";
import { qualifiedOn } from "../../lead-professional/training.ts";
import { aStatus, inShort, statutoryFacts, suitabilityFacts } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

type Given = Parameters<typeof suitabilityFacts>[0];
const book = asItStands(wigan);
const day = localDate("2026-11-24");
const lead = (facts: Given, on: string = day) =>
  book.gate("lead-professional.suitability", suitabilityFacts(facts), noonOn(localDate(on)));
/** Somebody who is offered training has not had it. */
const offer = ({ practitioner, ...facts }: NonNullable<Given>, on: string = day) =>
  book.gate(
    "lead-professional.training",
    suitabilityFacts({ ...facts, practitioner: { training: "none", ...practitioner } }),
    noonOn(localDate(on)),
  );
const saidBy = (rule: string, decision: ReturnType<typeof lead>) =>
  decision.findings.find((said) => said.rule === rule);

describe("WIG-2: the procedure is for people whose workplace is in the borough", () => {
  test("in Leigh: this rulebook's checks; in Bolton: marked as out of the area, for a manager here to accept", () => {
    expect(lead({ practitioner: { workplaceInArea: true } }).answer).toBe("permits");
    const out = { workplaceInArea: false, training: "none" as const, qualification: { on: localDate("2026-06-01") } };
    const decision = lead({ practitioner: out });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(["out-of-area-lead", "out-of-area-contact"]);
    expect(saidBy("wigan.trained", decision)?.liftedBy).toBe("wigan.workplace");
  });
  test("the enhanced check holds out of the area too, and so does the bar on agency staff", () => {
    expect(lead({ practitioner: { workplaceInArea: false, enhancedCheck: { state: "none" } } }).answer).toBe(
      "prevents",
    );
    expect(lead({ practitioner: { workplaceInArea: false, engagement: "bank" } }).answer).toBe("prevents");
  });
  test("training for somebody from elsewhere is the Co-ordinator's to decide; a workplace not recorded is unknown", () => {
    expect(offer({ practitioner: { workplaceInArea: false } })).toMatchObject({
      answer: "refers",
      decidedBy: ["coordinator"],
    });
    expect(offer({ practitioner: { workplaceInArea: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["workplace"],
    });
    expect(lead({ practitioner: { workplaceInArea: "not-recorded" } }).answer).toBe("unknown");
  });
});

describe("WIG-4a: a standard check is no enhanced clearance", () => {
  test("it stops the offer and the role, and says so", () => {
    const practitioner = { enhancedCheck: { state: "standard-only" as const } };
    expect(offer({ practitioner }).answer).toBe("prevents");
    expect(saidBy("wigan.enhanced-check", lead({ practitioner }))?.because).toContain("an enhanced one is needed");
  });
});

describe("WIG-6.2: no profession, grade or sector is barred", () => {
  test("a nursery nurse with clearance, training and five years since qualifying passes every rule", () => {
    const decision = lead({ practitioner: { qualification: { on: localDate("2021-11-24") } } });
    expect(decision.answer).toBe("permits");
    expect(saidBy("wigan.any-profession", decision)?.effect).toBe("permits");
  });
});

describe("WIG-8.3: no training is offered until the enhanced check is complete and suitable", () => {
  test.each(["applied-for", "none"] as const)("%s is not enough", (state) => {
    expect(offer({ practitioner: { enhancedCheck: { state } } }).answer).toBe("prevents");
  });
  test("judged not suitable", () => {
    expect(offer({ practitioner: { enhancedCheck: { state: "not-suitable", on: day } } }).answer).toBe("prevents");
  });
  test("not recorded is unknown, not no", () => {
    expect(offer({ practitioner: { enhancedCheck: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["enhanced check"],
    });
  });
  const cleared = { state: "cleared" as const, on: localDate("2026-12-01"), issuedOn: localDate("2026-11-27") };
  test.each([
    ["2026-11-30", "prevents"],
    ["2026-12-01", "permits"],
    ["2026-12-02", "permits"],
  ])("cleared on 1 December 2026, offered on %s: %s", (on, answer) => {
    expect(offer({ practitioner: { enhancedCheck: cleared } }, on)).toMatchObject({
      answer,
      ...(answer === "prevents" ? { from: "2026-12-01" } : {}),
    });
  });
  test("three years after issue a reminder, and never a block (WIG-D8)", () => {
    const said = (on: string) =>
      saidBy("wigan.enhanced-check-before-training", offer({ practitioner: { enhancedCheck: cleared } }, on));
    expect(said("2029-11-26")?.because).not.toContain("ask for a new one");
    expect(said("2029-11-27")).toMatchObject({
      effect: "permits",
      because: expect.stringContaining("ask for a new one"),
    });
  });
});

describe("WIG-8.4.1: a later award never changes the date of the first practice qualification", () => {
  test("a specialist award of 30 June 2026", () => {
    const awards = [
      { on: localDate("2026-06-30"), isPracticeQualification: true },
      { on: localDate("2012-07-01"), isPracticeQualification: true },
      { on: localDate("2010-07-01"), isPracticeQualification: false },
    ];
    expect(qualifiedOn(awards)).toEqual({ on: "2012-07-01" });
    expect(offer({ practitioner: { qualification: qualifiedOn(awards) } }).answer).toBe("permits");
    expect(qualifiedOn([])).toBe("none");
  });
});

describe("WIG-8.4.2a: newly qualified practitioners wait 18 months before training", () => {
  test.each([
    ["2025-05-23", "2026-11-22", "prevents"],
    ["2025-05-23", "2026-11-23", "permits"],
    ["2025-05-23", "2026-11-24", "permits"],
    ["2025-08-31", "2027-02-27", "prevents"], // no 31 February: its last day counts (WIG-D2)
    ["2025-08-31", "2027-02-28", "permits"],
    ["2026-08-30", "2028-02-28", "prevents"],
    ["2026-08-30", "2028-02-29", "permits"],
  ])("qualified %s, considered on %s: %s", (on, asked, answer) => {
    expect(offer({ practitioner: { qualification: { on: localDate(on) } } }, asked).answer).toBe(answer);
  });
  test("the answer says from when, and shows the value it used", () => {
    const decision = offer({ practitioner: { qualification: { on: localDate("2025-05-23") } } }, "2026-11-22");
    expect(decision.from).toBe("2026-11-23");
    expect(decision.values).toContainEqual(expect.objectContaining({ name: "monthsAfterQualifying", value: 18 }));
  });
  test("a date that is not recorded is unknown", () => {
    expect(offer({ practitioner: { qualification: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["date of qualification"],
    });
  });
  test("trained on life experience before qualifying, a person keeps that standing (WIG-D7)", () => {
    const practitioner = {
      training: { completedOn: localDate("2026-03-02") },
      qualification: { on: localDate("2026-07-01") },
    };
    expect(lead({ practitioner }).answer).toBe("permits");
    expect(lead({ practitioner: { ...practitioner, qualification: { on: localDate("2026-03-01") } } }).answer).toBe(
      "prevents",
    );
  });
  test("training is complete before anyone leads (WIG-D9)", () => {
    expect(lead({ practitioner: { training: "none" } }).answer).toBe("prevents");
    expect(lead({ practitioner: { training: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["training for the role"],
    });
    const trainedLater = { training: { completedOn: localDate("2026-12-02") } };
    expect(lead({ practitioner: trainedLater, startsOn: localDate("2026-12-01") })).toMatchObject({
      answer: "prevents",
      from: "2026-12-02",
    });
    expect(lead({ practitioner: trainedLater, startsOn: localDate("2026-12-02") }).answer).toBe("permits");
  });
});

const amina = {
  id: "amina",
  from: localDate("2027-02-01"),
  trained: true,
  monthsAsLead: 26,
  isMentee: false,
  isLineManager: false,
};
const nina = {
  qualification: { on: localDate("2025-05-23") },
  training: { completedOn: localDate("2027-01-11") },
  firstLedOn: "never" as const,
  mentor: amina,
};

describe("WIG-8.4.2b: a newly qualified person leads under a mentor for at least 12 months", () => {
  // First leads on 1 February 2027: the mentored period ends no earlier than 1 February 2028.
  const leading = { ...nina, firstLedOn: localDate("2027-02-01") };
  const without = { ...leading, mentor: { ...amina, until: localDate("2028-02-01") } };
  test.each([
    ["2028-01-31", "prevents"],
    ["2028-02-01", "permits"],
    ["2028-02-02", "permits"],
  ])("a new case from %s, without a mentor that day: %s", (startsOn, answer) => {
    const mentor = { ...amina, until: startsOn < "2028-02-01" ? localDate(startsOn) : localDate("2028-02-01") };
    expect(lead({ practitioner: { ...without, mentor }, startsOn: localDate(startsOn) }, "2027-06-01").answer).toBe(
      answer,
    );
  });
  test("days without a mentor move the end (WIG-D5)", () => {
    const practitioner = {
      ...leading,
      mentoredBefore: [{ from: localDate("2027-02-01"), until: localDate("2027-06-01") }],
      mentor: { ...amina, from: localDate("2027-06-11"), until: localDate("2028-02-11") }, // ten days without
    };
    const answerFor = (startsOn: string, until: string) =>
      lead(
        {
          practitioner: { ...practitioner, mentor: { ...practitioner.mentor, until: localDate(until) } },
          startsOn: localDate(startsOn),
        },
        "2027-06-11",
      ).answer;
    expect(answerFor("2028-02-10", "2028-02-10")).toBe("prevents");
    expect(answerFor("2028-02-11", "2028-02-11")).toBe("permits");
  });
  test("needed when the first lead starts less than 36 months after qualifying (WIG-D4)", () => {
    const practitioner = { ...nina, mentor: "none" as const };
    expect(lead({ practitioner, startsOn: localDate("2028-05-22") }).answer).toBe("prevents");
    expect(lead({ practitioner, startsOn: localDate("2028-05-23") }).answer).toBe("permits");
  });
  test("on life experience a mentor is offered, not required", () => {
    const practitioner = {
      ...nina,
      qualification: "none" as const,
      mentor: "none" as const,
      recommendation: { on: day, namesTheExperience: true },
    };
    expect(lead({ practitioner, startsOn: localDate("2027-02-01") }).answer).toBe("permits");
  });
  test("what is not recorded is unknown", () => {
    const startsOn = localDate("2027-06-01");
    for (const missing of [
      { firstLedOn: "not-recorded" as const },
      { mentor: "not-recorded" as const },
      { mentoredBefore: "not-recorded" as const },
    ])
      expect(lead({ practitioner: { ...leading, ...missing }, startsOn }).answer).toBe("unknown");
  });
});

describe("WIG-D5: while the mentor is off for more than 28 days no new lead starts", () => {
  // Off from Monday 1 March 2027: the 28th day is 28 March.
  const asked = (startsOn: string, until?: string) =>
    lead(
      {
        practitioner: {
          ...nina,
          firstLedOn: localDate("2027-02-01"),
          mentor: {
            ...amina,
            absences: [{ from: localDate("2027-03-01"), ...(until === undefined ? {} : { until: localDate(until) }) }],
          },
        },
        startsOn: localDate(startsOn),
      },
      "2027-03-01",
    );
  test.each([
    ["2027-03-28", "permits"],
    ["2027-03-29", "prevents"],
    ["2027-03-30", "prevents"],
  ])("a new case from %s: %s", (startsOn, answer) => {
    expect(asked(startsOn).answer).toBe(answer);
  });
  test("it says why, about the mentor, and which day would do if the return is known", () => {
    expect(saidBy("wigan.mentor", asked("2027-04-05"))).toMatchObject({
      effect: "prevents",
      about: "practitioner:amina",
      because:
        "The mentor is off for more than 28 days: from 29 March 2027 no new lead starts until another is named, or the mentor is back. Only a senior manager can set this aside, with the reason, and tells the Co-ordinator.",
    });
    expect(asked("2027-04-05").from).toBeUndefined();
    expect(asked("2027-04-05", "2027-04-12")).toMatchObject({ answer: "prevents", from: "2027-04-12" });
    expect(saidBy("wigan.mentor", asked("2027-04-05", "2027-04-12"))?.because).toContain(
      "or the mentor is back on 12 April 2027",
    );
    expect(asked("2027-04-12", "2027-04-12").answer).toBe("permits");
  });
  test("the mentored year ends later by the days that did not count", () => {
    // 29 March to 11 April are fourteen days: the year from 1 February 2027 ends on 15 February 2028.
    const practitioner = (until: string) => ({
      ...nina,
      firstLedOn: localDate("2027-02-01"),
      mentor: {
        ...amina,
        until: localDate(until),
        absences: [{ from: localDate("2027-03-01"), until: localDate("2027-04-12") }],
      },
    });
    const on = (day: string) =>
      lead({ practitioner: practitioner(day), startsOn: localDate(day) }, "2027-06-01").answer;
    expect([on("2028-02-14"), on("2028-02-15")]).toEqual(["prevents", "permits"]);
  });
});

describe("WIG-8.4.2c: the mentor is an experienced lead professional", () => {
  const startsOn = localDate("2027-02-01");
  const with_ = (mentor: Partial<typeof amina> | { monthsAsLead: "not-recorded" }) =>
    lead({ practitioner: { ...nina, mentor: { ...amina, ...mentor } }, startsOn });
  test.each([
    ["7 months", { monthsAsLead: 7 }, "prevents"],
    ["11 months", { monthsAsLead: 11 }, "prevents"],
    ["12 months", { monthsAsLead: 12 }, "permits"],
    ["26 months", { monthsAsLead: 26 }, "permits"],
    ["a mentee", { isMentee: true }, "prevents"],
    ["untrained", { trained: false }, "prevents"],
    ["not recorded", { monthsAsLead: "not-recorded" as const }, "unknown"],
    ["the line manager: a warning only", { isLineManager: true }, "permits"],
  ])("%s: %s", (_, mentor, answer) => {
    expect(with_(mentor).answer).toBe(answer);
  });
  test("it says how long the mentor has led, or that the line manager is the mentor", () => {
    expect(saidBy("wigan.experienced-mentor", with_({}))?.because).toBe(
      "The mentor is experienced: 26 months in the role.",
    );
    expect(saidBy("wigan.experienced-mentor", with_({ isLineManager: true }))?.because).toBe(
      "The mentor is experienced, and is also the line manager: somebody else would be better. That stops nothing.",
    );
    expect(saidBy("wigan.experienced-mentor", with_({ monthsAsLead: 11 }))?.because).toBe(
      "The mentor has led for 11 months: 12 are needed.",
    );
  });
  test("the finding is about the mentor", () => {
    expect(saidBy("wigan.experienced-mentor", with_({ monthsAsLead: 7 }))?.about).toBe("practitioner:amina");
  });
});

describe("WIG-8.4.2d: no confirmation without an active mentor on the start date", () => {
  const mentor = { ...amina, from: localDate("2027-02-08") };
  test.each([
    ["2027-02-01", "prevents"],
    ["2027-02-07", "prevents"],
    ["2027-02-08", "permits"],
  ])("mentor from 8 February 2027, leading from %s: %s", (startsOn, answer) => {
    const decision = lead({ practitioner: { ...nina, mentor }, startsOn: localDate(startsOn) });
    expect(decision.answer).toBe(answer);
    if (answer === "prevents") {
      expect(decision.from).toBe("2027-02-08");
      expect(saidBy("wigan.mentor", decision)?.because).toContain("No active mentor until 8 February 2027");
    }
  });
  test("nor once the mentor has stopped", () => {
    const stopped = { ...amina, from: localDate("2027-01-01"), until: localDate("2027-02-01") };
    expect(lead({ practitioner: { ...nina, mentor: stopped }, startsOn: localDate("2027-01-31") }).answer).toBe(
      "permits",
    );
    expect(lead({ practitioner: { ...nina, mentor: stopped }, startsOn: localDate("2027-02-01") }).answer).toBe(
      "prevents",
    );
  });
});

describe("WIG-8.4.3a: agency, bank and supply staff do not lead", () => {
  test.each([
    ["agency", "prevents"],
    ["bank", "prevents"],
    ["supply", "prevents"],
    ["fixed-term", "permits"],
    ["permanent", "permits"],
    ["not-recorded", "unknown"],
  ] as const)("%s: %s", (engagement, answer) => {
    expect(lead({ practitioner: { engagement } }).answer).toBe(answer);
  });
  test("the sentence says what could change it", () => {
    expect(saidBy("wigan.temporary-staff", lead({ practitioner: { engagement: "bank" } }))?.because).toContain(
      "a senior manager can approve it for one case",
    );
  });
});

describe("WIG-8.4.3b: exceptional circumstances, for one case and its days", () => {
  // 1 December 2026 to 22 February 2027 is 84 days with both ends counted.
  const exception = {
    from: localDate("2026-12-01"),
    until: localDate("2027-02-23"),
    approvedBy: "senior-manager" as const,
    reasonGiven: true,
    planToReplaceGiven: true,
  };
  const lena = { engagement: "bank" as const, exception };
  test.each([
    ["2026-11-30", "prevents"],
    ["2026-12-01", "permits"],
    ["2027-02-22", "permits"],
    ["2027-02-23", "prevents"],
  ])("leading on %s: %s", (startsOn, answer) => {
    expect(lead({ practitioner: lena, startsOn: localDate(startsOn) }).answer).toBe(answer);
  });
  test("a lead already held lapses with it", () => {
    const decision = lead({ practitioner: lena, startsOn: localDate("2026-12-01") }, "2027-02-23");
    expect(decision.answer).toBe("prevents");
    expect(saidBy("wigan.temporary-staff-exception", decision)?.because).toContain("Exemption lapsed");
  });
  test.each([
    ["85 days", { ...exception, until: localDate("2027-02-24") }],
    ["approved by anybody else", { ...exception, approvedBy: "other" as const }],
    ["none", "none" as const],
  ])("%s does not hold", (_, given) => {
    expect(lead({ practitioner: { ...lena, exception: given }, startsOn: localDate("2026-12-15") }).answer).toBe(
      "prevents",
    );
  });
  test("all other gates still apply, and an exception not recorded is unknown beside the bar", () => {
    const startsOn = localDate("2026-12-15");
    expect(lead({ practitioner: { ...lena, training: "none" }, startsOn }).answer).toBe("prevents");
    expect(lead({ practitioner: { ...lena, exception: "not-recorded" }, startsOn })).toMatchObject({
      answer: "prevents",
      missing: ["whether an exception is approved"],
    });
  });
});

describe("WIG-8.4.4: life experience, at the manager's recommendation", () => {
  const marsha = { qualification: "none" as const, training: "none" as const };
  test.each([
    ["2026-11-23", "prevents"],
    ["2026-11-24", "permits"],
    ["2026-11-25", "permits"],
  ])("recommended on 24 November 2026, offered on %s: %s", (on, answer) => {
    expect(
      offer({ practitioner: { ...marsha, recommendation: { on: day, namesTheExperience: true } } }, on).answer,
    ).toBe(answer);
  });
  test("without a recommendation refused; not recorded unknown; the experience has to be named", () => {
    expect(offer({ practitioner: { ...marsha, recommendation: "none" } }).answer).toBe("prevents");
    expect(offer({ practitioner: { ...marsha, recommendation: "not-recorded" } }).answer).toBe("unknown");
    expect(
      offer({ practitioner: { ...marsha, recommendation: { on: day, namesTheExperience: false } } }),
    ).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "life-experience" }],
    });
  });
  test("nobody comes into the role by this route without the recommendation, trained or not", () => {
    const trainedMarsha = { ...marsha, training: { completedOn: localDate("2026-03-02") } };
    const leads = (recommendation: PractitionerFacts["recommendation"]) =>
      lead({ practitioner: { ...trainedMarsha, recommendation }, startsOn: localDate("2026-12-01") });
    expect(leads({ on: day, namesTheExperience: true }).answer).toBe("permits");
    expect(leads({ on: localDate("2026-12-01"), namesTheExperience: true }).answer).toBe("permits");
    expect(leads({ on: localDate("2026-12-02"), namesTheExperience: true }).answer).toBe("prevents");
    expect(leads({ on: day, namesTheExperience: false })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "life-experience" }],
    });
    expect(leads("none").answer).toBe("prevents");
    expect(leads("not-recorded").answer).toBe("unknown");
    expect(saidBy("wigan.life-experience-before-lead", leads("none"))).toMatchObject({
      effect: "prevents",
      clause: { source: "CP3.1", at: "8.4.4" },
    });
  });
  test("the enhanced check still comes first", () => {
    const practitioner = {
      ...marsha,
      recommendation: { on: day, namesTheExperience: true },
      enhancedCheck: { state: "applied-for" as const },
    };
    expect(offer({ practitioner }).answer).toBe("prevents");
  });
});

describe("WIG-8.7.4a: only somebody already involved can be chosen", () => {
  test.each([
    ["involved", "permits"],
    ["not-involved", "prevents"],
    ["about-to-start", "prevents"],
  ] as const)("%s: %s", (involvement, answer) => {
    expect(lead({ involvement }).answer).toBe(answer);
  });
  test("Bolton would allow a person about to start; here the answer says from when", () => {
    expect(lead({ involvement: "about-to-start", involvementStartsOn: localDate("2026-12-07") })).toMatchObject({
      answer: "prevents",
      from: "2026-12-07",
    });
  });
});

describe("WIG-9.4.1: somebody outside the pool can be chosen, and the team manager is told", () => {
  test.each([true, false, "not-recorded"] as const)("in the pool: %s", (inPool) => {
    const decision = lead({ practitioner: { inPool } });
    expect(decision.answer).toBe("permits");
    if (inPool === false)
      expect(saidBy("wigan.pool", decision)?.because).toContain("Not in the pool: the team manager is told");
  });
});

describe("WIG-8.8.2: where the child's legal status names a leader, that comes first", () => {
  test("a looked-after child is led by the social worker, as in the England guide", () => {
    const facts = statutoryFacts({ child: { statuses: [aStatus("looked-after", "2026-09-01", { holder: "sw" })] } });
    expect(inShort(book.designation("lead-professional.statutory", facts, noonOn(day)))).toBe("filled | sw");
  });
});

describe("designation by law (WIG-D10)", () => {
  const newSocialWorker = {
    qualification: { on: localDate("2026-07-01") },
    training: "none" as const,
    mentor: "none" as const,
    engagement: "agency" as const,
    exception: "none" as const,
  };
  test("lifts the wait, training, the mentor and the bar on agency staff; the line manager confirms and an adviser is attached", () => {
    const decision = lead({ practitioner: newSocialWorker, isStatutoryPostHolder: true });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(["designation-confirmed", "designation-adviser"]);
    expect(saidBy("wigan.wait-before-lead", decision)).toMatchObject({
      effect: "prevents",
      liftedBy: "wigan.by-designation",
    });
    expect(lead({ practitioner: newSocialWorker, isStatutoryPostHolder: false }).answer).toBe("prevents");
  });
  test("never lifts the enhanced check, nor being involved, nor the wait before training", () => {
    const unchecked = { ...newSocialWorker, enhancedCheck: { state: "applied-for" as const } };
    expect(lead({ practitioner: unchecked, isStatutoryPostHolder: true }).answer).toBe("prevents");
    expect(
      lead({ practitioner: newSocialWorker, isStatutoryPostHolder: true, involvement: "not-involved" }).answer,
    ).toBe("prevents");
    expect(offer({ practitioner: newSocialWorker, isStatutoryPostHolder: true }).answer).toBe("prevents");
  });
});

test("every failed reason is given, with the earliest day on which waiting alone would do", () => {
  const qualified = localDate("2026-06-01");
  const practitioner = {
    qualification: { on: qualified },
    training: { completedOn: addDays(day, 400) },
    mentor: "none" as const,
  };
  const decision = lead({ practitioner, startsOn: day });
  const prevents = decision.findings.filter(({ effect }) => effect === "prevents");
  expect(prevents.map(({ rule }) => rule)).toEqual(["wigan.wait-before-lead", "wigan.trained", "wigan.mentor"]);
  expect(prevents[0]).toMatchObject({ from: addMonths(qualified, 18) });
  expect(decision.from).toBeUndefined();
});
