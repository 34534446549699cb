import {
  type Act,
  DomainError,
  deniedBecause,
  EndHoldBackFlag,
  HoldBackFlag,
  localDate,
  type Relation,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { lockChildren, whoMayBeChosen } from "./reads.ts";
import { addHold, holdOf, holdsOf, openedSince } from "./sibling-flags-store.ts";
import { siblingsAreTold, siblingsHear } from "./siblings-hear.ts";
import { whereaboutsAreKept } from "./siblings-store.ts";

/**
 * Whether a concern or a plan is open for a child, held back by name from somebody who is named for a brother or sister
 * (HIG-80, HD-19). The child's named person decides; to the one it is held back from it reads as where nothing is open.
 */

const act: Act = "sibling-flag.hold-back";
const nothingIsTold = "The documents of this area do not say that named persons of brothers and sisters are told.";

/** What the child's named person reads of it; not there for anybody else. */
export const HoldsView = z.object({
  holds: z.array(
    z.object({
      holdId: z.string(),
      practitionerId: z.string(),
      name: z.string(),
      because: z.string(),
      by: z.string(),
      since: z.string(),
      ended: z.object({ because: z.string(), by: z.string(), at: z.string() }).nullable(),
    }),
  ),
});

/** What is held back of this child, for whoever may do it; undefined for everybody else, and where nobody is told anyway. */
export async function holdsSeen(
  records: Records,
  childId: string,
  held: readonly Relation[],
): Promise<z.infer<typeof HoldsView> | undefined> {
  if (!siblingsAreTold(records) || deniedBecause(act, records.who.role, held) !== undefined) return undefined;
  const rows = await holdsOf(records, childId);
  return { holds: rows.map(({ childId: _, ...one }) => one) };
}

const Done = z.object({ childId: z.string() });

async function toDecide(records: Records, childId: string): Promise<void> {
  await records.authorise(childId);
  if (!siblingsAreTold(records)) throw new DomainError({ kind: "not-allowed", action: act, why: nothingIsTold });
  await lockChildren(records, [childId]); // two who hold back from one person at once hold back once
  const whereabouts = await whereaboutsAreKept(records, childId);
  if (whereabouts?.mayKnow === false)
    throw new DomainError({
      kind: "not-allowed",
      action: act,
      why: `It is kept private where this child is. ${whereabouts.owner.name} answers for that.`,
    });
}

/** From this second on they are not told, and read nothing. No step of the chronology: they may work on the child's plan. */
export const holdBack = practitionerProcedure("sibling-flag.hold-back")
  .input(HoldBackFlag)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, practitionerId, because } = input;
      await toDecide(records, childId);
      if (practitionerId === records.who.practitionerId)
        refuseInput("practitionerId", "You are this child's named person. Find somebody else");
      if ((await whoMayBeChosen(records, childId, practitionerId)) === undefined)
        refuseInput("practitionerId", "Find somebody who works in the area now");
      const isHeld = (await holdsOf(records, childId)).some(
        (one) => one.practitionerId === practitionerId && one.ended === null,
      );
      if (isHeld) refuseInput("practitionerId", "It is held back from them already");
      const holdId = await addHold(records, { childId, practitionerId, because });
      await records.audit("changed", "sibling-flag.held-back", { childId, detail: { holdId } });
      return { childId };
    }),
  );

/** Lets them read it again, and tells them of what opened meanwhile and is open still. */
export const endHold = practitionerProcedure("sibling-flag.hold-back")
  .input(EndHoldBackFlag)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { holdId, because } = input;
      const hold = await holdOf(records, holdId);
      if (hold === undefined) throw new DomainError({ kind: "not-visible", what: "what is held back" });
      const { childId, practitionerId } = hold;
      await toDecide(records, childId);
      if ((await holdOf(records, holdId))?.ended !== null)
        throw new DomainError({ kind: "already", because: "They may hear of it again already." });
      await addHold(records, { childId, practitionerId, because, endsId: holdId });
      await records.audit("changed", "sibling-flag.hold-ended", { childId, detail: { holdId } });
      for (const { of, on } of await openedSince(records, childId, hold.since))
        await siblingsHear(
          records,
          childId,
          { of, is: "opened", on: localDate(on) },
          (one) => one.practitionerId === practitionerId,
        );
      return { childId };
    }),
  );
