import type { Records } from "../../records.ts";

export { lettersSentOf } from "./letter-store.ts";

import { lookAgainOf } from "./note-clock.ts";
import { notesNotLookedAt } from "./note-store.ts";

/** How many notes of the caller's own are to be looked at again now; worked out for them alone, and kept nowhere. */
export const notesToLookAt = async (records: Records): Promise<number> =>
  (await notesNotLookedAt(records))
    .flatMap((note) => lookAgainOf(records, note)?.clock ?? [])
    .filter(({ state }) => state !== "running").length;
