import { codesOf, IdSchema, type StepKind, stepKinds } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { stepsOf } from "./store.ts";
import { ChronologyView } from "./views.ts";

const kinds = codesOf(stepKinds).map((kind) => ({ kind, label: stepKinds[kind].label }));

const kindOf = (act: string): string => act.split(".", 1)[0] ?? act;
const kindInWords = (kind: string): string => (kind in stepKinds ? stepKinds[kind as StepKind].label : "Other");

/** What happened to a child's record, newest first, each step as it read that day. */
export const chronology = practitionerProcedure("record.chronology.read")
  .input(z.object({ childId: IdSchema, kind: z.enum(codesOf(stepKinds)).optional(), cursor: CursorSchema.optional() }))
  .output(ChronologyView)
  .query(({ ctx, input: { childId, kind, cursor } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      const rows = await stepsOf(records, childId, { kind, after: cursor === undefined ? undefined : placeOf(cursor) });
      const { page, ...more } = pageOf(rows, ({ happenedAt, entryId }) => ({ at: happenedAt, id: entryId }));
      return {
        ...more,
        kinds,
        steps: page.map(({ byId, byName, act, detail, decisionId, concernId, planId, ...step }) => ({
          ...step,
          kind: kindOf(act),
          kindInWords: kindInWords(kindOf(act)),
          by: { practitionerId: byId, name: byName },
          ...(detail === null ? {} : { detail }),
          ...(decisionId === null ? {} : { decisionId }),
          ...(concernId === null ? {} : { concernId }),
          ...(planId === null ? {} : { planId }),
        })),
      };
    }),
  );
