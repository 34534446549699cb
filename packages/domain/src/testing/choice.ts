import { workingCalendar } from "../kernel/working-days.ts";
import type { BestPlacedFacts, ChoiceFacts, CriterionAnswer } from "../lead-professional/model.ts";
import { anInvolved } from "./lead-professional.ts";

/** Two practitioners of two agencies, no law that names a lead, everything recorded. */
export const bestPlacedFacts = (of: Partial<BestPlacedFacts> = {}): BestPlacedFacts => ({
  child: { id: "child-1" },
  namedPerson: "teacher",
  namedPersonAgency: "education",
  assessor: "nurse",
  route: "evidence-from-universal-services",
  involved: [anInvolved("teacher", { agency: "education" }), anInvolved("nurse")],
  universalPractitioner: "teacher",
  statutory: { holders: [] },
  needsAreComplexHealth: false,
  calendar: workingCalendar("england-and-wales"),
  ...of,
});

type Asks = readonly { readonly code: string; readonly of: "case" | "candidate" }[];

/** An answer to everything a book asks, for the case and for each person considered. */
export const allAnswered = (asks: Asks, candidates: readonly string[]): readonly CriterionAnswer[] =>
  asks.flatMap(({ code, of }): readonly CriterionAnswer[] =>
    of === "case"
      ? [{ criterion: code, answered: true }]
      : candidates.map((candidate) => ({ criterion: code, candidate, answered: true, evidenced: true })),
  );

/** The named teacher chosen over the nurse, by the wish of child and family, with a reason and every criterion answered. */
export const choiceFacts = (asks: Asks, of: Partial<ChoiceFacts> = {}): ChoiceFacts => ({
  ...bestPlacedFacts(),
  chosen: "teacher",
  chosenAgency: "education",
  candidates: ["teacher", "nurse"],
  answers: allAnswered(asks, of.candidates ?? ["teacher", "nurse"]),
  reasonGiven: true,
  reasons: [],
  childsView: "given",
  familysView: "given",
  wishOf: { child: "teacher", family: "teacher" },
  managerConsulted: true,
  criteria: { version: "2", agreed: true },
  ...of,
});
