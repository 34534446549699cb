import { addDays, laterOf, outcomesOfPlan, sameOutcome } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { ActionRow, WholePlan } from "./store.ts";
import type { PlanView } from "./views.ts";
import { askClear, listNow } from "./who-does-what-rules.ts";
import { listsOfPlan } from "./who-does-what-store.ts";
import { type Workspace, workspaceOf } from "./workspace-store.ts";

const isLive = ({ state }: ActionRow) => state === "planned" || state === "running";

/**
 * Two agencies that help towards one outcome at one time, as the rulebook sees it (GIR-4, GIR-34). An action runs from the day it
 * starts, or was agreed where no day was set, to the day it is due; while it is late it runs on.
 */
function overlapsOf(records: Records, whole: WholePlan, { settled }: Workspace): PlanView["overlaps"] {
  const { book } = records.book(whole.plan.adoptionId);
  if (book.silence("plan.overlap") !== undefined) return [];
  const { today, asAt } = records;
  const lead = whole.leads.find(({ isCurrent }) => isCurrent)?.practitionerId ?? ("none" as const);
  return whole.members.flatMap(({ childId }) => {
    const live = whole.actions.filter((action) => action.childId === childId && isLive(action));
    const { owed } = book.duty(
      "plan.overlap",
      {
        plan: { id: whole.plan.planId },
        child: { id: childId },
        lead,
        help: live.map(({ actionId, agencyId, agencyKind, outcome, startsOn, recordedOn, dueOn }) => {
          const from = startsOn ?? recordedOn;
          return {
            id: actionId,
            service: agencyId,
            agency: agencyKind,
            kind: actionId, // no kind of help is recorded of an action: its outcome is
            forWhom: childId,
            outcome: outcome === null ? ("none" as const) : sameOutcome(outcome),
            from,
            ...(dueOn === null || dueOn < today ? {} : { until: addDays(laterOf(dueOn, from), 1) }),
          };
        }),
        assessments: [],
        visits: [],
        settled: settled.map(({ actionId, otherActionId, as, on, reason }) => ({
          ids: [actionId, otherActionId] as [string, string],
          as,
          on,
          reasonGiven: reason !== null,
        })),
      },
      asAt,
    );
    return live.flatMap((one, at) =>
      live.slice(at + 1).flatMap((other) => {
        const found = owed.find(({ act }) => act.includes(one.actionId) && act.includes(other.actionId));
        return found === undefined
          ? []
          : [
              {
                childId,
                actionId: one.actionId,
                otherActionId: other.actionId,
                because: `${one.agencyName} and ${other.agencyName} both help so that: ${one.outcome ?? ""}. Merge the two, have one stop, or keep both and write down why.`,
                clause: `${found.clause.source} ${found.clause.at}`,
              },
            ];
      }),
    );
  });
}

/** How the parts of a plan fit together: who does what and whether that is clear, outcomes and gaps, overlaps, progress. */
export async function workspaceView(
  records: Records,
  whole: WholePlan,
): Promise<Pick<PlanView, "whoDoesWhat" | "outcomes" | "overlaps"> & { readonly progress: Workspace["progress"] }> {
  const { planId } = whole.plan;
  const workspace = await workspaceOf(records, planId);
  const lists = await listsOfPlan(records, planId);
  return {
    progress: workspace.progress,
    whoDoesWhat: whole.members.map(({ childId }) => {
      const list = listNow(
        whole,
        childId,
        lists.find((one) => one.childId === childId),
      );
      const isAsked = askClear(records, whole, childId, list) !== undefined;
      return { childId, says: list.says, isClear: list.isClear, isIssued: list.issued !== undefined, isAsked };
    }),
    outcomes: whole.members.flatMap(({ childId }) =>
      outcomesOfPlan(
        workspace.outcomes.filter((one) => one.childId === childId),
        whole.actions.filter((action) => action.childId === childId),
      ).map(({ words, set, actions, isGap }) => ({
        childId,
        words,
        isGap,
        ...(set === undefined ? {} : { outcomeId: set.outcomeId }),
        actions: actions.filter(({ state }) => state !== "ended").map(({ actionId }) => actionId),
      })),
    ),
    overlaps: overlapsOf(records, whole, workspace),
  };
}
