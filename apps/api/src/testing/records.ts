import type { Act } from "@linchpin/domain";
import { areaInForce } from "../area-in-force.ts";
import type { Database } from "../db/database.ts";
import { Records, type SignedIn } from "../records.ts";

/** Runs work on the records of one person at a moment, in a transaction of its own, as a procedure would. */
export const recordsOf = <T>(
  database: Database,
  who: SignedIn,
  now: Date,
  act: Act,
  work: (records: Records) => Promise<T>,
): Promise<T> =>
  database.inArea(
    { areaId: who.areaId, practitionerId: who.practitionerId, now: now.toISOString(), as: "person" },
    async (tx) => {
      const area = await areaInForce(tx, who.areaId);
      return work(new Records({ tx, who, area, now, act, requestId: "a-test" }));
    },
  );
