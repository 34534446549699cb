import { mayBeSameAdult, type SiblingsFacts, theChild } from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import {
  type NamedForSibling,
  type NearAdults,
  namedForSiblings,
  namedPersonNow,
  whoMayKnowWhereabouts,
} from "./siblings-store.ts";

type Event = SiblingsFacts["event"];

/** Whether the area's documents have the named persons of brothers and sisters hear anything. */
export const siblingsAreTold = (records: Records): boolean =>
  records.book().book.silence("named-person.siblings") === undefined;

/** Where an adult who cares for the one child must not be brought near the other, the one's named person is not told of the other. */
export const isSafeToName = ({ keptAway, carers }: NearAdults): boolean =>
  !keptAway.some((adult) => carers.some((carer) => mayBeSameAdult(adult, carer)));

/**
 * Tells the named persons of a child's brothers and sisters that a concern or a plan opened or closed for the child
 * (HIG-80): those who read of the child on their own child's page, and that much alone. Whoever did it hears nothing. The
 * audit says to whom it went; the child's chronology does not, since it is for more people than the child's named person.
 */
export async function siblingsHear(
  records: Records,
  childId: string,
  event: Event,
  only: (one: { readonly practitionerId: string }) => boolean = () => true,
): Promise<void> {
  if (!siblingsAreTold(records)) return;
  const siblings = (await whoMayHear(records, childId)).filter(only);
  if (siblings.length === 0) return;
  const namedPerson = await namedPersonNow(records, childId);
  const facts: SiblingsFacts = {
    child: { id: childId },
    namedPerson: namedPerson ?? "none",
    event,
    siblings: siblings.map(({ childId: child, practitionerId, isHeldBack }) => ({
      child,
      namedPerson: practitionerId,
      toldOn: "none",
      heldBack: isHeldBack ? "with-reason" : "no",
    })),
  };
  const decision = records.book().book.duty("named-person.siblings", facts, records.asAt);
  const due = decision.owed.filter(({ act }) => act === "named-person.tell-sibling");
  const told = siblings.filter(
    (one) =>
      one.practitionerId !== records.who.practitionerId && due.some(({ about }) => about === theChild(one.childId)),
  );
  await tell(
    records,
    told.map((one) => ({
      practitionerId: one.practitionerId,
      childId: one.childId,
      act: "sibling-flag.told",
      words: wordsOf(event, namedPerson !== undefined),
      link: linkTo.wholeWorld(one.childId),
    })),
  );
  if (told.length === 0) return;
  const detail = {
    ...{ of: event.of, is: event.is, rules: due.map(({ rule }) => rule) },
    told: told.map(({ practitionerId }) => practitionerId),
  };
  await records.audit("system", "sibling-flag.told", { childId, detail });
}

const wordsOf = ({ of, is }: Event, hasNamedPerson: boolean): string =>
  `A ${of} ${is === "opened" ? "opened" : "was closed"} for a brother or sister of a child whose named person you are.${hasNamedPerson ? " Speak to their named person." : ""}`;

/** Of those who are named for brothers and sisters, the ones to whom their own child's page says so. */
async function whoMayHear(records: Records, childId: string): Promise<readonly NamedForSibling[]> {
  const may: NamedForSibling[] = [];
  for (const one of await namedForSiblings(records, childId))
    if (isSafeToName(one) && (!one.isKept || (await maySeeOwnPage(records, one)))) may.push(one);
  return may;
}

const maySeeOwnPage = async (records: Records, { childId, practitionerId }: NamedForSibling): Promise<boolean> =>
  (await areaWide(records.tx, () => whoMayKnowWhereabouts(records, childId, [practitionerId]))).has(practitionerId);
