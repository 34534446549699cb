import { momentAt, thePractitioner } from "@linchpin/domain";
import { asItStands, rulebook } from "@linchpin/domain/rulebooks";
import { aPractitioner, suitabilityFacts } from "@linchpin/domain/testing";
import { expect, test } from "vitest";
import { aMonday } from "./testing/area.ts";
import { released } from "./trpc.ts";

const wigan = rulebook("wigan");
if (wigan === undefined) throw new Error("the rulebook is gone");

test("what is not recorded of a colleague is not told with a refusal, nor what stands in their way", () => {
  const practitioner = aPractitioner({ enhancedCheck: "not-recorded", qualification: "not-recorded" });
  const facts = { ...suitabilityFacts(), practitioner };
  const decision = asItStands(wigan).gate("lead-professional.suitability", facts, momentAt(aMonday));
  expect(decision.answer).toBe("unknown");
  expect(decision.missing).not.toEqual([]);
  expect(decision.findings.every(({ about }) => about === thePractitioner(practitioner.id))).toBe(true);
  expect(released({ kind: "rule-prevents", decision })).toEqual({
    kind: "rule-prevents",
    question: decision.title,
    answer: "unknown",
    because: [],
    missing: [],
  });
});

test("what is not recorded of the child is told", () => {
  const facts = { ...suitabilityFacts(), practitioner: aPractitioner({ enhancedCheck: "not-recorded" }) };
  const decision = asItStands(wigan).gate("lead-professional.suitability", facts, momentAt(aMonday));
  const ofChild = decision.findings.map((finding) => ({ ...finding, about: "child:1" as const }));
  expect(released({ kind: "rule-prevents", decision: { ...decision, findings: ofChild } })).toMatchObject({
    missing: decision.missing,
    because: ofChild.filter(({ liftedBy }) => liftedBy === undefined).map(({ because }) => ({ because })),
  });
});
