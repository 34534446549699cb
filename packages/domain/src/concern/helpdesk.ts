import { z } from "zod";
import { Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";

/** Facts for "May this be referred to the helpdesk of the locality?" */
export const HelpdeskFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  locality: recorded(Ref),
  service: z.enum(["social-care", "mental-health", "crisis"]),
  /** The child may not be safe. */
  isSafeguarding: z.boolean(),
});
export type HelpdeskFacts = z.infer<typeof HelpdeskFacts>;

export const helpdesk: GateQuestion<HelpdeskFacts> = {
  shape: "gate",
  title: "May this be referred to the helpdesk of the locality?",
  facts: HelpdeskFacts,
  factsUsed: ({ child, ...facts }) =>
    used(theChild(child.id), {
      locality: facts.locality,
      "service asked for": facts.service,
      safeguarding: facts.isSafeguarding,
    }),
};

const services = { "mental-health": "mental health services", crisis: "crisis services" } as const;

/** Each locality's helpdesk takes referrals to social care; where it has been extended, to other services too. */
export const helpdeskTakes = (
  given: RuleHead,
  { extendedIn }: { readonly extendedIn: readonly string[] },
): GateRule<HelpdeskFacts> => ({
  ...given,
  title: "What a locality's helpdesk takes",
  apply: ({ child, locality, service, isSafeguarding }) => {
    const about = theChild(child.id);
    if (isSafeguarding)
      return { effect: "permits", about, because: "The child may not be safe: refer it now, to social care." };
    if (service === "social-care")
      return { effect: "permits", about, because: "Every helpdesk takes referrals to social care." };
    if (locality === "not-recorded")
      return {
        effect: "unknown",
        missing: "the child's locality",
        about,
        because: "Record the child's locality: not every helpdesk takes more than social care.",
      };
    return extendedIn.includes(locality)
      ? {
          effect: "permits",
          about,
          because: `The helpdesk of this locality takes referrals to ${services[service]} too.`,
        }
      : {
          effect: "prevents",
          about,
          because: `Social care only: the helpdesk of this locality does not take referrals to ${services[service]} yet. Turn to the service itself.`,
        };
  },
});
