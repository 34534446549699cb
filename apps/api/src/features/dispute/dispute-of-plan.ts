import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { followExplaining } from "../consent/follows.ts";
import type { ItemRow } from "./item-store.ts";

/** With a disagreement before the group comes and goes what is owed on a plan in dispute: that advocacy is considered (HIG-97). */
export async function followDispute(
  records: Records,
  { planId, childId, reason }: Pick<ItemRow, "planId" | "childId" | "reason">,
): Promise<void> {
  if (reason === "disagreement") await areaWide(records.tx, () => followExplaining(records, { planId, childId }));
}
