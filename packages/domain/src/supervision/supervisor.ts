import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { isKnown } from "../kernel/facts.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { SupervisorFacts } from "./model.ts";

type Supervisor = DesignationRule<SupervisorFacts>;
/** Usual line management supervises, the cases somebody leads included, unless these have a supervisor of their own. */
export const lineManagerSupervises = (given: RuleHead, { title }: { readonly title: string }): Supervisor => ({
  ...given,
  title,
  apply: ({ practitionerId, strand, lineManager, isDual }): DesignationSaid | undefined => {
    if (strand === "lead" && isDual === true) return undefined;
    const about = thePractitioner(practitionerId);
    if (!isKnown(lineManager))
      return {
        tier: "unknown",
        missing: "the line manager",
        about,
        because: "It is not recorded who this person's line manager is. Somebody has to be named to turn to.",
      };
    return {
      tier: "must",
      holder: { kind: "person", id: lineManager },
      about,
      because:
        strand === "practice"
          ? "Practice stays with usual line management."
          : "The line manager supervises the cases led too.",
    };
  },
});

/** Where an agency offers two supervisors, the cases led have one of their own: a manager or area co-ordinator of lead professionals. */
export const dedicatedSupervisor = (given: RuleHead): Supervisor => ({
  ...given,
  title: "The cases led have a supervisor of their own",
  apply: ({ practitionerId, strand, isDual, dedicated }): DesignationSaid | undefined => {
    if (strand !== "lead" || isDual === false) return undefined;
    const about = thePractitioner(practitionerId);
    if (isDual === "not-recorded")
      return dedicated === "none" || dedicated === "not-recorded"
        ? undefined
        : {
            tier: "unknown",
            missing: "whether this person has two supervisors",
            about,
            because: "A supervisor for the cases led is recorded, and not whether there are two supervisors.",
          };
    if (dedicated === "none" || dedicated === "not-recorded")
      return {
        tier: "unknown",
        missing: "the supervisor of the cases led",
        about,
        because: "This person has two supervisors, and the one for the cases led is not named.",
      };
    return {
      tier: "must",
      holder: { kind: "person", id: dedicated.id },
      about,
      because:
        dedicated.as === "area-coordinator"
          ? "The area co-ordinator of lead professionals supervises the cases led; the session is kept as that strand."
          : "The manager of lead professionals supervises the cases led; the session is kept as that strand.",
    };
  },
});
