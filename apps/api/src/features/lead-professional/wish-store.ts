import type { RecordLeadView } from "@linchpin/domain";
import { view } from "../../db/schema/concern.ts";
import type { Records } from "../../records.ts";

/** Keeps a view on who should lead. Gives its id. */
export async function addWish(
  records: Records,
  { planId, childId, whose, saidOn, view: said }: RecordLeadView,
): Promise<string> {
  const viewId = records.newId();
  const given = said.asked === "given" ? said : undefined;
  await records.tx.insert(view).values({
    areaId: records.who.areaId,
    viewId,
    childId,
    planId,
    whose,
    about: "lead-professional",
    words: given?.words ?? null,
    how: given?.how ?? null,
    wishedForId: given?.wishedForId ?? null,
    wishedForWords: given?.wishedFor ?? null,
    notPossibleBecause: said.asked === "not-possible" ? said.because : null,
    saidOn,
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
  });
  return viewId;
}
