import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { ChangeFacts } from "./model.ts";

type Change = GateRule<ChangeFacts>;
const managers: readonly Role[] = ["line-manager", "team-manager", "senior-manager", "lead-professionals-manager"];

/** A manager moves cases that are supported to change the balance; a case that is led moves only by a handover. */
export const managerMovesCases = (given: RuleHead): Change => ({
  ...given,
  title: "A manager changes the balance of cases",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "move-case") return undefined;
    const said = { about: thePractitioner(facts.to) };
    if (!managers.includes(facts.by.role))
      return { ...said, effect: "prevents", because: "Only a manager of the person moves cases from one to another." };
    if (facts.holds === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "whether the case is led or supported",
        because: "It is not recorded whether this person leads the case or supports it.",
      };
    return facts.holds === "supporter"
      ? { ...said, effect: "permits", because: "The manager may move a case that is supported, with the day." }
      : {
          ...said,
          effect: "prevents",
          because:
            "A case that is led is not moved directly. Open a handover: the lead stays until somebody else has accepted.",
        };
  },
});

/** A manager directs somebody of the team to support a lead: a task with its owner, its case and its day. */
export const managerDirectsSupport = (given: RuleHead): Change => ({
  ...given,
  title: "A manager directs others to support a lead",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "support-task") return undefined;
    const said = { about: thePractitioner(facts.to) };
    if (!managers.includes(facts.by.role))
      return { ...said, effect: "prevents", because: "Only a manager directs somebody of the team to support a lead." };
    return isLocalDate(facts.dueOn)
      ? {
          ...said,
          effect: "permits",
          because: `The task is this person's, for that case, by ${inWords(facts.dueOn)}; whoever leads sees it.`,
        }
      : {
          ...said,
          effect: "unknown",
          missing: "the day the task is due",
          because: "Say by which day the task is due.",
        };
  },
});
