import {
  carriesReference,
  codesOf,
  DomainError,
  deniedBecause,
  IdSchema,
  KeepReference,
  referenceKinds,
  sharingBases,
} from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { addReference, lockChildren, referencesOf, statusesToday, supersedeReference } from "./references-store.ts";

/** By what other systems know a child: the index of children, and children's social care (CWDC-2.20b). */

const ReferencesView = z.object({
  references: z.array(
    z.object({
      kind: TermView,
      meaning: z.string(),
      /** Whether the record should carry it; "not-recorded" where that rests on statuses nobody has recorded. */
      isAsked: z.union([z.boolean(), z.literal("not-recorded")]),
      now: z
        .object({
          referenceId: z.string(),
          reference: z.string(),
          /** What it rests on that the index shows who leads. */
          basis: TermView.optional(),
          by: z.string(),
          recordedOn: z.string(),
        })
        .optional(),
    }),
  ),
  keep: ControlView,
});

const forChild = practitionerProcedure("reference.read")
  .input(z.object({ childId: IdSchema }))
  .output(ReferencesView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const rows = await referencesOf(records, childId);
      const statuses = await statusesToday(records, childId);
      const denial = deniedBecause("reference.keep", records.who.role, held);
      return {
        references: codesOf(referenceKinds).map((code) => {
          const row = rows.find(({ kind }) => kind === code);
          return {
            kind: { code, label: referenceKinds[code].label },
            meaning: referenceKinds[code].meaning,
            isAsked: carriesReference(code, statuses),
            ...(row === undefined
              ? {}
              : {
                  now: {
                    referenceId: row.referenceId,
                    reference: row.reference,
                    ...(row.basis === null ? {} : { basis: { code: row.basis, label: sharingBases[row.basis].label } }),
                    by: row.by,
                    recordedOn: row.recordedOn,
                  },
                }),
          };
        }),
        keep: denial === undefined ? { may: true } : { may: false, why: denial.words },
      };
    }),
  );

/** Keeps a reference in place of what the page showed, or takes it off; the child is held, so that two do not change it at once. */
const keep = practitionerProcedure("reference.keep")
  .input(KeepReference)
  .output(z.object({ referenceId: z.string().optional() }))
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, kind, reference, was } = input;
      const basis = kind === "child-index" ? (input.basis ?? null) : null;
      await records.authorise(childId);
      await lockChildren(records, [childId]);
      const before = (await referencesOf(records, childId)).find((row) => row.kind === kind);
      if (before?.reference !== was) throw new DomainError({ kind: "changed-since", what: "reference" });
      if (before !== undefined && before.reference === reference && before.basis === basis)
        return { referenceId: before.referenceId };
      if (before !== undefined) await supersedeReference(records, before.referenceId);
      if (reference === undefined) {
        await records.audit("changed", "reference.taken-off", { childId, detail: { kind } });
        return {};
      }
      const referenceId = await addReference(records, { childId, kind, reference, basis });
      await records.audit("changed", "reference.kept", {
        childId,
        detail: { kind, reference: referenceId, ...(basis === null ? {} : { basis }) },
      });
      return { referenceId };
    }),
  );

export const references = router({ forChild, keep });
