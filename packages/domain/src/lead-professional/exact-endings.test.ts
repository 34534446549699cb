import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { changeFacts, endingFacts, stepDownFacts } from "../testing/ending.ts";
import { suitabilityFacts } from "../testing/lead-professional.ts";
import type { ChangeFacts, EndingFacts } from "./ending-model.ts";

const on = (day: string) => noonOn(localDate(day));
const ended = (of: Rulebook, facts: Partial<EndingFacts>, rule: string) =>
  asItStands(of)
    .gate("lead-professional.ending", endingFacts(facts), on("2026-09-25"))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [finding.effect, "missing" in finding ? finding.missing : undefined, finding.because]);
const permits = (because: string) => ["permits", undefined, because];
const prevents = (because: string) => ["prevents", undefined, because];
const unknown = (missing: string) => ["unknown", missing, `It is not recorded ${missing}.`];

describe("CWDC 2.10 and 2.17: what does not end a lead", () => {
  test("a specialist assessment that starts ends nothing, and only then is that said", () => {
    const said = (because: EndingFacts["because"]) =>
      ended(england, { because }, "england.ending-specialist-assessment");
    expect(said("specialist-assessment-started")).toEqual([
      prevents(
        "A specialist assessment is running, and that ends nothing: the lead stays until the law names another or a handover is complete.",
      ),
    ]);
    expect(said("no-longer-needed")).toEqual([]);
  });
  test("the steps of the transfer are asked about after statutory support, and not otherwise", () => {
    const said = (of: Partial<EndingFacts>) => ended(england, of, "england.ending-steps-first");
    const because = "statutory-support-ended";
    expect(said({ because })).toEqual([permits("Every step of the transfer is done.")]);
    expect(said({ because, openSteps: ["outside-lead-told"] })).toEqual([
      prevents("Steps of the transfer are still open: outside lead told."),
    ]);
    expect(said({ because, openSteps: "not-recorded" })).toEqual([unknown("which steps of the transfer are open")]);
    expect(said({ because: "no-longer-needed", openSteps: "not-recorded" })).toEqual([]);
  });
  test("what was reached, the family's view and whom to call stand on record", () => {
    const said = (of: Partial<EndingFacts>) => ended(england, of, "england.ending-what-follows");
    expect(said({})).toEqual([
      permits("The outcomes stand on record."),
      permits("The family's view stands on record."),
      permits("The family knows whom to call afterwards."),
    ]);
    expect(said({ outcomesRecorded: false, familysViewRecorded: false, contactAfterwards: "none" })).toEqual([
      prevents("Write down the outcomes first."),
      prevents("Write down the family's view first."),
      prevents("Say whom the family calls afterwards, and tell them."),
    ]);
    expect(
      said({
        outcomesRecorded: "not-recorded",
        familysViewRecorded: "not-recorded",
        contactAfterwards: "not-recorded",
      }),
    ).toEqual([
      unknown("whether the outcomes were written down"),
      unknown("whether the family's view was written down"),
      unknown("whom the family calls afterwards"),
    ]);
    expect(said({ because: "specialist-assessment-started" })).toEqual([]);
    expect(said({ isStillNeeded: true })).toEqual([]);
    expect(said({ isStillNeeded: "not-recorded" })).toHaveLength(3);
  });
});

describe("the named person and a lead that is no longer needed", () => {
  const said = (of: Partial<EndingFacts>) => ended(scotland, of, "scotland.ending-named-person");
  const told = (toldOn: "none" | "not-recorded" | string, confirmedOn: "none" | "not-recorded" | string) => {
    const day = (text: string) => (text === "none" || text === "not-recorded" ? text : localDate(text));
    return said({ namedPerson: { id: "head", toldOn: day(toldOn), confirmedOn: day(confirmedOn) } });
  };
  const confirmed = (day: string) =>
    permits(
      `The named person confirmed on ${day} September 2026; the lead ends on 25 September 2026, and responsibility returns.`,
    );
  test("GIR-47: told by the last day and confirmed by then", () => {
    expect(told("2026-09-21", "2026-09-25")).toEqual([confirmed("25")]);
    expect(told("2026-09-25", "2026-09-25")).toEqual([confirmed("25")]);
    expect(told("2026-09-26", "2026-09-25")).toEqual([
      prevents("Tell the present named person first that responsibility returns."),
    ]);
    expect(told("2026-09-21", "2026-09-26")).toEqual([
      prevents("The present named person has not confirmed: the lead stays until then."),
    ]);
    expect(told("2026-09-21", "none")[0]?.[0]).toBe("prevents");
    expect(told("none", "none")[0]).toEqual(
      prevents("Tell the present named person first that responsibility returns."),
    );
  });
  test("what nobody recorded is asked for, and another reason to end asks nobody", () => {
    expect(told("not-recorded", "none")).toEqual([unknown("whether the named person was told")]);
    expect(told("2026-09-21", "not-recorded")).toEqual([unknown("whether the named person confirmed")]);
    expect(said({ namedPerson: "not-recorded" })[0]?.slice(0, 2)).toEqual([
      "unknown",
      "who the present named person is",
    ]);
    expect(said({ because: "statutory-support-ended", namedPerson: "not-recorded" })).toEqual([]);
  });
});

describe("HIG-53: extra help ends in planned steps", () => {
  const said = (of: Partial<EndingFacts>) => ended(highland, of, "highland.ending-smoothly");
  test("told on the last day is in time, the day after is not", () => {
    const [child, family] = said({ childToldOn: localDate("2026-09-25"), familyToldOn: localDate("2026-09-26") });
    expect(child).toEqual(permits("It is on record that the child was told on 25 September 2026."));
    expect(family).toEqual(prevents("Before that day the family is told that the help ends, and when."));
    expect(said({ childToldOn: "none" })[0]?.[0]).toBe("prevents");
    expect(said({ childToldOn: "not-recorded" })[0]).toEqual(unknown("whether the child was told that the help ends"));
  });
  test("the plan closes on the last agency's last day, and not before", () => {
    const agencies = (...days: readonly string[]) =>
      said({ agencies: days.map((lastDay) => ({ agency: "health" as const, lastDay: localDate(lastDay) })) })[2];
    const closed = permits("Every agency's last day is on record, and none is later.");
    expect(agencies()).toEqual(closed);
    expect(agencies("2026-09-25", "2026-09-01")).toEqual(closed);
    expect(agencies("2026-09-26", "2026-09-01")).toEqual(
      prevents("The last help ends on 26 September 2026: the plan can close on that day and not before."),
    );
    expect(said({ agencies: "not-recorded" })[2]).toEqual(unknown("which agencies still help"));
    expect(said({ agencies: [{ agency: "health", lastDay: "not-recorded" }] })[2]).toEqual(
      unknown("the last day of Health"),
    );
  });
  test("a lead that ends for another reason is not asked for them", () => {
    expect(said({ because: "statutory-support-ended" })).toEqual([]);
  });
});

describe("Figure 3b: the steps out of statutory support", () => {
  const steps = (of: Parameters<typeof stepDownFacts>[0]) =>
    asItStands(england).ladder("lead-professional.step-down", stepDownFacts(of), on("2026-11-24")).findings;
  test("a step decides unless it is a notice; handing over permits the ending, or telling whom to call where nobody follows; a handover is about the plan", () => {
    for (const facts of [{}, { othersInvited: "not-recorded" }, { decided: "none" }, { decided: "single" }] as const) {
      const said = steps(facts);
      for (const one of said) {
        expect(one.decides).toBe(one.kind !== "notice");
        expect(one.about).toBe(one.stage === "handover" ? "area:plan-1" : "child:child-1");
        expect(one.enteredBy).toEqual(
          expect.arrayContaining(["lead-professional", "social-worker", "practitioners-involved", one.whose]),
        );
      }
      const permitting = said.filter(({ permits: what }) => what !== undefined);
      expect(permitting.map(({ permits: what }) => what)).toEqual(["lead-professional.end"]);
      expect(permitting.map(({ stage }) => stage)).toEqual(["decided" in facts ? "tell-whom-to-call" : "handover"]);
      expect(said.every(({ mayBeLeftOut }) => typeof mayBeLeftOut === "boolean")).toBe(true);
    }
    expect(steps({}).some(({ mayBeLeftOut }) => mayBeLeftOut === false)).toBe(true);
  });
});

describe("a key point, in every book that speaks of one", () => {
  const owed = (keyPoint: ChangeFacts["keyPoint"], day: string) =>
    rulebooks.flatMap((of) =>
      asItStands(of)
        .duty("lead-professional.change", changeFacts({ keyPoint }), on(day))
        .owed.filter(({ act }) => /key-point/.test(act))
        .map(({ act, because }) => [act, because]),
    );
  const point = { on: localDate("2027-08-18"), leadStays: false, handoverOpenedOn: "none" } as const;
  test("CWDC-2.10g: settled where nobody has, planned where somebody else fits better, and quiet where the lead stays", () => {
    expect(owed({ ...point, leadStays: "not-recorded" }, "2027-08-17")[0]).toEqual([
      "handover.settle-for-key-point",
      "A key point comes on 18 August 2027. Settle whether the lead stays through it or somebody else fits better.",
    ]);
    expect(owed(point, "2027-08-17")[0]).toEqual([
      "handover.open-for-key-point",
      "A key point comes on 18 August 2027 and somebody else fits better: name the next lead and the day, and plan what is passed on, telling the family and introducing them.",
    ]);
    expect(owed({ ...point, leadStays: true }, "2027-08-17")).toEqual([]);
    expect(owed({ ...point, handoverOpenedOn: localDate("2027-05-01") }, "2027-08-17")).toEqual([]);
    expect(owed(point, "2026-01-05")).toEqual([]);
  });
});

describe("BOL 5: working with the child or parents, or about to begin", () => {
  const suits = (of: Parameters<typeof suitabilityFacts>[0], day = "2026-11-24") =>
    asItStands(bolton)
      .gate("lead-professional.suitability", suitabilityFacts(of), on(day))
      .findings.filter(({ because }) => /begin|working with the child/i.test(because))
      .map(({ effect, because }) => [effect, because]);
  const soon = { involvement: "about-to-start", involvementStartsOn: localDate("2026-11-26") } as const;
  test("with actions on the plan, counted; with none, or too far off, the Action Meeting says why", () => {
    const begins = (count: string) => [
      "permits",
      `Begins with the family on 26 November 2026, with ${count} on the plan. The family is told before then.`,
    ];
    expect(suits({ ...soon, openActions: 1 })).toContainEqual(begins("1 action"));
    expect(suits({ ...soon, openActions: 2 })).toContainEqual(begins("2 actions"));
    expect(suits({ ...soon, openActions: 0 })).toContainEqual([
      "refers",
      "About to begin, but with no action on the plan: the Action Meeting says why this person should lead.",
    ]);
    const later = { ...soon, openActions: 2, involvementStartsOn: localDate("2027-03-01") };
    expect(suits(later)[0]?.[1]).toMatch(/^Begins in \d+ working days, more than \d+: the Action Meeting says why/);
  });
});
