import { DomainError, IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { type BeforeRow, happenedBefore, timesBefore } from "./before-store.ts";

const Time = z.object({ from: z.string(), until: z.string() });
export const BeforeView = z.object({
  children: z.array(z.object({ childId: z.string(), name: z.string(), times: z.array(Time) })),
});
export const InMyTimeView = z.object({
  childId: z.string(),
  name: z.string(),
  times: z.array(Time),
  steps: z.array(
    z.object({
      entryId: z.string(),
      happenedAt: z.string(),
      title: z.string(),
      detail: z.string().optional(),
      by: z.string(),
    }),
  ),
});

/** The children the caller was named person for, and is no longer. */
export const before = practitionerProcedure("named-person.before.list-own")
  .output(BeforeView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await timesBefore(records);
      records.saw(
        rows.map(({ childId }) => childId),
        "previous-named-person",
      );
      return { children: [...new Set(rows.map(({ childId }) => childId))].map((childId) => childOf(rows, childId)) };
    }),
  );

/** What happened while the caller was the named person: dated and written down in their own days, and nothing since. */
export const inMyTime = practitionerProcedure("named-person.before.read")
  .input(z.object({ childId: IdSchema }))
  .output(InMyTimeView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const rows = await timesBefore(records, childId);
      if (rows.length === 0) throw new DomainError({ kind: "not-visible", what: "child" });
      records.authoriseBy(childId, ["previous-named-person"]);
      const steps = await happenedBefore(records, childId);
      return {
        ...childOf(rows, childId),
        steps: steps.map(({ detail, byName, ...step }) => ({
          ...step,
          by: byName,
          ...(detail === null ? {} : { detail }),
        })),
      };
    }),
  );

const childOf = (rows: readonly BeforeRow[], childId: string) => {
  const own = rows.filter((row) => row.childId === childId);
  return {
    childId,
    name: `${own[0]?.givenName ?? ""} ${own[0]?.familyName ?? ""}`.trim(),
    times: own.map(({ from, until }) => ({ from, until })),
  };
};
