import { DomainError, IdSchema, itemKinds, workingLifeDay } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure } from "../../trpc.ts";
import { answerViews, consentView, control, itemsForReader } from "./consent-view.ts";
import { itemOf, ownAgency } from "./items-store.ts";
import { openCopyControl } from "./received.ts";
import { openingsOf } from "./received-store.ts";
import { copyOf, releaseOf } from "./release-store.ts";
import { releaseView } from "./release-view.ts";
import { sharedSheetOf } from "./shared-sheet.ts";
import { answersOf, childOnPaper } from "./store.ts";
import { ConsentView, ItemToShareView, ReleaseView, SharedView } from "./views.ts";

/** What child and family answered about sharing, what went to whom, and what is owed about it. */
export const forChild = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema }))
  .output(ConsentView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return consentView(records, childId);
    }),
  );

/** One item exactly as it would go, beside what was answered about sharing. */
export const itemToShare = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema, kind: z.enum(itemKinds), itemId: IdSchema }))
  .output(ItemToShareView)
  .query(({ ctx, input: { childId, kind, itemId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const { title, copy, agencyId, agencyName } = await itemOf(records, childId, kind, itemId);
      // Each agency's own file stays its own: of another's this page shows nothing, not even that there is such a thing.
      if (agencyId === null || agencyId !== (await ownAgency(records)).agencyId)
        throw new DomainError({ kind: "not-visible", what: "item" });
      const answers = await answersOf(records, childId);
      const speaking = answers.filter(({ items }) => items.length === 0 || items.includes(itemId));
      const { childName } = await childOnPaper(records, childId);
      return {
        childId,
        childName,
        kind,
        itemId,
        title,
        copy,
        agency: agencyName ?? "Not recorded",
        answers: await answerViews(records, speaking, await itemsForReader(records, childId)),
        may: { release: control(records, "consent.release", held) },
      };
    }),
  );

/** One release, with the copy as it went. */
export const sharedOnce = practitionerProcedure("consent.read")
  .input(z.object({ releaseId: IdSchema }))
  .output(ReleaseView)
  .query(({ ctx, input: { releaseId } }) =>
    ctx.read(async (records) => {
      const row = await releaseOf(records, releaseId);
      const held = await records.authorise(row.childId);
      const { childName } = await childOnPaper(records, row.childId);
      const copy = await copyOf(records, releaseId);
      return {
        childId: row.childId,
        childName,
        release: releaseView(records, row),
        ...(copy === undefined ? {} : { copy }),
        openings: copy === undefined ? [] : await openingsOf(records, releaseId),
        may: {
          tell: control(records, "consent.tell", held),
          complete: control(records, "consent.release", held),
          openCopy: await openCopyControl(records, row, held),
        },
      };
    }),
  );

const Asked = z
  .object({
    childId: IdSchema,
    from: workingLifeDay("Enter the first day").optional(),
    to: workingLifeDay("Enter the last day").optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "Enter a day that is not before the first",
  });

/** What is shared about a child, with whom and why, for the family; and what went between two days, counted by basis. */
export const shared = practitionerProcedure("consent.read")
  .input(Asked)
  .output(SharedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(input.childId);
      return { ...(await sharedSheetOf(records, input)), may: { give: control(records, "consent.send", held) } };
    }),
  );
