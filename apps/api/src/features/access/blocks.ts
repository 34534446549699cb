import { DomainError, type FamilyTie, familyTies, LiftBlock } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { type BlockRow, becauseInWords, blocksOf, liftBlock } from "./block-store.ts";
import { tellManagers } from "./follows.ts";
import { BlockListView, BlockView } from "./views.ts";

/** From whom which record is held back, or was. Nobody sees their own. */
export const blocks = practitionerProcedure("block.list")
  .input(z.object({ show: z.enum(["in-force", "lifted"]), cursor: CursorSchema.optional() }))
  .output(BlockListView)
  .query(({ ctx, input: { show, cursor } }) =>
    ctx.read(async (records) => {
      const rows = await blocksOf(records, { show, after: cursor === undefined ? undefined : placeOf(cursor) });
      const { page, nextCursor } = pageOf(rows, ({ from, blockId }) => ({ at: from, id: blockId }));
      return { blocks: page.map((row) => viewOf(records, row)), nextCursor: nextCursor ?? null };
    }),
  );

/** Lets somebody else see a record again. The same child may still be held back from them for another reason. */
export const lift = practitionerProcedure("block.lift")
  .input(LiftBlock)
  .output(BlockView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const [found] = await blocksOf(records, { blockId: input.blockId });
      if (found === undefined) throw new DomainError({ kind: "not-visible", what: "record held back" });
      const lifted = await liftBlock(records, input);
      if (lifted === undefined)
        throw new DomainError({ kind: "already", because: "This was lifted already. Reload the page." });
      const { practitionerId, childId, hasPart } = lifted;
      await records.audit("changed", "block.lift", { detail: { blockId: input.blockId } });
      await tellManagers(
        records,
        hasPart ? [{ practitionerId, childId }] : [],
        "block.lift",
        (name) => `${name} can act again for one child for whom they could not.`,
      );
      const [kept] = await blocksOf(records, { blockId: input.blockId });
      if (kept === undefined) throw new Error("what was just lifted is not there");
      return viewOf(records, kept);
    }),
  );

function viewOf(records: Records, row: BlockRow): BlockView {
  records.saw([row.childId], "privacy-officer");
  const { blockId, practitionerId, name, postTitle, agency, childId, childName, from, tie } = row;
  return {
    blockId,
    by: { practitionerId, name },
    postTitle: postTitle ?? "",
    agency: agency ?? "",
    child: { visibility: "full", childId, name: childName },
    because: becauseInWords(row.because),
    ...(tie === null ? {} : { tie: { code: tie, label: familyTies[tie as FamilyTie]?.label ?? tie } }),
    from,
    ...(row.liftedAt === null
      ? {}
      : { lifted: { at: row.liftedAt, by: row.liftedByName ?? "", because: row.liftedBecause ?? "" } }),
  };
}
