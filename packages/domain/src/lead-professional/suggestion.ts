import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type Post, posts } from "../vocabulary/posts.ts";
import { type Choice, isByStatute } from "./criteria.ts";
import { isThem } from "./named-by-status.ts";

/** A status suggests one post as the likely lead: choosing somebody else is free, and asks for a reason. */
export const suggestionOrReason = (given: RuleHead, { post }: { readonly post: Post }): Choice => ({
  ...given,
  title: `Passing over ${posts[post].label} needs a reason`,
  force: "should",
  apply: (facts) => {
    if (isByStatute(facts)) return undefined;
    const suggested = (facts.statutory.named ?? []).filter(
      ({ tier, holder }) => tier === "suggested" && holder.kind !== "agency" && holder.post === post,
    );
    if (suggested.length === 0) return undefined;
    const about = theChild(facts.child.id);
    if (suggested.some(({ holder }) => isThem(holder, facts.chosen, facts.involved)))
      return {
        effect: "permits",
        about,
        because: `One of the child's statuses suggests ${posts[post].label}, who is chosen.`,
      };
    return facts.reasons.includes("suggestion-passed-over")
      ? { effect: "permits", about, because: `It is written down why ${posts[post].label} does not lead.` }
      : {
          effect: "permits-if",
          about,
          because: `One of the child's statuses suggests ${posts[post].label} as the likely lead. Write down why somebody else leads.`,
          needs: [
            {
              what: "reason",
              from: "practitioners-involved",
              for: `why ${posts[post].label} does not lead`,
              code: "suggestion-passed-over",
            },
          ],
        };
  },
});
