import { DomainError, deniedBecause, IdSchema, TickEvidence } from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { addEvidence, entriesOfChild, evidenceOfChild, removeEvidence } from "./evidence-store.ts";
import { lockChildren, openPlanOf } from "./store.ts";
import { EvidenceView } from "./views.ts";

/** Which entries of a child's chronology are ticked as showing a growing concern, by whom. */
export const evidence = practitionerProcedure("record.chronology.read")
  .input(z.object({ childId: IdSchema }))
  .output(EvidenceView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => evidenceView(records, childId, await records.authorise(childId))),
  );

/**
 * The named person and others tick the dated entries that show a growing concern (GIR-10). They are the evidence of the
 * plan that is open, or of the one that opens next (HIG-87). Everybody takes back their own ticks only.
 */
export const tickEvidence = practitionerProcedure("plan.evidence.tick")
  .input(TickEvidence)
  .output(EvidenceView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId } = input;
      const held = await records.authorise(childId);
      await lockChildren(records, [childId]);
      const before = new Map((await evidenceOfChild(records, childId)).map((row) => [row.entryId, row.attachedById]));
      const ticked = [...new Set(input.ticked)].filter((entryId) => !before.has(entryId));
      const unticked = input.unticked.filter((entryId) => before.get(entryId) === records.who.practitionerId);
      const known = await entriesOfChild(records, childId, ticked);
      if (ticked.some((entryId) => !known.has(entryId))) throw new DomainError({ kind: "not-visible", what: "entry" });
      const plan = await openPlanOf(records, childId);
      const planId = plan?.planId ?? null;
      if (unticked.length > 0) await removeEvidence(records, childId, unticked);
      if (ticked.length > 0) await addEvidence(records, { childId, planId, entryIds: ticked });
      if (ticked.length + unticked.length > 0)
        await records.keep({
          childId,
          ...(plan === undefined ? {} : { planId: plan.planId }),
          act: "plan.evidence-ticked",
          title: "What shows a growing concern was ticked",
          detail: [said(ticked.length, "ticked"), said(unticked.length, "taken back")].filter(Boolean).join(", "),
        });
      return evidenceView(records, childId, held);
    }),
  );

const said = (count: number, what: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? "entry" : "entries"} ${what}`;

async function evidenceView(records: Records, childId: string, held: readonly string[]): Promise<EvidenceView> {
  const denial = deniedBecause("plan.evidence.tick", records.who.role, held);
  return {
    entries: (await evidenceOfChild(records, childId)).map(
      ({ entryId, title, happenedAt, by, attachedBy, attachedById, planId }) => ({
        entryId,
        title,
        happenedAt,
        by,
        tickedBy: { practitionerId: attachedById, name: attachedBy },
        ...(planId === null ? {} : { planId }),
      }),
    ),
    may: { tick: denial === undefined ? { may: true } : { may: false, why: denial.words } },
  };
}
