import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { childAccess } from "../db/schema/access.ts";
import { adoption } from "../db/schema/area.ts";
import { groupItem, groupItemTried, groupMeeting, groupSeat } from "../db/schema/group.ts";
import { aMonday } from "./area.ts";
import type { TestCase } from "./case.ts";

/** The area's group of service managers: its co-ordinator, a seat, a meeting, and an item that was asked about the child's plan. */
export async function withGroup({ area, agencies, head, teacher, childId, planId }: TestCase) {
  const { areaId } = area;
  const coordinator = await area.addPractitioner({ name: "Kit Gow", agencyId: agencies.health, role: "coordinator" });
  const sits = await area.addPractitioner({ name: "Val Orme", agencyId: agencies.health, role: "service-manager" });
  const [groupItemId, meetingId, seatId] = [newId(), newId(), newId()];
  const at = aMonday.toISOString();
  const by = { areaId, recordedBy: head.practitionerId, recordedAt: at };
  await area.write(async (tx) => {
    const [adopted] = await tx.select({ id: adoption.adoptionId }).from(adoption).where(eq(adoption.areaId, areaId));
    await tx.insert(groupSeat).values([
      {
        ...by,
        seatId: newId(),
        seat: "coordinator",
        holding: "holder",
        practitionerId: coordinator.practitionerId,
        during: { from: at },
      },
      { ...by, seatId, seat: "health", holding: "holder", practitionerId: sits.practitionerId, during: { from: at } },
    ]);
    await tx.insert(groupMeeting).values({ ...by, meetingId, heldOn: localDate("2026-12-02") });
    await tx.insert(groupItem).values({
      areaId,
      groupItemId,
      planId,
      childId,
      body: "service-managers-group",
      reason: "disagreement",
      disagreement: "family-disagrees",
      about: "A place at Thrumsett school",
      youngOffender: "parenting-order",
      state: "asked",
      askedBy: teacher.practitionerId,
      askedAt: at,
      adoptionId: adopted?.id ?? newId(),
    });
    await tx.insert(groupItemTried).values({
      areaId,
      groupItemId,
      childId,
      way: "mediation",
      triedOn: localDate("2026-11-16"),
      result: "Thrumsett was not agreed",
    });
    await tx.insert(childAccess).values({
      areaId,
      accessId: newId(),
      practitionerId: coordinator.practitionerId,
      childId,
      basis: "coordinator",
      sourceId: groupItemId,
      during: { from: at },
      recordedAt: at,
    });
  });
  return { people: [coordinator], known: { groupItemId: [groupItemId], meetingId: [meetingId], seatId: [seatId] } };
}
