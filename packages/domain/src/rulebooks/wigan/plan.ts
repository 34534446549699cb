import { endIsEvaluated } from "../../plan/action-duties.ts";
import { familyWithSupport } from "../../plan/owner.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.plan-${id}`, clause: cp31(at), from });

/** CP3.1 on the plan, in its list of core skills: families own actions with help, and what ends is looked back on. */
export const plan = chapter({
  parameters: {},
  rules: {
    "plan.action-owner": () => [familyWithSupport(rule("family-owns", "7.4"))],
    "plan.action-duties": () => [endIsEvaluated(rule("evaluated", "7.8"))],
  },
});
