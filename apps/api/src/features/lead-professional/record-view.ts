import { DomainError, RecordLeadView } from "@linchpin/domain";
import { practitionerProcedure } from "../../trpc.ts";
import { caseOf } from "./case-store.ts";
import { LeadWishView } from "./views.ts";
import { addWish } from "./wish-store.ts";
import { wishView } from "./wish-view.ts";

const whose = { child: "The child", family: "The family" } as const;

/** Records whom the child or the family would like to lead, in their own words, or why they could not be asked. */
export const recordView = practitionerProcedure("lead-professional.record-view")
  .input(RecordLeadView)
  .output(LeadWishView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const of = await caseOf(records, input.planId);
      if (!of.members.some(({ childId }) => childId === input.childId))
        throw new DomainError({ kind: "not-visible", what: "child" });
      await records.authorise(input.childId);
      const problems = [
        ...(input.saidOn > records.today ? [{ path: "saidOn", message: "Enter a day that is not in the future" }] : []),
        ...(input.view.asked === "given" &&
        input.view.wishedForId !== undefined &&
        !isOnTeam(of.team, input.view.wishedForId)
          ? [{ path: "view.wishedForId", message: "Choose somebody who works with the child, or write a name" }]
          : []),
      ];
      if (problems.length > 0) throw new DomainError({ kind: "input", problems });
      const viewId = await addWish(records, input);
      await records.keep({
        childId: input.childId,
        planId: input.planId,
        act: "lead-professional.view-recorded",
        title:
          input.view.asked === "given"
            ? `${whose[input.whose]} was asked who should lead`
            : `${whose[input.whose]} could not be asked who should lead`,
        detail: input.view.asked === "given" ? input.view.words : input.view.because,
      });
      const wish = (await caseOf(records, input.planId)).wishes.find((one) => one.viewId === viewId);
      if (!wish) throw new Error("a view was kept and is not there");
      return wishView(of.team, wish);
    }),
  );

const isOnTeam = (team: readonly { readonly practitionerId: string }[], id: string) =>
  team.some(({ practitionerId }) => practitionerId === id);
