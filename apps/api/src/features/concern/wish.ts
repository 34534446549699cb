import { DomainError, RecordOffer, RecordWish, type WishFacts } from "@linchpin/domain";
import { owe } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { concernView } from "./concern-view.ts";
import { closeDuties } from "./duty-store.ts";
import { owedRow } from "./rules.ts";
import { type ConcernRow, concernOf, lockConcern, moveConcern, namedPersonsOf } from "./store.ts";
import { ConcernView } from "./views.ts";

async function openConcern(records: Records, concernId: string): Promise<ConcernRow> {
  const row = await lockConcern(records, concernId);
  await records.authorise(row.childId);
  if (row.state === "closed") throw new DomainError({ kind: "already", because: "This concern is closed." });
  return row;
}

/** Keeps what the book says is owed of a wish, in the place of what was owed before. Left blank it asks for nothing. */
async function keepWishDuties(records: Records, concernId: string): Promise<void> {
  const row = await concernOf(records, concernId);
  const wish: WishFacts["wish"] =
    row.wishedOn === null
      ? "none"
      : { on: row.wishedOn, offeredOn: row.offeredOn ?? "none", answer: row.offerAnswer ?? "none" };
  const { owed } = records.book().book.duty("concern.wish", { child: { id: row.childId }, wish }, records.asAt);
  for (const act of ["concern.offer-somebody-familiar", "concern.record-answer-to-offer"])
    await closeDuties(records, concernId, act);
  const [named] = await namedPersonsOf(records, [row.childId]);
  const owedBy = named?.practitionerId ?? records.who.practitionerId;
  await owe(
    records,
    owed.map((finding) => owedRow(records, row, finding, owedBy)),
  );
}

/** Records whom a child would rather talk to: somebody who knows their background, culture or language (HIG-69). */
export const recordWish = practitionerProcedure("concern.record")
  .input(RecordWish)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { concernId, version, wish, on } = input;
      const row = await openConcern(records, concernId);
      if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
      if (row.offeredOn !== null)
        throw new DomainError({ kind: "already", because: "The child was offered somebody already." });
      await moveConcern(records, concernId, version, { wish, wishedOn: on });
      await keepWishDuties(records, concernId);
      await records.keep({
        childId: row.childId,
        concernId,
        act: "concern.wish-recorded",
        title: "The child said whom they would rather talk to",
        detail: wish,
      });
      return concernView(records, concernId);
    }),
  );

/** Logs whom the child was offered, and their yes or no. A no is an answer like a yes. */
export const recordOffer = practitionerProcedure("concern.record")
  .input(RecordOffer)
  .output(ConcernView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { concernId, version, offered, on, answer } = input;
      const row = await openConcern(records, concernId);
      const { wishedOn } = row;
      if (wishedOn === null)
        throw new DomainError({ kind: "already", because: "Nobody recorded a wish. Record it first." });
      if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
      if (on < wishedOn)
        refuseInput("on", "Enter a day that is not before the child said whom they would rather talk to");
      await moveConcern(records, concernId, version, { offered, offeredOn: on, offerAnswer: answer ?? null });
      await keepWishDuties(records, concernId);
      await records.keep({
        childId: row.childId,
        concernId,
        act: "concern.offer-recorded",
        title: "The child was offered somebody who knows their background",
        detail: `${offered}. ${answer === undefined ? "The child has not answered yet" : answer === "yes" ? "The child said yes" : "The child said no"}.`,
      });
      return concernView(records, concernId);
    }),
  );
