import type { Records } from "../../records.ts";
import { type Ending, end, leadFollows } from "../lead-professional/follows.ts";
import { endAndTell } from "./ending.ts";
import { endParts, endReading, partsThatRestedOn, sharedByRow } from "./joining-store.ts";
import type { ReleaseRow } from "./release-store.ts";

/** Whoever is taken off a plan keeps nothing of what joining it shared with them, about any child of it; that it was stays on record. */
export async function endSharedByJoining(
  records: Records,
  row: { readonly planId: string; readonly practitionerId: string; readonly planPractitionerId: string },
): Promise<void> {
  const shared = await sharedByRow(records, row);
  for (const childId of new Set(shared.map((one) => one.childId)))
    await endAndTell(
      records,
      childId,
      shared.filter((one) => one.childId === childId),
      "They no longer work on the plan",
    );
}

/**
 * Whoever read a plan on what has ended reads it no longer: they are off the plan, and so are colleagues of their agency who
 * were asked nothing because of it (HD-14). Whoever leads, is proposed or is the contact goes on until that has passed on.
 * Gives what ends their access, which is the last thing the change does.
 */
export async function leavePlans(
  records: Records,
  childId: string,
  ended: readonly ReleaseRow[],
  because: string,
): Promise<() => Promise<void>> {
  const parts = await partsThatRestedOn(records, childId, ended);
  if (parts.length === 0) return async () => {};
  const left = new Set(
    (await endParts(records, childId, parts, because)).map(({ planPractitionerId }) => planPractitionerId),
  );
  await records.keepMany(
    parts.map(({ planId, planPractitionerId, name }) => ({
      childId,
      planId,
      act: "plan.practitioner-ended",
      title: left.has(planPractitionerId)
        ? `${name} no longer works on the plan`
        : `${name} no longer reads what the plan says of this child`,
      detail: because,
    })),
  );
  const endings: Ending[] = [];
  for (const planId of new Set(parts.map((part) => part.planId))) endings.push(await leadFollows(records, planId));
  return async () => {
    for (const ending of endings) await end(records, ending);
    await endReading(records, childId, parts);
  };
}
