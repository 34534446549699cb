import { DomainError, RecordConcern } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { siblingsHear } from "../people/follows.ts";
import { concernView } from "./concern-view.ts";
import { keepDuties } from "./rules.ts";
import { aboutWhom, addConcern, addView, answeringFor, concernOf } from "./store.ts";
import { ConcernView } from "./views.ts";

/** Records something noticed about a child, with what child and family say of it. Its clocks start in the same change. */
export const record = practitionerProcedure("concern.record")
  .input(RecordConcern)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await records.authorise(input.childId);
      const reportedOn = input.reportedOn ?? records.today;
      refuseFuture(records, { noticedOn: input.noticedOn, reportedOn });
      const concernId = await addConcern(records, {
        ...input,
        reportedOn,
        raisedBy: input.raisedBy,
        broughtBy: input.broughtBy,
        aboutPlace: input.aboutPlace,
        chosenAdult: input.chosenAdult,
      });
      const of = { concernId, childId: input.childId };
      await addView(records, of, "child", input.childsView);
      await addView(records, of, "family", input.familysView);
      const duties = await keepDuties(records, await concernOf(records, concernId));
      await records.keep({
        childId: input.childId,
        concernId,
        act: "concern.recorded",
        title: "A concern was recorded",
        detail: input.doneSoFar === undefined ? input.noticed : `${input.noticed}\nDone so far: ${input.doneSoFar}`,
        decisions: [duties],
      });
      await tellWhoAnswers(records, of);
      await siblingsHear(records, input.childId, { of: "concern", is: "opened", on: records.today });
      return concernView(records, concernId);
    }),
  );

function refuseFuture({ today }: Records, days: Readonly<Record<string, string>>): void {
  const problems = Object.entries(days)
    .filter(([, day]) => day > today)
    .map(([path]) => ({ path, message: "Enter a day that is not in the future" }));
  if (problems.length > 0) throw new DomainError({ kind: "input", problems });
}

/**
 * Anybody's worry goes to the named person (HIG-17) and to whoever leads or is turned to (BOL-11.9), who hear of it at
 * once; where there is none of these, to whoever heads the place. Whoever records it hears nothing.
 */
async function tellWhoAnswers(
  records: Records,
  { concernId, childId }: { readonly concernId: string; readonly childId: string },
): Promise<void> {
  const answering = await answeringFor(records, childId);
  await tell(
    records,
    answering
      .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
      .map(({ practitionerId, as }) => ({
        practitionerId,
        childId,
        act: "concern.recorded",
        words: `A concern was recorded ${aboutWhom[as]}`,
        link: linkTo.concern(childId, concernId),
      })),
  );
}
