import { DomainError, EndRestriction, inWords, RenewRestriction } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { oweLook, tellPeople } from "./follow.ts";
import { asKept, checkReview } from "./record.ts";
import { inForce, type Loaded, load, lookingAgain, restrictionsView } from "./restrictions-view.ts";
import {
  addReaders,
  addRestriction,
  childOfRestriction,
  closeDuty,
  closeReaders,
  closeRestriction,
  lockChild,
  type RestrictionRow,
} from "./store.ts";
import { RestrictionsView } from "./views.ts";

/** The restriction that the caller is to look at, with the child held; refused where it is not theirs to. */
async function toLookAt(
  records: Records,
  restrictionId: string,
): Promise<{ readonly childId: string; readonly loaded: Loaded; readonly row: RestrictionRow }> {
  const childId = await childOfRestriction(records, restrictionId);
  await records.authorise(childId);
  await lockChild(records, childId);
  const loaded = await load(records, childId);
  const row = inForce(loaded, restrictionId);
  const { may, why } = lookingAgain(records, loaded, row);
  if (!may)
    throw new DomainError({
      kind: "not-allowed",
      action: "restriction.look-again",
      ...(why === undefined ? {} : { why }),
    });
  return { childId, loaded, row };
}

/** Looks at a restriction again and leaves it in force. What was found is kept, and who may know stays as it is. */
export const renew = practitionerProcedure("restriction.look-again")
  .input(RenewRestriction)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, reviewOn, words, ownerId } = input;
      const { childId, loaded, row } = await toLookAt(records, restrictionId);
      checkReview(records, reviewOn);
      checkOwner(records, loaded, row, ownerId);
      const begins = await closeRestriction(records, restrictionId, words);
      await closeReaders(records, restrictionId);
      await closeDuty(records, restrictionId);
      const { kind, adult, reason, safeContact } = row;
      const next = await addRestriction(
        records,
        {
          childId,
          kind,
          adult,
          reason,
          ownerId,
          reviewOn,
          safeContact:
            input.safeContact === undefined || kind !== "whereabouts" ? safeContact : asKept(input.safeContact),
        },
        begins,
      );
      const stay = loaded.readers.filter(
        (one) => one.restrictionId === restrictionId && one.practitionerId !== ownerId,
      );
      await addReaders(records, { restrictionId: next, childId }, [
        { practitionerId: ownerId, because: "Answers for it" },
        ...stay
          .filter(({ practitionerId }) => practitionerId !== row.ownerId)
          .map(({ practitionerId, because }) => ({ practitionerId, because })),
      ]);
      await oweLook(records, { restrictionId: next, childId, ownerId, reviewOn });
      await records.keep({
        childId,
        act: "access.restriction-renewed",
        title: "What is kept private was looked at again, and stays",
        detail: `It is looked at again by ${inWords(reviewOn)}.`,
      });
      await tellPeople(records, childId, {
        to: [ownerId],
        act: "access.restricted",
        words: "You answer from now on for something that is kept private about a child.",
      });
      return restrictionsView(records, childId);
    }),
  );

function checkOwner({ who }: Records, { colleagues }: Loaded, row: RestrictionRow, ownerId: string): void {
  if (!colleagues.some(({ practitionerId }) => practitionerId === ownerId))
    refuseInput("ownerId", "Choose somebody with a part in this child's care");
  if (ownerId === who.practitionerId && row.ownerId !== who.practitionerId)
    refuseInput("ownerId", "Choose somebody else: nobody makes themselves the one who answers for it");
}

/** Ends a restriction. From now on everybody with a part in the child's care reads what it kept. */
export const end = practitionerProcedure("restriction.look-again")
  .input(EndRestriction)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, because } = input;
      const { childId, loaded, row } = await toLookAt(records, restrictionId);
      await closeRestriction(records, restrictionId, because);
      await closeReaders(records, restrictionId);
      await closeDuty(records, restrictionId);
      const isPlace = row.kind === "whereabouts";
      await records.keep({
        childId,
        act: "access.restriction-ended",
        title: isPlace
          ? "Where the child is, is not kept private any more"
          : "The restriction about an adult has ended",
      });
      await tellPeople(records, childId, {
        to: loaded.colleagues.map(({ practitionerId }) => practitionerId),
        act: "access.restriction-ended",
        words: isPlace
          ? "Where a child is whom you work with, is not kept private any more."
          : "What was recorded about an adult who must not be brought near a child whom you work with has ended.",
      });
      return restrictionsView(records, childId);
    }),
  );
