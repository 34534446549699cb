import { momentAt } from "@linchpin/domain";
import { areaInForce } from "../area-in-force.ts";
import type { Database } from "../db/database.ts";
import { oweProtocols } from "../features/people/trusted-person.ts";

/** Reminds leads of what they and the person a child trusts have not settled yet (CWDC-4.6b). Run twice, it asks once. */
export async function oweSharingProtocols(database: Pick<Database, "areas" | "inArea">, now: Date): Promise<number> {
  const at = now.toISOString();
  let owed = 0;
  for (const { areaId } of await database.areas())
    owed += await database.inArea({ areaId, now: at, as: "system" }, async (tx) =>
      oweProtocols(tx, await areaInForce(tx, areaId), momentAt(at)),
    );
  return owed;
}
