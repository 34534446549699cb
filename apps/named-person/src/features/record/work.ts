import { confirmsCoreInformation, settlesSharing } from "@linchpin/domain";
import { clockOf, type useHref } from "@linchpin/portal";
import type { WorkItem } from "@linchpin/ui";
import type { Answers } from "../../views.ts";
import { isDoneHere } from "./done-here.ts";

type Href = ReturnType<typeof useHref>;
type Duty = Answers["record"]["duties"]["duties"][number];
type Waiting = Answers["leadProfessional"]["waitingForMe"]["waiting"][number];

/** One thing that waits, with the instant it is sorted by. */
export type Waits = WorkItem & { readonly dueBy?: string | undefined };

/** Something owed, leading to the page where it is done. */
export const dutyAsWork = (duty: Duty, href: Href, iOwe = true): Waits => ({
  id: duty.dutyId,
  title: duty.because,
  href: hrefOfDuty(duty, href, iOwe),
  about: [childInWords(duty.child), iOwe ? undefined : `owed by ${duty.owedBy.name}`, duty.clause]
    .filter((part) => part !== undefined)
    .join(" · "),
  clock: clockOf(duty),
  dueBy: duty.dueBy,
});

/** A proposal that waits for this person's word. */
export const waitingAsWork = (waiting: Waiting, href: Href, terms: { readonly leadProfessional: string }): Waits => ({
  id: waiting.proposalId + waiting.stage,
  title: `${childInWords(waiting.child)}: ${waiting.label}`,
  href: hrefOfProposal(waiting, href),
  about: `${waiting.proposed.name} is proposed as ${terms.leadProfessional}`,
  clock: waiting.clock,
  dueBy: waiting.clock?.dueBy,
});

export const childInWords = (
  child: { readonly visibility: "full"; readonly name: string } | { readonly visibility: "restricted" } | undefined,
): string | undefined =>
  child === undefined ? undefined : child.visibility === "full" ? child.name : "A child whose record is restricted";

const hrefOfProposal = ({ child, proposalId, mayOpen }: Waiting, href: Href): string | undefined => {
  if (!mayOpen) return undefined;
  return child.visibility === "full"
    ? href({ to: "/children/$childId/proposals/$proposalId", params: { childId: child.childId, proposalId } })
    : href({ to: "/proposals/$proposalId", params: { proposalId } });
};

/** The nearest page to where it is done that opens to this person; none where not even the child's does. */
function hrefOfDuty(duty: Duty, href: Href, iOwe: boolean): string | undefined {
  const { dutyId, act, child, mayOpenChild, concernId, planId, decisionId } = duty;
  if (act === confirmsCoreInformation && child === undefined && iOwe) return href({ to: "/core-information" });
  if (child?.visibility !== "full" || !mayOpenChild) return undefined;
  const { childId } = child;
  if (concernId !== undefined)
    return href({ to: "/children/$childId/concerns/$concernId", params: { childId, concernId } });
  if (planId !== undefined && iOwe && isDoneHere(act))
    return href({ to: "/children/$childId/plans/$planId/owed/$dutyId", params: { childId, planId, dutyId } });
  if (planId !== undefined) return href({ to: "/children/$childId/plans/$planId", params: { childId, planId } });
  if (act === confirmsCoreInformation) return href({ to: "/children/$childId/core-information", params: { childId } });
  if (act === settlesSharing) return href({ to: "/children/$childId/people-around", params: { childId } });
  if (act === "consent.settle-unmatched-share")
    return href({ to: "/children/$childId/consent/other-ways", params: { childId } });
  if (act.startsWith("consent.")) return href({ to: "/children/$childId/consent", params: { childId } });
  if (decisionId !== undefined)
    return href({ to: "/children/$childId/decisions/$decisionId", params: { childId, decisionId } });
  return href({ to: "/children/$childId", params: { childId } });
}
