import type { Holder } from "../kernel/designation.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { Involved } from "../people/model.ts";
import { type Post, posts } from "../vocabulary/posts.ts";
import { type BestPlaced, person } from "./best-placed.ts";
import { type Choice, isByStatute } from "./criteria.ts";
import type { ChoiceFacts, NamedByStatus } from "./model.ts";

/** Whether this is the person a status names or, where it names a post, somebody who holds it for this child. */
export const isThem = (holder: Holder, id: string, involved: readonly Involved[]): boolean =>
  (holder.kind === "person" && holder.id === id) ||
  (holder.kind === "post" && involved.some((one) => one.id === id && one.posts.includes(holder.post as Post)));

const ofTier = (named: readonly NamedByStatus[] | undefined, tier: NamedByStatus["tier"]) =>
  (named ?? []).filter((one) => one.tier === tier);

/** Whoever a status names without putting them in the lead is listed under its clause. Nobody is chosen by that. */
export const listedByStatus = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "A status says who leads, or suggests it",
  apply: ({ child, statutory, involved }) =>
    [...ofTier(statutory.named, "expected"), ...ofTier(statutory.named, "suggested")].flatMap(
      ({ holder, tier, order }) => {
        const people = involved.filter(({ id }) => isThem(holder, id, involved)).map(({ id }) => id);
        const said = { tier, ...(order === undefined ? {} : { order }) };
        const because =
          tier === "expected"
            ? "One of the child's statuses says that this post leads. Choosing somebody else asks for a reason."
            : "One of the child's statuses suggests this post. Somebody else may be chosen.";
        return people.length === 0
          ? [{ ...said, holder, about: theChild(child.id), because }]
          : people.map((id) => ({ ...said, holder: person(id), about: theChild(child.id), because }));
      },
    ),
});

/** Where a status says which post leads, choosing somebody else needs a reason, and so does choosing between two such posts. */
export const namedByStatusOrReason = (given: RuleHead): Choice => ({
  ...given,
  title: "A status says who leads: another choice needs a reason",
  force: "must",
  apply: (facts) => {
    const expected = ofTier(facts.statutory.named, "expected");
    if (isByStatute(facts) || expected.length === 0) return undefined;
    const mine = [...expected, ...ofTier(facts.statutory.named, "may")].find(({ holder }) =>
      isThem(holder, facts.chosen, facts.involved),
    );
    const needs = (mine === undefined ? [reasonForAnother(expected)] : mine.needs).filter((need) =>
      isOpen(need, facts),
    );
    const about = theChild(facts.child.id);
    if (needs.length > 0) return { effect: "permits-if", about, because: askFor(mine, expected, needs), needs };
    return {
      effect: "permits",
      about,
      because:
        mine === undefined
          ? "It is written down why somebody leads whom no status names."
          : "A status names this post.",
    };
  },
});

/** A wish is asked for apart, as a view; everything else is a reason under its code. */
const isOpen = ({ what, code }: Need, { reasons, childsView }: ChoiceFacts): boolean =>
  what === "evidence" ? childsView === "not-recorded" : code === undefined || !reasons.includes(code);

const postOf = ({ holder }: NamedByStatus): string =>
  holder.kind !== "agency" && holder.post !== undefined ? posts[holder.post as Post].label : "that person";

const listed = (named: readonly NamedByStatus[]): string => [...new Set(named.map(postOf))].join(" or ");

const reasonForAnother = (expected: readonly NamedByStatus[]): Need => ({
  what: "reason",
  from: "practitioners-involved",
  for: `why ${listed(expected)} does not lead`,
  code: "status-names-another",
});

function askFor(mine: NamedByStatus | undefined, expected: readonly NamedByStatus[], needs: readonly Need[]): string {
  if (mine === undefined)
    return `The child's statuses say that ${listed(expected)} leads. Write down why somebody else does.`;
  if (mine.tier === "may")
    return `The child's statuses say that ${listed(expected)} leads, and allow this choice with its reason.`;
  const agreedFirst = needs.filter(({ what }) => what === "agreement").map((need) => need.for);
  const choice = "The child's statuses name more than one post. Those who decide write down why this one leads.";
  if (agreedFirst.length === 0) return choice;
  const first = `Before this person is confirmed as lead, agree and write down ${agreedFirst.join(" and ")}.`;
  return agreedFirst.length < needs.length ? `${choice} ${first}` : `A status names this post. ${first}`;
}
