import {
  DomainError,
  deniedBecause,
  RecordSibling,
  type SiblingKind,
  siblingKinds,
  TakeBackSibling,
} from "@linchpin/domain";
import { z } from "zod";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { ChildId } from "./inputs.ts";
import { lockChildren } from "./reads.ts";
import { endHold, HoldsView, holdBack, holdsSeen } from "./sibling-flags.ts";
import { isSafeToName, siblingsAreTold } from "./siblings-hear.ts";
import {
  addSibling,
  type KnownSibling,
  knownSiblings,
  siblingOf,
  siblingsOf,
  whereaboutsAreKept,
} from "./siblings-store.ts";

/**
 * A child's brothers and sisters, as the family said, and for the child's named person who theirs is (HIG-80, HIG-81). Where
 * there is no record, and where there is one that the reader may not know of, the answer is the same (decision 31).
 */

const NamedPersonView = z.object({
  name: z.string(),
  title: z.string().nullable(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

const SiblingsView = z.object({
  childId: z.string(),
  /** Who answers for it that where the child is, and so whom they live with, is kept from the reader. */
  keptPrivateBy: z.string().optional(),
  siblings: z.array(
    z.object({
      /** Null where the other child's record says it, and nothing can be taken back here. */
      linkId: z.string().nullable(),
      /** Null where the other child's record says it: it says what this child is to them. */
      is: TermView.nullable(),
      givenName: z.string(),
      bornOn: z.string().nullable(),
      told: z.object({ by: z.string(), recordedBy: z.string(), on: z.string() }).nullable(),
      /** Null where nobody is known to the reader: no record, no named person, or none they may know of. */
      namedPerson: NamedPersonView.nullable(),
      /** What is open for them, as flags alone: nothing of what it is about, or of whose file it is in (HD-19). */
      open: z.object({ concern: z.boolean(), plan: z.boolean() }).optional(),
      /** The sibling's own record, where the reader has a part in their care as well. */
      opens: z.string().optional(),
    }),
  ),
  /** Whether who their named persons are is told to the reader: to the named person of this child. */
  namesNamedPersons: z.boolean(),
  /** From whom it is held back that something is open for this child: for the child's named person alone. */
  heldBack: HoldsView.optional(),
  record: ControlView,
});

const kept = (owner: string): string => `It is kept private where this child is. ${owner} answers for that.`;

const get = practitionerProcedure("sibling.read")
  .input(ChildId)
  .output(SiblingsView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const whereabouts = await whereaboutsAreKept(records, childId);
      const denial = deniedBecause("sibling.record", records.who.role, held);
      const isHidden = whereabouts?.mayKnow === false;
      const why = isHidden ? kept(whereabouts.owner.name) : denial?.words;
      const record = why === undefined ? { may: true } : { may: false, why };
      const namesNamedPersons = held.includes("named-person") && !isHidden;
      if (isHidden) return { childId, keptPrivateBy: whereabouts.owner.name, siblings: [], namesNamedPersons, record };
      const rows = await siblingsOf(records, childId);
      const known = namesNamedPersons ? (await knownSiblings(records, childId)).filter(isSafeToName) : [];
      const seen = await doorsOf(records, known);
      const saysWhatIsOpen = siblingsAreTold(records);
      const viewOf = (one: KnownSibling) => {
        const opens = seen.get(one.childId);
        return {
          namedPerson: one.namedPerson,
          ...(saysWhatIsOpen ? { open: one.open } : {}),
          ...(opens === undefined ? {} : { opens }),
        };
      };
      const heldBack = await holdsSeen(records, childId, held);
      return {
        childId,
        siblings: [
          ...rows.map((row) => {
            const record = known.find(({ linkId }) => linkId === row.linkId);
            return {
              linkId: row.linkId,
              is: termOf(row.is),
              givenName: row.givenName,
              bornOn: row.bornOn,
              told: { by: row.toldBy, recordedBy: row.recordedBy, on: row.recordedOn },
              ...(record === undefined ? { namedPerson: null } : viewOf(record)),
            };
          }),
          ...known
            .filter(({ linkId }) => linkId === null)
            .map((one) => ({
              linkId: null,
              is: null,
              givenName: one.givenName,
              bornOn: one.bornOn,
              told: null,
              ...viewOf(one),
            })),
        ],
        namesNamedPersons,
        ...(heldBack === undefined ? {} : { heldBack }),
        record,
      };
    }),
  );

/** Notes each one who is shown as looked at, and gives those whose own record opens to the reader. */
async function doorsOf(records: Records, known: readonly KnownSibling[]): Promise<ReadonlyMap<string, string>> {
  const doors = new Map<string, string>();
  for (const { childId } of known) {
    records.saw([childId], "named-person-of-sibling");
    if (mayOpen(records, "child.read", await records.relationsTo(childId))) doors.set(childId, childId);
  }
  return doors;
}

const termOf = (code: SiblingKind) => ({ code, label: siblingKinds[code].label });

const Done = z.object({ childId: z.string() });

async function toChange(records: Records, childId: string): Promise<void> {
  await records.authorise(childId);
  await lockChildren(records, [childId]);
  const whereabouts = await whereaboutsAreKept(records, childId);
  if (whereabouts?.mayKnow === false)
    throw new DomainError({ kind: "not-allowed", action: "sibling.record", why: kept(whereabouts.owner.name) });
}

/** Writes down a brother or sister as the family said. Whether there is a record of them is not told by it. */
const record = practitionerProcedure("sibling.record")
  .input(RecordSibling)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, is, givenName, bornOn = null, toldBy } = input;
      await toChange(records, childId);
      if (bornOn !== null && bornOn > records.today) refuseInput("bornOn", "Enter a day that is not in the future");
      const isThere = (await siblingsOf(records, childId)).some(
        (row) => row.givenName.toLowerCase() === givenName.toLowerCase() && row.bornOn === bornOn,
      );
      if (isThere) refuseInput("givenName", "This brother or sister is on record already");
      await addSibling(records, { childId, is, givenName, bornOn, toldBy });
      // Named here and not in the chronology: what is sealed later is then on no page that is never rewritten.
      await records.keep({ childId, act: "sibling.recorded", title: "A brother or sister was written down" });
      return { childId };
    }),
  );

const takeBack = practitionerProcedure("sibling.record")
  .input(TakeBackSibling)
  .output(Done)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { linkId, because } = input;
      const row = await siblingOf(records, linkId);
      if (row === undefined) throw new DomainError({ kind: "not-visible", what: "brother or sister" });
      const { childId, is, givenName, bornOn, toldBy } = row;
      await toChange(records, childId);
      await addSibling(records, { childId, is, givenName, bornOn, toldBy, takesBackId: linkId, because });
      await records.keep({ childId, act: "sibling.taken-back", title: "A brother or sister was taken off the record" });
      return { childId };
    }),
  );

export const siblings = router({ get, record, takeBack, holdBack, endHold });
