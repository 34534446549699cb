import { DomainError, EndReader, NameReader } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { tellPeople } from "./follow.ts";
import { inForce, load, naming, restrictionsView } from "./restrictions-view.ts";
import { addReaders, childOfRestriction, closeReaders, lockChild } from "./store.ts";
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
