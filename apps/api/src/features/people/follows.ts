import type { GivenByList } from "../../db/schema/access.ts";
import type { Records } from "../../records.ts";
import { holdBackTied } from "../access/follows.ts";
import { differing } from "./roll-in-kept.ts";
import { putKept, whatIsKnown } from "./roll-in-kept-store.ts";
import { numbered } from "./roll-in-work.ts";

export { siblingsHear } from "./siblings-hear.ts";

/** Puts an address and carers that a list gave on record, as far as the record says otherwise now. */
export async function putOnRecord(records: Records, childId: string, given: GivenByList): Promise<void> {
  const known = await whatIsKnown(records, childId);
  if (known === undefined) return;
  const { address, carers } = differing(given, known);
  await putKept(records, childId, {
    address,
    carers: numbered(carers, known.carers.length + 1, () => records.newId()),
    replaced: carers.flatMap(({ replaces }) => replaces ?? []),
  });
  const homes = [...(address ? [address] : []), ...carers.map(({ phone, email }) => ({ phone, email }))];
  await holdBackTied(records, [{ childId, numbers: [], homes }]);
}
