import type { LocalDate } from "@linchpin/domain";
import type { Records } from "./records.ts";
import type { ChildInList } from "./views.ts";

type Seen = {
  readonly childId: string;
  readonly name: string;
  readonly bornOn: LocalDate | null;
  readonly bases: readonly string[];
};

/** A child by name where the reader may open what the row is about, noted as a look; else only that there is one. */
export function childInList(records: Records, seen: Seen | undefined): ChildInList {
  if (seen === undefined) return { visibility: "restricted" };
  const { childId, name, bornOn, bases } = seen;
  records.saw([childId], bases.join(" "));
  return { visibility: "full", childId, name, ...(bornOn === null ? {} : { bornOn }) };
}
