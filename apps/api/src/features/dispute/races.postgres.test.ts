import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childAccess } from "../../db/schema/access.ts";
import { testDatabase } from "../../testing/database.ts";
import { aGroup, asking, meetingDay, named, nameSeat } from "../../testing/group.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const soon = new Date("2026-11-23T11:00:00.000Z");
const later = new Date("2026-11-23T12:00:00.000Z");
const key = () => ({ idempotencyKey: newId() });

test.each([1, 2, 3])(
  "HIG-177: an item that is placed while a seat changes hands is seen by whoever holds it then, and by nobody who held it (%i)",
  async () => {
    const of = await aGroup(database);
    await named(of);
    const { area, agencies, grant, health } = of;
    const next = await area.addPractitioner({ name: "Nan Two", agencyId: agencies.health, role: "service-manager" });
    const { groupItemId } = await area.as(of.teacher).dispute.items.ask(asking(of));
    const { meetingId } = await area.as(grant).dispute.agenda.arrange({ ...key(), heldOn: meetingDay });
    const { seats } = await area.as(grant, soon).dispute.seats.list();
    const seatId = seats.find(({ seat }) => seat.code === "health")?.holder?.seatId ?? "";
    await Promise.all([
      area.as(grant, soon).dispute.items.place({ ...key(), groupItemId, version: 1, meetingId }),
      area
        .as(grant, soon)
        .dispute.seats.end({ ...key(), seatId, because: "Retires" })
        .then(() => nameSeat(of, grant, next, "health", "holder", later)),
    ]);
    const sees = await area.write((tx) =>
      tx
        .select({ id: childAccess.practitionerId })
        .from(childAccess)
        .where(
          and(
            eq(childAccess.areaId, area.areaId),
            eq(childAccess.sourceId, groupItemId),
            sql`${childAccess.during} @> ${later.toISOString()}::timestamptz`,
          ),
        ),
    );
    const ids = sees.map(({ id }) => id);
    expect(ids).toContain(next.practitionerId);
    expect(ids).not.toContain(health.practitionerId);
  },
);
