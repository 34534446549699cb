import { type ConfirmRollIn, inWords } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records, Step } from "../../records.ts";
import { tellWhoKeepsIt } from "../../relations.ts";
import { keepersOf } from "./roll-in-add-store.ts";
import { othersInvolved } from "./roll-in-change-store.ts";
import { whereaboutsKeptOf } from "./roll-in-kept-store.ts";
import type { MatchedRow } from "./roll-in-match.ts";
import type { Work } from "./roll-in-work.ts";
import type { Kept } from "./roster-store.ts";

/** One step of each child's record, and one audit entry for the import. */
export async function keepSteps(
  records: Records,
  { name, kind }: Kept,
  work: Work,
  { rollInId }: ConfirmRollIn,
): Promise<void> {
  const roll = kind === "clinic" || kind === "midwifery-team" ? "caseload" : "roll";
  // where it is kept private where a child is, no step says which school it was
  const kept = await whereaboutsKeptOf(records, [
    ...work.joining.map(({ childId }) => childId),
    ...work.changes.map(({ known }) => known.id),
  ]);
  const added = [...work.children, ...work.joining].map(
    ({ childId, from }): Step => ({
      childId,
      act: "roll-in.added",
      title: kept.has(childId)
        ? `On a ${roll} from ${inWords(from)}`
        : `On the ${roll} of ${name} from ${inWords(from)}`,
    }),
  );
  const changed = work.changes.map(
    ({ known, what }): Step => ({
      childId: known.id,
      act: "roll-in.changed",
      title: `A list${kept.has(known.id) ? "" : ` of ${name}`} changed: ${what.join(", ").toLowerCase()}`,
    }),
  );
  await records.keepMany([...added, ...changed]);
  await records.audit("changed", "roll-in.confirmed", {
    detail: { rollInId, added: added.length, changed: changed.length },
  });
}

/** Other rolls hear that some of their children are on this one now; whoever answers for a child hears of a second record with its number. */
export async function tellOthers(
  records: Records,
  { establishmentId }: Kept,
  { joining }: Work,
  matched: readonly MatchedRow[],
): Promise<void> {
  const keepers = ["record-keeper", "head"];
  const joined = await othersInvolved(
    records,
    establishmentId,
    joining.map(({ childId }) => childId),
    keepers,
  );
  const doubled = await othersInvolved(
    records,
    establishmentId,
    matched.flatMap(({ heldElsewhere }) => heldElsewhere ?? []),
    [...keepers, "named-person"],
  );
  const newcomers = await keepersOf(records, establishmentId);
  await tellWhoKeepsIt(
    records,
    joining.flatMap(({ childId }) => newcomers.map(({ practitionerId }) => ({ practitionerId, childId }))),
  );
  const counted = (count: number) => (count === 1 ? "1 child" : `${count} children`);
  await tell(records, [
    ...joined.map(({ practitionerId, children }) => ({
      practitionerId,
      act: "roll-in.joined",
      link: linkTo.roll,
      words: `${counted(children)} of your roll ${children === 1 ? "is" : "are"} on another roll as well now. Check whether they have left yours.`,
    })),
    ...doubled.map(({ practitionerId, children }) => ({
      practitionerId,
      act: "roll-in.same-number",
      words: `A list gave the number of ${counted(children)} of yours for somebody whose names or date of birth are not the same. Check the number.`,
    })),
  ]);
}
