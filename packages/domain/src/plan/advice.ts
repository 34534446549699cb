import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan } from "../kernel/subject.ts";
import type { AdviceFacts, MessageFacts } from "./people-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

/** A specialist gives advice without joining the plan: without saying who the child is, or with consent; never with access to the case. */
export const advisesWithoutJoining = (given: RuleHead): GateRule<AdviceFacts> => ({
  ...given,
  title: "A specialist advises without joining the plan",
  force: "may",
  apply: (facts): GateSaid => {
    const { isAnonymous, consent } = facts;
    const about = theChild(facts.child.id);
    const noAccess = "The specialist sees what is sent and nothing else of the case.";
    if (isAnonymous === "not-recorded") return lacks(about, "whether the question shows who the child is");
    if (isAnonymous) return permits(about, `The question does not show who the child is. ${noAccess}`);
    if (consent === "not-recorded")
      return lacks(
        about,
        "whether the family agrees to the question",
        "Ask the family first, or ask without saying who the child is.",
      );
    return consent === "given"
      ? permits(about, `The family agrees to the question. ${noAccess}`)
      : prevents(about, "The family has not agreed to the question: ask without saying who the child is.");
  },
});

/** The core group writes to each other; the child and the family see what is meant for them. */
export const seesWhatIsMeant = (given: RuleHead): GateRule<MessageFacts> => ({
  ...given,
  title: "The family sees what is meant for them",
  force: "must",
  apply: (facts): GateSaid => {
    const { reader, meantFor } = facts;
    const about = thePlan(facts);
    if (reader.as === "core-group-member" || reader.as === "lead-professional")
      return permits(about, "The core group and the lead professional see what the group writes.");
    if (reader.as === "other")
      return prevents(about, "Only the core group and the lead professional see what the group writes.");
    const ofFamily = reader.as === "child" ? theChild(reader.id) : subject("family", reader.id);
    if (meantFor === "not-recorded") return lacks(ofFamily, "whether the message is meant for the child or the family");
    return meantFor.includes(reader.as)
      ? permits(ofFamily, "The message is meant for them.")
      : prevents(ofFamily, "The message is for the core group: the child and the family see what is meant for them.");
  },
});
