import { saidNoSince, standsOn } from "@linchpin/domain";
import type { Records } from "../../records.ts";

export { calledToFamily, lettersSentOf, type WentBefore } from "./letter-store.ts";

import { lookAgainOf } from "./note-clock.ts";
import { notesNotLookedAt } from "./note-store.ts";
import { answersOf, type ConsentRow } from "./store.ts";

/** What was answered about sharing and stands today, yes and no. A yes that whoever gave it has since said no to all of has ended with that no. */
export async function answersThatStand(records: Records, childId: string): Promise<readonly ConsentRow[]> {
  const all = await answersOf(records, childId);
  return all.filter((one) => {
    const standing = standsOn(one, records.today);
    return standing === "refused" || (standing === "in-force" && saidNoSince(one, all, records.today)?.toAll !== true);
  });
}

/** How many notes of the caller's own are to be looked at again now; worked out for them alone, and kept nowhere. */
export const notesToLookAt = async (records: Records): Promise<number> =>
  (await notesNotLookedAt(records))
    .flatMap((note) => lookAgainOf(records, note)?.clock ?? [])
    .filter(({ state }) => state !== "running").length;
