import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import type { MayInviteFacts } from "./model.ts";

/** Somebody whom it is a risk to meet is not invited, unless the lead's line manager decides so with a reason. */
export const noContactRisk = (given: RuleHead): GateRule<MayInviteFacts> => ({
  ...given,
  title: "Nobody is invited whom it is a risk to meet",
  force: "must",
  apply: ({ child, isContactRisk, decidedOtherwise }): GateSaid => {
    const say = sayOf(subject("family", child.id));
    if (isContactRisk === "not-recorded")
      return say.unknown(
        "whether contact with this person is a risk",
        "It is not recorded whether contact with this person is a risk. Find out before the invitation goes out.",
      );
    if (!isContactRisk) return say.permits("No risk of contact is recorded for this person.");
    if (typeof decidedOtherwise === "string" || decidedOtherwise.by !== "line-manager")
      return say.prevents(
        "Contact with this person is a risk: no invitation, no place in the calendar, no letters. The lead professional's line manager may decide otherwise, with a reason.",
      );
    return decidedOtherwise.reasonGiven
      ? say.permits("The lead professional's line manager decided to invite this person, and wrote down why.")
      : say.permitsIf(
          [
            {
              what: "reason",
              from: "line-manager",
              for: "why this person is invited all the same",
              code: "contact-risk",
            },
          ],
          "Contact with this person is a risk. The lead professional's line manager decided to invite them and has yet to write down why.",
        );
  },
});
