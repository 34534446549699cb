import { oneOfFourKinds } from "../../dispute/item.ts";
import { everyCheckIsMet } from "../../lead-professional/manager-acts.ts";
import { visitsDoNotClash } from "../../plan/overlap.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });

/** Part 3 on the statute's own checks, on visits that clash, and on items for the Service Managers' Group. */
export const whoLeads = chapter({
  parameters: {},
  rules: {
    "lead-professional.statutory-checks": () => [
      everyCheckIsMet({ ...rule("statutory-checks", "H19, item 3"), strength: "law" }),
    ],
    "plan.overlap": () => [visitsDoNotClash(rule("visits-clash", "H8, paragraph 1, sentence 5"))],
    "dispute.item": () => [oneOfFourKinds(rule("youth-item-kind", "H18, bullet 4"))],
  },
});
