import { AcknowledgeConcern, DomainError, RecordConcernView, TellOfConcern } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { concernView } from "./concern-view.ts";
import { closeDuties } from "./duty-store.ts";
import { addView, type ConcernRow, keepTold, lockConcern, moveConcern } from "./store.ts";
import { ConcernView } from "./views.ts";

async function openConcern(records: Records, concernId: string): Promise<ConcernRow> {
  const row = await lockConcern(records, concernId);
  await records.authorise(row.childId);
  if (row.state === "closed") throw new DomainError({ kind: "already", because: "This concern is closed." });
  return row;
}

export const refuseDay = ({ today }: Records, row: Pick<ConcernRow, "reportedOn">, path: string, day: string): void => {
  if (day > today)
    throw new DomainError({ kind: "input", problems: [{ path, message: "Enter a day that is not in the future" }] });
  if (day < row.reportedOn)
    throw new DomainError({
      kind: "input",
      problems: [{ path, message: "Enter a day that is not before the concern was reported" }],
    });
};

/** Records that whoever raised a concern heard that it arrived: its clock stops. */
export const acknowledge = practitionerProcedure("concern.decide")
  .input(AcknowledgeConcern)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await openConcern(records, input.concernId);
      refuseDay(records, row, "on", input.on);
      if (row.acknowledgedOn !== null)
        throw new DomainError({ kind: "already", because: "This concern was acknowledged already." });
      await moveConcern(records, input.concernId, input.version, { acknowledgedOn: input.on });
      await closeDuties(records, input.concernId, "concern.acknowledge");
      await records.keep({
        childId: row.childId,
        concernId: input.concernId,
        act: "concern.acknowledged",
        title: "The concern was acknowledged",
      });
      return concernView(records, input.concernId);
    }),
  );

const whoseWord = { child: "The child's", family: "The family's" } as const;

/** Records a view that was asked for later, or why it could not be had. */
export const recordView = practitionerProcedure("concern.record")
  .input(RecordConcernView)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await openConcern(records, input.concernId);
      const { view, whose } = input;
      if (view.asked === "not-yet")
        throw new DomainError({
          kind: "input",
          problems: [{ path: "view", message: "Enter what was said, or why they could not be asked" }],
        });
      await addView(records, row, whose, view);
      await records.keep({
        childId: row.childId,
        concernId: input.concernId,
        act: "concern.view-recorded",
        title: `${whoseWord[whose]} view of a concern ${view.asked === "given" ? "was recorded" : "could not be had"}`,
        detail: view.asked === "given" ? view.words : view.because,
      });
      return concernView(records, input.concernId);
    }),
  );

const whom = { child: "The child", family: "The family" } as const;

/** Logs what the child or the family was told of a concern, when and how, or why not (HIG-19). */
export const tellOf = practitionerProcedure("concern.decide")
  .input(TellOfConcern)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await openConcern(records, input.concernId);
      if (input.told.told === "not-yet")
        throw new DomainError({
          kind: "input",
          problems: [{ path: "told", message: "Enter when and how they were told, or why not" }],
        });
      if (input.told.told === "yes") refuseDay(records, row, "told.on", input.told.on);
      await keepTold(records, row, input.whom, input.told);
      await keepToldStep(records, row, input.whom, input.told);
      return concernView(records, input.concernId);
    }),
  );

/** The chronology's line of a telling. */
export async function keepToldStep(
  records: Records,
  { childId, concernId }: ConcernRow,
  to: "child" | "family",
  told: TellOfConcern["told"],
): Promise<void> {
  if (told.told === "not-yet") return;
  await records.keep({
    childId,
    concernId,
    act: "concern.told",
    title: told.told === "yes" ? `${whom[to]} was told of a concern` : `${whom[to]} was not told of a concern`,
    detail: told.told === "yes" ? told.how : told.because,
  });
}
