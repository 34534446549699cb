import { indexProblems } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { indexStands, indexWaits } from "./child-index-store.ts";

const ChildIndexView = z.object({
  /** Null where the area never told an index of children. */
  index: z
    .object({
      isOn: z.boolean(),
      setOn: z.string(),
      shown: z.int(),
      /** How many wait in all: the list has the first of them. */
      waiting: z.int(),
      overdue: z.int(),
    })
    .nullable(),
  waiting: z.array(
    z.object({
      entryId: z.string(),
      /** Left out where an entry is to be taken back: whose it was is not said. */
      lead: z.object({ name: z.string(), agency: z.string().optional() }).optional(),
      changedAt: z.string(),
      /** Left out where no clause of the area's documents sets a time. */
      dueBy: z.string().optional(),
      isOverdue: z.boolean(),
      clause: z.string().optional(),
      tries: z.int(),
      triedAt: z.string().optional(),
      nextTryAt: z.string(),
      problem: z.string().optional(),
    }),
  ),
});

/** What the index of children does not show yet, for whoever looks after it: who leads, and no child (CWDC-2.20b). */
export const childIndex = practitionerProcedure("child-index.read")
  .output(ChildIndexView)
  .query(({ ctx }) =>
    ctx.read(async (records) => ({
      index: (await indexStands(records)) ?? null,
      waiting: (await indexWaits(records)).map(({ lead, agency, dueBy, clause, triedAt, problem, ...row }) => ({
        ...row,
        ...(lead === null ? {} : { lead: { name: lead, ...(agency === null ? {} : { agency }) } }),
        ...(dueBy === null ? {} : { dueBy }),
        isOverdue: dueBy !== null && dueBy <= records.now,
        ...(clause === null ? {} : { clause }),
        ...(triedAt === null ? {} : { triedAt }),
        ...(problem === null ? {} : { problem: indexProblems[problem] }),
      })),
    })),
  );
