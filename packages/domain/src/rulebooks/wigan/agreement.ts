import { acceptance, lineManager, secondLineManager, together, viewsOf } from "../../lead-professional/agreement.ts";
import { interimContact, managersAgree } from "../../lead-professional/not-agreed.ts";
import { managersToldWithin, tellManagersAtOnce } from "../../lead-professional/telling-managers.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const ours = { strength: "ours" } as const;

/** What CP3.1 says in its own words instead of the managers' guide. */
export const agreementSetsAside = {
  "england.agreement-views-of-child": "CP3.1 is silent on wishes; they are asked first (WIG-D11).",
  "england.agreement-views-of-family": "CP3.1 is silent on wishes; they are asked first (WIG-D11).",
  "england.agreement-group-discussion": "CP3.1 8.7.4 has the practitioners involved discuss and agree.",
  "england.agreement-acceptance": "CP3.1 8.7.4: the group's agreement and the person's acceptance are kept together.",
  "england.agreement-line-manager": "CP3.1 8.6.3 has the operational manager weigh the load.",
  "england.agreement-family": "In Wigan wishes inform and do not veto (WIG-D11).",
  "england.not-agreed-managers": "CP3.1 8.7.5 and 8.8.15 have clocks of their own (WIG-D12).",
  "england.not-agreed-interim-contact": "Wigan names the convenor where nobody made an assessment (WIG-D12).",
};

/** CP3.1 on agreeing who leads, and on what follows at once when nobody could agree. */
export const agreement = chapter({
  parameters: {
    secondManagerWorkingDays: {
      value: 2,
      least: 1,
      most: 10,
      ours: "WIG-D22",
      reading: "If the second manager has not answered in 2 working days the first may go on, with that on record.",
    },
    tellManagerWithinWorkingDays: { value: 2, least: 1, most: 10, clause: cp31("8.7.5") },
    managerStageWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "WIG-D12",
      reading: "The managers have 5 working days from the day the first of them was told.",
    },
  },
  rules: {
    "lead-professional.agreement": (value) => [
      viewsOf({ ...rule("agreement-views-of-child", "7.3"), ...ours }, "child"),
      viewsOf({ ...rule("agreement-views-of-family", "7.3"), ...ours }, "family"),
      together(rule("agreement-group-discussion", "8.7.4"), {
        stage: "group-discussion",
        title: "Those involved discuss and agree",
        because:
          "Those already involved with the child or the family talk it over and agree. A manager does not simply assign.",
        mayBeLeftOut: false,
      }),
      acceptance(rule("agreement-acceptance", "8.7.4"), { isLast: false }),
      lineManager(rule("agreement-line-manager", "8.6.3"), { isLast: true }),
      secondLineManager(rule("agreement-second-line-manager", "8.6.4"), {
        workingDays: value.secondManagerWorkingDays,
        isLast: true,
      }),
    ],
    "lead-professional.not-agreed": (value) => [
      tellManagersAtOnce(rule("not-agreed-tell-at-once", "8.7.5")),
      managersToldWithin(rule("not-agreed-told-within", "8.7.5"), { workingDays: value.tellManagerWithinWorkingDays }),
      interimContact(
        { ...rule("not-agreed-interim-contact", "8.7.5"), ...ours },
        { from: "discussion", elseConvenor: true, namedBy: "line-managers-involved" },
      ),
      managersAgree(rule("not-agreed-managers", "8.8.15"), {
        workingDays: value.managerStageWorkingDays,
        start: "first-manager-told",
        next: "It goes to the Co-ordinator within 1 working day.",
      }),
    ],
  },
});
