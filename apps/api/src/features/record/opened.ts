import { behindLink, linkTo } from "../../links.ts";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";

/** What an item of somebody's own list is about, and what ties its reader to that. */
type About = {
  readonly childId: string | null;
  readonly planId: string | null;
  readonly bases: readonly string[];
  readonly basesOfPlan: readonly string[];
};
type Told = About & { readonly link: string | null; readonly managesLeaver: boolean };

/** Where a notice leads: the page it names, else its plan's, else its child's; the first of them that opens to its reader. */
export function linkOf(records: Records, told: Told): string | undefined {
  const { link, childId, planId } = told;
  const ways = [
    link ?? undefined,
    planId === null ? undefined : linkTo.plan(planId),
    childId === null ? undefined : linkTo.child(childId),
  ];
  return ways.find((way) => way !== undefined && opens(records, told, way));
}

function opens(records: Records, { bases, basesOfPlan, managesLeaver }: Told, link: string): boolean {
  const behind = behindLink(link);
  if (behind === undefined || (behind.about === "leaver" && !managesLeaver)) return false;
  return mayOpen(records, behind.act, behind.about === "plan" ? basesOfPlan : bases);
}

type Owed = About & { readonly concernId: string | null; readonly decisionId: string | null };

/** Of what a duty is about, the parts that open to its reader; the others are left out. */
export const partsOf = (records: Records, owed: Owed) => {
  const { planId, concernId, decisionId, bases, basesOfPlan } = owed;
  return {
    mayOpenChild: mayOpen(records, "child.read", bases),
    ...(concernId !== null && mayOpen(records, "concern.read", bases) ? { concernId } : {}),
    ...(planId !== null && mayOpen(records, "plan.read", basesOfPlan) ? { planId } : {}),
    ...(decisionId !== null && mayOpen(records, "record.decision.read", bases) ? { decisionId } : {}),
  };
};
