import { DomainError, EndReader, KeepFrom, NameReader, SettleGiven } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { putOnRecord } from "../people/follows.ts";
import { tellPeople } from "./follow.ts";
import { inForce, load, naming, restrictionsView } from "./restrictions-view.ts";
import { addKeptFrom, addReaders, childOfRestriction, closeReaders, givenOf, lockChild, settleHeld } from "./store.ts";
import { RestrictionsView } from "./views.ts";

async function toName(records: Records, restrictionId: string) {
  const childId = await childOfRestriction(records, restrictionId);
  await records.authorise(childId);
  await lockChild(records, childId);
  const loaded = await load(records, childId);
  const row = inForce(loaded, restrictionId);
  const { may, why } = naming(records, loaded, row);
  if (!may)
    throw new DomainError({
      kind: "not-allowed",
      action: "restriction.name-reader",
      ...(why === undefined ? {} : { why }),
    });
  return { childId, loaded, row };
}

/** Lets somebody who works with the child know what is kept. The owner says so, with the reason. */
export const nameReader = practitionerProcedure("restriction.name-reader")
  .input(NameReader)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, practitionerId, because } = input;
      const { childId, loaded } = await toName(records, restrictionId);
      if (!loaded.colleagues.some((one) => one.practitionerId === practitionerId))
        refuseInput("practitionerId", "Choose somebody with a part in this child's care");
      await addReaders(records, { restrictionId, childId }, [{ practitionerId, because }]);
      await records.audit("changed", "access.reader-named", { childId, detail: { restrictionId, practitionerId } });
      await tellPeople(records, childId, {
        to: [practitionerId],
        act: "access.reader-named",
        words: "You may know from now on what is kept private about a child whom you work with. Tell nobody.",
      });
      return restrictionsView(records, childId);
    }),
  );

/** Keeps it from somebody again, from this second. The owner knows always. */
export const endReader = practitionerProcedure("restriction.name-reader")
  .input(EndReader)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, practitionerId } = input;
      const { childId, row } = await toName(records, restrictionId);
      if (practitionerId === row.ownerId)
        refuseInput("practitionerId", "Whoever answers for it knows. Look at it again to put somebody else in.");
      if ((await closeReaders(records, restrictionId, practitionerId)) === 0)
        throw new DomainError({ kind: "changed-since", what: "restriction" });
      await records.audit("changed", "access.reader-ended", { childId, detail: { restrictionId, practitionerId } });
      return restrictionsView(records, childId);
    }),
  );

/** Says of somebody who came later that where the child is stays kept from them. They are told nothing. */
export const keepFrom = practitionerProcedure("restriction.name-reader")
  .input(KeepFrom)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, practitionerId } = input;
      const { childId, loaded } = await toName(records, restrictionId);
      if (!loaded.waiting.some((one) => one.practitionerId === practitionerId))
        throw new DomainError({ kind: "changed-since", what: "restriction" });
      await addKeptFrom(records, childId, practitionerId);
      await records.audit("changed", "access.kept-from", { childId, detail: { restrictionId, practitionerId } });
      return restrictionsView(records, childId);
    }),
  );

/** Says what becomes of an address and carers that a list gave: put on record, or left out. Whoever answers for it says so. */
export const settleGiven = practitionerProcedure("restriction.name-reader")
  .input(SettleGiven)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { heldId, outcome } = input;
      const [held] = await givenOf(records, { heldId });
      if (held === undefined) throw new DomainError({ kind: "not-visible", what: "list" });
      const { childId, given } = held;
      await records.authorise(childId);
      await lockChild(records, childId);
      const loaded = await load(records, childId);
      const row = loaded.rows.find(({ kind, ends }) => kind === "whereabouts" && ends === null);
      const { may, why } = row === undefined ? { may: true, why: undefined } : naming(records, loaded, row);
      if (!may)
        throw new DomainError({
          kind: "not-allowed",
          action: "restriction.name-reader",
          ...(why === undefined ? {} : { why }),
        });
      await settleHeld(records, heldId, outcome);
      if (outcome === "put-on-record") await putOnRecord(records, childId, given);
      await records.audit("changed", "access.given-settled", { childId, detail: { heldId, outcome } });
      return restrictionsView(records, childId);
    }),
  );
