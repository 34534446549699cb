import { type LocalDate, lateFrom, restrictions } from "@linchpin/domain";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { dutyToLookAgain } from "./store.ts";

type ToLook = {
  readonly restrictionId: string;
  readonly childId: string;
  readonly ownerId: string;
  readonly reviewOn: LocalDate;
};

/** The owner owes a look by the day; when it is past, they and their line manager are told, once. */
export async function oweLook(records: Records, { restrictionId, childId, ownerId, reviewOn }: ToLook): Promise<void> {
  const [manager] = (await managersOf(records, [ownerId])).get(ownerId) ?? [];
  await owe(records, [
    {
      ...dutyToLookAgain(restrictionId),
      childId,
      clause: `Ours, ${restrictions.daysToReview} days`,
      because: "Look again at what is kept private about this child.",
      owedBy: ownerId,
      dueBy: lateFrom({ day: reviewOn }).at,
      ...(manager === undefined ? {} : { onAccountOf: manager }),
    },
  ]);
}

/** Tells people who work with a child, each once, and never the caller. */
export async function tellPeople(
  records: Records,
  childId: string,
  { to, act, words }: { readonly to: readonly string[]; readonly act: string; readonly words: string },
): Promise<void> {
  const people = [...new Set(to)].filter((practitionerId) => practitionerId !== records.who.practitionerId);
  await tell(
    records,
    people.map((practitionerId) => ({ practitionerId, childId, act, words, link: linkTo.keptPrivate(childId) })),
  );
}
