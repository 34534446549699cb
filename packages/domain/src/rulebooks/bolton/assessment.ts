import { outcomesAreTheFamilys } from "../../assessment/basis.ts";
import { allThreeParts } from "../../assessment/complete.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** Bolton on the assessment made with a family, and on whose words the plan's outcomes are. */
export const assessment = chapter({
  parameters: {},
  rules: {
    "assessment.complete": () => [allThreeParts(rule("three-parts", "4.1"))],
    "assessment.basis-of-plan": () => [outcomesAreTheFamilys(rule("outcomes-in-familys-words", "4.2"))],
  },
});
