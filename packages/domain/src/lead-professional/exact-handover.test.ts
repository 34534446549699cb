import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { changeFacts, endingFacts, handoverFacts } from "../testing/ending.ts";
import { EndingFacts, type HandoverFacts } from "./ending-model.ts";

const day = localDate;
const handing = (of: Rulebook, facts: Partial<HandoverFacts>, rule: string) =>
  asItStands(of)
    .gate("lead-professional.handover", handoverFacts(facts), noonOn(day("2027-01-18")))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [finding.effect, "from" in finding ? finding.from : undefined, finding.because]);

describe("CWDC-3.13a: the next lead accepts first", () => {
  const accepted = (acceptedOn: HandoverFacts["acceptedOn"]) =>
    handing(england, { acceptedOn }, "england.handover-accepted");
  test("nobody has accepted: no day is said from which the role can move", () => {
    expect(accepted("none")).toEqual([
      ["prevents", undefined, "The next lead has not accepted. The present one stays until then."],
    ]);
  });
  test("on the day is in time, the day after is not", () => {
    expect(accepted(day("2027-01-18"))).toEqual([["permits", undefined, "The next lead accepted on 18 January 2027."]]);
    expect(accepted(day("2027-01-19"))).toEqual([
      ["prevents", "2027-01-19", "The next lead accepted on 19 January 2027: the role can move from that day."],
    ]);
  });
});

test.each([
  [true, "permits", "How the family found the change is kept in their words."],
  [false, "permits", "The family was asked how they found the change, and had nothing to add."],
  ["not-recorded", "unknown", "Record how the family found the change, in their words."],
] as const)(
  "HIG-130: from the named person to a separate lead, the family's words: %s",
  (familysWords, effect, because) => {
    const facts = {
      familysWords,
      outgoing: { id: "head", isNamedPerson: true },
      incoming: { id: "keir", isNamedPerson: false },
    };
    expect(handing(highland, facts, "highland.handover-familys-words")).toEqual([[effect, undefined, because]]);
  },
);

describe("CWDC-4.7a: needs are looked at again before a specialist service ends", () => {
  test.each([
    ["2026-09-24", "ended on 24"],
    ["2026-09-25", "ends on 25"],
    ["2026-09-26", "ends on 26"],
  ])("a plan that closes on 25 September, a service whose last day is %s", (lastDay, words) => {
    const specialistServices = [{ id: "s", lastDay: day(lastDay), reassessedOn: "none" as const }];
    const { findings } = asItStands(england).gate(
      "lead-professional.ending",
      endingFacts({ specialistServices }),
      noonOn(day("2026-09-25")),
    );
    expect(findings.find(({ rule }) => rule === "england.ending-reassessed")?.because).toBe(
      `A specialist service ${words} September 2026 and the needs were not looked at again. The social worker does that before the plan closes.`,
    );
  });
  test.each([
    ["2026-12-02", 1],
    ["2026-12-03", 0],
    ["2026-12-04", 0],
  ])("28 days before the last day counts, the day before that does not: looked at on %s, %i owed", (on, owing) => {
    const specialistServices = [{ id: "s", lastDay: day("2026-12-31"), reassessedOn: day(on) }];
    const { owed } = asItStands(england).duty(
      "lead-professional.change",
      changeFacts({ specialistServices }),
      noonOn(day("2026-12-10")),
    );
    expect(owed.filter(({ act }) => act === "reassess-needs:s")).toHaveLength(owing);
  });
});

test.each([
  ["", false],
  ["a", true],
])('CWDC-FIG3B-6: an open step of the transfer has a name: "%s", %s', (step, isOne) => {
  expect(EndingFacts.safeParse(endingFacts({ openSteps: [step] })).success).toBe(isOne);
});
