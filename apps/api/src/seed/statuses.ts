import type { LegalStatusKind, LocalDate, RecordStatus } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { at } from "./days.ts";
import type { World } from "./world.ts";

type Details = Pick<
  RecordStatus,
  "lookedAfterBasis" | "accommodated" | "childInNeedPhase" | "careLeaverKind" | "youthOrderSetting"
>;

/** Records a legal status of a child, as somebody in the child's care would. */
export const recordStatus = (
  world: World,
  childId: string,
  of: Details & {
    readonly by: string;
    readonly on: LocalDate;
    readonly kind: LegalStatusKind;
    readonly from: LocalDate;
    readonly lastDay?: LocalDate;
    readonly holder?: string;
  },
) => {
  const { by, on, kind, from, lastDay, holder, ...details } = of;
  return world.as(by, at(on, "14:40")).people.legalStatus.record({
    idempotencyKey: newId(),
    childId,
    kind,
    from,
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(holder === undefined ? {} : { holderId: world.person(holder).practitionerId }),
    ...details,
  });
};

/** Somebody has looked, and there are no statuses but those recorded. */
export async function confirmStatuses(
  world: World,
  childId: string,
  of: { readonly by: string; readonly on: LocalDate },
): Promise<void> {
  const caller = world.as(of.by, at(of.on, "14:50"));
  const { version } = await caller.people.child({ childId });
  await caller.people.legalStatus.confirm({ idempotencyKey: newId(), childId, version });
}
