import { familyAgreement } from "../../lead-professional/agreement.ts";
import { eachInvolvedAgrees, managerAgreesOnceProposed } from "../../lead-professional/each-agrees.ts";
import { goesToServiceManager, managersConcern } from "../../lead-professional/managers-concern.ts";
import { managersAgree } from "../../lead-professional/not-agreed.ts";
import { from } from "../england/cwdc.ts";
import { chapter } from "../questions.ts";
import { protocol } from "./protocol.ts";

const rule = (id: string, at: string) => ({ id: `poole.${id}`, clause: protocol(at), from });

/** What Poole's protocol says in its own words instead of the managers' guide. */
export const agreementSetsAside = {
  "england.agreement-group-discussion": "In Poole all the practitioners involved agree to a provisional choice.",
  "england.agreement-line-manager":
    "In Poole the managers' four working days begin with the proposal and end at 17:00.",
  "england.agreement-family": "In Poole the protocol itself has the family agree after the managers.",
  "england.not-agreed-managers": "In Poole the managers' four working days end at 17:00 and go to a named manager.",
};

/** Poole on agreeing who leads: all the practitioners, then the manager in four working days, then the family. */
export const agreement = chapter({
  parameters: {
    proposalAgreedWithinWorkingDays: {
      value: 4,
      least: 1,
      most: 20,
      ours: "RN-09",
      clause: protocol("paragraph 2"),
      reading:
        "Line managers agree within 4 working days, of which the day of the proposal is none. The same person proposed again starts nothing anew; another person does.",
    },
    proposalDayCloses: {
      value: "17:00",
      oneOf: ["end of the day", "17:00"],
      ours: "RN-09",
      reading: "The fourth working day closes at 17:00.",
    },
    serviceManagerWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "RN-30",
      clause: protocol("paragraph 3"),
      reading:
        "The manager for local service development has 5 working days from the end of the line managers' time, or from the day they handed it on.",
    },
  },
  rules: {
    "lead-professional.agreement": (value) => [
      eachInvolvedAgrees(rule("agreement-each-involved", "paragraph 2")),
      managerAgreesOnceProposed(rule("agreement-line-manager", "paragraph 2"), {
        workingDays: value.proposalAgreedWithinWorkingDays,
        ...closing(value.proposalDayCloses),
      }),
      familyAgreement(rule("agreement-family", "paragraph 2")),
    ],
    "lead-professional.not-agreed": (value) => {
      const limit = { workingDays: value.proposalAgreedWithinWorkingDays, ...closing(value.proposalDayCloses) };
      return [
        managersAgree(rule("not-agreed-managers", "paragraph 2"), {
          ...limit,
          start: "proposal",
          next: "It is referred to the manager for local service development at the start of the next working day.",
        }),
        managersConcern(rule("not-agreed-concern", "paragraph 2"), limit),
        goesToServiceManager(rule("not-agreed-referred", "paragraph 3"), {
          ...limit,
          decidesWithin: value.serviceManagerWorkingDays,
        }),
      ];
    },
  },
});

function closing(at: string) {
  return at === "17:00" ? { closesAt: at } : {};
}
