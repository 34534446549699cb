import type { Records } from "../../records.ts";

/**
 * A child beside an item of a person's own list: by name where row security shows the child, which is noted as a look;
 * else only that there is one.
 */
export function childAsSeen(records: Records, basis: string, childId: string | null, name: string | null) {
  if (childId === null) return {};
  if (name === null) {
    records.mentions(childId);
    return { child: { visibility: "restricted" as const } };
  }
  records.saw([childId], basis);
  return { child: { visibility: "full" as const, childId, name: name.trim() } };
}
