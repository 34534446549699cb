import { DomainError, EndRestriction, inWords, RenewRestriction } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, endRelations } from "../../relations.ts";
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
  givesPart,
  heirsOf,
  lockChild,
  type RestrictionRow,
} from "./store.ts";
import { RestrictionsView } from "./views.ts";

/** The restriction that the caller is to look at or end, with the child held; refused where it is not theirs to. */
async function toLookAt(records: Records, restrictionId: string, what: "lookAgain" | "end" = "lookAgain") {
  const childId = await childOfRestriction(records, restrictionId);
  await records.authorise(childId);
  await lockChild(records, childId);
  const loaded = await load(records, childId);
  const row = inForce(loaded, restrictionId);
  const looking = lookingAgain(records, loaded, row);
  const { may, why } = looking[what];
  if (!may)
    throw new DomainError({
      kind: "not-allowed",
      action: "restriction.look-again",
      ...(why === undefined ? {} : { why }),
    });
  return { childId, loaded, row, knows: looking.end.may };
}

/**
 * Looks at a restriction again and leaves it in force. What was found is kept, and who may know stays as it is. Whoever may
 * not know puts in somebody to answer for it, and changes nothing else: a manager, who has a part by it while they do.
 */
export const renew = practitionerProcedure("restriction.look-again")
  .input(RenewRestriction)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, reviewOn, words, ownerId } = input;
      const { childId, loaded, row, knows } = await toLookAt(records, restrictionId);
      checkReview(records, reviewOn);
      if (knows) checkOwner(loaded, ownerId);
      else await checkHeir(records, childId, row, input);
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
      // An owner who hands it on knows no longer by it; one in whose place somebody else puts a manager still does.
      const isOut = (id: string) => id === row.ownerId && (knows || !hasPart(loaded, id));
      await addReaders(records, { restrictionId: next, childId }, [
        { practitionerId: ownerId, because: "Answers for it" },
        ...stay
          .filter(({ practitionerId }) => !isOut(practitionerId))
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
      if (!knows || (ownerId === row.ownerId && (await givesPart(records, restrictionId))))
        await beginRelations(records, [{ practitionerId: ownerId, childId, basis: "line-manager", sourceId: next }]);
      const view = await restrictionsView(records, childId);
      await endRelations(records, [restrictionId]);
      return view;
    }),
  );

const hasPart = ({ colleagues }: Loaded, id: string): boolean =>
  colleagues.some(({ practitionerId }) => practitionerId === id);

function checkOwner(loaded: Loaded, ownerId: string): void {
  if (!hasPart(loaded, ownerId)) refuseInput("ownerId", "Choose somebody with a part in this child's care");
}

/** Whoever may not know puts in a manager who works where the one before did, and changes nothing of what is kept. */
async function checkHeir(records: Records, childId: string, row: RestrictionRow, input: RenewRestriction) {
  const { ownerId } = input;
  if (input.safeContact !== undefined)
    refuseInput("safeContact", "Leave the safe contact as it is: whoever answers for this says where letters go");
  if (ownerId === records.who.practitionerId)
    refuseInput("ownerId", "Choose somebody else: nobody makes themselves the one who answers for it");
  const heirs = await heirsOf(records, childId, row.ownerId);
  if (!heirs.some(({ practitionerId }) => practitionerId === ownerId))
    refuseInput("ownerId", `Choose a manager who works where ${row.ownerName} does or did`);
}

/** Ends a restriction. From now on everybody with a part in the child's care reads what it kept. */
export const end = practitionerProcedure("restriction.look-again")
  .input(EndRestriction)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { restrictionId, because } = input;
      const { childId, loaded, row } = await toLookAt(records, restrictionId, "end");
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
      const view = await restrictionsView(records, childId);
      await endRelations(records, [restrictionId]);
      return view;
    }),
  );
