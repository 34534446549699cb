import { actionStates, DomainError, SayOwnAction } from "@linchpin/domain";
import { z } from "zod";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { TermView } from "../../views.ts";
import { actionInTitle } from "./action-words.ts";
import { answersForPlan, type OwnActionRow, ownActionRows } from "./own-action-store.ts";
import { moveAction } from "./store.ts";
import { addProgress } from "./workspace-store.ts";

/** What a light account shows: the owner's own actions, and of the child a name as far as the plan lets it be said. */
export const OwnActionsView = z.object({
  actions: z.array(
    z.object({
      actionId: z.string(),
      version: z.int(),
      child: z.string(),
      what: z.string(),
      outcome: z.string().optional(),
      startsOn: z.string().optional(),
      dueOn: z.string().optional(),
      state: TermView,
      isOpen: z.boolean(),
      isLate: z.boolean(),
    }),
  ),
});
export type OwnActionsView = z.infer<typeof OwnActionsView>;

/** The actions that are the caller's own, and nothing else of any plan. */
export const ownActions = practitionerProcedure("own-action.list")
  .output(OwnActionsView)
  .query(({ ctx }) => ctx.read(async (records) => viewOf(records, await ownActionRows(records))));

/** The owner says whether their action is done, in words. Whoever answers for the plan hears of it. */
export const sayOwnAction = practitionerProcedure("own-action.say")
  .input(SayOwnAction)
  .output(OwnActionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const own = (await ownActionRows(records)).find(({ actionId }) => actionId === input.actionId);
      if (own === undefined) throw new DomainError({ kind: "not-visible", what: "action" });
      records.authoriseBy(own.childId, ["action-owner"]);
      if (own.state === "ended")
        throw new DomainError({ kind: "already", because: "This action was ended. Nothing more is asked of you." });
      const state = input.stands === "done" ? "done" : "running";
      await areaWide(records.tx, async () => {
        await moveAction(records, own.actionId, input.version, { state });
        const { planId, childId, actionId } = own;
        await addProgress(records, { planId, childId, actionId, words: input.words, saidOn: records.today });
        await records.keep({
          childId: own.childId,
          planId: own.planId,
          act: "plan.action-said",
          title: `${actionInTitle(own.what)}: ${input.stands === "done" ? "done" : "not done yet"}`,
          detail: input.words,
        });
        const answering = await answersForPlan(records, own.planId);
        await tell(
          records,
          answering.map(({ practitionerId }) => ({
            practitionerId,
            planId: own.planId,
            act: "plan.action-said",
            words: `The owner of an action says that it is ${input.stands === "done" ? "done" : "not done yet"}.`,
            link: linkTo.plan(own.planId),
          })),
        );
      });
      return viewOf(records, await ownActionRows(records));
    }),
  );

function viewOf(records: Records, rows: readonly OwnActionRow[]): OwnActionsView {
  records.saw(
    rows.map(({ childId }) => childId),
    "action-owner",
  );
  return {
    actions: rows.map(({ actionId, version, what, outcome, startsOn, dueOn, state, givenName, familyName }) => {
      const isOpen = state === "planned" || state === "running";
      return {
        actionId,
        version,
        child: `${givenName} ${familyName}`.trim(),
        what,
        ...(outcome === null ? {} : { outcome }),
        ...(startsOn === null ? {} : { startsOn }),
        ...(dueOn === null ? {} : { dueOn }),
        state: { code: state, label: actionStates[state].label },
        isOpen,
        isLate: isOpen && dueOn !== null && dueOn < records.today,
      };
    }),
  };
}
