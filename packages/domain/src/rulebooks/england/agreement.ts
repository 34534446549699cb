import { acceptance, familyAgreement, lineManager, together, viewsOf } from "../../lead-professional/agreement.ts";
import { interimContact, managersAgree } from "../../lead-professional/not-agreed.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on agreeing who leads: the people involved, the one proposed, the manager, the family. */
export const agreement = chapter({
  parameters: {
    managersAgreeWithinWorkingDays: {
      value: 4,
      least: 1,
      most: 20,
      ours: "RN-09",
      reading:
        "Line managers agree within 4 working days of the proposal; borrowed from the guide's one local example.",
    },
    managersAgreeCloses: {
      value: "end of the day",
      oneOf: ["end of the day", "17:00"],
      ours: "RN-09",
      reading: "A day closes at its end; the guide's local example closes at 17:00.",
    },
  },
  rules: {
    "lead-professional.agreement": (value) => [
      viewsOf({ ...rule("agreement-views-of-child", "2.8") }, "child"),
      viewsOf({ ...rule("agreement-views-of-family", "3.14") }, "family"),
      together(rule("agreement-group-discussion", "3.13"), {
        stage: "group-discussion",
        title: "The people involved choose together",
        because:
          "Child, family and practitioners have agreed the needs, the outcomes and who does what, and choose together who leads.",
        mayBeLeftOut: false,
      }),
      acceptance(rule("agreement-acceptance", "3.13"), { isLast: false }),
      lineManager(rule("agreement-line-manager", "5.10"), {
        workingDays: value.managersAgreeWithinWorkingDays,
        ...closing(value.managersAgreeCloses),
        isLast: false,
      }),
      familyAgreement({ ...rule("agreement-family", "3.14"), strength: "ours" }),
    ],
    "lead-professional.not-agreed": (value) => [
      managersAgree(rule("not-agreed-managers", "2.21"), {
        workingDays: value.managersAgreeWithinWorkingDays,
        ...closing(value.managersAgreeCloses),
        start: "proposal",
        next: "It goes to the manager who co-ordinates services here, at the start of the next working day.",
      }),
      interimContact(
        { ...rule("not-agreed-interim-contact", "2.17"), strength: "ours" },
        { from: "need", elseConvenor: false, namedBy: "line-managers-involved" },
      ),
    ],
  },
});

function closing(at: string) {
  return at === "17:00" ? { closesAt: at } : {};
}
