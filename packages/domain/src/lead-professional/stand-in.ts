import type { GateRule } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { StandInFacts } from "./continuity-model.ts";

type StandIn = GateRule<StandInFacts>;

/** The area has no deputies: a lead's absence is covered by somebody in between. */
export const hasNoDeputies = (given: RuleHead, { deputies }: { readonly deputies: boolean }): StandIn => ({
  ...given,
  title: "Whether the area has deputies",
  apply: ({ as, candidate }) =>
    as !== "deputy"
      ? undefined
      : deputies
        ? { effect: "permits", about: thePractitioner(candidate.id), because: "The area lets a plan have a deputy." }
        : {
            effect: "prevents",
            about: thePractitioner(candidate.id),
            because: "The area has no deputies. Name somebody for the days the lead is away instead.",
          },
});

/** A deputy is on the team now and owns work on the plan; where nobody does, a manager may accept somebody involved, with a reason. */
export const deputyHasWork = (given: RuleHead): StandIn => ({
  ...given,
  title: "A deputy is on the team and has work on the plan",
  force: "must",
  apply: ({ as, candidate, somebodyQualifies, managersReasonGiven }) => {
    if (as !== "deputy") return undefined;
    const about = thePractitioner(candidate.id);
    if (candidate.isOnTeam === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether this person is on the team",
        about,
        because: "Record whether this person works with the family now.",
      };
    if (!candidate.isOnTeam)
      return { effect: "prevents", about, because: "This person is not on the team of this family." };
    if (candidate.openActions === "not-recorded")
      return {
        effect: "unknown",
        missing: "this person's open actions",
        about,
        because: "Record which open actions of the plan this person owns.",
      };
    if (candidate.openActions > 0)
      return { effect: "permits", about, because: "This person is on the team and owns work on this plan." };
    if (somebodyQualifies === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether anybody on the team owns work on the plan",
        about,
        because: "This person has no action on this plan. Record whether anybody else on the team has.",
      };
    if (somebodyQualifies)
      return {
        effect: "prevents",
        about,
        because: "This person has no action on this plan, and others on the team have.",
      };
    return managersReasonGiven
      ? {
          effect: "permits",
          about,
          because:
            "Nobody on the team owns work on this plan; the line manager accepted this person, and the reason is on record.",
        }
      : {
          effect: "permits-if",
          about,
          because:
            "This person has no action on this plan, and nobody on the team has. The line manager may accept somebody involved, with a reason.",
          needs: [
            {
              what: "reason",
              from: "line-manager",
              for: "why somebody with no action on the plan is deputy",
              code: "deputy-without-action",
            },
          ],
        };
  },
});

/** Somebody in between is involved and may lead; where there is nobody, the lead's line manager. */
export const interimIsInvolved = (given: RuleHead): StandIn => ({
  ...given,
  title: "Somebody in between is involved and may lead",
  force: "must",
  apply: ({ as, candidate }) => {
    if (as !== "interim") return undefined;
    const about = thePractitioner(candidate.id);
    if (candidate.isLineManagerOfLead)
      return { effect: "permits", about, because: "The lead's line manager stands in where nobody else does." };
    if (candidate.isOnTeam === "not-recorded" || candidate.mayLead === "not-recorded") {
      const missing =
        candidate.isOnTeam === "not-recorded" ? "whether this person is involved" : "whether this person may lead";
      return { effect: "unknown", missing, about, because: `It is not recorded ${missing}.` };
    }
    if (!candidate.isOnTeam)
      return { effect: "prevents", about, because: "This person is not involved with the child or the family." };
    return candidate.mayLead
      ? { effect: "permits", about, because: "This person is involved and may lead." }
      : {
          effect: "prevents",
          about,
          because: "This person is involved, and may not lead yet: name somebody else, or the line manager.",
        };
  },
});
